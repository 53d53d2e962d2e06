//! Listing units.

use domain::access::Action;
use domain::ids::{AgreementId, CustomerId};
use serde::Deserialize;
use store::unit::{self, Retired, UnitsOf};
use utoipa::IntoParams;

use super::view::{UnitView, views};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::page::{Page, PageSize, newest, newest_cursor};
use crate::search;

/// Which units to list, the newest first; with `q`, those found by it.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListUnits {
    /// Part of a serial number, number, product, customer or place.
    pub q: Option<String>,
    pub customer: Option<CustomerId>,
    /// Only those an agreement names; goes before `customer`, and is not combined with `q`.
    pub agreement: Option<AgreementId>,
    /// Also retired ones.
    pub with_retired: Option<bool>,
    /// Where the page before ended: its `next`.
    pub after: Option<String>,
    /// Rows of a page, at most 200.
    pub limit: Option<u32>,
}

/// One page of the units inside the caller's scope.
pub async fn list(ctx: &Ctx, asked: &ListUnits) -> Result<Page<UnitView>> {
    let scope = ctx.permit(Action::UnitRead)?;
    let size = PageSize::new(asked.limit);
    let retired = if asked.with_retired.unwrap_or_default() {
        Retired::Shown
    } else {
        Retired::Hidden
    };
    let mut read = ctx.read().await?;
    if let Some(words) = asked.q.as_deref().filter(|words| !words.trim().is_empty()) {
        let ids = search::found(&mut read, words, "unit", &scope).await?;
        let mut rows = unit::by_ids(&mut read, &ids, &scope).await?;
        rows.retain(|row| {
            asked
                .customer
                .is_none_or(|customer| row.customer == customer)
        });
        rows.retain(|row| retired == Retired::Shown || row.retired_at.is_none());
        let mut rows = search::in_order(rows, &ids, |row| row.id.to_string());
        rows.truncate(size.get() as usize);
        return Ok(Page {
            items: views(ctx, &mut read, rows).await?,
            next: None,
        });
    }
    let after = asked.after.as_deref().map(newest).transpose()?;
    let rows = unit::page(
        &mut read,
        whose(asked),
        retired,
        after.as_ref(),
        &scope,
        size.get() + 1,
    )
    .await?;
    let page = Page::cut(rows, size, |last| newest_cursor(last.created_at, last.id));
    Ok(Page {
        items: views(ctx, &mut read, page.items).await?,
        next: page.next,
    })
}

fn whose(asked: &ListUnits) -> UnitsOf {
    match (asked.agreement, asked.customer) {
        (Some(agreement), _) => UnitsOf::Agreement(agreement),
        (None, Some(customer)) => UnitsOf::Customer(customer),
        (None, None) => UnitsOf::Everybody,
    }
}
