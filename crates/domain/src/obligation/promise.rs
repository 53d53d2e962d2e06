//! What a plan promises in time, once everything it leaves open is answered.

use crate::access::Role;
use crate::case::pause::PauseReason;
use crate::plan::Strength;
use crate::slug::{CalendarName, ClauseId};
use crate::time::{DayEnd, Limit};

use super::cycle::Slot;
use super::row::Problem;

/// One promise in time that applies to a case as it is known now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TimePromise {
    /// The clause.
    pub clause: ClauseId,
    /// How strongly it binds.
    pub strength: Strength,
    /// What it runs between.
    pub slot: Slot,
    /// How long, or when.
    pub bound: Bounded,
    /// Which row of the clause's table gave the bound; `None` for the default.
    pub row: Option<u32>,
    /// Whose word the bound is.
    pub source: BoundSource,
    /// The calendar it is counted in.
    pub calendar: CalendarName,
    /// When a limit in days ends.
    pub day_end: DayEnd,
    /// The reasons that may pause it.
    pub pausable_by: Vec<PauseReason>,
    /// When to warn, and whom.
    pub marks: Vec<WarningMark>,
}

/// A share of the limit at which to warn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WarningMark {
    /// Percent of the limit used, from 1 to 100.
    pub percent: u8,
    /// The roles it is escalated to.
    pub escalate_to: Vec<Role>,
}

/// A bound with every question answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Bounded {
    /// At the latest so long after the start.
    Within {
        /// The hard limit.
        limit: Limit,
        /// What is aimed at.
        target: Option<Limit>,
    },
    /// At the time agreed, give or take.
    Appointment {
        /// Minutes early that are still in time.
        early_minutes: u32,
        /// Minutes late that are still in time.
        late_minutes: u32,
    },
    /// At the latest so long before the expected date of the end milestone.
    Before {
        /// How long before.
        limit: Limit,
    },
    /// Promised, without a time.
    Unbounded,
    /// Promised, but the time cannot be told.
    Unknown(Problem),
}

/// Whose word a bound is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BoundSource {
    /// The plan's.
    Plan,
    /// The agreement's own, in place of the plan's.
    Agreement,
}
