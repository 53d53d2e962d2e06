//! Listing products.

use domain::access::Action;
use serde::Deserialize;
use store::product::{self, ProductFilter};
use utoipa::IntoParams;

use super::view::{ProductView, view};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::page::{BAD_CURSOR, Page, PageSize};

/// Which products to list, ordered by model.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListProducts {
    /// Part of a model, name or brand.
    pub q: Option<String>,
    pub family: Option<String>,
    /// Also archived ones.
    pub with_archived: Option<bool>,
    /// Where the page before ended: its `next`.
    pub after: Option<String>,
    /// Rows of a page, at most 200.
    pub limit: Option<u32>,
}

/// One page of the products.
pub async fn list(ctx: &Ctx, asked: &ListProducts) -> Result<Page<ProductView>> {
    ctx.permit(Action::ProductRead)?;
    let filter = ProductFilter {
        family: asked.family.clone().unwrap_or_default(),
        text: asked.q.clone().unwrap_or_default().trim().to_lowercase(),
        with_archived: asked.with_archived.unwrap_or_default(),
    };
    let after = asked.after.as_deref().map(cursor).transpose()?;
    let size = PageSize::new(asked.limit);
    let mut read = ctx.read().await?;
    let rows = product::page(&mut read, &filter, after, size.get() + 1).await?;
    Ok(
        Page::cut(rows, size, |last| format!("{}~{}", last.id, last.model))
            .map(|row| view(ctx, row)),
    )
}

/// The families products are sorted into, for filters.
pub async fn families(ctx: &Ctx) -> Result<Vec<String>> {
    ctx.permit(Action::ProductRead)?;
    Ok(product::families(&mut *ctx.read().await?).await?)
}

/// The cursor is id and model; the order is model, then id.
fn cursor(text: &str) -> Result<(&str, &str)> {
    let (id, model) = text
        .split_once('~')
        .ok_or_else(|| Error::field("?after", BAD_CURSOR))?;
    Ok((model, id))
}
