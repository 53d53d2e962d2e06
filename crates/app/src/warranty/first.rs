//! The first warranties of many units at once, as an import registers them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use domain::customer::CustomerKind;
use domain::entitlement;
use domain::ids::{CustomerId, ProductId};
use store::unit::{self, Component, Unit};
use store::{Scope, Tx, customer, product};

use super::resolve::{Resolved, Why, facts_of};
use crate::basis::{Basis, Chosen};
use crate::calendars::in_force;
use crate::error::Result;
use crate::settings;

/// Resolves the warranties of units that were just written and that no agreement names yet, each once. Plans are put in
/// force once for each product and kind of customer, not once for each unit.
pub(crate) async fn resolve_first(tx: &mut Tx, new: &[(Unit, Vec<Component>)]) -> Result<()> {
    let Some((first, _)) = new.first() else {
        return Ok(());
    };
    let plans = chosen(tx, new).await?;
    if plans.is_empty() {
        return Ok(());
    }
    let kinds = kinds(tx, new).await?;
    let day = settings::day_of(tx, first.created_at).await?;
    let calendars = in_force(tx).await?.calendars;
    let at = tx.at();
    let mut joined: BTreeMap<(Chosen, &'static str), Basis> = BTreeMap::new();
    let mut rows = Vec::with_capacity(new.len());
    for (unit, components) in new {
        let (Some(chosen), Some(kind)) = (plans.get(&unit.product), kinds.get(&unit.customer))
        else {
            continue;
        };
        let key = (*chosen, kind.as_str());
        let basis = match joined.entry(key) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(Basis::of_chosen(tx, *chosen, *kind, day).await?),
        };
        let facts = facts_of(unit, basis, components, &[]);
        let warranty = entitlement::resolve(&basis.plan, &calendars, &facts);
        let resolved = Resolved::of(Why::Registered, unit, basis, warranty);
        rows.push((unit.id, resolved.row(1, at)?));
    }
    Ok(unit::add_first_resolutions(tx, &rows).await?)
}

/// The plans of the products that have one.
async fn chosen(
    tx: &mut Tx,
    new: &[(Unit, Vec<Component>)],
) -> Result<BTreeMap<ProductId, Chosen>> {
    let ids = distinct(new.iter().map(|(unit, _)| unit.product.to_string()));
    let (settings, _) = settings::load(tx).await?;
    let products = product::by_ids(tx, &ids).await?;
    let named = products.iter().filter_map(|product| {
        Chosen::now(product, settings.default_plan).map(|chosen| (product.id, chosen))
    });
    Ok(named.collect())
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
