//! Photos and the project archive of a unit.

use domain::access::Action;
use domain::ids::{FileId, UnitId};
use domain::unit::Record;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::attachment::{self, NewAttachment};
use store::unit::{self, Unit, UnitFile};
use store::{AuditEntry, Conn, Event, Receipt, person};
use utoipa::{IntoParams, ToSchema};

use super::RETIRED;
use crate::check::{Checks, REQUIRED};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::files::{self, Download, Filed, MAX_NAME, Receiving, safe_type};

/// What attachments of a unit are filed under.
const SUBJECT: &str = "unit";
const MAX_REASON: usize = 500;

crate::messages! {
    FULL = "archive-full", "一台设备最多保存 {most} 个文件，请先移除不需要的。", "A unit keeps at most {most} files; remove some first.";
}

/// What is said about a file when it is put into the archive.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct NewUnitFile {
    /// What the file is called; shown to people, never used as a path.
    pub name: String,
    /// What it is.
    #[param(inline)]
    pub record: Record,
    /// What it shows, in a few words; the file's name when left out.
    #[serde(default)]
    pub title: String,
}

/// Which files of a unit to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListUnitFiles {
    /// Also those that were removed, with the reason; never for who is not of the company.
    #[serde(default)]
    pub with_removed: bool,
}

/// Why a file is taken out of the archive.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveUnitFile {
    pub reason: String,
}

/// A file of a unit.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnitFileView {
    pub id: String,
    pub record: Record,
    pub title: String,
    pub name: String,
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content.
    pub sha256: String,
    pub added_by: String,
    #[schema(value_type = String, format = DateTime)]
    pub added_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed: Option<RemovedView>,
}

/// Who took a file out of the archive, when and why.
#[derive(Debug, Serialize, ToSchema)]
pub struct RemovedView {
    pub by: String,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    pub reason: String,
}

/// The archive of a unit, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnitFiles {
    pub items: Vec<UnitFileView>,
    /// Whether the caller may add and remove files here.
    pub may_change: bool,
}

/// The archive of a unit inside the caller's scope.
pub async fn files(ctx: &Ctx, id: UnitId, asked: &ListUnitFiles) -> Result<UnitFiles> {
    let scope = ctx.permit(Action::UnitRead)?;
    let mut read = ctx.read().await?;
    let unit = unit::get(&mut read, id, &scope).await?;
    let with_removed = asked.with_removed && shows_removed(ctx);
    let rows = unit::files(&mut read, id, with_removed).await?;
    Ok(UnitFiles {
        items: views(&mut read, rows).await?,
        may_change: ctx.may(Action::UnitEdit).is_ok() && unit.retired_at.is_none(),
    })
}

/// Begins to receive a file for a unit in service.
pub async fn upload_file(ctx: &Ctx, id: UnitId) -> Result<Receiving> {
    let scope = ctx.permit(Action::UnitEdit)?;
    let unit = unit::get(&mut *ctx.read().await?, id, &scope).await?;
    in_service(&unit)?;
    Receiving::begin(ctx).await
}

/// Keeps a file that was received and puts it into the archive.
pub async fn add_file(
    ctx: &Ctx,
    id: UnitId,
    received: Receiving,
    said: &NewUnitFile,
    media_type: &str,
) -> Result<UnitFileView> {
    let scope = ctx.permit(Action::UnitEdit)?;
    let mut checks = Checks::new();
    let name = checks.name("?name", &said.name, MAX_NAME);
    let title = checks.text("?title", &said.title, MAX_NAME);
    checks.done()?;
    let stored = received.finish().await?;
    let filed = match said.record {
        Record::Photo | Record::Nameplate => Filed::Photo,
        _ => Filed::File,
    };
    let media_type = files::check(ctx, &stored, filed, safe_type(media_type)).await?;
    let mut tx = ctx.begin().await?;
    tx.alone(&format!("unit.archive/{id}")).await?;
    let unit = unit::get(&mut tx, id, &scope).await?;
    in_service(&unit)?;
    room(&mut tx, id).await?;
    let file = FileId::new(ctx.uuid());
    let new = NewAttachment {
        id: &file.to_string(),
        subject_kind: SUBJECT,
        subject: &id.to_string(),
        name: &name,
        media_type: &media_type,
    };
    attachment::attach(&mut tx, &new, &stored).await?;
    let title = if title.is_empty() {
        name.clone()
    } else {
        title
    };
    unit::add_file(&mut tx, id, file, said.record, &title).await?;
    let answer = one(&mut tx, id, file).await?;
    let entry = AuditEntry::new("unit.attach", "unit", id).detail(json!({
        "file": file, "name": name, "record": said.record, "title": title, "sha256": stored.hash.to_string(),
    }));
    ctx.finish(tx, Receipt::new(entry).event(changed(&unit)), answer)
        .await
}

