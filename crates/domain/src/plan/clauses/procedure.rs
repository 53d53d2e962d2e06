//! Procedures (流程): ordered steps with an owner.

use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::milestone::Milestone;
use crate::slug::ItemId;

/// Steps in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// The steps, the first first.
    #[cfg_attr(feature = "schema", schema(min_items = 1))]
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ProcedureStep))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Stable across versions.
    pub id: ItemId,
    /// What is done.
    pub text: String,
    /// Who does it.
    pub owner: Role,
    /// The milestone that shows it is done, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_by: Option<Milestone>,
}
