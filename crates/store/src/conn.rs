//! One connection, whatever the engine: runs named queries and counts them.

use std::borrow::Cow;
use std::sync::Arc;

use sqlx::error::BoxDynError;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgConnection};
use sqlx::{Arguments, AssertSqlSafe, Postgres, SqlSafeStr, SqlStr, Transaction};

use crate::count;
use crate::engine::Engine;
use crate::error::{Result, StoreError};
use crate::plan::Versions;
use crate::row::{Cells, Row};
use crate::sqlite::{Reader, Session, away};
use crate::statement::{Parameter, Query};
use crate::value::Value;
use crate::writer::Turn;

/// A connection to read with. [`Tx`](crate::Tx) and [`Read`](crate::Read) both lend one, so a loading function takes
/// `&mut Conn` and serves queries as well as commands. The database refuses writes on a [`Read`](crate::Read).
#[derive(Debug)]
pub struct Conn {
    pub(crate) link: Link,
    /// Set by the first statement that failed; a transaction with a failure can only be rolled back.
    pub(crate) failure: Option<StoreError>,
    pub(crate) versions: Arc<Versions>,
}

#[derive(Debug)]
pub(crate) enum Link {
    SqliteRead(Reader),
    SqliteWrite(Turn),
    PostgresRead(PoolConnection<Postgres>),
    PostgresTransaction(Transaction<'static, Postgres>),
}

enum Raw<'c> {
    Sqlite {
        session: &'c mut Session,
        /// Whether what is read may be much, as for reports.
        is_long: bool,
    },
    Postgres(&'c mut PgConnection),
}

impl Conn {
    pub(crate) fn new(link: Link, versions: Arc<Versions>) -> Self {
        Self {
            link,
            failure: None,
            versions,
        }
    }

    pub fn engine(&self) -> Engine {
        match self.link {
            Link::SqliteRead(_) | Link::SqliteWrite(_) => Engine::Sqlite,
            Link::PostgresRead(_) | Link::PostgresTransaction(_) => Engine::Postgres,
        }
    }

    /// All rows of a query; the statement itself bounds their number with a LIMIT.
    pub async fn all(&mut self, query: Query) -> Result<Vec<Row>> {
        let name = query.name;
        let fetched = self.fetch(query).await;
        let rows = self.note(fetched)?;
        count::record(rows.len());
        Ok(rows
            .into_iter()
            .map(|cells| Row {
                cells,
                statement: name,
            })
            .collect())
    }

    /// The first row, if there is one.
    pub async fn optional(&mut self, query: Query) -> Result<Option<Row>> {
        Ok(self.all(query).await?.into_iter().next())
    }

    /// The first row; none is [`StoreError::NotFound`] of `what`.
    pub async fn one(&mut self, query: Query, what: &'static str) -> Result<Row> {
        self.optional(query)
            .await?
            .ok_or(StoreError::NotFound { what })
    }

    pub(crate) async fn affect(&mut self, query: Query) -> Result<u64> {
        let executed = self.execute(query).await;
        count::record(0);
        self.note(executed)
    }

    /// Runs several statements without parameters, as migrations need.
    pub(crate) async fn script(&mut self, sql: String, name: &'static str) -> Result<()> {
        let ran = match self.raw()? {
            Raw::Sqlite { session, .. } => {
                away(|| session.script(&sql)).map_err(|error| StoreError::from_sqlite(&error, name))
            }
            Raw::Postgres(conn) => sqlx::raw_sql(AssertSqlSafe(sql))
                .execute(conn)
                .await
                .map(|_| ())
                .map_err(|error| StoreError::from_driver(&error, name)),
        };
        self.note(ran)
    }

    async fn fetch(&mut self, query: Query) -> Result<Vec<Cells>> {
        storable(&query)?;
        self.give_way().await;
        let name = query.name;
        match self.raw()? {
            Raw::Sqlite { session, is_long } => {
                let fetch = || session.all(&query.work());
                placed(is_long || query.is_large(), fetch)
                    .map(|rows| rows.into_iter().map(Cells::Sqlite).collect())
                    .map_err(|error| StoreError::from_sqlite(&error, name))
            }
            Raw::Postgres(conn) => sqlx::query_with(text(&query), arguments(&query)?)
                .fetch_all(conn)
                .await
                .map(|rows| rows.into_iter().map(Cells::Postgres).collect())
                .map_err(|error| StoreError::from_driver(&error, name)),
        }
    }

