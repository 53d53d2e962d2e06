//! Lists of cases: what breaks next comes first.

use domain::case::Phase;
use domain::ids::{AgreementId, CaseId, CustomerId, OrgUnitId, PersonId, PlanId, UnitId};
use domain::slug::{RegionKey, SeverityId};
use jiff::Timestamp;

use super::row::CaseRow;
use crate::conn::Conn;
use crate::error::Result;
use crate::scope::Scope;

/// Which cases to list; every part narrows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a filter of its own")]
pub struct CaseFilter {
    /// Only open ones, or only ended ones.
    pub open: Option<bool>,
    pub phase: Option<Phase>,
    pub severity: Option<SeverityId>,
    pub customer: Option<CustomerId>,
    pub unit: Option<UnitId>,
    pub owner: Option<PersonId>,
    /// Only those this person owns or goes to.
    pub person: Option<PersonId>,
    /// Any version of this plan.
    pub plan: Option<PlanId>,
    pub region: Option<RegionKey>,
    pub branch: Option<OrgUnitId>,
    /// Only those nobody answers for.
    pub unowned: bool,
    /// Only those with a clock that stands still.
    pub paused: bool,
    /// Only those of which a promise breaks before this.
    pub due_before: Option<Timestamp>,
    /// Only those with a broken promise.
    pub broken: bool,
    /// Only those with a complaint not settled.
    pub complaint: bool,
    /// Part of number, name, telephone, address or content.
    pub text: String,
}

/// A place in the list, which is ordered by what breaks next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseCursor {
    pub due_key: i64,
    pub id: String,
}

impl CaseRow {
    /// The place of this case in the list.
    pub fn cursor(&self) -> CaseCursor {
        CaseCursor {
            due_key: self
                .digest
                .next_due_at
                .map_or(i64::MAX, Timestamp::as_millisecond),
            id: self.id.to_string(),
        }
    }
}

/// What narrows a list besides being open, its place and the caller's scope.
macro_rules! narrowed {
    () => {
        "($4 = '' OR c.phase = $4) AND ($5 = '' OR c.severity = $5) AND ($6 = '' OR c.customer_id = $6) \
        AND ($7 = '' OR c.unit_id = $7) AND ($8 = '' OR c.owner_id = $8) AND c.broken >= $9 AND c.has_complaint >= $10 \
        AND ($11 = '' OR c.number LIKE $12 ESCAPE '\\' OR c.name LIKE $12 ESCAPE '\\' OR c.phone LIKE $12 ESCAPE '\\' \
        OR c.address LIKE $12 ESCAPE '\\' OR c.content LIKE $12 ESCAPE '\\') \
        AND ($13 = '' OR c.branch_id = $13) AND ($14 = 0 OR c.owner_id IS NULL) AND c.is_paused >= $15 AND c.due_key <= $16 \
        AND ($17 = '' OR c.region = $17) \
        AND ($18 = '' OR c.plan_version_id IN (SELECT v.id FROM plan_version v WHERE v.plan_id = $18)) \
        AND {scope: branch=c.branch_id, customer=c.customer_id, job=c.id} "
    };
}

/// Follows `case_person_by_due` and stops after a page; who both owns a case and goes to it sees it once.
macro_rules! of_person {
    ($person:literal) => {
        concat!(
            "SELECT c.* FROM case_person p JOIN service_case c ON c.id = p.case_id WHERE p.person_id = ",
            $person,
            " AND p.is_open = $1 AND (p.due_key, p.case_id) > ($2, $3) \
            AND (p.part = 'owner' OR p.part = 'crew' AND NOT EXISTS (SELECT 1 FROM case_person o \
            WHERE o.case_id = p.case_id AND o.person_id = p.person_id AND o.part = 'owner')) AND "
        )
    };
}

crate::statements! {
    PAGE = concat!("SELECT c.* FROM service_case c WHERE c.is_open = $1 AND (c.due_key, c.id) > ($2, $3) AND ",
        narrowed!(), "ORDER BY c.due_key, c.id LIMIT $19");
    OPEN_IDS = "SELECT id FROM service_case WHERE is_open = 1 AND id > $1 ORDER BY id LIMIT $2";
    OPEN_IDS_OF_CUSTOMER = "SELECT id FROM service_case WHERE is_open = 1 AND agreement_id IN (SELECT id FROM agreement WHERE customer_id = $3) \
        AND id > $1 ORDER BY id LIMIT $2";
    OPEN_IDS_OF_AGREEMENT = "SELECT id FROM service_case WHERE is_open = 1 AND agreement_id = $3 AND id > $1 ORDER BY id LIMIT $2";
    PAGE_OF_PERSON = concat!(of_person!("$20"), narrowed!(), "ORDER BY p.due_key, p.case_id LIMIT $19");
    // What opens with the desk: nothing to narrow, so little to plan.
    ALL_OF_PERSON = concat!(of_person!("$4"), "{scope: branch=c.branch_id, customer=c.customer_id, job=c.id} \
        ORDER BY p.due_key, p.case_id LIMIT $5");
}

