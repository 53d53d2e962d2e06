//! Listing customers.

use domain::access::Action;
use domain::customer::CustomerKind;
use serde::Deserialize;
use store::customer::{self, CustomerFilter};
use utoipa::IntoParams;

use super::view::{CustomerView, view};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::page::{Page, PageSize, newest, newest_cursor};
use crate::search;

/// Which customers to list, the newest first; with `q`, those found by it.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListCustomers {
    /// Part of a name, number, telephone number, address or contact.
    pub q: Option<String>,
    pub kind: Option<CustomerKind>,
    /// Also archived ones.
    pub with_archived: Option<bool>,
    /// Where the page before ended: its `next`.
    pub after: Option<String>,
    /// Rows of a page, at most 200.
    pub limit: Option<u32>,
}

/// One page of the customers inside the caller's scope.
pub async fn list(ctx: &Ctx, asked: &ListCustomers) -> Result<Page<CustomerView>> {
    let scope = ctx.permit(Action::CustomerRead)?;
    let size = PageSize::new(asked.limit);
    let filter = CustomerFilter {
        kind: asked.kind,
        with_archived: asked.with_archived.unwrap_or_default(),
    };
    let mut read = ctx.read().await?;
    if let Some(words) = asked.q.as_deref().filter(|words| !words.trim().is_empty()) {
        let ids = search::found(&mut read, words, "customer", &scope).await?;
        let mut rows = customer::by_ids(&mut read, &ids, &scope).await?;
        rows.retain(|row| filter.shows(row));
        let rows = search::in_order(rows, &ids, |row| row.id.to_string());
        return Ok(Page {
            items: rows
                .into_iter()
                .take(size.get() as usize)
                .map(|row| view(ctx, row))
                .collect(),
            next: None,
        });
    }
    let after = asked.after.as_deref().map(newest).transpose()?;
    let rows = customer::page(&mut read, filter, after.as_ref(), &scope, size.get() + 1).await?;
    Ok(
        Page::cut(rows, size, |last| newest_cursor(last.created_at, last.id))
            .map(|row| view(ctx, row)),
    )
}
