//! The languages people are spoken to in.

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Language {
    /// Simplified Chinese, the default.
    #[default]
    #[serde(rename = "zh")]
    Chinese,
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The word on the wire and in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Chinese => "zh",
            Self::English => "en",
        }
    }

    /// What is said in it, of the same in Chinese and in English.
    pub fn choose<T>(self, chinese: T, english: T) -> T {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }

    /// The first language of an `Accept-Language` header that is spoken here, weights ignored.
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').take(16).find_map(|part| {
            match part.trim().get(..2)?.to_ascii_lowercase().as_str() {
                "zh" => Some(Self::Chinese),
                "en" => Some(Self::English),
                _ => None,
            }
        })
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Language {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        match text {
            "zh" => Ok(Self::Chinese),
            "en" => Ok(Self::English),
            _ => Err(format!(
                "\"{text}\" is no language of the interface; write zh or en"
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn the_first_language_that_is_spoken_here_counts() {
        assert_eq!(
            Language::accepted("fr-FR, en;q=0.8, zh;q=0.5"),
            Some(Language::English)
        );
        assert_eq!(
            Language::accepted("zh-CN,zh;q=0.9"),
            Some(Language::Chinese)
        );
        assert_eq!(Language::accepted("é"), None);
        assert_eq!(Language::accepted(""), None);
    }
}
