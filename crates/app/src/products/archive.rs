//! Putting a product away and bringing it back. Units keep their product.

use domain::access::Action;
use domain::ids::ProductId;
use jiff::Timestamp;
use store::product;
use store::{AuditEntry, Event, Receipt};

use super::view::{ProductView, view};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Takes a product out of lists; no unit of it can be registered any more.
pub async fn archive(ctx: &Ctx, id: ProductId, version: i64) -> Result<ProductView> {
    set(ctx, id, version, Some(ctx.now())).await
}

/// Brings an archived product back.
pub async fn restore(ctx: &Ctx, id: ProductId, version: i64) -> Result<ProductView> {
    set(ctx, id, version, None).await
}

async fn set(ctx: &Ctx, id: ProductId, version: i64, at: Option<Timestamp>) -> Result<ProductView> {
    ctx.permit(Action::ProductEdit)?;
    let mut tx = ctx.begin().await?;
    let mut product = product::get(&mut tx, id).await?;
    if product.version != version {
        return Err(Error::stale());
    }
    if product.archived_at.is_some() == at.is_some() {
        tx.unchanged().await?;
        return Ok(view(ctx, product));
    }
    product::set_archived(&mut tx, &product, at).await?;
    product.archived_at = at;
    product.version += 1;
    let action = if at.is_some() {
        "product.archive"
    } else {
        "product.restore"
    };
    let event = Event::new("product.changed", id, serde_json::json!({}));
    ctx.finish(
        tx,
        Receipt::new(AuditEntry::new(action, "product", id)).event(event),
        view(ctx, product),
    )
    .await
}
