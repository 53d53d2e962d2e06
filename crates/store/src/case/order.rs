//! Lists of cases in another order than that of what breaks next: each follows an index and stops after a page.

use domain::case::Phase;
use jiff::Timestamp;

use super::list::{CaseFilter, holds, narrowed};
use super::row::CaseRow;
use crate::row::BEHIND_EVERY_ID;
use crate::statement::Statement;
use crate::value::Value;

/// What a list of cases is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseSort {
    /// When the next promise breaks; among ended cases when they ended.
    Due,
    Reported,
    /// By the places of the levels in their plans, the gravest first; last the cases without one. Open cases only.
    Severity,
    /// How far they have come. Open cases only.
    Phase,
    /// The cases of a customer together, those put on file first first. Open cases only.
    Customer,
}

/// An order that somebody chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseOrder {
    pub by: CaseSort,
    pub descending: bool,
}

/// A place in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseCursor {
    /// What the cases are sorted by before anything else, where that is not an instant; otherwise empty.
    pub group: String,
    /// Milliseconds: when the next promise breaks, or when the case ended or was reported.
    pub key: i64,
    pub id: String,
}

/// The condition that only the person's own cases meet: those they own or go to.
macro_rules! of_somebody {
    () => {
        "AND ($23 = '' OR c.id IN (SELECT m.case_id FROM case_person m WHERE m.person_id = $23 AND m.part IN ('owner', 'crew'))) "
    };
}

/// Along an instant: `$beyond` is what the next page lies beyond, `$order` the same for `ORDER BY`.
macro_rules! along {
    ($column:literal, $beyond:literal, $direction:literal) => {
        concat!(
            "SELECT c.* FROM service_case c WHERE c.is_open = $1 AND (",
            $column,
            ", c.id) ",
            $beyond,
            " ($2, $3) AND ",
            narrowed!(),
            of_somebody!(),
            "ORDER BY ",
            $column,
            $direction,
            ", c.id",
            $direction,
            " LIMIT $22"
        )
    };
}

/// Open cases in groups, in each by what breaks next. The first comparison is what the index is entered with.
macro_rules! grouped {
    ($group:expr, $kind:literal, $beyond:literal, $direction:literal) => {
        concat!(
            "SELECT c.* FROM service_case c WHERE c.is_open = 1 AND $1 = 1 AND ",
            $group,
            " ",
            $beyond,
            "= CAST($24 AS ",
            $kind,
            ") AND (",
            $group,
            " ",
            $beyond,
            " CAST($24 AS ",
            $kind,
            ") OR (c.due_key, c.id) ",
            $beyond,
            " ($2, $3)) AND ",
            narrowed!(),
            of_somebody!(),
            "ORDER BY ",
            $group,
            $direction,
            ", c.due_key",
            $direction,
            ", c.id",
            $direction,
            " LIMIT $22"
        )
    };
}

/// As the index has it.
macro_rules! by_severity {
    () => {
        "c.severity_rank"
    };
}
macro_rules! by_customer {
    () => {
        "COALESCE(c.customer_id, '')"
    };
}
macro_rules! by_phase {
    () => {
        "CASE c.phase WHEN 'new' THEN 0 WHEN 'in_progress' THEN 1 WHEN 'on_site' THEN 2 \
        WHEN 'restored' THEN 3 WHEN 'repaired' THEN 4 ELSE 5 END"
    };
}

crate::statements! {
    LAST_DUE = along!("c.due_key", "<", " DESC");
    FIRST_ENDED = along!("c.ended_at", ">", "");
    FIRST_REPORTED = along!("c.reported_at", ">", "");
    LAST_REPORTED = along!("c.reported_at", "<", " DESC");
    BY_SEVERITY = grouped!(by_severity!(), "BIGINT", ">", "");
    BY_SEVERITY_BACK = grouped!(by_severity!(), "BIGINT", "<", " DESC");
    BY_CUSTOMER = grouped!(by_customer!(), "TEXT", ">", "");
    BY_CUSTOMER_BACK = grouped!(by_customer!(), "TEXT", "<", " DESC");
    BY_PHASE = grouped!(by_phase!(), "BIGINT", ">", "");
    BY_PHASE_BACK = grouped!(by_phase!(), "BIGINT", "<", " DESC");
}

