//! What a person chooses about letters.

use domain::access::Action;
use serde::{Deserialize, Serialize};
use store::mail::{self, MailChoice};
use store::{AuditEntry, Receipt};
use utoipa::ToSchema;

use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::settings::{QuietHours, check_quiet_hours};

/// One's own choice about letters.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailChoiceView {
    /// Whether notices come by mail as well.
    pub wanted: bool,
    /// One's own quiet hours in place of the company's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiet_hours: Option<QuietHours>,
    pub version: i64,
}

/// The choice as it should become.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeMailChoice {
    pub wanted: bool,
    pub quiet_hours: Option<QuietHours>,
}

/// What the caller chose.
pub async fn choice(ctx: &Ctx) -> Result<MailChoiceView> {
    ctx.permit(Action::AccountOwn)?;
    let mut read = ctx.read().await?;
    Ok(view(mail::choice(&mut read, ctx.person()).await?))
}

/// Replaces the caller's choice if it is still at `version`.
pub async fn choose(ctx: &Ctx, version: i64, given: ChangeMailChoice) -> Result<MailChoiceView> {
    ctx.permit(Action::AccountOwn)?;
    let mut checks = Checks::new();
    if let Some(hours) = &given.quiet_hours {
        check_quiet_hours(&mut checks, hours);
    }
    checks.done()?;
    let mut tx = ctx.begin().await?;
    let old = mail::choice(&mut tx, ctx.person()).await?;
    if old.version != version {
        return Err(Error::stale());
    }
    let mut new = MailChoice {
        is_wanted: given.wanted,
        quiet: given.quiet_hours.map(|hours| (hours.from, hours.to)),
        version,
    };
    if new == old {
        tx.unchanged().await?;
        return Ok(view(old));
    }
    mail::set_choice(&mut tx, ctx.person(), &new).await?;
    new.version += 1;
    let entry = AuditEntry::new("mail.choose", "person", ctx.person())
        .detail(serde_json::json!({ "wanted": new.is_wanted, "quiet": new.quiet }));
    ctx.finish(tx, Receipt::new(entry), view(new)).await
}

fn view(choice: MailChoice) -> MailChoiceView {
    MailChoiceView {
        wanted: choice.is_wanted,
        quiet_hours: choice.quiet.map(|(from, to)| QuietHours { from, to }),
        version: choice.version,
    }
}
