//! Statements over several rows, as each engine takes them.

use std::borrow::Cow;

use super::Query;
use crate::engine::Engine;
use crate::value::Value;

/// Where the parameters of `{rows}` are among all of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    pub(super) first: usize,
    pub(super) count: usize,
    pub(super) columns: usize,
    /// Whether they are a set that something is looked for in, as in `IN (VALUES {rows})`.
    pub(super) is_set: bool,
}

impl Query {
    /// Whether its text for SQLite is one of few, so that a prepared statement is worth keeping. On PostgreSQL it always is.
    fn is_worth_keeping(&self) -> bool {
        self.rows
            .is_none_or(|rows| rows.is_set || rows.count <= FEW_ROWS)
    }

    /// Whether it may take long: it has many rows, or reads through a table.
    pub(crate) fn is_large(&self) -> bool {
        self.scans || self.rows.is_some_and(|rows| rows.count > LARGE)
    }

    pub(crate) fn text(&self, engine: Engine) -> Cow<'static, str> {
        match self.columns() {
            Some(columns) if engine == Engine::Postgres => self.text_of_columns(&columns),
            _ => self.text_of(engine, self.rows),
        }
    }

    /// The parameters for PostgreSQL: of several rows a list for each column. The text is then the same for any number of
    /// rows, so that it is planned once, and thousands of rows are no thousands of parameters.
    pub(crate) fn parameters(&self) -> Vec<Parameter<'_>> {
        let Some(columns) = self.columns() else {
            return self.values.iter().map(Parameter::One).collect();
        };
        let end = columns.first + columns.values.len();
        let before = self.values[..columns.first].iter();
        let lists = (0..columns.width).map(|column| {
            let cells = columns.values.iter().skip(column);
            Parameter::List(cells.step_by(columns.width).collect())
        });
        before
            .map(Parameter::One)
            .chain(lists)
            .chain(self.values[end..].iter().map(Parameter::One))
            .collect()
    }

    /// Rows that are given column by column.
    fn columns(&self) -> Option<Columns<'_>> {
        let rows = self.rows.filter(|rows| rows.count > 1)?;
        let first = rows.first - 1;
        Some(Columns {
            first,
            values: &self.values[first..first + rows.count * rows.columns],
            width: rows.columns,
        })
    }

    fn text_of_columns(&self, columns: &Columns<'_>) -> Cow<'static, str> {
        let (mut lists, mut names) = (Vec::new(), Vec::new());
        for (column, value) in columns.values.iter().take(columns.width).enumerate() {
            let kind = match value {
                Value::Text(_) => "TEXT",
                Value::Int(_) => "BIGINT",
                Value::Blob(_) => "BYTEA",
            };
            lists.push(format!("CAST(${} AS {kind}[])", columns.first + column + 1));
            names.push(format!("column{}", column + 1));
        }
        let rows = format!(
            "SELECT * FROM UNNEST({}) AS given ({})",
            lists.join(", "),
            names.join(", ")
        );
        let sql = earlier(
            &self.sql,
            columns.first + columns.values.len(),
            columns.values.len() - columns.width,
        );
        Cow::Owned(Engine::Postgres.expand(&sql.replace("VALUES {rows}", &rows)))
    }

    /// The same for SQLite, which inserts many rows faster one after the other: the text for one row is always the same and
    /// is prepared once, needs no way back of its own, and lets the inverted index gather what it writes. Only where rows come
    /// back, which opens a table for them each time, some go together. All of it is as good as one statement, for after a
    /// failure a transaction can only be rolled back.
    pub(crate) fn work(&self) -> Vec<Work<'_>> {
        let Some(rows) = self.rows.filter(|rows| self.is_divisible(*rows)) else {
            return vec![Work {
                text: self.text(Engine::Sqlite),
                values: &self.values,
                at_once: self.values.len(),
                keep: self.is_worth_keeping(),
            }];
        };
        let together = match self.sql.contains(" RETURNING ") {
            // Each statement of several rows has a way back of its own, which takes the longer to leave the more this
            // transaction has changed before: an import goes by hundreds.
            true if self.is_large() => rows.count,
            true => TOGETHER.min(rows.count),
            false => 1,
        };
        let whole = rows.count - rows.count % together;
        let (first, rest) = self.values.split_at(whole * rows.columns);
        [(together, first), (rows.count - whole, rest)]
            .into_iter()
            .filter(|(_, values)| !values.is_empty())
            .map(|(count, values)| Work {
                text: self.text_of(Engine::Sqlite, Some(Rows { count, ..rows })),
                values,
                at_once: count * rows.columns,
                keep: count <= FEW_ROWS,
            })
            .collect()
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

/// A parameter for PostgreSQL.
#[derive(Debug, PartialEq)]
pub(crate) enum Parameter<'q> {
    One(&'q Value),
    /// The cells of one column.
    List(Vec<&'q Value>),
}

/// Rows that are given column by column, among all values.
struct Columns<'q> {
    /// Values before them.
    first: usize,
    values: &'q [Value],
    width: usize,
}

/// Numbers the parameters behind the first `end` as if there were fewer of them before.
fn earlier(sql: &str, end: usize, fewer: usize) -> String {
    let mut pieces = sql.split('$');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = piece.len()
            - piece
                .trim_start_matches(|next: char| next.is_ascii_digit())
                .len();
        let (number, rest) = piece.split_at(digits);
        text.push('$');
        match number.parse::<usize>() {
            Ok(number) if number > end => text.push_str(&(number - fewer).to_string()),
            _ => text.push_str(number),
        }
        text.push_str(rest);
    }
    text
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

/// Statements with more rows than these differ from each other.
const FEW_ROWS: usize = 64;
/// Rows that SQLite inserts at a time where some come back.
const TOGETHER: usize = 16;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::Statement;

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
            "INSERT INTO t (a, b) SELECT * FROM UNNEST(CAST($1 AS BIGINT[]), CAST($2 AS TEXT[])) \
             AS given (column1, column2)"
        );
    }

    #[test]
    fn sqlite_inserts_many_rows_one_after_the_other() {
        let rows = (0..19_i64).map(|number| vec![Value::from(number), Value::from("x")]);
        let query = ADD.query().rows(rows.collect());
        let [work] = &query.work()[..] else {
            panic!("one text is enough");
        };
        assert_eq!(work.text, "INSERT INTO t (a, b) VALUES (?, ?)");
        let runs: Vec<&[Value]> = work.runs().collect();
        assert_eq!(runs.len(), 19);
        assert_eq!(runs[18], [Value::from(18_i64), Value::from("x")]);
    }

    #[test]
    fn several_rows_are_given_column_by_column_on_postgres() {
        const BETWEEN: Statement = Statement {
            name: "between",
            sql: "SELECT 1 FROM t WHERE a = $1 AND b IN (VALUES {rows}) AND c = $4 AND d = $5",
        };
        let rows = ["x", "y"].map(|name| vec![Value::from(name)]);
        let query = BETWEEN
            .bind(1_i64)
            .rows(rows.to_vec())
            .bind(2_i64)
            .bind("z");
        assert_eq!(
            query.text(Engine::Postgres),
            "SELECT 1 FROM t WHERE a = $1 AND b IN (SELECT * FROM UNNEST(CAST($2 AS TEXT[])) AS given (column1)) \
             AND c = $3 AND d = $4"
        );
        let (one, x, y, two, z) = (
            1_i64.into(),
            "x".into(),
            "y".into(),
            2_i64.into(),
            "z".into(),
        );
        assert_eq!(
            query.parameters(),
            [
                Parameter::One(&one),
                Parameter::List(vec![&x, &y]),
                Parameter::One(&two),
                Parameter::One(&z)
            ]
        );
    }

    #[test]
    fn rows_of_which_some_come_back_are_inserted_a_few_at_a_time() {
        let rows = (0..35_i64).map(|number| vec![Value::from(number)]);
        let query = Statement {
            name: "new",
            sql: "INSERT INTO t (a) VALUES {rows} ON CONFLICT (a) DO NOTHING RETURNING a",
        }
        .query()
        .rows(rows.collect());
        let work = query.work();
        let runs: Vec<usize> = work.iter().flat_map(Work::runs).map(<[_]>::len).collect();
        assert_eq!(runs, [16, 16, 3]);
        let rest: Vec<&[Value]> = work[1].runs().collect();
        assert_eq!(rest[0][0], Value::from(32_i64));
    }

    #[test]
    fn a_statement_without_parameters_runs_once() {
        let query = Statement {
            name: "none",
            sql: "SELECT 1",
        }
        .query();
        let runs: Vec<&[Value]> = query.work()[0].runs().collect();
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
