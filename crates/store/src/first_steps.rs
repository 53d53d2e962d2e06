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

/// What there is at least one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// Somebody active who may publish plans and make agreements.
    pub manager: bool,
    /// A published version.
    pub plan: bool,
    pub product: bool,
    pub customer: bool,
    pub unit: bool,
    pub agreement: bool,
    pub case: bool,
    /// A promise with a due time that was kept.
    pub kept: bool,
}

/// What the installation has so far.
pub async fn reached(conn: &mut Conn) -> Result<Reached> {
    let row = conn.one(REACHED.query(), "first steps").await?;
    Ok(Reached {
        manager: row.get("manager")?,
        plan: row.get("plan")?,
        product: row.get("product")?,
        customer: row.get("customer")?,
        unit: row.get("unit")?,
        agreement: row.get("agreement")?,
        case: row.get("opened")?,
        kept: row.get("kept")?,
    })
}
