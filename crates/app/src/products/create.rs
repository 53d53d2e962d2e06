//! Adding a product.

use domain::access::Action;
use domain::ids::{PlanVersionId, ProductId};
use jiff::Timestamp;
use store::product::{self, Product};
use store::{AuditEntry, Event, Receipt, Tx};

use super::view::{ProductView, view};
use super::{MODEL_TAKEN, ProductFields};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Text;
use crate::plans;

/// Adds a product.
pub async fn create(ctx: &Ctx, given: ProductFields) -> Result<ProductView> {
    ctx.permit(Action::ProductEdit)?;
    let mut tx = ctx.begin().await?;
    let mut new = blank(ProductId::new(ctx.uuid()), tx.at());
    given.apply(&mut new)?;
    check_plan(&mut tx, &new, None).await?;
    free_model(&mut tx, &new).await?;
    product::insert(&mut tx, &new).await?;
    let entry = AuditEntry::new("product.create", "product", new.id)
        .detail(serde_json::json!({ "model": new.model, "name": new.name }));
    let event = Event::new("product.changed", new.id, serde_json::json!({}));
    ctx.finish(tx, Receipt::new(entry).event(event), view(ctx, new))
        .await
}

pub(crate) fn blank(id: ProductId, created_at: Timestamp) -> Product {
    Product {
        id,
        model: String::new(),
        name: String::new(),
        family: String::new(),
        brand: String::new(),
        legal_product: None,
        component_classes: Vec::new(),
        end_of_production_on: None,
        plan_version: None,
        version: 1,
        created_at,
        archived_at: None,
    }
}

/// Refuses a plan that is not there, was retired, or asks what only an agreement answers. What was chosen before stays.
pub(super) async fn check_plan(
    tx: &mut Tx,
    new: &Product,
    before: Option<PlanVersionId>,
) -> Result<()> {
    match new.plan_version {
        Some(chosen) if new.plan_version != before => {
            plans::check_choice(tx, "/plan_version", chosen).await
        }
        _ => Ok(()),
    }
}

/// Refuses a model that another product has.
pub(super) async fn free_model(tx: &mut Tx, new: &Product) -> Result<()> {
    tx.alone(&format!("product.model/{}", new.model)).await?;
    match product::by_model(tx, &new.model).await? {
        Some(other) if other.id != new.id => Err(Error::field(
            "/model",
            Text::from(MODEL_TAKEN).with("model", &new.model),
        )),
        _ => Ok(()),
    }
}
