//! Named SQL statements: one text for both engines.

use std::borrow::Cow;

use crate::engine::Engine;
use crate::scope::{self, Scope};
use crate::value::Value;

mod many;

use many::Rows;
pub(crate) use many::{Parameter, Work};

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
    ($($(#[$doc:meta])* $vis:vis $name:ident = $sql:expr;)*) => {
        $(
            $(#[$doc])*
            $vis const $name: $crate::Statement = $crate::Statement {
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
    /// Whether it reads through a table rather than along an index.
    scans: bool,
}

impl Query {
    fn of(statement: &Statement) -> Self {
        Self {
            name: statement.name,
            sql: Cow::Borrowed(statement.sql),
            values: Vec::new(),
            rows: None,
            scans: false,
        }
    }

    /// Tells that it reads through a table, as a LIKE that begins with % does: such a query keeps no other task waiting.
    #[must_use]
    pub(crate) fn scanning(mut self, scans: bool) -> Self {
        self.scans = scans;
        self
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

    /// Replaces `{rows}` by several rows, which are equally long, once per query. With two rows of three values each, SQLite gets
    /// `VALUES ($1, $2, $3), ($4, $5, $6)`, or one row after the other; PostgreSQL gets the three columns as lists (`UNNEST`).
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
    crate::case::order::ALL,
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
    crate::search::unwritten::ALL,
    crate::series::ALL,
    crate::session::ALL,
    crate::setting::ALL,
    crate::tx::ALL,
    crate::unit::ALL,
    crate::what_if::ALL,
    crate::saved_view::ALL,
    crate::unit::component::ALL,
    crate::unit::decision::ALL,
    crate::unit::file::ALL,
    crate::unit::named::ALL,
    crate::unit::serial::ALL,
    crate::unit::warranty::ALL,
];
