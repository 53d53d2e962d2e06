//! A connection past the store, for tests and benchmarks that look at the database from outside the program.

use rusqlite::types::ValueRef;
use sqlx::postgres::PgRow;
use sqlx::{AssertSqlSafe, Column as _, Connection as _, PgConnection, Row as _};

/// A connection to either engine.
#[derive(Debug)]
pub(crate) enum Raw {
    Sqlite(rusqlite::Connection),
    Postgres(PgConnection),
}

/// What a query gave, as text; NULL is empty.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// Known if there are rows.
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Raw {
    pub(crate) async fn connect(url: &str) -> Self {
        if let Some(path) = url.strip_prefix("sqlite:") {
            let conn = rusqlite::Connection::open(path).expect("the database opens once more");
            conn.busy_timeout(std::time::Duration::from_secs(10))
                .expect("the connection takes settings");
            return Self::Sqlite(conn);
        }
        let conn = PgConnection::connect(url).await;
        Self::Postgres(conn.expect("the database opens once more"))
    }

    /// Runs SQL of any number of statements; the engine's refusal as text.
    pub(crate) async fn execute(&mut self, sql: &str) -> Result<(), String> {
        match self {
            Self::Sqlite(conn) => conn.execute_batch(sql).map_err(|error| error.to_string()),
            Self::Postgres(conn) => sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
                .execute(conn)
                .await
                .map(|_| ())
                .map_err(|error| error.to_string()),
        }
    }

    pub(crate) async fn run(&mut self, sql: &str) {
        if let Err(error) = self.execute(sql).await {
            panic!("{sql}: {error}");
        }
    }

    pub(crate) async fn table(&mut self, sql: &str) -> Table {
        match self {
            Self::Sqlite(conn) => {
                sqlite_table(conn, sql).unwrap_or_else(|error| panic!("{sql}: {error}"))
            }
            Self::Postgres(conn) => {
                let rows = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
                    .fetch_all(conn)
                    .await;
                postgres_table(&rows.unwrap_or_else(|error| panic!("{sql}: {error}")))
            }
        }
    }

    pub(crate) async fn close(self) {
        match self {
            Self::Sqlite(conn) => conn.close().map_err(|(_, error)| error.to_string()),
            Self::Postgres(conn) => conn.close().await.map_err(|error| error.to_string()),
        }
        .expect("the connection closes");
    }
}

fn sqlite_table(conn: &rusqlite::Connection, sql: &str) -> rusqlite::Result<Table> {
    let mut statement = conn.prepare(sql)?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut table = Table::default();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let cells = (0..columns.len()).map(|column| {
            Ok(match row.get_ref(column)? {
                ValueRef::Null => String::new(),
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Real(number) => number.to_string(),
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                    String::from_utf8_lossy(bytes).into_owned()
                }
            })
        });
        table.rows.push(cells.collect::<rusqlite::Result<_>>()?);
    }
    table.columns = columns;
    Ok(table)
}

/// Results of SQL without parameters come as text.
fn postgres_table(rows: &[PgRow]) -> Table {
    let columns = rows.first().map_or_else(Vec::new, |row| {
        let columns = row.columns().iter();
        columns.map(|column| column.name().to_owned()).collect()
    });
    let cells = |row: &PgRow| {
        let cells = (0..row.len()).map(|column| {
            let value = row.try_get_raw(column).expect("the column is there");
            value.as_str().unwrap_or_default().to_owned()
        });
        cells.collect()
    };
    Table {
        columns,
        rows: rows.iter().map(cells).collect(),
    }
}
