//! Files of a case: photos, recordings, scans.

use domain::access::Action;
use domain::ids::{CaseId, FileId};
use serde_json::json;
use store::attachment::{self, NewAttachment};
use store::{AuditEntry, Receipt, case};

use super::SUBJECT;
use super::act::changed;
use super::view::AttachmentView;
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::files::{self, Download, Filed, MAX_NAME, Receiving, safe_type};

/// Begins to receive a file for a case within the caller's scope.
pub async fn upload(ctx: &Ctx, id: CaseId) -> Result<Receiving> {
    let scope = ctx.permit(Action::FileUse)?;
    case::get(&mut *ctx.read().await?, id, &scope).await?;
    Receiving::begin(ctx).await
}

/// Keeps a file that was received and attaches it to a case.
pub async fn attach(
    ctx: &Ctx,
    id: CaseId,
    received: Receiving,
    name: &str,
    media_type: &str,
) -> Result<AttachmentView> {
    let scope = ctx.permit(Action::FileUse)?;
    let mut checks = Checks::new();
    let name = checks.name("?name", name, MAX_NAME);
    checks.done()?;
    let media_type = safe_type(media_type);
    let stored = received.finish().await?;
    files::check(ctx, &stored, Filed::File, media_type).await?;
    let mut tx = ctx.begin().await?;
    let row = case::get(&mut tx, id, &scope).await?;
    let file = FileId::new(ctx.uuid()).to_string();
    let new = NewAttachment {
        id: &file,
        subject_kind: SUBJECT,
        subject: &id.to_string(),
        name: &name,
        media_type,
    };
    attachment::attach(&mut tx, &new, &stored).await?;
    let attached = attachment::get(&mut tx, &file).await?;
    let entry = AuditEntry::new("case.attach", "case", id)
        .detail(json!({ "file": file, "name": name, "sha256": stored.hash.to_string() }));
    let receipt = Receipt::new(entry).event(changed(&row, "attach"));
    ctx.finish(tx, receipt, AttachmentView::from(attached))
        .await
}

/// A file of a case within the caller's scope. A file of another case is not there.
pub async fn download(ctx: &Ctx, id: CaseId, file: FileId) -> Result<Download> {
    let scope = ctx.permit(Action::FileUse)?;
    let mut read = ctx.read().await?;
    case::get(&mut read, id, &scope).await?;
    let stored = attachment::get(&mut read, &file.to_string()).await?;
    if stored.subject_kind != SUBJECT || stored.subject != id.to_string() {
        return Err(Error::not_found());
    }
    Download::open(ctx, stored).await
}
