//! Writing what an older program left unfindable, in steps.

use crate::case::row::IDS_AFTER;
use crate::conn::Conn;
use crate::engine::Engine;
use crate::error::Result;
use crate::search::{Document, PUT_OLDER_POSTGRES, PUT_OLDER_SQLITE, put_all};
use crate::tx::Tx;

/// What is written anew, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Customer,
    Unit,
    Agreement,
    Case,
    Person,
    Product,
}

crate::statements! {
    CUSTOMERS = "SELECT id FROM customer WHERE id > $1 ORDER BY id LIMIT $2";
    UNITS = "SELECT id FROM unit WHERE id > $1 ORDER BY id LIMIT $2";
    AGREEMENTS = "SELECT id FROM agreement WHERE id > $1 ORDER BY id LIMIT $2";
    PEOPLE = "SELECT id FROM person WHERE id > $1 ORDER BY id LIMIT $2";
    PRODUCTS = "SELECT id FROM product WHERE id > $1 ORDER BY id LIMIT $2";
}

impl Source {
    pub const ALL: &[Self] = &[
        Self::Customer,
        Self::Unit,
        Self::Agreement,
        Self::Case,
        Self::Person,
        Self::Product,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Unit => "unit",
            Self::Agreement => "agreement",
            Self::Case => "case",
            Self::Person => "person",
            Self::Product => "product",
        }
    }
}

/// The next ids behind one, in their order.
pub async fn ids_after(
    conn: &mut Conn,
    source: Source,
    after: &str,
    limit: u32,
) -> Result<Vec<String>> {
    let statement = match source {
        Source::Customer => CUSTOMERS,
        Source::Unit => UNITS,
        Source::Agreement => AGREEMENTS,
        Source::Case => IDS_AFTER,
        Source::Person => PEOPLE,
        Source::Product => PRODUCTS,
    };
    let rows = conn.all(statement.bind(after).bind(limit)).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Writes those of the documents that are missing or of an older [`super::RECIPE`], and returns how many.
///
/// What a writer wrote meanwhile stays, although the documents here were read before: its recipe is the present one.
pub async fn fill(tx: &mut Tx, documents: &[Document]) -> Result<u64> {
    let put = match tx.engine() {
        Engine::Sqlite => PUT_OLDER_SQLITE,
        Engine::Postgres => PUT_OLDER_POSTGRES,
    };
    put_all(tx, &put, documents).await
}
