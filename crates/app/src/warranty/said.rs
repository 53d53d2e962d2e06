//! What can be said of a unit's warranty, in the same words wherever it is shown.

use domain::entitlement::{ResolvedTerm, UnitStanding, WarrantyResolution};
use domain::language::Language;
use domain::legal::{Floor, LegalRule};
use domain::plan::clauses::warranty::{Covered, StartDate, UsageUnit};
use jiff::civil::Date;
use serde::Serialize;
use store::Conn;
use store::unit::Unit;
use utoipa::ToSchema;

use super::resolve::promised;
use crate::basis::{Basis, PlanSource};
use crate::error::Result;

/// What can be said of a unit's warranty on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WarrantySaid {
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    pub standing: UnitStanding,
    /// The last day of the whole unit's warranty; absent when it has none, or for a lifetime.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub ends_on: Option<Date>,
    /// The days of which one is to be entered before it can be told how long it runs.
    pub missing_starts: Vec<StartDate>,
    /// What is to be read before it can be told whether it runs.
    pub missing_readings: Vec<UsageUnit>,
    /// Whose plan it is by.
    pub source: PlanSource,
    /// The law, where the whole unit's term is the law's and not the plan's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law: Option<LegalTerm>,
}

/// A term that is as the law says.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LegalTerm {
    #[serde(flatten)]
    pub floor: Floor,
    /// What the plan promised, less than the law; absent where it promises the whole unit no term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
}

impl WarrantySaid {
    /// What can be said of a unit; nothing while nothing is promised for it.
    pub(crate) async fn of_unit(
        conn: &mut Conn,
        unit: &Unit,
        on: Date,
        language: Language,
    ) -> Result<Option<Self>> {
        let Some(basis) = Basis::of_unit(conn, unit).await? else {
            return Ok(None);
        };
        let warranty = promised(conn, unit, &basis).await?;
        Ok(Some(Self::of(&basis, &warranty, on, language)))
    }

    pub(crate) fn of(
        basis: &Basis,
        warranty: &WarrantyResolution,
        on: Date,
        language: Language,
    ) -> Self {
        Self {
            on,
            standing: warranty.standing(on),
            ends_on: warranty.unit_ends_on(),
            missing_starts: warranty.missing_starts(),
            missing_readings: warranty.missing_readings(on),
            source: basis.source,
            law: warranty
                .terms
                .iter()
                .filter(|term| matches!(term.covers, Covered::WholeUnit { .. }))
                .find_map(|term| legal(basis, term, language)),
        }
    }
}

/// The law a term comes from, if it does.
pub(super) fn legal(basis: &Basis, term: &ResolvedTerm, language: Language) -> Option<LegalTerm> {
    let known = basis.plan.provenance(&term.clause)?;
    let (floor, said) = match (&known.law, &known.raised) {
        (Some(floor), _) => (floor, None),
        (None, Some(raised)) if raised.floor.rule == LegalRule::Term => {
            (&raised.floor, Some(raised.said.clone()))
        }
        // Days under repair that do not count, or more kilometres, are no term of the law.
        _ => return None,
    };
    Some(LegalTerm {
        floor: floor.clone().named_in(language),
        said,
    })
}
