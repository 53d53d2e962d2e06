//! The database: opened by address, read from, written to in transactions.

use std::ops::{Deref, DerefMut};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, Executor as _};

use crate::conn::{Conn, Link};
use crate::engine::Engine;
use crate::error::{Result, StoreError};
use crate::plan::Versions;
use crate::sqlite::{Options, Readers};
use crate::tx::{Chore, Origin, Tx};
use crate::wake::Wake;
use crate::writer::Queue;

/// Statements a connection to PostgreSQL keeps prepared.
const PREPARED: usize = 512;
/// Memory for pages of SQLite, in KiB. There is one writer and there are several readers, and the
/// operating system keeps the pages of all of them once more.
const WRITER_PAGES: u32 = 16_384;
const READER_PAGES: u32 = 4_096;
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);
/// A connection to PostgreSQL that was idle for no longer is used without asking whether it is still there: under load the
/// question would be one more message for every transaction and every read.
const FRESH: Duration = Duration::from_secs(1);

/// A handle to the database; cheap to clone.
#[derive(Debug, Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    backend: Backend,
    wake: Wake,
    /// Published plans that were read last.
    versions: Arc<Versions>,
    /// Counts transactions, to spread them over the audit chains.
    turns: AtomicI64,
}

#[derive(Debug)]
pub(crate) enum Backend {
    Sqlite {
        queue: Queue,
        readers: Readers,
    },
    Postgres {
        writers: PgPool,
        readers: PgPool,
        quick: PgPool,
    },
}

/// How many connections of each sort a node opens at most.
#[derive(Debug, Clone, Copy)]
pub struct Pools {
    pub readers: u32,
    /// PostgreSQL only: SQLite has one writer.
    pub writers: u32,
}

/// When what was committed must be on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Durability {
    EachCommit,
    AtTheEnd,
}

impl Default for Pools {
    fn default() -> Self {
        Self {
            readers: 8,
            writers: 16,
        }
    }
}

impl Db {
    /// Opens `sqlite:PATH` or `postgres://…`. A missing SQLite file is created; nothing is migrated.
    pub async fn open(url: &str) -> Result<Self> {
        Self::open_with(url, Pools::default()).await
    }

    pub async fn open_with(url: &str, pools: Pools) -> Result<Self> {
        Self::open_as(url, pools, Durability::EachCommit).await
    }

    /// Opens a database that is being made and counts for nothing until it is whole: a commit does not wait for the disk.
    /// Whoever makes it closes it, has the disk write its files, and only then says that it is there.
    pub async fn open_to_make(url: &str) -> Result<Self> {
        Self::open_as(url, Pools::default(), Durability::AtTheEnd).await
    }

    async fn open_as(url: &str, pools: Pools, durability: Durability) -> Result<Self> {
        let (backend, wake) = if let Some(path) = sqlite_path(url) {
            (open_sqlite(path, pools, durability)?, Wake::local())
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let backend = open_postgres(url, pools, durability).await?;
            let wake = match &backend {
                Backend::Postgres { quick, .. } => Wake::across_nodes(quick),
                Backend::Sqlite { .. } => Wake::local(),
            };
            (backend, wake)
        } else {
            return Err(StoreError::Address {
                why: "expected sqlite:PATH or postgres://USER@HOST/DATABASE".into(),
            });
        };
        Ok(Self {
            inner: Arc::new(Inner {
                backend,
                wake,
                versions: Arc::default(),
                turns: AtomicI64::new(0),
            }),
        })
    }

    pub fn engine(&self) -> Engine {
        match self.inner.backend {
            Backend::Sqlite { .. } => Engine::Sqlite,
            Backend::Postgres { .. } => Engine::Postgres,
        }
    }

    /// A connection to read with; each statement sees the latest committed data.
    pub async fn read(&self) -> Result<Read> {
        let link = match &self.inner.backend {
            Backend::Sqlite { readers, .. } => Link::SqliteRead(readers.acquire().await?),
            Backend::Postgres { readers, .. } => Link::PostgresRead(
                readers
                    .acquire()
                    .await
                    .map_err(|error| StoreError::from_driver(&error, "read"))?,
            ),
        };
        Ok(Read {
            conn: self.conn(link),
        })
    }

    /// A connection to read with on which all statements see one and the same state, for reports and backups.
    pub async fn snapshot(&self) -> Result<Read> {
        let link = match &self.inner.backend {
            Backend::Sqlite { readers, .. } => Link::SqliteRead(readers.snapshot().await?),
            Backend::Postgres { readers, .. } => Link::PostgresTransaction(
                readers
                    .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ")
                    .await
                    .map_err(|error| StoreError::from_driver(&error, "snapshot"))?,
            ),
        };
        Ok(Read {
            conn: self.conn(link),
        })
    }

