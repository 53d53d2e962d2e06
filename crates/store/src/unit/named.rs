//! Units by what else they are found by.

use domain::ids::{CustomerId, ProductId};

use crate::conn::Conn;
use crate::error::Result;

/// Whose name a unit is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedAfter {
    Customer(CustomerId),
    Product(ProductId),
}

crate::statements! {
    OF_CUSTOMER = "SELECT id FROM unit WHERE customer_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    OF_PRODUCT = "SELECT id FROM unit WHERE product_id = $1 AND id > $2 ORDER BY id LIMIT $3";
}

/// The next ids of units behind one, in their order, whatever their branch.
pub async fn ids_named_after(
    conn: &mut Conn,
    named: NamedAfter,
    after: &str,
    limit: u32,
) -> Result<Vec<String>> {
    let (statement, whose) = match named {
        NamedAfter::Customer(id) => (OF_CUSTOMER, id.to_string()),
        NamedAfter::Product(id) => (OF_PRODUCT, id.to_string()),
    };
    let rows = conn
        .all(statement.bind(whose).bind(after).bind(limit))
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}
