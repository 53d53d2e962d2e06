//! What people say to each other about a case.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::ids::{CaseId, PersonId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::case::{self, CaseRow, Note, Part};
use store::{AuditEntry, Receipt};
use utoipa::ToSchema;

use super::act::changed;
use super::assign::can_work;
use crate::check::{Checks, REQUIRED, UNKNOWN_REFERENCE};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::notices::{Telling, tell};

const MAX_BODY: usize = 40_000;
const MAX_MENTIONS: usize = 20;
/// The kind of notice a person gets who is mentioned.
pub const MENTIONED: &str = "case.mentioned";

/// A note on a case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddNote {
    pub body: String,
    /// People to tell; they watch the case from now on.
    #[serde(default)]
    pub mentions: Vec<PersonId>,
}

/// A note on a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoteView {
    pub id: String,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    pub author: PersonId,
    pub body: String,
    pub mentions: Vec<PersonId>,
}

impl From<Note> for NoteView {
    fn from(note: Note) -> Self {
        Self {
            id: note.id,
            at: note.at,
            author: note.author,
            body: note.body,
            mentions: note.mentions,
        }
    }
}

/// Adds a note and tells the people mentioned.
pub async fn add_note(ctx: &Ctx, id: CaseId, given: AddNote) -> Result<NoteView> {
    let scope = ctx.permit(Action::CaseWork)?;
    let mut checks = Checks::new();
    let body = checks.lines("/body", &given.body, MAX_BODY);
    if body.trim().is_empty() {
        checks.wrong("/body", REQUIRED);
    }
    checks.at_most("/mentions", &given.mentions, MAX_MENTIONS);
    checks.done()?;
    let mut tx = ctx.begin().await?;
    let row = case::get(&mut tx, id, &scope).await?;
    let mentions: Vec<PersonId> = given
        .mentions
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut checks = Checks::new();
    for (index, person) in mentions.iter().enumerate() {
        if !can_work(&mut tx, *person, row.branch).await? {
            checks.wrong(format!("/mentions/{index}"), UNKNOWN_REFERENCE);
        }
    }
    checks.done()?;
    let note = Note {
        id: ctx.uuid().simple().to_string(),
        at: tx.at(),
        author: ctx.person(),
        body,
        mentions,
    };
    case::add_note(&mut tx, id, &note).await?;
    let mut told = Vec::new();
    for person in &note.mentions {
        case::add_person(&mut tx, &row, *person, Part::Watcher).await?;
        told.push(mention(ctx, &row, *person, &note.id));
    }
    let entry = AuditEntry::new("case.note", "case", id).detail(json!({ "note": note.id }));
    let receipt = Receipt::new(entry).event(changed(&row, "note"));
    let (receipt, _) = tell(&ctx.app, &mut tx, receipt, told).await?;
    ctx.finish(tx, receipt, NoteView::from(note)).await
}

fn mention(ctx: &Ctx, row: &CaseRow, person: PersonId, note: &str) -> Telling {
    Telling {
        person,
        kind: MENTIONED,
        subject: row.id.to_string(),
        params: json!({ "number": row.number, "by": ctx.actor.name }),
        dedup: format!("{MENTIONED}/{note}"),
    }
}
