//! Changing a unit.

use domain::access::Action;
use domain::ids::UnitId;
use store::unit::{self, Unit};
use store::{AuditEntry, Receipt};

use super::index::index;
use super::register::{changed, free_serial};
use super::view::{UnitView, sees_price, view_of};
use super::{RETIRED, UnitFields, code};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::warranty::{self, Why};

/// Writes what is said about a unit if it is still at `version`, and resolves its warranty anew when the facts changed.
pub async fn change(ctx: &Ctx, id: UnitId, version: i64, given: UnitFields) -> Result<UnitView> {
    let scope = ctx.permit(Action::UnitEdit)?;
    let mut tx = ctx.begin().await?;
    let old = unit::get(&mut tx, id, &scope).await?;
    if old.version != version {
        return Err(Error::stale());
    }
    if old.retired_at.is_some() {
        return Err(Error::refused(RETIRED));
    }
    let mut new = old.clone();
    given.apply(&mut tx, &scope, &mut new).await?;
    if !sees_price(ctx) {
        new.price = old.price;
    }
    if new == old {
        let answer = view_of(ctx, &mut tx, old).await?;
        tx.unchanged().await?;
        return Ok(answer);
    }
    if new.customer != old.customer {
        // Whoever had the unit before must not follow it to its new owner, nor its contract go with it.
        new.public_code = code::draw(ctx.app.random.as_ref());
        new.agreement = None;
    }
    if (new.product, &new.serial) != (old.product, &old.serial) {
        free_serial(ctx, &mut tx, &new).await?;
    }
    unit::update(&mut tx, &new).await?;
    new.version += 1;
    index(&mut tx, &new).await?;
    warranty::resolve(&mut tx, &mut new, Why::UnitChanged).await?;
    let entry = AuditEntry::new("unit.change", "unit", id)
        .detail(serde_json::json!({ "from": told(&old), "to": told(&new) }));
    let mut receipt = Receipt::new(entry).event(changed(&new));
    if new.customer != old.customer {
        receipt = receipt.event(changed(&old));
    }
    let answer = view_of(ctx, &mut tx, new).await?;
    ctx.finish(tx, receipt, answer).await
}

fn told(unit: &Unit) -> serde_json::Value {
    serde_json::json!({
        "product": unit.product, "serial": unit.serial, "customer": unit.customer, "site": unit.site,
        "branch": unit.branch, "place": unit.place, "territory": unit.territory, "dates": unit.dates, "card": unit.card,
        "proof": unit.proof, "usage_amount": unit.usage_amount, "price_fen": unit.price, "note": unit.note,
    })
}
