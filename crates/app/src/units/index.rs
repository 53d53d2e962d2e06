//! What a unit is found by: serial numbers, number, product, place.

use store::Tx;
use store::search::{self, Document, Words};
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
    let words = Words::new()
        .code(&unit.number)
        .code(&unit.serial)
        .code(&labels.model)
        .named_after(&labels.product_name)
        .named_after(&labels.customer_name)
        .text(&unit.place)
        .text(labels.site_name.as_deref().unwrap_or_default());
    let serials = components.iter().map(|component| &component.serial);
    let words = serials.fold(words, |words, serial| words.code(serial));
    Document {
        kind: "unit".into(),
        subject: unit.id.to_string(),
        branch: Some(unit.branch.to_string()),
        person: None,
        customer: Some(unit.customer.to_string()),
        text: words.join(),
    }
}
