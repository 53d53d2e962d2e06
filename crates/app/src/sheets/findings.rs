//! What is wrong with the rows of a file.

use documents::sheet::{CellProblem, Layout, Row, SheetError, Stranger, Title};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    CELL_MISSING, CELL_NOT_A_DAY, CELL_NOT_A_NUMBER, CELL_NOT_OFFERED, CELL_TOO_LONG, SHEET_EMPTY,
    SHEET_ENCODING, SHEET_KNOWN, SHEET_MISSING, SHEET_OLD, SHEET_OPEN_QUOTE, SHEET_REPEATED,
    SHEET_TOO_LARGE, SHEET_TOO_MANY, SHEET_UNKNOWN, SHEET_UNKNOWN_NEAR, SHEET_UNREADABLE,
    SHEET_UNTITLED,
};
use crate::check::Checks;
use crate::error::{Error, FieldError};
use crate::language::Language;
use crate::message::Text;

/// One thing wrong with one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RowProblem {
    /// The row's number as a spreadsheet program shows it.
    pub line: u32,
    /// The title of the column.
    pub column: String,
    pub text: String,
}

/// Everything wrong that was found so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    found: Vec<(u32, &'static str, Text)>,
}

impl Findings {
    /// Begins with what reading the cells found.
    pub(super) fn of(rows: &[Row]) -> Self {
        let found = rows.iter().flat_map(|row| {
            row.problems
                .iter()
                .map(|(key, problem)| (row.line, *key, said(problem)))
        });
        Self {
            found: found.collect(),
        }
    }

    pub(super) fn wrong(&mut self, line: u32, key: &'static str, text: impl Into<Text>) {
        self.found.push((line, key, text.into()));
    }

    /// Takes over what the checks of a use case found; `keys` names the column of each field.
    pub(super) fn take(&mut self, line: u32, checks: Checks, keys: &[(&str, &'static str)]) {
        let Err(error) = checks.done() else { return };
        for field in error.fields {
            let key = keys
                .iter()
                .find(|(pointer, _)| *pointer == field.pointer)
                .map_or("name", |(_, key)| *key);
            self.wrong(line, key, field.text);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether the last thing found is about this row.
    pub(super) fn tells_of(&self, line: u32) -> bool {
        self.found.last().is_some_and(|(last, ..)| *last == line)
    }

    /// The rows with anything wrong, counted once each.
    pub(super) fn lines(&self) -> Vec<u32> {
        let mut lines: Vec<u32> = self.found.iter().map(|(line, ..)| *line).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    /// Everything in the order of the rows, said in a language; a cell that is wrong in several ways is told once.
    pub(super) fn said(mut self, layout: &Layout, language: Language) -> Vec<RowProblem> {
        let place = |key: &str| layout.columns.iter().position(|column| column.key == key);
        self.found.sort_by_key(|(line, key, _)| (*line, place(key)));
        self.found.dedup_by_key(|(line, key, _)| (*line, *key));
        let title = |key| {
            place(key).map_or("", |index| {
                layout.columns[index].title.in_language(language.as_str())
            })
        };
        self.found
            .into_iter()
            .map(|(line, key, text)| RowProblem {
                line,
                column: title(key).to_owned(),
                text: text.say(language),
            })
            .collect()
    }
}

fn said(problem: &CellProblem) -> Text {
    match problem {
        CellProblem::Missing => CELL_MISSING.into(),
        CellProblem::NotADay(given) => Text::from(CELL_NOT_A_DAY).with("given", given),
        CellProblem::NotANumber(given) => Text::from(CELL_NOT_A_NUMBER).with("given", given),
        CellProblem::NotOffered { given, offered } => Text::from(CELL_NOT_OFFERED)
            .with("given", given)
            .with("offered", offered),
        CellProblem::NoSuchWord { given, offered } => {
            let zh: Vec<&str> = offered.iter().map(|word| word.zh).collect();
            let en: Vec<&str> = offered.iter().map(|word| word.en).collect();
            Text::from(CELL_NOT_OFFERED)
                .with("given", given)
                .with_words("offered", zh.join("、"), en.join(", "))
        }
        CellProblem::TooLong => CELL_TOO_LONG.into(),
    }
}

/// A file that cannot be read at all.
pub(super) fn unreadable(error: &SheetError, layout: &Layout) -> Error {
    let text = match error {
        SheetError::Unreadable => SHEET_UNREADABLE.into(),
        SheetError::OldOrEncrypted => SHEET_OLD.into(),
        SheetError::UnknownEncoding => SHEET_ENCODING.into(),
        SheetError::Empty => SHEET_EMPTY.into(),
        SheetError::OpenQuote { line } => Text::from(SHEET_OPEN_QUOTE).with("line", line),
        SheetError::TooLarge => SHEET_TOO_LARGE.into(),
        SheetError::TooManyRows { at_most } => Text::from(SHEET_TOO_MANY).with("at_most", at_most),
        SheetError::RepeatedColumn {
            first,
            second,
            column,
        } => Text::from(SHEET_REPEATED)
            .with("first", first)
            .with("second", second)
            .with_words("column", column.zh, column.en),
        SheetError::Columns { missing, unknown } => return headings(missing, unknown, layout),
    };
    Error::field("", text)
}

/// Headings that are not there, and one sentence for each heading nobody knows.
fn headings(missing: &[Title], unknown: &[Stranger], layout: &Layout) -> Error {
    const AT_MOST: usize = 10;
    let mut found = Vec::new();
    if !missing.is_empty() {
        let (zh, en) = titles(missing.iter());
        found.push(Text::from(SHEET_MISSING).with_words("missing", zh, en));
    }
    found.extend(unknown.iter().take(AT_MOST).map(stranger));
    if unknown.iter().any(|it| it.near.is_empty()) {
        let (zh, en) = titles(layout.columns.iter().map(|column| &column.title));
        found.push(Text::from(SHEET_KNOWN).with_words("known", zh, en));
    }
    let told = |text| FieldError {
        pointer: String::new(),
        text,
    };
    Error::fields(found.into_iter().map(told).collect())
}

fn stranger(unknown: &Stranger) -> Text {
    if unknown.heading.is_empty() {
        return Text::from(SHEET_UNTITLED).with("letter", &unknown.letter);
    }
    let text = Text::from(if unknown.near.is_empty() {
        SHEET_UNKNOWN
    } else {
        SHEET_UNKNOWN_NEAR
    });
    let (zh, en) = titles(unknown.near.iter());
    text.with("heading", &unknown.heading)
        .with_words("near", zh, en)
}

/// Titles in a row, in both languages.
fn titles<'a>(titles: impl Iterator<Item = &'a Title>) -> (String, String) {
    let (zh, en): (Vec<&str>, Vec<&str>) = titles.map(|title| (title.zh, title.en)).unzip();
    (zh.join("、"), en.join(", "))
}
