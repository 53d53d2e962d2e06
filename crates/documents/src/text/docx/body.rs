//! The paragraphs and tables of `document.xml`.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::attribute;
use super::numbering::Numbering;
use crate::text::{LONGEST_TEXT, Unreadable};

/// Deepest nesting of tables that is followed.
const DEEPEST: usize = 32;
/// Most columns a cell may claim to span.
const WIDEST: usize = 40;

/// A table row in the making.
#[derive(Default)]
struct Row {
    cells: Vec<String>,
    span: usize,
    continued: bool,
}

/// Reading position in the document.
#[derive(Default)]
struct Writer {
    out: String,
    rows: Vec<Row>,
    paragraph: String,
    number: Option<String>,
    depth: usize,
    in_text: bool,
    /// Deleted text and field codes are no text.
    hidden: usize,
    numbering: Numbering,
}

/// The text of the document body.
pub(super) fn text(xml: &str, numbering: Numbering) -> Result<String, Unreadable> {
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer {
        numbering,
        ..Writer::default()
    };
    loop {
        match reader
            .read_event()
            .map_err(|error| Unreadable::Broken(error.to_string()))?
        {
            Event::Eof => break,
            Event::Start(element) => writer.open(&element),
            Event::Empty(element) => {
                writer.open(&element);
                writer.close(element.local_name().as_ref());
            }
            Event::End(element) => writer.close(element.local_name().as_ref()),
            Event::Text(text) => writer.words(&text.xml10_content()),
            Event::CData(text) => writer.words(&text.xml10_content()),
            // No word processor writes any; they are there to grow without end or to fetch other files.
            Event::DocType(declared) if declared.xml10_content().contains("<!ENTITY") => {
                return Err(Unreadable::Expands);
            }
            Event::GeneralRef(reference) => writer.words(&resolved(&reference)),
            _ => {}
        }
        if writer.out.len() + writer.paragraph.len() > LONGEST_TEXT * 4 {
            return Err(Unreadable::TooLarge("over 3,000,000 characters"));
        }
        if writer.rows.len() > DEEPEST {
            return Err(Unreadable::Broken(
                "its tables are nested too deeply".to_owned(),
            ));
        }
    }
    Ok(writer.out)
}

/// The characters a reference such as `&amp;` or `&#20013;` stands for.
pub(crate) fn resolved(reference: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(char)) = reference.resolve_char_ref() {
        return char.to_string();
    }
    match reference.xml10_content().as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}

impl Writer {
    fn open(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "t" => self.in_text = true,
            "tab" if self.hidden == 0 && !self.paragraph.is_empty() => {
                self.paragraph.push_str("  ");
            }
            "br" | "cr" if self.hidden == 0 => self.paragraph.push('\n'),
            "del" | "instrText" | "delText" => self.hidden += 1,
            "ilvl" => {
                self.depth = attribute(element, "val")
                    .and_then(|v| v.parse().ok())
                    .unwrap_or(0);
            }
            "numId" => self.number = attribute(element, "val"),
            "tr" => self.rows.push(Row::default()),
            "tc" => {
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(String::new());
                    (row.span, row.continued) = (1, false);
                }
            }
            "gridSpan" => {
                if let Some(row) = self.rows.last_mut() {
                    row.span = attribute(element, "val")
                        .and_then(|v| v.parse().ok())
                        .unwrap_or(1)
                        .min(WIDEST);
                }
            }
            "vMerge" => {
                if let Some(row) = self.rows.last_mut() {
                    row.continued = attribute(element, "val").as_deref() != Some("restart");
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "del" | "instrText" | "delText" => self.hidden = self.hidden.saturating_sub(1),
            "p" => self.paragraph_done(),
            "tc" => self.cell_done(),
            "tr" => self.row_done(),
            _ => {}
        }
    }

    fn words(&mut self, text: &str) {
        if self.in_text && self.hidden == 0 {
            self.paragraph.push_str(text);
        }
    }

    fn paragraph_done(&mut self) {
        let words = std::mem::take(&mut self.paragraph);
        let number = self
            .number
            .take()
            .filter(|_| !words.trim().is_empty())
            .and_then(|number| self.numbering.next(&number, self.depth));
        self.depth = 0;
        let line = format!("{}{}", number.unwrap_or_default(), words.trim_end());
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.cells.last_mut()) {
            if !cell.is_empty() && !line.is_empty() {
                cell.push('\n');
            }
            cell.push_str(&line);
        } else {
            self.out.push_str(&line);
            self.out.push('\n');
        }
    }

    /// A cell that goes on from above stays empty; one that spans columns is followed by empty ones.
    fn cell_done(&mut self) {
        let Some(row) = self.rows.last_mut() else {
            return;
        };
        if row.continued
            && let Some(cell) = row.cells.last_mut()
        {
            cell.clear();
        }
        for _ in 1..row.span {
            row.cells.push(String::new());
        }
        row.span = 1;
    }

    /// A row of one cell is a frame around paragraphs; others become one line of columns.
    fn row_done(&mut self) {
        let Some(row) = self.rows.pop() else { return };
        let filled: Vec<&String> = row
            .cells
            .iter()
            .filter(|cell| !cell.trim().is_empty())
            .collect();
        let long = filled
            .iter()
            .any(|cell| cell.lines().count() > 1 && cell.chars().count() > 60);
        let line = if filled.len() <= 1 || long {
            filled
                .iter()
                .map(|cell| cell.as_str())
                .collect::<Vec<_>>()
                .join("\n")
        } else {
            row.cells
                .iter()
                .map(|cell| cell.replace('\n', " ").trim().to_owned())
                .collect::<Vec<_>>()
                .join("\t")
        };
        if let Some(cell) = self
            .rows
            .last_mut()
            .and_then(|outer| outer.cells.last_mut())
        {
            cell.push('\n');
            cell.push_str(&line);
        } else {
            self.out.push_str(line.trim_end_matches('\t'));
            self.out.push('\n');
        }
    }
}
