//! Renewing an agreement: a new one that follows the old without a gap.

use domain::access::Action;
use domain::ids::{AgreementId, PlanVersionId, SiteId, UnitId};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use store::agreement::Agreement;
use store::{Scope, Tx, customer, unit};
use utoipa::ToSchema;

use super::change::load;
use super::create::{keep, next_number};
use super::fields::{AgreementFields, AgreementKind};
use super::view::AgreementView;
use super::{NO_END, RENEWED};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
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

/// Adds an agreement that begins on the day after this one ends. Units sold and sites removed since are not on it, which the
/// audit log says.
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
    let still = Still::of(&mut tx, &old).await?;
    let left_out = still.left_out(&old);
    let fields = AgreementFields {
        kind: kind(&old.kind),
        title: old.title.clone(),
        org: Some(old.org),
        plan_version: given.plan_version.unwrap_or(old.plan_version),
        starts_on,
        ends_on: given.ends_on,
        contract_fen: given.contract_fen.or(old.contract_fen),
        terms: given.terms.unwrap_or_else(|| old.terms.clone()),
        units: still.units,
        sites: still.sites,
    };
    let mut new = old;
    new.id = AgreementId::new(ctx.uuid());
    new.number = next_number(ctx, &mut tx).await?;
    new.renews = Some(id);
    new.default_version = settings::load(&mut tx).await?.0.default_plan;
    new.version = 1;
    new.created_at = tx.at();
    fields.apply(&mut tx, &scope, &buyer, &mut new, "").await?;
    keep(ctx, tx, new, "agreement.renew", &left_out).await
}

/// What of an agreement's units and sites still is the customer's.
struct Still {
    units: Vec<UnitId>,
    sites: Vec<SiteId>,
}

impl Still {
    async fn of(tx: &mut Tx, old: &Agreement) -> Result<Self> {
        let names: Vec<String> = old.units.iter().map(ToString::to_string).collect();
        let units = unit::by_ids(tx, &names, &Scope::All).await?;
        let sites = customer::sites(tx, old.customer).await?;
        let own = units.iter().filter(|unit| unit.customer == old.customer);
        let stands = |id: &SiteId| sites.iter().any(|site| site.id == *id);
        Ok(Self {
            units: own.map(|unit| unit.id).collect(),
            sites: old.sites.iter().copied().filter(stands).collect(),
        })
    }

    /// What was sold or removed since, for the audit log.
    fn left_out(&self, old: &Agreement) -> Vec<String> {
        let units = old.units.iter().filter(|id| !self.units.contains(id));
        let sites = old.sites.iter().filter(|id| !self.sites.contains(id));
        let units = units.map(ToString::to_string);
        units.chain(sites.map(ToString::to_string)).collect()
    }
}

fn kind(word: &str) -> AgreementKind {
    match word {
        "sale_warranty" => AgreementKind::SaleWarranty,
        "maintenance_contract" => AgreementKind::MaintenanceContract,
        _ => AgreementKind::Project,
    }
}
