//! What every view of a thing carries.

use serde::Serialize;
use utoipa::ToSchema;

use crate::error::Error;
use crate::language::Language;

/// Something the caller could do with a thing now, or why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ActionView {
    /// The verb, as in the path of the endpoint.
    pub name: &'static str,
    pub allowed: bool,
    /// Why it is not allowed, in the caller's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Turns the outcome of each verb's own check into what the caller sees.
pub fn actions(
    language: Language,
    checks: impl IntoIterator<Item = (&'static str, Result<(), Error>)>,
) -> Vec<ActionView> {
    checks
        .into_iter()
        .map(|(name, check)| ActionView {
            name,
            allowed: check.is_ok(),
            because: check.err().map(|error| error.text.say(language)),
        })
        .collect()
}
