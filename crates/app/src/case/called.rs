//! What the promises that lists remember are called. What is kept is Chinese; the law is called in the language of whoever
//! reads, at the moment they read it.

use std::collections::BTreeMap;

use domain::language::Language;
use domain::legal::{Implied, Wording, implied};
use domain::slug::ClauseId;
use store::Conn;
use store::case::CaseRow;

use super::list::PromiseSummary;
use crate::error::{Error, Result};
use crate::plans::law_rows;

/// How the ids begin of the clauses that the law adds.
const OF_THE_LAW: &str = "law-";

/// The law's headings in the language of the reader; nothing where they are read as they are kept.
#[derive(Debug, Default)]
pub(super) struct Called {
    /// By clause and by what it is called in Chinese: the law words one matter differently for different products.
    law: BTreeMap<(ClauseId, String), String>,
}

impl Called {
    /// Reads the law where some of these cases will break a promise of it next and the reader does not read Chinese.
    pub(super) async fn read(
        conn: &mut Conn,
        rows: &[CaseRow],
        language: Language,
    ) -> Result<Self> {
        let is_of_law = |row: &CaseRow| {
            let next = row.digest.next_promise.as_deref();
            next.is_some_and(|next| next.contains(OF_THE_LAW))
        };
        if language == Language::Chinese || !rows.iter().any(is_of_law) {
            return Ok(Self::default());
        }
        let mut law = BTreeMap::new();
        for row in law_rows(conn).await?.iter() {
            for Implied { clause, floor } in implied(&[row], &[]) {
                let said = Wording::law(&clause.promise, &floor, language);
                law.insert((clause.id, clause.heading), said.heading);
            }
        }
        Ok(Self { law })
    }

    /// The promise of a case that breaks next, as it was when the case was last written, called as the reader calls it.
    pub(super) fn next_promise(&self, row: &CaseRow) -> Result<Option<PromiseSummary>> {
        let kept = row.digest.next_promise.as_deref();
        let next: Option<PromiseSummary> = kept
            .map(serde_json::from_str)
            .transpose()
            .map_err(Error::internal)?;
        Ok(next.map(|mut promise| {
            let named = (promise.clause.clone(), promise.heading.clone());
            if let Some(heading) = self.law.get(&named) {
                promise.heading.clone_from(heading);
            }
            promise
        }))
    }
}
