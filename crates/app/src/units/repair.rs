//! Noting the days a unit was under repair: a plan may not count them against the warranty.

use domain::access::Action;
use domain::ids::{CaseId, UnitId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::unit::{self, Repair};
use store::{AuditEntry, Receipt, StoreError, Tx, case};
use utoipa::ToSchema;

use super::register::changed;
use super::view::{UnitView, view_of};
use super::{REPAIR_BEFORE_REPORT, REPAIR_ENDS_FIRST, REPAIR_TO_COME};
use crate::check::{Checks, UNKNOWN_REFERENCE};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Text;
use crate::settings;
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
    let reported_at = match case::get(&mut tx, given.case, &cases).await {
        Ok(case) if case.unit == Some(id) => case.reported_at,
        Ok(_) | Err(StoreError::NotFound { .. }) => {
            return Err(Error::field("/case", UNKNOWN_REFERENCE));
        }
        Err(error) => return Err(error.into()),
    };
    possible(&mut tx, &given, reported_at).await?;
    let repair = Repair {
        case: given.case,
        from: given.from,
        to: given.to,
    };
    if unit::repairs(&mut tx, id).await?.contains(&repair) {
        let answer = view_of(ctx, &mut tx, unit).await?;
        tx.unchanged().await?;
        return Ok(answer);
    }
    unit::add_repair(&mut tx, id, &repair).await?;
    warranty::resolve(&mut tx, &mut unit, Why::Repaired).await?;
    let entry = AuditEntry::new("unit.repair", "unit", id)
        .detail(serde_json::json!({ "case": given.case, "from": given.from, "to": given.to }));
    let receipt = Receipt::new(entry).event(changed(&unit));
    let answer = view_of(ctx, &mut tx, unit).await?;
    ctx.finish(tx, receipt, answer).await
}

/// A repair lies between the report it follows from and today.
async fn possible(tx: &mut Tx, given: &NoteRepair, reported_at: Timestamp) -> Result<()> {
    let at = tx.at();
    let today = settings::day_of(tx, at).await?;
    let reported = settings::day_of(tx, reported_at).await?;
    let mut checks = Checks::new();
    if given.from < reported {
        let text = Text::from(REPAIR_BEFORE_REPORT).with("day", reported);
        checks.wrong("/from", text);
    }
    for (pointer, day) in [("/from", given.from), ("/to", given.to)] {
        if day > today {
            checks.wrong(pointer, Text::from(REPAIR_TO_COME).with("today", today));
        }
    }
    checks.done()
}
