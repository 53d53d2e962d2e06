//! The promise ledger: the promises of all cases and the duties of all agreements, counted and listed.
//!
//! A promise belongs to the period in which it is due; without a due time, to that in which it ended or began. What only
//! may be done is no promise and is not counted.

pub(crate) mod count;
pub(crate) mod filed;
mod only;
pub(crate) mod rows;

use domain::ids::{AgreementId, CustomerId, OrgUnitId, PersonId, PlanId};
use domain::obligation::State;
use domain::slug::{ClauseId, RegionKey, SeverityId};
use jiff::Timestamp;

use crate::statement::{Query, Statement};

pub use count::{Count, Lateness, by, lateness};
pub use filed::{Belongs, Misfiled, misfiled};
pub use only::{Only, key_of};
pub use rows::{LedgerCursor, LedgerRow, page};

/// What the ledger is grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Everything together.
    Total,
    Clause,
    Plan,
    Branch,
    Customer,
    Region,
    Owner,
    Severity,
}

/// Which promises are counted; every part narrows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerFilter {
    pub from: Timestamp,
    /// The first instant that does not belong to the period any more.
    pub until: Timestamp,
    /// Up to when what is still owed is late.
    pub as_of: Timestamp,
    pub plan: Option<PlanId>,
    pub clause: Option<ClauseId>,
    /// A place and what is below it.
    pub branch: Option<OrgUnitId>,
    pub customer: Option<Only<CustomerId>>,
    pub agreement: Option<Only<AgreementId>>,
    pub region: Option<Only<RegionKey>>,
    pub owner: Option<Only<PersonId>>,
    pub severity: Option<Only<SeverityId>>,
    pub state: Option<State>,
    /// Which of the counts of [`Lateness`] it belongs to.
    pub lateness: Option<u8>,
}

impl LedgerFilter {
    /// Everything of a period, as it stands at an instant.
    pub fn of(from: Timestamp, until: Timestamp, as_of: Timestamp) -> Self {
        Self {
            from,
            until,
            as_of,
            plan: None,
            clause: None,
            branch: None,
            customer: None,
            agreement: None,
            region: None,
            owner: None,
            severity: None,
            state: None,
            lateness: None,
        }
    }

    /// The first twelve parameters of every statement here.
    fn bind(&self, statement: Statement) -> Query {
        fn text<T: ToString>(value: Option<&T>) -> String {
            value.map(ToString::to_string).unwrap_or_default()
        }
        statement
            .bind(self.from)
            .bind(self.until)
            .bind(text(self.plan.as_ref()))
            .bind(text(self.clause.as_ref()))
            .bind(text(self.branch.as_ref()))
            .bind(text(self.customer.as_ref()))
            .bind(text(self.agreement.as_ref()))
            .bind(text(self.region.as_ref()))
            .bind(text(self.owner.as_ref()))
            .bind(text(self.severity.as_ref()))
            .bind(text(self.state.as_ref()))
            .bind(self.lateness.map_or(-1, i64::from))
    }
}

/// Whether a promise was met outside its limit and is counted so.
macro_rules! is_late {
    () => {
        "o.late_ms IS NOT NULL AND o.state <> 'excused'"
    };
}
pub(crate) use is_late;

/// The place of a promise among the counts of [`Lateness`].
macro_rules! late_bucket {
    () => {
        "CAST(CASE WHEN o.late_ms < 0 THEN 0 WHEN o.late_ms <= 900000 THEN 1 WHEN o.late_ms <= 3600000 THEN 2 \
         WHEN o.late_ms <= 14400000 THEN 3 WHEN o.late_ms <= 86400000 THEN 4 WHEN o.late_ms <= 259200000 THEN 5 \
         ELSE 6 END AS BIGINT)"
    };
}
pub(crate) use late_bucket;

/// The condition of every statement here: the filter in the order of [`LedgerFilter::bind`], and the caller's scope.
macro_rules! ledger_where {
    () => {
        concat!(
        "o.counted_at >= $1 AND o.counted_at < $2 AND o.strength = 'must' AND ($3 = '' OR o.plan_version_id IN \
         (SELECT id FROM plan_version WHERE plan_id = $3)) AND ($4 = '' OR o.clause = $4) AND ($5 = '' OR o.branch_id IN \
         (SELECT descendant FROM org_closure WHERE ancestor = $5)) AND ($6 = '' OR o.customer_id = $6 OR ($6 = '-' AND o.customer_id = '')) \
         AND ($7 = '' OR o.agreement_id = $7 OR ($7 = '-' AND o.agreement_id = '')) \
         AND ($8 = '' OR o.region = $8 OR ($8 = '-' AND o.region = '')) \
         AND ($9 = '' OR o.owner_id = $9 OR ($9 = '-' AND o.owner_id = '')) \
         AND ($10 = '' OR o.severity = $10 OR ($10 = '-' AND o.severity = '')) \
         AND ($11 = '' OR o.state = $11 OR ($11 = 'running' AND o.state = 'paused')) \
         AND (CAST($12 AS BIGINT) < 0 OR (",
        crate::ledger::is_late!(),
        " AND ",
        crate::ledger::late_bucket!(),
        " = CAST($12 AS BIGINT))) AND {scope: branch=o.branch_id, customer=o.customer_id, own=o.owner_id, job=o.case_id@id|o.agreement_id@agreement_id}"
        )
    };
}
pub(crate) use ledger_where;
