//! The steps a person takes, one at a time.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Mark, Reading, Way, accept, correct, ignore, merge, settle, split};
use crate::plan::Clause;
use crate::plan::document::Scope;
use crate::plan::merge::NoMerge;
use crate::plan::validate::Fault;

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReadingStep))]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// Take these as they were found.
    Accept {
        /// Numbers of items.
        items: Vec<u32>,
    },
    /// Take everything the reader is at least so sure of, in percent, and that is whole.
    AcceptAbove {
        /// 0 to 100.
        confidence: u8,
    },
    /// Take an item after a change.
    Correct {
        /// Its number.
        item: u32,
        /// The clause as it should be.
        clause: Box<Clause>,
    },
    /// Make a clause of a sentence by hand: of an item of no kind, or of words nobody found.
    Write {
        /// The item; none for a clause of words nobody found.
        #[serde(default)]
        item: Option<u32>,
        /// The words, where there is no item.
        #[serde(default)]
        place: Option<super::Place>,
        /// The clause.
        clause: Box<Clause>,
    },
    /// Take an item apart: into the pieces it was put together from, or in two at a character of its words.
    Split {
        /// Its number.
        item: u32,
        /// How many characters of its words the first part keeps; left out for its pieces.
        #[serde(default)]
        at: Option<u32>,
    },
    /// Make one clause of two.
    Merge {
        /// The item that stays.
        into: u32,
        /// The item that becomes part of it.
        item: u32,
    },
    /// Put items aside.
    Ignore {
        /// Numbers of items.
        items: Vec<u32>,
        /// Why.
        reason: String,
    },
    /// Open items again that were accepted, corrected or ignored.
    Restore {
        /// Numbers of items.
        items: Vec<u32>,
    },
    /// Settle a problem.
    Settle {
        /// Its id.
        problem: String,
        /// How.
        by: Way,
        /// The scope of each side, where they speak of different things.
        #[serde(default)]
        scopes: Vec<Scope>,
        /// Why, where somebody wants to say more.
        #[serde(default)]
        reason: Option<String>,
    },
}

impl Step {
    /// The step's word on the wire.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Accept { .. } => "accept",
            Self::AcceptAbove { .. } => "accept_above",
            Self::Correct { .. } => "correct",
            Self::Write { .. } => "write",
            Self::Split { .. } => "split",
            Self::Merge { .. } => "merge",
            Self::Ignore { .. } => "ignore",
            Self::Restore { .. } => "restore",
            Self::Settle { .. } => "settle",
        }
    }
}

/// Why a step is not taken. Nothing changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// There is no such item, or it became part of another.
    NoItem(u32),
    /// The item is of no kind yet, or lacks what the text leaves out: it needs a hand first.
    NotWhole(u32),
    /// The clause cannot be right.
    Faults(Vec<Fault>),
    /// The item is of one piece, and no place to cut it was given, or one outside its words.
    NoCut(u32),
    /// The two cannot become one.
    NoMerge(NoMerge),
    /// A reason is needed, of at most [`super::MAX_REASON`] characters.
    NoReason,
    /// There is no such problem any more.
    NoProblem,
    /// The problem cannot be settled in this way.
    NoWay,
    /// The scopes given do not keep the sides apart.
    NotApart,
    /// The reading holds as many items as one may.
    TooMany,
}

/// What a person did, with name and time.
pub(super) struct By<'a> {
    pub name: &'a str,
    pub at: Timestamp,
}

impl By<'_> {
    pub(super) fn mark(&self, reason: Option<&str>) -> Mark {
        Mark {
            by: self.name.to_owned(),
            at: self.at,
            reason: reason.map(str::to_owned),
        }
    }
}

/// The reading after a step. A step that changes nothing is no error.
///
/// # Errors
///
/// Says why the step cannot be taken.
pub fn take(reading: &Reading, step: &Step, name: &str, at: Timestamp) -> Result<Reading, Refused> {
    let by = By { name, at };
    let mut next = reading.clone();
    match step {
        Step::Accept { items } => accept::accept(&mut next, items, &by)?,
        Step::AcceptAbove { confidence } => accept::above(&mut next, *confidence, &by),
        Step::Correct { item, clause } => correct::correct(&mut next, *item, clause, &by)?,
        Step::Write {
            item,
            place,
            clause,
        } => correct::write(&mut next, (*item, place.as_ref()), clause, &by)?,
        Step::Split { item, at } => split::split(&mut next, *item, *at, &by)?,
        Step::Merge { into, item } => merge::merge(&mut next, *into, *item, &by)?,
        Step::Ignore { items, reason } => ignore::ignore(&mut next, items, reason, &by)?,
        Step::Restore { items } => ignore::restore(&mut next, items)?,
        Step::Settle {
            problem,
            by: way,
            scopes,
            reason,
        } => settle::settle(&mut next, problem, (*way, scopes), reason.as_deref(), &by)?,
    }
    Ok(next)
}
