//! The original: its text, its bytes, and its place beside the version that was published from it.

use domain::access::Action;
use domain::ids::{FileId, PlanId, PlanVersionId, ReadingId};
use serde::Serialize;
use store::attachment::{self, NewAttachment};
use store::files::StoredFile;
use store::{Tx, plan, reading};
use utoipa::ToSchema;

use super::NO_SOURCE;
use super::make::settled;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::files::Download;

const SUBJECT: &str = "plan_version";
const BYTES: &str = "application/octet-stream";

/// The text of a document. The places of items count its Unicode characters.
#[derive(Debug, Serialize, ToSchema)]
pub struct TextView {
    pub text: String,
}

/// The extracted text of a reading.
pub async fn text(ctx: &Ctx, id: ReadingId) -> Result<TextView> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let row = reading::get(&mut read, id).await?;
    Ok(TextView { text: row.text })
}

/// The original of a reading.
pub async fn source(ctx: &Ctx, id: ReadingId) -> Result<Download> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let row = reading::get(&mut read, id).await?;
    Ok(Download {
        file: ctx.app.files.read(&row.file_hash).await?,
        name: row.name,
        media_type: BYTES.to_owned(),
        size: row.file_size,
    })
}

/// The original a published version was read from.
pub async fn of_version(ctx: &Ctx, id: PlanVersionId) -> Result<Download> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let version = plan::version(&mut read, id).await?;
    let kept = attachment::of_subject(&mut read, SUBJECT, &version.id.to_string()).await?;
    let first = kept
        .into_iter()
        .next()
        .ok_or_else(|| Error::refused(NO_SOURCE))?;
    Ok(Download {
        file: ctx.app.files.read(&first.hash).await?,
        name: first.name,
        media_type: first.media_type,
        size: first.size,
    })
}

/// Keeps the original with a version that is being published. A plan whose reading has unsettled items is not published.
pub(crate) async fn keep_with_version(
    ctx: &Ctx,
    tx: &mut Tx,
    plan: PlanId,
    version: PlanVersionId,
) -> Result<()> {
    let Some(row) = reading::of_plan(tx, plan).await? else {
        return Ok(());
    };
    row.body.as_ref().map_or(Ok(()), settled)?;
    let id = FileId::new(ctx.uuid()).to_string();
    let new = NewAttachment {
        id: &id,
        subject_kind: SUBJECT,
        subject: &version.to_string(),
        name: &row.name,
        media_type: BYTES,
    };
    let file = StoredFile {
        hash: row.file_hash.clone(),
        size: u64::try_from(row.file_size).unwrap_or_default(),
    };
    attachment::attach(tx, &new, &file).await?;
    Ok(())
}
