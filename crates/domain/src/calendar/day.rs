use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::hours::ordered;
use super::{CalendarError, CalendarSpec, DatedDays, Interval};

/// Why a day has the hours it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "rule", content = "name")]
pub enum DayRule<'a> {
    /// The opening hours of its weekday.
    Weekly,
    /// A day off, from the calendar itself or from the table of public holidays.
    Holiday(&'a str),
    /// A day worked in exchange for a holiday elsewhere.
    Makeup(&'a str),
    /// Hours of its own.
    Special(&'a str),
}

/// What a calendar says about one date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day<'a> {
    pub rule: DayRule<'a>,
    /// Intervals that start on this date; none on a closed day.
    pub hours: &'a [Interval],
}

/// The dates a calendar itself lists.
#[derive(Debug, Clone)]
pub(super) enum Override {
    Holiday { name: String },
    Makeup { name: String, hours: Vec<Interval> },
    Special { name: String, hours: Vec<Interval> },
}

/// The three lists of a specification as one map; no date may stand in it twice.
pub(super) fn overrides(spec: &CalendarSpec) -> Result<BTreeMap<Date, Override>, CalendarError> {
    let mut map = BTreeMap::new();
    for entry in &spec.holidays {
        if !entry.hours.is_empty() {
            return Err(CalendarError::HolidayWithHours(entry.from));
        }
        add(&mut map, entry, |name, _| Override::Holiday { name })?;
    }
    for entry in &spec.makeup_days {
        add(&mut map, entry, |name, hours| Override::Makeup {
            name,
            hours,
        })?;
    }
    for entry in &spec.special_hours {
        if entry.hours.is_empty() {
            return Err(CalendarError::SpecialWithoutHours(entry.from));
        }
        add(&mut map, entry, |name, hours| Override::Special {
            name,
            hours,
        })?;
    }
    Ok(map)
}

fn add(
    map: &mut BTreeMap<Date, Override>,
    entry: &DatedDays,
    make: impl Fn(String, Vec<Interval>) -> Override,
) -> Result<(), CalendarError> {
    let name = entry.name.clone().unwrap_or_default();
    for date in entry.dates()? {
        let hours = ordered(&date.to_string(), &entry.hours)?;
        if map.insert(date, make(name.clone(), hours)).is_some() {
            return Err(CalendarError::DateTwice(date));
        }
    }
    Ok(())
}
