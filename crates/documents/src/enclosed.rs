//! The machine-readable plan inside a rendered document.

use crate::text::{self, Unreadable};

/// A plan as it travels inside a document: its canonical JSON, and the hash it had when the document was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    /// The canonical form of the plan.
    pub json: String,
    /// SHA-256 of that form, in hexadecimal.
    pub sha256: String,
    /// The lines that were printed, as whoever printed them keeps them; a Word document has them.
    pub printed: Option<String>,
}

/// Most custom XML parts that are looked through.
const PARTS: usize = 16;

/// The plan a file carries inside, `None` where it carries none. The caller compares the hash with the plan's own.
pub fn find(bytes: &[u8]) -> Result<Option<Enclosed>, Unreadable> {
    if bytes.len() > text::LARGEST_FILE {
        return Err(Unreadable::TooLarge("over 50 MB"));
    }
    match bytes {
        [0x50, 0x4b, 0x03, 0x04, ..] => in_word(bytes),
        [b'%', b'P', b'D', b'F', ..] => Ok(crate::pdf::attachment(bytes)),
        _ => Ok(None),
    }
}

fn in_word(bytes: &[u8]) -> Result<Option<Enclosed>, Unreadable> {
    let mut package = text::package::Package::open(bytes)?;
    for number in 1..=PARTS {
        let Some(part) = package.part(&format!("customXml/item{number}.xml"))? else {
            continue;
        };
        if let Some(found) = crate::word::enclosure(&part) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}
