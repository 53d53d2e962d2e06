//! Names that people choose inside a plan: short, stable, safe in a URL and a file.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

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

#[cfg(test)]
mod tests {
    use super::*;

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
