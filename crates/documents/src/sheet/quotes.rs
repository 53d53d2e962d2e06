//! Quotation marks of a text with separators, which must close where their cell ends.

use super::read::SheetError;

/// Where the reading stands between two characters.
enum At {
    /// Where a cell begins.
    Beginning,
    /// Within a cell without quotation marks.
    Plain,
    /// Within a quoted cell.
    Quoted,
    /// Behind the mark that closes a cell, or behind the first of two that stand for one.
    Closed,
}

/// Refuses a quotation mark that opens a cell and is not closed where that cell ends.
///
/// A reader that is kind to such a mark takes everything up to the next one for one cell, and the rows in between are
/// gone without a word: `A,"left open` and two more rows are one row.
pub(super) fn check_quotes(text: &str, delimiter: u8) -> Result<(), SheetError> {
    let (mut at, mut line, mut opened_in) = (At::Beginning, 1_u32, 1_u32);
    let open_quote = |line| Err(SheetError::OpenQuote { line });
    for byte in text.trim_start_matches('\u{feff}').bytes() {
        let ends_cell = byte == delimiter || matches!(byte, b'\n' | b'\r');
        at = match at {
            At::Beginning if byte == b'"' => {
                opened_in = line;
                At::Quoted
            }
            At::Quoted if byte == b'"' => At::Closed,
            At::Quoted => At::Quoted,
            At::Closed if byte == b'"' => At::Quoted,
            At::Closed if byte == b' ' => At::Closed,
            At::Closed if !ends_cell => return open_quote(opened_in),
            At::Beginning | At::Plain | At::Closed if ends_cell => At::Beginning,
            At::Beginning | At::Plain | At::Closed => At::Plain,
        };
        line = line.saturating_add(u32::from(byte == b'\n'));
    }
    match at {
        At::Quoted => open_quote(opened_in),
        At::Beginning | At::Plain | At::Closed => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_that_is_not_closed_is_told_with_its_line() {
        for (text, line) in [
            ("a,b\nx,\"left open\ny,z\nu,v\n", 2),
            ("a,b\r\nx,\"left open\r\ny,\"z\"\r\n", 2),
            ("a,b\n\"two\nlines\",\"open", 3),
            ("a,b\nx,\"6\" pipe\"\n", 2),
        ] {
            assert_eq!(
                check_quotes(text, b','),
                Err(SheetError::OpenQuote { line }),
                "{text:?}"
            );
        }
    }

    #[test]
    fn marks_that_close_and_marks_within_a_cell_are_fine() {
        for text in [
            "",
            "a,b\n",
            "\"a\",\"b\"\r\n\"x, y\",\"two\nlines\"",
            "a,b\nx,\"he said \"\"no\"\"\"\n",
            "a,b\n6\" pipe,5'10\"\n",
            "\"a\" ,\"\"\n",
            "\u{feff}\"a\",b",
        ] {
            assert_eq!(check_quotes(text, b','), Ok(()), "{text:?}");
        }
    }
}
