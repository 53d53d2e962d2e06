//! What actions are judged by: the status, and what the plan says about it.

use std::collections::BTreeSet;

use super::action::Action;
use super::closing::LeftUndone;
use super::event::CaseEvent;
use super::obstacle::Obstacle;
use super::pause::PauseReason;
use super::status::{Phase, Status};
use crate::milestone::Milestone;
use crate::obligation::{self, Calendars, History, Obligation, State};
use crate::plan::{EffectivePlan, Promise, Strength};
use crate::time::Instant;

/// A case as its actions see it.
#[derive(Debug, Clone)]
pub struct Situation {
    /// Where it stands.
    pub status: Status,
    /// What is owed.
    pub obligations: Vec<Obligation>,
    /// The reasons for which the plan lets some clock of this case pause.
    pub pausable: BTreeSet<PauseReason>,
    /// What closing would leave undone besides promises.
    pub left_undone: LeftUndone,
    /// Whether the plan can grade a fault at all.
    pub has_levels: bool,
}

impl Situation {
    /// Reads a case under its plan.
    pub fn read(
        plan: &EffectivePlan,
        calendars: &Calendars,
        facts: &[CaseEvent],
        now: Instant,
    ) -> Self {
        let history = History::read(facts);
        let context = obligation::context(&history, plan.zone());
        let limits = plan
            .clauses(&context)
            .filter_map(|clause| match &clause.promise {
                Promise::TimeLimit(limit) => Some(limit),
                _ => None,
            });
        Self {
            status: Status::of(&history),
            obligations: obligation::obligations(plan, calendars, facts, now),
            pausable: limits
                .flat_map(|limit| limit.pausable_by.iter().copied())
                .collect(),
            left_undone: LeftUndone::of(&history),
            has_levels: !plan.plan().severities.is_empty(),
        }
    }

    /// Everything that speaks against an action now, whatever its particulars. Nothing means that it may be taken.
    pub fn obstacles(&self, action: Action) -> Vec<Obstacle> {
        let of_phase = self.phase_obstacle(action);
        of_phase
            .into_iter()
            .chain(self.own_obstacle(action))
            .collect()
    }

    /// The promises that closing at an instant would end neither kept nor broken. One that broke by now counts among them
    /// where the closing is dated back before it broke.
    pub fn given_up_by_closing(&self, at: Instant) -> impl Iterator<Item = &Obligation> {
        self.obligations.iter().filter(move |row| {
            row.is_open()
                && row.strength == Strength::Must
                && row.due_at.is_none_or(|due| due >= at)
                && row.to != Milestone::Closed
                && !row.to.outlives_closing()
        })
    }

    fn phase_obstacle(&self, action: Action) -> Option<Obstacle> {
        let phase = self.status.phase;
        let ended = Some(Obstacle::Ended { phase });
        match when(action) {
            When::Open if !phase.is_open() => ended,
            When::Always if phase == Phase::Merged => ended,
            When::Ended if phase.is_open() => Some(Obstacle::StillOpen),
            When::Ended if phase == Phase::Merged => ended,
            _ => None,
        }
    }

    /// What must come before this action, and what it cannot be repeated after.
    fn own_obstacle(&self, action: Action) -> Option<Obstacle> {
        use Milestone as M;
        let needs = |any_of: &[Milestone]| {
            let reached = any_of.iter().any(|milestone| self.status.has(*milestone));
            (!reached).then(|| Obstacle::NotReached {
                any_of: any_of.to_vec(),
            })
        };
        let unless = |fine: bool, obstacle: Obstacle| (!fine).then_some(obstacle);
        match action {
            Action::Acknowledge => unless(
                !self.status.has(M::Acknowledged),
                Obstacle::AlreadyReached {
                    milestone: M::Acknowledged,
                },
            ),
            Action::Grade => unless(self.has_levels, Obstacle::NoGrading),
            Action::Dispatch | Action::CheckIn => needs(&[M::CrewAssigned]),
            Action::AcceptQuote => needs(&[M::QuoteSent]),
            Action::OrderPart => needs(&[M::PartNeeded, M::SpareDemanded]),
            Action::ReceivePart => needs(&[M::PartOrdered]),
            Action::ReceiveSupplier => needs(&[M::SupplierNotified]),
            Action::Sign => needs(&[M::Restored, M::Repaired]),
            Action::CallBack | Action::Rate => {
                needs(&[M::Answered, M::Restored, M::Repaired, M::Closed])
            }
            Action::AnswerComplaint | Action::SettleComplaint => {
                unless(self.status.has_open_complaint, Obstacle::NoComplaint)
            }
            Action::Pause => unless(!self.pausable.is_empty(), Obstacle::NothingPausable),
            Action::Resume => unless(!self.status.paused_for.is_empty(), Obstacle::NotPaused),
            Action::Excuse => {
                let broken =
                    |row: &Obligation| matches!(row.state, State::Broken | State::FulfilledLate);
                unless(self.obligations.iter().any(broken), Obstacle::NothingBroken)
            }
            _ => None,
        }
    }
}

/// In which phases an action makes sense.
enum When {
    /// While the case is open.
    Open,
    /// Also after it ended, unless it goes on as another one.
    Always,
    /// Only after it ended.
    Ended,
}

const fn when(action: Action) -> When {
    match action {
        Action::Reopen => When::Ended,
        Action::CallBack
        | Action::Rate
        | Action::ReceiveComplaint
        | Action::AnswerComplaint
        | Action::SettleComplaint
        | Action::DeliverReport
        | Action::HandOver
        | Action::SignDocument
        | Action::Excuse
        | Action::CorrectTime
        | Action::Withdraw => When::Always,
        _ => When::Open,
    }
}
