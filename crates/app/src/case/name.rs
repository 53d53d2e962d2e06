//! What the customers, units and levels of a list of cases are called.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::ids::PlanVersionId;
use store::unit::Unit;
use store::{Conn, StoreError, customer, plan, unit};

use super::list::CaseSummary;
use crate::ctx::Ctx;
use crate::error::Result;

/// Names customers and units as far as the caller may see them, and levels as the plan of each case calls them.
pub(super) async fn name(
    ctx: &Ctx,
    conn: &mut Conn,
    items: &mut [CaseSummary],
    plans: &[PlanVersionId],
) -> Result<()> {
    name_levels(conn, items, plans).await?;
    let ids = |of: fn(&CaseSummary) -> Option<String>| {
        let mut ids: Vec<String> = items.iter().filter_map(of).collect();
        ids.sort();
        ids.dedup();
        ids
    };
    let buyers = ids(|item| item.customer.map(|id| id.to_string()));
    let units = ids(|item| item.unit.map(|id| id.to_string()));
    let mut customers_named = BTreeMap::new();
    if let Ok(scope) = ctx.permit(Action::CustomerRead) {
        for one in customer::by_ids(conn, &buyers, &scope).await? {
            customers_named.insert(one.id, one.name);
        }
    }
    let mut units_named = BTreeMap::new();
    if let Ok(scope) = ctx.permit(Action::UnitRead) {
        for one in unit::by_ids(conn, &units, &scope).await? {
            units_named.insert(one.id, unit_name(&one));
        }
    }
    for item in items {
        item.customer_name = item
            .customer
            .and_then(|id| customers_named.get(&id).cloned());
        item.unit_name = item.unit.and_then(|id| units_named.get(&id).cloned());
    }
    Ok(())
}

async fn name_levels(
    conn: &mut Conn,
    items: &mut [CaseSummary],
    plans: &[PlanVersionId],
) -> Result<()> {
    let mut read = BTreeMap::new();
    for (item, version) in items.iter_mut().zip(plans) {
        let Some(level) = &item.severity else {
            continue;
        };
        if !read.contains_key(version) {
            let found = match plan::version(conn, *version).await {
                Ok(found) => Some(found.body),
                Err(StoreError::NotFound { .. }) => None,
                Err(error) => return Err(error.into()),
            };
            read.insert(*version, found);
        }
        let plan = read.get(version).and_then(Option::as_ref);
        let mut levels = plan.iter().flat_map(|plan| &plan.severities);
        item.severity_name = levels
            .find(|known| known.id == *level)
            .map(|known| known.label.clone());
    }
    Ok(())
}

/// Product, model and serial number of a unit, as far as it has them.
pub(super) fn unit_name(unit: &Unit) -> String {
    let labels = &unit.labels;
    let words = [&labels.product_name, &labels.model, &unit.serial].map(|word| word.trim());
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
