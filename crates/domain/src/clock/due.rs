use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::days::{LastDate, Line, end_of};
use super::measure::{Stopwatch, reach_around};
use super::pause::{Hole, holes};
use super::{Clock, ClockError, DayEnd, instant, nanos};
use crate::calendar::{Calendar, YearStatus};
use crate::time::{Instant, Limit};

/// When a limit ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Due {
    /// The earliest instant at which the limit is reached. A limit in days that ends at 24:00 is due at 00:00 of the next day.
    pub at: Instant,
    /// Whether it rests on holidays that are not announced yet (暂定): it may change when they are.
    pub provisional: bool,
}

/// When a limit that starts at an instant is due.
///
/// Durations count from the moment itself. Days and months do not count the day of the start; zero of them end with that
/// day. Takes O(log n) in the length of the limit, and one such search more per pause.
pub fn due(clock: &Clock<'_>, start: Instant, limit: Limit) -> Result<Due, ClockError> {
    let holes = holes(clock.pauses)?;
    let calendar = clock.calendar;
    match limit {
        Limit::Working(duration) => {
            let at = reach_around(
                calendar.open(),
                &holes,
                start_nanos(start)?,
                duration.nanos(),
            )
            .map(instant)?;
            Ok(Due {
                at,
                provisional: calendar.is_provisional_between(start, at),
            })
        }
        Limit::Natural(duration) => {
            let at = reach_around(&Stopwatch, &holes, start_nanos(start)?, duration.nanos())
                .map(instant)?;
            Ok(Due {
                at,
                provisional: false,
            })
        }
        Limit::WorkingDays(_) | Limit::NaturalDays(_) | Limit::Months(_) => {
            due_in_days(clock, &holes, start, limit)
        }
    }
}

fn due_in_days(
    clock: &Clock<'_>,
    holes: &[Hole],
    start: Instant,
    limit: Limit,
) -> Result<Due, ClockError> {
    let first = clock.calendar.day_of(start);
    if limit.is_zero() {
        return Ok(Due {
            at: end_of_first_day(clock, first, start)?,
            provisional: false,
        });
    }
    let (line, count) = day_line(clock.calendar, first, limit)?;
    let LastDate { nominal, actual } = line.last_date(holes, first, count)?;
    let matters_from = match line {
        Line::Working(_) => first,
        Line::Calendar(_) => nominal,
    };
    Ok(Due {
        at: end_of(clock.calendar, actual, clock.day_end)?,
        provisional: is_provisional(clock.calendar, matters_from, actual),
    })
}

/// The days a limit counts and how many of them: months are the calendar days up to their last day (Civil Code 202).
pub(super) fn day_line(
    calendar: &Calendar,
    first: Date,
    limit: Limit,
) -> Result<(Line<'_>, u32), ClockError> {
    match limit {
        Limit::WorkingDays(count) => Ok((Line::Working(calendar), count)),
        Limit::NaturalDays(count) => Ok((Line::Calendar(calendar), count)),
        Limit::Months(months) => {
            let last = first
                .checked_add(jiff::Span::new().months(months))
                .map_err(|_| ClockError::OutOfRange)?;
            let days = last.duration_since(first).as_hours() / 24;
            Ok((
                Line::Calendar(calendar),
                u32::try_from(days).expect("a hundred years have few days"),
            ))
        }
        Limit::Working(_) | Limit::Natural(_) => unreachable!("durations are not counted in days"),
    }
}

/// The end of the day of the start; its close of business only if that is still to come.
fn end_of_first_day(clock: &Clock<'_>, first: Date, start: Instant) -> Result<Instant, ClockError> {
    let end = end_of(clock.calendar, first, clock.day_end)?;
    if end < start {
        end_of(clock.calendar, first, DayEnd::Midnight)
    } else {
        Ok(end)
    }
}

pub(super) fn start_nanos(start: Instant) -> Result<i64, ClockError> {
    nanos(start).ok_or(ClockError::OutOfWindow(start))
}

/// Whether the public holidays of some year from one date to another are not announced yet.
fn is_provisional(calendar: &Calendar, from: Date, to: Date) -> bool {
    (from.year()..=to.year()).any(|year| calendar.year_status(year) != YearStatus::Published)
}
