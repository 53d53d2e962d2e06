//! Search that finds every substring, Chinese words of two characters and tails of numbers included.
//!
//! The normalised text is cut into grams which an inverted index finds fast; the text itself confirms each hit, so
//! the result equals `LIKE '%word%'` on the normalised text for each word of the query.

pub(crate) mod find;
mod gram;
mod normal;

use std::collections::BTreeMap;

use crate::engine::Engine;
use crate::error::{Result, StoreError};
use crate::tx::Tx;
use crate::value::Value;

pub use find::{MAX_HITS, MAX_QUERY, find};
pub use normal::normalise;

/// Characters of a text that are searchable; what follows is cut off.
pub const MAX_TEXT: usize = 60_000;
/// Documents written by one statement.
const AT_ONCE: usize = 500;
/// Something to find, with the columns its scope is decided by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// What it is, such as `case` or `unit`.
    pub kind: String,
    pub subject: String,
    pub branch: Option<String>,
    pub person: Option<String>,
    pub customer: Option<String>,
    /// Everything it can be found by, parts separated by spaces or line breaks.
    pub text: String,
}

/// A thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    pub kind: String,
    pub subject: String,
}

crate::statements! {
    PUT_SQLITE = "/* only sqlite */ INSERT INTO search_doc (kind, subject, branch_id, person_id, customer_id, text) \
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (kind, subject) DO UPDATE SET branch_id = excluded.branch_id, \
        person_id = excluded.person_id, customer_id = excluded.customer_id, text = excluded.text RETURNING doc";
    PUT_GRAMS = "/* only sqlite */ INSERT OR REPLACE INTO search_gram (rowid, grams) VALUES ($1, $2)";
    PUT_POSTGRES = "/* only postgres */ INSERT INTO search_doc \
        (kind, subject, branch_id, person_id, customer_id, text, grams) \
        VALUES ($1, $2, $3, $4, $5, $6, CAST($7 AS tsvector)) \
        ON CONFLICT (kind, subject) DO UPDATE SET branch_id = excluded.branch_id, person_id = excluded.person_id, \
        customer_id = excluded.customer_id, text = excluded.text, grams = excluded.grams";
    PUT_ALL_SQLITE = "/* only sqlite */ INSERT INTO search_doc (kind, subject, branch_id, person_id, customer_id, text) \
        VALUES {rows} ON CONFLICT (kind, subject) DO UPDATE SET branch_id = excluded.branch_id, \
        person_id = excluded.person_id, customer_id = excluded.customer_id, text = excluded.text \
        RETURNING doc, kind, subject";
    PUT_ALL_GRAMS = "/* only sqlite */ INSERT OR REPLACE INTO search_gram (rowid, grams) VALUES {rows}";
    PUT_ALL_POSTGRES = "/* only postgres */ INSERT INTO search_doc \
        (kind, subject, branch_id, person_id, customer_id, text, grams) \
        SELECT v.kind, v.subject, v.branch_id, v.person_id, v.customer_id, v.text, CAST(v.grams AS tsvector) \
        FROM (VALUES {rows}) v (kind, subject, branch_id, person_id, customer_id, text, grams) \
        ON CONFLICT (kind, subject) DO UPDATE SET branch_id = excluded.branch_id, person_id = excluded.person_id, \
        customer_id = excluded.customer_id, text = excluded.text, grams = excluded.grams";
    REMOVE = "DELETE FROM search_doc WHERE kind = $1 AND subject = $2 RETURNING doc";
    REMOVE_GRAMS = "/* only sqlite */ DELETE FROM search_gram WHERE rowid = $1";
}

/// Makes a thing findable, or replaces what it can be found by.
pub async fn index(tx: &mut Tx, document: &Document) -> Result<()> {
    let text = text_of(document);
    let grams = gram::of_document(document, &text);
    let put = match tx.engine() {
        Engine::Sqlite => PUT_SQLITE,
        Engine::Postgres => PUT_POSTGRES,
    };
    let query = put
        .bind(&document.kind)
        .bind(&document.subject)
        .bind(document.branch.clone())
        .bind(document.person.clone())
        .bind(document.customer.clone())
        .bind(text);
    match tx.engine() {
        Engine::Sqlite => {
            let doc: i64 = tx.one(query, "document").await?.get("doc")?;
            tx.run(PUT_GRAMS.bind(doc).bind(grams)).await?;
        }
        Engine::Postgres => {
            tx.run(query.bind(grams)).await?;
        }
    }
    Ok(())
}

/// Makes many things findable at once; no two of them are the same.
pub async fn index_all(tx: &mut Tx, documents: &[Document]) -> Result<()> {
    for piece in documents.chunks(AT_ONCE) {
        let texts: Vec<String> = piece.iter().map(text_of).collect();
        if tx.engine() == Engine::Postgres {
            index_piece(tx, piece, &texts).await?;
            continue;
        }
        let rows = piece.iter().zip(&texts).map(|(document, text)| {
            vec![
                (&document.kind).into(),
                (&document.subject).into(),
                document.branch.clone().into(),
                document.person.clone().into(),
                document.customer.clone().into(),
                text.into(),
            ]
        });
        let put = tx.all(PUT_ALL_SQLITE.query().rows(rows.collect())).await?;
        let mut docs: BTreeMap<(String, String), i64> = BTreeMap::new();
        for row in put {
            docs.insert((row.get("kind")?, row.get("subject")?), row.get("doc")?);
        }
        let mut grams: Vec<Vec<Value>> = Vec::with_capacity(piece.len());
        for (document, text) in piece.iter().zip(&texts) {
            let key = (document.kind.clone(), document.subject.clone());
            let doc = docs
                .get(&key)
                .ok_or(StoreError::NotFound { what: "document" })?;
            grams.push(vec![
                (*doc).into(),
                gram::of_document(document, text).into(),
            ]);
        }
        tx.run(PUT_ALL_GRAMS.query().rows(grams)).await?;
    }
    Ok(())
}

/// PostgreSQL keeps text and grams in one row.
async fn index_piece(tx: &mut Tx, piece: &[Document], texts: &[String]) -> Result<()> {
    let rows = piece.iter().zip(texts).map(|(document, text)| {
        vec![
            (&document.kind).into(),
            (&document.subject).into(),
            document.branch.clone().into(),
            document.person.clone().into(),
            document.customer.clone().into(),
            text.into(),
            gram::of_document(document, text).into(),
        ]
    });
    let query = PUT_ALL_POSTGRES.query().rows(rows.collect());
    tx.run(query).await.map(|_| ())
}

fn text_of(document: &Document) -> String {
    normalise(&document.text).chars().take(MAX_TEXT).collect()
}

/// Makes a thing unfindable; one that was not findable is no error.
pub async fn remove(tx: &mut Tx, kind: &str, subject: &str) -> Result<()> {
    let removed = tx.optional(REMOVE.bind(kind).bind(subject)).await?;
    if let (Some(row), Engine::Sqlite) = (removed, tx.engine()) {
        tx.run(REMOVE_GRAMS.bind(row.get::<i64>("doc")?)).await?;
    }
    Ok(())
}