/// Takes a file out of the archive with a reason. Its bytes and its line stay; removing it again changes nothing.
pub async fn remove_file(
    ctx: &Ctx,
    id: UnitId,
    file: FileId,
    given: &RemoveUnitFile,
) -> Result<UnitFileView> {
    let scope = ctx.permit(Action::UnitEdit)?;
    let mut checks = Checks::new();
    let reason = checks.lines("/reason", &given.reason, MAX_REASON);
    if reason.trim().is_empty() {
        checks.wrong("/reason", REQUIRED);
    }
    checks.done()?;
    let mut tx = ctx.begin().await?;
    let unit = unit::get(&mut tx, id, &scope).await?;
    let old = unit::file(&mut tx, id, file).await?;
    if old.removed.is_some() {
        tx.unchanged().await?;
        return one(&mut *ctx.read().await?, id, file).await;
    }
    unit::remove_file(&mut tx, id, file, &reason).await?;
    let answer = one(&mut tx, id, file).await?;
    let entry = AuditEntry::new("unit.detach", "unit", id)
        .detail(json!({ "file": file, "name": old.attachment.name, "reason": reason }));
    ctx.finish(tx, Receipt::new(entry).event(changed(&unit)), answer)
        .await
}

/// The bytes of a file of a unit inside the caller's scope; one that was removed can still be read by the company's people.
pub async fn download_file(ctx: &Ctx, id: UnitId, file: FileId) -> Result<Download> {
    let scope = ctx.permit(Action::FileUse)?;
    let mut read = ctx.read().await?;
    unit::get(&mut read, id, &scope).await?;
    let stored = unit::file(&mut read, id, file).await?;
    if stored.removed.is_some() && !shows_removed(ctx) {
        return Err(Error::not_found());
    }
    Download::open(ctx, stored.attachment).await
}

/// What was taken out, and why, is for the company's people.
fn shows_removed(ctx: &Ctx) -> bool {
    !ctx.is_outsider()
}

fn in_service(unit: &Unit) -> Result<()> {
    match unit.retired_at {
        Some(_) => Err(Error::refused(RETIRED)),
        None => Ok(()),
    }
}

/// The list of an archive is bounded, so the archive is.
async fn room(conn: &mut Conn, id: UnitId) -> Result<()> {
    let most = unit::MAX_PARTS as usize;
    if unit::files(conn, id, true).await?.len() < most {
        return Ok(());
    }
    Err(Error::refused(
        crate::message::Text::from(FULL).with("most", most),
    ))
}

fn changed(unit: &Unit) -> Event {
    let event = Event::new("unit.changed", unit.id, json!({ "number": unit.number }));
    event.branch(unit.branch).customer(unit.customer)
}

async fn one(conn: &mut Conn, id: UnitId, file: FileId) -> Result<UnitFileView> {
    let row = unit::file(conn, id, file).await?;
    let mut found = views(conn, vec![row]).await?;
    found
        .pop()
        .ok_or_else(|| Error::internal("one file has one view"))
}

async fn views(conn: &mut Conn, rows: Vec<UnitFile>) -> Result<Vec<UnitFileView>> {
    let people: Vec<String> = rows
        .iter()
        .flat_map(|row| {
            let removed = row.removed.as_ref().map(|removed| removed.by.clone());
            std::iter::once(row.attachment.created_by.clone()).chain(removed)
        })
        .collect();
    let names = person::names(conn, &people).await?;
    let name = |id: &String| names.get(id).cloned().unwrap_or_default();
    Ok(rows
        .into_iter()
        .map(|row| UnitFileView {
            added_by: name(&row.attachment.created_by),
            removed: row.removed.map(|removed| RemovedView {
                by: name(&removed.by),
                at: removed.at,
                reason: removed.because,
            }),
            id: row.attachment.id,
            record: row.record,
            title: row.title,
            name: row.attachment.name,
            media_type: row.attachment.media_type,
            size: row.attachment.size,
            sha256: row.attachment.hash.to_string(),
            added_at: row.attachment.created_at,
        })
        .collect())
}
