//! `document.xml`: paragraphs and tables.

use std::fmt::Write;

use domain::plan::wording::{Block, Paper, Table};

use super::xml::{DECLARATION, text};

/// Width of the text on the page, in twentieths of a point: A4 less the margins.
const TEXT_WIDTH: u32 = 11906 - 2 * MARGIN;
/// Left and right margin: 2.6 cm.
const MARGIN: u32 = 1474;

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

/// The main part.
pub(super) fn document(paper: &Paper) -> String {
    let mut out = format!("{DECLARATION}<w:document {NAMESPACES}><w:body>");
    paragraph(&mut out, "Title", &paper.title);
    let edition = paper.edition.in_words(paper.language);
    paragraph(&mut out, "Subtitle", &edition);
    for block in &paper.blocks {
        self::block(&mut out, block);
    }
    let _ = write!(
        out,
        concat!(
            r#"<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>"#,
            r#"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1587" w:right="{margin}" w:bottom="1417" w:left="{margin}" w:header="794" w:footer="737" w:gutter="0"/>"#,
            r#"</w:sectPr></w:body></w:document>"#
        ),
        margin = MARGIN
    );
    out
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Chapter(title) => paragraph(out, "Heading1", title),
        Block::Article { text, .. } => paragraph(out, "Heading2", text),
        Block::Paragraph(words) => paragraph(out, "BodyText", words),
        Block::Item(words) => paragraph(out, "ListParagraph", words),
        Block::Table(table) => ruled(out, table),
        Block::Signatures(rows) => signatures(out, rows),
    }
}

fn paragraph(out: &mut String, style: &str, words: &str) {
    let _ = write!(
        out,
        r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>"#,
        text(words)
    );
}

/// A table with rules; its header row comes again on each page, and no row is cut in two.
fn ruled(out: &mut String, table: &Table) {
    let widths: Vec<u32> = table
        .widths
        .iter()
        .map(|share| TEXT_WIDTH * u32::from(*share) / 1000)
        .collect();
    opened(out, "PlanTable", &widths);
    let head = |out: &mut String, cell: &str| paragraph(out, "TableHead", cell);
    let body = |out: &mut String, cell: &str| paragraph(out, "TableText", cell);
    row(out, &widths, &table.head, "<w:tblHeader/>", head);
    for cells in &table.rows {
        row(out, &widths, cells, "", body);
    }
    out.push_str("</w:tbl>");
    paragraph(out, "TableGap", "");
}

fn signatures(out: &mut String, rows: &[[String; 2]]) {
    let widths = [TEXT_WIDTH / 2; 2];
    paragraph(out, "TableGap", "");
    opened(out, "PlainTable", &widths);
    for cells in rows {
        row(out, &widths, cells, "", to_sign);
    }
    out.push_str("</w:tbl>");
    paragraph(out, "TableGap", "");
}

/// What is signed, and a line to sign on: a tab with a leader, so that it ends at the edge of its column.
fn to_sign(out: &mut String, words: &str) {
    let _ = write!(
        out,
        r#"<w:p><w:pPr><w:pStyle w:val="Signature"/></w:pPr><w:r><w:t xml:space="preserve">{}</w:t></w:r><w:r><w:tab/></w:r></w:p>"#,
        text(words)
    );
}

fn opened(out: &mut String, style: &str, widths: &[u32]) {
    let total: u32 = widths.iter().sum();
    let _ = write!(
        out,
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{total}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#
    );
    for width in widths {
        let _ = write!(out, r#"<w:gridCol w:w="{width}"/>"#);
    }
    out.push_str("</w:tblGrid>");
}

fn row(
    out: &mut String,
    widths: &[u32],
    cells: &[String],
    header: &str,
    set: impl Fn(&mut String, &str),
) {
    let _ = write!(out, "<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>");
    let shade = if header.is_empty() {
        ""
    } else {
        r#"<w:shd w:val="clear" w:color="auto" w:fill="E8EEEE"/>"#
    };
    for (cell, width) in cells.iter().zip(widths) {
        let _ = write!(
            out,
            r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="center"/></w:tcPr>"#
        );
        set(out, cell);
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>");
}
