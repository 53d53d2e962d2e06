//! The one writer of SQLite, with group commit.
//!
//! Logical transactions take turns. Each is a savepoint inside one physical transaction; a committer task queues for
//! the same lock, so everybody who was already waiting joins the batch before the committer's turn comes:
//!
//! ```text
//! A: begin ─ work ─ release ┐                                   ack A
//! B:   wait ───────── work ─ release ┐                          ack B
//! committer:        wait ────────────── COMMIT (one fsync) ─────┘
//! C:          wait ───────────────────────────── next batch …
//! ```
//!
//! INVARIANT: nobody is told of success before the physical COMMIT that contains the work returned.
//! INVARIANT: the physical transaction ends at the latest after [`MAX_BATCH`] logical ones.

use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _};
use tokio::runtime::Handle;
use tokio::sync::{Mutex, Notify, OwnedMutexGuard, oneshot};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::error::{Result, StoreError};

const MAX_BATCH: usize = 64;
const BEGIN_TIMEOUT: Duration = Duration::from_secs(15);

/// The queue of those who want to write.
#[derive(Debug)]
pub(crate) struct Queue {
    writer: Arc<Mutex<Writer>>,
    commit_due: Arc<Notify>,
    committer: JoinHandle<()>,
}

impl Queue {
    pub(crate) async fn open(options: SqliteConnectOptions) -> Result<Self> {
        let mut writer = Writer {
            options,
            conn: None,
            is_open: false,
            waiting: Vec::new(),
        };
        writer.connect().await?;
        let writer = Arc::new(Mutex::new(writer));
        let commit_due = Arc::new(Notify::new());
        let committer = tokio::spawn(commit_when_due(writer.clone(), commit_due.clone()));
        Ok(Self {
            writer,
            commit_due,
            committer,
        })
    }

    /// Waits for the turn and opens a savepoint.
    ///
    /// The steps run in a task of their own: a caller who goes away cannot leave them half done.
    pub(crate) async fn begin(&self) -> Result<Turn> {
        let writer = self.writer.clone();
        let commit_due = self.commit_due.clone();
        let turn = tokio::spawn(async move {
            let mut guard = writer.lock_owned().await;
            guard.enter().await?;
            Ok(Turn {
                guard: Some(guard),
                commit_due,
                spoiled: None,
                runtime: Handle::current(),
            })
        });
        let begun = timeout(BEGIN_TIMEOUT, turn).await;
        begun
            .map_err(|_| StoreError::unavailable("other transactions keep the writer busy"))?
            .map_err(StoreError::unavailable)?
    }

    /// Commits what is open and closes the connection.
    pub(crate) async fn close(&self) {
        let mut writer = self.writer.lock().await;
        writer.commit().await;
        if let Some(conn) = writer.conn.take() {
            // Closing can only fail to tidy up; the data is committed.
            let _ = conn.close().await;
        }
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.committer.abort();
    }
}

async fn commit_when_due(writer: Arc<Mutex<Writer>>, commit_due: Arc<Notify>) {
    loop {
        commit_due.notified().await;
        writer.lock().await.commit().await;
    }
}

/// One logical transaction while it has the writer. Dropping it undoes its savepoint.
#[derive(Debug)]
pub(crate) struct Turn {
    guard: Option<OwnedMutexGuard<Writer>>,
    commit_due: Arc<Notify>,
    spoiled: Option<StoreError>,
    runtime: Handle,
}

