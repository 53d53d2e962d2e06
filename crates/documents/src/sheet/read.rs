//! Reading a sheet that people filled in.

use std::collections::BTreeMap;

use super::cells::{self, Cells};
use super::column::{Kind, Layout, Title, plain};
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
    /// One column has two headings.
    #[error("the headings \"{first}\" and \"{second}\" are one column: {}", column.en)]
    RepeatedColumn {
        /// The heading that stands first.
        first: String,
        /// The one that follows.
        second: String,
        /// The column both name.
        column: Title,
    },
    /// Required columns are not there, or columns nobody knows are: to ignore them would lose what was written there.
    #[error("{}", headings_in_words(missing, unknown))]
    Columns {
        /// Their titles.
        missing: Vec<Title>,
        /// The headings nobody knows.
        unknown: Vec<Stranger>,
    },
}

/// A heading nobody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stranger {
    /// As it was written; empty above cells that stand below no heading.
    pub heading: String,
    /// The letter a spreadsheet program gives the column.
    pub letter: String,
    /// The columns that may be meant.
    pub near: Vec<Title>,
}

fn headings_in_words(missing: &[Title], unknown: &[Stranger]) -> String {
    let missing: Vec<&str> = missing.iter().map(|title| title.en).collect();
    let unknown: Vec<&str> = unknown
        .iter()
        .map(|it| match it.heading.as_str() {
            "" => it.letter.as_str(),
            heading => heading,
        })
        .collect();
    format!(
        "columns are missing: [{}], and not known here: [{}]",
        missing.join(", "),
        unknown.join(", ")
    )
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
        let columns = columns_of(&self.heading, &self.rows, layout)?;
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
        // Pictures and PDF are no text in any encoding, even where their bytes could be letters of one.
        [0x89, b'P', b'N', b'G', ..]
        | [0xFF, 0xD8, 0xFF, ..]
        | [b'G', b'I', b'F', b'8', ..]
        | [b'%', b'P', b'D', b'F', ..] => Err(SheetError::Unreadable),
        _ => cells::of_text(bytes),
    }
}

/// For each cell of the heading, the index of its column in the layout.
fn columns_of(
    heading: &[String],
    rows: &[Cells],
    layout: &Layout,
) -> Result<Vec<Option<usize>>, SheetError> {
    let mut found: Vec<Option<usize>> = Vec::with_capacity(heading.len());
    let mut unknown = Vec::new();
    for (place, title) in heading.iter().enumerate() {
        let index = layout
            .column_titled(title)
            .and_then(|column| layout.columns.iter().position(|c| c.key == column.key));
        match index {
            Some(column) => {
                if let Some(first) = found.iter().position(|earlier| *earlier == index) {
                    return Err(SheetError::RepeatedColumn {
                        first: heading[first].clone(),
                        second: title.clone(),
                        column: layout.columns[column].title,
                    });
                }
            }
            None if plain(title).is_empty() || is_remark(title) => {}
            None => unknown.push(Stranger {
                near: layout.nearest(title),
                heading: title.clone(),
                letter: letter(place),
            }),
        }
        found.push(index);
    }
    unknown.extend(untitled(heading, rows));
    let missing: Vec<Title> = layout
        .columns
        .iter()
        .enumerate()
        .filter(|(index, column)| column.required && !found.contains(&Some(*index)))
        .map(|(_, column)| column.title)
        .collect();
    if missing.is_empty() && unknown.is_empty() {
        Ok(found)
    } else {
        Err(SheetError::Columns { missing, unknown })
    }
}

/// The columns without a heading that have something in them.
fn untitled(heading: &[String], rows: &[Cells]) -> impl Iterator<Item = Stranger> {
    let width = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let is_untitled = |place: &usize| {
        heading
            .get(*place)
            .is_none_or(|title| plain(title).is_empty())
    };
    let is_used = |place: &usize| {
        let mut cells = rows.iter().filter_map(|(_, cells)| cells.get(*place));
        cells.any(|cell| !cell.is_empty())
    };
    (0..width)
        .filter(is_untitled)
        .filter(is_used)
        .map(|place| Stranger {
            heading: String::new(),
            letter: letter(place),
            near: Vec::new(),
        })
}

/// A, B, … Z, AA: what a spreadsheet program calls a column.
fn letter(place: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = place + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
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
                offered,
            }),
    }
}
