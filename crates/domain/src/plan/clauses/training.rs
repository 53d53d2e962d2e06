//! Training (培训): for whom, of what, to what outcome.

use serde::{Deserialize, Serialize};

use crate::milestone::Milestone;

/// A promise to train somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// Who is trained.
    pub audience: String,
    /// In what.
    #[cfg_attr(feature = "schema", schema(min_items = 1))]
    pub content: Vec<String>,
    /// What they can do afterwards: "operates alone".
    pub outcome: String,
    /// Before what it is done, if that is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Milestone>,
}
