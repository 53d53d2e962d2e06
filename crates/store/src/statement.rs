//! Named SQL statements: one text for both engines.

use std::borrow::Cow;

use crate::engine::Engine;
use crate::scope::{self, Scope};
use crate::value::Value;

/// One SQL text with a name, declared by [`statements!`](crate::statements).
#[derive(Debug, Clone, Copy)]
pub struct Statement {
    /// Module and name of the constant.
    pub name: &'static str,
    pub sql: &'static str,
}

/// Declares the statements of a module and lists them as `ALL`, so that tests prepare every one on both engines.
///
/// Rules of the text: parameters `$1`, `$2`, …; `ON CONFLICT` and `RETURNING` are fine; sums and counts
/// of other types are `CAST(… AS BIGINT)`; a parameter compared only with NULL is `CAST($1 AS TEXT)`.
/// A clause `{scope: branch=t.branch_id, own=t.engineer_id, customer=t.customer_id}` becomes the caller's
/// scope (see [`Query::scope`]); a column left out means nobody of that kind sees the row. `job=t.unit_id@unit_id` is for
/// those who see only what the cases given to them name: here their units.
#[macro_export]
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)*) => {
        $(
            $(#[$doc])*
            const $name: $crate::Statement = $crate::Statement {
                name: concat!(module_path!(), "::", stringify!($name)),
                sql: $sql,
            };
        )*
        pub(crate) const ALL: &[$crate::Statement] = &[$($name),*];
    };
}

impl Statement {
    /// A text that begins with `/* only sqlite */` or `/* only postgres */` runs on that engine alone.
    pub fn runs_on(&self, engine: Engine) -> bool {
        let other = match engine {
            Engine::Sqlite => "/* only postgres */",
            Engine::Postgres => "/* only sqlite */",
        };
        !self.sql.starts_with(other)
    }

    /// A query of this statement with its first parameter.
    pub fn bind(&self, value: impl Into<Value>) -> Query {
        Query::of(self).bind(value)
    }

    /// A query of this statement that has no parameter so far.
    pub fn query(&self) -> Query {
        Query::of(self)
    }
}

/// A statement with its parameters, ready to run.
#[derive(Debug, Clone)]
pub struct Query {
    pub(crate) name: &'static str,
    sql: Cow<'static, str>,
    pub(crate) values: Vec<Value>,
    rows: Option<Rows>,
}

/// Where the parameters of `{rows}` are among all of them.
#[derive(Debug, Clone, Copy)]
struct Rows {
    first: usize,
    count: usize,
    columns: usize,
    /// Whether they are a set that something is looked for in, as in `IN (VALUES {rows})`.
    is_set: bool,
}

impl Query {
    fn of(statement: &Statement) -> Self {
        Self {
            name: statement.name,
            sql: Cow::Borrowed(statement.sql),
            values: Vec::new(),
            rows: None,
        }
    }

    /// Binds the next parameter.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Replaces the `{scope: …}` clause by the caller's scope. Call it after the last `bind`.
    #[must_use]
    pub fn scope(mut self, scope: &Scope) -> Self {
        let (sql, values) = scope::expand(&self.sql, scope, self.values.len() + 1);
        self.sql = Cow::Owned(sql);
        self.values.extend(values);
        self
    }

    /// Replaces `{rows}` by the parameters of several rows, for inserts: with two rows of three values each,
    /// `VALUES {rows}` becomes `VALUES ($1, $2, $3), ($4, $5, $6)`. All rows are equally long. Once per query.
    #[must_use]
    pub fn rows(mut self, mut rows: Vec<Vec<Value>>) -> Self {
        let is_set = self.sql.contains("IN (VALUES {rows})");
        if is_set && let Some(last) = rows.last().cloned() {
            // A set is the same with an element twice, and lengths that come again share a prepared statement.
            rows.resize(rows.len().next_power_of_two(), last);
        }
        self.rows = Some(Rows {
            first: self.values.len() + 1,
            count: rows.len(),
            columns: rows.first().map_or(0, Vec::len),
            is_set,
        });
        self.values.extend(rows.into_iter().flatten());
        self
    }

