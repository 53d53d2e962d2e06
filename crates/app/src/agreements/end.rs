//! Ending an agreement early.

use domain::access::Action;
use domain::ids::AgreementId;
use jiff::civil::Date;
use serde::Deserialize;
use store::{AuditEntry, agreement};
use utoipa::ToSchema;

use super::OUTSIDE;
use super::change::{load, write};
use super::view::{AgreementView, view};
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::Result;

const MAX_REASON: usize = 500;

/// When and why an agreement ends.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndAgreement {
    /// The last day it holds.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    pub reason: String,
}

/// Ends an agreement. Ending it again on the same day changes nothing.
pub async fn end(
    ctx: &Ctx,
    id: AgreementId,
    version: i64,
    given: EndAgreement,
) -> Result<AgreementView> {
    let scope = ctx.permit(Action::AgreementEdit)?;
    let mut read = ctx.read().await?;
    let now = agreement::get(&mut read, id, &scope).await?;
    if now.ended_on == Some(given.on) {
        return view(ctx, &mut read, now).await;
    }
    drop(read);
    let (tx, _, mut ended) = load(ctx, id, version).await?;
    let mut checks = Checks::new();
    let reason = checks.name("/reason", &given.reason, MAX_REASON);
    if given.on < ended.starts_on || ended.ends_on.is_some_and(|last| given.on > last) {
        checks.wrong("/on", OUTSIDE);
    }
    checks.done()?;
    ended.ended_on = Some(given.on);
    ended.end_reason = Some(reason.clone());
    let detail = serde_json::json!({ "on": given.on, "reason": reason });
    write(
        ctx,
        tx,
        ended,
        AuditEntry::new("agreement.end", "agreement", id).detail(detail),
    )
    .await
}
