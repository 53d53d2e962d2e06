//! One row of a result, read by column name.

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use std::fmt::Display;
use std::str::FromStr;

use crate::error::{Result, StoreError};

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
    #[doc(hidden)]
    fn from_column(cells: &Cells, column: &str) -> Result<Self, sqlx::Error>;
}

macro_rules! native_column {
    ($($native:ty),*) => {$(
        impl FromColumn for $native {
            fn from_column(cells: &Cells, column: &str) -> Result<Self, sqlx::Error> {
                match cells {
                    Cells::Sqlite(row) => row.try_get(column),
                    Cells::Postgres(row) => row.try_get(column),
                }
            }
        }
        impl FromColumn for Option<$native> {
            fn from_column(cells: &Cells, column: &str) -> Result<Self, sqlx::Error> {
                match cells {
                    Cells::Sqlite(row) => row.try_get(column),
                    Cells::Postgres(row) => row.try_get(column),
                }
            }
        }
    )*};
}

native_column!(String, i64, Vec<u8>);

macro_rules! converted_column {
    ($($converted:ty = $convert:expr;)*) => {$(
        impl FromColumn for $converted {
            fn from_column(cells: &Cells, column: &str) -> Result<Self, sqlx::Error> {
                $convert(i64::from_column(cells, column)?)
            }
        }
        impl FromColumn for Option<$converted> {
            fn from_column(cells: &Cells, column: &str) -> Result<Self, sqlx::Error> {
                Option::<i64>::from_column(cells, column)?.map($convert).transpose()
            }
        }
    )*};
}

converted_column! {
    bool = flag;
    Timestamp = instant;
}

fn flag(stored: i64) -> Result<bool, sqlx::Error> {
    match stored {
        0 => Ok(false),
        1 => Ok(true),
        other => Err(sqlx::Error::Decode(
            format!("{other} is neither 0 nor 1").into(),
        )),
    }
}

fn instant(stored: i64) -> Result<Timestamp, sqlx::Error> {
    Timestamp::from_millisecond(stored).map_err(|why| sqlx::Error::Decode(why.into()))
}