    /// Whether its text is one of few, so that a prepared statement is worth keeping.
    pub(crate) fn is_worth_keeping(&self) -> bool {
        self.rows
            .is_none_or(|rows| rows.is_set || rows.count <= FEW_ROWS)
    }

    /// Whether it has so many rows that it may take long.
    pub(crate) fn is_large(&self) -> bool {
        self.rows.is_some_and(|rows| rows.count > LARGE)
    }

    pub(crate) fn text(&self, engine: Engine) -> Cow<'static, str> {
        self.text_of(engine, self.rows)
    }

    /// The same for SQLite, which inserts many rows faster one after the other: the text for one row is always the same and
    /// is prepared once, needs no way back of its own, and lets the inverted index gather what it writes. Together they
    /// are as good as one statement, for after a failure a transaction can only be rolled back.
    pub(crate) fn work(&self) -> Work<'_> {
        let one_by_one = self.rows.filter(|rows| self.is_divisible(*rows));
        let one = one_by_one.map(|rows| Rows { count: 1, ..rows });
        Work {
            text: self.text_of(Engine::Sqlite, one.or(self.rows)),
            values: &self.values,
            at_once: one.map_or(self.values.len(), |rows| rows.columns),
            keep: one.is_some() || self.is_worth_keeping(),
        }
    }

    /// Whether it is an insert whose only parameters are its rows.
    fn is_divisible(&self, rows: Rows) -> bool {
        let sql = self.sql.trim_start_matches("/* only sqlite */ ");
        rows.count > 1
            && rows.count * rows.columns == self.values.len()
            && sql.starts_with("INSERT ")
            && !sql.contains("SELECT ")
    }

    fn text_of(&self, engine: Engine, rows: Option<Rows>) -> Cow<'static, str> {
        let sql = match rows {
            Some(rows) => Cow::Owned(self.sql.replace("{rows}", &rows.text(engine))),
            None => self.sql.clone(),
        };
        if sql.contains('{') {
            Cow::Owned(engine.expand(&sql))
        } else {
            sql
        }
    }
}

/// A statement to run, once or several times.
#[derive(Debug)]
pub(crate) struct Work<'q> {
    pub(crate) text: Cow<'static, str>,
    /// The values of all runs, one run after the other.
    pub(crate) values: &'q [Value],
    /// How many of them one run takes.
    pub(crate) at_once: usize,
    /// Whether to keep it prepared.
    pub(crate) keep: bool,
}

impl<'q> Work<'q> {
    /// The values of each run.
    pub(crate) fn runs(&self) -> impl Iterator<Item = &'q [Value]> {
        let count = self.values.len().checked_div(self.at_once).unwrap_or(1);
        (0..count).map(|run| &self.values[run * self.at_once..(run + 1) * self.at_once])
    }
}

/// Statements with more rows than these differ from each other, and are large.
const FEW_ROWS: usize = 64;
/// Statements with more rows than these may take long.
const LARGE: usize = 128;

impl Rows {
    /// SQLite finds a parameter that has a name by looking through the names of all: with thousands of them that takes
    /// longer than the rows. Its nameless parameters count from the first, so they serve where rows come first.
    fn text(self, engine: Engine) -> String {
        let is_nameless = engine == Engine::Sqlite && self.first == 1;
        let mut text = String::with_capacity(self.count * self.columns * 6);
        let mut next = self.first;
        for row in 0..self.count {
            text.push_str(if row == 0 { "(" } else { ", (" });
            for column in 0..self.columns {
                if column > 0 {
                    text.push_str(", ");
                }
                if is_nameless {
                    text.push('?');
                } else {
                    text.push('$');
                    text.push_str(&next.to_string());
                }
                next += 1;
            }
            text.push(')');
        }
        text
    }
}

/// Every statement of the crate.
pub(crate) fn all() -> impl Iterator<Item = &'static Statement> {
    MODULES.iter().flat_map(|statements| statements.iter())
}

