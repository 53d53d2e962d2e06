//! What reading a document yields: plans with typed clauses, what stayed unread, and what is wrong with them.

mod clause;
mod condition;
mod duration;
mod milestone;
mod problem;
mod said_of;

use serde::Serialize;

pub(crate) use clause::is_same_fault;
pub use clause::{Attendance, Clause, OtherTerm, Payer, Terms, TimeUnit, WarrantyScope, Whichever};
pub use condition::Condition;
pub use duration::{Duration, Unit};
pub use milestone::Milestone;
pub use said_of::{Deferred, Level, Matter, Pause, PauseReason};

pub use problem::{Problem, ProblemKind, Settlement, Severity};

/// A range of Unicode characters of the extracted text: first, and one past the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Span(pub usize, pub usize);

impl Span {
    /// Whether the two ranges share a character.
    pub fn overlaps(self, other: Self) -> bool {
        self.0 < other.1 && other.0 < self.1
    }
}

/// Everything read from one document.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Reading {
    /// The plans, in order.
    pub plans: Vec<Plan>,
    /// Stretches that are no plan, and why.
    pub skipped: Vec<Skipped>,
}

/// One plan of the document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Plan {
    /// The plan's heading, or its first line where it has none.
    pub title: String,
    /// Where the plan stands.
    pub span: Span,
    /// Its promises and rules, in order.
    pub clauses: Vec<Clause>,
    /// What reads like a promise but could not be typed.
    pub unread: Vec<Unread>,
    /// The fault levels of which the text says what they mean or by what other word they go.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// What stops the clocks of limits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// What the text leaves to the contract.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deferred: Vec<Deferred>,
    /// Contradictions, gaps, unmeasurable words and legal faults.
    pub problems: Vec<Problem>,
}

/// A sentence that reads like a promise but fits no kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// The sentence as written.
    pub quote: String,
    /// Where it stands.
    pub span: Span,
}

/// A stretch that is no plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Where it stands.
    pub span: Span,
    /// Why it was passed over: `company_profile`, `work_report`, `boilerplate` or `no_promise`.
    pub why: &'static str,
}
