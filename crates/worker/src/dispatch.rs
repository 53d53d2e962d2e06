//! Which use case answers which kind of task.

use app::work::{self, Claim};
use app::{App, Result};

use crate::post::Outbox;

/// Runs one task; a failure puts it back for later.
pub(crate) async fn dispatch(app: &App, outbox: &Outbox, claim: Claim) {
    let given = claim.clone();
    if let Err(error) = handle(app, outbox, claim).await {
        tracing::warn!(kind = given.kind, subject = given.subject, attempt = given.attempt, %error, "a task failed");
        if let Err(error) = work::failed(app, &given, &error.to_string()).await {
            tracing::error!(kind = given.kind, subject = given.subject, %error, "a failed task could not be put back; it comes again when its lease ends");
        }
    }
}

async fn handle(app: &App, outbox: &Outbox, claim: Claim) -> Result<()> {
    match claim.kind.as_str() {
        app::mail::GATHER => app::mail::gather(app, claim).await,
        app::mail::SEND => send(app, outbox, claim).await,
        app::case::ALARM => app::case::ring(app, claim).await,
        app::duties::NIGHTLY => app::duties::nightly(app, claim).await,
        work::RECONCILE => app::case::reconcile(app, claim).await,
        work::TIDY => app::housekeeping::tidy(app, &claim).await,
        unknown => Err(app::Error::internal(format!(
            "no task of kind {unknown} is known here"
        ))),
    }
}

async fn send(app: &App, outbox: &Outbox, claim: Claim) -> Result<()> {
    let Some(letter) = app::mail::next(app, claim).await? else {
        return Ok(());
    };
    match outbox.send(&letter).await {
        Ok(()) => app::mail::sent(app, letter).await,
        Err(why) => app::mail::not_sent(app, letter, why).await,
    }
}
