//! What somebody wants to do with a case.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::action::Action;
use super::closing::NothingDone;
use super::event::Evidence;
use super::pause::PauseReason;
use crate::ids::{EventId, PersonId};
use crate::plan::clauses::coverage::{Cause, Standing};
use crate::plan::clauses::document::{DocumentKind, Field};
use crate::slug::{
    ClauseId, GradingQuestionId, QuestionType, RegionKey, ServiceLevelId, SeverityId,
};
use crate::time::Instant;

/// An action with everything it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Command {
    /// When it truly happened; now when left out. Earlier than now is a late entry, and marked as one.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub at: Option<Instant>,
    /// What proves it.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// What was found, said or done; the reason of a correction; the customer's word at closing.
    #[serde(default)]
    pub note: String,
    /// What is done.
    #[serde(rename = "do")]
    pub what: What,
}

/// What is done, with its particulars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "action", rename_all = "snake_case", deny_unknown_fields)]
pub enum What {
    /// An action that needs nothing but proof and words.
    Plain {
        /// Which.
        name: Action,
    },
    /// Grade.
    Grade {
        /// The answers to the plan's questions.
        #[serde(default)]
        answers: BTreeMap<GradingQuestionId, bool>,
        /// The level, where a person decides it; what the answers give when left out.
        #[serde(default)]
        severity: Option<SeverityId>,
    },
    /// Agree on a time for a visit.
    AgreeVisit {
        /// The time agreed on.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
        agreed_at: Instant,
    },
    /// Name the people who will come.
    AssignCrew {
        /// Who.
        #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
        crew: Vec<PersonId>,
    },
    /// Decide who caused the fault.
    DecideCause {
        /// The cause.
        cause: Cause,
    },
    /// Note the customer's rating.
    Rate {
        /// From 1 to 5.
        stars: u8,
    },
    /// Hand over a promised document.
    DeliverReport {
        /// Which.
        document: DocumentKind,
        /// The fields it has.
        #[serde(default)]
        fields: Vec<Field>,
    },
    /// Let clocks stand still.
    Pause {
        /// Why.
        reason: PauseReason,
    },
    /// Let clocks run again.
    Resume {
        /// The reason that is over.
        reason: PauseReason,
    },
    /// Correct what the limits depend on.
    ChangeContext {
        /// The kind of question.
        #[serde(default)]
        question: Option<QuestionType>,
        /// The region.
        #[serde(default)]
        region: Option<RegionKey>,
        /// The service level.
        #[serde(default)]
        service_level: Option<ServiceLevelId>,
        /// The state of warranty or contract.
        #[serde(default)]
        standing: Option<Standing>,
    },
    /// Close although promises still run, a visit or a part is still to come, or nothing was done, with the reasons. Where
    /// none of this is so, plain closing does.
    Close {
        /// Why what is still to come is not owed.
        #[serde(default)]
        not_owed: String,
        /// Why nothing was done.
        #[serde(default)]
        nothing_done: Option<NothingDone>,
    },
    /// Excuse a broken promise.
    Excuse {
        /// The clause.
        clause: ClauseId,
        /// Which occurrence of it, from 1.
        cycle: u32,
    },
    /// Correct the time of a fact.
    CorrectTime {
        /// The fact.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        event: EventId,
        /// When it truly happened.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
        to: Instant,
    },
    /// Withdraw a fact that never happened.
    Withdraw {
        /// The fact.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        event: EventId,
    },
}

impl Command {
    /// The action this command takes.
    pub const fn action(&self) -> Action {
        match self.what {
            What::Plain { name } => name,
            What::Grade { .. } => Action::Grade,
            What::AgreeVisit { .. } => Action::AgreeVisit,
            What::AssignCrew { .. } => Action::AssignCrew,
            What::DecideCause { .. } => Action::DecideCause,
            What::Rate { .. } => Action::Rate,
            What::DeliverReport { .. } => Action::DeliverReport,
            What::Pause { .. } => Action::Pause,
            What::Resume { .. } => Action::Resume,
            What::ChangeContext { .. } => Action::ChangeContext,
            What::Close { .. } => Action::Close,
            What::Excuse { .. } => Action::Excuse,
            What::CorrectTime { .. } => Action::CorrectTime,
            What::Withdraw { .. } => Action::Withdraw,
        }
    }
}
