//! A product as the caller sees it.

use domain::access::Action;
use domain::ids::{PlanVersionId, ProductId};
use domain::slug::LegalProduct;
use jiff::civil::Date;
use serde::Serialize;
use store::product::{self, Product};
use utoipa::ToSchema;

use super::{ClassFields, PRODUCT_ARCHIVED, PRODUCT_NOT_ARCHIVED};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::view::{ActionView, archivable};

/// A product with what the caller could do about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductView {
    pub id: ProductId,
    pub model: String,
    pub name: String,
    pub family: String,
    pub brand: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_product: Option<LegalProduct>,
    pub component_classes: Vec<ClassFields>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub end_of_production_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_version: Option<PlanVersionId>,
    pub archived: bool,
    pub version: i64,
    pub actions: Vec<ActionView>,
}

/// One product.
pub async fn get(ctx: &Ctx, id: ProductId) -> Result<ProductView> {
    ctx.permit(Action::ProductRead)?;
    Ok(view(ctx, product::get(&mut *ctx.read().await?, id).await?))
}

pub(super) fn view(ctx: &Ctx, product: Product) -> ProductView {
    let archived = product.archived_at.is_some();
    let edit = || ctx.may(Action::ProductEdit);
    ProductView {
        id: product.id,
        model: product.model,
        name: product.name,
        family: product.family,
        brand: product.brand,
        legal_product: product.legal_product,
        component_classes: product
            .component_classes
            .into_iter()
            .map(|one| ClassFields {
                class: one.class,
                label: one.label,
            })
            .collect(),
        end_of_production_on: product.end_of_production_on,
        plan_version: product.plan_version,
        archived,
        version: product.version,
        actions: archivable(
            ctx.language,
            edit,
            archived,
            [PRODUCT_ARCHIVED, PRODUCT_NOT_ARCHIVED],
        ),
    }
}
