//! Why an action cannot be taken now, as data: texts are made at the edge.

use serde::{Deserialize, Serialize};

use super::action::{Action, Proof};
use super::pause::PauseReason;
use super::status::Phase;
use crate::milestone::Milestone;
use crate::plan::clauses::document::{DocumentKind, Field};
use crate::slug::{ClauseId, GradingQuestionId, SeverityId};
use crate::time::Instant;

/// One reason against an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "obstacle", rename_all = "snake_case")]
pub enum Obstacle {
    /// The case has ended; reopen it first.
    Ended {
        /// How.
        phase: Phase,
    },
    /// The case is still open.
    StillOpen,
    /// Something must come first.
    NotReached {
        /// Any of these.
        any_of: Vec<Milestone>,
    },
    /// It was done already in this round.
    AlreadyReached {
        /// What.
        milestone: Milestone,
    },
    /// None of the kinds of proof that count was given.
    ProofMissing {
        /// Those that count.
        any_of: Vec<Proof>,
    },
    /// Words are needed: what was found, said or done, or why.
    WordsMissing,
    /// The time it happened lies in the future.
    InFuture,
    /// The time it happened lies before the report.
    BeforeReport,
    /// The report is moved behind something that was done after it.
    ReportAfterFacts,
    /// A closing would lie before the round it ends, a reopening before the end it follows.
    AcrossRounds,
    /// These broken promises would no longer be broken, or would never have been made.
    HidesBreach {
        /// Their clauses.
        clauses: Vec<ClauseId>,
    },
    /// A visit is agreed for a time after the agreement itself.
    AgreedInPast,
    /// The plan has no questions for grading and names no levels.
    NoGrading,
    /// The plan has no such level.
    UnknownSeverity {
        /// The level as given.
        severity: SeverityId,
    },
    /// The plan asks no such question.
    UnknownQuestion {
        /// The question as given.
        question: GradingQuestionId,
    },
    /// These questions of the plan are not answered; silence is no “no”.
    Unanswered {
        /// As the plan asks them.
        questions: Vec<String>,
    },
    /// A milder level than the one the fault has needs a reason.
    MilderWithoutReason {
        /// The level it has.
        from: SeverityId,
    },
    /// The answers give another level; deciding otherwise needs a reason.
    ReasonMissing {
        /// The level the answers give.
        answers_give: SeverityId,
    },
    /// No clause lets this reason pause a clock.
    NotPausable {
        /// The reason.
        reason: PauseReason,
        /// The reasons the plan allows.
        allowed: Vec<PauseReason>,
    },
    /// No clause lets any clock pause.
    NothingPausable,
    /// Nothing is paused.
    NotPaused,
    /// No promise with this clause and number is broken.
    NotBroken {
        /// The clause.
        clause: ClauseId,
        /// Its number.
        cycle: u32,
    },
    /// Nothing is broken that could be excused.
    NothingBroken,
    /// Closing would end these promises unkept; it needs the reason why they are not owed.
    StillOwed {
        /// Their clauses.
        clauses: Vec<ClauseId>,
    },
    /// Closing would cancel this visit; it needs the reason why nobody comes.
    VisitToCome {
        /// The time agreed on; absent where only the crew is named.
        #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
        agreed_at: Option<Instant>,
    },
    /// A part is still waited for; closing needs the reason why it is not needed.
    PartToCome,
    /// Nobody has helped the customer; closing needs the reason why.
    NothingDone,
    /// There is no complaint to answer.
    NoComplaint,
    /// The case has no such fact, or it was withdrawn.
    UnknownFact,
    /// This fact cannot be withdrawn: a case without a report is none; corrections are corrected by new ones.
    NotWithdrawable,
    /// The document lacks fields the plan requires.
    FieldsMissing {
        /// The document.
        document: DocumentKind,
        /// The fields.
        fields: Vec<Field>,
    },
    /// A rating is from 1 to 5.
    StarsOutOfRange,
    /// Somebody must be named.
    CrewEmpty,
    /// A case cannot be merged with itself.
    SameCase,
    /// Only cases of the same customer can be merged.
    OtherCustomer,
    /// The action needs particulars of its own, not only proof and words.
    ParticularsMissing {
        /// The action.
        action: Action,
    },
}
