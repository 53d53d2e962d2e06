//! Names that people choose inside a plan: short, stable, safe in a URL and a file.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

use crate::hex::hex;

/// The longest name, in characters.
pub const MAX_LENGTH: usize = 64;

/// Why a text is not a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{given}\" is not a name; write 1 to 64 lower-case letters, digits and hyphens, starting with a letter or digit"
)]
pub struct SlugError {
    /// The text as it was given, cut to 64 characters.
    pub given: String,
}

fn check(text: &str) -> Result<(), SlugError> {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if (1..=MAX_LENGTH).contains(&text.len()) && text.chars().all(good) && !text.starts_with('-') {
        Ok(())
    } else {
        Err(SlugError {
            given: text.chars().take(MAX_LENGTH).collect(),
        })
    }
}

macro_rules! slugs {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String, pattern = "^[a-z0-9][a-z0-9-]{0,63}$"))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The name as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = SlugError;

            fn from_str(text: &str) -> Result<Self, SlugError> {
                check(text).map(|()| Self(text.to_owned()))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

slugs! {
    /// A clause within a plan; the same in every version of the plan.
    ClauseId;
    /// A question the plan leaves open until it is applied.
    ParameterId;
    /// A fault level: `level-1`.
    SeverityId;
    /// A service level the customer bought: `a`.
    ServiceLevelId;
    /// A region or distance band a limit depends on: `beijing`.
    RegionKey;
    /// A kind of question: `ordinary`, `complex`.
    QuestionType;
    /// A class of components with a term of its own: `bulb`, `compressor`.
    ComponentClass;
    /// A question asked when a fault is graded.
    GradingQuestionId;
    /// A calendar by name: `cn-office`, `always`, or one the company keeps.
    CalendarName;
    /// One entry of a checklist, a procedure or a list of required fields.
    ItemId;
    /// A product family listed by law: `washing-machine`.
    LegalProduct;
}

/// The calendar that is built in and never closes.
const ALWAYS: &str = "always";
/// The calendar that is built in and keeps office hours.
const OFFICE: &str = "cn-office";

impl CalendarName {
    /// The calendar that is built in and never closes: 7×24.
    pub fn always() -> Self {
        Self(ALWAYS.to_owned())
    }

    /// The calendar that is built in and keeps the office hours of China.
    pub fn office() -> Self {
        Self(OFFICE.to_owned())
    }

    /// Whether it is the one that never closes.
    pub fn never_closes(&self) -> bool {
        self.0 == ALWAYS
    }
}

/// What the name of a class begins with that is spelled from a word.
const SPELLED: &str = "part-";
/// Digits that spell one letter.
const DIGITS: usize = 4;

impl ComponentClass {
    /// A class for a word of any script, the same in every plan: each letter as four hexadecimal digits. Only the first
    /// letters of a long word tell; `None` for a word without letters.
    pub fn spelling(word: &str) -> Option<Self> {
        const LETTERS: usize = (MAX_LENGTH - SPELLED.len()) / DIGITS;
        let letters: Vec<u8> = word
            .chars()
            .filter_map(|letter| u16::try_from(u32::from(letter)).ok())
            .take(LETTERS)
            .flat_map(u16::to_be_bytes)
            .collect();
        format!("{SPELLED}{}", hex(&letters))
            .parse()
            .ok()
            .filter(|_| !letters.is_empty())
    }

    /// The word it spells, if it spells one.
    pub fn spelled(&self) -> Option<String> {
        let digits = self.0.strip_prefix(SPELLED)?;
        let is_spelling = !digits.is_empty()
            && digits.len().is_multiple_of(DIGITS)
            && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        if !is_spelling {
            return None;
        }
        (0..digits.len())
            .step_by(DIGITS)
            .map(|at| {
                let letter = u32::from_str_radix(&digits[at..at + DIGITS], 16).ok()?;
                char::from_u32(letter).filter(|letter| !letter.is_control())
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_spells_its_word_and_tells_it_again() {
        let long = "螺杆转子组件与主机头总成及附件包";
        for (word, told) in [
            ("主机头", "主机头"),
            ("PLC 主板", "PLC 主板"),
            (long, "螺杆转子组件与主机头总成及附"),
        ] {
            let class = ComponentClass::spelling(word).expect("a word has letters");
            assert_eq!(class.spelled().as_deref(), Some(told), "{class}");
        }
        assert_eq!(ComponentClass::spelling(""), None);
        for other in [
            "part-1",
            "part-0",
            "part-4e3b6",
            "part-plc1",
            "bulb",
            "part-0007",
        ] {
            let class: ComponentClass = other.parse().expect("a name");
            assert_eq!(class.spelled(), None, "{other}");
        }
    }

    #[test]
    fn a_name_is_short_lower_case_and_plain() {
        for good in ["a", "level-1", "7x24"] {
            assert!(good.parse::<ClauseId>().is_ok(), "{good}");
        }
        let long = "a".repeat(65);
        for bad in ["", "-a", "A", "a b", "响应", "a_b", &long] {
            assert!(bad.parse::<ClauseId>().is_err(), "{bad}");
        }
    }
}