    /// Begins a transaction on behalf of `origin`; it commits only by [`Tx::finish`].
    pub async fn begin(&self, origin: Origin) -> Result<Tx> {
        let conn = self.write_conn().await?;
        Ok(Tx::new(self.clone(), conn, origin))
    }

    /// Begins a transaction of the store's own bookkeeping (claims, retention), which changes no business data.
    pub(crate) async fn chore(&self) -> Result<Chore> {
        Ok(Chore::new(self.write_conn().await?))
    }

    /// Fires after each commit, and on PostgreSQL also after commits of other nodes.
    pub fn wake(&self) -> &Wake {
        &self.inner.wake
    }

    /// Waits for running transactions and closes all connections.
    pub async fn close(&self) {
        match &self.inner.backend {
            Backend::Sqlite { queue, readers, .. } => {
                readers.close().await;
                queue.close().await;
            }
            Backend::Postgres {
                writers,
                readers,
                quick,
            } => {
                writers.close().await;
                readers.close().await;
                quick.close().await;
            }
        }
    }

    pub(crate) fn backend(&self) -> &Backend {
        &self.inner.backend
    }

    pub(crate) fn next_turn(&self) -> i64 {
        self.inner.turns.fetch_add(1, Ordering::Relaxed)
    }

    async fn write_conn(&self) -> Result<Conn> {
        let link = match &self.inner.backend {
            Backend::Sqlite { queue, .. } => Link::SqliteWrite(queue.begin().await?),
            Backend::Postgres { writers, .. } => Link::PostgresTransaction(
                writers
                    .begin()
                    .await
                    .map_err(|error| StoreError::from_driver(&error, "begin"))?,
            ),
        };
        Ok(self.conn(link))
    }

    pub(crate) fn conn(&self, link: Link) -> Conn {
        Conn::new(link, self.inner.versions.clone())
    }
}

/// A connection that reads; lends its [`Conn`].
#[derive(Debug)]
pub struct Read {
    conn: Conn,
}

impl Deref for Read {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Read {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

/// `sqlite:PATH` and `sqlite://PATH` name the file as it is, without percent encoding.
fn sqlite_path(url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite:")?;
    Some(PathBuf::from(rest.strip_prefix("//").unwrap_or(rest)))
}

fn open_sqlite(path: PathBuf, pools: Pools, durability: Durability) -> Result<Backend> {
    if path.as_os_str().is_empty() || path.to_str() == Some(":memory:") {
        return Err(StoreError::Address {
            why: "sqlite: needs the path of a file".into(),
        });
    }
    let options = Options {
        path,
        synchronous: match durability {
            Durability::EachCommit => "FULL",
            Durability::AtTheEnd => "OFF",
        },
        writer_pages: WRITER_PAGES,
        reader_pages: READER_PAGES,
    };
    let queue = Queue::open(options.clone())?;
    let readers = Readers::new(options, pools.readers);
    Ok(Backend::Sqlite { queue, readers })
}

/// What a connection that writes to PostgreSQL begins with. New entries of the search wait in a list that every search reads to its end,
/// so the list is kept short, in kilobytes.
macro_rules! writer_setup {
    () => {
        "SET lock_timeout = '10s'; SET jit = off; SET gin_pending_list_limit = 256"
    };
}

async fn open_postgres(url: &str, pools: Pools, durability: Durability) -> Result<Backend> {
    let options: PgConnectOptions =
        url.parse()
            .map_err(|error: sqlx::Error| StoreError::Address {
                why: error.to_string(),
            })?;
    let options = options
        .statement_cache_capacity(PREPARED)
        .disable_statement_logging();
    let pool = |size: u32, setup: &'static str| {
        PgPoolOptions::new()
            .max_connections(size)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .test_before_acquire(false)
            .before_acquire(|conn, state| {
                Box::pin(async move {
                    if state.idle_for > FRESH {
                        conn.ping().await?;
                    }
                    Ok(true)
                })
            })
            .after_connect(move |conn, _| {
                Box::pin(async move { conn.execute(setup).await.map(|_| ()) })
            })
            .connect_lazy_with(options.clone())
    };
    let writers = pool(
        pools.writers,
        match durability {
            Durability::EachCommit => writer_setup!(),
            Durability::AtTheEnd => concat!(writer_setup!(), "; SET synchronous_commit = off"),
        },
    );
    let readers = pool(
        pools.readers,
        "SET default_transaction_read_only = on; SET jit = off",
    );
    let quick = pool(2, "SET synchronous_commit = off");
    let version: i32 = sqlx::query_scalar("SELECT current_setting('server_version_num')::int")
        .fetch_one(&quick)
        .await
        .map_err(|error| StoreError::from_driver(&error, "connect"))?;
    if version < 150_000 {
        return Err(StoreError::Address {
            why: "PostgreSQL 15 or newer is needed".into(),
        });
    }
    Ok(Backend::Postgres {
        writers,
        readers,
        quick,
    })
}
