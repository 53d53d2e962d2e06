//! Writes a [`Paper`] as a PDF on A4, with a plan attached where one is given.
//!
//! The layout is our own: paragraphs broken by the Chinese rules, tables with a repeated header row, page numbers. All
//! measures are whole thousandths of a point, so that the same paper gives the same bytes on every machine.

mod attachment;
mod block;
mod font;
mod lines;
mod page;
mod table;
mod write;

use domain::plan::wording::Paper;

use crate::enclosed::Enclosed;

pub(crate) use attachment::read as attachment;
pub use font::{FontError, Fonts};

/// A measure in thousandths of a point.
type Milli = i64;

/// The document as the bytes of a PDF.
pub fn write(paper: &Paper, enclosed: Option<&Enclosed>, fonts: &Fonts<'_>) -> Vec<u8> {
    let pages = block::pages(paper, fonts);
    write::document(paper, &pages, enclosed, fonts)
}
