//! Parts of a zip package, never more than a bounded amount of them.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Unreadable;

/// Most bytes one part may unpack to; a larger one is a bomb or no plan.
const LARGEST_PART: u64 = 64 * 1024 * 1024;

/// A zip package.
pub(crate) struct Package<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Package<'a> {
    /// Opens the package.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        ZipArchive::new(Cursor::new(bytes))
            .map(Self)
            .map_err(|error| Unreadable::Broken(error.to_string()))
    }

    /// Whether a Word document brings pictures along.
    pub(super) fn has_pictures(&self) -> bool {
        let mut names = self.0.file_names().filter_map(Result::ok);
        names.any(|name| name.starts_with("word/media/"))
    }

    /// A part as text, `None` where the package has none of that name.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let part = match self.0.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(_)) => return Err(Unreadable::Encrypted),
            Err(error) => return Err(Unreadable::Broken(error.to_string())),
        };
        let mut bytes = Vec::new();
        let read = part
            .take(LARGEST_PART + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| Unreadable::Broken(error.to_string()))?;
        if read as u64 > LARGEST_PART {
            return Err(Unreadable::TooLarge("unpacks to over 64 MB"));
        }
        String::from_utf8(bytes)
            .map(Some)
            .map_err(|_| Unreadable::Broken("its text is not UTF-8".to_owned()))
    }
}

/// What a compound file is: a protected .docx names its encryption streams in UTF-16, anything else is an old .doc.
pub(super) fn compound(bytes: &[u8]) -> Unreadable {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        Unreadable::Encrypted
    } else {
        Unreadable::OldWord
    }
}
