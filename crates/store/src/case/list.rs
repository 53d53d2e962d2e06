//! Lists of cases: what breaks next comes first; among ended ones, what ended last.

use domain::case::Phase;
use domain::ids::{AgreementId, CaseId, CustomerId, OrgUnitId, PersonId, PlanId, UnitId};
use domain::slug::{RegionKey, SeverityId};
use jiff::Timestamp;

use super::order::{CaseCursor, CaseOrder, way};
use super::row::CaseRow;
use crate::batch;
use crate::conn::Conn;
use crate::error::Result;
use crate::row::BEHIND_EVERY_ID;
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
    /// A place and what is below it.
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
    /// Words of which each is part of number, name, telephone, address or content.
    pub text: String,
    /// Ids of customers and units that `text` names: their cases are found by it too.
    pub named: Vec<String>,
    /// An order that somebody chose in place of the list's own.
    pub order: Option<CaseOrder>,
}

/// Words that are looked for each on its own; further ones must follow the last of them as written.
const WORDS: usize = 4;

/// Whether a case holds a word of the filter anywhere.
macro_rules! holds {
    ($word:literal) => {
        concat!(
            "(",
            $word,
            " = '' OR c.number {like} ",
            $word,
            " ESCAPE '\\' OR c.name {like} ",
            $word,
            " ESCAPE '\\' OR c.phone {like} ",
            $word,
            " ESCAPE '\\' OR c.address {like} ",
            $word,
            " ESCAPE '\\' OR c.content {like} ",
            $word,
            " ESCAPE '\\')"
        )
    };
}

/// What narrows a list besides being open, its place and the caller's scope.
macro_rules! narrowed {
    () => {
        concat!("($4 = '' OR c.phase = $4) AND ($5 = '' OR c.severity = $5) AND ($6 = '' OR c.customer_id = $6) \
        AND ($7 = '' OR c.unit_id = $7) AND ($8 = '' OR c.owner_id = $8) AND c.broken >= $9 AND c.has_complaint >= $10 \
        AND (", holds!("$11"), " AND ", holds!("$12"), " AND ", holds!("$19"), " AND ", holds!("$20"),
        " OR $21 <> '' AND ($21 LIKE '%,' || c.unit_id || ',%' OR $21 LIKE '%,' || c.customer_id || ',%')) \
        AND ($13 = '' OR c.branch_id IN (SELECT descendant FROM org_closure WHERE ancestor = $13)) AND ($14 = 0 OR c.owner_id IS NULL) AND c.is_paused >= $15 AND c.due_key <= $16 \
        AND ($17 = '' OR c.region = $17) \
        AND ($18 = '' OR c.plan_version_id IN (SELECT v.id FROM plan_version v WHERE v.plan_id = $18)) \
        AND {scope: branch=c.branch_id, customer=c.customer_id, job=c.id} ")
    };
}

pub(super) use {holds, narrowed};

/// The open or ended cases of a person; who both owns a case and goes to it sees it once.
macro_rules! given_to {
    ($person:literal) => {
        concat!(
            "p.person_id = ",
            $person,
            " AND p.is_open = $1 AND (p.part = 'owner' OR p.part = 'crew' AND NOT EXISTS (SELECT 1 FROM case_person o \
            WHERE o.case_id = p.case_id AND o.person_id = p.person_id AND o.part = 'owner')) AND "
        )
    };
}

/// Follows `case_person_by_due` and stops after a page.
macro_rules! of_person {
    ($person:literal) => {
        concat!(
            "SELECT c.* FROM case_person p JOIN service_case c ON c.id = p.case_id \
            WHERE (p.due_key, p.case_id) > ($2, $3) AND ",
            given_to!($person)
        )
    };
}

