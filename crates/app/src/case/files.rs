//! Files of a case: photos, recordings, scans.

use domain::access::Action;
use domain::ids::{CaseId, FileId};
use serde_json::json;
use store::attachment::{self, NewAttachment};
use store::{AuditEntry, Receipt, case};

use super::SUBJECT;
use super::act::changed;
use super::open::{Opened, alone, to_millisecond};
use super::refresh;
use super::slip::{completed, is_photo};
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

/// Keeps a file that was received and attaches it to a case. A photo that the slip still lacks completes it.
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
    let stored = received.finish().await?;
    let media_type = files::check(ctx, &stored, Filed::File, safe_type(media_type)).await?;
    let mut tx = ctx.begin().await?;
    alone(&mut tx, id).await?;
    let row = case::get(&mut tx, id, &scope).await?;
    let photo = FileId::new(ctx.uuid());
    let file = photo.to_string();
    let new = NewAttachment {
        id: &file,
        subject_kind: SUBJECT,
        subject: &id.to_string(),
        name: &name,
        media_type: &media_type,
    };
    attachment::attach(&mut tx, &new, &stored).await?;
    let attached = attachment::get(&mut tx, &file).await?;
    let entry = AuditEntry::new("case.attach", "case", id)
        .detail(json!({ "file": file, "name": name, "sha256": stored.hash.to_string() }));
    let mut receipt = Receipt::new(entry).event(changed(&row, "attach"));
    if is_photo(&media_type) {
        let mut opened = Opened::with(&mut tx, row).await?;
        let now = to_millisecond(tx.at());
        if let Some((facts, rows)) = completed(ctx, &mut opened, photo, now)? {
            case::append(&mut tx, id, &facts).await?;
            refresh::keep(&mut tx, &mut opened, &rows).await?;
            receipt = refresh::alarm(receipt, &opened.row, &rows, now);
        }
    }
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
