//! What can go wrong in the store, in words both engines share.

use rusqlite::ffi;
use sqlx::error::ErrorKind;
use sqlx::postgres::PgDatabaseError;

pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// An error of the store. `api` maps each kind to one HTTP problem.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// No such row, or none inside the caller's scope: the two are never told apart.
    #[error("{what} not found")]
    NotFound { what: &'static str },
    /// The row changed since the caller read it.
    #[error("{what} was changed by somebody else in the meantime")]
    Stale { what: &'static str },
    /// A unique key is taken. `key` is `table.column`, or several joined by `, `.
    #[error("{key} is taken already")]
    Unique { key: String },
    /// A row refers to another one that does not exist, or is still referred to.
    #[error("reference to a row that does not exist, or removal of one that is referred to")]
    Reference,
    /// A check of the schema refused the values.
    #[error("the values break a check of the schema: {why}")]
    Check { why: String },
    /// The value cannot be stored as text, for instance because it contains a NUL character.
    #[error("{why}")]
    Invalid { why: String },
    /// More bytes than allowed.
    #[error("larger than {limit} bytes")]
    TooLarge { limit: u64 },
    /// Another request with the same idempotency key was faster; look the key up again.
    #[error("a request with the same idempotency key was faster")]
    KeyTaken,
    /// Another writer was in the way (deadlock, serialisation, lock timeout). Safe to try again.
    #[error("another writer was in the way, try again")]
    Contention,
    /// The database cannot keep data right now: disk full, failed fsync, lost connection. 503.
    #[error("the database is unavailable: {why}")]
    Unavailable { why: String },
    /// An earlier statement of this transaction failed, so it can only be rolled back.
    #[error("an earlier statement of this transaction failed")]
    TransactionFailed,
    /// Stored data does not have the shape the program expects.
    #[error("{what} is corrupt: {why}")]
    Corrupt { what: String, why: String },
    /// The database lacks migrations that this program needs; run `jiannuo migrate`.
    #[error("{} migrations are pending: {}", .names.len(), .names.join(", "))]
    MigrationsPending { names: Vec<String> },
    /// A recorded migration is unknown here or differs: the database belongs to another version.
    #[error("migration {name} of the database differs from the one in this program")]
    MigrationDiffers { name: String },
    /// The address of the database cannot be used.
    #[error("database address: {why}")]
    Address { why: String },
    /// A statement is wrong: a defect of the program.
    #[error("statement {statement}: {why}")]
    Statement { statement: String, why: String },
}

#[allow(clippy::needless_pass_by_value, reason = "given to map_err")]
impl StoreError {
    pub(crate) fn unavailable(why: impl ToString) -> Self {
        Self::Unavailable {
            why: why.to_string(),
        }
    }

    pub(crate) fn corrupt(what: impl Into<String>, why: impl ToString) -> Self {
        Self::Corrupt {
            what: what.into(),
            why: why.to_string(),
        }
    }

    /// Whether the same transaction, begun anew, may succeed.
    pub fn is_retryable(&self) -> bool {
        matches!(self, Self::Contention)
    }

    /// Whether the engine may have ended the whole physical transaction by itself.
    pub(crate) fn ends_transaction(&self) -> bool {
        matches!(self, Self::Unavailable { .. } | Self::Contention)
    }

    /// Translates an error of PostgreSQL or its driver that came up while `statement` ran.
    pub(crate) fn from_driver(error: &sqlx::Error, statement: &str) -> Self {
        match error {
            sqlx::Error::Database(database) => from_database(database.as_ref(), statement),
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => Self::unavailable(error),
            sqlx::Error::Configuration(why) => Self::Address {
                why: why.to_string(),
            },
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                Self::corrupt(statement, error)
            }
            other => Self::Statement {
                statement: statement.to_owned(),
                why: other.to_string(),
            },
        }
    }
}

