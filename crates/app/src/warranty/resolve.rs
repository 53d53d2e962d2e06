//! Resolving a unit's warranty, once for the same facts.

use domain::calendar::HeatingSeason;
use domain::entitlement::{
    self, ComponentFacts, Days, ResolvedTerm, UnitFacts, WarrantyResolution,
};
use domain::ids::{AgreementId, PlanVersionId, ProductId, UnitId};
use domain::plan::clauses::warranty::{StartDate, Term, Usage, UsageUnit};
use domain::plan::{Asked, Promise};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::unit::{self, Component, Repair, Resolution, Unit};
use store::{Conn, Scope, Tx};
use utoipa::ToSchema;

use crate::basis::{Basis, Chosen, PlanSource};
use crate::error::{Error, Result};
use crate::settings;

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
    /// What it rests on changed: the plan chosen, the law, the class of the product, a calendar, the kind of customer.
    BasisChanged,
}

/// A resolution with what it was resolved from, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Resolved {
    pub why: Why,
    /// Absent where no agreement names the unit.
    pub agreement: Option<AgreementId>,
    /// Absent where nothing is promised for the unit any more, or by the law alone.
    pub plan_version: Option<PlanVersionId>,
    /// The company's default clauses behind the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_version: Option<PlanVersionId>,
    /// The product the plan was taken from, where no agreement names the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductId>,
    /// Whose plan it is; absent where nothing is promised any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<PlanSource>,
    #[serde(flatten)]
    pub warranty: WarrantyResolution,
}

impl Resolved {
    /// What a row of the store holds.
    pub(crate) fn read(row: Resolution) -> Result<Self> {
        serde_json::from_value(row.resolution).map_err(Error::internal)
    }

    pub(super) fn of(why: Why, unit: &Unit, basis: &Basis, warranty: WarrantyResolution) -> Self {
        let agreement = basis.agreement.as_ref().map(|agreement| agreement.id);
        Self {
            why,
            agreement,
            plan_version: basis.version.as_ref().map(|version| version.id),
            default_version: basis.default_version,
            product: agreement.is_none().then_some(unit.product),
            source: Some(basis.source),
            warranty,
        }
    }

    /// The plan a unit of this product was sold with, if that is how its warranty was found.
    pub(crate) fn sold_with(&self, product: ProductId) -> Option<Chosen> {
        let version = self
            .plan_version
            .filter(|_| self.product == Some(product))?;
        Some(Chosen {
            version,
            default_version: self.default_version,
        })
    }

    /// Whose plan it is, also where that was not kept with it.
    pub(super) fn source(&self) -> Option<PlanSource> {
        let of_plan = || {
            let behind = self.default_version;
            behind.map_or(PlanSource::Company, |_| PlanSource::Product)
        };
        match (self.source, self.agreement, self.plan_version) {
            (Some(source), _, _) => Some(source),
            (None, Some(_), _) => Some(PlanSource::Agreement),
            (None, None, Some(_)) => Some(of_plan()),
            (None, None, None) => (!self.warranty.terms.is_empty()).then_some(PlanSource::Law),
        }
    }

    /// The row to keep, with the number `seq`.
    pub(super) fn row(&self, seq: i64, resolved_at: Timestamp) -> Result<Resolution> {
        Ok(Resolution {
            seq,
            resolved_at,
            resolution: serde_json::to_value(self).map_err(Error::internal)?,
            hash: hash(self)?,
            ends_on: self.warranty.unit_ends_on(),
        })
    }
}

/// Resolves the warranty of a unit that was changed within a transaction. The same facts resolved again add nothing; a
/// unit that nothing was ever promised for has no warranty to resolve.
/// Returns whether it added one.
pub async fn resolve(tx: &mut Tx, unit: &mut Unit, why: Why) -> Result<bool> {
    let last = unit::last_resolution(tx, unit.id).await?;
    let Some(resolved) = now(tx, unit, last.as_ref(), why).await? else {
        return Ok(false);
    };
    let seq = last.as_ref().map_or(1, |last| last.seq + 1);
    let row = resolved.row(seq, tx.at())?;
    if last.is_some_and(|last| last.hash == row.hash) {
        return Ok(false);
    }
    unit::add_resolution(tx, unit.id, &row).await?;
    unit.labels.warranty_ends_on = row.ends_on;
    Ok(true)
}

/// Whether resolving a unit would add nothing.
pub(super) async fn is_kept(conn: &mut Conn, unit: &Unit) -> Result<bool> {
    let last = unit::last_resolution(conn, unit.id).await?;
    let resolved = now(conn, unit, last.as_ref(), Why::BasisChanged).await?;
    Ok(match (resolved, last) {
        (Some(resolved), Some(last)) => hash(&resolved)? == last.hash,
        (None, _) => true,
        (Some(_), None) => false,
    })
}