/// How a list in a chosen order is read.
pub(super) struct Way {
    pub(super) statement: Statement,
    /// Whether it is read from its greatest key on.
    pub(super) backwards: bool,
    /// The group that the statement is entered with; none where it has no groups.
    pub(super) group: Option<Value>,
}

/// How to read a list in the order its filter asks for; none for the order that every list has.
pub(super) fn way(filter: &CaseFilter, after: Option<&CaseCursor>) -> Option<Way> {
    let is_open = filter.open.unwrap_or(true);
    let CaseOrder { by, descending } = filter.order?;
    let statement = match (by, is_open, descending) {
        (CaseSort::Due, true, true) => LAST_DUE,
        (CaseSort::Due, false, false) => FIRST_ENDED,
        (CaseSort::Reported, _, false) => FIRST_REPORTED,
        (CaseSort::Reported, _, true) => LAST_REPORTED,
        (CaseSort::Severity, true, false) => BY_SEVERITY,
        (CaseSort::Severity, true, true) => BY_SEVERITY_BACK,
        (CaseSort::Customer, true, false) => BY_CUSTOMER,
        (CaseSort::Customer, true, true) => BY_CUSTOMER_BACK,
        (CaseSort::Phase, true, false) => BY_PHASE,
        (CaseSort::Phase, true, true) => BY_PHASE_BACK,
        (CaseSort::Due, ..)
        | (CaseSort::Severity | CaseSort::Customer | CaseSort::Phase, false, _) => return None,
    };
    Some(Way {
        statement,
        backwards: descending,
        group: group(by, after, descending),
    })
}

fn group(by: CaseSort, after: Option<&CaseCursor>, descending: bool) -> Option<Value> {
    let named = after.map(|cursor| cursor.group.as_str());
    match by {
        CaseSort::Due | CaseSort::Reported => None,
        CaseSort::Customer => {
            let first = if descending { BEHIND_EVERY_ID } else { "" };
            Some(named.unwrap_or(first).into())
        }
        CaseSort::Severity | CaseSort::Phase => {
            let first = if descending { i64::MAX } else { i64::MIN };
            Some(
                named
                    .and_then(|rank| rank.parse().ok())
                    .unwrap_or(first)
                    .into(),
            )
        }
    }
}

impl CaseFilter {
    /// The place of a case in the list that this asks for.
    pub fn place(&self, case: &CaseRow) -> CaseCursor {
        let digest = &case.digest;
        let end_or_due = if digest.phase.is_open() {
            digest.next_due_at
        } else {
            digest.ended_at
        };
        let milliseconds = |at: Option<Timestamp>| at.map_or(i64::MAX, Timestamp::as_millisecond);
        let text = |name: Option<String>| name.unwrap_or_default();
        let (group, key) = match self.order.map(|order| order.by) {
            None | Some(CaseSort::Due) => (String::new(), milliseconds(end_or_due)),
            Some(CaseSort::Reported) => (String::new(), case.reported_at.as_millisecond()),
            Some(CaseSort::Severity) => (digest.rank.get().to_string(), digest.due_key()),
            Some(CaseSort::Customer) => (
                text(case.customer.map(|id| id.to_string())),
                digest.due_key(),
            ),
            Some(CaseSort::Phase) => (rank(digest.phase).to_string(), digest.due_key()),
        };
        CaseCursor {
            group,
            key,
            id: case.id.to_string(),
        }
    }
}

/// How far a case has come, as the index counts it.
const fn rank(phase: Phase) -> i64 {
    match phase {
        Phase::New => 0,
        Phase::InProgress => 1,
        Phase::OnSite => 2,
        Phase::Restored => 3,
        Phase::Repaired => 4,
        Phase::Accepted | Phase::Closed | Phase::Cancelled | Phase::Merged => 5,
    }
}
