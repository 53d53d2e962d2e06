//! Which use case answers which kind of task.

use std::collections::BTreeMap;

use app::work::{self, Claim};
use app::{App, Result};

use crate::post::Outbox;

/// Tasks that one transaction may settle.
pub(crate) const TOGETHER: u32 = 50;

/// Sorts tasks into those that are run together (alarms, at most so many at a time, and letters of a person) and those that are
/// run by themselves.
pub(crate) fn bundles(claims: Vec<Claim>) -> Vec<Vec<Claim>> {
    let (alarms, others): (Vec<_>, Vec<_>) = claims
        .into_iter()
        .partition(|claim| claim.kind == app::case::ALARM);
    let (letters, others): (Vec<_>, Vec<_>) = others
        .into_iter()
        .partition(|claim| claim.kind == app::mail::GATHER);
    let mut by_person: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
    for claim in letters {
        let person = claim.subject.clone();
        by_person.entry(person).or_default().push(claim);
    }
    let alarms = alarms.chunks(TOGETHER as usize).map(<[Claim]>::to_vec);
    alarms
        .chain(by_person.into_values())
        .chain(others.into_iter().map(|claim| vec![claim]))
        .collect()
}

/// Runs the tasks of a bundle together where that works, and one after the other where it does not: then each of them
/// finds out by itself what is the matter with it.
pub(crate) async fn dispatch_bundle(app: &App, outbox: &Outbox, mut bundle: Vec<Claim>) {
    if bundle.len() > 1 {
        match together(app, bundle.clone()).await {
            Ok(apart) => bundle = apart,
            Err(error) => tracing::debug!(%error, "tasks run one by one"),
        }
    }
    for claim in bundle {
        dispatch(app, outbox, claim).await;
    }
}

/// Runs the tasks of a bundle, which are all of one kind, and returns those that must run by themselves.
async fn together(app: &App, bundle: Vec<Claim>) -> Result<Vec<Claim>> {
    if bundle.iter().all(|claim| claim.kind == app::mail::GATHER) {
        app::mail::gather(app, bundle).await?;
        return Ok(Vec::new());
    }
    app::case::ring_together(app, bundle).await
}

/// Runs one task; a failure puts it back for later.
async fn dispatch(app: &App, outbox: &Outbox, claim: Claim) {
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
        app::mail::GATHER => app::mail::gather(app, vec![claim]).await,
        app::mail::SEND => send(app, outbox, claim).await,
        app::case::ALARM => app::case::ring(app, claim).await,
        app::case::STRAGGLERS => app::case::wake_stragglers(app, claim).await,
        app::duties::NIGHTLY => app::duties::nightly(app, claim).await,
        work::RECONCILE => app::case::reconcile(app, claim).await,
        app::warranty::FOLLOW => app::warranty::follow_on(app, claim).await,
        app::search::FOLLOW => app::search::follow_on(app, claim).await,
        app::search::FILL => app::search::fill(app, claim).await,
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
