//! Wakes those who wait for new work: in the process at once, on other nodes through PostgreSQL.

use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgListener, PgPool};
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

const CHANNEL: &str = "jiannuo";
/// Commits within this time share one notification, because NOTIFY takes a lock of the whole cluster.
const GATHER: Duration = Duration::from_millis(20);
const RECONNECT: Duration = Duration::from_secs(2);

/// A bell that rings after commits. A ring is a hint: whoever waits also looks by itself from time to time.
#[derive(Debug)]
pub struct Wake {
    bell: watch::Sender<u64>,
    outgoing: Arc<Notify>,
    tasks: Vec<JoinHandle<()>>,
}

impl Wake {
    pub(crate) fn local() -> Self {
        Self {
            bell: watch::Sender::new(0),
            outgoing: Arc::default(),
            tasks: Vec::new(),
        }
    }

    pub(crate) fn across_nodes(pool: &PgPool) -> Self {
        let mut wake = Self::local();
        wake.tasks = vec![
            tokio::spawn(announce(pool.clone(), wake.outgoing.clone())),
            tokio::spawn(listen(pool.clone(), wake.bell.clone())),
        ];
        wake
    }

    /// `changed()` of the receiver returns after the next commit; several commits may share one ring.
    pub fn subscribe(&self) -> watch::Receiver<u64> {
        self.bell.subscribe()
    }

    pub(crate) fn ring(&self) {
        self.bell
            .send_modify(|count| *count = count.wrapping_add(1));
        self.outgoing.notify_one();
    }
}

impl Drop for Wake {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

async fn announce(pool: PgPool, outgoing: Arc<Notify>) {
    loop {
        outgoing.notified().await;
        if pool.is_closed() {
            return;
        }
        if let Err(error) = sqlx::query("SELECT pg_notify($1, '')")
            .bind(CHANNEL)
            .execute(&pool)
            .await
        {
            tracing::warn!(%error, "other nodes could not be woken and will notice at their next look");
        }
        tokio::time::sleep(GATHER).await;
    }
}

async fn listen(pool: PgPool, bell: watch::Sender<u64>) {
    while !pool.is_closed() {
        if let Err(error) = listen_once(&pool, &bell).await
            && !pool.is_closed()
        {
            tracing::warn!(%error, "listening for other nodes was interrupted");
            tokio::time::sleep(RECONNECT).await;
        }
    }
}

async fn listen_once(pool: &PgPool, bell: &watch::Sender<u64>) -> Result<(), sqlx::Error> {
    let options = pool.connect_options();
    let private = sqlx::postgres::PgPoolOptions::new()
        .max_connections(1)
        .connect_lazy_with((*options).clone());
    let mut listener = PgListener::connect_with(&private).await?;
    listener.listen(CHANNEL).await?;
    loop {
        listener.recv().await?;
        bell.send_modify(|count| *count = count.wrapping_add(1));
    }
}