impl Turn {
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        self.guard
            .as_mut()
            .and_then(|guard| guard.conn.as_mut())
            .expect("a turn holds the writer, which stays connected while a transaction is open")
    }

    /// The engine may have rolled the physical transaction back: the whole batch must fail.
    pub(crate) fn spoil(&mut self, error: StoreError) {
        self.spoiled.get_or_insert(error);
    }

    /// Keeps the work and waits until it is durable.
    pub(crate) async fn keep(self) -> Result<()> {
        self.leave(Leave::Keep).await
    }

    /// Undoes the work and waits until everything it may have read is durable.
    pub(crate) async fn undo(self) -> Result<()> {
        self.leave(Leave::Undo).await
    }

    async fn leave(mut self, how: Leave) -> Result<()> {
        let Some(mut guard) = self.guard.take() else {
            return Err(StoreError::TransactionFailed);
        };
        let (commit_due, spoiled) = (self.commit_due.clone(), self.spoiled.take());
        let leave = self.runtime.spawn(async move {
            let durable = guard.leave(how, spoiled).await?;
            commit_due.notify_one();
            drop(guard);
            durable.await.map_err(|_| {
                StoreError::unavailable("the writer stopped before it could confirm")
            })?
        });
        leave.await.map_err(StoreError::unavailable)?
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some(mut guard) = self.guard.take() else {
            return;
        };
        let (commit_due, spoiled) = (self.commit_due.clone(), self.spoiled.take());
        self.runtime.spawn(async move {
            // The caller went away or failed; the others of the batch hear of trouble through their own wait.
            let _ = guard.leave(Leave::Undo, spoiled).await;
            commit_due.notify_one();
        });
    }
}

#[derive(Debug, Clone, Copy)]
enum Leave {
    Keep,
    Undo,
}

type Durable = oneshot::Receiver<Result<()>>;

#[derive(Debug)]
struct Writer {
    options: SqliteConnectOptions,
    conn: Option<SqliteConnection>,
    /// Whether a physical transaction is open.
    is_open: bool,
    /// Those whose work is in the open transaction and who wait for its commit.
    waiting: Vec<oneshot::Sender<Result<()>>>,
}

impl Writer {
    async fn connect(&mut self) -> Result<()> {
        if self.conn.is_none() {
            let connected = self.options.connect().await;
            self.conn =
                Some(connected.map_err(|error| StoreError::from_driver(&error, "connect"))?);
        }
        Ok(())
    }

    async fn enter(&mut self) -> Result<()> {
        if !self.is_open {
            self.connect().await?;
            self.run("BEGIN IMMEDIATE").await?;
            self.is_open = true;
        }
        let entered = self.run("SAVEPOINT turn").await;
        if let Err(error) = &entered {
            self.abort(error).await;
        }
        entered
    }

    async fn leave(&mut self, how: Leave, spoiled: Option<StoreError>) -> Result<Durable> {
        let left = match (spoiled, how) {
            (Some(error), _) => Err(error),
            (None, Leave::Keep) => self.run("RELEASE turn").await,
            (None, Leave::Undo) => match self.run("ROLLBACK TO turn").await {
                Ok(()) => self.run("RELEASE turn").await,
                Err(error) => Err(error),
            },
        };
        if let Err(error) = left {
            self.abort(&error).await;
            return Err(error);
        }
        let (sender, receiver) = oneshot::channel();
        self.waiting.push(sender);
        if self.waiting.len() >= MAX_BATCH {
            self.commit().await;
        }
        Ok(receiver)
    }

    async fn commit(&mut self) {
        if !self.is_open {
            return;
        }
        match self.run("COMMIT").await {
            Ok(()) => {
                self.is_open = false;
                self.tell(&Ok(()));
            }
            Err(error) => self.abort(&error).await,
        }
    }

    /// Gives the batch up. The connection goes too: after a failed fsync its page cache cannot be trusted.
    async fn abort(&mut self, error: &StoreError) {
        // The engine may have rolled back by itself, then there is nothing left to roll back.
        let _ = self.run("ROLLBACK").await;
        self.is_open = false;
        if let Some(conn) = self.conn.take() {
            let _ = conn.close().await;
        }
        self.tell(&Err(StoreError::unavailable(error)));
    }

    fn tell(&mut self, outcome: &Result<()>) {
        for waiter in self.waiting.drain(..) {
            // A waiter who went away does not need the answer.
            let _ = waiter.send(outcome.clone());
        }
    }

    async fn run(&mut self, sql: &'static str) -> Result<()> {
        let conn = self
            .conn
            .as_mut()
            .ok_or_else(|| StoreError::unavailable("the writer is closed"))?;
        sqlx::query(sql)
            .execute(conn)
            .await
            .map(|_| ())
            .map_err(|error| StoreError::from_driver(&error, sql))
    }
}
