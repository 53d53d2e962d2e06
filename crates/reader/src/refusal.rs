//! Texts that cannot be a Chinese plan.

use thiserror::Error;

use crate::LONGEST_TEXT;
use crate::text::is_han;

/// Fewest Chinese characters of a plan.
const FEWEST: usize = 10;

/// Why a text is not read. The message says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Nothing but blanks.
    #[error("the text is empty: give the text of a plan")]
    Empty,
    /// Another language, or garbage.
    #[error("the text is not Chinese: only plans in Chinese can be read")]
    NotChinese,
    /// Longer than any plan.
    #[error("the text is longer than 3,000,000 characters: split it")]
    TooLong,
}

/// Whether a text may be read at all.
pub fn check(text: &str) -> Result<(), Refusal> {
    let (mut han, mut letters) = (0_usize, 0_usize);
    for (index, char) in text.chars().enumerate() {
        if index >= LONGEST_TEXT {
            return Err(Refusal::TooLong);
        }
        han += usize::from(is_han(char));
        letters += usize::from(char.is_alphabetic());
    }
    match () {
        () if text.trim().is_empty() => Err(Refusal::Empty),
        () if han < FEWEST || han * 10 < letters => Err(Refusal::NotChinese),
        () => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_chinese_texts_are_read() {
        assert_eq!(check(" \n"), Err(Refusal::Empty));
        assert_eq!(
            check("We answer within two hours and repair within a day."),
            Err(Refusal::NotChinese)
        );
        assert_eq!(check("质保两年"), Err(Refusal::NotChinese));
        assert_eq!(check("质保期为两年，两小时内响应。"), Ok(()));
    }
}
