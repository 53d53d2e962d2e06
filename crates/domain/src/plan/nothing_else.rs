use serde::{Deserialize, Deserializer};

/// What a variant without fields of a tagged enum may hold beside its tag. By itself such a variant passes over whatever else stands there,
/// even where its enum refuses unknown fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

/// Reads a variant without fields: any field beside the tag is refused by name.
pub(crate) fn nothing_else<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    Nothing::deserialize(deserializer).map(|Nothing {}| ())
}
