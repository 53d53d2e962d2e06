//! What a case's slip has and lacks, and the photos that are handed in after the report.

use std::collections::BTreeSet;

use domain::case::event::Evidence;
use domain::case::{CaseEvent, completed_by_photo, waits_for};
use domain::ids::FileId;
use domain::obligation::Obligation;
use domain::plan::clauses::document::{DocumentKind, Field};
use domain::plan::{EffectivePlan, Promise};
use jiff::Timestamp;
use serde::Serialize;
use store::case::CaseRow;
use utoipa::ToSchema;

use super::open::Opened;
use super::refresh;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::language::Language;

/// Whether any photo belongs to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Photos {
    Some,
    None,
}

impl Photos {
    /// Among files of these media types.
    pub(super) fn among<'a>(media_types: impl IntoIterator<Item = &'a str>) -> Self {
        if media_types.into_iter().any(is_photo) {
            Self::Some
        } else {
            Self::None
        }
    }
}

/// Whether a file of this media type is a photo.
pub(super) fn is_photo(media_type: &str) -> bool {
    media_type.starts_with("image/")
}

/// A field that the plan requires of the slip and nobody has given yet.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct LackingField {
    pub field: Field,
    /// The clause that requires it.
    pub heading: String,
    pub sentence: String,
}

/// The fields a slip has: what was written, and what the case knows by itself.
pub(super) fn slip_fields(row: &CaseRow, photos: Photos) -> Vec<Field> {
    let written = [
        (Field::Name, &row.name),
        (Field::Phone, &row.phone),
        (Field::Address, &row.address),
        (Field::Content, &row.content),
        (Field::Wishes, &row.wishes),
    ];
    let has = written
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty());
    let known = [
        (Field::Name, row.customer.is_some()),
        (Field::Serial, row.unit.is_some()),
        (Field::Time, true),
        (Field::Photos, photos == Photos::Some),
    ];
    let known = known
        .into_iter()
        .filter_map(|(field, is)| is.then_some(field));
    let fields: BTreeSet<Field> = has.map(|(field, _)| field).chain(known).collect();
    fields.into_iter().collect()
}

/// What the slip lacks by the promises in force, with the clauses that require it.
pub(super) fn lacking(
    plan: &EffectivePlan,
    owed: &[Obligation],
    given: &[Field],
    language: Language,
) -> Vec<LackingField> {
    let of_slip = |row: &&Obligation| {
        let clause = plan.clause(&row.clause).map(|clause| &clause.promise);
        matches!(clause, Some(Promise::Document(issued)) if issued.document == DocumentKind::FeedbackSlip)
    };
    let mut lacking: Vec<LackingField> = Vec::new();
    for row in owed.iter().filter(of_slip) {
        for field in waits_for(plan, row, given) {
            if lacking.iter().any(|known| known.field == field) {
                continue;
            }
            let said = plan.wording_of(&row.clause, language);
            let (heading, sentence) = said
                .map(|said| (said.heading, said.sentence))
                .unwrap_or_default();
            lacking.push(LackingField {
                field,
                heading,
                sentence,
            });
        }
    }
    lacking
}

/// What a photo that was just attached adds to an open case: the documents of the intake it completes, with the promises
/// after that; nothing where it completes none.
pub(super) fn completed(
    ctx: &Ctx,
    opened: &mut Opened,
    photo: FileId,
    now: Timestamp,
) -> Result<Option<(Vec<CaseEvent>, Vec<Obligation>)>> {
    if !opened.row.digest.phase.is_open() {
        return Ok(None);
    }
    let situation = opened.situation(now);
    let given = slip_fields(&opened.row, Photos::Some);
    let proof = Evidence::File { file: photo };
    let facts = completed_by_photo(
        &opened.basis.plan,
        &opened.context(),
        &situation.obligations,
        &given,
        &proof,
    );
    if facts.is_empty() {
        return Ok(None);
    }
    let facts = facts.into_iter();
    let added = facts.map(|fact| opened.add(ctx, now, fact)).collect();
    let rows = refresh::read_off(&opened.basis, &mut opened.row, &opened.facts, now)?;
    Ok(Some((added, rows)))
}
