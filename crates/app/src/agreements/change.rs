//! Correcting an agreement.

use domain::access::Action;
use domain::ids::AgreementId;
use store::agreement::{self, Agreement};
use store::{AuditEntry, Event, Receipt, Scope, Tx, customer};

use super::ENDED;
use super::create::{bind, bind_units};
use super::fields::AgreementFields;
use super::view::{AgreementView, view};
use crate::case::{Concerned, wake};
use crate::ctx::Ctx;
use crate::duties;
use crate::error::{Error, Result};

/// Writes what an agreement says if it is still at `version`.
pub async fn change(
    ctx: &Ctx,
    id: AgreementId,
    version: i64,
    given: AgreementFields,
) -> Result<AgreementView> {
    let (mut tx, scope, old) = load(ctx, id, version).await?;
    let buyer = customer::get(&mut tx, old.customer, &scope).await?;
    let mut new = old.clone();
    given.apply(&mut tx, &scope, &buyer, &mut new, "").await?;
    if new == old {
        let answer = view(ctx, &mut tx, old).await?;
        tx.unchanged().await?;
        return Ok(answer);
    }
    let detail = serde_json::json!({ "from": told(&old), "to": told(&new) });
    write(
        ctx,
        tx,
        new,
        AuditEntry::new("agreement.change", "agreement", id).detail(detail),
    )
    .await
}

/// Loads an agreement that may be changed.
pub(super) async fn load(
    ctx: &Ctx,
    id: AgreementId,
    version: i64,
) -> Result<(Tx, Scope, Agreement)> {
    let scope = ctx.permit(Action::AgreementEdit)?;
    let mut tx = ctx.begin().await?;
    let old = agreement::get(&mut tx, id, &scope).await?;
    if old.version != version {
        return Err(Error::stale());
    }
    if old.ended_on.is_some() {
        return Err(Error::refused(ENDED));
    }
    Ok((tx, scope, old))
}

/// Writes a changed agreement and answers with what it is now.
pub(super) async fn write(
    ctx: &Ctx,
    mut tx: Tx,
    mut new: Agreement,
    entry: AuditEntry,
) -> Result<AgreementView> {
    let mut released = agreement::get(&mut tx, new.id, &Scope::All).await?.units;
    released.retain(|unit| !new.units.contains(unit));
    agreement::update(&mut tx, &new).await?;
    bind_units(&mut tx, &new).await?;
    bind(&mut tx, &released).await?;
    duties::refresh(&mut tx, &new).await?;
    new.version += 1;
    let (id, branch) = (new.id, new.org);
    let answer = view(ctx, &mut tx, new).await?;
    let receipt = Receipt::new(entry)
        .event(Event::new("agreement.changed", id, serde_json::json!({})).branch(branch));
    let receipt = wake(&mut tx, receipt, Concerned::Under(id)).await?;
    ctx.finish(tx, receipt, answer).await
}

fn told(agreement: &Agreement) -> serde_json::Value {
    serde_json::json!({
        "kind": agreement.kind, "title": agreement.title, "org": agreement.org, "plan_version": agreement.plan_version,
        "starts_on": agreement.starts_on, "ends_on": agreement.ends_on, "contract_fen": agreement.contract_fen,
        "terms": agreement.terms, "units": agreement.units, "sites": agreement.sites,
    })
}
