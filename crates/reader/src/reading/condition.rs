//! Under which circumstances a promise holds.

use serde::Serialize;

/// The condition of a clause: each dimension blank unless the text names it. Values are as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(
    missing_docs,
    reason = "each dimension is named by the domain's decision table"
)]
pub struct Condition {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault_level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report_hours: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warranty: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// A circumstance outside the dimensions above, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
}

impl Condition {
    /// Whether nothing is required.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// The dimensions in the order of the decision table.
    pub fn dimensions(&self) -> [&Option<String>; 8] {
        [
            &self.fault_level, &self.service_level, &self.region, &self.report_hours,
            &self.warranty, &self.channel, &self.question, &self.other,
        ]
    }

    /// Whether some case could meet both conditions: no dimension asks for two different values.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.dimensions()
            .iter()
            .zip(other.dimensions())
            .all(|(mine, theirs)| match (mine, theirs) {
                (Some(mine), Some(theirs)) => mine == theirs,
                _ => true,
            })
    }

    /// Whether both name the same values in the same dimensions.
    pub fn same(&self, other: &Self) -> bool {
        self == other
    }
}
