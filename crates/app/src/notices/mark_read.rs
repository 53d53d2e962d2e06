//! Marking one's own notices as read.

use domain::access::Action;
use domain::ids::NoticeId;
use serde::Deserialize;
use store::notice::{self, MAX_READ};
use store::{AuditEntry, Receipt};
use utoipa::ToSchema;

use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::Result;

/// Which notices were read; none named means all.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadNotices {
    #[serde(default)]
    pub ids: Vec<NoticeId>,
}

/// Marks notices as read. Repeating it changes nothing; somebody else's are passed over.
pub async fn mark_read(ctx: &Ctx, given: &ReadNotices) -> Result<()> {
    ctx.permit(Action::AccountOwn)?;
    let mut checks = Checks::new();
    checks.at_most("/ids", &given.ids, MAX_READ);
    checks.done()?;
    let mut tx = ctx.begin().await?;
    let changed = notice::mark_read(&mut tx, ctx.person(), &given.ids).await?;
    if changed == 0 {
        return Ok(tx.unchanged().await?);
    }
    let entry = AuditEntry::new("notice.read", "person", ctx.person())
        .detail(serde_json::json!({ "count": changed }));
    ctx.finish(tx, Receipt::new(entry), ()).await
}
