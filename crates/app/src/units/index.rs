//! What a unit is found by: serial numbers, number, product, place.

use store::Tx;
use store::search::{self, Document};
use store::unit::{self, Component, Unit};

use crate::error::Result;

/// Writes the unit into the search index, in the transaction that changed it.
pub(crate) async fn index(tx: &mut Tx, unit: &Unit) -> Result<()> {
    let components = unit::components(tx, unit.id).await?;
    Ok(search::index(tx, &document(unit, &components)).await?)
}

/// A unit as it is found.
pub(crate) fn document(unit: &Unit, components: &[Component]) -> Document {
    let labels = &unit.labels;
    let mut words = vec![
        &unit.number,
        &unit.serial,
        &labels.model,
        &labels.product_name,
        &labels.customer_name,
        &unit.place,
    ];
    words.extend(&labels.site_name);
    words.extend(components.iter().map(|component| &component.serial));
    Document {
        kind: "unit".into(),
        subject: unit.id.to_string(),
        branch: Some(unit.branch.to_string()),
        person: None,
        customer: Some(unit.customer.to_string()),
        text: words
            .into_iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n"),
    }
}
