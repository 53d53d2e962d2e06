//! Taking in a document.

use domain::access::Action;
use domain::ids::ReadingId;
use serde_json::json;
use store::reading::{self, ReadingRow};
use store::{AuditEntry, Event, Receipt};

use super::read;
use super::view::{ReadingView, heads, view};
use super::{FILE_TOO_LARGE, MAX_FILE};
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Kind, Result};

const MAX_NAME: usize = 200;

/// Keeps the file and reads it. With one plan in it, its clauses are ready to be looked at; with several, one is chosen first.
pub async fn upload(ctx: &Ctx, name: &str, bytes: Vec<u8>) -> Result<ReadingView> {
    ctx.permit(Action::PlanEdit)?;
    let mut checks = Checks::new();
    let name = checks.name("?name", name, MAX_NAME);
    checks.done()?;
    keep(ctx, name, bytes).await
}

pub(super) async fn keep(ctx: &Ctx, name: String, bytes: Vec<u8>) -> Result<ReadingView> {
    if bytes.len() > MAX_FILE {
        return Err(Error::new(Kind::TooLarge, FILE_TOO_LARGE));
    }
    let work = move || read::read(&bytes).map(|read| (read, bytes));
    let (read, bytes) = tokio::task::spawn_blocking(work)
        .await
        .map_err(Error::internal)??;
    let file = ctx.app.files.put(&bytes).await?;
    let hash = file.hash.to_string();
    // The changed lines of a printed plan are read once more.
    let work = move || (read.only(&hash), read, hash);
    let (body, read, hash) = tokio::task::spawn_blocking(work)
        .await
        .map_err(Error::internal)?;
    let row = ReadingRow {
        id: ReadingId::new(ctx.uuid()),
        title: read.title().unwrap_or(&name).to_owned(),
        chosen: body.as_ref().map(|_| 0),
        body,
        name,
        file_size: i64::try_from(file.size).unwrap_or(i64::MAX),
        file_hash: file.hash.clone(),
        text: read.text,
        plan: None,
        made_hash: None,
        version: 1,
        created_by: ctx.actor.name.clone(),
        created_at: ctx.now(),
        changed_at: ctx.now(),
    };
    let mut tx = ctx.begin().await?;
    reading::insert(&mut tx, &row, &file).await?;
    let id = row.id;
    let mut answer = view(ctx, &mut tx, row).await?;
    if answer.chosen.is_none() {
        answer.plans = heads(&read.plans);
    }
    let entry = AuditEntry::new("reading.upload", "reading", id)
        .detail(json!({ "name": answer.name, "sha256": hash, "plans": read.plans.len(), "returned": read.returned.is_some() }));
    ctx.finish(tx, Receipt::new(entry).event(changed(id)), answer)
        .await
}

pub(super) fn changed(id: ReadingId) -> Event {
    Event::new("reading.changed", id, json!({}))
}
