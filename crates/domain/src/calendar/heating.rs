//! Heating seasons (采暖季): each place sets the days on which heating begins and ends.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The days of the year on which heating begins and ends in a place. Cities set them; nothing is assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HeatingSeason {
    /// The first day: `11-15`.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "11-15"))]
    pub from: DayOfYear,
    /// The last day, included; of the next year where it stands before the first: `03-15`.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "03-15"))]
    pub until: DayOfYear,
}

/// A day of every year, written `MM-DD`. The 29th of February is the 28th in years without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayOfYear {
    month: i8,
    day: i8,
}

/// Why a text is no day of the year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a day of the year is written MM-DD, such as 11-15, not \"{0}\"")]
pub struct DayOfYearError(String);

impl HeatingSeason {
    /// The first and the last day of the season that begins in a year.
    pub(crate) fn in_year(self, year: i16) -> Option<(Date, Date)> {
        let ends_in = if self.until < self.from {
            year.checked_add(1)?
        } else {
            year
        };
        Some((self.from.in_year(year)?, self.until.in_year(ends_in)?))
    }
}

impl DayOfYear {
    fn in_year(self, year: i16) -> Option<Date> {
        let first = Date::new(year, self.month, 1).ok()?;
        Date::new(year, self.month, self.day.min(first.days_in_month())).ok()
    }
}

impl std::fmt::Display for DayOfYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl std::str::FromStr for DayOfYear {
    type Err = DayOfYearError;

    fn from_str(text: &str) -> Result<Self, DayOfYearError> {
        /// With a 29th of February.
        const LEAP: i16 = 2024;
        let bad = || DayOfYearError(text.chars().take(64).collect());
        let (month, day) = text.split_once('-').ok_or_else(bad)?;
        let is_written = month.len() == 2 && day.len() == 2;
        let (month, day) = (
            month.parse().map_err(|_| bad())?,
            day.parse().map_err(|_| bad())?,
        );
        match Date::new(LEAP, month, day) {
            Ok(_) if is_written => Ok(Self { month, day }),
            _ => Err(bad()),
        }
    }
}

impl Serialize for DayOfYear {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DayOfYear {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
