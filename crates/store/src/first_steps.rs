//! How far a new installation has come: whether there is one of each thing that a kept promise needs.

use crate::conn::Conn;
use crate::error::Result;

/// One look at everything; each question ends at the first row that answers it.
macro_rules! any {
    ($($name:literal: $from:literal,)*) => {
        concat!("SELECT ", $("CAST(CASE WHEN EXISTS (SELECT 1 FROM ", $from, ") THEN 1 ELSE 0 END AS BIGINT) AS ", $name, ", ",)* "1 AS one")
    };
}

crate::statements! {
    REACHED = any!(
        "manager": "person WHERE roles LIKE '% service_manager %' AND deactivated_at IS NULL",
        "plan": "plan_version",
        "product": "product",
        "customer": "customer",
        "unit": "unit",
        "agreement": "agreement",
        "opened": "service_case",
        "kept": "case_obligation WHERE state = 'kept' AND due_at IS NOT NULL",
    );
}

/// Something there is at least one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// Somebody active who may publish plans and make agreements.
    Manager,
    /// A published version.
    Plan,
    Product,
    Customer,
    Unit,
    Agreement,
    Case,
    /// A promise with a due time that was kept.
    Kept,
}

const COLUMNS: [(&str, Reached); 8] = [
    ("manager", Reached::Manager),
    ("plan", Reached::Plan),
    ("product", Reached::Product),
    ("customer", Reached::Customer),
    ("unit", Reached::Unit),
    ("agreement", Reached::Agreement),
    ("opened", Reached::Case),
    ("kept", Reached::Kept),
];

/// What the installation has so far.
pub async fn reached(conn: &mut Conn) -> Result<Vec<Reached>> {
    let row = conn.one(REACHED.query(), "first steps").await?;
    let mut reached = Vec::new();
    for (column, thing) in COLUMNS {
        if row.get(column)? {
            reached.push(thing);
        }
    }
    Ok(reached)
}
