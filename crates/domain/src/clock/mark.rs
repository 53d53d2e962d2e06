use super::due::start_nanos;
use super::measure::{Stopwatch, passed_around, reach_around};
use super::pause::holes;
use super::{Clock, ClockError, due, instant};
use crate::time::{Instant, Limit};

const WHOLE_BPS: i128 = 10_000;

/// When a share of a limit has passed, in basis points from 0 to 10,000: a warning mark.
///
/// Of a limit in working hours or working days it is the share of the open time until the due time, of any other the share of
/// the natural time; pauses count for neither. At 10,000 it is the due time.
pub fn mark(
    clock: &Clock<'_>,
    start: Instant,
    limit: Limit,
    share_bps: u16,
) -> Result<Instant, ClockError> {
    let due = due(clock, start, limit)?.at;
    if i128::from(share_bps) >= WHOLE_BPS {
        return Ok(due);
    }
    let holes = holes(clock.pauses)?;
    let (from, to) = (start_nanos(start)?, start_nanos(due)?);
    let at = match limit {
        Limit::Working(_) | Limit::WorkingDays(_) => {
            let open = clock.calendar.open();
            reach_around(
                open,
                &holes,
                from,
                share(passed_around(open, &holes, from, to)?, share_bps),
            )
        }
        Limit::Natural(_) | Limit::NaturalDays(_) | Limit::Months(_) => reach_around(
            &Stopwatch,
            &holes,
            from,
            share(passed_around(&Stopwatch, &holes, from, to)?, share_bps),
        ),
    };
    at.map(instant)
}

/// Rounded down to the nanosecond.
fn share(amount: i64, share_bps: u16) -> i64 {
    let share = i128::from(amount) * i128::from(share_bps) / WHOLE_BPS;
    i64::try_from(share).expect("a share is no more than its whole")
}