    async fn execute(&mut self, query: Query) -> Result<u64> {
        storable(&query)?;
        self.give_way().await;
        let name = query.name;
        match self.raw()? {
            Raw::Sqlite { session, is_long } => {
                let affect = || session.affect(&query.work());
                placed(is_long || query.is_large(), affect)
                    .map_err(|error| StoreError::from_sqlite(&error, name))
            }
            Raw::Postgres(conn) => sqlx::query_with(text(&query), arguments(&query)?)
                .execute(conn)
                .await
                .map(|done| done.rows_affected())
                .map_err(|error| StoreError::from_driver(&error, name)),
        }
    }

    /// SQLite never keeps a task waiting: one with many statements lets others run now and then.
    async fn give_way(&self) {
        if self.engine() == Engine::Sqlite {
            tokio::task::coop::consume_budget().await;
        }
    }

    fn raw(&mut self) -> Result<Raw<'_>> {
        if self.is_transaction() && self.failure.is_some() {
            return Err(StoreError::TransactionFailed);
        }
        Ok(match &mut self.link {
            Link::SqliteRead(reader) => Raw::Sqlite {
                is_long: reader.is_snapshot(),
                session: reader.session(),
            },
            Link::SqliteWrite(turn) => Raw::Sqlite {
                is_long: false,
                session: turn.session(),
            },
            Link::PostgresRead(conn) => Raw::Postgres(conn),
            Link::PostgresTransaction(conn) => Raw::Postgres(conn),
        })
    }

    fn is_transaction(&self) -> bool {
        matches!(
            self.link,
            Link::SqliteWrite(_) | Link::PostgresTransaction(_)
        )
    }

    /// Remembers the first failure: PostgreSQL refuses anything after it, SQLite must not differ.
    fn note<T>(&mut self, outcome: Result<T>) -> Result<T> {
        if let Err(error) = &outcome {
            if self.failure.is_none() {
                self.failure = Some(error.clone());
            }
            if let Link::SqliteWrite(turn) = &mut self.link
                && error.ends_transaction()
            {
                turn.spoil(error.clone());
            }
        }
        outcome
    }
}

/// Runs a statement on this thread, and one that may take long where it keeps no other task from running.
fn placed<T>(is_long: bool, work: impl FnOnce() -> T) -> T {
    if is_long { away(work) } else { work() }
}

fn storable(query: &Query) -> Result<()> {
    if query.values.iter().all(Value::is_storable) {
        return Ok(());
    }
    Err(StoreError::Invalid {
        why: "text must not contain the NUL character".into(),
    })
}

fn text(query: &Query) -> SqlStr {
    match query.text(Engine::Postgres) {
        Cow::Borrowed(text) => text.into_sql_str(),
        // Only this crate's own statements, with clauses of this crate filled in.
        Cow::Owned(text) => AssertSqlSafe(text).into_sql_str(),
    }
}

fn arguments(query: &Query) -> Result<PgArguments> {
    let mut arguments = PgArguments::default();
    for parameter in query.parameters() {
        match parameter {
            Parameter::One(Value::Text(text)) => arguments.add(text),
            Parameter::One(Value::Int(number)) => arguments.add(number),
            Parameter::One(Value::Blob(bytes)) => arguments.add(bytes),
            Parameter::List(cells) => add_list(&mut arguments, &cells),
        }
        .map_err(|why| StoreError::Invalid {
            why: why.to_string(),
        })?;
    }
    Ok(arguments)
}

/// The kind of a column is that of its first cell.
fn add_list(arguments: &mut PgArguments, cells: &[&Value]) -> Result<(), BoxDynError> {
    match cells.first() {
        Some(Value::Text(_)) => arguments.add(listed(cells, |cell| match cell {
            Value::Text(text) => Some(text.as_deref()),
            _ => None,
        })?),
        Some(Value::Blob(_)) => arguments.add(listed(cells, |cell| match cell {
            Value::Blob(bytes) => Some(bytes.as_deref()),
            _ => None,
        })?),
        _ => arguments.add(listed(cells, |cell| match cell {
            Value::Int(number) => Some(*number),
            _ => None,
        })?),
    }
}

fn listed<'q, T>(
    cells: &[&'q Value],
    read: fn(&'q Value) -> Option<Option<T>>,
) -> Result<Vec<Option<T>>, BoxDynError> {
    let read = |cell: &&'q Value| {
        read(cell).ok_or_else(|| BoxDynError::from("the cells of a column are of different kinds"))
    };
    cells.iter().map(read).collect()
}
