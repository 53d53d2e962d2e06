//! Time limits (时限): from one milestone to another within a limit, by a decision table.

use serde::{Deserialize, Serialize};

use crate::case::pause::PauseReason;

use crate::milestone::Milestone;
use crate::plan::{Asked, Condition};
use crate::slug::CalendarName;
use crate::time::{DayEnd, Limit};

/// Something must happen within a limit after, around or before something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TimeLimit {
    /// What starts the clock.
    pub from: Milestone,
    /// What ends it.
    pub to: Milestone,
    /// The limit by fault level, service level, region and so on; the most specific row wins, then the first.
    #[serde(default)]
    pub rows: Vec<Row>,
    /// What holds when no row does. Always declared, so that a forgotten cell cannot go unnoticed.
    pub otherwise: Otherwise,
    /// The calendar working time is counted in; the plan's own when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarName>,
    /// When a limit in days ends.
    #[serde(default)]
    pub day_end: DayEnd,
    /// The reasons that may pause this clock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pausable_by: Vec<PauseReason>,
    /// Percent of the time used at which to warn; the plan's own marks when left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warn_at_percent: Vec<u8>,
}

/// One row of the decision table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// When this row applies; never blank.
    pub when: Condition,
    /// What holds then.
    pub bound: Bound,
}

/// What holds when no row of the table does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Otherwise {
    /// Nothing is promised.
    NoPromise,
    /// This bound.
    Bound(Bound),
}

/// How the end milestone lies to the start milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Bound {
    /// At the latest so long after the start.
    Within {
        /// The hard limit: later is a breach.
        #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::AskedLimit))]
        limit: Asked<Limit>,
        /// What is aimed at; "48~72 h" has the target 48 h and the limit 72 h.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schema(value_type = Option<crate::plan::asked::AskedLimit>))]
        target: Option<Asked<Limit>>,
    },
    /// At the time agreed with the customer, give or take.
    Appointment {
        /// How many minutes early is still in time.
        #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::AskedNumber))]
        early_minutes: Asked<u32>,
        /// How many minutes late is still in time.
        #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::AskedNumber))]
        late_minutes: Asked<u32>,
    },
    /// At the latest so long before the end milestone's announced date: three months before end of production.
    Before {
        /// How long before.
        #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::AskedLimit))]
        limit: Asked<Limit>,
    },
}
