//! What is wrong with the rows of a file.

use documents::sheet::{CellProblem, Layout, Row, SheetError};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    CELL_MISSING, CELL_NOT_A_DAY, CELL_NOT_A_NUMBER, CELL_NOT_OFFERED, CELL_TOO_LONG, SHEET_EMPTY,
    SHEET_ENCODING, SHEET_MISSING, SHEET_OLD, SHEET_OPEN_QUOTE, SHEET_REPEATED, SHEET_TOO_LARGE,
    SHEET_TOO_MANY, SHEET_UNKNOWN, SHEET_UNREADABLE,
};
use crate::check::Checks;
use crate::error::Error;
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
pub(super) fn unreadable(error: &SheetError) -> Error {
    let text = match error {
        SheetError::Unreadable => SHEET_UNREADABLE.into(),
        SheetError::OldOrEncrypted => SHEET_OLD.into(),
        SheetError::UnknownEncoding => SHEET_ENCODING.into(),
        SheetError::Empty => SHEET_EMPTY.into(),
        SheetError::OpenQuote { line } => Text::from(SHEET_OPEN_QUOTE).with("line", line),
        SheetError::TooLarge => SHEET_TOO_LARGE.into(),
        SheetError::TooManyRows { at_most } => Text::from(SHEET_TOO_MANY).with("at_most", at_most),
        SheetError::MissingColumns { missing } => {
            Text::from(SHEET_MISSING).with("missing", missing)
        }
        SheetError::RepeatedColumn { title } => Text::from(SHEET_REPEATED).with("title", title),
        SheetError::UnknownColumns { unknown } => {
            Text::from(SHEET_UNKNOWN).with("unknown", unknown)
        }
    };
    Error::field("", text)
}
