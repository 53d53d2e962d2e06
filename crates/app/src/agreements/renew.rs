//! Renewing an agreement: a new one that follows the old without a gap.

use domain::access::Action;
use domain::ids::{AgreementId, PlanVersionId};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use store::{customer, series};
use utoipa::ToSchema;

use super::change::load;
use super::create::keep;
use super::fields::{AgreementFields, AgreementKind};
use super::view::AgreementView;
use super::{NO_END, RENEWED};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::plans::today;
use crate::settings;

/// What changes with the renewal; all else stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RenewAgreement {
    /// The last day of the renewal.
    #[schema(value_type = Option<String>, format = Date)]
    pub ends_on: Option<Date>,
    /// Another version of the plan; the old one's when left out.
    pub plan_version: Option<PlanVersionId>,
    /// Other terms; the old one's when left out.
    pub terms: Option<domain::plan::Terms>,
    /// Another contract sum, in fen.
    pub contract_fen: Option<i64>,
}

/// Adds an agreement that begins on the day after this one ends.
pub async fn renew(
    ctx: &Ctx,
    id: AgreementId,
    version: i64,
    given: RenewAgreement,
) -> Result<AgreementView> {
    ctx.permit(Action::AgreementEdit)?;
    let (mut tx, scope, old) = load(ctx, id, version).await?;
    if store::agreement::renewal(&mut tx, id).await?.is_some() {
        return Err(Error::refused(RENEWED));
    }
    let last = old.ends_on.ok_or_else(|| Error::refused(NO_END))?;
    let starts_on = last
        .checked_add(1.day())
        .map_err(|_| Error::refused(NO_END))?;
    let buyer = customer::get(&mut tx, old.customer, &scope).await?;
    let fields = AgreementFields {
        kind: kind(&old.kind),
        title: old.title.clone(),
        org: Some(old.org),
        plan_version: given.plan_version.unwrap_or(old.plan_version),
        starts_on,
        ends_on: given.ends_on,
        contract_fen: given.contract_fen.or(old.contract_fen),
        terms: given.terms.unwrap_or_else(|| old.terms.clone()),
        units: old.units.clone(),
        sites: old.sites.clone(),
    };
    let mut new = old;
    new.id = AgreementId::new(ctx.uuid());
    new.number = series::next(&mut tx, "XY", today(ctx, "Asia/Shanghai")).await?;
    new.renews = Some(id);
    new.default_version = settings::load(&mut tx).await?.0.default_plan;
    new.version = 1;
    new.created_at = tx.at();
    fields.apply(&mut tx, &scope, &buyer, &mut new, "").await?;
    keep(ctx, tx, new, "agreement.renew").await
}

fn kind(word: &str) -> AgreementKind {
    match word {
        "sale_warranty" => AgreementKind::SaleWarranty,
        "maintenance_contract" => AgreementKind::MaintenanceContract,
        _ => AgreementKind::Project,
    }
}
