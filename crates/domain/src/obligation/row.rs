//! One row of the promise ledger.

use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::ids::EventId;
use crate::milestone::Milestone;
use crate::plan::Strength;
use crate::plan::clauses::document::DocumentKind;
use crate::slug::{CalendarName, ClauseId, ParameterId};
use crate::time::{Instant, Limit};
use crate::words::words;

/// One promise to one subject, as the facts known now leave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Obligation {
    /// The clause that governs.
    pub clause: ClauseId,
    /// Which occurrence of the promise for this subject, from 1.
    pub cycle: u32,
    /// Less strict clauses for the same milestones, kept in sight.
    pub also: Vec<ClauseId>,
    /// How strongly the clause binds; what only may be done never breaks.
    pub strength: Strength,
    /// What starts it.
    pub from: Milestone,
    /// What ends it.
    pub to: Milestone,
    /// The document that ends it, where a document is promised.
    pub document: Option<DocumentKind>,
    /// Where it stands.
    pub state: State,
    /// The limit in force; none at an appointment, or where no time was promised.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    pub limit: Option<Limit>,
    /// Which row of the clause's table gave the limit, from 0; `None` for the default.
    pub row: Option<u32>,
    /// The calendar it is counted in.
    pub calendar: CalendarName,
    /// The fact that opened it.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    pub opened_by: Option<EventId>,
    /// When it started.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub started_at: Option<Instant>,
    /// At an appointment: the earliest moment that is still in time.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub not_before: Option<Instant>,
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
    /// How late it was fulfilled, in milliseconds of natural time after the due time; negative when an appointment was
    /// met too early.
    pub late_ms: Option<i64>,
    /// The reason it was excused for.
    pub excuse: Option<String>,
    /// Why it was not owed, as said when the case was closed before it could be kept or broken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_owed: Option<String>,
    /// Whether the fact that ended it was entered later than it happened.
    pub late_entry: bool,
    /// Why no due time can be told, if none can.
    pub problem: Option<Problem>,
}

impl Obligation {
    /// Whether its clock still runs or stands: neither ended nor given up.
    pub const fn is_open(&self) -> bool {
        self.ended_at.is_none()
            && matches!(self.state, State::Running | State::Paused | State::Broken)
    }

    /// Whether it broke a limit that a clause states, and nobody excused it.
    pub fn breaks(&self, limit: &ClauseId) -> bool {
        self.broken_at.is_some()
            && self.excuse.is_none()
            && (self.clause == *limit || self.also.contains(limit))
    }

    /// How late it is at an instant, in milliseconds of natural time: what is broken grows later until it is given up, and
    /// what is excused is not late.
    pub fn late_ms_at(&self, now: Instant) -> Option<i64> {
        match self.state {
            State::Excused => None,
            State::Broken => {
                let until = self.ended_at.unwrap_or(now);
                let due = self.due_at?;
                Some(until.as_millisecond() - due.as_millisecond())
            }
            _ => self.late_ms,
        }
    }

    /// The next moment at which something about it must be told: a warning, or the due time.
    pub fn next_mark_after(&self, now: Instant) -> Option<Instant> {
        if !matches!(self.state, State::Running | State::Paused) {
            return None;
        }
        let marks = self.warnings.iter().map(|warning| warning.at);
        marks.chain(self.due_at).filter(|at| *at > now).min()
    }
}

/// A moment at which somebody is warned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Warning {
    /// Percent of the limit used; 100 is the due time itself.
    pub percent: u8,
    /// When.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub at: Instant,
    /// The roles it is escalated to, besides the owner of the case.
    pub escalate_to: Vec<Role>,
}

/// Why no due time can be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ClockProblem))]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    /// The agreement does not answer a question of the plan.
    NotAnswered {
        /// The parameter.
        parameter: ParameterId,
    },
    /// A calendar the plan names is not kept here.
    CalendarMissing {
        /// Its name.
        calendar: CalendarName,
    },
    /// The calendar is not open long enough before the end of the time it is computed for.
    BeyondHorizon,
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
        /// Ended outside its limit: after it, or before the window of an appointment opened.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> Instant {
        text.parse().expect("an instant")
    }

    #[test]
    fn what_is_broken_grows_later_until_it_is_given_up_and_what_is_excused_is_not_late() {
        let mut row: Obligation = serde_json::from_value(serde_json::json!({
            "clause": "arrive", "cycle": 1, "also": [], "strength": "must", "from": "reported", "to": "on_site", "state": "broken",
            "calendar": "always", "provisional": false, "warnings": [], "due_at": "2026-11-22T08:00:00Z", "late_entry": false
        }))
        .expect("an obligation");
        let now = instant("2026-11-22T09:30:00Z");
        assert_eq!(row.late_ms_at(now), Some(90 * 60_000));
        row.ended_at = Some(instant("2026-11-22T08:10:00Z"));
        assert_eq!(row.late_ms_at(now), Some(10 * 60_000));
        row.state = State::FulfilledLate;
        row.late_ms = Some(600_000);
        assert_eq!(row.late_ms_at(now), Some(600_000));
        row.state = State::Excused;
        assert_eq!(row.late_ms_at(now), None);
    }
}
