//! The studio (读入): what was found in a document, and what people make of it, until it is a plan.
//!
//! A [`Reading`] holds an [`Item`] for each promise found. A person accepts, corrects, splits, merges or ignores each; a
//! step is a pure function from one reading to the next, and [`Delta`] takes it back. Nothing found is ever dropped: what
//! is put aside keeps its words, its reason and its author.

mod accept;
mod correct;
mod delta;
mod ignore;
mod item;
mod merge;
mod problem;
mod settle;
mod split;
mod step;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use delta::Delta;
pub use item::{Change, Changed, Item, ItemState, Mark, Open, OpenBecause, Origin, Piece, Place};
pub use problem::{Noted, Severity, Trouble, TroubleSide, Way, troubles};
pub use step::{Refused, Step, take};

use crate::plan::asked_fields::asked_of;
use crate::plan::validate::{Fault, validate};
use crate::plan::{Clause, Plan};
use crate::slug::ClauseId;

/// Most items of one reading.
pub const MAX_ITEMS: usize = 2_000;
/// What the name of a question begins with that no clause asks: 驻场人数签约时确定 is asked whatever becomes of the clauses.
pub const LONE_QUESTION: &str = "agreed-";
/// Longest reason, in characters.
pub const MAX_REASON: usize = 500;

/// What was found in a document and what people made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// What the text defines and how contradictions were settled. Its clauses stand in the items.
    pub frame: Plan,
    /// What was found, in the order of the text.
    pub items: Vec<Item>,
    /// What the reader found wrong with the text.
    pub noted: Vec<Noted>,
}

/// How much of a reading is settled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReadingProgress))]
pub struct Progress {
    /// Items that somebody accepted, corrected or ignored.
    pub settled: u32,
    /// Items in all, without those that became part of another.
    pub all: u32,
    /// Items that no kind fits yet, among the open ones.
    pub unread: u32,
}

impl Reading {
    /// The plan its live items make: every clause found or written that nobody ignored.
    pub fn plan(&self) -> Plan {
        let mut plan = self.frame.clone();
        plan.clauses = self.live().filter_map(|item| item.clause.clone()).collect();
        let asked: Vec<_> = plan
            .clauses
            .iter()
            .flat_map(|clause| asked_of(&clause.promise))
            .map(|(parameter, _, _)| parameter)
            .collect();
        plan.parameters.retain(|parameter| {
            asked.contains(&parameter.id) || parameter.id.as_str().starts_with(LONE_QUESTION)
        });
        plan.settlements.retain(|settlement| {
            settlement
                .clauses
                .iter()
                .all(|id| plan.clauses.iter().any(|clause| clause.id == *id))
        });
        plan
    }

    /// Items that are still part of the plan to be.
    pub fn live(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.state.is_live())
    }

    /// Items people see: those that became part of others stand there.
    pub fn shown(&self) -> impl Iterator<Item = &Item> {
        let is_shown = |item: &&Item| !matches!(item.state, ItemState::Split | ItemState::Merged);
        self.items.iter().filter(is_shown)
    }

    /// How much is settled.
    pub fn progress(&self) -> Progress {
        let mut progress = Progress::default();
        for item in &self.items {
            match item.state {
                ItemState::Split | ItemState::Merged => continue,
                ItemState::Open if item.clause.is_none() => progress.unread += 1,
                ItemState::Open => {}
                ItemState::Accepted | ItemState::Corrected | ItemState::Ignored => {
                    progress.settled += 1;
                }
            }
            progress.all += 1;
        }
        progress
    }

    /// What cannot be right in the clause of one item.
    pub fn faults(&self, clause: &ClauseId) -> Vec<Fault> {
        self.all_faults()
            .into_iter()
            .filter(|fault| fault.clause.as_ref() == Some(clause))
            .collect()
    }

    /// What cannot be right in the clauses of all live items.
    pub fn all_faults(&self) -> Vec<Fault> {
        validate(&self.plan())
    }

    fn item(&mut self, no: u32) -> Option<&mut Item> {
        self.items.iter_mut().find(|item| item.no == no)
    }

    fn next_no(&self) -> u32 {
        self.items.iter().map(|item| item.no).max().unwrap_or(0) + 1
    }

    /// A name no other item's clause has.
    fn free_id(&self, stem: &ClauseId) -> ClauseId {
        let taken = |id: &ClauseId| {
            self.items
                .iter()
                .filter_map(|item| item.clause.as_ref())
                .any(|clause: &Clause| clause.id == *id)
        };
        let mut id = stem.clone();
        for number in 2..=MAX_ITEMS {
            if !taken(&id) {
                break;
            }
            let short: String = stem.as_str().chars().take(56).collect();
            id = format!("{short}-{number}")
                .parse()
                .expect("a short name and a number are a name");
        }
        id
    }
}
