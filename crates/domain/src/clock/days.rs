use jiff::civil::Date;

use super::pause::Hole;
use super::{ClockError, DayEnd, instant, nanos};
use crate::calendar::{Calendar, date_of, day_number};
use crate::time::Instant;

/// Longest run of days off a last day may have to move across.
const MAX_MOVE_DAYS: i64 = 366;

/// The days a limit counts, in a row and numbered: every calendar day, or only the working days.
///
/// A day counts when the clock is running at its end: at the close of a working day, at 24:00 of a calendar day. So a pause
/// from Tuesday to Wednesday costs one day, at whatever hour it began and ended, and one in the night of a business costs none.
#[derive(Debug, Clone, Copy)]
pub(super) enum Line<'a> {
    Calendar(&'a Calendar),
    Working(&'a Calendar),
}

/// The last day of a limit, and the day it would have been had it not moved off a day of rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LastDate {
    pub(super) nominal: Date,
    pub(super) actual: Date,
}

impl<'a> Line<'a> {
    pub(super) fn calendar(self) -> &'a Calendar {
        match self {
            Line::Calendar(calendar) | Line::Working(calendar) => calendar,
        }
    }

    /// The `count`-th day after `first` on which the clock runs at the end, moved off a day of rest; `count` is at least 1.
    pub(super) fn last_date(
        self,
        holes: &[Hole],
        first: Date,
        count: u32,
    ) -> Result<LastDate, ClockError> {
        let begin = self.position_after(first)?;
        let mut last = begin + i64::from(count) - 1;
        for hole in holes {
            let skipped = self.skipped(*hole)?;
            let from = skipped.from.max(begin);
            if from > last {
                break;
            }
            let to = skipped.to.ok_or_else(|| hole.still_paused())?;
            last += (to - from).max(0);
        }
        let nominal = self.date(last)?;
        let actual = match self {
            Line::Calendar(calendar) => moved(calendar, holes, nominal)?,
            Line::Working(_) => nominal,
        };
        Ok(LastDate { nominal, actual })
    }

    /// How many days after `first` have ended by an instant while the clock was running.
    pub(super) fn ended_by(
        self,
        holes: &[Hole],
        first: Date,
        at: Instant,
        day_end: DayEnd,
    ) -> Result<i64, ClockError> {
        let begin = self.position_after(first)?;
        let mut end = self.position_from(self.calendar().day_of(at))? + 1;
        while end > begin
            && self
                .date(end - 1)
                .and_then(|date| end_of(self.calendar(), date, day_end))?
                > at
        {
            end -= 1;
        }
        let mut ended = (end - begin).max(0);
        for hole in holes {
            let skipped = self.skipped(*hole)?;
            let to = skipped.to.unwrap_or(end).min(end);
            ended -= (to - skipped.from.max(begin)).max(0);
        }
        Ok(ended)
    }

    /// Whether the clock is paused at the end of a date.
    pub(super) fn is_paused(self, holes: &[Hole], date: Date) -> Result<bool, ClockError> {
        let end = nanos(self.end(date)?).ok_or(ClockError::OutOfRange)?;
        Ok(holes
            .iter()
            .any(|hole| hole.from < end && hole.to.is_none_or(|to| end <= to)))
    }

    /// The positions of the days whose end lies in a hole.
    fn skipped(self, hole: Hole) -> Result<Skipped, ClockError> {
        let from = self.position_ending_after(hole.from)?;
        let to = hole
            .to
            .map(|to| self.position_ending_after(to))
            .transpose()?;
        Ok(Skipped { from, to })
    }

    /// Position of the first day that ends after an instant.
    fn position_ending_after(self, at: i64) -> Result<i64, ClockError> {
        let at = instant(at);
        let today = self.calendar().day_of(at);
        match self {
            Line::Calendar(_) => Ok(day_number(today)),
            Line::Working(_) => {
                // A night shift of yesterday may still be open.
                let mut position = self.position_from(today.yesterday().unwrap_or(today))?;
                while self
                    .date(position)
                    .is_ok_and(|date| self.end(date).is_ok_and(|end| end <= at))
                {
                    position += 1;
                }
                Ok(position)
            }
        }
    }

    /// When a day ends for the purpose of pauses.
    fn end(self, date: Date) -> Result<Instant, ClockError> {
        let day_end = match self {
            Line::Calendar(_) => DayEnd::Midnight,
            Line::Working(_) => DayEnd::CloseOfBusiness,
        };
        end_of(self.calendar(), date, day_end)
    }

    fn position_after(self, date: Date) -> Result<i64, ClockError> {
        self.position_from(date.tomorrow().map_err(|_| ClockError::OutOfRange)?)
    }

    /// Position of the first day on or after a date.
    fn position_from(self, date: Date) -> Result<i64, ClockError> {
        match self {
            Line::Calendar(_) => Ok(day_number(date)),
            Line::Working(calendar) => {
                let position = calendar
                    .open()
                    .working_days_before(date)
                    .ok_or(ClockError::BeyondHorizon)?;
                Ok(i64::try_from(position).expect("a century has few days"))
            }
        }
    }

    fn date(self, position: i64) -> Result<Date, ClockError> {
        match self {
            Line::Calendar(_) => date_of(position).ok_or(ClockError::OutOfRange),
            Line::Working(calendar) => {
                let position = usize::try_from(position).ok();
                position
                    .and_then(|position| calendar.open().working_day(position))
                    .ok_or(ClockError::BeyondHorizon)
            }
        }
    }
}

struct Skipped {
    from: i64,
    to: Option<i64>,
}

/// When a date ends.
pub(super) fn end_of(
    calendar: &Calendar,
    date: Date,
    day_end: DayEnd,
) -> Result<Instant, ClockError> {
    let end = match day_end {
        DayEnd::Midnight => calendar.end_of_day(date),
        DayEnd::CloseOfBusiness => calendar.close_of_business(date),
    };
    end.ok_or(ClockError::OutOfRange)
}

/// The first date from `nominal` on which a period may end and at whose end the clock runs.
fn moved(calendar: &Calendar, holes: &[Hole], nominal: Date) -> Result<Date, ClockError> {
    let line = Line::Calendar(calendar);
    let mut position = day_number(nominal);
    let mut moves = 0;
    loop {
        let date = line.date(position)?;
        let end = nanos(line.end(date)?);
        let paused = holes.iter().find(|hole| {
            end.is_some_and(|end| hole.from < end && hole.to.is_none_or(|to| end <= to))
        });
        if let Some(hole) = paused {
            position = line.position_ending_after(hole.to.ok_or_else(|| hole.still_paused())?)?;
        } else if calendar.moves_last_day(date) {
            position += 1;
        } else {
            return Ok(date);
        }
        moves += 1;
        if moves > MAX_MOVE_DAYS {
            return Err(ClockError::BeyondHorizon);
        }
    }
}
