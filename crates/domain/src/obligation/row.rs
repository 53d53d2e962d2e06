//! One row of the promise ledger.

use serde::{Deserialize, Serialize};

use crate::ids::EventId;
use crate::milestone::Milestone;
use crate::slug::ClauseId;
use crate::time::{Instant, Limit};
use crate::words::words;

/// One promise to one subject, as the facts known now leave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Obligation {
    /// The clause that governs.
    pub clause: ClauseId,
    /// Which occurrence of the clause for this subject, from 1.
    pub cycle: u32,
    /// Less strict clauses for the same milestones, kept in sight.
    pub also: Vec<ClauseId>,
    /// What starts it.
    pub from: Milestone,
    /// What ends it.
    pub to: Milestone,
    /// Where it stands.
    pub state: State,
    /// The limit in force.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    pub limit: Option<Limit>,
    /// Which row of the clause's table gave the limit, from 0; `None` for the default.
    pub row: Option<u32>,
    /// The fact that opened it.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    pub opened_by: Option<EventId>,
    /// When it started.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub started_at: Option<Instant>,
    /// What is aimed at.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub target_at: Option<Instant>,
    /// When it breaks; `None` while pending, or while a pause without an end keeps it open.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub due_at: Option<Instant>,
    /// The due time rests on a holiday table that is not published yet.
    pub provisional: bool,
    /// When warnings are given, in order.
    pub warnings: Vec<Warning>,
    /// The fact that ended it.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    pub ended_by: Option<EventId>,
    /// When it ended.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub ended_at: Option<Instant>,
    /// When the limit passed unmet. Once set, only a correction of the facts takes it away.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub broken_at: Option<Instant>,
    /// How late it was fulfilled, in milliseconds of natural time after the due time.
    pub late_ms: Option<i64>,
    /// The reason it was excused for.
    pub excuse: Option<String>,
    /// Whether the fact that ended it was entered late.
    pub late_entry: bool,
}

/// A moment at which somebody is warned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Warning {
    /// Percent of the limit used.
    pub percent: u8,
    /// When.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub at: Instant,
}

words! {
    /// Where an obligation stands.
    State {
        /// Its start milestone is not reached.
        Pending = "pending",
        /// Its clock runs.
        Running = "running",
        /// Its clock stands still.
        Paused = "paused",
        /// Ended in time.
        Kept = "kept",
        /// The limit passed and nothing ended it yet.
        Broken = "broken",
        /// Ended after the limit.
        FulfilledLate = "fulfilled_late",
        /// Broken, with a reason accepted.
        Excused = "excused",
        /// The case ended before it could be kept or broken.
        Cancelled = "cancelled",
    }
}

impl State {
    /// Whether nothing but a correction can change it any more.
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            Self::Kept | Self::FulfilledLate | Self::Excused | Self::Cancelled
        )
    }
}