const MODULES: &[&[Statement]] = &[
    crate::agreement::ALL,
    crate::api_token::ALL,
    crate::attachment::ALL,
    crate::audit::ALL,
    crate::calendar::ALL,
    crate::case::basis::ALL,
    crate::case::entitlement::ALL,
    crate::case::event::ALL,
    crate::case::list::ALL,
    crate::case::mark::ALL,
    crate::case::note::ALL,
    crate::case::obligation::ALL,
    crate::case::people::ALL,
    crate::case::row::ALL,
    crate::customer::ALL,
    crate::customer::contact::ALL,
    crate::customer::site::ALL,
    crate::duty::ALL,
    crate::first_steps::ALL,
    crate::idempotency::ALL,
    crate::job::claim::ALL,
    crate::job::dead::ALL,
    crate::job::missing::ALL,
    crate::job::timer::ALL,
    crate::ledger::count::ALL,
    crate::ledger::filed::ALL,
    crate::ledger::rows::ALL,
    crate::mail::ALL,
    crate::migrate::ALL,
    crate::notice::ALL,
    crate::org::ALL,
    crate::outbox::append::ALL,
    crate::outbox::read::ALL,
    crate::outbox::relay::ALL,
    crate::person::ALL,
    crate::plan::ALL,
    crate::product::ALL,
    crate::reading::ALL,
    crate::search::ALL,
    crate::search::find::ALL,
    crate::series::ALL,
    crate::session::ALL,
    crate::setting::ALL,
    crate::unit::ALL,
    crate::what_if::ALL,
    crate::saved_view::ALL,
    crate::unit::component::ALL,
    crate::unit::decision::ALL,
    crate::unit::file::ALL,
    crate::unit::warranty::ALL,
];

#[cfg(test)]
mod tests {
    use super::*;

    const ADD: Statement = Statement {
        name: "add",
        sql: "INSERT INTO t (a, b) VALUES {rows}",
    };
    const OF: Statement = Statement {
        name: "of",
        sql: "SELECT 1 FROM t WHERE a = $1 AND b IN (VALUES {rows})",
    };

    #[test]
    fn rows_that_come_first_have_no_names_on_sqlite() {
        let row = || vec![Value::from(1_i64), Value::from("x")];
        let query = ADD.query().rows(vec![row(), row()]);
        let text = |engine| query.text(engine).into_owned();
        assert_eq!(
            text(Engine::Sqlite),
            "INSERT INTO t (a, b) VALUES (?, ?), (?, ?)"
        );
        assert_eq!(
            text(Engine::Postgres),
            "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4)"
        );
    }

    #[test]
    fn sqlite_inserts_many_rows_one_after_the_other() {
        let rows = (0..19_i64).map(|number| vec![Value::from(number), Value::from("x")]);
        let query = ADD.query().rows(rows.collect());
        let work = query.work();
        assert_eq!(work.text, "INSERT INTO t (a, b) VALUES (?, ?)");
        let runs: Vec<&[Value]> = work.runs().collect();
        assert_eq!(runs.len(), 19);
        assert_eq!(runs[18], [Value::from(18_i64), Value::from("x")]);
    }

    #[test]
    fn a_statement_without_parameters_runs_once() {
        let query = Statement {
            name: "none",
            sql: "SELECT 1",
        }
        .query();
        let work = query.work();
        let runs: Vec<&[Value]> = work.runs().collect();
        assert_eq!(runs, [&[] as &[Value]]);
    }

    #[test]
    fn sets_are_filled_up_to_lengths_that_come_again() {
        let rows = ["x", "y", "z"].map(|name| vec![Value::from(name)]);
        let query = OF.bind(1_i64).rows(rows.to_vec());
        assert_eq!(query.values.len(), 5);
        assert_eq!(query.values[3..], [Value::from("z"), Value::from("z")]);
    }

    #[test]
    fn rows_behind_other_parameters_keep_their_names() {
        let query = OF.bind(1_i64).rows(vec![vec![Value::from("x")]]);
        for engine in Engine::ALL {
            let text = query.text(engine);
            assert_eq!(text, "SELECT 1 FROM t WHERE a = $1 AND b IN (VALUES ($2))");
        }
    }
}
