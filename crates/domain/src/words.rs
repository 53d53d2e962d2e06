//! Closed vocabularies: an enum whose values have one spelling on the wire, in files and in the database.

/// Declares an enum of unit variants with its `snake_case` words, in the order they are shown.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:tt,)* }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        $(#[$doc])*
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every value, in the order it is shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word of this value on the wire, in files and in the database.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::words::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text)
                    .ok_or_else(|| $crate::words::UnknownWord::new(text, Self::ALL.iter().map(|v| v.as_str())))
            }
        }
    };
}
pub(crate) use words;

/// A word outside its vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{given}\" is not known here; write one of: {allowed}")]
pub struct UnknownWord {
    /// The word as it was given, cut to 64 characters.
    pub given: String,
    /// The words that are known, separated by commas.
    pub allowed: String,
}

impl UnknownWord {
    pub(crate) fn new<'a>(given: &str, allowed: impl Iterator<Item = &'a str>) -> Self {
        Self {
            given: given.chars().take(64).collect(),
            allowed: allowed.collect::<Vec<_>>().join(", "),
        }
    }
}
