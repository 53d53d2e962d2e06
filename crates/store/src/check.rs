//! Checks that every statement of the crate is understood by the engine at hand.

use sqlx::{AssertSqlSafe, Executor as _, SqlSafeStr as _};

use crate::db::{Backend, Db};
use crate::engine::Engine;
use crate::error::{Result, StoreError};
use crate::scope::Scope;
use crate::statement::{self, Statement};
use crate::value::Value;

/// A statement that the engine does not accept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub statement: &'static str,
    pub why: String,
}

impl Db {
    /// Prepares every statement in each of its forms and returns those that are refused, with the number prepared.
    pub async fn prepare_all(&self) -> Result<(usize, Vec<Refused>)> {
        let (mut prepared, mut refused) = (0, Vec::new());
        let engine = self.engine();
        for statement in statement::all().filter(|statement| statement.runs_on(engine)) {
            for text in forms(statement, engine) {
                prepared += 1;
                if let Some(why) = self.refusal(text).await? {
                    refused.push(Refused {
                        statement: statement.name,
                        why,
                    });
                }
            }
        }
        Ok((prepared, refused))
    }

    /// Why the engine refuses a text, if it does.
    async fn refusal(&self, text: String) -> Result<Option<String>> {
        Ok(match self.backend() {
            Backend::Sqlite { readers, .. } => {
                let mut reader = readers.acquire().await?;
                let prepared = reader.session().prepare(&text);
                prepared.err().map(|why| why.to_string())
            }
            Backend::Postgres { readers, .. } => {
                let mut conn = readers
                    .acquire()
                    .await
                    .map_err(|error| StoreError::from_driver(&error, "prepare"))?;
                let prepared = conn.prepare(AssertSqlSafe(text).into_sql_str()).await;
                prepared.err().map(|why| why.to_string())
            }
        })
    }
}

/// The texts a statement can become: one per kind of scope, and with one row where there may be several. What PostgreSQL gets for two
/// rows and more depends on their kinds of cell; the tests of the use cases run those.
fn forms(statement: &Statement, engine: Engine) -> Vec<String> {
    let mut query = (0..highest_parameter(statement.sql)).fold(statement.query(), |query, _| {
        query.bind(Option::<i64>::None)
    });
    if statement.sql.contains("{rows}") {
        query = query.rows(vec![vec![Value::Int(None); columns(statement.sql)]]);
    }
    if !statement.sql.contains("{scope:") {
        return vec![query.text(engine).into_owned()];
    }
    Scope::samples()
        .iter()
        .map(|scope| query.clone().scope(scope).text(engine).into_owned())
        .collect()
}

/// How many columns the rows have: as many as an insert names, or as the text speaks of (`column3`).
fn columns(sql: &str) -> usize {
    let spoken_of = highest(sql, "column");
    if spoken_of > 0 {
        return spoken_of;
    }
    sql.split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'))
        .map_or(0, |(names, _)| names.split(',').count())
}

fn highest_parameter(sql: &str) -> usize {
    highest(sql, "$")
}

/// The highest number that directly follows the mark.
fn highest(sql: &str, mark: &str) -> usize {
    sql.split(mark)
        .skip(1)
        .filter_map(|rest| {
            rest.split(|next: char| !next.is_ascii_digit())
                .next()?
                .parse()
                .ok()
        })
        .max()
        .unwrap_or(0)
}
