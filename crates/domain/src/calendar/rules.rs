use std::collections::BTreeMap;

use jiff::civil::Date;

use super::day::{self, Override};
use super::hours::ordered;
use super::{
    CalendarError, CalendarSpec, Day, DayRule, HolidayTable, Interval, LastDay, PublicDay,
    PublicDayKind, Week, YearStatus,
};

/// What each date is, by the checked rules of a calendar.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    last_day: LastDay,
    overrides: BTreeMap<Date, Override>,
    public: Option<HolidayTable>,
    /// Opening hours by the date from which they are in force, ascending; the first since ever.
    versions: Vec<Version>,
}

#[derive(Debug, Clone)]
struct Version {
    from: Date,
    week: Week,
    makeup_hours: Vec<Interval>,
}

impl Rules {
    pub(super) fn check(
        spec: &CalendarSpec,
        tables: &[HolidayTable],
    ) -> Result<Self, CalendarError> {
        let public = spec
            .public_holidays
            .as_deref()
            .map(|name| table_named(name, tables))
            .transpose()?;
        let rules = Self {
            last_day: spec.last_day,
            overrides: day::overrides(spec)?,
            public,
            versions: versions(spec)?,
        };
        rules.check_makeup_days()?;
        Ok(rules)
    }

    pub(super) fn day(&self, date: Date) -> Day<'_> {
        let version = self.version_on(date);
        match self.overrides.get(&date) {
            Some(Override::Holiday { name }) => {
                return Day {
                    rule: DayRule::Holiday(name),
                    hours: &[],
                };
            }
            Some(Override::Makeup { name, hours }) => {
                let hours = if hours.is_empty() {
                    version.makeup_hours()
                } else {
                    hours
                };
                return Day {
                    rule: DayRule::Makeup(name),
                    hours,
                };
            }
            Some(Override::Special { name, hours }) => {
                return Day {
                    rule: DayRule::Special(name),
                    hours,
                };
            }
            None => {}
        }
        match self.public.as_ref().and_then(|table| table.day(date)) {
            Some(PublicDay {
                kind: PublicDayKind::Holiday,
                name,
            }) => Day {
                rule: DayRule::Holiday(name),
                hours: &[],
            },
            Some(PublicDay {
                kind: PublicDayKind::Makeup,
                name,
            }) => Day {
                rule: DayRule::Makeup(name),
                hours: version.makeup_hours(),
            },
            None => Day {
                rule: DayRule::Weekly,
                hours: version.week.on(date.weekday()),
            },
        }
    }

    pub(super) fn moves_last_day(&self, date: Date) -> bool {
        match self.last_day {
            LastDay::Stays => false,
            LastDay::MovesOffHolidays => self.is_holiday(date),
            LastDay::MovesOffClosedDays => self.is_holiday(date) || self.day(date).hours.is_empty(),
        }
    }

    pub(super) fn year_status(&self, year: i16) -> YearStatus {
        self.public
            .as_ref()
            .map_or(YearStatus::Published, |table| table.status(year))
    }

    /// A holiday by its own list or by the table, even where special hours open it; own make-up days are none.
    fn is_holiday(&self, date: Date) -> bool {
        match self.overrides.get(&date) {
            Some(Override::Holiday { .. }) => true,
            Some(Override::Makeup { .. }) => false,
            Some(Override::Special { .. }) | None => {
                let public = self.public.as_ref().and_then(|table| table.day(date));
                public.is_some_and(|day| day.kind == PublicDayKind::Holiday)
            }
        }
    }

    /// The opening hours in force on a date.
    pub(super) fn week_on(&self, date: Date) -> &Week {
        &self.version_on(date).week
    }

    fn version_on(&self, date: Date) -> &Version {
        let later = self.versions[1..].partition_point(|version| version.from <= date);
        &self.versions[later]
    }

    /// Every version opens on some weekday; what is in force from the beginning may open on dates alone.
    pub(super) fn check_versions(&self) -> Result<(), CalendarError> {
        let closed = self.versions[1..]
            .iter()
            .find(|version| version.week.usual_hours().is_empty());
        closed.map_or(Ok(()), |version| {
            Err(CalendarError::VersionNeverOpens(version.from))
        })
    }

    /// No night shift reaches into the hours of the next date, on and around every date with hours of its own or another week.
    pub(super) fn check_nights(&self) -> Result<(), CalendarError> {
        let own = self.overrides.keys().copied();
        let turns = self.versions[1..].iter().map(|version| version.from);
        for date in own.chain(turns) {
            for morning in [Some(date), date.tomorrow().ok()].into_iter().flatten() {
                self.check_night_before(morning)?;
            }
        }
        Ok(())
    }

    fn check_night_before(&self, morning: Date) -> Result<(), CalendarError> {
        let evening = morning.yesterday().ok();
        let last = evening.and_then(|date| self.day(date).hours.last().copied());
        let first = self.day(morning).hours.first().copied();
        match (last, first) {
            (Some(last), Some(first)) if last.overhang() > first.start_minute() => {
                Err(CalendarError::Overlap {
                    day: morning.to_string(),
                    first: last,
                    second: first,
                })
            }
            _ => Ok(()),
        }
    }

    fn check_makeup_days(&self) -> Result<(), CalendarError> {
        let without_hours = self.overrides.iter().find(|(date, entry)| {
            matches!(entry, Override::Makeup { hours, .. } if hours.is_empty())
                && self.version_on(**date).makeup_hours().is_empty()
        });
        without_hours.map_or(Ok(()), |(date, _)| {
            Err(CalendarError::MakeupWithoutHours(*date))
        })
    }
}

impl Version {
    fn makeup_hours(&self) -> &[Interval] {
        if self.makeup_hours.is_empty() {
            self.week.usual_hours()
        } else {
            &self.makeup_hours
        }
    }
}

fn table_named(name: &str, tables: &[HolidayTable]) -> Result<HolidayTable, CalendarError> {
    let table = tables.iter().find(|table| table.name() == name);
    table
        .cloned()
        .ok_or_else(|| CalendarError::UnknownHolidays(name.to_owned()))
}

fn versions(spec: &CalendarSpec) -> Result<Vec<Version>, CalendarError> {
    let version =
        |from, week: &Week, makeup_hours: &[Interval]| -> Result<Version, CalendarError> {
            Ok(Version {
                from,
                week: week.checked()?,
                makeup_hours: ordered("make-up days", makeup_hours)?,
            })
        };
    let mut versions = vec![version(Date::MIN, &spec.weekly, &spec.makeup_hours)?];
    for later in &spec.versions {
        let makeup_hours = if later.makeup_hours.is_empty() {
            &spec.makeup_hours
        } else {
            &later.makeup_hours
        };
        versions.push(version(later.effective_from, &later.weekly, makeup_hours)?);
    }
    versions.sort_by_key(|version| version.from);
    match versions
        .windows(2)
        .find(|pair| pair[0].from == pair[1].from)
    {
        Some(pair) => Err(CalendarError::VersionTwice(pair[0].from)),
        None => Ok(versions),
    }
}
