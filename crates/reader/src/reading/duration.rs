//! Lengths of time as plans state them.

use serde::{Serialize, Serializer};

/// The unit a length is stated in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Months.
    Month,
    /// Years.
    Year,
    /// Heating or cooling seasons: no fixed length, so they have no ISO form.
    Season,
}

/// A length of time: hundredths of a unit, so that halves stay exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// The unit.
    pub unit: Unit,
    /// Number of units, times one hundred.
    pub hundredths: u64,
}

impl Duration {
    /// A length of whole units.
    pub fn whole(unit: Unit, count: u64) -> Self {
        Self {
            unit,
            hundredths: count.saturating_mul(100),
        }
    }

    /// ISO 8601; `None` for seasons. Fractions are carried to the next smaller unit.
    pub fn iso(self) -> Option<String> {
        let count = self.hundredths / 100;
        let rest = self.hundredths % 100;
        Some(match (self.unit, rest) {
            (Unit::Season, _) => return None,
            (Unit::Second, _) => format!("PT{count}S"),
            (Unit::Minute, 0) => format!("PT{count}M"),
            (Unit::Minute, _) => format!("PT{}S", self.hundredths * 60 / 100),
            (Unit::Hour, 0) => format!("PT{count}H"),
            (Unit::Hour, _) if count == 0 => format!("PT{}M", rest * 60 / 100),
            (Unit::Hour, _) => format!("PT{count}H{}M", rest * 60 / 100),
            (Unit::Day, 0) => format!("P{count}D"),
            (Unit::Day, _) => format!("PT{}H", self.hundredths * 24 / 100),
            (Unit::Month, 0) => format!("P{count}M"),
            (Unit::Month, _) if count == 0 => format!("P{}D", rest * 30 / 100),
            (Unit::Month, _) => format!("P{count}M{}D", rest * 30 / 100),
            (Unit::Year, 0) => format!("P{count}Y"),
            (Unit::Year, _) => format!("P{}M", self.hundredths * 12 / 100),
        })
    }

    /// Comparable length in minutes; months count 30 days, years 365, seasons 150.
    pub fn minutes(self) -> u64 {
        let each = match self.unit {
            Unit::Second => return self.hundredths / 6000,
            Unit::Minute => 1,
            Unit::Hour => 60,
            Unit::Day => 1440,
            Unit::Month => 43_200,
            Unit::Year => 525_600,
            Unit::Season => 216_000,
        };
        self.hundredths.saturating_mul(each) / 100
    }
}

impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.iso().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_go_to_the_next_smaller_unit() {
        let iso = |unit, hundredths| Duration { unit, hundredths }.iso();
        assert_eq!(iso(Unit::Hour, 50).as_deref(), Some("PT30M"));
        assert_eq!(iso(Unit::Hour, 150).as_deref(), Some("PT1H30M"));
        assert_eq!(iso(Unit::Year, 150).as_deref(), Some("P18M"));
        assert_eq!(iso(Unit::Day, 50).as_deref(), Some("PT12H"));
        assert_eq!(iso(Unit::Month, 50).as_deref(), Some("P15D"));
        assert_eq!(iso(Unit::Season, 200), None);
    }
}
