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
//! INVARIANT: nothing is waited for between the first and the last statement of a step, so a caller who goes away cannot
//! leave one half done.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{Mutex, Notify, OwnedMutexGuard, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use crate::error::{Result, StoreError};
use crate::sqlite::{Options, Purpose, Session, away};

const MAX_BATCH: usize = 64;
const BEGIN_TIMEOUT: Duration = Duration::from_secs(15);
/// How long a batch waits for those who are expected in it: half of what a disk may take to synchronise.
const GATHER: Duration = Duration::from_millis(2);
/// How often to ask again while another process writes to the file, and the pause in between: some ten seconds in all.
const BUSY_LOOKS: u32 = 3_000;
const BUSY_PAUSE: Duration = Duration::from_millis(2);

/// The queue of those who want to write.
#[derive(Debug)]
pub(crate) struct Queue {
    writer: Arc<Mutex<Writer>>,
    commit_due: Arc<Notify>,
    queued: Arc<Queued>,
    committer: JoinHandle<()>,
}

impl Queue {
    pub(crate) fn open(options: Options) -> Result<Self> {
        let mut writer = Writer {
            options,
            session: None,
            is_open: false,
            waiting: Vec::new(),
        };
        writer.connect()?;
        let writer = Arc::new(Mutex::new(writer));
        let commit_due = Arc::new(Notify::new());
        let queued = Arc::new(Queued::default());
        let committer = tokio::spawn(commit_when_due(
            writer.clone(),
            commit_due.clone(),
            queued.clone(),
        ));
        Ok(Self {
            writer,
            commit_due,
            queued,
            committer,
        })
    }

    /// Waits for the turn and opens a savepoint.
    pub(crate) async fn begin(&self) -> Result<Turn> {
        let turn = async {
            let place = self.queued.place();
            let mut guard = self.writer.clone().lock_owned().await;
            drop(place);
            guard.open().await?;
            guard.enter()?;
            Ok(Turn {
                guard: Some(guard),
                commit_due: self.commit_due.clone(),
                spoiled: None,
            })
        };
        timeout(BEGIN_TIMEOUT, turn)
            .await
            .map_err(|_| StoreError::unavailable("other transactions keep the writer busy"))?
    }

    /// Commits what is open and closes the connection.
    pub(crate) async fn close(&self) {
        let mut writer = self.writer.lock().await;
        away(|| {
            writer.commit();
            writer.session = None;
        });
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.committer.abort();
    }
}

/// Commits once somebody waits for it.
///
/// While the disk is busy with a batch, those of whom nobody is in it queue for the next, and those who are in it come
/// again just too late for that: two halves would take turns and each wait for the disk twice. So a batch waits a little
/// for as many as were in the last one or queued behind it. Who writes alone is not kept waiting.
async fn commit_when_due(writer: Arc<Mutex<Writer>>, commit_due: Arc<Notify>, queued: Arc<Queued>) {
    let mut expected = 1;
    loop {
        commit_due.notified().await;
        // Ends early or late; what is committed is decided under the lock.
        let _ = timeout(GATHER, gather(&writer, &commit_due, expected)).await;
        let mut writer = writer.lock().await;
        let count = writer.waiting.len();
        // Waits for the disk.
        away(|| writer.commit());
        expected = (count + queued.count()).min(MAX_BATCH);
    }
}

/// Waits until so many are in the batch.
async fn gather(writer: &Mutex<Writer>, commit_due: &Notify, expected: usize) {
    while writer.lock().await.waiting.len() < expected {
        commit_due.notified().await;
    }
}

/// Counts those who queue for the writer.
#[derive(Debug, Default)]
struct Queued(AtomicUsize);

impl Queued {
    fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    /// Counts one more for as long as the place is kept.
    fn place(&self) -> Place<'_> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Place(self)
    }
}

/// A place in the queue; also given up by who goes away.
struct Place<'q>(&'q Queued);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// One logical transaction while it has the writer. Dropping it undoes its savepoint.
#[derive(Debug)]
pub(crate) struct Turn {
    guard: Option<OwnedMutexGuard<Writer>>,
    commit_due: Arc<Notify>,
    spoiled: Option<StoreError>,
}

impl Turn {
    pub(crate) fn session(&mut self) -> &mut Session {
        self.guard
            .as_mut()
            .and_then(|guard| guard.session.as_mut())
            .expect("a turn holds the writer, which stays connected while a transaction is open")
    }

