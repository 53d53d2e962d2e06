use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, civil::date};

use super::Day;

const DAY_SECS: i64 = 86_400;
const SECOND_NANOS: i64 = 1_000_000_000;

/// The years for which calendars are compiled.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1970..=2100;
/// Their first and last date.
const FIRST_DATE: Date = date(1970, 1, 1);
const LAST_DATE: Date = date(2100, 12, 31);
/// The same window on the time line, in seconds: 1970-01-01T00:00Z until 2101-01-01T00:00Z.
const WINDOW_END: i64 = 4_133_980_800;

/// All open time of a calendar from 1970 to 2100 as a sorted list of intervals with running totals.
///
/// How much open time lies between two instants, and when so much will have passed, are one or two binary searches whatever
/// the distance. Instants are nanoseconds since 1970 so that law 1 of the clocks holds to the last digit of an input.
#[derive(Debug, Clone)]
pub(crate) struct OpenTime {
    /// Start of each interval, in seconds since 1970, ascending; no two intervals touch.
    starts: Vec<i64>,
    /// Open seconds before each interval, and last the total.
    open_before: Vec<i64>,
    /// For each UTC day of the window, how many intervals start at or before its first second.
    started_by: Vec<u32>,
    /// Dates with hours of their own, as days since 1970, ascending.
    working_days: Vec<i32>,
}

/// Why an amount of open time is not reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreached {
    StartOutsideWindow,
    BeyondWindow,
}

impl OpenTime {
    /// Compiles what `day` says about each date, read on the wall clock of `zone`.
    ///
    /// An instant is open if and only if its wall-clock reading lies in an interval. So the offsets of the zone are walked run
    /// by run and every interval is cut to the run: hours the clock jumps over do not exist, hours it shows twice count twice.
    pub(super) fn compile<'a>(zone: &TimeZone, day: impl Fn(Date) -> Day<'a>) -> Self {
        let hours: Vec<&[super::Interval]> = dates().map(|date| day(date).hours).collect();
        let mut open = Self::empty();
        open.working_days = working_days(&hours);
        for (from, to, offset) in offset_runs(zone) {
            // A night shift of the day before may reach into the run; the day after it may begin within the run.
            let first = (from + offset).div_euclid(DAY_SECS) - 1;
            let last = (to + offset).div_euclid(DAY_SECS);
            for day in first..=last {
                let Some(intervals) = usize::try_from(day).ok().and_then(|day| hours.get(day))
                else {
                    continue;
                };
                let midnight = day * DAY_SECS - offset;
                for interval in *intervals {
                    let start = midnight + i64::from(interval.start_minute()) * 60;
                    let end = midnight + i64::from(interval.end_minute()) * 60;
                    open.push(start.max(from), end.min(to));
                }
            }
        }
        open.index_days();
        open
    }

    fn empty() -> Self {
        Self {
            starts: Vec::new(),
            open_before: vec![0],
            started_by: Vec::new(),
            working_days: Vec::new(),
        }
    }

    /// Adds an interval that starts no earlier than those before it, joining it to the last where they meet.
    fn push(&mut self, start: i64, end: i64) {
        let start = self
            .starts
            .last()
            .map_or(start, |_| start.max(self.end(self.starts.len() - 1)));
        if start >= end {
            return;
        }
        let total = self.open_before[self.starts.len()];
        match self.starts.len().checked_sub(1) {
            Some(last) if self.end(last) == start => {
                self.open_before[last + 1] = total + (end - start);
            }
            _ => {
                self.starts.push(start);
                self.open_before.push(total + (end - start));
            }
        }
    }

    fn index_days(&mut self) {
        let mut started = 0;
        for midnight in
            (0..=WINDOW_END).step_by(usize::try_from(DAY_SECS).expect("a day has few seconds"))
        {
            while self
                .starts
                .get(started)
                .is_some_and(|&start| start <= midnight)
            {
                started += 1;
            }
            self.started_by
                .push(u32::try_from(started).expect("a century has fewer intervals than 2^32"));
        }
    }

    /// End of an interval in seconds.
    fn end(&self, interval: usize) -> i64 {
        self.starts[interval] + self.open_before[interval + 1] - self.open_before[interval]
    }

    pub(super) fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Open nanoseconds of the window before an instant; `None` outside the window.
    pub(crate) fn before(&self, at: i64) -> Option<i64> {
        Some(self.before_in(self.started(at)?, at))
    }

    /// The same where it is known how many intervals have started.
    fn before_in(&self, started: usize, at: i64) -> i64 {
        let Some(interval) = started.checked_sub(1) else {
            return 0;
        };
        let within = at - self.starts[interval] * SECOND_NANOS;
        let length = (self.open_before[started] - self.open_before[interval]) * SECOND_NANOS;
        self.open_before[interval] * SECOND_NANOS + within.min(length)
    }

    /// Where intervals start and end between two instants.
    pub(crate) fn boundaries(&self, from: i64, to: i64) -> impl Iterator<Item = i64> + '_ {
        let first = self.started(from).unwrap_or(0).saturating_sub(1);
        let last = self.started(to).unwrap_or(self.starts.len());
        (first..last)
            .flat_map(|interval| [self.starts[interval], self.end(interval)])
            .map(|second| second * SECOND_NANOS)
    }

    /// The longest closed stretch between two instants, in nanoseconds.
    pub(super) fn longest_closed(&self, from: i64, to: i64) -> i64 {
        let first = self.started(from).unwrap_or(0).saturating_sub(1);
        let last = self.started(to).unwrap_or(self.starts.len());
        let mut closed_since = from;
        let mut longest = 0;
        for interval in first..last {
            longest = longest.max(self.starts[interval] * SECOND_NANOS - closed_since);
            closed_since = closed_since.max(self.end(interval) * SECOND_NANOS);
        }
        longest.max(to - closed_since).max(0)
    }

    /// The earliest instant, not before `from`, by which `amount` open nanoseconds have passed since `from`.
    ///
    /// It is the earliest: an amount reached exactly when the calendar closes is reached then, not when it opens again.
    pub(crate) fn reach(&self, from: i64, amount: i64) -> Result<i64, Unreached> {
        let started = self.started(from).ok_or(Unreached::StartOutsideWindow)?;
        if amount == 0 {
            return Ok(from);
        }
        let target = self.before_in(started, from).saturating_add(amount);
        if target > self.open_before[self.starts.len()] * SECOND_NANOS {
            return Err(Unreached::BeyondWindow);
        }
        let interval = self.interval_reaching(started.saturating_sub(1), target);
        Ok((self.starts[interval] - self.open_before[interval]) * SECOND_NANOS + target)
    }

    /// The first interval by whose end `target` nanoseconds have passed, at or after `hint`.
    ///
    /// Most limits are short, so the search doubles its step away from the hint before it halves the last step.
    fn interval_reaching(&self, hint: usize, target: i64) -> usize {
        let passed_by_end = |interval: usize| self.open_before[interval + 1] * SECOND_NANOS;
        let last = self.starts.len() - 1;
        let (mut low, mut step) = (hint, 1);
        while low + step <= last && passed_by_end(low + step - 1) < target {
            low += step;
            step *= 2;
        }
        let high = (low + step).min(last);
        low + self.open_before[low + 1..=high].partition_point(|&open| open * SECOND_NANOS < target)
    }

    /// How many intervals start at or before an instant; `None` outside the window.
    fn started(&self, at: i64) -> Option<usize> {
        let second = at.div_euclid(SECOND_NANOS);
        let day = usize::try_from(second.div_euclid(DAY_SECS)).ok()?;
        let (&low, &high) = (self.started_by.get(day)?, self.started_by.get(day + 1)?);
        let (low, high) = (low as usize, high as usize);
        Some(low + self.starts[low..high].partition_point(|&start| start <= second))
    }

    /// How many working days since 1970 lie before a date; `None` outside the window.
    pub(crate) fn working_days_before(&self, date: Date) -> Option<usize> {
        let day = i32::try_from(day_number(date)).ok()?;
        let in_window = (FIRST_DATE..=LAST_DATE).contains(&date);
        in_window.then(|| self.working_days.partition_point(|&working| working < day))
    }

    /// The working day with so many before it since 1970; `None` beyond the window.
    pub(crate) fn working_day(&self, position: usize) -> Option<Date> {
        self.working_days
            .get(position)
            .and_then(|&day| date_of(i64::from(day)))
    }
}