impl StoreError {
    /// Translates an error of SQLite that came up while `statement` ran.
    pub(crate) fn from_sqlite(error: &rusqlite::Error, statement: &str) -> Self {
        let (code, why) = match error {
            rusqlite::Error::SqliteFailure(code, why) => {
                let why = why.clone().unwrap_or_else(|| code.to_string());
                (code.extended_code, why)
            }
            rusqlite::Error::SqlInputError { error, msg, .. } => (error.extended_code, msg.clone()),
            rusqlite::Error::Utf8Error(..) => return Self::corrupt(statement, error),
            other => (0, other.to_string()),
        };
        match code {
            ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => Self::Unique {
                // The message names the key as `table.column, table.column`.
                key: why
                    .strip_prefix("UNIQUE constraint failed: ")
                    .unwrap_or(&why)
                    .to_owned(),
            },
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Self::Reference,
            ffi::SQLITE_CONSTRAINT_NOTNULL | ffi::SQLITE_CONSTRAINT_CHECK => Self::Check { why },
            _ => told(sqlite_trouble(code), why, statement),
        }
    }
}

fn from_database(error: &dyn sqlx::error::DatabaseError, statement: &str) -> StoreError {
    match error.kind() {
        ErrorKind::UniqueViolation => {
            return StoreError::Unique {
                key: unique_key(error),
            };
        }
        ErrorKind::ForeignKeyViolation => return StoreError::Reference,
        ErrorKind::NotNullViolation | ErrorKind::CheckViolation => {
            return StoreError::Check {
                why: error.message().to_owned(),
            };
        }
        _ => {}
    }
    let code = error.code().unwrap_or_default().into_owned();
    told(
        postgres_trouble(&code),
        error.message().to_owned(),
        statement,
    )
}

fn told(trouble: Trouble, why: String, statement: &str) -> StoreError {
    match trouble {
        Trouble::Contention => StoreError::Contention,
        Trouble::Unavailable => StoreError::unavailable(why),
        Trouble::Corrupt => StoreError::corrupt("database", why),
        Trouble::Invalid => StoreError::Invalid { why },
        Trouble::Statement => StoreError::Statement {
            statement: statement.to_owned(),
            why,
        },
    }
}

enum Trouble {
    Contention,
    Unavailable,
    Corrupt,
    Invalid,
    Statement,
}

/// Result codes of SQLite, <https://www.sqlite.org/rescode.html>; the low byte is the primary code.
fn sqlite_trouble(code: i32) -> Trouble {
    match code & 0xff {
        5 | 6 => Trouble::Contention,                     // BUSY, LOCKED
        3 | 7 | 8 | 10 | 13 | 14 => Trouble::Unavailable, // PERM, NOMEM, READONLY, IOERR, FULL, CANTOPEN
        11 | 26 => Trouble::Corrupt,                      // CORRUPT, NOTADB
        18 => Trouble::Invalid,                           // TOOBIG
        _ => Trouble::Statement,
    }
}

/// SQLSTATE classes of PostgreSQL, <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
fn postgres_trouble(code: &str) -> Trouble {
    match code {
        "40001" | "40P01" | "55P03" => Trouble::Contention,
        "22021" | "54000" => Trouble::Invalid,
        "25006" => Trouble::Unavailable,
        _ if code.starts_with("08") || code.starts_with("53") || code.starts_with("57") => {
            Trouble::Unavailable
        }
        _ if code.starts_with("58") => Trouble::Unavailable,
        _ if code.starts_with("XX") => Trouble::Corrupt,
        _ => Trouble::Statement,
    }
}

/// The key as SQLite names it: `table.column, table.column`.
fn unique_key(error: &dyn sqlx::error::DatabaseError) -> String {
    let Some(postgres) = error.try_downcast_ref::<PgDatabaseError>() else {
        return error.message().to_owned();
    };
    let table = postgres.table().unwrap_or_default();
    // The detail reads `Key (a, b)=(1, 2) already exists.`, translated, but always with the parentheses.
    let columns = postgres
        .detail()
        .and_then(|detail| detail.split_once('('))
        .and_then(|(_, rest)| rest.split_once(")=("))
        .map(|(columns, _)| columns);
    match columns {
        Some(columns) => columns
            .split(", ")
            .map(|column| format!("{table}.{column}"))
            .collect::<Vec<_>>()
            .join(", "),
        None => postgres.constraint().unwrap_or(table).to_owned(),
    }
}
