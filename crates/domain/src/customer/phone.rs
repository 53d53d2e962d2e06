//! Telephone numbers: one spelling to store and look up, one mask to show.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

/// A telephone number: digits, with `+` and the country in front when it is not a Chinese one, and an extension after
/// `-` when there is one. Blanks, brackets, dashes and the Chinese country code are dropped, full-width digits read as
/// digits, so that a number has one spelling however it was typed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String, example = "13800000000"))]
#[serde(transparent)]
pub struct Phone(String);

/// Why a text is not a telephone number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{given}\" is not a telephone number: write 5 to 15 digits, an extension after 转 or x")]
pub struct PhoneError {
    /// The text as given, cut to 40 characters.
    pub given: String,
}

/// Digits a number may have (ITU-T E.164 allows 15), and the short service numbers.
const DIGITS: std::ops::RangeInclusive<usize> = 5..=15;
const MAX_EXTENSION: usize = 6;

impl Phone {
    /// The stored spelling.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number as somebody sees it who may not see it whole: the first three and last two digits of a long number,
    /// the last two of a short one.
    pub fn masked(&self) -> String {
        let count = self.0.chars().count();
        let shown_ahead = if count >= 8 { 3 } else { 0 };
        self.0
            .chars()
            .enumerate()
            .map(|(index, c)| {
                if index < shown_ahead || index + 2 >= count {
                    c
                } else {
                    '*'
                }
            })
            .collect()
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Phone {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        read(text).map(Self).ok_or_else(|| PhoneError {
            given: text.chars().take(40).collect(),
        })
    }
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

fn read(text: &str) -> Option<String> {
    let text: String = text.trim().chars().map(half_width).collect();
    let (number, extension) = split_extension(&text);
    let (abroad, number) = match number
        .strip_prefix('+')
        .or_else(|| number.strip_prefix("00"))
    {
        Some(rest) => (true, rest),
        None => (false, number),
    };
    let digits = digits_of(number)?;
    let (abroad, digits) = match digits.strip_prefix("86") {
        Some(rest) if abroad => (false, rest.to_owned()),
        Some(rest) if digits.len() == 13 && rest.starts_with('1') => (false, rest.to_owned()),
        _ => (abroad, digits),
    };
    if !DIGITS.contains(&digits.len()) {
        return None;
    }
    let mark = if abroad { "+" } else { "" };
    match extension {
        None => Some(format!("{mark}{digits}")),
        Some(extension) => {
            let extension =
                digits_of(extension).filter(|e| (1..=MAX_EXTENSION).contains(&e.len()))?;
            Some(format!("{mark}{digits}-{extension}"))
        }
    }
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '＋' => '+',
        '－' | '—' | '–' => '-',
        '（' => '(',
        '）' => ')',
        '\u{3000}' => ' ',
        other => other,
    }
}

/// An extension follows a word, or a dash after a whole fixed-line number: `010-88886666-802`.
fn split_extension(text: &str) -> (&str, Option<&str>) {
    for mark in ["转", "ext.", "ext", "x", "X", "#"] {
        if let Some((number, extension)) = text.split_once(mark) {
            return (number, Some(extension));
        }
    }
    match text.rsplit_once('-') {
        Some((number, extension)) if digits_of(number).is_some_and(|d| d.len() >= 10) => {
            (number, Some(extension))
        }
        _ => (text, None),
    }
}

fn digits_of(text: &str) -> Option<String> {
    let mut digits = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            ' ' | '-' | '(' | ')' | '.' | '/' => {}
            _ => return None,
        }
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_spelling_however_it_was_typed() {
        let spellings = [
            ("138 0013 8000", "13800138000"),
            ("+86 138-0013-8000", "13800138000"),
            ("008613800138000", "13800138000"),
            ("8613800138000", "13800138000"),
            ("１３８００１３８０００", "13800138000"),
            ("(010) 8888 6666", "01088886666"),
            ("010-88886666-802", "01088886666-802"),
            ("010-88886666转802", "01088886666-802"),
            ("+1 415 555 0100", "+14155550100"),
            ("95598", "95598"),
            ("400-800-1234", "4008001234"),
        ];
        for (typed, stored) in spellings {
            assert_eq!(
                typed.parse::<Phone>().map(|phone| phone.0),
                Ok(stored.to_owned()),
                "{typed}"
            );
            assert_eq!(
                stored.parse::<Phone>().map(|phone| phone.0),
                Ok(stored.to_owned()),
                "{stored} again"
            );
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for bad in [
            "",
            "电话",
            "123",
            "1234567890123456",
            "138-0013-8000 张先生",
            "+",
            "88886666转",
        ] {
            assert!(bad.parse::<Phone>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_mask_shows_enough_to_recognise_and_no_more() {
        let masked = |text: &str| text.parse::<Phone>().expect("a number").masked();
        assert_eq!(masked("13800138000"), "138******00");
        assert_eq!(masked("95598"), "***98");
    }
}
