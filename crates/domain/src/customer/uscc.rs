//! The unified social credit code of an organisation (统一社会信用代码, GB 32100-2015).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

/// Eighteen characters, the last one a check character over the others. It is also the taxpayer's number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String))]
#[serde(transparent)]
pub struct Uscc(String);

/// Why a text is not such a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UsccError {
    /// Not eighteen characters of the code's alphabet.
    #[error(
        "a unified social credit code has 18 digits and capital letters without I, O, S, V and Z"
    )]
    Form,
    /// The last character does not fit the others.
    #[error("the last character does not fit the others: look for a typing mistake")]
    Check,
}

/// The alphabet of the code: a character's place is its value.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH: usize = 18;
/// The modulus of the check, one more than the largest value.
const MODULUS: usize = 31;

impl Uscc {
    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Uscc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Uscc {
    type Err = UsccError;

    fn from_str(text: &str) -> Result<Self, UsccError> {
        let code = text.trim().to_ascii_uppercase();
        let values: Option<Vec<usize>> = code.chars().map(|c| ALPHABET.find(c)).collect();
        let values = values
            .filter(|values| values.len() == LENGTH)
            .ok_or(UsccError::Form)?;
        let (check, body) = values.split_last().ok_or(UsccError::Form)?;
        if *check == check_value(body) {
            Ok(Self(code))
        } else {
            Err(UsccError::Check)
        }
    }
}

/// The weights are the powers of 3 modulo 31.
fn check_value(body: &[usize]) -> usize {
    let (sum, _) = body.iter().fold((0, 1), |(sum, weight), value| {
        (sum + value * weight, weight * 3 % MODULUS)
    });
    (MODULUS - sum % MODULUS) % MODULUS
}

impl<'de> Deserialize<'de> for Uscc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_with_its_check_character_is_taken() {
        let body: Vec<usize> = "91350100M000100Y4"
            .chars()
            .filter_map(|c| ALPHABET.find(c))
            .collect();
        let check = ALPHABET
            .chars()
            .nth(check_value(&body))
            .expect("a value below 31");
        assert_eq!(check, '3');
        assert_eq!(
            "91350100m000100y43".parse::<Uscc>().map(|code| code.0),
            Ok("91350100M000100Y43".to_owned())
        );
    }

    #[test]
    fn one_wrong_character_is_noticed() {
        let good = "91350100M000100Y43";
        for index in 0..LENGTH {
            let wrong: String = good
                .chars()
                .enumerate()
                .map(|(i, c)| {
                    if i == index {
                        if c == '7' { '8' } else { '7' }
                    } else {
                        c
                    }
                })
                .collect();
            assert_eq!(wrong.parse::<Uscc>(), Err(UsccError::Check), "{wrong}");
        }
        assert_eq!("9135".parse::<Uscc>(), Err(UsccError::Form));
        assert_eq!("91350100M000100YO3".parse::<Uscc>(), Err(UsccError::Form));
    }
}
