//! One row of a result, read by column name.

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use std::fmt::Display;
use std::str::FromStr;

use crate::error::{Result, StoreError};
use crate::sqlite::{Cell, SqliteRow};

/// Sorts behind every id. An id begins with a letter, and PostgreSQL compares texts as its database was made to: in a
/// language's order letters come behind every other sign, which they do not in the order of bytes.
pub(crate) const BEHIND_EVERY_ID: &str = "zzzzzzzz";

/// A row; columns are read by name. A column of another type than asked for is [`StoreError::Corrupt`].
#[derive(Debug)]
pub struct Row {
    pub(crate) cells: Cells,
    pub(crate) statement: &'static str,
}

#[derive(Debug)]
#[doc(hidden)]
pub enum Cells {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// Reads a column as `String`, `i64`, `bool` (stored as 0 or 1), `Timestamp` (stored as milliseconds UTC),
    /// `Vec<u8>`, or an `Option` of these.
    pub fn get<T: FromColumn>(&self, column: &str) -> Result<T> {
        T::from_column(&self.cells, column).map_err(|why| self.corrupt(column, why))
    }

    /// Reads a text column and parses it, for ids and states.
    pub fn parse<T>(&self, column: &str) -> Result<T>
    where
        T: FromStr,
        T::Err: Display,
    {
        let text: String = self.get(column)?;
        text.parse()
            .map_err(|why: T::Err| self.corrupt(column, why))
    }

    /// Like [`Row::parse`] for a column that may be NULL.
    pub fn parse_optional<T>(&self, column: &str) -> Result<Option<T>>
    where
        T: FromStr,
        T::Err: Display,
    {
        let text: Option<String> = self.get(column)?;
        text.map(|text| {
            text.parse()
                .map_err(|why: T::Err| self.corrupt(column, why))
        })
        .transpose()
    }

    /// Reads a JSON document stored as text.
    pub fn json<T: DeserializeOwned>(&self, column: &str) -> Result<T> {
        let text: String = self.get(column)?;
        serde_json::from_str(&text).map_err(|why| self.corrupt(column, why))
    }

    fn corrupt(&self, column: &str, why: impl Display) -> StoreError {
        StoreError::corrupt(format!("{} column {column}", self.statement), why)
    }
}

/// A type that a column can be read as.
pub trait FromColumn: Sized {
    /// Why it cannot be read is told in words.
    #[doc(hidden)]
    fn from_column(cells: &Cells, column: &str) -> Result<Self, String>;
}

macro_rules! native_column {
    ($($native:ty = $cell:ident;)*) => {$(
        impl FromColumn for $native {
            fn from_column(cells: &Cells, column: &str) -> Result<Self, String> {
                match cells {
                    Cells::Sqlite(row) => match row.cell(column) {
                        Some(Cell::$cell(value)) => Ok(value.clone()),
                        other => Err(unexpected(other)),
                    },
                    Cells::Postgres(row) => row.try_get(column).map_err(in_words),
                }
            }
        }
        impl FromColumn for Option<$native> {
            fn from_column(cells: &Cells, column: &str) -> Result<Self, String> {
                match cells {
                    Cells::Sqlite(row) => match row.cell(column) {
                        Some(Cell::$cell(value)) => Ok(Some(value.clone())),
                        Some(Cell::Null) => Ok(None),
                        other => Err(unexpected(other)),
                    },
                    Cells::Postgres(row) => row.try_get(column).map_err(in_words),
                }
            }
        }
    )*};
}

native_column! {
    String = Text;
    i64 = Int;
    Vec<u8> = Blob;
}

macro_rules! converted_column {
    ($($converted:ty = $convert:expr;)*) => {$(
        impl FromColumn for $converted {
            fn from_column(cells: &Cells, column: &str) -> Result<Self, String> {
                $convert(i64::from_column(cells, column)?)
            }
        }
        impl FromColumn for Option<$converted> {
            fn from_column(cells: &Cells, column: &str) -> Result<Self, String> {
                Option::<i64>::from_column(cells, column)?.map($convert).transpose()
            }
        }
    )*};
}

converted_column! {
    bool = flag;
    Timestamp = instant;
}

fn flag(stored: i64) -> Result<bool, String> {
    match stored {
        0 => Ok(false),
        1 => Ok(true),
        other => Err(format!("{other} is neither 0 nor 1")),
    }
}

fn instant(stored: i64) -> Result<Timestamp, String> {
    Timestamp::from_millisecond(stored).map_err(in_words)
}

fn unexpected(cell: Option<&Cell>) -> String {
    match cell {
        None => "there is no such column",
        Some(Cell::Null) => "it is NULL",
        Some(Cell::Int(_)) => "it holds an integer",
        Some(Cell::Text(_)) => "it holds text",
        Some(Cell::Blob(_)) => "it holds bytes",
        Some(Cell::Real) => "it holds a floating point number",
    }
    .to_owned()
}

fn in_words(why: impl Display) -> String {
    why.to_string()
}
