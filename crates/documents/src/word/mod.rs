//! Writes a [`Paper`] as a Word document, with a plan inside as a custom XML part where one is given.

mod body;
mod enclosure;
mod frame;
mod styles;
mod xml;

use std::io::{Cursor, Write};

use domain::plan::wording::Paper;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::enclosed::Enclosed;

pub(crate) use enclosure::read as enclosure;

/// The document as the bytes of a `.docx` file. The same paper gives the same bytes.
pub fn write(paper: &Paper, enclosed: Option<&Enclosed>) -> Vec<u8> {
    let mut parts = vec![
        (
            "[Content_Types].xml",
            frame::content_types(enclosed.is_some()),
        ),
        ("_rels/.rels", frame::RELATIONS.to_owned()),
        ("docProps/core.xml", frame::properties(paper)),
        (
            "word/_rels/document.xml.rels",
            frame::document_relations(enclosed.is_some()),
        ),
        ("word/document.xml", body::document(paper)),
        ("word/styles.xml", styles::STYLES.to_owned()),
        ("word/settings.xml", frame::SETTINGS.to_owned()),
        ("word/header1.xml", frame::header(paper)),
        ("word/footer1.xml", frame::footer(paper)),
    ];
    if let Some(enclosed) = enclosed {
        parts.extend(enclosure::parts(enclosed));
    }
    packed(&parts).expect("a package in memory takes whatever is written to it")
}

fn packed(parts: &[(&str, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default())?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
