use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{CalendarError, Interval, Week};

/// Zone of a calendar that names none.
pub const DEFAULT_ZONE: &str = "Asia/Shanghai";

/// Longest run of days one dated entry may cover.
const MAX_RANGE_DAYS: i64 = 366;

/// A calendar as it is written in a file or a form, before it is checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CalendarSpec {
    /// Shown to people; rules do not use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// IANA zone in which every time of the calendar is read.
    #[serde(default = "default_zone")]
    pub zone: String,
    /// Name of the table of public holidays and make-up days it follows, such as `cn`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_holidays: Option<String>,
    /// What happens to a period in days or months whose last day is not a day of business.
    #[serde(default)]
    pub last_day: LastDay,
    /// Own days off, such as a company outing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<DatedDays>,
    /// Own days worked although the week says they are off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub makeup_days: Vec<DatedDays>,
    /// Own days with other hours than usual.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub special_hours: Vec<DatedDays>,
    /// Hours of make-up days that name none; otherwise Monday's, or those of the next weekday that opens.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub makeup_hours: Vec<Interval>,
    /// Opening hours from the beginning until the first version takes effect.
    #[serde(default)]
    pub weekly: Week,
    /// Later opening hours, each in force from its date until the next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<VersionSpec>,
}

/// Opening hours in force from a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct VersionSpec {
    #[serde(with = "date_text")]
    pub effective_from: Date,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub makeup_hours: Vec<Interval>,
    pub weekly: Week,
}

/// Which last days of a period in days or months move to the next day that is not one of them (Civil Code 203).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LastDay {
    /// Days the holiday table or the calendar calls a holiday; an ordinary weekend does not move.
    #[default]
    MovesOffHolidays,
    /// Holidays and every other day on which the calendar does not open, weekends included.
    MovesOffClosedDays,
    /// None: the period ends on the day it ends.
    Stays,
}

/// A date, or the dates from one to another inclusive, with a name and hours where they matter.
///
/// Written `"2026-05-06"`, `{ date = "2026-05-06", name = "…" }` or `{ from = "…", to = "…", hours = ["09:00-12:00"] }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedDays {
    pub from: Date,
    pub to: Date,
    pub name: Option<String>,
    pub hours: Vec<Interval>,
}

impl DatedDays {
    /// Each date covered.
    pub(super) fn dates(&self) -> Result<impl Iterator<Item = Date>, CalendarError> {
        let days = self.to.duration_since(self.from).as_hours() / 24;
        if !(0..MAX_RANGE_DAYS).contains(&days) {
            return Err(CalendarError::BadRange {
                from: self.from,
                to: self.to,
            });
        }
        let length = usize::try_from(days + 1).expect("the range was just checked");
        Ok(self.from.series(jiff::Span::new().days(1)).take(length))
    }
}

fn default_zone() -> String {
    DEFAULT_ZONE.to_owned()
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DatedDaysTable {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<DateText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<DateText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<DateText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hours: Vec<Interval>,
}

impl Serialize for DatedDays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let single = self.from == self.to;
        let table = DatedDaysTable {
            date: single.then_some(DateText(self.from)),
            from: (!single).then_some(DateText(self.from)),
            to: (!single).then_some(DateText(self.to)),
            name: self.name.clone(),
            hours: self.hours.clone(),
        };
        table.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for DatedDays {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DatedDaysVisitor)
    }
}

struct DatedDaysVisitor;

impl<'de> de::Visitor<'de> for DatedDaysVisitor {
    type Value = DatedDays;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date such as \"2026-05-06\" or { date = \"2026-05-06\", name = \"…\" }")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<DatedDays, E> {
        let date = read_date(text).map_err(E::custom)?;
        Ok(DatedDays {
            from: date,
            to: date,
            name: None,
            hours: Vec::new(),
        })
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<DatedDays, A::Error> {
        let table = DatedDaysTable::deserialize(de::value::MapAccessDeserializer::new(map))?;
        let (from, to) = match (table.date, table.from, table.to) {
            (Some(date), None, None) => (date.0, date.0),
            (None, Some(from), Some(to)) => (from.0, to.0),
            _ => return Err(de::Error::custom("write either date, or both from and to")),
        };
        Ok(DatedDays {
            from,
            to,
            name: table.name,
            hours: table.hours,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct DateText(#[serde(with = "date_text")] Date);

mod date_text {
    use super::{Date, Deserialize, Deserializer, Serializer, de, read_date};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes fields by reference"
    )]
    pub(super) fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(date)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Date, D::Error> {
        read_date(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// A date that exists, written `YYYY-MM-DD`.
pub(super) fn read_date(text: &str) -> Result<Date, String> {
    let shaped = text.len() == 10
        && text
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_digit());
    match text.parse() {
        Ok(date) if shaped => Ok(date),
        _ => Err(format!(
            "`{text}` is not a date that exists: write YYYY-MM-DD, as in 2026-05-06"
        )),
    }
}
