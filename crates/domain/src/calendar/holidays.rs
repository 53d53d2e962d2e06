use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{holiday_import, lawful};

/// What a table of public holidays says about a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicDay {
    pub kind: PublicDayKind,
    pub name: String,
}

/// A day off, or a day worked in exchange for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublicDayKind {
    Holiday,
    Makeup,
}

/// How much is known about the public holidays of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum YearStatus {
    /// The government has announced the year's holidays and make-up days.
    Published,
    /// Not announced yet: weekends and the days off fixed by law. Deadlines are provisional (暂定).
    Predicted,
    /// Nothing known: weekends only. Deadlines are provisional.
    Unknown,
}

/// Public holidays and make-up days by date, from data that is replaced year by year as it is announced.
///
/// Dates are civil dates of the country the table is for. A year counts as published once rows for it were imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayTable {
    name: String,
    days: BTreeMap<Date, PublicDay>,
    published: BTreeSet<i16>,
    predicted: BTreeMap<Date, PublicDay>,
}

/// One year as it is exchanged in JSON: `{"year": 2026, "days": [{"name": "元旦", "date": "2026-01-01", "isOffDay": true}]}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayYear {
    pub year: i16,
    pub days: Vec<HolidayYearDay>,
}

/// A date of a [`HolidayYear`]: off, or worked in exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayYearDay {
    pub name: String,
    pub date: String,
    #[serde(rename = "isOffDay")]
    pub is_off_day: bool,
}

/// Why holiday data is refused; nothing of it has been taken over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HolidayError {
    #[error("line {line}: {reason}")]
    Row { line: u64, reason: String },
    #[error("the first line must name the columns date, kind and name")]
    Columns,
    #[error("there is no row in it")]
    Empty,
    #[error("day {position} of {year}: {reason}")]
    Day {
        year: i16,
        position: usize,
        reason: String,
    },
}

