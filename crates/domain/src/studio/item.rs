//! One thing found in a document.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::plan::Clause;
use crate::words::words;

/// One promise found in a document, or written by hand beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReadingItem))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its number within the reading; never given twice.
    pub no: u32,
    /// How it came here.
    pub origin: Origin,
    /// What people made of it.
    pub state: ItemState,
    /// The words it rests on; empty only for a clause written without any.
    pub places: Vec<Place>,
    /// How sure the reader is, in percent.
    pub confidence: u8,
    /// The clause; none while no kind fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<Clause>,
    /// What the text leaves out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<Open>,
    /// The clauses it was put together from; empty when it is of one piece.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<Piece>,
    /// Who decided, when and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// How its words differ from what was printed, in a printed plan that somebody changed by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
}

/// How a promise of a printed plan differs from what was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReadingChange))]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// What was done with it.
    pub how: Changed,
    /// The lines that were printed and are no longer there; empty for what was added.
    pub was: String,
    /// The lines that stand there instead; empty for what was taken out.
    pub now: String,
}

words! {
    /// What was done with a promise of a printed plan.
    #[cfg_attr(feature = "schema", schema(as = ReadingChanged))]
    Changed {
        /// Its words were changed.
        Changed = "changed",
        /// It was not printed.
        Added = "added",
        /// It is no longer there.
        Removed = "removed",
    }
}

words! {
    /// How an item came into a reading.
    #[cfg_attr(feature = "schema", schema(as = ReadingOrigin))]
    Origin {
        /// The reader found it and knew its kind.
        Found = "found",
        /// The reader found a promise of no kind it knows.
        Unread = "unread",
        /// A person wrote it, or took it out of another.
        Written = "written",
    }
}

words! {
    /// What people made of an item.
    #[cfg_attr(feature = "schema", schema(as = ReadingItemState))]
    ItemState {
        /// Nobody decided yet.
        Open = "open",
        /// Taken as it was found.
        Accepted = "accepted",
        /// Taken after a change, or written by hand.
        Corrected = "corrected",
        /// Taken apart: other items stand for it.
        Split = "split",
        /// Part of another item now.
        Merged = "merged",
        /// Put aside for a reason: no promise of this plan.
        Ignored = "ignored",
    }
}

impl ItemState {
    /// Whether the item's clause is part of the plan to be.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Open | Self::Accepted | Self::Corrected)
    }

    /// Whether nobody has to look at it again.
    pub const fn is_settled(self) -> bool {
        !matches!(self, Self::Open)
    }
}

/// Words of the document. Offsets count Unicode characters of the extracted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReadingPlace))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// As written.
    pub quote: String,
    /// First character.
    pub from: u32,
    /// One past the last.
    pub to: u32,
}

/// A place in a clause that the text leaves to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReadingOpen))]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// A JSON pointer into the clause.
    pub pointer: String,
    /// Why.
    pub why: OpenBecause,
}

words! {
    /// Why a place in a clause is open.
    #[cfg_attr(feature = "schema", schema(as = ReadingOpenBecause))]
    OpenBecause {
        /// The text does not say, and the clause cannot be taken without it.
        Missing = "missing",
        /// The text states a circumstance no condition can express; it stays in words.
        Unsaid = "unsaid",
    }
}

/// One clause that went into an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReadingPiece))]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// Where it stands.
    pub place: Place,
    /// How sure the reader was, in percent.
    pub confidence: u8,
    /// The clause by itself.
    pub clause: Clause,
}

/// Who decided, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = ReadingMark))]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// The person's name.
    pub by: String,
    /// When.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// Why, where a reason was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Item {
    /// Whether the clause can be taken as it stands: there is one, and nothing the text leaves out is missing in it.
    pub fn is_whole(&self) -> bool {
        self.clause.is_some()
            && self
                .open
                .iter()
                .all(|open| open.why != OpenBecause::Missing)
    }
}