/// Ids of open cases after one, in the order of their ids, whatever their branch: for what concerns them all.
pub async fn open_ids(conn: &mut Conn, after: Option<CaseId>, limit: u32) -> Result<Vec<CaseId>> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let rows = conn.all(OPEN_IDS.bind(after).bind(limit)).await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

/// The same of the cases under one agreement.
pub async fn open_ids_of_agreement(
    conn: &mut Conn,
    agreement: AgreementId,
    after: Option<CaseId>,
    limit: u32,
) -> Result<Vec<CaseId>> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let query = OPEN_IDS_OF_AGREEMENT
        .bind(after)
        .bind(limit)
        .bind(agreement.to_string());
    let rows = conn.all(query).await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

/// The same of the cases under any agreement of one customer.
pub async fn open_ids_of_customer(
    conn: &mut Conn,
    customer: CustomerId,
    after: Option<CaseId>,
    limit: u32,
) -> Result<Vec<CaseId>> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let query = OPEN_IDS_OF_CUSTOMER
        .bind(after)
        .bind(limit)
        .bind(customer.to_string());
    let rows = conn.all(query).await?;
    rows.iter().map(|row| row.parse("id")).collect()
}

/// Cases within a scope, the one that breaks next first.
pub async fn page(
    conn: &mut Conn,
    filter: &CaseFilter,
    after: Option<&CaseCursor>,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<CaseRow>> {
    // What is a person's own is told by the people of a case, not by a column of it.
    let (person, scope) = match scope {
        Scope::Own { person } => (Some(person.clone()), &Scope::All),
        other => (filter.person.map(|id| id.to_string()), other),
    };
    let open = is_open(filter);
    let query = match person {
        None => bound(PAGE.bind(open), filter, after, limit),
        Some(person) if is_plain(filter) => placed(ALL_OF_PERSON.bind(open), after)
            .bind(person)
            .bind(limit),
        Some(person) => bound(PAGE_OF_PERSON.bind(open), filter, after, limit).bind(person),
    };
    let query = query.scope(scope).scanning(!filter.text.is_empty());
    let rows = conn.all(query).await?;
    rows.iter().map(CaseRow::read).collect()
}

fn is_open(filter: &CaseFilter) -> bool {
    filter.open.unwrap_or(true)
}

/// Whether a filter asks for nothing but whose cases, open or ended.
fn is_plain(filter: &CaseFilter) -> bool {
    let plain = CaseFilter {
        open: filter.open,
        person: filter.person,
        ..CaseFilter::default()
    };
    *filter == plain
}

/// Binds the place in the list.
fn placed(query: crate::Query, after: Option<&CaseCursor>) -> crate::Query {
    query
        .bind(after.map_or(i64::MIN, |cursor| cursor.due_key))
        .bind(after.map_or("", |cursor| cursor.id.as_str()))
}

/// Binds everything after the first parameter that both statements share.
fn bound(
    query: crate::Query,
    filter: &CaseFilter,
    after: Option<&CaseCursor>,
    limit: u32,
) -> crate::Query {
    let or_any = |text: Option<String>| text.unwrap_or_default();
    let due_before = filter
        .due_before
        .map_or(i64::MAX, Timestamp::as_millisecond);
    placed(query, after)
        .bind(or_any(filter.phase.map(|phase| phase.to_string())))
        .bind(or_any(filter.severity.as_ref().map(ToString::to_string)))
        .bind(or_any(filter.customer.map(|id| id.to_string())))
        .bind(or_any(filter.unit.map(|id| id.to_string())))
        .bind(or_any(filter.owner.map(|id| id.to_string())))
        .bind(filter.broken)
        .bind(filter.complaint)
        .bind(&filter.text)
        .bind(format!("%{}%", escape(&filter.text)))
        .bind(or_any(filter.branch.map(|id| id.to_string())))
        .bind(filter.unowned)
        .bind(filter.paused)
        .bind(due_before)
        .bind(or_any(filter.region.as_ref().map(ToString::to_string)))
        .bind(or_any(filter.plan.map(|id| id.to_string())))
        .bind(limit)
}

/// Makes `%`, `_` and `\` stand for themselves in a LIKE pattern.
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}
