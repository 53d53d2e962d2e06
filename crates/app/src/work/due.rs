//! Claiming what is due, and what becomes of a task that failed.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::job::{self, MAX_CLAIM};
use store::{AuditEntry, Receipt};

use super::SERVICE;
use crate::case::ALARM;
use crate::ctx::App;
use crate::error::Result;
use crate::notices::{JOB_DEAD, tell_administrators};

pub use store::job::Claim;

/// How long a task may take before somebody else may take it over.
const LEASE: SignedDuration = SignedDuration::from_mins(3);

/// Claims at most `limit` due tasks. With nothing due it reads one index entry and writes nothing.
pub async fn claim(app: &App, limit: u32) -> Result<Vec<Claim>> {
    let token = app.uuid().simple().to_string();
    let limit = limit.min(MAX_CLAIM);
    let claims = job::claim_due(&app.db, &token, app.now(), LEASE, limit).await?;
    without_worn_out(app, claims).await
}

/// Claims what a worker with room for so many has: due tasks, or of alarms of cases, which ring `together`, so many times as
/// many.
pub async fn claim_with_alarms(app: &App, room: u32, together: u32) -> Result<Vec<Claim>> {
    let token = app.uuid().simple().to_string();
    let alike = job::Alike {
        kind: ALARM,
        limit: room.saturating_mul(together),
    };
    let claims = job::claim_alike(&app.db, &token, app.now(), LEASE, alike, room).await?;
    without_worn_out(app, claims).await
}

/// Stops the tasks of which every attempt was abandoned, and leaves the others.
async fn without_worn_out(app: &App, claims: Vec<Claim>) -> Result<Vec<Claim>> {
    let (worn_out, claims): (Vec<_>, Vec<_>) = claims.into_iter().partition(Claim::is_worn_out);
    for claim in &worn_out {
        failed(app, claim, "every attempt was abandoned").await?;
    }
    Ok(claims)
}

/// When the next task becomes due.
pub async fn next_at(app: &App) -> Result<Option<Timestamp>> {
    Ok(job::next_run_at(&mut *app.db.read().await?).await?)
}

/// Moves a task that turned out to be early.
pub async fn postpone(app: &App, claim: &Claim, run_at: Timestamp) -> Result<()> {
    Ok(job::postpone(&app.db, claim, run_at).await?)
}

/// Puts a failed task back with a growing pause. One that failed too often is stopped and the administrators are told.
pub async fn failed(app: &App, claim: &Claim, why: &str) -> Result<()> {
    if job::fail(&app.db, claim, app.now(), why).await?.is_some() {
        return Ok(());
    }
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    let entry = AuditEntry::new("job.stop", "job", &claim.subject)
        .detail(json!({ "kind": claim.kind, "mark": claim.mark, "why": why }));
    let params = json!({ "kind": claim.kind, "subject": claim.subject, "why": why });
    let dedup = format!(
        "{JOB_DEAD}/{}/{}/{}",
        claim.kind, claim.subject, claim.due_at
    );
    let receipt = Receipt::new(entry);
    let receipt = tell_administrators(
        app,
        &mut tx,
        receipt,
        JOB_DEAD,
        &claim.subject,
        &params,
        &dedup,
    )
    .await?;
    Ok(tx.finish(receipt).await?)
}
