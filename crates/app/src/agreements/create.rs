//! Signing an agreement.

use domain::access::Action;
use domain::ids::{AgreementId, UnitId};
use store::agreement::{self, Agreement};
use store::customer::Customer;
use store::{AuditEntry, Event, Receipt, Tx, customer, series, unit};

use super::fields::CreateAgreement;
use super::view::{AgreementView, view};
use crate::check::UNKNOWN_REFERENCE;
use crate::ctx::Ctx;
use crate::duties;
use crate::error::{Error, Kind, Result};
use crate::settings;
use crate::warranty::{self, Why};

/// What agreements are numbered with: `XY-20261122-0007` (协议).
const SERIES: &str = "XY";

/// Adds an agreement of one of the caller's customers.
pub async fn create(ctx: &Ctx, given: CreateAgreement) -> Result<AgreementView> {
    let scope = ctx.permit(Action::AgreementEdit)?;
    let mut tx = ctx.begin().await?;
    let buyer = customer::get(&mut tx, given.customer, &scope)
        .await
        .map_err(Error::from)
        .map_err(|error| match error.kind {
            Kind::NotFound => Error::field("/customer", UNKNOWN_REFERENCE),
            _ => error,
        })?;
    let mut new = blank(ctx, &mut tx, &buyer, &given).await?;
    given
        .agreement
        .apply(&mut tx, &scope, &buyer, &mut new, "/agreement")
        .await?;
    keep(ctx, tx, new, "agreement.create", &[]).await
}

async fn blank(
    ctx: &Ctx,
    tx: &mut Tx,
    buyer: &Customer,
    given: &CreateAgreement,
) -> Result<Agreement> {
    let (settings, _) = settings::load(tx).await?;
    let number = next_number(ctx, tx).await?;
    Ok(Agreement {
        id: AgreementId::new(ctx.uuid()),
        number,
        kind: String::new(),
        title: String::new(),
        customer: buyer.id,
        org: buyer.branch,
        // Another version than the one asked for, so that a retired plan is not taken for one that is applied already.
        plan_version: domain::ids::PlanVersionId::new(ctx.uuid()),
        default_version: settings.default_plan,
        starts_on: given.agreement.starts_on,
        ends_on: None,
        contract_fen: None,
        terms: domain::plan::Terms::default(),
        renews: None,
        ended_on: None,
        end_reason: None,
        version: 1,
        created_at: tx.at(),
        units: Vec::new(),
        sites: Vec::new(),
    })
}

pub(super) async fn next_number(ctx: &Ctx, tx: &mut Tx) -> Result<String> {
    let today = settings::day_of(tx, ctx.now()).await?;
    Ok(series::next(tx, SERIES, today).await?)
}

/// Writes a new agreement, puts its units under it, and answers with it.
pub(super) async fn keep(
    ctx: &Ctx,
    mut tx: Tx,
    new: Agreement,
    action: &str,
    left_out: &[String],
) -> Result<AgreementView> {
    agreement::insert(&mut tx, &new).await?;
    bind_units(&mut tx, &new).await?;
    duties::refresh(&mut tx, &new).await?;
    let id = new.id;
    let detail = serde_json::json!({
        "number": new.number, "customer": new.customer, "plan_version": new.plan_version,
        "starts_on": new.starts_on, "ends_on": new.ends_on, "renews": new.renews,
        "units": new.units.len(), "sites": new.sites.len(), "terms": new.terms,
        "left_out": left_out,
    });
    let branch = new.org;
    let answer = view(ctx, &mut tx, new).await?;
    let receipt = Receipt::new(AuditEntry::new(action, "agreement", id).detail(detail))
        .event(Event::new("agreement.changed", id, serde_json::json!({})).branch(branch));
    ctx.finish(tx, receipt, answer).await
}

/// Puts the units of a new or changed agreement under it.
pub(super) async fn bind_units(tx: &mut Tx, agreement: &Agreement) -> Result<()> {
    bind(tx, &agreement.units).await
}

/// A unit names the agreement it is under: the latest one that lists it, or none.
pub(super) async fn bind(tx: &mut Tx, units: &[UnitId]) -> Result<()> {
    let ids: Vec<String> = units.iter().map(ToString::to_string).collect();
    for mut bound in unit::by_ids(tx, &ids, &store::Scope::All).await? {
        let listing = agreement::for_unit(tx, bound.id).await?;
        let latest = listing.first().map(|agreement| agreement.id);
        if bound.agreement != latest {
            bound.agreement = latest;
            unit::update(tx, &bound).await?;
        }
    }
    warranty::resolve_units(tx, units, Why::AgreementChanged).await
}
