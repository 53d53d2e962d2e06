//! Deadlines by looking at the clock on the wall, minute after minute. It knows nothing of prefix sums, of offsets or of the
//! compiled calendar, only of what the specification says about a date.

use domain::calendar::{CalendarSpec, DatedDays, Interval};
use domain::clock::Pause;
use domain::time::Instant;
use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);
/// Two years of minutes: the random limits end well before.
const PATIENCE: usize = 2 * 366 * 24 * 60;
/// No clock has been set back across midnight by more.
const SET_BACK_MINUTES: i64 = 180;

pub(crate) struct Oracle<'a> {
    pub(crate) spec: &'a CalendarSpec,
    pub(crate) pauses: &'a [Pause],
    pub(crate) zone: TimeZone,
}

impl<'a> Oracle<'a> {
    pub(crate) fn new(spec: &'a CalendarSpec, pauses: &'a [Pause]) -> Self {
        Self {
            spec,
            pauses,
            zone: TimeZone::get(&spec.zone).unwrap(),
        }
    }

    /// When so many open minutes have passed.
    pub(crate) fn working(&self, start: Instant, minutes: usize) -> Option<Instant> {
        self.count(start, minutes, |at| self.is_open(at))
    }

    /// When so many minutes have passed.
    pub(crate) fn natural(&self, start: Instant, minutes: usize) -> Option<Instant> {
        self.count(start, minutes, |_| true)
    }

    /// 24:00 of the n-th working day after the first day.
    pub(crate) fn working_days(&self, start: Instant, days: usize) -> Option<Instant> {
        self.nth_day(start, days, |date, end| self.last_open_minute(date, end))
    }

    /// 24:00 of the n-th calendar day after the first day.
    pub(crate) fn natural_days(&self, start: Instant, days: usize) -> Option<Instant> {
        self.nth_day(start, days, |_, end| Some(end - MINUTE))
    }

    pub(crate) fn is_open(&self, at: Instant) -> bool {
        let wall = self.wall(at);
        let (today, yesterday) = (wall.date(), wall.date().yesterday().unwrap());
        let minute = i64::from(wall.hour()) * 60 + i64::from(wall.minute());
        let within = |interval: &Interval, minute: i64| {
            i64::from(interval.start_minute()) <= minute
                && minute < i64::from(interval.end_minute())
        };
        self.hours(today)
            .iter()
            .any(|interval| within(interval, minute))
            || self
                .hours(yesterday)
                .iter()
                .any(|interval| within(interval, minute + 24 * 60))
    }

    fn count(
        &self,
        start: Instant,
        minutes: usize,
        counts: impl Fn(Instant) -> bool,
    ) -> Option<Instant> {
        let mut left = minutes;
        let mut at = start;
        for _ in 0..PATIENCE {
            if left == 0 {
                return Some(at);
            }
            if counts(at) && !self.is_paused(at) {
                left -= 1;
            }
            at += MINUTE;
        }
        None
    }

    /// Walks to the end of one day after another. A day counts if it has a last minute and the clock runs in it.
    fn nth_day(
        &self,
        start: Instant,
        days: usize,
        last_minute: impl Fn(Date, Instant) -> Option<Instant>,
    ) -> Option<Instant> {
        let mut left = days;
        let mut end = self.end_of_day(start);
        for _ in 0..800 {
            if left == 0 {
                return Some(end);
            }
            let date = self.wall(end).date();
            end = self.end_of_day(end);
            if last_minute(date, end).is_some_and(|minute| !self.is_paused(minute)) {
                left -= 1;
            }
        }
        None
    }

    /// The first minute from which the wall never again shows the date of `at`, or one before it.
    fn end_of_day(&self, at: Instant) -> Instant {
        let date = self.wall(at).date();
        let mut last = at;
        for minute in 0..(26 * 60 + SET_BACK_MINUTES) {
            let then = at + SignedDuration::from_mins(minute);
            if self.wall(then).date() <= date {
                last = then;
            }
        }
        last + MINUTE
    }

    /// The last minute in which the shift of a date is open, or that of the night before where it goes on longer; it may lie on the day after.
    fn last_open_minute(&self, date: Date, end_of_date: Instant) -> Option<Instant> {
        let last = self.hours(date).into_iter().max()?;
        let shift = |date: Date, last: Interval| {
            date.at(0, 0, 0, 0) + SignedDuration::from_mins(i64::from(last.end_minute()))
        };
        let yesterday = date.yesterday().unwrap();
        let night = self.hours(yesterday).into_iter().max();
        let closes = night.map_or(shift(date, last), |night| {
            shift(date, last).max(shift(yesterday, night))
        });
        let minutes = (-28 * 60..26 * 60 + SET_BACK_MINUTES).rev();
        minutes
            .map(|minute| end_of_date + SignedDuration::from_mins(minute))
            .find(|at| self.wall(*at) < closes)
    }

    fn hours(&self, date: Date) -> Vec<Interval> {
        let covers = |entry: &&DatedDays| entry.from <= date && date <= entry.to;
        if self.spec.holidays.iter().any(|entry| covers(&entry)) {
            return Vec::new();
        }
        if let Some(entry) = self.spec.special_hours.iter().find(covers) {
            return entry.hours.clone();
        }
        self.spec.weekly.on(date.weekday()).to_vec()
    }

    fn is_paused(&self, at: Instant) -> bool {
        self.pauses
            .iter()
            .any(|pause| pause.from <= at && pause.to.is_none_or(|to| at < to))
    }

    fn wall(&self, at: Instant) -> DateTime {
        self.zone.to_datetime(at)
    }
}