/// What lists show of a unit's warranty as it is kept, and as its facts give it; nothing where there is neither.
pub(super) async fn compared(conn: &mut Conn, unit: &Unit) -> Result<Option<(String, String)>> {
    let last = unit::last_resolution(conn, unit.id).await?;
    let resolved = now(conn, unit, last.as_ref(), Why::BasisChanged).await?;
    let listed = |ends_on: Option<Date>, terms: &[ResolvedTerm]| {
        let each = terms.iter().map(|term| {
            let last = term.ends_on.map_or("-".to_owned(), |day| day.to_string());
            format!("{} {last}", term.clause)
        });
        let each: Vec<String> = each.collect();
        let ends_on = ends_on.map_or("-".to_owned(), |day| day.to_string());
        format!("{ends_on} ({})", each.join(", "))
    };
    let nothing = || listed(None, &[]);
    let computed = resolved.map(|it| listed(it.warranty.unit_ends_on(), &it.warranty.terms));
    let kept = match last {
        Some(row) => {
            let ends_on = row.ends_on;
            Some(listed(ends_on, &Resolved::read(row)?.warranty.terms))
        }
        None => None,
    };
    if kept.is_none() && computed.is_none() {
        return Ok(None);
    }
    Ok(Some((
        kept.unwrap_or_else(nothing),
        computed.unwrap_or_else(nothing),
    )))
}

/// What a unit's facts give now; nothing where nothing was ever promised for it.
async fn now(
    conn: &mut Conn,
    unit: &Unit,
    last: Option<&Resolution>,
    why: Why,
) -> Result<Option<Resolved>> {
    Ok(match Basis::of_unit(conn, unit).await? {
        Some(basis) => {
            let warranty = promised(conn, unit, &basis).await?;
            Some(Resolved::of(why, unit, &basis, warranty))
        }
        None => last.map(|_| Resolved {
            why,
            agreement: None,
            plan_version: None,
            default_version: None,
            product: None,
            source: None,
            warranty: WarrantyResolution { terms: Vec::new() },
        }),
    })
}

/// Resolves the warranties of units whose agreement was bound, changed or ended within a transaction.
pub async fn resolve_units(tx: &mut Tx, ids: &[UnitId], why: Why) -> Result<()> {
    for id in ids {
        let mut unit = unit::get(tx, *id, &Scope::All).await?;
        resolve(tx, &mut unit, why).await?;
    }
    Ok(())
}

/// The warranty of a unit as it is now.
pub(crate) async fn promised(
    conn: &mut Conn,
    unit: &Unit,
    basis: &Basis,
) -> Result<WarrantyResolution> {
    let facts = facts(conn, unit, basis).await?;
    Ok(entitlement::resolve(&basis.plan, &basis.calendars, &facts))
}

/// What is known of a unit, as its warranty depends on it.
pub(crate) async fn facts(conn: &mut Conn, unit: &Unit, basis: &Basis) -> Result<UnitFacts> {
    let components = unit::components(conn, unit.id).await?;
    let repairs = unit::repairs(conn, unit.id).await?;
    let season = if counts_seasons(basis) {
        settings::load(conn).await?.0.heating_season
    } else {
        None
    };
    Ok(facts_of(unit, basis, &components, &repairs, season))
}

/// Whether a term lasts so many heating seasons, whose days the company or the agreement names.
fn counts_seasons(basis: &Basis) -> bool {
    let clauses = &basis.plan.plan().clauses;
    clauses.iter().any(|clause| {
        matches!(&clause.promise, Promise::WarrantyTerm(warranty)
            if matches!(warranty.term, Asked::Known(Term::Seasons(_))))
    })
}

/// The same, from what was read or is about to be written.
pub(super) fn facts_of(
    unit: &Unit,
    basis: &Basis,
    components: &[Component],
    repairs: &[Repair],
    company: Option<HeatingSeason>,
) -> UnitFacts {
    let agreed = basis.agreement.as_ref();
    let agreed = agreed.and_then(|agreement| agreement.terms.heating_season);
    let mut dates = unit.dates.clone();
    // The agreement names the contract's day where the unit's own file does not.
    if let Some(agreement) = &basis.agreement {
        dates
            .entry(StartDate::Contract)
            .or_insert(agreement.starts_on);
    }
    UnitFacts {
        dates,
        card: unit.card,
        proof: unit.proof,
        sold: unit.territory,
        usage: usage(unit, basis),
        heating_season: agreed.or(company),
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
    }
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
