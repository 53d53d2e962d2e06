//! What happened to an agreement, as the audit log tells it.

use domain::access::Action;
use domain::ids::AgreementId;
use jiff::Timestamp;
use serde::Serialize;
use store::audit::{self, AuditFilter};
use store::{agreement, person};
use utoipa::ToSchema;

use crate::ctx::Ctx;
use crate::error::Result;

/// Most entries shown.
const MAX_SHOWN: u32 = 200;

/// What happened to an agreement, the last first.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgreementHistory {
    pub items: Vec<HistoryEntry>,
}

/// Something that was done.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryEntry {
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Name of the person.
    pub by: String,
    /// `agreement.create`, `agreement.change`, `agreement.renew` or `agreement.end`.
    pub action: String,
    /// What was written: for a change what it said before and after.
    #[schema(value_type = Object)]
    pub detail: serde_json::Value,
}

/// What happened to an agreement inside the caller's scope.
pub async fn history(ctx: &Ctx, id: AgreementId) -> Result<AgreementHistory> {
    let scope = ctx.permit(Action::AgreementRead)?;
    let mut read = ctx.read().await?;
    agreement::get(&mut read, id, &scope).await?;
    let filter = AuditFilter {
        subject: Some(("agreement".to_owned(), id.to_string())),
        actor: None,
    };
    let mut rows = audit::page(&mut read, &filter, None, MAX_SHOWN).await?;
    // What the program computes about an agreement is not what people did with it.
    rows.retain(|row| row.action.starts_with("agreement."));
    let actors: Vec<String> = rows.iter().map(|row| row.actor.clone()).collect();
    let names = person::names(&mut read, &actors).await?;
    Ok(AgreementHistory {
        items: rows
            .into_iter()
            .map(|row| HistoryEntry {
                at: row.at,
                by: names.get(&row.actor).cloned().unwrap_or_default(),
                action: row.action,
                detail: serde_json::from_str(&row.detail).unwrap_or_default(),
            })
            .collect(),
    })
}
