//! One connection, whatever the engine: runs named queries and counts them.

use std::borrow::Cow;
use std::sync::Arc;

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgConnection};
use sqlx::sqlite::{SqliteArguments, SqliteConnection};
use sqlx::{Arguments, AssertSqlSafe, Postgres, SqlSafeStr, SqlStr, Sqlite, Transaction};

use crate::count;
use crate::engine::Engine;
use crate::error::{Result, StoreError};
use crate::plan::Versions;
use crate::row::{Cells, Row};
use crate::statement::Query;
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
    SqliteRead(PoolConnection<Sqlite>),
    SqliteSnapshot(Transaction<'static, Sqlite>),
    SqliteWrite(Turn),
    PostgresRead(PoolConnection<Postgres>),
    PostgresTransaction(Transaction<'static, Postgres>),
}

enum Raw<'c> {
    Sqlite(&'c mut SqliteConnection),
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
            Link::SqliteRead(_) | Link::SqliteSnapshot(_) | Link::SqliteWrite(_) => Engine::Sqlite,
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
        let script = sqlx::raw_sql(AssertSqlSafe(sql));
        let ran = match self.raw()? {
            Raw::Sqlite(conn) => script.execute(conn).await.map(|_| ()),
            Raw::Postgres(conn) => script.execute(conn).await.map(|_| ()),
        };
        self.note(ran.map_err(|error| StoreError::from_driver(&error, name)))
    }

    async fn fetch(&mut self, query: Query) -> Result<Vec<Cells>> {
        let keep = query.is_worth_keeping();
        let (name, text, values) = self.prepare(query)?;
        let fetched = match self.raw()? {
            Raw::Sqlite(conn) => sqlx::query_with(text, sqlite_arguments(values)?)
                .persistent(keep)
                .fetch_all(conn)
                .await
                .map(|rows| rows.into_iter().map(Cells::Sqlite).collect()),
            Raw::Postgres(conn) => sqlx::query_with(text, postgres_arguments(values)?)
                .persistent(keep)
                .fetch_all(conn)
                .await
                .map(|rows| rows.into_iter().map(Cells::Postgres).collect()),
        };
        fetched.map_err(|error| StoreError::from_driver(&error, name))
    }

    async fn execute(&mut self, query: Query) -> Result<u64> {
        let keep = query.is_worth_keeping();
        let (name, text, values) = self.prepare(query)?;
        let executed = match self.raw()? {
            Raw::Sqlite(conn) => sqlx::query_with(text, sqlite_arguments(values)?)
                .persistent(keep)
                .execute(conn)
                .await
                .map(|done| done.rows_affected()),
            Raw::Postgres(conn) => sqlx::query_with(text, postgres_arguments(values)?)
                .persistent(keep)
                .execute(conn)
                .await
                .map(|done| done.rows_affected()),
        };
        executed.map_err(|error| StoreError::from_driver(&error, name))
    }

    fn prepare(&self, query: Query) -> Result<(&'static str, SqlStr, Vec<Value>)> {
        if !query.values.iter().all(Value::is_storable) {
            return Err(StoreError::Invalid {
                why: "text must not contain the NUL character".into(),
            });
        }
        let text = match query.text(self.engine()) {
            Cow::Borrowed(text) => text.into_sql_str(),
            // Only this crate's own statements, with clauses of this crate filled in.
            Cow::Owned(text) => AssertSqlSafe(text).into_sql_str(),
        };
        Ok((query.name, text, query.values))
    }

    fn raw(&mut self) -> Result<Raw<'_>> {
        if self.is_transaction() && self.failure.is_some() {
            return Err(StoreError::TransactionFailed);
        }
        Ok(match &mut self.link {
            Link::SqliteRead(conn) => Raw::Sqlite(conn),
            Link::SqliteSnapshot(conn) => Raw::Sqlite(conn),
            Link::SqliteWrite(turn) => Raw::Sqlite(turn.connection()),
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

fn sqlite_arguments(values: Vec<Value>) -> Result<SqliteArguments> {
    let mut arguments = SqliteArguments::default();
    for value in values {
        match value {
            Value::Text(text) => arguments.add(text),
            Value::Int(number) => arguments.add(number),
            Value::Blob(bytes) => arguments.add(bytes),
        }
        .map_err(encoding)?;
    }
    Ok(arguments)
}

fn postgres_arguments(values: Vec<Value>) -> Result<PgArguments> {
    let mut arguments = PgArguments::default();
    for value in values {
        match value {
            Value::Text(text) => arguments.add(text),
            Value::Int(number) => arguments.add(number),
            Value::Blob(bytes) => arguments.add(bytes),
        }
        .map_err(encoding)?;
    }
    Ok(arguments)
}

#[allow(clippy::needless_pass_by_value, reason = "given to map_err")]
fn encoding(why: sqlx::error::BoxDynError) -> StoreError {
    StoreError::Invalid {
        why: why.to_string(),
    }
}
