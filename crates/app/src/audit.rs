//! Reading and verifying the audit log.

use std::str::FromStr;

use domain::access::Action;
use serde::{Deserialize, Serialize};
use store::audit::{self, AuditCursor, AuditFilter, AuditRow};
use utoipa::{IntoParams, ToSchema};

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::page::{BAD_CURSOR, Page, PageSize};

/// Which rows of the log to list, newest first.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListAudit {
    /// Kind of what was changed, such as `person`; needs `subject` too.
    pub kind: Option<String>,
    /// Id of what was changed; needs `kind` too.
    pub subject: Option<String>,
    /// Id of who acted.
    pub actor: Option<String>,
    pub after: Option<String>,
    pub limit: Option<u32>,
}

/// One row of the log.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditView {
    #[schema(value_type = String, format = DateTime)]
    pub at: jiff::Timestamp,
    pub actor: String,
    pub request: String,
    pub action: String,
    pub kind: String,
    pub subject: String,
    #[schema(value_type = Object)]
    pub detail: serde_json::Value,
    pub chain: i64,
    pub seq: i64,
    pub hash: String,
}

/// Whether the log is as it was written.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditVerdict {
    pub intact: bool,
    /// The first broken row of each chain that is not intact.
    pub broken: Vec<BrokenRow>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct BrokenRow {
    pub chain: i64,
    pub seq: i64,
}

crate::messages! {
    KIND_AND_SUBJECT = "kind-and-subject", "kind 与 subject 必须同时给出。", "Give kind and subject together.";
}

/// One page of the log.
pub async fn list(ctx: &Ctx, asked: ListAudit) -> Result<Page<AuditView>> {
    ctx.permit(Action::AuditRead)?;
    let subject = match (asked.kind, asked.subject) {
        (Some(kind), Some(subject)) => Some((kind, subject)),
        (None, None) => None,
        _ => return Err(Error::field("?subject", KIND_AND_SUBJECT)),
    };
    let filter = AuditFilter {
        subject,
        actor: asked.actor,
    };
    let after = asked.after.as_deref().map(cursor).transpose()?;
    let size = PageSize::new(asked.limit);
    let mut read = ctx.read().await?;
    let rows = audit::page(&mut read, &filter, after, size.get() + 1).await?;
    let place = |row: &AuditRow| format!("{}-{}-{}", row.at.as_millisecond(), row.chain, row.seq);
    Ok(Page::cut(rows, size, place).map(view))
}

/// Recomputes every hash of the log.
pub async fn verify(ctx: &Ctx) -> Result<AuditVerdict> {
    ctx.permit(Action::AuditRead)?;
    let mut read = ctx.app.db.snapshot().await?;
    let mut broken = Vec::new();
    for chain in 0..audit::CHAINS {
        if let Some(row) = audit::verify(&mut read, chain).await? {
            broken.push(BrokenRow {
                chain: row.chain,
                seq: row.seq,
            });
        }
    }
    Ok(AuditVerdict {
        intact: broken.is_empty(),
        broken,
    })
}

fn view(row: AuditRow) -> AuditView {
    AuditView {
        at: row.at,
        actor: row.actor,
        request: row.request,
        action: row.action,
        kind: row.subject_kind,
        subject: row.subject,
        detail: match serde_json::from_str(&row.detail) {
            Ok(serde_json::Value::Null) | Err(_) => serde_json::json!({}),
            Ok(detail) => detail,
        },
        chain: row.chain,
        seq: row.seq,
        hash: row.hash,
    }
}

fn cursor(text: &str) -> Result<AuditCursor> {
    let numbers: Vec<i64> = text
        .split('-')
        .filter_map(|part| i64::from_str(part).ok())
        .collect();
    match numbers[..] {
        [at, chain, seq] => {
            let at = jiff::Timestamp::from_millisecond(at)
                .map_err(|_| Error::field("?after", BAD_CURSOR))?;
            Ok(AuditCursor { at, chain, seq })
        }
        _ => Err(Error::field("?after", BAD_CURSOR)),
    }
}
