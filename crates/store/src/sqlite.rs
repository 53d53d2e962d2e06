//! SQLite spoken to directly: one connection, the statements it keeps prepared, and the pool of those that read.
//!
//! A statement runs on the thread that asks for it. Those of a request take some ten microseconds each, which is less than
//! a change of threads and back; what may take long goes through [`away`].

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Error, OpenFlags, Statement, ToSql};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::error::{Result, StoreError};
use crate::statement::Work;
use crate::value::Value;

/// Statements a connection keeps prepared.
const PREPARED: usize = 512;
/// Pages of the log, 4 KiB each, after which a commit brings them into the database. A page that was written many times by
/// then is brought in once.
const LOG_PAGES: u32 = 4_000;
/// How long a connection waits for another process that holds the file.
pub(crate) const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Write,
    /// The database itself refuses writes.
    Read,
}

/// How connections to one file are opened.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    pub(crate) path: PathBuf,
    /// `FULL` or `OFF`, as `PRAGMA synchronous` takes it.
    pub(crate) synchronous: &'static str,
    /// Memory for pages, in KiB.
    pub(crate) writer_pages: u32,
    pub(crate) reader_pages: u32,
}

/// One connection. The mutex is never locked: whoever has the session has it alone, and the mutex lets the compiler see
/// that it may be referred to from several threads.
#[derive(Debug)]
pub(crate) struct Session {
    conn: Mutex<Connection>,
}

/// A row: its cells, and the names of the columns, which all rows of a result share.
#[derive(Debug)]
pub struct SqliteRow {
    names: Arc<[Box<str>]>,
    cells: Vec<Cell>,
}

#[derive(Debug)]
pub(crate) enum Cell {
    Null,
    Int(i64),
    Text(String),
    Blob(Vec<u8>),
    /// Floating point, which nothing of the store is read as.
    Real,
}

