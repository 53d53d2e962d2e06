//! Cells as text, whatever the file keeps them in.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};

use super::limits::{MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS, check_archive};
use super::quotes::check_quotes;
use super::read::SheetError;

/// One row: its number as a spreadsheet program shows it, and its cells by column.
pub(super) type Cells = (u32, Vec<String>);

/// The rows of the first sheet of a workbook that have anything in them.
pub(super) fn of_workbook(bytes: &[u8]) -> Result<Vec<Cells>, SheetError> {
    check_archive(Cursor::new(bytes))?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetError::Unreadable)?;
    let first = book
        .sheet_names()
        .first()
        .cloned()
        .ok_or(SheetError::Empty)?;
    let mut reader = book
        .worksheet_cells_reader(&first)
        .map_err(|_| SheetError::Unreadable)?;
    let mut rows: Vec<Cells> = Vec::new();
    while let Some(cell) = reader.next_cell().map_err(|_| SheetError::Unreadable)? {
        let (row, column) = cell.get_position();
        let text = text_of(cell.get_value());
        if text.is_empty() || column >= MAX_COLUMNS {
            continue;
        }
        if rows.last().is_none_or(|(number, _)| *number != row + 1) {
            if rows.len() > MAX_ROWS {
                return Err(SheetError::TooManyRows { at_most: MAX_ROWS });
            }
            rows.push((row + 1, Vec::new()));
        }
        let (_, cells) = rows.last_mut().expect("a row was just pushed");
        let index = column as usize;
        if cells.len() <= index {
            cells.resize(index + 1, String::new());
        }
        cells[index] = text;
    }
    Ok(rows)
}

fn text_of(value: &DataRef<'_>) -> String {
    let text = match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        // A whole number kept as a float prints without a fraction: telephone and serial numbers stay what they are.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    };
    tidy(&text)
}

/// The rows of a text with separators that have anything in them. UTF-8, UTF-16 with a mark, or GB 18030.
pub(super) fn of_text(bytes: &[u8]) -> Result<Vec<Cells>, SheetError> {
    let text = decode(bytes)?;
    let delimiter = delimiter_of(&text);
    check_quotes(&text, delimiter)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| SheetError::Unreadable)?;
        let line = record
            .position()
            .map_or(0, |position| line_of(position, &text));
        let cells: Vec<String> = record.iter().take(MAX_COLUMNS as usize).map(tidy).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            if rows.len() > MAX_ROWS {
                return Err(SheetError::TooManyRows { at_most: MAX_ROWS });
            }
            rows.push((u32::try_from(line).unwrap_or(u32::MAX), cells));
        }
    }
    Ok(rows)
}

/// The line a record begins on. After a line that ends in CR LF the reader stands between the two.
fn line_of(position: &csv::Position, text: &str) -> u64 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let between = text.as_bytes().get(start) == Some(&b'\n');
    position.line() + u64::from(between)
}

fn decode(bytes: &[u8]) -> Result<String, SheetError> {
    let (encoding, bytes) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None if std::str::from_utf8(bytes).is_ok() => (encoding_rs::UTF_8, bytes),
        None => (encoding_rs::GB18030, bytes),
    };
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    if bad || text.contains('\0') {
        Err(SheetError::UnknownEncoding)
    } else {
        Ok(text.into_owned())
    }
}

/// Comma, semicolon or tab: whichever the heading has most of.
fn delimiter_of(text: &str) -> u8 {
    let heading = text.lines().next().unwrap_or_default();
    [b',', b'\t', b';']
        .into_iter()
        .rev()
        .max_by_key(|mark| heading.bytes().filter(|byte| byte == mark).count())
        .unwrap_or(b',')
}

/// A cell without blanks around it, without the apostrophe that keeps text from being read as a formula, and no longer
/// than a cell can be.
fn tidy(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{3000}');
    let text = match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    };
    text.chars().take(MAX_CELL_CHARACTERS + 1).collect()
}