    /// The engine may have rolled the physical transaction back: the whole batch must fail.
    pub(crate) fn spoil(&mut self, error: StoreError) {
        self.spoiled.get_or_insert(error);
    }

    /// Keeps the work and waits until it is durable.
    pub(crate) async fn keep(self) -> Result<()> {
        self.end(Leave::Keep).await
    }

    /// Undoes the work and waits until everything it may have read is durable.
    pub(crate) async fn undo(self) -> Result<()> {
        self.end(Leave::Undo).await
    }

    async fn end(mut self, how: Leave) -> Result<()> {
        let durable = self.leave(how)?;
        durable
            .await
            .map_err(|_| StoreError::unavailable("the writer stopped before it could confirm"))?
    }

    /// Leaves the savepoint, lets the next one in, and has the committer queue behind those who wait already.
    fn leave(&mut self, how: Leave) -> Result<Durable> {
        let Some(mut guard) = self.guard.take() else {
            return Err(StoreError::TransactionFailed);
        };
        let left = guard.leave(how, self.spoiled.take());
        self.commit_due.notify_one();
        left
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // The caller went away or failed; the others of the batch hear of trouble through their own wait.
        let _ = self.leave(Leave::Undo);
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
    options: Options,
    session: Option<Session>,
    /// Whether a physical transaction is open.
    is_open: bool,
    /// Those whose work is in the open transaction and who wait for its commit.
    waiting: Vec<oneshot::Sender<Result<()>>>,
}

impl Writer {
    fn connect(&mut self) -> Result<()> {
        if self.session.is_none() {
            let connected = away(|| Session::open(&self.options, Purpose::Write));
            self.session =
                Some(connected.map_err(|error| StoreError::from_sqlite(&error, "connect"))?);
        }
        Ok(())
    }

    /// Opens a physical transaction unless one is open.
    async fn open(&mut self) -> Result<()> {
        if self.is_open {
            return Ok(());
        }
        self.connect()?;
        for _ in 0..BUSY_LOOKS {
            match self.run("BEGIN IMMEDIATE") {
                Err(StoreError::Contention) => sleep(BUSY_PAUSE).await,
                begun => {
                    self.is_open = begun.is_ok();
                    return begun;
                }
            }
        }
        Err(StoreError::Contention)
    }

    fn enter(&mut self) -> Result<()> {
        let entered = self.run("SAVEPOINT turn");
        if let Err(error) = &entered {
            self.abort(error);
        }
        entered
    }

    fn leave(&mut self, how: Leave, spoiled: Option<StoreError>) -> Result<Durable> {
        let left = match (spoiled, how) {
            (Some(error), _) => Err(error),
            (None, Leave::Keep) => self.run("RELEASE turn"),
            (None, Leave::Undo) => self
                .run("ROLLBACK TO turn")
                .and_then(|()| self.run("RELEASE turn")),
        };
        if let Err(error) = left {
            self.abort(&error);
            return Err(error);
        }
        let (sender, receiver) = oneshot::channel();
        self.waiting.push(sender);
        if self.waiting.len() >= MAX_BATCH {
            away(|| self.commit());
        }
        Ok(receiver)
    }

    fn commit(&mut self) {
        if !self.is_open {
            return;
        }
        match self.run("COMMIT") {
            Ok(()) => {
                self.is_open = false;
                self.tell(&Ok(()));
            }
            Err(error) => self.abort(&error),
        }
    }

    /// Gives the batch up. The connection goes too: after a failed fsync its page cache cannot be trusted.
    fn abort(&mut self, error: &StoreError) {
        // The engine may have rolled back by itself, then there is nothing left to roll back.
        let _ = self.run("ROLLBACK");
        self.is_open = false;
        self.session = None;
        self.tell(&Err(StoreError::unavailable(error)));
    }

    fn tell(&mut self, outcome: &Result<()>) {
        for waiter in self.waiting.drain(..) {
            // A waiter who went away does not need the answer.
            let _ = waiter.send(outcome.clone());
        }
    }

    fn run(&mut self, sql: &'static str) -> Result<()> {
        self.session
            .as_mut()
            .ok_or_else(|| StoreError::unavailable("the writer is closed"))?
            .run(sql)
    }
}
