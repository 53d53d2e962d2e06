use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::CalendarError;

const MINUTES_PER_DAY: u16 = 24 * 60;

/// An open interval of one day in wall-clock minutes: start included, end excluded.
///
/// Written `09:00-12:00`; the end of the day is `24:00`. A shift past midnight says so, `22:00-06:00+1`, and belongs to the day
/// on which it starts; without the `+1` a reversed interval is taken for the mistake it usually is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    start: u16,
    end: u16,
}

impl Interval {
    /// The whole day, `00:00-24:00`.
    pub const WHOLE_DAY: Self = Self {
        start: 0,
        end: MINUTES_PER_DAY,
    };

    /// Minutes after midnight at which it opens, below 1,440.
    pub fn start_minute(self) -> u16 {
        self.start
    }

    /// Minutes after the midnight of the day it starts on at which it closes; above 1,440 for a shift past midnight.
    pub fn end_minute(self) -> u16 {
        self.end
    }

    /// How far it reaches into the next day, in minutes.
    pub(super) fn overhang(self) -> u16 {
        self.end.saturating_sub(MINUTES_PER_DAY)
    }

    fn new(start: u16, end: u16) -> Result<Self, &'static str> {
        if start >= MINUTES_PER_DAY {
            return Err("an interval starts before 24:00");
        }
        if end <= start {
            return Err(
                "it ends before it starts; a shift past midnight is written as 22:00-06:00+1",
            );
        }
        if end - start > MINUTES_PER_DAY {
            return Err("it is longer than a day");
        }
        Ok(Self { start, end })
    }
}

impl FromStr for Interval {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let bad = |reason: &str| format!("`{text}` is not an interval: {reason}");
        let (start, end) = text
            .split_once(['-', '–'])
            .ok_or_else(|| bad("write it as 09:00-12:00"))?;
        let (end, next_day) = match end.trim().strip_suffix("+1") {
            Some(end) => (end, MINUTES_PER_DAY),
            None => (end, 0),
        };
        let minute = |part: &str| {
            minute_of_day(part.trim()).ok_or_else(|| bad("write times as 09:00, to 24:00 at most"))
        };
        Interval::new(minute(start)?, minute(end)? + next_day).map_err(bad)
    }
}

fn minute_of_day(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=2).contains(&hour.len()) || minute.len() != 2 || !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60 && hour * 60 + minute <= MINUTES_PER_DAY).then_some(hour * 60 + minute)
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (end, mark) = if self.overhang() > 0 {
            (self.overhang(), "+1")
        } else {
            (self.end, "")
        };
        write!(
            f,
            "{:02}:{:02}-{:02}:{:02}{mark}",
            self.start / 60,
            self.start % 60,
            end / 60,
            end % 60
        )
    }
}

impl Serialize for Interval {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Interval {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

/// The open intervals of one day in order, none overlapping another.
pub(super) fn ordered(day: &str, intervals: &[Interval]) -> Result<Vec<Interval>, CalendarError> {
    let mut ordered = intervals.to_vec();
    ordered.sort_unstable();
    match ordered.windows(2).find(|pair| pair[1].start < pair[0].end) {
        Some(pair) => Err(CalendarError::Overlap {
            day: day.to_owned(),
            first: pair[0],
            second: pair[1],
        }),
        None => Ok(ordered),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("09:00-12:00", 540, 720)]
    #[case("9:00 – 12:00", 540, 720)]
    #[case("00:00-24:00", 0, 1440)]
    #[case("22:00-06:00+1", 1320, 1800)]
    #[case("08:00-08:00+1", 480, 1920)]
    fn reads(#[case] text: &str, #[case] start: u16, #[case] end: u16) {
        assert_eq!(text.parse(), Ok(Interval { start, end }));
    }

    #[rstest]
    #[case("09:00-12:00")]
    #[case("00:00-24:00")]
    #[case("22:00-06:00+1")]
    fn is_written_as_it_is_read(#[case] text: &str) {
        assert_eq!(text.parse::<Interval>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("18:00-09:00", "22:00-06:00+1")]
    #[case("09:00-09:00", "ends before it starts")]
    #[case("24:00-24:00", "starts before 24:00")]
    #[case("08:00-09:00+1", "longer than a day")]
    #[case("09:00", "write it as 09:00-12:00")]
    #[case("09:60-12:00", "write times as 09:00")]
    #[case("09:00-24:01", "to 24:00 at most")]
    #[case("9am-5pm", "write times as 09:00")]
    #[case("+9:00-12:00", "write times as 09:00")]
    fn refuses_with_advice(#[case] text: &str, #[case] advice: &str) {
        let error = text.parse::<Interval>().unwrap_err();
        assert!(error.contains(advice) && error.contains(text), "{error}");
    }
}
