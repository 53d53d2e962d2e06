//! What can be said of a unit's warranty, in the same words wherever it is shown.

use domain::entitlement::{
    LegalTerm, PartInWarranty, ResolvedTerm, WarrantyResolution, WarrantyState,
};
use domain::language::Language;
use jiff::civil::Date;
use serde::Serialize;
use store::product::Product;
use store::unit::{self, Unit};
use store::{Conn, product};
use utoipa::ToSchema;

use super::resolve::{Resolved, promised};
use crate::basis::{Basis, PlanSource};
use crate::error::Result;

/// What can be said of a unit's warranty on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WarrantySaid {
    #[serde(flatten)]
    pub state: WarrantyState,
    /// What the product calls the classes of the parts in warranty, in their order; empty for one it does not name.
    pub part_labels: Vec<String>,
    /// Whose plan it is by.
    pub source: PlanSource,
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
        let product = product::get(conn, unit.product).await?;
        let said = Self::of(basis.source, &warranty, &product, on);
        Ok(Some(said.named_in(language)))
    }

    /// The same of many units, from what was resolved for them last.
    pub(crate) async fn of_units(
        conn: &mut Conn,
        units: &[Unit],
        on: Date,
        language: Language,
    ) -> Result<Vec<Option<Self>>> {
        let ids: Vec<_> = units.iter().map(|unit| unit.id.to_string()).collect();
        let products: Vec<_> = units.iter().map(|unit| unit.product.to_string()).collect();
        let mut resolved = unit::last_resolutions(conn, &ids).await?;
        let products = product::by_ids(conn, &products).await?;
        let mut said = Vec::with_capacity(units.len());
        for unit in units {
            let product = products.iter().find(|one| one.id == unit.product);
            said.push(match (resolved.remove(&unit.id), product) {
                (Some(row), Some(product)) => Resolved::read(row)?.said(product, on, language),
                _ => None,
            });
        }
        Ok(said)
    }

    pub(super) fn of(
        source: PlanSource,
        warranty: &WarrantyResolution,
        product: &Product,
        on: Date,
    ) -> Self {
        let state = warranty.state(on);
        Self {
            part_labels: part_labels(product, &state.parts),
            source,
            state,
        }
    }

    pub(super) fn named_in(mut self, language: Language) -> Self {
        self.state.law = self.state.law.map(|law| named_in(law, language));
        self
    }
}

impl Resolved {
    /// What could be said when it was resolved, of a day; nothing where nothing was promised.
    pub(super) fn said(
        &self,
        product: &Product,
        on: Date,
        language: Language,
    ) -> Option<WarrantySaid> {
        let source = self.source()?;
        Some(WarrantySaid::of(source, &self.warranty, product, on).named_in(language))
    }
}

/// What a product calls the classes of parts; empty for one it does not name.
pub(crate) fn part_labels(product: &Product, parts: &[PartInWarranty]) -> Vec<String> {
    let label = |part: &PartInWarranty| {
        let mut classes = product.component_classes.iter();
        classes
            .find(|known| Some(&known.class) == part.class.as_ref())
            .map(|known| known.label.clone())
    };
    parts
        .iter()
        .map(|part| label(part).unwrap_or_default())
        .collect()
}

/// The law a term comes from, if it does, called as the language calls it.
pub(super) fn legal(term: &ResolvedTerm, language: Language) -> Option<LegalTerm> {
    term.legal().map(|law| named_in(law, language))
}

fn named_in(law: LegalTerm, language: Language) -> LegalTerm {
    LegalTerm {
        floor: law.floor.named_in(language),
        said: law.said,
    }
}
