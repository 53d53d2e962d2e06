//! Noting the days a unit was under repair: a plan may not count them against the warranty.

use domain::access::Action;
use domain::ids::{CaseId, UnitId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::unit::{self, Repair};
use store::{AuditEntry, Receipt, StoreError, case};
use utoipa::ToSchema;

use super::REPAIR_ENDS_FIRST;
use super::register::changed;
use super::view::{UnitView, view};
use crate::check::UNKNOWN_REFERENCE;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::warranty::{self, Why};

/// Days under repair, both included.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteRepair {
    /// The case whose repair it was.
    pub case: CaseId,
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    #[schema(value_type = String, format = Date)]
    pub to: Date,
}

/// Notes repair days and resolves the warranty anew. The same repair told again with another end replaces its end.
pub async fn note_repair(ctx: &Ctx, id: UnitId, given: NoteRepair) -> Result<UnitView> {
    let scope = ctx.permit(Action::UnitEdit)?;
    if given.to < given.from {
        return Err(Error::field("/to", REPAIR_ENDS_FIRST));
    }
    let mut tx = ctx.begin().await?;
    let mut unit = unit::get(&mut tx, id, &scope).await?;
    let cases = ctx.permit(Action::CaseRead)?;
    let of_unit = match case::get(&mut tx, given.case, &cases).await {
        Ok(case) => case.unit == Some(id),
        Err(StoreError::NotFound { .. }) => false,
        Err(error) => return Err(error.into()),
    };
    if !of_unit {
        return Err(Error::field("/case", UNKNOWN_REFERENCE));
    }
    let repair = Repair {
        case: given.case,
        from: given.from,
        to: given.to,
    };
    if unit::repairs(&mut tx, id).await?.contains(&repair) {
        tx.unchanged().await?;
        return Ok(view(ctx, unit));
    }
    unit::add_repair(&mut tx, id, &repair).await?;
    warranty::resolve(&mut tx, &mut unit, Why::Repaired).await?;
    let entry = AuditEntry::new("unit.repair", "unit", id)
        .detail(serde_json::json!({ "case": given.case, "from": given.from, "to": given.to }));
    let receipt = Receipt::new(entry).event(changed(&unit));
    ctx.finish(tx, receipt, view(ctx, unit)).await
}
