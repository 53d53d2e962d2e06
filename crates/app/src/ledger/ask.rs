//! The questions the ledger answers.

use domain::ids::{AgreementId, CustomerId, OrgUnitId, PersonId, PlanId};
use domain::obligation::State;
use domain::slug::{ClauseId, RegionKey, SeverityId};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use store::ledger::{LedgerFilter, Only};
use utoipa::{IntoParams, ToSchema};

use crate::check::Checks;
use crate::error::Result;

/// Most months one question may cover.
pub(super) const MAX_MONTHS: usize = 60;

crate::messages! {
    PERIOD_BACKWARDS = "period-backwards", "结束日期不能早于开始日期。", "The period ends before it begins.";
    PERIOD_TOO_LONG = "period-too-long", "最多查询 {months} 个月。", "At most {months} months at once.";
}

/// What the ledger is grouped by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum GroupBy {
    #[default]
    Clause,
    Plan,
    Customer,
    Region,
    Owner,
    Branch,
    Severity,
    Month,
}

/// A period, what to count in it, and how to group it.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AskLedger {
    #[serde(default)]
    pub group_by: GroupBy,
    /// First day of the period in the company's zone; eleven months before the month of `to` when left out.
    #[param(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
    /// Last day of the period; today when left out.
    #[param(value_type = Option<String>, format = Date)]
    pub to: Option<Date>,
    #[param(value_type = Option<String>)]
    pub plan: Option<PlanId>,
    #[param(value_type = Option<String>)]
    pub clause: Option<ClauseId>,
    /// A place and what is below it.
    #[param(value_type = Option<String>)]
    pub branch: Option<OrgUnitId>,
    /// `-` for those without any.
    #[param(value_type = Option<String>)]
    pub customer: Option<Only<CustomerId>>,
    /// `-` for those without any.
    #[param(value_type = Option<String>)]
    pub agreement: Option<Only<AgreementId>>,
    /// `-` for those without any.
    #[param(value_type = Option<String>)]
    pub region: Option<Only<RegionKey>>,
    /// `-` for those without any.
    #[param(value_type = Option<String>)]
    pub owner: Option<Only<PersonId>>,
    /// `-` for those without any.
    #[param(value_type = Option<String>)]
    pub severity: Option<Only<SeverityId>>,
    #[param(value_type = Option<String>)]
    pub state: Option<State>,
    /// The place of a count among `lateness`, from 0.
    pub lateness: Option<u8>,
    /// For rows: the `next` of the page before.
    pub after: Option<String>,
    /// For rows: how many.
    pub limit: Option<u32>,
}

/// A period of whole days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) first: Date,
    pub(super) last: Date,
}

impl AskLedger {
    /// The period asked about.
    pub(super) fn period(&self, now: Timestamp, zone: &TimeZone) -> Result<Period> {
        let last = self.to.unwrap_or_else(|| now.to_zoned(zone.clone()).date());
        let first = self
            .from
            .unwrap_or_else(|| last.first_of_month().saturating_sub(11.months()));
        let period = Period { first, last };
        let mut checks = Checks::new();
        if last < first {
            checks.wrong("?to", PERIOD_BACKWARDS);
        } else if period.months().len() > MAX_MONTHS {
            checks.wrong(
                "?from",
                crate::Text::from(PERIOD_TOO_LONG).with("months", MAX_MONTHS),
            );
        }
        checks.done()?;
        Ok(period)
    }

    /// What the store is asked for some days, as they stand now.
    pub(super) fn filter(&self, period: Period, zone: &TimeZone, now: Timestamp) -> LedgerFilter {
        let (from, until) = period.instants(zone);
        LedgerFilter {
            plan: self.plan,
            clause: self.clause.clone(),
            branch: self.branch,
            customer: self.customer,
            agreement: self.agreement,
            region: self.region.clone(),
            owner: self.owner,
            severity: self.severity.clone(),
            state: self.state,
            lateness: self.lateness,
            ..LedgerFilter::of(from, until, now)
        }
    }
}

impl Period {
    /// The months of the period, each cut to it; one more than may be asked for at most.
    pub(super) fn months(self) -> Vec<Period> {
        let starts = (0..=MAX_MONTHS).map(|count| {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            self.first.first_of_month().saturating_add(count.months())
        });
        starts
            .take_while(|start| *start <= self.last)
            .map(|start| Period {
                first: start.max(self.first),
                last: start.last_of_month().min(self.last),
            })
            .collect()
    }

    /// From the first moment of the first day to the first moment after the last.
    pub(super) fn instants(self, zone: &TimeZone) -> (Timestamp, Timestamp) {
        let start = |day: Date, otherwise| {
            day.to_zoned(zone.clone())
                .map_or(otherwise, |start| start.timestamp())
        };
        let after = self.last.saturating_add(1.days());
        (
            start(self.first, Timestamp::MIN),
            start(after, Timestamp::MAX),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn months_are_cut_to_the_period_and_touch_each_other() {
        let period = Period {
            first: day("2026-01-31"),
            last: day("2026-03-02"),
        };
        let months: Vec<String> = period
            .months()
            .iter()
            .map(|month| format!("{}..{}", month.first, month.last))
            .collect();
        assert_eq!(
            months,
            [
                "2026-01-31..2026-01-31",
                "2026-02-01..2026-02-28",
                "2026-03-01..2026-03-02"
            ]
        );
        let zone = TimeZone::get("Asia/Shanghai").expect("a zone");
        let [january, february, _] = period.months()[..] else {
            panic!("three months")
        };
        assert_eq!(january.instants(&zone).1, february.instants(&zone).0);
        assert_eq!(
            february.instants(&zone).0.to_string(),
            "2026-01-31T16:00:00Z"
        );
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_refused() {
        let ask = AskLedger {
            from: Some(day("2026-02-01")),
            to: Some(day("2026-01-01")),
            ..AskLedger::default()
        };
        assert!(ask.period(Timestamp::UNIX_EPOCH, &TimeZone::UTC).is_err());
        let ask = AskLedger {
            from: Some(day("1990-02-01")),
            to: Some(day("2026-01-01")),
            ..AskLedger::default()
        };
        assert!(ask.period(Timestamp::UNIX_EPOCH, &TimeZone::UTC).is_err());
    }
}
