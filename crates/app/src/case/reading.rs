//! How a clock of working time stands at a moment, so that a page need not know any calendar.

use domain::clock::{Clock, elapsed};
use domain::obligation::{Calendars, State};
use domain::slug::CalendarName;
use domain::time::{Limit, Unit};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How long past now a clock must be open for its time to count at present.
const MOMENT: SignedDuration = SignedDuration::from_secs(60);

/// Working time used and left, in milliseconds, as of the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClockReading {
    pub used_ms: i64,
    /// Negative past the limit.
    pub left_ms: i64,
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Timestamp,
    /// Whether time counts at present: not at night, not on a holiday.
    pub counting: bool,
}

/// What a reading is taken of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Running<'a> {
    pub(super) state: State,
    pub(super) limit: Option<Limit>,
    pub(super) calendar: &'a CalendarName,
    pub(super) due_at: Option<Timestamp>,
}

/// Reads a clock of working time that runs or ran out; other clocks can be read from their due time.
pub(super) fn reading(
    calendars: &Calendars,
    clock: Running<'_>,
    now: Timestamp,
) -> Option<ClockReading> {
    let (Some(Limit::Working(limit)), Some(due)) = (clock.limit, clock.due_at) else {
        return None;
    };
    if !matches!(clock.state, State::Running | State::Broken) {
        return None;
    }
    let calendar = Clock::new(calendars.get(clock.calendar)?);
    let open = |from: Timestamp, to: Timestamp| match elapsed(&calendar, from, to, Unit::Working) {
        Ok(Limit::Working(passed)) => Some(millis(passed.get())),
        _ => None,
    };
    let left_ms = if now <= due {
        open(now, due)?
    } else {
        -open(due, now)?
    };
    Some(ClockReading {
        used_ms: millis(limit.get()) - left_ms,
        left_ms,
        as_of: now,
        counting: open(now, now.checked_add(MOMENT).ok()?)? > 0,
    })
}

fn millis(duration: SignedDuration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use domain::calendar::{Calendar, HolidayTable, builtin};

    use super::*;

    fn read(now: &str, state: State) -> Option<(i64, i64, bool)> {
        let spec = builtin("cn-office").expect("a built-in calendar");
        let office = Calendar::compile(&spec, &[HolidayTable::china()]).expect("it compiles");
        let name: CalendarName = "cn-office".parse().expect("a name");
        let calendars: Calendars = [(name.clone(), office)].into_iter().collect();
        let clock = Running {
            state,
            limit: Some("working:PT4H".parse().expect("a limit")),
            calendar: &name,
            // Reported on Monday at 10:00: two hours before noon, two after half past one.
            due_at: Some("2026-11-23T15:30:00+08:00".parse().expect("an instant")),
        };
        let minutes = |ms: i64| ms / 60_000;
        reading(&calendars, clock, now.parse().expect("an instant"))
            .map(|read| (minutes(read.used_ms), minutes(read.left_ms), read.counting))
    }

    #[test]
    fn only_open_time_is_used_up() {
        assert_eq!(
            read("2026-11-23T11:00:00+08:00", State::Running),
            Some((60, 180, true))
        );
        assert_eq!(
            read("2026-11-23T12:30:00+08:00", State::Running),
            Some((120, 120, false))
        );
        assert_eq!(
            read("2026-11-24T09:30:00+08:00", State::Broken),
            Some((420, -180, true))
        );
    }

    #[test]
    fn a_clock_that_stands_or_ended_has_no_reading() {
        assert_eq!(read("2026-11-23T11:00:00+08:00", State::Paused), None);
        assert_eq!(read("2026-11-23T11:00:00+08:00", State::Kept), None);
    }
}
