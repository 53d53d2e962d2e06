//! The cases that a merge or a split ties to one, as far as the reader may know them.

use std::collections::BTreeSet;

use domain::case::{CaseEvent, Fact};
use domain::ids::CaseId;
use jiff::Timestamp;
use serde::Serialize;
use store::case::{self, CaseRow};
use store::{Conn, Scope};
use utoipa::ToSchema;

use super::phone;
use super::report::Slip;
use crate::ctx::Ctx;
use crate::error::Result;

/// A case that goes on here, that this one goes on in, or that shares its report.
#[derive(Debug, Serialize, ToSchema)]
pub struct RelatedCase {
    pub id: CaseId,
    /// Absent where the case is not the reader's to see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Who reported it and in which words, where it was merged into this case: the report belongs here now, and whoever
    /// works here must answer it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slip: Option<Slip>,
    #[schema(value_type = String, format = DateTime)]
    pub reported_at: Timestamp,
}

/// The cases that the facts of `row` name.
pub(super) async fn related(
    ctx: &Ctx,
    conn: &mut Conn,
    row: &CaseRow,
    facts: &[CaseEvent],
) -> Result<Vec<RelatedCase>> {
    let merged: BTreeSet<CaseId> = facts.iter().filter_map(merged_here).collect();
    let named: BTreeSet<String> = facts.iter().filter_map(named_by).map(text).collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let named: Vec<String> = named.into_iter().collect();
    let may_see = case::by_ids(conn, &named, &super::list::read_scope(ctx)?).await?;
    let rows = case::by_ids(conn, &named, &Scope::All).await?;
    let view = |other: CaseRow| RelatedCase {
        id: other.id,
        slip: merged.contains(&other.id).then(|| Slip {
            // As far as the number of the case it went to may be known.
            phone: phone::shown_on(ctx, row, &other.phone),
            name: other.name,
            address: other.address,
            content: other.content,
            wishes: other.wishes,
        }),
        number: (may_see.iter().any(|seen| seen.id == other.id)).then_some(other.number),
        reported_at: other.reported_at,
    };
    let known = |other: &CaseRow| {
        merged.contains(&other.id) || may_see.iter().any(|seen| seen.id == other.id)
    };
    Ok(rows.into_iter().filter(known).map(view).collect())
}

fn text(id: CaseId) -> String {
    id.to_string()
}

const fn merged_here(event: &CaseEvent) -> Option<CaseId> {
    match event.fact {
        Fact::MergedFrom { case } => Some(case),
        _ => None,
    }
}

fn named_by(event: &CaseEvent) -> Option<CaseId> {
    match event.fact {
        Fact::MergedInto { case }
        | Fact::MergedFrom { case }
        | Fact::SplitInto { case }
        | Fact::SplitFrom { case } => Some(case),
        _ => event.copied_from.map(|from| from.case),
    }
}
