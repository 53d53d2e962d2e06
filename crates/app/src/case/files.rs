//! Files of a case: photos, recordings, scans.

use domain::access::Action;
use domain::ids::{CaseId, FileId};
use serde_json::json;
use store::attachment::{self, NewAttachment};
use store::files::{ContentHash, Upload};
use store::{AuditEntry, Receipt, StoreError, case};

use super::SUBJECT;
use super::act::changed;
use super::view::AttachmentView;
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Kind, Result, TOO_LARGE};
use crate::message::Text;

/// Most bytes of one file.
pub const MAX_FILE: u64 = 50 * 1024 * 1024;
const MAX_NAME: usize = 200;
const UNKNOWN_TYPE: &str = "application/octet-stream";

/// A file that is being received for a case. Nothing of it counts before [`Uploading::attach`].
#[derive(Debug)]
pub struct Uploading {
    case: CaseId,
    upload: Upload,
}

/// A stored file to send.
#[derive(Debug)]
pub struct Download {
    pub name: String,
    /// What the sender said it is; not to be believed.
    pub media_type: String,
    pub size: i64,
    pub file: tokio::fs::File,
}

/// Begins to receive a file for a case within the caller's scope.
pub async fn upload(ctx: &Ctx, id: CaseId) -> Result<Uploading> {
    let scope = ctx.permit(Action::FileUse)?;
    case::get(&mut *ctx.read().await?, id, &scope).await?;
    let upload = ctx.app.files.upload(MAX_FILE).await?;
    Ok(Uploading { case: id, upload })
}

impl Uploading {
    /// Takes the next bytes; too many in all are refused.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.upload.write(bytes).await.map_err(|error| match error {
            StoreError::TooLarge { .. } => too_large(),
            other => other.into(),
        })
    }

    /// Keeps the file and attaches it to its case.
    pub async fn attach(self, ctx: &Ctx, name: &str, media_type: &str) -> Result<AttachmentView> {
        let scope = ctx.permit(Action::FileUse)?;
        let mut checks = Checks::new();
        let name = checks.name("?name", name, MAX_NAME);
        checks.done()?;
        let file = self.upload.finish().await?;
        let mut tx = ctx.begin().await?;
        let row = case::get(&mut tx, self.case, &scope).await?;
        let id = FileId::new(ctx.uuid()).to_string();
        let new = NewAttachment {
            id: &id,
            subject_kind: SUBJECT,
            subject: &self.case.to_string(),
            name: &name,
            media_type: safe_type(media_type),
        };
        attachment::attach(&mut tx, &new, &file).await?;
        let stored = attachment::get(&mut tx, &id).await?;
        let entry = AuditEntry::new("case.attach", "case", self.case)
            .detail(json!({ "file": id, "name": name, "sha256": file.hash.to_string() }));
        let receipt = Receipt::new(entry).event(changed(&row, "attach"));
        ctx.finish(tx, receipt, AttachmentView::from(stored)).await
    }
}

/// The refusal of a file beyond [`MAX_FILE`].
pub fn too_large() -> Error {
    Error::new(
        Kind::TooLarge,
        Text::from(TOO_LARGE).with("limit", "50 MiB"),
    )
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
    let hash: &ContentHash = &stored.hash;
    Ok(Download {
        file: ctx.app.files.read(hash).await?,
        name: stored.name,
        media_type: stored.media_type,
        size: stored.size,
    })
}

/// A media type fit for a header: type, slash, subtype, nothing else.
fn safe_type(given: &str) -> &str {
    let essence = given.split(';').next().unwrap_or_default().trim();
    let plain = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-.+".contains(&b))
    };
    let is_safe = essence.len() <= 100
        && essence
            .split_once('/')
            .is_some_and(|(kind, sub)| plain(kind) && plain(sub));
    if is_safe { essence } else { UNKNOWN_TYPE }
}
