//! Forgetting what is kept for a while only, in small steps.

use jiff::SignedDuration;
use store::job::{self, Claim};
use store::{idempotency, mail, outbox, session};

use crate::ctx::App;
use crate::error::Result;

const EVERY: SignedDuration = SignedDuration::from_hours(1);
/// Rows of one step; writers get their turn between two steps.
const STEP: u32 = 500;
/// Steps of one run; what is left waits for the next.
const MAX_STEPS: u32 = 100;

const KEEP_ANSWERS: SignedDuration = SignedDuration::from_hours(7 * 24);
const KEEP_EVENTS: SignedDuration = SignedDuration::from_hours(7 * 24);
const KEEP_SESSIONS: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Far longer than an upload may take.
const KEEP_UPLOADS: SignedDuration = SignedDuration::from_hours(24);
const KEEP_LETTERS: SignedDuration = SignedDuration::from_hours(365 * 24);

/// Forgets old answers to repeated requests, events, ended sessions and letters, and what uploads left that a crash ended, then
/// waits for an hour.
pub async fn tidy(app: &App, claim: &Claim) -> Result<()> {
    let now = app.now();
    let db = &app.db;
    for _ in 0..MAX_STEPS {
        let forgotten = [
            idempotency::forget(db, now - KEEP_ANSWERS, STEP).await?,
            outbox::trim(db, now - KEEP_EVENTS, STEP).await?,
            session::forget(db, now - KEEP_SESSIONS, STEP).await?,
            mail::forget(db, now - KEEP_LETTERS, STEP).await?,
        ];
        if forgotten.iter().all(|rows| *rows < u64::from(STEP)) {
            break;
        }
    }
    app.files.clean((now - KEEP_UPLOADS).into()).await?;
    Ok(job::postpone(db, claim, now + EVERY).await?)
}
