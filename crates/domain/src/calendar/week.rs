use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Weekday;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::hours::ordered;
use super::{CalendarError, Interval};

const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const LONG_NAMES: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The open intervals of each weekday, any number to a day, none for a day that is closed.
///
/// In a file the keys are `mon` … `sun`, a range `mon-fri`, or a list `sat,sun`; no day may be named twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Week([Vec<Interval>; 7]);

impl Week {
    /// Open all day, every day.
    pub fn always() -> Self {
        Self(std::array::from_fn(|_| vec![Interval::WHOLE_DAY]))
    }

    /// The same intervals on the days from Monday to Friday.
    pub fn weekdays(intervals: &[Interval]) -> Self {
        Self(std::array::from_fn(|day| {
            if day < 5 {
                intervals.to_vec()
            } else {
                Vec::new()
            }
        }))
    }

    /// The open intervals of a weekday.
    pub fn on(&self, weekday: Weekday) -> &[Interval] {
        &self.0[index(weekday)]
    }

    /// The hours of a make-up workday where the calendar does not say: Monday's, or those of the next weekday that opens.
    pub(super) fn usual_hours(&self) -> &[Interval] {
        self.0
            .iter()
            .find(|hours| !hours.is_empty())
            .map_or(&[], Vec::as_slice)
    }

    /// The same week with each day in order and checked for overlaps, across midnight too.
    pub(super) fn checked(&self) -> Result<Self, CalendarError> {
        let mut week = Self::default();
        for (day, hours) in self.0.iter().enumerate() {
            week.0[day] = ordered(NAMES[day], hours)?;
        }
        for day in 0..7 {
            let next = (day + 1) % 7;
            let (Some(&last), Some(&first)) = (week.0[day].last(), week.0[next].first()) else {
                continue;
            };
            if last.overhang() > first.start_minute() {
                return Err(CalendarError::Overlap {
                    day: NAMES[next].to_owned(),
                    first: last,
                    second: first,
                });
            }
        }
        Ok(week)
    }
}

fn index(weekday: Weekday) -> usize {
    usize::try_from(weekday.to_monday_zero_offset()).expect("a weekday offset is from 0 to 6")
}

impl Serialize for Week {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            NAMES
                .iter()
                .zip(&self.0)
                .filter(|(_, hours)| !hours.is_empty()),
        )
    }
}

impl<'de> Deserialize<'de> for Week {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(WeekVisitor)
    }
}

struct WeekVisitor;

impl<'de> de::Visitor<'de> for WeekVisitor {
    type Value = Week;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "weekdays with lists of intervals, as in mon-fri = [\"09:00-12:00\", \"13:30-18:00\"]",
        )
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Week, A::Error> {
        let mut named: BTreeMap<usize, Vec<Interval>> = BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            let days = days_named(&key).map_err(de::Error::custom)?;
            let hours: Vec<Interval> = map.next_value()?;
            for day in days {
                if named.insert(day, hours.clone()).is_some() {
                    let twice = format!(
                        "{} is given twice; put all its intervals in one list",
                        NAMES[day]
                    );
                    return Err(de::Error::custom(twice));
                }
            }
        }
        Ok(Week(std::array::from_fn(|day| {
            named.remove(&day).unwrap_or_default()
        })))
    }
}

/// The days a key stands for: one name, a range such as `mon-fri`, or several of either between commas.
fn days_named(key: &str) -> Result<Vec<usize>, String> {
    let mut days = Vec::new();
    for part in key.split(',') {
        match part.split_once('-') {
            None => days.push(day_named(part)?),
            Some((first, last)) => {
                let (first, last) = (day_named(first)?, day_named(last)?);
                let length = (last + 7 - first) % 7;
                days.extend((0..=length).map(|step| (first + step) % 7));
            }
        }
    }
    Ok(days)
}

fn day_named(name: &str) -> Result<usize, String> {
    let wanted = name.trim().to_lowercase();
    let position = |names: [&str; 7]| names.iter().position(|&name| name == wanted);
    position(NAMES).or_else(|| position(LONG_NAMES)).ok_or_else(|| {
        format!("`{name}` is not a weekday: write mon, tue, wed, thu, fri, sat, sun or a range such as mon-fri")
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("mon", &[0])]
    #[case("Sunday", &[6])]
    #[case("mon-fri", &[0, 1, 2, 3, 4])]
    #[case("fri-mon", &[4, 5, 6, 0])]
    #[case("sat, sun", &[5, 6])]
    #[case("mon-tue,thu", &[0, 1, 3])]
    fn a_key_names_days(#[case] key: &str, #[case] days: &[usize]) {
        assert_eq!(days_named(key).unwrap(), days);
    }

    #[test]
    fn an_unknown_day_is_told_the_names() {
        assert!(
            days_named("holidays")
                .unwrap_err()
                .contains("write mon, tue")
        );
    }

    #[test]
    fn a_night_shift_may_not_run_into_the_next_morning() {
        let mut week = Week::default();
        week.0[6] = vec!["22:00-09:00+1".parse().unwrap()];
        week.0[0] = vec!["08:00-12:00".parse().unwrap()];
        let error = week.checked().unwrap_err().to_string();
        assert!(
            error.contains("mon") && error.contains("22:00-09:00+1 and 08:00-12:00"),
            "{error}"
        );
    }
}
