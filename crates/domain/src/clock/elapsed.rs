use super::days::Line;
use super::due::start_nanos;
use super::measure::{Stopwatch, passed_around};
use super::pause::holes;
use super::{Clock, ClockError, due};
use crate::time::{DurationError, Instant, Limit, NaturalDuration, Unit, WorkingDuration};

/// Most months a limit may have.
const MAX_MONTHS: u32 = 1_200;

/// How much of a limit in a unit has passed between two instants: nothing where the second is the earlier.
///
/// Days and months count once they have ended. Law 1: the time elapsed until a limit is due is that limit, except that days
/// whose end moved off a holiday have all passed by then.
pub fn elapsed(
    clock: &Clock<'_>,
    from: Instant,
    to: Instant,
    unit: Unit,
) -> Result<Limit, ClockError> {
    let to = to.max(from);
    let holes = holes(clock.pauses)?;
    let days = |line: Line<'_>| {
        let first = clock.calendar.day_of(from);
        line.ended_by(&holes, first, to, clock.day_end).map(count)
    };
    match unit {
        Unit::Working => {
            let passed = passed_around(
                clock.calendar.open(),
                &holes,
                start_nanos(from)?,
                start_nanos(to)?,
            )?;
            WorkingDuration::from_nanos(passed)
                .map(Limit::Working)
                .map_err(too_long)
        }
        Unit::Natural => {
            let passed = passed_around(&Stopwatch, &holes, start_nanos(from)?, start_nanos(to)?)?;
            NaturalDuration::from_nanos(passed)
                .map(Limit::Natural)
                .map_err(too_long)
        }
        Unit::WorkingDays => days(Line::Working(clock.calendar)).map(Limit::WorkingDays),
        Unit::NaturalDays => days(Line::Calendar(clock.calendar)).map(Limit::NaturalDays),
        Unit::Months => months_ended(clock, from, to).map(Limit::Months),
    }
}

fn count(days: i64) -> u32 {
    u32::try_from(days).expect("days between two dates are neither negative nor more than 2^32")
}

fn too_long(_: DurationError) -> ClockError {
    ClockError::OutOfRange
}

/// The most months that are due by `to`, by bisection: due times ascend with the limit.
fn months_ended(clock: &Clock<'_>, from: Instant, to: Instant) -> Result<u32, ClockError> {
    let (mut ended, mut not_ended) = (0, MAX_MONTHS + 1);
    while not_ended - ended > 1 {
        let middle = u32::midpoint(ended, not_ended);
        match due(clock, from, Limit::Months(middle)) {
            Ok(due) if due.at <= to => ended = middle,
            Ok(_) | Err(ClockError::StillPaused { .. } | ClockError::OutOfRange) => {
                not_ended = middle;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(ended)
}
