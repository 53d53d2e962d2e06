//! What the customers and units of a list of cases are called, for lists that are printed.

use std::collections::BTreeMap;

use domain::access::Action;
use store::unit::Unit;
use store::{Conn, customer, unit};

use super::list::CaseSummary;
use crate::ctx::Ctx;
use crate::error::Result;

/// Names customers and units as far as the caller may see them.
pub(super) async fn name(ctx: &Ctx, conn: &mut Conn, items: &mut [CaseSummary]) -> Result<()> {
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

/// Product, model and serial number of a unit, as far as it has them.
pub(super) fn unit_name(unit: &Unit) -> String {
    let labels = &unit.labels;
    let words = [&labels.product_name, &labels.model, &unit.serial].map(|word| word.trim());
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
