//! Reading a sheet that people filled in.

use std::collections::BTreeMap;

use super::cells::{self, Cells};
use super::column::{Kind, Layout, Title};
use super::date::read_date;
use super::limits::MAX_CELL_CHARACTERS;
use super::returned::{is_remark, is_remarks_only, remarks_of};

/// One row that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number as a spreadsheet program shows it: the heading is usually 1.
    pub line: u32,
    /// Its cells by the key of their column; days as `2026-11-22`. Empty cells are left out.
    pub cells: BTreeMap<&'static str, String>,
    /// What is wrong with it, by the key of the column.
    pub problems: Vec<(&'static str, CellProblem)>,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CellProblem {
    /// A required cell is empty.
    #[error("fill this in")]
    Missing,
    /// Not a day.
    #[error("\"{0}\" is not a day that exists: write 2026-11-22")]
    NotADay(String),
    /// Not a whole number.
    #[error("\"{0}\" is not a whole number")]
    NotANumber(String),
    /// Not one of the words offered.
    #[error("\"{given}\" is not offered here: write one of {offered}")]
    NotOffered {
        /// The word as given.
        given: String,
        /// The words that are.
        offered: String,
    },
    /// Not one of the words offered, which are others in each language.
    #[error(
        "\"{given}\" is not offered here: write one of {}",
        in_english(.offered)
    )]
    NoSuchWord {
        /// The word as given.
        given: String,
        /// The words that are.
        offered: &'static [Title],
    },
    /// Longer than a cell can be.
    #[error("longer than 32 767 characters")]
    TooLong,
}

fn in_english(offered: &[Title]) -> String {
    let words: Vec<&str> = offered.iter().map(|word| word.en).collect();
    words.join(", ")
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// Neither a workbook nor a text with separators, or a broken one.
    #[error("this file is not a readable .xlsx workbook or CSV text")]
    Unreadable,
    /// Protected by a password, or the old binary format.
    #[error(
        "this is an old .xls file or one protected by a password: save it as an unprotected .xlsx"
    )]
    OldOrEncrypted,
    /// A text in an encoding that cannot be told.
    #[error("the text is neither UTF-8 nor GBK: save it as .xlsx")]
    UnknownEncoding,
    /// Nothing in it.
    #[error("the sheet is empty")]
    Empty,
    /// A quotation mark opens a cell and nothing closes it where the cell ends: what follows would be swallowed by it.
    #[error("a quotation mark is opened in line {line} and not closed where its cell ends")]
    OpenQuote {
        /// The line it stands in, from 1.
        line: u32,
    },
    /// It unpacks to more than is reasonable.
    #[error("the workbook unpacks to more than 512 MiB")]
    TooLarge,
    /// More rows than can be taken at once.
    #[error("more than {at_most} rows: split the file")]
    TooManyRows {
        /// The most there may be.
        at_most: usize,
    },
    /// Required columns are not there.
    #[error("columns are missing: {missing}")]
    MissingColumns {
        /// Their titles in Chinese, separated by 、.
        missing: String,
    },
    /// A column appears twice.
    #[error("the column \"{title}\" appears twice")]
    RepeatedColumn {
        /// Its heading.
        title: String,
    },
    /// Columns nobody knows: to ignore them would lose what was written there.
    #[error("these columns are not known here: {unknown}; remove them or take the template")]
    UnknownColumns {
        /// Their headings, separated by 、.
        unknown: String,
    },
}

/// A file taken apart into its cells: what takes time, and is done once however often they are looked at.
#[derive(Debug)]
pub struct Sheet {
    pub(super) heading: Vec<String>,
    /// The rows below the heading that have anything in them.
    pub(super) rows: Vec<Cells>,
}

impl Sheet {
    /// Takes a workbook (`.xlsx`) or a text with separators apart. The format is told from the bytes, not from the file's name.
    pub fn open(bytes: &[u8]) -> Result<Self, SheetError> {
        let mut rows = cells_of(bytes)?;
        if rows.is_empty() {
            return Err(SheetError::Empty);
        }
        let (_, heading) = rows.remove(0);
        Ok(Self { heading, rows })
    }

