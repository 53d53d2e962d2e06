//! When a business is open: weekly hours, holidays, make-up workdays, dated exceptions, in one zone.

use std::ops::Range;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

mod builtin;
mod day;
mod error;
mod heating;
mod holiday_import;
mod holidays;
mod hours;
mod lawful;
mod open_time;
mod rules;
mod spec;
mod week;
mod zone;

pub use builtin::{BUILTIN_NAMES, builtin};
pub use day::{Day, DayRule};
pub use error::CalendarError;
pub use heating::{DayOfYear, DayOfYearError, HeatingSeason};
pub use holidays::{
    HolidayError, HolidayTable, HolidayYear, HolidayYearDay, PublicDay, PublicDayKind, YearStatus,
};
pub use hours::Interval;
pub use spec::{CalendarSpec, DEFAULT_ZONE, DatedDays, LastDay, VersionSpec};
pub use week::Week;

pub(crate) use open_time::{OpenTime, Unreached, date_of, day_number};

use rules::Rules;

/// Longest stretch of days of rest by which the last day of a period can move.
const MAX_MOVES: usize = 366;

/// A checked calendar, compiled for 1970 to 2100 so that clocks answer in logarithmic time.
///
/// It is immutable: a changed specification is compiled into a new one.
#[derive(Debug, Clone)]
pub struct Calendar {
    zone: TimeZone,
    rules: Rules,
    open: OpenTime,
    /// The stretches of the compiled years whose public holidays are not announced, ascending.
    unpublished: Vec<Range<Timestamp>>,
}

impl Calendar {
    /// Checks a specification and compiles it with the holiday table it names, one of `tables`.
    pub fn compile(spec: &CalendarSpec, tables: &[HolidayTable]) -> Result<Self, CalendarError> {
        let zone =
            TimeZone::get(&spec.zone).map_err(|_| CalendarError::UnknownZone(spec.zone.clone()))?;
        let rules = Rules::check(spec, tables)?;
        let open = OpenTime::compile(&zone, |date| rules.day(date));
        if open.is_empty() {
            return Err(CalendarError::NoOpenTime);
        }
        let unpublished = unpublished(&zone, &rules);
        Ok(Self {
            zone,
            rules,
            open,
            unpublished,
        })
    }

    /// The same for a calendar that somebody writes: also refused is what earlier versions of the program kept and can still compute with,
    /// hours of one date that reach into those of the next, and a version that never opens.
    pub fn written(spec: &CalendarSpec, tables: &[HolidayTable]) -> Result<Self, CalendarError> {
        let calendar = Self::compile(spec, tables)?;
        calendar.rules.check_versions()?;
        calendar.rules.check_nights()?;
        Ok(calendar)
    }

    /// The zone in which its times are read.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// What a date is and when it opens. The calendar's own dates come before the holiday table, that before the weekday.
    pub fn day(&self, date: Date) -> Day<'_> {
        self.rules.day(date)
    }

    /// Whether a period in days or months that would end on this date ends later (Civil Code 203).
    pub fn moves_last_day(&self, date: Date) -> bool {
        self.rules.moves_last_day(date)
    }

    /// The day on which a period that would end on this date ends: itself, or the first day after it that does not move
    /// (Civil Code 203).
    pub fn last_day_from(&self, date: Date) -> Date {
        let mut last = date;
        for _ in 0..MAX_MOVES {
            if !self.moves_last_day(last) {
                break;
            }
            last = last.tomorrow().unwrap_or(last);
        }
        last
    }

    /// How much is known about a year's public holidays; a calendar without a table knows all it needs.
    pub fn year_status(&self, year: i16) -> YearStatus {
        self.rules.year_status(year)
    }

    /// Whether some of the time between two instants lies in a year whose public holidays are not announced.
    pub(crate) fn is_provisional_between(&self, from: Timestamp, to: Timestamp) -> bool {
        self.unpublished
            .iter()
            .any(|stretch| from < stretch.end && to > stretch.start)
    }

    /// The date to which an instant belongs on the wall of its zone.
    pub fn day_of(&self, at: Timestamp) -> Date {
        zone::day_of(&self.zone, at)
    }

    /// 24:00 of a date; `None` at the end of representable time.
    pub fn end_of_day(&self, date: Date) -> Option<Timestamp> {
        zone::end_of_day(&self.zone, date)
    }

    /// When business stops on a date: the last interval ends that began on it, or on the day before if that one's night shift goes on
    /// longer, so that no working day closes before the one before it. 24:00 where it does not open.
    pub fn close_of_business(&self, date: Date) -> Option<Timestamp> {
        let Some(last) = self.day(date).hours.last() else {
            return self.end_of_day(date);
        };
        let night = date
            .yesterday()
            .ok()
            .and_then(|yesterday| self.day(yesterday).hours.last().copied())
            .map_or(0, Interval::overhang);
        let minutes = SignedDuration::from_mins(i64::from(last.end_minute().max(night)));
        zone::end_of_wall_time(&self.zone, date.at(0, 0, 0, 0).checked_add(minutes).ok()?)
    }

    /// The longest stretch between two instants in which it is closed without a break; zero where it never closes.
    pub fn longest_closed(&self, from: Timestamp, to: Timestamp) -> SignedDuration {
        let nanos = |at: Timestamp| i64::try_from(at.as_nanosecond()).unwrap_or(i64::MAX);
        SignedDuration::from_nanos(self.open.longest_closed(nanos(from), nanos(to)))
    }

    /// The weekly hours in force on a date.
    pub fn week_on(&self, date: Date) -> &Week {
        self.rules.week_on(date)
    }

    pub(crate) fn open(&self) -> &OpenTime {
        &self.open
    }
}

fn unpublished(zone: &TimeZone, rules: &Rules) -> Vec<Range<Timestamp>> {
    let mut stretches: Vec<Range<Timestamp>> = Vec::new();
    for year in open_time::YEARS {
        let last_day_before = |year: i16| Date::constant(year - 1, 12, 31);
        let begin = |year| zone::end_of_day(zone, last_day_before(year));
        let (Some(start), Some(end)) = (begin(year), begin(year + 1)) else {
            continue;
        };
        match stretches.last_mut() {
            _ if rules.year_status(year) == YearStatus::Published => {}
            Some(last) if last.end == start => last.end = end,
            _ => stretches.push(start..end),
        }
    }
    stretches
}
