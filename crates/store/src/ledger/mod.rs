//! The promise ledger: the promises of all cases and the duties of all agreements, counted and listed.
//!
//! A promise belongs to the period in which it is due; without a due time, to that in which it ended or began. What only
//! may be done is no promise and is not counted.

pub(crate) mod count;
pub(crate) mod filed;
pub(crate) mod rows;

use domain::ids::{AgreementId, CustomerId, OrgUnitId, PersonId, PlanId};
use domain::obligation::State;
use domain::slug::{ClauseId, RegionKey, SeverityId};
use jiff::Timestamp;

use crate::statement::{Query, Statement};

pub use count::{Count, Lateness, by, lateness};
pub use filed::{Belongs, Misfiled, misfiled};
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
    pub customer: Option<CustomerId>,
    pub agreement: Option<AgreementId>,
    pub region: Option<RegionKey>,
    pub owner: Option<PersonId>,
    pub severity: Option<SeverityId>,
    pub state: Option<State>,
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
        }
    }

    /// The first eleven parameters of every statement here.
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
    }
}

/// The condition of every statement here: the filter in the order of [`LedgerFilter::bind`], and the caller's scope.
macro_rules! ledger_where {
    () => {
        "o.counted_at >= $1 AND o.counted_at < $2 AND o.strength = 'must' AND ($3 = '' OR o.plan_version_id IN \
         (SELECT id FROM plan_version WHERE plan_id = $3)) AND ($4 = '' OR o.clause = $4) AND ($5 = '' OR o.branch_id IN \
         (SELECT descendant FROM org_closure WHERE ancestor = $5)) AND ($6 = '' OR o.customer_id = $6) \
         AND ($7 = '' OR o.agreement_id = $7) AND ($8 = '' OR o.region = $8) AND ($9 = '' OR o.owner_id = $9) \
         AND ($10 = '' OR o.severity = $10) AND ($11 = '' OR o.state = $11 OR ($11 = 'running' AND o.state = 'paused')) \
         AND {scope: branch=o.branch_id, customer=o.customer_id, own=o.owner_id, job=o.case_id@id|o.agreement_id@agreement_id}"
    };
}
pub(crate) use ledger_where;
