//! What-if (试算): recorded facts under another plan, by the engine that runs live cases. Nothing is changed by it.

mod rounds;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::case::event::{CaseEvent, Fact};
use crate::milestone::Milestone;
use crate::money::Fen;
use crate::obligation::{Calendars, Obligation, State, obligations};
use crate::plan::EffectivePlan;
use crate::remedy;
use crate::slug::ClauseId;
use crate::time::Instant;

pub use rounds::rounds;

/// How promises came out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(as = WhatIfOutcomes))]
pub struct Outcomes {
    /// Ended in time.
    pub kept: u32,
    /// Met outside the limit, or not met at all.
    pub broken: u32,
    /// Broken, with a reason accepted.
    pub excused: u32,
    /// Still running, or given up with the case.
    pub undecided: u32,
}

impl Outcomes {
    /// Counts one row; a promise that has not begun counts nothing.
    pub const fn count(&mut self, state: State) {
        match state {
            State::Kept => self.kept += 1,
            State::Broken | State::FulfilledLate => self.broken += 1,
            State::Excused => self.excused += 1,
            State::Running | State::Paused | State::Cancelled => self.undecided += 1,
            State::Pending => {}
        }
    }
}

/// What a set of cases gives under a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// All promises.
    pub all: Outcomes,
    /// By the clause that governed.
    pub by_clause: BTreeMap<ClauseId, Outcomes>,
    /// Promised arrivals that nobody made.
    pub visits_owed: u32,
    /// Compensation that is owed for what was broken.
    pub compensation: Fen,
}

impl Tally {
    /// Adds the promises of one case.
    pub fn add(&mut self, rows: &[Obligation]) {
        for row in rows {
            self.all.count(row.state);
            self.by_clause
                .entry(row.clause.clone())
                .or_default()
                .count(row.state);
        }
    }

    /// Adds one case under `plan` as it stands at `now`.
    pub fn add_case(
        &mut self,
        plan: &EffectivePlan,
        calendars: &Calendars,
        facts: &[CaseEvent],
        now: Instant,
    ) {
        let rows = obligations(plan, calendars, facts, now);
        self.visits_owed += visits_owed(&rows);
        let owed = remedy::sum(&remedy::owed(plan, facts, &rows, now));
        self.compensation = Fen(self.compensation.0.saturating_add(owed.0));
        self.add(&rows);
    }
}

/// Arrivals a plan promises on a case and that did not happen: each is one visit more than was made. Two clauses for
/// the same arrival are one visit.
fn visits_owed(rows: &[Obligation]) -> u32 {
    let owed = rows.iter().any(|row| {
        row.to == Milestone::OnSite
            && row.ended_at.is_none()
            && matches!(row.state, State::Broken | State::Running | State::Paused)
    });
    u32::from(owed)
}

/// The fault levels the facts were graded with; levels the plan does not know match none of its rows.
pub fn levels(facts: &[CaseEvent]) -> impl Iterator<Item = &crate::slug::SeverityId> {
    facts.iter().filter_map(|event| match &event.fact {
        Fact::Graded { severity, .. } => Some(severity),
        _ => None,
    })
}
