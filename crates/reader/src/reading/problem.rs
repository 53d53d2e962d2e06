//! What is wrong with a plan.

use serde::Serialize;

use super::Span;

/// How a problem is to be treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Must be settled before publishing.
    Hard,
    /// Should be looked at.
    Soft,
    /// Against the law.
    Law,
}

/// What sort of problem it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "the names are described in docs/reader.md, one row per kind"
)]
pub enum ProblemKind {
    Contradiction,
    Gap,
    Unmeasurable,
    BelowLegalFloor,
    ForbiddenPhrase,
    Blank,
    AttendanceMismatch,
}

/// A settlement the user can accept in one click.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// The stricter promise governs.
    StricterGoverns,
    /// The contract governs.
    ContractGoverns,
    /// The two have different scopes.
    DifferentScope,
    /// The legal level governs.
    LawGoverns,
    /// Somebody has to say.
    Ask,
}

/// One problem, with every sentence it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// How it is to be treated.
    pub severity: Severity,
    /// What sort it is.
    pub kind: ProblemKind,
    /// The places concerned; empty where something is missing altogether.
    pub spans: Vec<Span>,
    /// The problem in one plain Chinese sentence.
    pub says: String,
    /// The same in English; the words of the text stay Chinese.
    pub says_en: String,
    /// What the reader proposes.
    pub settlement: Settlement,
}
