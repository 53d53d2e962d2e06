//! Text of a Word document: paragraphs with their automatic numbers, tables as rows of columns.

mod body;
mod numbering;

use super::Unreadable;
use super::package::Package;
use numbering::Numbering;

pub(crate) use body::resolved;

/// Reads the main document of a package.
pub(super) fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    let mut package = Package::open(bytes)?;
    let Some(document) = package.part("word/document.xml")? else {
        return Err(Unreadable::NotText);
    };
    let numbering = match package.part("word/numbering.xml")? {
        Some(xml) => Numbering::read(&xml),
        None => Numbering::default(),
    };
    let text = body::text(&document, numbering)?;
    if text.trim().is_empty() && package.has_pictures() {
        return Err(Unreadable::NoTextLayer);
    }
    Ok(text)
}

/// Attribute `name` of an element, whatever its prefix.
fn attribute(element: &quick_xml::events::BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .filter_map(Result::ok)
        .find(|a| a.key.local_name().as_ref() == name)
        .map(|a| a.value.to_string())
}
