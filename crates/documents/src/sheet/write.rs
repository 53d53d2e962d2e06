//! Writing workbooks: templates to fill in, and tables to take away.

use rust_xlsxwriter::{
    Color, DataValidation, Format, FormatAlign, Formula, Note, Workbook, Worksheet, XlsxError,
};

use super::column::{Column, Kind, Layout, Title};
use super::limits::{MAX_CELL_CHARACTERS, MAX_ROWS};

/// Rows below the heading that get drop-downs and date formats in a template.
const TEMPLATE_ROWS: u32 = 5_000;

/// The sheet that holds the words of the drop-downs.
const CHOICES: Title = Title {
    zh: "选项",
    en: "Choices",
};

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// More rows than a table may have.
    #[error("more than {at_most} rows: narrow the selection")]
    TooManyRows {
        /// The most there may be.
        at_most: usize,
    },
    /// A row that does not have one cell for each column.
    #[error("row {row} has {cells} cells for {columns} columns")]
    Ragged {
        /// Which, from 0.
        row: usize,
        /// How many it has.
        cells: usize,
        /// How many it should have.
        columns: usize,
    },
    /// The writer refused.
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] XlsxError),
}

/// An empty workbook to fill in: headings with notes, drop-downs for choices, date formats, required ones marked.
pub fn write_template(layout: &Layout, language: &str) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    write_choices(&mut book, layout, language)?;
    let sheet = book.worksheet_from_index(0)?;
    write_headings(sheet, layout, language)?;
    for (index, column) in (0u16..).zip(&layout.columns) {
        prepare_column(sheet, index, column, language)?;
        let hint = Note::new(column.hint.in_language(language)).add_author_prefix(false);
        sheet.insert_note(0, index, &hint)?;
    }
    Ok(book.save_to_buffer()?)
}

/// A workbook of `rows`, each with one text for each column of the layout.
///
/// A whole number is written as one, every other cell as text, nothing as a formula; a text a spreadsheet program would take for a formula
/// once the table is saved as CSV gets an apostrophe in front, which reading takes off again.
pub fn write_table<'a>(
    layout: &Layout,
    language: &str,
    rows: impl IntoIterator<Item = Vec<&'a str>>,
) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write_headings(sheet, layout, language)?;
    for (index, row) in rows.into_iter().enumerate() {
        if index >= MAX_ROWS {
            return Err(WriteError::TooManyRows { at_most: MAX_ROWS });
        }
        if row.len() != layout.columns.len() {
            return Err(WriteError::Ragged {
                row: index,
                cells: row.len(),
                columns: layout.columns.len(),
            });
        }
        let line = u32::try_from(index + 1).expect("a table has at most MAX_ROWS rows");
        for (column, text) in (0u16..).zip(row) {
            match (
                &layout.columns[usize::from(column)].kind,
                text.parse::<i32>(),
            ) {
                (Kind::Number, Ok(number)) => sheet.write_number(line, column, number)?,
                _ => sheet.write_string(line, column, safe(text))?,
            };
        }
    }
    Ok(book.save_to_buffer()?)
}

/// A text that no program reads as a formula, in a cell that can hold it.
pub(super) fn safe(text: &str) -> String {
    let cut: String = text.chars().take(MAX_CELL_CHARACTERS - 1).collect();
    if cut.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cut}")
    } else {
        cut
    }
}

fn write_headings(sheet: &mut Worksheet, layout: &Layout, language: &str) -> Result<(), XlsxError> {
    sheet.set_name(layout.name.in_language(language))?;
    let titles = layout.columns.iter().map(|column| {
        let mark = if column.required { " *" } else { "" };
        format!("{}{mark}", column.title.in_language(language))
    });
    write_heading(sheet, titles)
}

/// The first row, which stays in sight.
pub(super) fn write_heading(
    sheet: &mut Worksheet,
    titles: impl Iterator<Item = String>,
) -> Result<(), XlsxError> {
    let heading = Format::new()
        .set_bold()
        .set_font_color(Color::RGB(0x00FF_FFFF))
        .set_background_color(Color::RGB(0x000F_5B5E))
        .set_align(FormatAlign::VerticalCenter);
    sheet.set_row_height(0, 24)?;
    sheet.set_freeze_panes(1, 0)?;
    for (index, title) in (0u16..).zip(titles) {
        sheet.set_column_width(index, width_of(&title))?;
        sheet.write_string_with_format(0, index, title, &heading)?;
    }
    Ok(())
}

/// Wide enough for the heading: a Chinese character takes two columns of the font.
fn width_of(title: &str) -> u32 {
    let width: u32 = title
        .chars()
        .map(|c| if c.is_ascii() { 1 } else { 2 })
        .sum();
    width.clamp(10, 40) + 4
}

/// The words of every drop-down, each in a column of a second sheet: a list inside a cell's rule ends at 255 characters.
fn write_choices(book: &mut Workbook, layout: &Layout, language: &str) -> Result<(), XlsxError> {
    book.add_worksheet();
    let sheet = book
        .add_worksheet()
        .set_name(CHOICES.in_language(language))?;
    for (index, column) in (0u16..).zip(&layout.columns) {
        let offered = column.kind.offered(language);
        if offered.is_empty() {
            continue;
        }
        sheet.write_string(0, index, column.title.in_language(language))?;
        for (row, word) in (1u32..).zip(offered) {
            sheet.write_string(row, index, word)?;
        }
    }
    Ok(())
}

/// The cells of the second sheet that hold the words of column `index`.
fn choices_range(index: u16, count: usize, language: &str) -> Formula {
    let column = rust_xlsxwriter::utility::column_number_to_name(index);
    Formula::new(format!(
        "='{}'!${column}$2:${column}${}",
        CHOICES.in_language(language),
        count + 1
    ))
}

fn prepare_column(
    sheet: &mut Worksheet,
    index: u16,
    column: &Column,
    language: &str,
) -> Result<(), XlsxError> {
    let offered = column.kind.offered(language).len();
    if offered > 0 {
        let range = choices_range(index, offered, language);
        let list = DataValidation::new().allow_list_formula(range);
        sheet.add_data_validation(1, index, TEMPLATE_ROWS, index, &list)?;
        return Ok(());
    }
    match &column.kind {
        Kind::Date => {
            sheet.set_column_format(index, &Format::new().set_num_format("yyyy-mm-dd"))?;
        }
        // Text format keeps leading zeros of telephone and serial numbers.
        Kind::Text | Kind::Choice(_) | Kind::Words(_) => {
            sheet.set_column_format(index, &Format::new().set_num_format("@"))?;
        }
        Kind::Number => {}
    }
    Ok(())
}
