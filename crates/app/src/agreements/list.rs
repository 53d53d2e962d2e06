//! Listing agreements.

use domain::access::Action;
use domain::ids::{AgreementId, CustomerId, PlanVersionId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::agreement::{self, Agreement, AgreementFilter};
use store::customer;
use utoipa::{IntoParams, ToSchema};

use super::view::{Standing, standing};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::page::{BAD_CURSOR, Page, PageSize};

const MAX_TEXT: usize = 50;

/// Which agreements to list, the latest first.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListAgreements {
    pub customer: Option<CustomerId>,
    /// Part of a number or title.
    pub q: Option<String>,
    /// Where the page before ended: its `next`.
    pub after: Option<String>,
    /// Rows of a page, at most 200.
    pub limit: Option<u32>,
}

/// An agreement in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgreementHeadView {
    pub id: AgreementId,
    pub number: String,
    pub kind: String,
    pub title: String,
    pub customer: CustomerId,
    pub customer_name: String,
    pub plan_version: PlanVersionId,
    #[schema(value_type = String, format = Date)]
    pub starts_on: Date,
    #[schema(value_type = Option<String>, format = Date)]
    pub ends_on: Option<Date>,
    pub standing: Standing,
}

/// One page of the agreements inside the caller's scope.
pub async fn list(ctx: &Ctx, asked: &ListAgreements) -> Result<Page<AgreementHeadView>> {
    let scope = ctx.permit(Action::AgreementRead)?;
    let filter = AgreementFilter {
        customer: asked.customer,
        text: asked
            .q
            .iter()
            .flat_map(|text| text.trim().chars())
            .take(MAX_TEXT)
            .collect(),
    };
    let after = asked.after.as_deref().map(cursor).transpose()?;
    let size = PageSize::new(asked.limit);
    let mut read = ctx.read().await?;
    let rows = agreement::page(&mut read, &filter, after, &scope, size.get() + 1).await?;
    let ids: Vec<String> = rows.iter().map(|row| row.customer.to_string()).collect();
    let names = customer::by_ids(&mut read, &ids, &store::Scope::All).await?;
    let page = Page::cut(rows, size, |last| {
        format!("{}~{}", last.id, last.created_at.as_millisecond())
    });
    Ok(page.map(|row: Agreement| AgreementHeadView {
        standing: standing(ctx, &row),
        customer_name: names
            .iter()
            .find(|customer| customer.id == row.customer)
            .map(|customer| customer.name.clone())
            .unwrap_or_default(),
        id: row.id,
        number: row.number,
        kind: row.kind,
        title: row.title,
        customer: row.customer,
        plan_version: row.plan_version,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
    }))
}

fn cursor(text: &str) -> Result<(i64, &str)> {
    text.split_once('~')
        .and_then(|(id, at)| Some((at.parse().ok()?, id)))
        .ok_or_else(|| Error::field("?after", BAD_CURSOR))
}
