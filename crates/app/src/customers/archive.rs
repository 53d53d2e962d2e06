//! Putting a customer away and bringing it back. Nothing is deleted: cases and units keep their customer.

use domain::access::Action;
use domain::ids::CustomerId;
use jiff::Timestamp;
use store::customer;
use store::{AuditEntry, Event, Receipt};

use super::view::{CustomerView, view};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Takes a customer out of lists and look-ups.
pub async fn archive(ctx: &Ctx, id: CustomerId, version: i64) -> Result<CustomerView> {
    set(ctx, id, version, Some(ctx.now())).await
}

/// Brings an archived customer back.
pub async fn restore(ctx: &Ctx, id: CustomerId, version: i64) -> Result<CustomerView> {
    set(ctx, id, version, None).await
}

async fn set(
    ctx: &Ctx,
    id: CustomerId,
    version: i64,
    at: Option<Timestamp>,
) -> Result<CustomerView> {
    let scope = ctx.permit(Action::CustomerEdit)?;
    let mut tx = ctx.begin().await?;
    let mut customer = customer::get(&mut tx, id, &scope).await?;
    if customer.version != version {
        return Err(Error::stale());
    }
    if customer.archived_at.is_some() == at.is_some() {
        tx.unchanged().await?;
        return Ok(view(ctx, customer));
    }
    customer::set_archived(&mut tx, &customer, at).await?;
    customer.archived_at = at;
    customer.version += 1;
    let action = if at.is_some() {
        "customer.archive"
    } else {
        "customer.restore"
    };
    let event = Event::new("customer.changed", id, serde_json::json!({}))
        .branch(customer.branch)
        .customer(id);
    ctx.finish(
        tx,
        Receipt::new(AuditEntry::new(action, "customer", id)).event(event),
        view(ctx, customer),
    )
    .await
}
