//! Recurring duties (定期): inspections, visits, calls, surveys.

use serde::{Deserialize, Serialize};

use crate::plan::Asked;
use crate::words::words;

/// Something done again and again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecurringDuty {
    /// What is done.
    pub what: DutyKind,
    /// How often.
    pub every: Every,
    /// From what the next one is counted.
    #[serde(default)]
    pub anchor: Anchor,
    /// While what lasts.
    #[serde(default)]
    pub during: During,
    /// How many days early is still in its window.
    #[serde(default = "no_days")]
    #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::AskedNumber))]
    pub early_days: Asked<u32>,
    /// How many days late is still in its window.
    #[serde(default = "no_days")]
    #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::AskedNumber))]
    pub late_days: Asked<u32>,
    /// What each one delivers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delivers: Vec<Deliverable>,
}

const fn no_days() -> Asked<u32> {
    Asked::Known(0)
}

/// A distance between two recurrences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Every {
    /// How many.
    #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::AskedCount))]
    pub count: Asked<u32>,
    /// Of what.
    pub unit: EveryUnit,
}

words! {
    /// What a recurrence is counted in.
    EveryUnit {
        /// Days.
        Days = "days",
        /// Weeks.
        Weeks = "weeks",
        /// Months.
        Months = "months",
    }
}

words! {
    /// What is done.
    DutyKind {
        /// Inspection (巡检).
        Inspection = "inspection",
        /// A visit whether or not anything was reported (走访).
        Visit = "visit",
        /// A follow-up call (回访).
        Call = "call",
        /// A survey of satisfaction.
        Survey = "survey",
        /// Preventive maintenance (保养).
        Maintenance = "maintenance",
        /// A hint on care: demisting, deodorising, cleaning.
        Hint = "hint",
        /// Analysis and advice.
        Advice = "advice",
        /// Training.
        Training = "training",
        /// A review of the plan or of the service itself.
        Review = "review",
    }
}

words! {
    /// From what the next recurrence is counted.
    #[derive(Default)]
    Anchor {
        /// The start, so that one late does not shift the rest.
        #[default]
        Start = "start",
        /// The day it was last done.
        LastDone = "last_done",
    }
}

words! {
    /// While what a duty recurs.
    #[derive(Default)]
    During {
        /// The warranty.
        Warranty = "warranty",
        /// The maintenance contract.
        Contract = "contract",
        /// Either.
        #[default]
        WarrantyOrContract = "warranty_or_contract",
        /// As long as the agreement exists.
        Always = "always",
    }
}

words! {
    /// What a duty delivers.
    Deliverable {
        /// A written report.
        Report = "report",
        /// An evaluation of how the unit runs.
        Evaluation = "evaluation",
        /// Advice.
        Advice = "advice",
        /// Hidden faults found.
        HiddenFaults = "hidden_faults",
        /// What the customer said.
        Feedback = "feedback",
    }
}
