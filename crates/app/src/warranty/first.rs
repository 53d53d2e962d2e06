//! The first warranties of many units at once, as an import registers them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use domain::customer::CustomerKind;
use domain::entitlement;
use domain::ids::{CustomerId, ProductId};
use domain::slug::LegalProduct;
use store::product::Product;
use store::unit::{self, Component, Unit};
use store::{Scope, Tx, customer, product};

use super::resolve::{Resolved, Why, facts_of};
use crate::agreements::Protected;
use crate::basis::{Basis, Chosen};
use crate::calendars::Rules;
use crate::error::Result;
use crate::settings;

/// What units have in common that have the same plan in force: the plan, the kind of customer, the family of the product.
type Kind<'a> = (Option<Chosen>, &'static str, Option<&'a LegalProduct>);

/// Resolves the warranties of units that were just written and that no agreement names yet, each once. Plans are put in
/// force once for each product and kind of customer, not once for each unit.
pub(crate) async fn resolve_first(tx: &mut Tx, new: &[(Unit, Vec<Component>)]) -> Result<()> {
    let Some((first, _)) = new.first() else {
        return Ok(());
    };
    let (settings, _) = settings::load(tx).await?;
    let products = products(tx, new).await?;
    let kinds = kinds(tx, new).await?;
    let day = settings::day_of(tx, first.created_at).await?;
    let rules = Rules::load(tx).await?;
    let at = tx.at();
    let mut joined: BTreeMap<Kind<'_>, Option<Basis>> = BTreeMap::new();
    let mut rows = Vec::with_capacity(new.len());
    for (unit, components) in new {
        let (Some(product), Some(kind)) = (products.get(&unit.product), kinds.get(&unit.customer))
        else {
            continue;
        };
        let chosen = Chosen::now(product, settings.default_plan);
        let protected = Protected {
            customer: *kind,
            products: product.legal_product.as_slice(),
            on: day,
        };
        let basis = match joined.entry((chosen, kind.as_str(), product.legal_product.as_ref())) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(match chosen {
                Some(chosen) => {
                    let source = chosen.source(product, settings.default_plan);
                    Some(Basis::of_chosen(tx, &rules, (chosen, source), protected).await?)
                }
                None => Basis::of_law(tx, &rules, protected).await?,
            }),
        };
        let Some(basis) = basis else {
            continue;
        };
        let facts = facts_of(unit, basis, components, &[], settings.heating_season);
        let warranty = entitlement::resolve(&basis.plan, &rules.calendars, &facts);
        let resolved = Resolved::of(Why::Registered, unit, basis, warranty);
        rows.push((unit.id, resolved.row(1, at)?));
    }
    Ok(unit::add_first_resolutions(tx, &rows).await?)
}

async fn products(
    tx: &mut Tx,
    new: &[(Unit, Vec<Component>)],
) -> Result<BTreeMap<ProductId, Product>> {
    let ids = distinct(new.iter().map(|(unit, _)| unit.product.to_string()));
    let products = product::by_ids(tx, &ids).await?;
    Ok(products.into_iter().map(|one| (one.id, one)).collect())
}

async fn kinds(
    tx: &mut Tx,
    new: &[(Unit, Vec<Component>)],
) -> Result<BTreeMap<CustomerId, CustomerKind>> {
    let ids = distinct(new.iter().map(|(unit, _)| unit.customer.to_string()));
    let customers = customer::by_ids(tx, &ids, &Scope::All).await?;
    Ok(customers
        .into_iter()
        .map(|one| (one.id, one.kind))
        .collect())
}

fn distinct(ids: impl Iterator<Item = String>) -> Vec<String> {
    let mut ids: Vec<String> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
