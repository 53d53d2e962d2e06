use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer};

/// Written for what belongs to none; no key and no id is written so.
const NONE: &str = "-";

/// What promises are narrowed to: those that belong to one thing, or those that belong to none of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only<T> {
    /// Those without any: no region, no owner, no level. Written `-`.
    Without,
    Of(T),
}

impl<T: fmt::Display> fmt::Display for Only<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Without => f.write_str(NONE),
            Self::Of(one) => one.fmt(f),
        }
    }
}

impl<T: FromStr> FromStr for Only<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        match text {
            NONE => Ok(Self::Without),
            one => one.parse().map(Self::Of),
        }
    }
}

impl<'de, T: FromStr<Err: fmt::Display>> Deserialize<'de> for Only<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The key that narrows to a group: its own, or the one of those without any.
pub fn key_of(stored: &str) -> &str {
    if stored.is_empty() { NONE } else { stored }
}

#[cfg(test)]
mod tests {
    use domain::slug::RegionKey;

    use super::{Only, key_of};

    #[test]
    fn a_key_called_none_is_a_key_and_the_sign_for_none_is_no_key() {
        let read = |text: &str| text.parse::<Only<RegionKey>>();
        assert_eq!(read("none"), Ok(Only::Of("none".parse().unwrap())));
        assert_eq!(read(key_of("")), Ok(Only::Without));
        assert_eq!(Only::<RegionKey>::Without.to_string(), key_of(""));
        assert!("-".parse::<RegionKey>().is_err() && read("").is_err());
    }
}
