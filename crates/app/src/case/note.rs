//! What people say to each other about a case.

use std::collections::BTreeSet;

use domain::access::{self, Action};
use domain::ids::{CaseId, PersonId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::case::{self, CaseRow, Note, Part};
use store::{AuditEntry, Conn, Receipt, Scope, StoreError, person};
use utoipa::ToSchema;

use super::act::changed;
use super::assign::can_work;
use crate::check::{Checks, REQUIRED, UNKNOWN_REFERENCE};
use crate::ctx::{Ctx, store_scope};
use crate::error::Result;
use crate::message::Text;
use crate::notices::{Telling, tell};

const MAX_BODY: usize = 40_000;
const MAX_MENTIONS: usize = 20;
/// The kind of notice a person gets who is mentioned.
pub const MENTIONED: &str = "case.mentioned";

crate::messages! {
    CANNOT_SEE = "mention-cannot-see", "{name}看不到这张服务单；请先指派给他，再提到他。",
        "{name} does not see this case: give it to them before you mention them.";
}

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
        let pointer = format!("/mentions/{index}");
        if !can_work(&mut tx, *person, row.branch).await? {
            checks.wrong(pointer, UNKNOWN_REFERENCE);
        } else if let Some(name) = cannot_see(&mut tx, *person, id).await? {
            checks.wrong(pointer, Text::from(CANNOT_SEE).with("name", name));
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

/// The name of somebody to whom the case is not there: a notice about it would lead them nowhere.
async fn cannot_see(conn: &mut Conn, person: PersonId, id: CaseId) -> Result<Option<String>> {
    let person = person::get(conn, person, &Scope::All).await?;
    let reader = access::Actor {
        person: person.id,
        roles: person.roles,
        place: person.org,
        customer: person.customer,
    };
    let Ok(scope) = access::permit(&reader, Action::CaseRead) else {
        return Ok(Some(person.name));
    };
    match case::get(conn, id, &store_scope(scope)).await {
        Ok(_) => Ok(None),
        Err(StoreError::NotFound { .. }) => Ok(Some(person.name)),
        Err(error) => Err(error.into()),
    }
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
