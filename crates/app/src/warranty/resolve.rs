//! Resolving a unit's warranty, once for the same facts.

use domain::entitlement::{self, ComponentFacts, Days, UnitFacts, WarrantyResolution};
use domain::ids::{AgreementId, PlanVersionId, UnitId};
use domain::plan::Promise;
use domain::plan::clauses::warranty::{StartDate, Usage, UsageUnit};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::unit::{self, Component, Repair, Resolution, Unit};
use store::{Conn, Scope, Tx};
use utoipa::ToSchema;

use crate::basis::Basis;
use crate::calendars::in_force;
use crate::error::{Error, Result};

/// Which change made a resolution necessary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The unit was registered.
    Registered,
    /// A date, a paper or another fact about the unit changed.
    UnitChanged,
    /// A component was fitted, replaced or taken out.
    ComponentChanged,
    /// Days under repair were noted.
    Repaired,
    /// The agreement was bound, changed or ended.
    AgreementChanged,
}

/// A resolution with what it was resolved from, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Resolved {
    pub why: Why,
    /// Absent when no agreement names the unit any more.
    pub agreement: Option<AgreementId>,
    pub plan_version: Option<PlanVersionId>,
    #[serde(flatten)]
    pub warranty: WarrantyResolution,
}

/// Resolves the warranty of a unit that was changed within a transaction. The same facts resolved again add nothing; a
/// unit that no agreement ever named has no warranty to resolve.
pub async fn resolve(tx: &mut Tx, unit: &mut Unit, why: Why) -> Result<()> {
    let last = unit::last_resolution(tx, unit.id).await?;
    let resolved = match Basis::of_unit(tx, unit).await? {
        Some(basis) => Resolved {
            why,
            agreement: Some(basis.agreement.id),
            plan_version: Some(basis.version.id),
            warranty: promised(tx, unit, &basis).await?,
        },
        None if last.is_none() => return Ok(()),
        None => Resolved {
            why,
            agreement: None,
            plan_version: None,
            warranty: WarrantyResolution { terms: Vec::new() },
        },
    };
    let ends_on = resolved.warranty.unit_ends_on();
    let hash = hash(&resolved)?;
    if last.as_ref().is_some_and(|last| last.hash == hash) {
        return Ok(());
    }
    let row = Resolution {
        seq: last.map_or(1, |last| last.seq + 1),
        resolved_at: tx.at(),
        resolution: serde_json::to_value(&resolved).map_err(Error::internal)?,
        hash,
        ends_on,
    };
    unit::add_resolution(tx, unit.id, &row).await?;
    unit.labels.warranty_ends_on = ends_on;
    Ok(())
}

/// Resolves the warranties of units whose agreement was bound, changed or ended within a transaction.
pub async fn resolve_units(tx: &mut Tx, ids: &[UnitId], why: Why) -> Result<()> {
    for id in ids {
        let mut unit = unit::get(tx, *id, &Scope::All).await?;
        resolve(tx, &mut unit, why).await?;
    }
    Ok(())
}

async fn promised(tx: &mut Tx, unit: &Unit, basis: &Basis) -> Result<WarrantyResolution> {
    let facts = facts(tx, unit, basis).await?;
    let calendars = in_force(tx).await?.calendars;
    Ok(entitlement::resolve(&basis.plan, &calendars, &facts))
}

/// What is known of a unit, as its warranty depends on it.
pub(crate) async fn facts(conn: &mut Conn, unit: &Unit, basis: &Basis) -> Result<UnitFacts> {
    let components = unit::components(conn, unit.id).await?;
    let repairs = unit::repairs(conn, unit.id).await?;
    let mut dates = unit.dates.clone();
    // The agreement names the contract's day where the unit's own file does not.
    dates
        .entry(StartDate::Contract)
        .or_insert(basis.agreement.starts_on);
    Ok(UnitFacts {
        dates,
        card: unit.card,
        proof: unit.proof,
        sold: unit.territory,
        usage: usage(unit, basis),
        components: components
            .iter()
            .filter(|one| one.removed_on.is_none())
            .map(component)
            .collect(),
        repairs: repairs
            .iter()
            .map(|Repair { from, to, .. }| Days {
                from: *from,
                to: *to,
            })
            .collect(),
    })
}

/// The meter reading, in the measure the plan counts in.
pub(crate) fn usage(unit: &Unit, basis: &Basis) -> Option<Usage> {
    let amount = u32::try_from(unit.usage_amount?).unwrap_or(u32::MAX);
    let measured = basis
        .plan
        .plan()
        .clauses
        .iter()
        .find_map(|clause| match &clause.promise {
            Promise::WarrantyTerm(term) => term.or_usage.map(|usage| usage.unit),
            _ => None,
        });
    Some(Usage {
        amount,
        unit: measured.unwrap_or(UsageUnit::Hours),
    })
}

fn component(component: &Component) -> ComponentFacts {
    // Only one that took another's place has the term of a replaced part.
    let replaced_on = component.fitted_on.filter(|_| component.replaces.is_some());
    ComponentFacts {
        class: component.class.clone(),
        replaced_on,
    }
}

/// Over everything but the occasion: the same promises for another reason are the same.
fn hash(resolved: &Resolved) -> Result<String> {
    let facts = (
        resolved.agreement,
        resolved.plan_version,
        &resolved.warranty,
    );
    let text = serde_json::to_string(&facts).map_err(Error::internal)?;
    Ok(domain::hex(&Sha256::digest(text.as_bytes())))
}