impl HolidayTable {
    /// An empty table, every year unknown.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            days: BTreeMap::new(),
            published: BTreeSet::new(),
            predicted: BTreeMap::new(),
        }
    }

    /// `cn`: the announced years shipped with the product, and a prediction from the law until 2100.
    pub fn china() -> Self {
        let mut table = Self::new("cn");
        table.predicted = lawful::days();
        let years = table.import_csv(include_str!("../../data/cn-holidays.csv"));
        years.expect("the shipped table of holidays is valid");
        table
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is known of a date; `None` where its weekday decides.
    pub fn day(&self, date: Date) -> Option<&PublicDay> {
        let announced = self.days.get(&date);
        if announced.is_some() || self.published.contains(&date.year()) {
            return announced;
        }
        self.predicted.get(&date)
    }

    /// How much is known about a year.
    pub fn status(&self, year: i16) -> YearStatus {
        let predicted = || self.predicted.contains_key(&Date::constant(year, 1, 1));
        if self.published.contains(&year) {
            YearStatus::Published
        } else if predicted() {
            YearStatus::Predicted
        } else {
            YearStatus::Unknown
        }
    }

    /// The published years, in order.
    pub fn published_years(&self) -> impl Iterator<Item = i16> + '_ {
        self.published.iter().copied()
    }

    /// Takes over rows of `date,kind,name[,source]`, kind being `holiday` or `makeup`, and returns the years now published.
    ///
    /// Each of those years is replaced whole. Rows in December alone do not publish their year: they belong to the
    /// announcement of the next one, whose new year's holiday may begin before it.
    pub fn import_csv(&mut self, text: &str) -> Result<Vec<i16>, HolidayError> {
        let rows = holiday_import::read_csv(text)?;
        let years: BTreeSet<i16> = rows
            .keys()
            .filter(|date| date.month() < 12)
            .map(|date| date.year())
            .collect();
        for &year in &years {
            self.replace_year(year);
        }
        self.days.extend(rows);
        Ok(years.into_iter().collect())
    }

    /// Takes over one announced year, replacing what was known of it.
    pub fn import_year(&mut self, year: &HolidayYear) -> Result<(), HolidayError> {
        let rows = holiday_import::read_year(year)?;
        self.replace_year(year.year);
        self.days.extend(rows);
        Ok(())
    }

    /// Forgets the dates of a year, except those of late December that the next year's announcement gave.
    fn replace_year(&mut self, year: i16) {
        let next_is_published = self.published.contains(&(year + 1));
        self.days
            .retain(|date, _| date.year() != year || (next_is_published && date.month() == 12));
        self.published.insert(year);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn years_are_published_predicted_or_unknown() {
        let table = HolidayTable::china();
        assert_eq!(
            table.published_years().collect::<Vec<_>>(),
            [2024, 2025, 2026]
        );
        assert_eq!(table.status(2027), YearStatus::Predicted);
        assert_eq!(table.status(2100), YearStatus::Predicted);
        assert_eq!(table.status(2101), YearStatus::Unknown);
        assert_eq!(table.status(2023), YearStatus::Unknown);
    }

    #[test]
    fn a_published_year_replaces_its_prediction() {
        let mut table = HolidayTable::china();
        assert_eq!(table.day(date(2027, 5, 2)).unwrap().name, "劳动节");
        let announced = HolidayYear {
            year: 2027,
            days: vec![
                HolidayYearDay {
                    name: "元旦".into(),
                    date: "2026-12-31".into(),
                    is_off_day: true,
                },
                HolidayYearDay {
                    name: "元旦".into(),
                    date: "2027-01-01".into(),
                    is_off_day: true,
                },
                HolidayYearDay {
                    name: "元旦".into(),
                    date: "2027-01-10".into(),
                    is_off_day: false,
                },
            ],
        };
        table.import_year(&announced).unwrap();
        assert_eq!(table.status(2027), YearStatus::Published);
        assert_eq!(table.day(date(2027, 5, 2)), None);
        assert_eq!(
            table.day(date(2027, 1, 10)).unwrap().kind,
            PublicDayKind::Makeup
        );
        assert_eq!(
            table.day(date(2026, 12, 31)).unwrap().kind,
            PublicDayKind::Holiday
        );
        assert_eq!(
            table.day(date(2026, 10, 1)).unwrap().name,
            "国庆节",
            "the rest of 2026 stays"
        );

        let again = table.clone();
        table.import_year(&announced).unwrap();
        assert_eq!(table, again, "importing a year twice changes nothing");
    }

    #[test]
    fn rows_in_december_alone_do_not_publish_their_year() {
        let mut table = HolidayTable::new("test");
        let rows = "date,kind,name\n2026-12-31,holiday,x\n2027-01-01,holiday,x\n";
        assert_eq!(table.import_csv(rows), Ok(vec![2027]));
        assert_eq!(table.status(2026), YearStatus::Unknown);
        assert!(table.day(date(2026, 12, 31)).is_some());

        table
            .import_csv("date,kind,name\n2026-01-01,holiday,y\n")
            .unwrap();
        assert!(table.day(date(2026, 12, 31)).is_some(), "it came with 2027");
    }

    #[test]
    fn a_bad_year_changes_nothing() {
        let mut table = HolidayTable::china();
        let before = table.clone();
        let impossible = HolidayYearDay {
            name: "元旦".into(),
            date: "2027-02-30".into(),
            is_off_day: true,
        };
        let error = table
            .import_year(&HolidayYear {
                year: 2027,
                days: vec![impossible],
            })
            .unwrap_err();
        assert!(error.to_string().contains("2027-02-30"), "{error}");
        assert_eq!(table, before);
    }

    #[test]
    fn every_published_year_holds_the_days_fixed_by_law() {
        let table = HolidayTable::china();
        for (date, day) in lawful::days().range(date(2024, 1, 1)..date(2027, 1, 1)) {
            // Until 2024 the law gave neither new year's eve nor 2 May.
            let newer_law = date.year() == 2024
                && ["2024-02-09", "2024-05-02"].contains(&date.to_string().as_str());
            let holiday = table
                .day(*date)
                .is_some_and(|known| known.kind == PublicDayKind::Holiday);
            assert!(holiday || newer_law, "{date} {}", day.name);
        }
    }
}
