//! Listing agreements.

use domain::access::Action;
use domain::ids::{AgreementId, CustomerId, PlanId, PlanVersionId, UnitId};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::agreement::{self, AgreementFilter, AgreementLine};
use utoipa::{IntoParams, ToSchema};

use super::fields::AgreementKind;
use super::view::{Standing, standing};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::page::{BAD_CURSOR, Page, PageSize};
use crate::settings;

const MAX_TEXT: usize = 50;

/// Which agreements to list, the latest first.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListAgreements {
    pub customer: Option<CustomerId>,
    /// Those that name this unit.
    pub unit: Option<UnitId>,
    /// Any version of this plan.
    pub plan: Option<PlanId>,
    pub kind: Option<AgreementKind>,
    /// Where it stands today.
    pub standing: Option<Standing>,
    /// Only those that run out within so many days.
    pub ends_within_days: Option<u16>,
    /// Part of a number, a title or the customer's name.
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
    pub plan_title: String,
    pub plan_number: i64,
    #[schema(value_type = String, format = Date)]
    pub starts_on: Date,
    #[schema(value_type = Option<String>, format = Date)]
    pub ends_on: Option<Date>,
    pub contract_fen: Option<i64>,
    /// How many units it names.
    pub units: i64,
    pub standing: Standing,
}

/// One page of the agreements inside the caller's scope.
pub async fn list(ctx: &Ctx, asked: &ListAgreements) -> Result<Page<AgreementHeadView>> {
    let scope = ctx.permit(Action::AgreementRead)?;
    let after = asked.after.as_deref().map(cursor).transpose()?;
    let size = PageSize::new(asked.limit);
    let mut read = ctx.read().await?;
    let day = settings::day_of(&mut read, ctx.now()).await?;
    let filter = filter(asked, day);
    let rows = agreement::page(&mut read, &filter, after, &scope, size.get() + 1).await?;
    let page = Page::cut(rows, size, |last| {
        let AgreementLine { agreement, .. } = last;
        format!("{}~{}", agreement.id, agreement.created_at.as_millisecond())
    });
    Ok(page.map(|line| view(line, day)))
}

fn filter(asked: &ListAgreements, day: Date) -> AgreementFilter {
    let text = asked.q.iter().flat_map(|text| text.trim().chars());
    let within = |days: u16| day.checked_add(i64::from(days).days()).unwrap_or(Date::MAX);
    AgreementFilter {
        customer: asked.customer,
        text: text.take(MAX_TEXT).collect(),
        kind: asked
            .kind
            .map(|kind| kind.as_str().to_owned())
            .unwrap_or_default(),
        plan: asked.plan,
        unit: asked.unit,
        standing: asked
            .standing
            .map(|standing| standing.as_str().to_owned())
            .unwrap_or_default(),
        day,
        ends_by: asked.ends_within_days.map(within),
    }
}

fn view(line: AgreementLine, day: Date) -> AgreementHeadView {
    let row = line.agreement;
    AgreementHeadView {
        standing: standing(&row, day),
        customer_name: line.customer_name,
        plan_title: line.plan_title,
        plan_number: line.plan_number,
        units: line.units,
        id: row.id,
        number: row.number,
        kind: row.kind,
        title: row.title,
        customer: row.customer,
        plan_version: row.plan_version,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        contract_fen: row.contract_fen,
    }
}

fn cursor(text: &str) -> Result<(i64, &str)> {
    text.split_once('~')
        .and_then(|(id, at)| Some((at.parse().ok()?, id)))
        .ok_or_else(|| Error::field("?after", BAD_CURSOR))
}
