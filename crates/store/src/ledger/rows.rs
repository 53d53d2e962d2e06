use domain::ids::{AgreementId, CaseId, CustomerId, OrgUnitId, PersonId, PlanVersionId};
use domain::obligation::Obligation;
use jiff::Timestamp;

use super::{LedgerFilter, ledger_where};
use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::scope::Scope;

/// Most rows one page returns.
pub(crate) const MAX_PAGE: u32 = 1_000;

/// One promise with the case or the agreement it was made on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// Absent for a recurring duty, which is owed under the agreement.
    pub case: Option<CaseId>,
    /// Id of the case, or of the agreement of a duty.
    pub subject: String,
    /// The case's, or the agreement's: `FW-20261122-0007`.
    pub number: String,
    pub counted_at: Timestamp,
    pub branch: OrgUnitId,
    pub customer: Option<CustomerId>,
    pub agreement: Option<AgreementId>,
    pub plan_version: PlanVersionId,
    pub owner: Option<PersonId>,
    pub region: String,
    pub severity: String,
    pub customer_name: String,
    pub owner_name: String,
    pub branch_name: String,
    pub promise: Obligation,
}

/// A place in the list, which goes from new to old.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerCursor {
    pub counted_at: Timestamp,
    /// Id of the case, or of the agreement of a duty.
    pub subject: String,
    pub clause: String,
    pub cycle: i64,
}

impl LedgerRow {
    /// The place of this row in the list.
    pub fn cursor(&self) -> LedgerCursor {
        LedgerCursor {
            counted_at: self.counted_at,
            subject: self.subject.clone(),
            clause: self.promise.clause.to_string(),
            cycle: self.promise.cycle.into(),
        }
    }
}

crate::statements! {
    PAGE = concat!(
        "SELECT NULLIF(o.case_id, '') AS case_id, o.subject_id, COALESCE(c.number, a.number) AS number, o.counted_at, o.branch_id, NULLIF(o.customer_id, '') AS customer_id, \
         NULLIF(o.agreement_id, '') AS agreement_id, o.plan_version_id, NULLIF(o.owner_id, '') AS owner_id, \
         o.region, o.severity, o.body, COALESCE((SELECT name FROM customer u WHERE u.id = o.customer_id), '') AS customer_name, \
         COALESCE((SELECT name FROM person p WHERE p.id = o.owner_id), '') AS owner_name, \
         COALESCE((SELECT name FROM org_unit b WHERE b.id = o.branch_id), '') AS branch_name FROM ledger_row o LEFT JOIN service_case c ON c.id = o.case_id LEFT JOIN agreement a ON a.id = o.agreement_id WHERE ",
        ledger_where!(),
        " AND (o.counted_at, o.subject_id, o.clause, o.cycle) < ($13, $14, $15, $16) \
         ORDER BY o.counted_at DESC, o.subject_id DESC, o.clause DESC, o.cycle DESC LIMIT $17"
    );
}

/// The promises of a period, newest first.
pub async fn page(
    conn: &mut Conn,
    filter: &LedgerFilter,
    scope: &Scope,
    after: Option<&LedgerCursor>,
    limit: u32,
) -> Result<Vec<LedgerRow>> {
    let query = filter
        .bind(PAGE)
        .bind(after.map_or(Timestamp::MAX, |place| place.counted_at))
        .bind(after.map_or("", |place| place.subject.as_str()))
        .bind(after.map_or("", |place| place.clause.as_str()))
        .bind(after.map_or(0, |place| place.cycle))
        .bind(limit.min(MAX_PAGE))
        .scope(scope);
    conn.all(query).await?.iter().map(LedgerRow::read).collect()
}

impl LedgerRow {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            case: row.parse_optional("case_id")?,
            subject: row.get("subject_id")?,
            number: row.get("number")?,
            counted_at: row.get("counted_at")?,
            branch: row.parse("branch_id")?,
            customer: row.parse_optional("customer_id")?,
            agreement: row.parse_optional("agreement_id")?,
            plan_version: row.parse("plan_version_id")?,
            owner: row.parse_optional("owner_id")?,
            region: row.get("region")?,
            severity: row.get("severity")?,
            customer_name: row.get("customer_name")?,
            owner_name: row.get("owner_name")?,
            branch_name: row.get("branch_name")?,
            promise: row.json("body")?,
        })
    }
}
