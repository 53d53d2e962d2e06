//! The cases of a period, for trying a plan on them. Only reads.

use domain::ids::{CaseId, PlanId};
use jiff::Timestamp;

use crate::case::CaseRow;
use crate::conn::Conn;
use crate::error::Result;
use crate::scope::Scope;

/// The cases of a plan, whatever its version, reported from one moment to before another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    pub plan: PlanId,
    pub from: Timestamp,
    pub until: Timestamp,
}

crate::statements! {
    COUNT = "SELECT CAST(COUNT(*) AS BIGINT) AS n FROM service_case c JOIN plan_version v ON v.id = c.plan_version_id \
        WHERE v.plan_id = $1 AND c.reported_at >= $2 AND c.reported_at < $3 AND {scope: branch=c.branch_id, customer=c.customer_id}";
    PAGE = "SELECT c.* FROM service_case c JOIN plan_version v ON v.id = c.plan_version_id \
        WHERE v.plan_id = $1 AND c.reported_at >= $2 AND c.reported_at < $3 AND c.id > $4 \
        AND {scope: branch=c.branch_id, customer=c.customer_id} ORDER BY c.id LIMIT $5";
    UNITS = "SELECT CAST(COUNT(DISTINCT s.subject_id) AS BIGINT) AS n FROM agreement_subject s \
        JOIN agreement a ON a.id = s.agreement_id JOIN plan_version v ON v.id = a.plan_version_id \
        WHERE v.plan_id = $1 AND s.kind = 'unit' AND a.ended_on IS NULL AND {scope: branch=a.branch_id, customer=a.customer_id}";
}

/// How many cases a period has.
pub async fn count(conn: &mut Conn, period: &Period, scope: &Scope) -> Result<i64> {
    let query = COUNT
        .bind(period.plan.to_string())
        .bind(period.from)
        .bind(period.until)
        .scope(scope);
    conn.one(query, "count").await?.get("n")
}

/// Some cases of a period in the order of their ids.
pub async fn page(
    conn: &mut Conn,
    period: &Period,
    after: Option<CaseId>,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<CaseRow>> {
    let query = PAGE
        .bind(period.plan.to_string())
        .bind(period.from)
        .bind(period.until)
        .bind(after.map(|id| id.to_string()).unwrap_or_default())
        .bind(limit)
        .scope(scope);
    conn.all(query).await?.iter().map(CaseRow::read).collect()
}

/// Units under agreements of a plan that have not ended.
pub async fn units(conn: &mut Conn, plan: PlanId, scope: &Scope) -> Result<i64> {
    let query = UNITS.bind(plan.to_string()).scope(scope);
    conn.one(query, "count").await?.get("n")
}
