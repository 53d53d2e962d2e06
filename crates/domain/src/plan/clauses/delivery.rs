//! Delivery (配送): how goods reach the customer.

use serde::{Deserialize, Serialize};

use crate::plan::Asked;
use crate::slug::ItemId;

/// How goods are delivered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// How many minutes ahead the receiver is told; left out when no notice is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::plan::asked::AskedNumber>))]
    pub notice_minutes: Option<Asked<u32>>,
    /// What the receiver and the crew do, in order: counted, checked, signed.
    #[cfg_attr(feature = "schema", schema(min_items = 1))]
    pub steps: Vec<DeliveryStep>,
    /// What is held ready for it: vehicles, drivers, escorts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Resource>,
}

/// One step of a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DeliveryStep {
    /// Stable across versions.
    pub id: ItemId,
    /// What is done.
    pub text: String,
}

/// Something held ready.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// What.
    pub name: String,
    /// How many.
    #[cfg_attr(feature = "schema", schema(minimum = 1))]
    pub count: u32,
}
