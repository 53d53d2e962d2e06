//! Changing a product.

use domain::access::Action;
use domain::ids::ProductId;
use store::product::{self, Product};
use store::{AuditEntry, Event, Receipt};

use super::create::{check_plan, free_model};
use super::view::{ProductView, view};
use super::{PRODUCT_ARCHIVED, ProductFields};
use crate::case::{Concerned, wake};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::search::{self, Renamed};
use crate::warranty::{self, Touched};

/// Writes what is said about a product if it is still at `version`.
pub async fn change(
    ctx: &Ctx,
    id: ProductId,
    version: i64,
    given: ProductFields,
) -> Result<ProductView> {
    ctx.permit(Action::ProductEdit)?;
    let mut tx = ctx.begin().await?;
    let old = product::get(&mut tx, id).await?;
    if old.version != version {
        return Err(Error::stale());
    }
    if old.archived_at.is_some() {
        return Err(Error::refused(PRODUCT_ARCHIVED));
    }
    let mut new = old.clone();
    given.apply(&mut new)?;
    if new == old {
        tx.unchanged().await?;
        return Ok(view(ctx, old));
    }
    free_model(&mut tx, &new).await?;
    check_plan(&mut tx, &new, old.plan_version).await?;
    product::update(&mut tx, &new).await?;
    new.version += 1;
    let entry = AuditEntry::new("product.change", "product", id)
        .detail(serde_json::json!({ "from": told(&old), "to": told(&new) }));
    let event = Event::new("product.changed", id, serde_json::json!({}));
    let mut receipt = Receipt::new(entry).event(event);
    if new.legal_product != old.legal_product {
        // The law protects its units differently from now on.
        receipt = wake(&mut tx, receipt, Concerned::AllForProduct(id)).await?;
    } else if new.plan_version != old.plan_version {
        receipt = warranty::follow(&mut tx, receipt, Touched::OfProduct(id)).await?;
    }
    if (&new.model, &new.name) != (&old.model, &old.name) {
        receipt = search::follow(&mut tx, receipt, Renamed::Product(id)).await?;
    }
    ctx.finish(tx, receipt, view(ctx, new)).await
}

fn told(product: &Product) -> serde_json::Value {
    serde_json::json!({
        "model": product.model, "name": product.name, "family": product.family, "brand": product.brand,
        "legal_product": product.legal_product, "component_classes": product.component_classes,
        "end_of_production_on": product.end_of_production_on, "plan_version": product.plan_version,
    })
}
