//! From what was read to clauses that run: each found clause as a clause of the domain, with the words it came from.
//!
//! Nothing is invented. A value the text leaves out becomes a question of the plan where the domain can ask it, and an
//! [`Open`] place otherwise. Rows of one decision table, lines of one checklist and steps of one procedure that stand
//! together become one clause; what contradicts stays apart, so that it can be seen.

mod channel;
mod condition;
mod convert;
mod coverage;
mod damages;
mod deferred;
mod fee;
mod heading;
mod limit;
mod names;
mod papers;
mod parts;
mod pauses;
mod remedy;
mod replaced;
mod together;
mod warranty;

use domain::plan::{Clause, Plan};

use crate::reading::{self, Span};
use convert::Pen;

/// A plan's draft and where each clause came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Levels, regions and questions the text defines, and the clauses, in the order of the text.
    pub plan: Plan,
    /// Where each clause came from, in the order of the plan's clauses.
    pub found: Vec<Found>,
    /// Promises of no kind the domain knows.
    pub untyped: Vec<Place>,
}

/// Where a clause came from, and what a person still has to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The places it rests on, in order; at least one.
    pub places: Vec<Place>,
    /// How sure the reader is, in percent: the least of its places.
    pub confidence: u8,
    /// What the text leaves out and the domain cannot ask, or says and a clause cannot.
    pub open: Vec<Open>,
    /// The clauses it was put together from, each with its place; empty when it was found in one piece.
    pub pieces: Vec<Piece>,
}

/// One clause that went into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it came from.
    pub place: Place,
    /// How sure the reader was, in percent.
    pub confidence: u8,
    /// The clause by itself.
    pub clause: Clause,
}

/// Words of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// As written.
    pub quote: String,
    /// Where they stand.
    pub span: Span,
}

/// A place in a clause that needs a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// A JSON pointer into the clause.
    pub pointer: String,
    /// Why.
    pub why: OpenBecause,
}

/// Why a place in a clause is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenBecause {
    /// The text does not say, and the clause cannot hold without it.
    Missing,
    /// The text states a circumstance that a condition cannot express: it stays in words.
    Unsaid,
}

/// Drafts a plan that has been read. `document` is the SHA-256 of the original file in hexadecimal.
pub fn draft(read: &reading::Plan, trade: &str, document: &str) -> Draft {
    let mut pen = Pen::new(Plan::blank(read.title.clone(), trade.to_owned()), document);
    let mut deferred = read.deferred.iter().peekable();
    for clause in &read.clauses {
        while let Some(left) = deferred.next_if(|left| left.span.0 < clause.span.0) {
            deferred::write(&mut pen, left);
        }
        pen.write(clause);
    }
    for left in deferred {
        deferred::write(&mut pen, left);
    }
    names::tell(&mut pen.plan, &read.levels);
    let mut draft = pen.finish();
    pauses::put(&mut draft, &read.pauses);
    draft
}
