//! The loop.

use std::future::Future;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use app::{App, Result, work};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::dispatch::{TOGETHER, bundles, dispatch_bundle};
use crate::post::Outbox;

/// How a worker works.
#[derive(Debug, Clone)]
pub struct Config {
    /// Tasks that run at the same time; tasks that run in one transaction count as one.
    pub at_once: usize,
    /// It looks at least so often, in case a wake-up was lost.
    pub look_every: Duration,
    /// Where letters are put while no mail server is set.
    pub mail_folder: PathBuf,
}

impl Config {
    /// The usual way, with letters in a folder.
    pub fn new(mail_folder: PathBuf) -> Self {
        Self {
            at_once: 32,
            look_every: Duration::from_secs(10),
            mail_folder,
        }
    }
}

/// Commits within this time share one look at what is due.
const GATHER: Duration = Duration::from_millis(20);
/// Looks in a row at what is due, before the loop listens for its end and the bell again.
const ROUNDS: usize = 16;
/// The pause after the database did not answer.
const AFTER_TROUBLE: Duration = Duration::from_secs(2);
/// How long running tasks may take to end after the signal to stop; what is left is taken up after its lease.
const GRACE: Duration = Duration::from_secs(20);
/// Most tasks one call of [`drain`] runs.
const MAX_DRAINED: usize = 100_000;

/// Works until `stop` completes, then lets running tasks end.
pub async fn run(app: Arc<App>, config: Config, stop: impl Future<Output = ()>) -> Result<()> {
    work::prepare(&app).await?;
    let outbox = Arc::new(Outbox::new(config.mail_folder.clone()));
    let mut bell = app.db.wake().subscribe();
    let mut running = JoinSet::new();
    tokio::pin!(stop);
    loop {
        let pause = match start(&app, &outbox, &config, &mut running).await {
            Ok(pause) => pause,
            Err(error) => {
                tracing::warn!(%error, "what is due could not be read");
                AFTER_TROUBLE
            }
        };
        let is_full = running.len() >= config.at_once;
        tokio::select! {
            () = &mut stop => break,
            Some(_) = running.join_next(), if !running.is_empty() => {}
            Ok(()) = bell.changed(), if !is_full => sleep(GATHER).await,
            () = sleep(pause) => {}
        }
    }
    let ended = timeout(GRACE, async {
        while running.join_next().await.is_some() {}
    })
    .await;
    if ended.is_err() {
        tracing::warn!(
            left = running.len(),
            "some tasks did not end in time and will be taken up again"
        );
    }
    Ok(())
}

/// Runs everything that is due now, one task after the other, and returns how many there were. For tests, and for
/// history made under a clock of its own.
pub async fn drain(app: &App, config: &Config) -> Result<usize> {
    let outbox = Outbox::new(config.mail_folder.clone());
    let mut done = 0;
    while done < MAX_DRAINED {
        let claims = work::claim(app, 100).await?;
        if claims.is_empty() {
            break;
        }
        done += claims.len();
        for bundle in bundles(claims) {
            dispatch_bundle(app, &outbox, bundle).await;
        }
    }
    Ok(done)
}

/// Starts what is due as far as there is room, and returns how long nothing else will be.
async fn start(
    app: &Arc<App>,
    outbox: &Arc<Outbox>,
    config: &Config,
    running: &mut JoinSet<()>,
) -> Result<Duration> {
    for round in 0..=ROUNDS {
        while running.try_join_next().is_some() {}
        let room = config.at_once.saturating_sub(running.len());
        if room == 0 {
            return Ok(config.look_every);
        }
        if round == ROUNDS {
            return Ok(GATHER);
        }
        let room = u32::try_from(room).unwrap_or(u32::MAX);
        let claims = work::claim_with_alarms(app, room, TOGETHER).await?;
        if claims.is_empty() {
            break;
        }
        for bundle in bundles(claims) {
            let (app, outbox) = (app.clone(), outbox.clone());
            running.spawn(async move { dispatch_bundle(&app, &outbox, bundle).await });
        }
    }
    let next = work::next_at(app).await?;
    let until = next.map(|at| at.duration_since(app.now()));
    let until = until.and_then(|until| Duration::try_from(until).ok());
    // A time that lies behind belongs to a task that runs already or was just taken by another node.
    Ok(until.map_or(config.look_every, |until| {
        until.clamp(GATHER, config.look_every)
    }))
}
