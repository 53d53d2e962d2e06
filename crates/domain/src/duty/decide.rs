//! The decision about one command on a duty.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::event::{DutyEvent, DutyFact, Known};
use crate::case::event::Evidence;
use crate::ids::EventId;
use crate::obligation::Obligation;
use crate::plan::clauses::duty::{Deliverable, RecurringDuty};
use crate::plan::{EffectivePlan, Promise};
use crate::slug::ClauseId;
use crate::time::Instant;
use crate::words::words;

/// What somebody says about an occurrence of a duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DutyCommand {
    /// The clause that promises the duty.
    pub clause: ClauseId,
    /// Which occurrence, from 1.
    pub cycle: u32,
    /// What is said.
    #[serde(rename = "do")]
    pub what: DutyWhat,
    /// When it truly happened; now when left out.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub at: Option<Instant>,
    /// What it delivered.
    #[serde(default)]
    pub delivers: BTreeSet<Deliverable>,
    /// What proves it.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// What was found or done; the reason of an excuse or withdrawal.
    pub note: String,
    /// The fact that never happened, for a withdrawal.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    pub event: Option<EventId>,
}

words! {
    /// What is said about an occurrence.
    DutyWhat {
        /// A part of it was done.
        PartlyDone = "partly_done",
        /// It was done.
        Done = "done",
        /// A missed one is excused.
        Excuse = "excuse",
        /// An earlier fact never happened.
        Withdraw = "withdraw",
    }
}

words! {
    /// What stands in the way.
    DutyObstacle {
        /// There is no such occurrence.
        Unknown = "unknown",
        /// It lies in the future.
        InFuture = "in_future",
        /// Words are needed.
        WordsMissing = "words_missing",
        /// Something it must deliver is missing.
        DeliverableMissing = "deliverable_missing",
        /// It is done already.
        DoneAlready = "done_already",
        /// It is not broken, so there is nothing to excuse.
        NotBroken = "not_broken",
        /// There is no such fact to withdraw.
        UnknownFact = "unknown_fact",
    }
}

/// What a command comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DutyDecision {
    /// One new fact.
    Fact {
        /// When it truly happened.
        at: Instant,
        /// What happened.
        fact: DutyFact,
    },
    /// The facts say so already.
    Unchanged,
}

/// Decides a command on rows computed from `facts`. The same command again is [`DutyDecision::Unchanged`].
pub fn decide(
    plan: &EffectivePlan,
    rows: &[Obligation],
    facts: &[DutyEvent],
    command: &DutyCommand,
    now: Instant,
) -> Result<DutyDecision, DutyObstacle> {
    let is_named = |row: &&Obligation| row.clause == command.clause && row.cycle == command.cycle;
    let row = rows.iter().find(is_named).ok_or(DutyObstacle::Unknown)?;
    let at = command.at.unwrap_or(now);
    let standing = Known::read(facts);
    let known = standing.of(&command.clause, command.cycle);
    let fact = fact(command)?;
    let last = known.last();
    let same_time = |event: &&DutyEvent| command.at.is_none_or(|at| at == event.at);
    if last.is_some_and(|event| event.fact == fact && same_time(event)) {
        return Ok(DutyDecision::Unchanged);
    }
    if at > now {
        return Err(DutyObstacle::InFuture);
    }
    if command.note.trim().is_empty() {
        return Err(DutyObstacle::WordsMissing);
    }
    match &fact {
        DutyFact::Done { .. } | DutyFact::PartlyDone { .. } if row.ended_by.is_some() => {
            return Err(DutyObstacle::DoneAlready);
        }
        DutyFact::Done { delivers, .. } if !is_whole(plan, command, known, delivers) => {
            return Err(DutyObstacle::DeliverableMissing);
        }
        DutyFact::Excused { .. } if row.broken_at.is_none() => {
            return Err(DutyObstacle::NotBroken);
        }
        DutyFact::Withdrawn { event, .. } if !known.iter().any(|one| one.id == *event) => {
            return Err(DutyObstacle::UnknownFact);
        }
        _ => {}
    }
    Ok(DutyDecision::Fact { at, fact })
}

fn fact(command: &DutyCommand) -> Result<DutyFact, DutyObstacle> {
    let note = command.note.trim().to_owned();
    let (delivers, evidence) = (command.delivers.clone(), command.evidence.clone());
    Ok(match command.what {
        DutyWhat::PartlyDone => DutyFact::PartlyDone {
            delivers,
            evidence,
            note,
        },
        DutyWhat::Done => DutyFact::Done {
            delivers,
            evidence,
            note,
        },
        DutyWhat::Excuse => DutyFact::Excused { reason: note },
        DutyWhat::Withdraw => DutyFact::Withdrawn {
            event: command.event.ok_or(DutyObstacle::UnknownFact)?,
            reason: note,
        },
    })
}

/// Whether everything the duty must deliver is there, with what earlier parts delivered.
fn is_whole(
    plan: &EffectivePlan,
    command: &DutyCommand,
    known: &[&DutyEvent],
    delivers: &BTreeSet<Deliverable>,
) -> bool {
    let owed = match plan.clause(&command.clause).map(|clause| &clause.promise) {
        Some(Promise::RecurringDuty(RecurringDuty { delivers, .. })) => delivers.as_slice(),
        _ => &[],
    };
    let before = |owed: &Deliverable| {
        known.iter().any(|event| {
            matches!(&event.fact, DutyFact::PartlyDone { delivers, .. } if delivers.contains(owed))
        })
    };
    owed.iter()
        .all(|owed| delivers.contains(owed) || before(owed))
}
