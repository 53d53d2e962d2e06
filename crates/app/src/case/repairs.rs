//! The repair days of a case, which its unit's warranty may not lose.

use domain::case::{may_have_repairs, repair_days};
use serde_json::json;
use store::unit::{self, Repair};
use store::{AuditEntry, Receipt, Scope, Tx};

use super::open::Opened;
use crate::error::Result;
use crate::units::changed;
use crate::warranty::{self, Why};

/// Brings the repair days of a case's unit up to date with the facts, and resolves its warranty anew when they changed.
/// The same facts again change nothing; a repair that was withdrawn takes its days back.
pub(super) async fn follow(tx: &mut Tx, receipt: Receipt, opened: &Opened) -> Result<Receipt> {
    let Some(id) = opened.row.unit.filter(|_| may_have_repairs(&opened.facts)) else {
        return Ok(receipt);
    };
    let case = opened.row.id;
    let days = repair_days(&opened.facts, opened.basis.plan.zone());
    let repairs: Vec<Repair> = days
        .iter()
        .map(|days| Repair {
            case,
            from: days.from,
            to: days.to,
        })
        .collect();
    if !unit::follow_case(tx, id, case, &repairs).await? {
        return Ok(receipt);
    }
    let mut unit = unit::get(tx, id, &Scope::All).await?;
    warranty::resolve(tx, &mut unit, Why::Repaired).await?;
    let entry =
        AuditEntry::new("unit.repair", "unit", id).detail(json!({ "case": case, "days": days }));
    Ok(receipt.audit(entry).event(changed(&unit)))
}
