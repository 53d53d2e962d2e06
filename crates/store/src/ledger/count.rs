use domain::obligation::State;

use super::{Group, LedgerFilter, is_late, late_bucket, ledger_where};
use crate::conn::Conn;
use crate::error::Result;
use crate::scope::Scope;

/// The counts of one grouping, with what each group is called. The names are looked up once per group.
macro_rules! grouped {
    ($key:literal, $clause:literal, $name:literal) => {
        concat!(
            "SELECT g.key, g.clause, g.state, g.n, g.late_ms, COALESCE(",
            $name,
            ", '') AS name FROM (SELECT ",
            $key,
            " AS key, ",
            $clause,
            " AS clause, o.state AS state, CAST(COUNT(*) AS BIGINT) AS n, \
             CAST(COALESCE(SUM(CASE WHEN o.state = 'excused' THEN 0 WHEN o.state = 'broken' \
             THEN COALESCE(o.ended_at, CAST($13 AS BIGINT)) - o.counted_at \
             WHEN o.late_ms > 0 THEN o.late_ms ELSE 0 END), 0) AS BIGINT) AS late_ms \
             FROM ledger_row o WHERE ",
            ledger_where!(),
            " GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3 LIMIT 20000) g"
        )
    };
}

crate::statements! {
    TOTAL = grouped!("''", "''", "''");
    BY_CLAUSE = grouped!("o.plan_version_id", "o.clause", "(SELECT plan_id FROM plan_version v WHERE v.id = g.key)");
    BY_PLAN = grouped!("o.plan_version_id", "''", "(SELECT plan_id FROM plan_version v WHERE v.id = g.key)");
    BY_BRANCH = grouped!("o.branch_id", "''", "(SELECT name FROM org_unit u WHERE u.id = g.key)");
    BY_CUSTOMER = grouped!("o.customer_id", "''", "(SELECT name FROM customer u WHERE u.id = g.key)");
    BY_REGION = grouped!("o.region", "''", "(SELECT label FROM region r WHERE r.key = g.key)");
    BY_OWNER = grouped!("o.owner_id", "''", "(SELECT name FROM person p WHERE p.id = g.key)");
    BY_SEVERITY = grouped!("o.plan_version_id", "o.severity", "(SELECT plan_id FROM plan_version v WHERE v.id = g.key)");
    LATENESS = concat!(
        "SELECT ",
        late_bucket!(),
        " AS bucket, CAST(COUNT(*) AS BIGINT) AS n FROM ledger_row o WHERE ",
        is_late!(),
        " AND ",
        ledger_where!(),
        " GROUP BY 1 ORDER BY 1"
    );
}

/// How many promises of a group stand in one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Id of the group: the plan version for [`Group::Clause`], [`Group::Plan`] and [`Group::Severity`]; empty where a case
    /// has none.
    pub key: String,
    /// The clause for [`Group::Clause`], the level for [`Group::Severity`], otherwise empty.
    pub clause: String,
    /// What the group is called; the id of the plan for [`Group::Clause`], [`Group::Plan`] and [`Group::Severity`].
    pub name: String,
    pub state: State,
    pub count: i64,
    /// Natural time after the due time, added up: of what is broken and still owed up to `as_of`, of what is excused none.
    pub late_ms: i64,
}

/// Counts the promises of a period by group and state, as far as `scope` covers them: at most 20,000 counts, the
/// largest first.
pub async fn by(
    conn: &mut Conn,
    group: Group,
    filter: &LedgerFilter,
    scope: &Scope,
) -> Result<Vec<Count>> {
    let statement = match group {
        Group::Total => TOTAL,
        Group::Clause => BY_CLAUSE,
        Group::Plan => BY_PLAN,
        Group::Branch => BY_BRANCH,
        Group::Customer => BY_CUSTOMER,
        Group::Region => BY_REGION,
        Group::Owner => BY_OWNER,
        Group::Severity => BY_SEVERITY,
    };
    let rows = conn
        .all(filter.bind(statement).bind(filter.as_of).scope(scope))
        .await?;
    let read = |row: &crate::Row| {
        Ok(Count {
            key: row.get("key")?,
            clause: row.get("clause")?,
            name: row.get("name")?,
            state: row.parse("state")?,
            count: row.get("n")?,
            late_ms: row.get("late_ms")?,
        })
    };
    rows.iter().map(read).collect()
}

/// How many promises were met outside their limit, by how far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lateness {
    /// Before the window of an appointment, then late by at most 15 minutes, 1 hour, 4 hours, 1 day, 3 days, and more.
    pub counts: [i64; 7],
}

/// The distribution of lateness in a period.
pub async fn lateness(conn: &mut Conn, filter: &LedgerFilter, scope: &Scope) -> Result<Lateness> {
    let mut lateness = Lateness::default();
    for row in conn.all(filter.bind(LATENESS).scope(scope)).await? {
        let bucket: i64 = row.get("bucket")?;
        let place = usize::try_from(bucket)
            .ok()
            .and_then(|at| lateness.counts.get_mut(at));
        if let Some(place) = place {
            *place = row.get("n")?;
        }
    }
    Ok(lateness)
}