    /// Its rows by the headings of a layout. Rows with wrong cells come back too, each with what is wrong.
    pub fn read(&self, layout: &Layout) -> Result<Vec<Row>, SheetError> {
        let columns = columns_of(&self.heading, layout)?;
        let remarks = remarks_of(&self.heading, layout);
        let rows = self.rows.iter();
        Ok(rows
            .filter(|(_, cells)| !is_remarks_only(cells, &remarks))
            .map(|(line, cells)| row_of(*line, cells, &columns, layout))
            .collect())
    }
}

/// Takes a file apart and reads its rows by the headings of a layout.
pub fn read(bytes: &[u8], layout: &Layout) -> Result<Vec<Row>, SheetError> {
    Sheet::open(bytes)?.read(layout)
}

/// The rows of a file that have anything in them, the heading first.
fn cells_of(bytes: &[u8]) -> Result<Vec<Cells>, SheetError> {
    match bytes {
        [] => Err(SheetError::Empty),
        [b'P', b'K', 3, 4, ..] => cells::of_workbook(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(SheetError::OldOrEncrypted),
        _ => cells::of_text(bytes),
    }
}

/// For each cell of the heading, the index of its column in the layout.
fn columns_of(heading: &[String], layout: &Layout) -> Result<Vec<Option<usize>>, SheetError> {
    let mut found: Vec<Option<usize>> = Vec::with_capacity(heading.len());
    let mut unknown = Vec::new();
    for title in heading {
        let index = layout
            .column_titled(title)
            .and_then(|column| layout.columns.iter().position(|c| c.key == column.key));
        if index.is_some() && found.contains(&index) {
            return Err(SheetError::RepeatedColumn {
                title: title.clone(),
            });
        }
        if index.is_none() && !title.is_empty() && !is_remark(title) {
            unknown.push(title.as_str());
        }
        found.push(index);
    }
    let missing: Vec<&str> = layout
        .columns
        .iter()
        .enumerate()
        .filter(|(index, column)| column.required && !found.contains(&Some(*index)))
        .map(|(_, column)| column.title.zh)
        .collect();
    if !missing.is_empty() {
        return Err(SheetError::MissingColumns {
            missing: missing.join("、"),
        });
    }
    if !unknown.is_empty() {
        return Err(SheetError::UnknownColumns {
            unknown: unknown.join("、"),
        });
    }
    Ok(found)
}

fn row_of(line: u32, cells: &[String], columns: &[Option<usize>], layout: &Layout) -> Row {
    let mut row = Row {
        line,
        cells: BTreeMap::new(),
        problems: Vec::new(),
    };
    for (text, index) in cells.iter().zip(columns) {
        let Some(column) = index.map(|index| &layout.columns[index]) else {
            continue;
        };
        if text.is_empty() {
            continue;
        }
        match value_of(text, &column.kind) {
            Ok(value) => drop(row.cells.insert(column.key, value)),
            Err(problem) => row.problems.push((column.key, problem)),
        }
    }
    for column in layout.columns.iter().filter(|column| column.required) {
        let seen = row.cells.contains_key(column.key)
            || row.problems.iter().any(|(key, _)| *key == column.key);
        if !seen {
            row.problems.push((column.key, CellProblem::Missing));
        }
    }
    row
}

fn value_of(text: &str, kind: &Kind) -> Result<String, CellProblem> {
    if text.chars().count() > MAX_CELL_CHARACTERS {
        return Err(CellProblem::TooLong);
    }
    match kind {
        Kind::Text => Ok(text.to_owned()),
        Kind::Date => {
            read_date(text).ok_or_else(|| CellProblem::NotADay(text.chars().take(40).collect()))
        }
        Kind::Number => match text.parse::<i64>() {
            Ok(number) => Ok(number.to_string()),
            Err(_) => Err(CellProblem::NotANumber(text.chars().take(40).collect())),
        },
        Kind::Choice(offered) => offered
            .iter()
            .find(|word| word.eq_ignore_ascii_case(text))
            .cloned()
            .ok_or_else(|| CellProblem::NotOffered {
                given: text.chars().take(40).collect(),
                offered: offered.join("、"),
            }),
        Kind::Words(offered) => offered
            .iter()
            .flat_map(|word| [word.zh, word.en])
            .find(|word| word.eq_ignore_ascii_case(text))
            .map(str::to_owned)
            .ok_or_else(|| CellProblem::NoSuchWord {
                given: text.chars().take(40).collect(),
                offered: *offered,
            }),
    }
}
