//! Search that finds every substring, Chinese words of two characters and tails of numbers included.
//!
//! The normalised text is cut into grams which an inverted index finds fast; the text itself confirms each hit, so
//! the result equals `LIKE '%word%'` on the normalised text for each word of the query.

pub(crate) mod find;
mod gram;
mod normal;
pub(crate) mod unwritten;
mod words;

use std::collections::BTreeMap;

use crate::engine::Engine;
use crate::error::Result;
use crate::statement::Statement;
use crate::tx::Tx;
use crate::value::Value;

pub use find::{MAX_HITS, MAX_QUERY, find};
pub use normal::normalise;
pub use unwritten::{Source, fill, ids_after};
pub use words::{Words, bare_words};

/// Characters of a text that are searchable; what follows is cut off.
pub const MAX_TEXT: usize = 60_000;
/// Which texts documents are given. Raise it when things become findable by more than before: then everything is written
/// anew in the background.
pub const RECIPE: i64 = 2;
/// From so many documents on, PostgreSQL sorts their entries into the index together.
const GATHERED: usize = 2_000;
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

/// The end of a statement that puts a document where there may be one already; a fill adds a condition.
macro_rules! or_replace {
    ($columns:literal, $end:literal) => {
        concat!(
            "ON CONFLICT (kind, subject) DO UPDATE SET branch_id = excluded.branch_id, person_id = excluded.person_id, \
            customer_id = excluded.customer_id, text = excluded.text, recipe = excluded.recipe",
            $columns,
            $end
        )
    };
}

/// Puts one document of SQLite.
macro_rules! put_sqlite {
    ($rows:literal, $end:literal) => {
        concat!(
            "/* only sqlite */ INSERT INTO search_doc (kind, subject, branch_id, person_id, customer_id, text, recipe) VALUES ",
            $rows,
            " ",
            or_replace!("", $end)
        )
    };
}

/// Puts many documents of PostgreSQL.
macro_rules! put_all_postgres {
    ($end:literal) => {
        concat!(
            "/* only postgres */ INSERT INTO search_doc \
            (kind, subject, branch_id, person_id, customer_id, text, grams, recipe) \
            SELECT v.kind, v.subject, v.branch_id, v.person_id, v.customer_id, v.text, CAST(v.grams AS tsvector), \
            CAST($1 AS BIGINT) FROM (VALUES {rows}) v (kind, subject, branch_id, person_id, customer_id, text, grams) ",
            or_replace!(", grams = excluded.grams", $end)
        )
    };
}

crate::statements! {
    PUT_SQLITE = put_sqlite!("($1, $2, $3, $4, $5, $6, $7)", " RETURNING doc");
    PUT_GRAMS = "/* only sqlite */ INSERT OR REPLACE INTO search_gram (rowid, grams) VALUES ($1, $2)";
    PUT_POSTGRES = concat!("/* only postgres */ INSERT INTO search_doc \
        (kind, subject, branch_id, person_id, customer_id, text, recipe, grams) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, CAST($8 AS tsvector)) ", or_replace!(", grams = excluded.grams", ""));
    PUT_ALL_SQLITE = put_sqlite!("{rows}", " RETURNING doc, kind, subject");
    PUT_OLDER_SQLITE = put_sqlite!("{rows}", " WHERE search_doc.recipe < excluded.recipe RETURNING doc, kind, subject");
    PUT_ALL_GRAMS = "/* only sqlite */ INSERT OR REPLACE INTO search_gram (rowid, grams) VALUES {rows}";
    PUT_ALL_POSTGRES = put_all_postgres!("");
    PUT_OLDER_POSTGRES = put_all_postgres!(" WHERE search_doc.recipe < excluded.recipe");
    GATHER = "/* only postgres */ SELECT set_config('gin_pending_list_limit', '32MB', true)";
    SORT_IN = "/* only postgres */ SELECT gin_clean_pending_list('search_doc_by_gram')";
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
        .bind(text)
        .bind(RECIPE);
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
    let put = match tx.engine() {
        Engine::Sqlite => PUT_ALL_SQLITE,
        Engine::Postgres => PUT_ALL_POSTGRES,
    };
    put_all(tx, &put, documents).await.map(|_| ())
}

/// The same, and how many were written.
///
/// PostgreSQL keeps new entries in a list and sorts it into the index when it is full. Every search reads the list, so it is short;
/// of many documents the entries are gathered in a long one, which is sorted in before the transaction ends.
async fn put_all(tx: &mut Tx, put: &Statement, documents: &[Document]) -> Result<u64> {
    let gathers = tx.engine() == Engine::Postgres && documents.len() > GATHERED;
    if gathers {
        tx.run(GATHER.query()).await?;
    }
    let mut written = 0;
    for piece in documents.chunks(AT_ONCE) {
        let texts: Vec<String> = piece.iter().map(text_of).collect();
        written += match tx.engine() {
            Engine::Sqlite => put_piece_sqlite(tx, put, piece, &texts).await?,
            Engine::Postgres => put_piece_postgres(tx, put, piece, &texts).await?,
        };
    }
    if gathers {
        tx.run(SORT_IN.query()).await?;
    }
    Ok(written)
}

async fn put_piece_sqlite(
    tx: &mut Tx,
    put: &Statement,
    piece: &[Document],
    texts: &[String],
) -> Result<u64> {
    let rows = piece.iter().zip(texts).map(|(document, text)| {
        let mut row = columns(document, text);
        row.push(RECIPE.into());
        row
    });
    let put = tx.all(put.query().rows(rows.collect())).await?;
    let mut docs: BTreeMap<(String, String), i64> = BTreeMap::new();
    for row in put {
        docs.insert((row.get("kind")?, row.get("subject")?), row.get("doc")?);
    }
    let mut grams: Vec<Vec<Value>> = Vec::with_capacity(docs.len());
    for (document, text) in piece.iter().zip(texts) {
        let key = (document.kind.clone(), document.subject.clone());
        // A document that stayed as it was keeps its grams.
        if let Some(doc) = docs.get(&key) {
            grams.push(vec![
                (*doc).into(),
                gram::of_document(document, text).into(),
            ]);
        }
    }
    let written = grams.len() as u64;
    if !grams.is_empty() {
        tx.run(PUT_ALL_GRAMS.query().rows(grams)).await?;
    }
    Ok(written)
}

/// PostgreSQL keeps text and grams in one row.
async fn put_piece_postgres(
    tx: &mut Tx,
    put: &Statement,
    piece: &[Document],
    texts: &[String],
) -> Result<u64> {
    let rows = piece.iter().zip(texts).map(|(document, text)| {
        let mut row = columns(document, text);
        row.push(gram::of_document(document, text).into());
        row
    });
    tx.run(put.bind(RECIPE).rows(rows.collect())).await
}

fn columns(document: &Document, text: &str) -> Vec<Value> {
    vec![
        (&document.kind).into(),
        (&document.subject).into(),
        document.branch.clone().into(),
        document.person.clone().into(),
        document.customer.clone().into(),
        text.into(),
    ]
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
