//! The company tree: units, and the closure that answers "everything below" in one look-up.

use jiff::Timestamp;

use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::row::Row;
use crate::tx::Tx;

/// Most units one listing returns; a company has far fewer.
const MAX_UNITS: i64 = 10_000;

/// A place in the tree: the company, a branch, or a partner outlet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgUnit {
    pub id: String,
    /// `None` for the company only.
    pub parent: Option<String>,
    /// `company`, `branch` or `outlet`.
    pub kind: String,
    pub name: String,
    pub version: i64,
    pub created_at: Timestamp,
    pub closed_at: Option<Timestamp>,
}

crate::statements! {
    INSERT = "INSERT INTO org_unit (id, parent_id, kind, name, version, created_at) VALUES ($1, $2, $3, $4, 1, $5)";
    LINK_SELF = "INSERT INTO org_closure (ancestor, descendant, depth) VALUES ($1, $1, 0)";
    LINK_ABOVE = "INSERT INTO org_closure (ancestor, descendant, depth) \
        SELECT above.ancestor, below.descendant, above.depth + below.depth + 1 \
        FROM org_closure above CROSS JOIN org_closure below WHERE above.descendant = $1 AND below.ancestor = $2";
    UNLINK_ABOVE = "DELETE FROM org_closure WHERE descendant IN \
        (SELECT descendant FROM org_closure WHERE ancestor = $1) AND ancestor IN \
        (SELECT ancestor FROM org_closure WHERE descendant = $1 AND ancestor <> $1)";
    SET_PARENT = "UPDATE org_unit SET parent_id = $2, version = version + 1 WHERE id = $1 AND version = $3";
    SET_NAME = "UPDATE org_unit SET name = $2, version = version + 1 WHERE id = $1 AND version = $3";
    SET_CLOSED = "UPDATE org_unit SET closed_at = $2, version = version + 1 WHERE id = $1 AND version = $3";
    IS_BELOW = "SELECT 1 AS hit FROM org_closure WHERE ancestor = $1 AND descendant = $2";
    LOCK_TREE = "SELECT id FROM org_unit WHERE kind = 'company' {lock}";
    GET = "SELECT id, parent_id, kind, name, version, created_at, closed_at FROM org_unit WHERE id = $1";
    SUBTREE = "SELECT u.id, u.parent_id, u.kind, u.name, u.version, u.created_at, u.closed_at \
        FROM org_closure c JOIN org_unit u ON u.id = c.descendant WHERE c.ancestor = $1 \
        ORDER BY c.depth, u.created_at, u.id LIMIT $2";
    CHILDREN = "SELECT id, parent_id, kind, name, version, created_at, closed_at FROM org_unit WHERE parent_id = $1 \
        ORDER BY created_at, id LIMIT $2";
    ROOT = "SELECT id, parent_id, kind, name, version, created_at, closed_at FROM org_unit WHERE kind = 'company'";
}

/// Adds a unit below its parent; the company itself has none.
pub async fn insert(
    tx: &mut Tx,
    id: &str,
    parent: Option<&str>,
    kind: &str,
    name: &str,
) -> Result<()> {
    let at = tx.at();
    tx.all(LOCK_TREE.query()).await?;
    tx.run(INSERT.bind(id).bind(parent).bind(kind).bind(name).bind(at))
        .await?;
    tx.run(LINK_SELF.bind(id)).await?;
    if let Some(parent) = parent {
        tx.run(LINK_ABOVE.bind(parent).bind(id)).await?;
    }
    Ok(())
}

/// Moves a unit with everything below it. A unit cannot go below itself.
pub async fn move_to(tx: &mut Tx, unit: &OrgUnit, parent: &str) -> Result<()> {
    // Two moves at once could tie the tree into a ring; the lock lets them happen one after another.
    tx.all(LOCK_TREE.query()).await?;
    if is_below(tx, &unit.id, parent).await? {
        return Err(StoreError::Check {
            why: "a unit cannot be moved below itself".into(),
        });
    }
    tx.guarded(
        SET_PARENT.bind(&unit.id).bind(parent).bind(unit.version),
        "organisation unit",
    )
    .await?;
    tx.run(UNLINK_ABOVE.bind(&unit.id)).await?;
    tx.run(LINK_ABOVE.bind(parent).bind(&unit.id)).await?;
    Ok(())
}

pub async fn rename(tx: &mut Tx, unit: &OrgUnit, name: &str) -> Result<()> {
    tx.guarded(
        SET_NAME.bind(&unit.id).bind(name).bind(unit.version),
        "organisation unit",
    )
    .await
}

/// Closes a unit at an instant, or opens it again with `None`.
pub async fn set_closed(tx: &mut Tx, unit: &OrgUnit, closed_at: Option<Timestamp>) -> Result<()> {
    tx.guarded(
        SET_CLOSED.bind(&unit.id).bind(closed_at).bind(unit.version),
        "organisation unit",
    )
    .await
}

pub async fn get(conn: &mut Conn, id: &str) -> Result<OrgUnit> {
    OrgUnit::read(&conn.one(GET.bind(id), "organisation unit").await?)
}

/// The company, once it exists.
pub async fn root(conn: &mut Conn) -> Result<Option<OrgUnit>> {
    conn.optional(ROOT.query())
        .await?
        .as_ref()
        .map(OrgUnit::read)
        .transpose()
}

/// A unit and everything below it, from the top down.
pub async fn subtree(conn: &mut Conn, id: &str) -> Result<Vec<OrgUnit>> {
    conn.all(SUBTREE.bind(id).bind(MAX_UNITS))
        .await?
        .iter()
        .map(OrgUnit::read)
        .collect()
}

/// What stands right below a unit, also what is closed. Nobody can add to it before this transaction ends.
pub async fn children_locked(tx: &mut Tx, id: &str) -> Result<Vec<OrgUnit>> {
    tx.all(LOCK_TREE.query()).await?;
    tx.all(CHILDREN.bind(id).bind(MAX_UNITS))
        .await?
        .iter()
        .map(OrgUnit::read)
        .collect()
}

/// Whether `unit` is `ancestor` or lies below it.
pub async fn is_below(conn: &mut Conn, ancestor: &str, unit: &str) -> Result<bool> {
    Ok(conn
        .optional(IS_BELOW.bind(ancestor).bind(unit))
        .await?
        .is_some())
}

impl OrgUnit {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            parent: row.get("parent_id")?,
            kind: row.get("kind")?,
            name: row.get("name")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            closed_at: row.get("closed_at")?,
        })
    }
}