crate::statements! {
    PAGE = concat!("SELECT c.* FROM service_case c WHERE c.is_open = $1 AND (c.due_key, c.id) > ($2, $3) AND ",
        narrowed!(), "ORDER BY c.due_key, c.id LIMIT $22");
    ENDED = concat!("SELECT c.* FROM service_case c WHERE c.is_open = $1 AND (c.ended_at, c.id) < ($2, $3) AND ",
        narrowed!(), "ORDER BY c.ended_at DESC, c.id DESC LIMIT $22");
    COUNT = concat!("SELECT CAST(COUNT(*) AS BIGINT) AS n FROM (SELECT 1 FROM service_case c \
        WHERE c.is_open = $1 AND CAST($2 AS BIGINT) IS NOT NULL AND CAST($3 AS TEXT) IS NOT NULL AND ",
        narrowed!(), "LIMIT $22) counted");
    OPEN_IDS = "SELECT id FROM service_case WHERE is_open = 1 AND id > $1 ORDER BY id LIMIT $2";
    OPEN_IDS_OF_CUSTOMER = "SELECT id FROM service_case WHERE is_open = 1 AND customer_id = $3 AND id > $1 ORDER BY id LIMIT $2";
    OPEN_IDS_OF_AGREEMENT = "SELECT id FROM service_case WHERE is_open = 1 AND agreement_id = $3 AND id > $1 ORDER BY id LIMIT $2";
    PAGE_OF_PERSON = concat!(of_person!("$23"), narrowed!(), "ORDER BY p.due_key, p.case_id LIMIT $22");
    ENDED_OF_PERSON = concat!("SELECT c.* FROM case_person p JOIN service_case c ON c.id = p.case_id \
        WHERE (c.ended_at, c.id) < ($2, $3) AND ", given_to!("$23"), narrowed!(), "ORDER BY c.ended_at DESC, c.id DESC LIMIT $22");
    COUNT_OF_PERSON = concat!("SELECT CAST(COUNT(*) AS BIGINT) AS n FROM (SELECT 1 FROM case_person p \
        JOIN service_case c ON c.id = p.case_id WHERE CAST($2 AS BIGINT) IS NOT NULL AND CAST($3 AS TEXT) IS NOT NULL AND ", given_to!("$23"), narrowed!(), "LIMIT $22) counted");
    OF_UNITS = "SELECT c.* FROM service_case c WHERE c.unit_id IN (VALUES {rows}) \
        AND {scope: branch=c.branch_id, customer=c.customer_id, job=c.id} ORDER BY c.reported_at DESC, c.id DESC LIMIT 20";
    OPEN_OF_CUSTOMERS = "SELECT c.* FROM service_case c WHERE c.customer_id IN (VALUES {rows}) AND c.is_open = 1 \
        AND {scope: branch=c.branch_id, customer=c.customer_id, job=c.id} ORDER BY c.reported_at DESC, c.id DESC LIMIT 20";
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

/// The same of the cases of one customer, under an agreement or none.
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

/// Some cases of units, and some open cases of customers, the latest of each first.
pub async fn latest_of(
    conn: &mut Conn,
    units: &[String],
    customers: &[String],
    scope: &Scope,
) -> Result<Vec<CaseRow>> {
    let mut rows = batch::select(conn, &OF_UNITS, units, scope).await?;
    rows.extend(batch::select(conn, &OPEN_OF_CUSTOMERS, customers, scope).await?);
    rows.iter().map(CaseRow::read).collect()
}

/// How many cases a list has, as far as `most`.
pub async fn count(conn: &mut Conn, filter: &CaseFilter, scope: &Scope, most: u32) -> Result<i64> {
    let (person, scope) = reached(filter, scope);
    let statement = match person {
        None => COUNT,
        Some(_) => COUNT_OF_PERSON,
    };
    let query = bound(statement.bind(is_open(filter)), filter, None, most);
    let query = match person {
        None => query,
        Some(person) => query.bind(person),
    };
    let query = query.scope(scope).scanning(!filter.text.is_empty());
    conn.one(query, "case").await?.get("n")
}

/// Cases within a scope: of open ones that which breaks next first, of ended ones that which ended last.
pub async fn page(
    conn: &mut Conn,
    filter: &CaseFilter,
    after: Option<&CaseCursor>,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<CaseRow>> {
    let (person, scope) = reached(filter, scope);
    let open = is_open(filter);
    if let Some(way) = way(filter, after) {
        let first = place(after, way.backwards);
        let query = narrowed_by(way.statement.bind(open), first, filter, limit);
        let query = query.bind(person.unwrap_or_default());
        let query = way.group.into_iter().fold(query, crate::Query::bind);
        return read(conn, query, filter, scope).await;
    }
    let query = match (person, open) {
        (None, true) => bound(PAGE.bind(open), filter, after, limit),
        (None, false) => bound(ENDED.bind(open), filter, after, limit),
        (Some(person), true) if is_plain(filter) => {
            let (key, id) = place(after, false);
            let query = ALL_OF_PERSON.bind(open).bind(key).bind(id);
            query.bind(person).bind(limit)
        }
        (Some(person), true) => bound(PAGE_OF_PERSON.bind(open), filter, after, limit).bind(person),
        (Some(person), false) => {
            bound(ENDED_OF_PERSON.bind(open), filter, after, limit).bind(person)
        }
    };
    read(conn, query, filter, scope).await
}

async fn read(
    conn: &mut Conn,
    query: crate::Query,
    filter: &CaseFilter,
    scope: &Scope,
) -> Result<Vec<CaseRow>> {
    let query = query.scope(scope).scanning(!filter.text.is_empty());
    let rows = conn.all(query).await?;
    rows.iter().map(CaseRow::read).collect()
}

/// Whose cases are asked for, and the scope besides: what is a person's own is told by the people of a case, not by a
/// column of it.
fn reached<'a>(filter: &CaseFilter, scope: &'a Scope) -> (Option<String>, &'a Scope) {
    match scope {
        Scope::Own { person } => (Some(person.clone()), &Scope::All),
        other => (filter.person.map(|id| id.to_string()), other),
    }
}

fn is_open(filter: &CaseFilter) -> bool {
    filter.open.unwrap_or(true)
}

/// Whether a filter asks for nothing but whose cases, open or ended.
fn is_plain(filter: &CaseFilter) -> bool {
    let plain = CaseFilter {
        open: filter.open,
        person: filter.person,
        order: filter.order,
        ..CaseFilter::default()
    };
    *filter == plain
}

/// The place a list goes on from: at first before everything, or behind everything where it is read backwards.
fn place(after: Option<&CaseCursor>, backwards: bool) -> (i64, &str) {
    let start = if backwards { i64::MAX } else { i64::MIN };
    // Behind every id, for cases that nothing is owed on share the last key.
    let id = if backwards { BEHIND_EVERY_ID } else { "" };
    after.map_or((start, id), |cursor| (cursor.key, &cursor.id))
}

/// Binds everything after the first parameter that the statements in the list's own order share: open cases forwards, ended
/// ones backwards.
fn bound(
    query: crate::Query,
    filter: &CaseFilter,
    after: Option<&CaseCursor>,
    limit: u32,
) -> crate::Query {
    narrowed_by(query, place(after, !is_open(filter)), filter, limit)
}

/// Binds the place, everything that narrows, and the limit.
fn narrowed_by(
    query: crate::Query,
    (key, id): (i64, &str),
    filter: &CaseFilter,
    limit: u32,
) -> crate::Query {
    let or_any = |text: Option<String>| text.unwrap_or_default();
    let due_before = filter
        .due_before
        .map_or(i64::MAX, Timestamp::as_millisecond);
    let mut words = filter.text.trim().splitn(WORDS, char::is_whitespace);
    let mut word = || words.next().map(held).unwrap_or_default();
    query
        .bind(key)
        .bind(id)
        .bind(or_any(filter.phase.map(|phase| phase.to_string())))
        .bind(or_any(filter.severity.as_ref().map(ToString::to_string)))
        .bind(or_any(filter.customer.map(|id| id.to_string())))
        .bind(or_any(filter.unit.map(|id| id.to_string())))
        .bind(or_any(filter.owner.map(|id| id.to_string())))
        .bind(filter.broken)
        .bind(filter.complaint)
        .bind(word())
        .bind(word())
        .bind(or_any(filter.branch.map(|id| id.to_string())))
        .bind(filter.unowned)
        .bind(filter.paused)
        .bind(due_before)
        .bind(or_any(filter.region.as_ref().map(ToString::to_string)))
        .bind(or_any(filter.plan.map(|id| id.to_string())))
        .bind(word())
        .bind(word())
        .bind(listed(&filter.named))
        .bind(limit)
}

/// The pattern of what holds a word; none for no word.
fn held(word: &str) -> String {
    match word.trim() {
        "" => String::new(),
        word => format!("%{}%", escape(word)),
    }
}

/// Ids as one text, each between commas.
fn listed(ids: &[String]) -> String {
    if ids.is_empty() {
        return String::new();
    }
    format!(",{},", ids.join(","))
}

/// Makes `%`, `_` and `\` stand for themselves in a LIKE pattern.
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}