/// A date as the number of days since 1970-01-01.
pub(crate) fn day_number(date: Date) -> i64 {
    date.duration_since(FIRST_DATE).as_secs() / DAY_SECS
}

/// The date so many days after 1970-01-01; `None` beyond the year 9999.
pub(crate) fn date_of(day: i64) -> Option<Date> {
    FIRST_DATE
        .checked_add(SignedDuration::from_secs(day.checked_mul(DAY_SECS)?))
        .ok()
}

fn dates() -> impl Iterator<Item = Date> {
    (0..=day_number(LAST_DATE)).filter_map(date_of)
}

fn working_days(hours: &[&[super::Interval]]) -> Vec<i32> {
    (0..)
        .zip(hours)
        .filter(|(_, hours)| !hours.is_empty())
        .map(|(day, _)| day)
        .collect()
}

/// The window cut where the zone changes its offset: from, to and the seconds east of UTC in between.
fn offset_runs(zone: &TimeZone) -> Vec<(i64, i64, i64)> {
    let mut runs = Vec::new();
    let (mut from, mut offset) = (0, zone.to_offset(Timestamp::UNIX_EPOCH));
    for change in zone.following(Timestamp::UNIX_EPOCH) {
        let at = change.timestamp().as_second();
        if at >= WINDOW_END {
            break;
        }
        runs.push((from, at, i64::from(offset.seconds())));
        (from, offset) = (at, change.offset());
    }
    runs.push((from, WINDOW_END, i64::from(offset.seconds())));
    runs
}
