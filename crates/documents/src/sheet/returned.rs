//! A sheet that goes back to whoever sent it, as it was sent, with what is wrong beside its rows.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, FilterCondition, FilterCriteria, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::column::{Layout, Title, plain};
use super::limits::MAX_ROWS;
use super::read::Sheet;
use super::write::{WriteError, safe, write_heading};

/// The column with the row's number in the file that was sent.
const LINE: Title = Title {
    zh: "行号",
    en: "Row",
};
/// The column with what is wrong.
const REASON: Title = Title {
    zh: "问题",
    en: "What is wrong",
};
/// How wide the reasons are, in characters.
const REASON_WIDTH: u32 = 60;

/// What was sent, cell by cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The titles, without those of an earlier report.
    pub heading: Vec<String>,
    /// Every row below the heading that has anything in it.
    pub rows: Vec<GivenRow>,
}

/// A row as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenRow {
    /// Its number as a spreadsheet program shows it.
    pub line: u32,
    /// One text for each column of the heading, whether it can be read or not.
    pub cells: Vec<String>,
}

impl Sheet {
    /// The cells, whatever they hold; what an earlier report said beside them is left out.
    pub fn given(self, layout: &Layout) -> Given {
        let remarks = remarks_of(&self.heading, layout);
        let sent = |mut cells: Vec<String>| -> Vec<String> {
            cells.resize(remarks.len(), String::new());
            let all = cells.into_iter().zip(&remarks);
            let kept = all.filter(|(_, is_remark)| !**is_remark);
            kept.map(|(cell, _)| cell).collect()
        };
        let rows = self.rows.into_iter();
        let rows = rows.filter(|(_, cells)| !is_remarks_only(cells, &remarks));
        let rows = rows.map(|(line, cells)| GivenRow {
            line,
            cells: sent(cells),
        });
        Given {
            rows: rows.collect(),
            heading: sent(self.heading),
        }
    }
}

/// A workbook of all that was sent, with the reasons beside the rows that have some. It opens with those rows only: the
/// others are filtered out of sight, so that the workbook is whole when it is sent again.
pub fn write_returned(
    given: &Given,
    reasons: &BTreeMap<u32, String>,
    name: Title,
    language: &str,
) -> Result<Vec<u8>, WriteError> {
    if given.rows.len() > MAX_ROWS {
        return Err(WriteError::TooManyRows { at_most: MAX_ROWS });
    }
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(name.in_language(language))?;
    let remarks = [LINE, REASON].map(|title| title.in_language(language).to_owned());
    let titles = remarks.into_iter().chain(given.heading.iter().cloned());
    write_heading(sheet, titles)?;
    prepare(sheet, given)?;
    for (place, row) in (1u32..).zip(&given.rows) {
        write_row(sheet, place, row, reasons.get(&row.line))?;
    }
    Ok(book.save_to_buffer()?)
}

/// Text cells, so that nothing that is typed into them turns into something else, and the filter.
fn prepare(sheet: &mut Worksheet, given: &Given) -> Result<(), XlsxError> {
    let last_column = u16::try_from(given.heading.len() + 1).unwrap_or(u16::MAX);
    let last_row = u32::try_from(given.rows.len()).unwrap_or(u32::MAX);
    let text = Format::new().set_num_format("@");
    for column in 2..=last_column {
        sheet.set_column_format(column, &text)?;
    }
    sheet.set_column_width(1, REASON_WIDTH)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    let told = FilterCondition::new().add_custom_filter(FilterCriteria::NotEqualTo, " ");
    sheet.filter_column(1, &told)?;
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    place: u32,
    row: &GivenRow,
    reason: Option<&String>,
) -> Result<(), XlsxError> {
    sheet.write_number(place, 0, row.line)?;
    if let Some(reason) = reason {
        let wrong = Format::new()
            .set_font_color(Color::RGB(0x00B4_2318))
            .set_text_wrap()
            .set_align(FormatAlign::Top);
        sheet.write_string_with_format(place, 1, safe(reason), &wrong)?;
    }
    let text = Format::new().set_num_format("@");
    for (column, cell) in (2u16..).zip(&row.cells) {
        if !cell.is_empty() {
            sheet.write_string_with_format(place, column, safe(cell), &text)?;
        }
    }
    Ok(())
}

/// Which columns of a heading are an earlier report's, and none of the layout's.
pub(super) fn remarks_of(heading: &[String], layout: &Layout) -> Vec<bool> {
    heading
        .iter()
        .map(|title| is_remark(title) && layout.column_titled(title).is_none())
        .collect()
}

/// Whether a title is one this program puts beside what was sent.
pub(super) fn is_remark(title: &str) -> bool {
    let titled = plain(title);
    [LINE, REASON]
        .iter()
        .any(|known| plain(known.zh) == titled || plain(known.en) == titled)
}

/// Whether nothing is left of a row but what a report said of it: somebody emptied its cells.
pub(super) fn is_remarks_only(cells: &[String], remarks: &[bool]) -> bool {
    cells
        .iter()
        .enumerate()
        .all(|(place, cell)| cell.is_empty() || remarks.get(place).copied().unwrap_or(false))
}