impl Session {
    /// Opens the file, which is made if it is missing, and sets the connection up.
    pub(crate) fn open(options: &Options, purpose: Purpose) -> Result<Self, Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(&options.path, flags)?;
        conn.busy_timeout(BUSY_TIMEOUT)?;
        conn.set_prepared_statement_cache_capacity(PREPARED);
        // A plan must not depend on the values it is first used with; where it may, the engine plans a statement anew for
        // each of its uses, which took a sixth of the time of a report.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        let (pages, only) = match purpose {
            Purpose::Write => (options.writer_pages, ""),
            Purpose::Read => (options.reader_pages, "PRAGMA query_only = 1;"),
        };
        conn.execute_batch(&format!(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = {}; PRAGMA wal_autocheckpoint = {LOG_PAGES}; \
             PRAGMA foreign_keys = 1; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -{pages}; {only}",
            options.synchronous
        ))?;
        if purpose == Purpose::Write {
            // The writer asks again by itself, so that no thread sleeps for another process.
            conn.busy_timeout(Duration::ZERO)?;
        }
        Ok(Self {
            conn: Mutex::new(conn),
        })
    }

    /// The rows of a statement.
    pub(crate) fn all(&mut self, work: &[Work<'_>]) -> Result<Vec<SqliteRow>, Error> {
        let mut found = Vec::new();
        self.run_each(work, |statement| {
            let mut names: Option<Arc<[Box<str>]>> = None;
            let width = statement.column_count();
            let mut rows = statement.raw_query();
            while let Some(row) = rows.next()? {
                let names = names.get_or_insert_with(|| {
                    let names = row.as_ref().column_names();
                    names.map(Box::from).collect()
                });
                let mut cells = Vec::with_capacity(width);
                for column in 0..width {
                    cells.push(Cell::of(column, row.get_ref(column)?)?);
                }
                found.push(SqliteRow {
                    names: names.clone(),
                    cells,
                });
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Runs a statement; how many rows it touched.
    pub(crate) fn affect(&mut self, work: &[Work<'_>]) -> Result<u64, Error> {
        let mut touched = 0;
        self.run_each(work, |statement| {
            touched += statement.raw_execute()? as u64;
            Ok(())
        })?;
        Ok(touched)
    }

    /// Runs a statement of the frame of transactions.
    pub(crate) fn run(&mut self, sql: &'static str) -> Result<()> {
        self.connection()
            .prepare_cached(sql)
            .and_then(|mut statement| statement.raw_execute())
            .map(|_| ())
            .map_err(|error| StoreError::from_sqlite(&error, sql))
    }

    /// Runs several statements without parameters.
    pub(crate) fn script(&mut self, sql: &str) -> Result<(), Error> {
        self.connection().execute_batch(sql)
    }

    /// Whether the engine understands the statement.
    pub(crate) fn prepare(&mut self, text: &str) -> Result<(), Error> {
        self.connection().prepare(&numbered(text)).map(|_| ())
    }

    fn connection(&mut self) -> &mut Connection {
        self.conn.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    fn run_each(
        &mut self,
        work: &[Work<'_>],
        mut run: impl FnMut(&mut Statement<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let conn = self.connection();
        for work in work {
            let text = numbered(&work.text);
            let mut each = |statement: &mut Statement<'_>| {
                work.runs().try_for_each(|values| {
                    bind(statement, values)?;
                    run(statement)
                })
            };
            if work.keep {
                each(&mut *conn.prepare_cached(&text)?)?;
            } else {
                each(&mut conn.prepare(&text)?)?;
            }
        }
        Ok(())
    }
}

/// `$7` is a name to SQLite, whose numbers go by the order in which names come up; `?7` is the seventh parameter. No
/// statement has a dollar sign elsewhere.
fn numbered(text: &str) -> String {
    text.replace('$', "?")
}

fn bind(statement: &mut Statement<'_>, values: &[Value]) -> Result<(), Error> {
    let expected = statement.parameter_count();
    if values.len() != expected {
        return Err(Error::InvalidParameterCount(values.len(), expected));
    }
    for (at, value) in values.iter().enumerate() {
        statement.raw_bind_parameter(at + 1, value)?;
    }
    Ok(())
}

impl ToSql for Value {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>, Error> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Text(Some(text)) => ValueRef::Text(text.as_bytes()),
            Value::Int(Some(number)) => ValueRef::Integer(*number),
            Value::Blob(Some(bytes)) => ValueRef::Blob(bytes),
            Value::Text(None) | Value::Int(None) | Value::Blob(None) => ValueRef::Null,
        }))
    }
}

impl Cell {
    fn of(column: usize, value: ValueRef<'_>) -> Result<Self, Error> {
        Ok(match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Int(number),
            ValueRef::Real(_) => Self::Real,
            ValueRef::Text(text) => Self::Text(
                std::str::from_utf8(text)
                    .map_err(|why| Error::Utf8Error(column, why))?
                    .to_owned(),
            ),
            ValueRef::Blob(bytes) => Self::Blob(bytes.to_vec()),
        })
    }
}

impl SqliteRow {
    pub(crate) fn cell(&self, column: &str) -> Option<&Cell> {
        let at = self.names.iter().position(|name| **name == *column)?;
        self.cells.get(at)
    }
}

/// Runs what may take long where it keeps no other task from running: the runtime gives the other tasks of this thread to
/// another one. A runtime of one thread has no other, and serves tests only.
pub(crate) fn away<T>(work: impl FnOnce() -> T) -> T {
    match Handle::try_current().map(|runtime| runtime.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(work),
        _ => work(),
    }
}

/// Connections that read. The one given back last is lent first, so that few hold pages in memory while few read.
#[derive(Debug)]
pub(crate) struct Readers {
    options: Options,
    size: u32,
    free: Arc<Semaphore>,
    idle: Arc<Mutex<Vec<Session>>>,
}

/// A connection lent by [`Readers`]; goes back when dropped.
#[derive(Debug)]
pub(crate) struct Reader {
    /// Present until it is given back.
    session: Option<Session>,
    is_snapshot: bool,
    idle: Arc<Mutex<Vec<Session>>>,
    _turn: OwnedSemaphorePermit,
}

impl Readers {
    pub(crate) fn new(options: Options, size: u32) -> Self {
        Self {
            options,
            size,
            free: Arc::new(Semaphore::new(size as usize)),
            idle: Arc::default(),
        }
    }

    pub(crate) async fn acquire(&self) -> Result<Reader> {
        let turn = timeout(ACQUIRE_TIMEOUT, self.free.clone().acquire_owned())
            .await
            .map_err(|_| StoreError::unavailable("others keep all connections busy"))?
            .map_err(|_| StoreError::unavailable("the database is closed"))?;
        let idle = lock(&self.idle).pop();
        let session = match idle {
            Some(session) => session,
            None => away(|| Session::open(&self.options, Purpose::Read))
                .map_err(|error| StoreError::from_sqlite(&error, "connect"))?,
        };
        Ok(Reader {
            session: Some(session),
            is_snapshot: false,
            idle: self.idle.clone(),
            _turn: turn,
        })
    }

    /// A connection on which all statements see the same state.
    pub(crate) async fn snapshot(&self) -> Result<Reader> {
        let mut reader = self.acquire().await?;
        reader.session().run("BEGIN")?;
        reader.is_snapshot = true;
        Ok(reader)
    }

    /// Waits for those who read and closes their connections; nobody gets one from now on.
    pub(crate) async fn close(&self) {
        if let Ok(all) = self.free.acquire_many(self.size).await {
            self.free.close();
            drop(all);
        }
        lock(&self.idle).clear();
    }
}

impl Reader {
    pub(crate) fn session(&mut self) -> &mut Session {
        self.session
            .as_mut()
            .expect("a reader has its connection until it is dropped")
    }

    pub(crate) fn is_snapshot(&self) -> bool {
        self.is_snapshot
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(mut session) = self.session.take() else {
            return;
        };
        // A connection that does not leave its snapshot would show everybody after it the same old state.
        if !self.is_snapshot || session.run("ROLLBACK").is_ok() {
            lock(&self.idle).push(session);
        }
    }
}

fn lock(idle: &Mutex<Vec<Session>>) -> MutexGuard<'_, Vec<Session>> {
    idle.lock().unwrap_or_else(PoisonError::into_inner)
}
