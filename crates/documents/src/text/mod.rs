//! Text out of documents people have: Word, HTML, PDF with a text layer, plain text in any usual Chinese encoding.

mod chinese_fonts;
mod docx;
mod html;
pub(crate) mod package;
mod pdf;
mod plain;

use thiserror::Error;

pub(crate) use docx::resolved;

/// Largest file that is looked at, in bytes.
pub const LARGEST_FILE: usize = 50 * 1024 * 1024;
/// Longest text that is handed on, in characters.
pub const LONGEST_TEXT: usize = 3_000_000;

/// Why a file gives no text. The message says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// No bytes, or nothing but blanks.
    #[error("the file is empty: choose the file that holds the plan")]
    Empty,
    /// More bytes or characters than are read.
    #[error("the file is too large ({0}): split it, or remove its pictures")]
    TooLarge(&'static str),
    /// Protected by a password.
    #[error("the file is protected by a password: save a copy without one")]
    Encrypted,
    /// Made to grow without end.
    #[error(
        "the file is built to grow without end when it is opened (it defines entities), so it is refused: save it again with a word processor"
    )]
    Expands,
    /// The format before .docx.
    #[error("the file is an old .doc document: save it as .docx")]
    OldWord,
    /// Damaged.
    #[error("the file is damaged and cannot be opened ({0}): save it again or paste its text")]
    Broken(String),
    /// Pictures of pages.
    #[error(
        "the file holds pictures and no text, it is probably a scan: run text recognition on it or paste its text"
    )]
    NoTextLayer,
    /// A picture, a program, an archive of something else.
    #[error("the file is no text document: use .docx, .pdf, .html, .md or .txt")]
    NotText,
}

/// The text of a file, whatever its format; the format is told by the content, not by the name.
pub fn extract(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.len() > LARGEST_FILE {
        return Err(Unreadable::TooLarge("over 50 MB"));
    }
    let text = match bytes {
        [0x50, 0x4b, 0x03, 0x04, ..] | [0x50, 0x4b, 0x05, 0x06, ..] => docx::text(bytes)?,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(package::compound(bytes)),
        [b'%', b'P', b'D', b'F', ..] => pdf::text(bytes)?,
        _ => {
            let text = plain::decode(bytes)?;
            if html::is_html(&text) {
                html::text(&text)
            } else {
                text
            }
        }
    };
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().all(char::is_whitespace) {
        return Err(Unreadable::Empty);
    }
    if text.chars().nth(LONGEST_TEXT).is_some() {
        return Err(Unreadable::TooLarge("over 3,000,000 characters"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_refused_with_a_reason() {
        assert_eq!(extract(b""), Err(Unreadable::Empty));
        assert_eq!(extract(b" \n\t "), Err(Unreadable::Empty));
        assert_eq!(
            extract(&[0x89, b'P', b'N', b'G', 0, 1, 2, 3, 0, 0, 0, 0]),
            Err(Unreadable::NotText)
        );
        assert_eq!(
            extract(&[0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
            Err(Unreadable::OldWord)
        );
        assert!(matches!(
            extract(b"PK\x03\x04 not really a zip"),
            Err(Unreadable::Broken(_))
        ));
        assert!(matches!(
            extract(b"%PDF-1.4 nothing"),
            Err(Unreadable::Broken(_))
        ));
    }

    #[test]
    fn line_ends_are_one_character() {
        assert_eq!(
            extract("一\r\n二\r三".as_bytes()).as_deref(),
            Ok("一\n二\n三")
        );
    }
}
