//! Facts of a case. They are appended, never changed: a correction is a new fact that names the one it corrects.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::closing::NothingDone;
use super::intake::Channel;
use super::pause::PauseReason;
use crate::ids::{CaseId, EventId, FileId, PersonId};
use crate::milestone::Milestone;
use crate::plan::clauses::coverage::{Cause, Standing};
use crate::plan::clauses::document::{DocumentKind, Field};
use crate::remedy::Ground;
use crate::slug::{
    ClauseId, GradingQuestionId, QuestionType, RegionKey, ServiceLevelId, SeverityId,
};
use crate::time::Instant;

/// One fact of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CaseEvent {
    /// Names this fact.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub id: EventId,
    /// Position in the case's history, from 1, in the order facts were recorded.
    pub seq: u32,
    /// When it truly happened.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub at: Instant,
    /// When it was entered; later than `at` for a late entry.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub recorded_at: Instant,
    /// Who entered it.
    pub by: Author,
    /// The fact this one repeats, when it came with a merge or a split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copied_from: Option<CopiedFrom>,
    /// What happened.
    pub fact: Fact,
}

/// Where a fact was first recorded, when a merge or a split brought it here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CopiedFrom {
    /// The case.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub case: CaseId,
    /// The fact in that case.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub event: EventId,
}

/// Who entered a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Author {
    /// A person who was signed in.
    Person {
        /// Which.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        person: PersonId,
    },
    /// The customer, without an account.
    Customer,
    /// The system itself: a timer, an import.
    System,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The report itself: the first fact of every case.
    Reported {
        /// How it came.
        channel: Channel,
        /// The kind of question, if it was asked.
        question: Option<QuestionType>,
        /// The region of the site.
        region: Option<RegionKey>,
        /// The service level of the agreement.
        service_level: Option<ServiceLevelId>,
        /// The state of warranty or contract on that day.
        standing: Option<Standing>,
    },
    /// A milestone was reached by some action.
    Reached {
        /// Which.
        milestone: Milestone,
        /// What proves it.
        evidence: Vec<Evidence>,
        /// What was said or done, in words.
        note: String,
    },
    /// The people who will come are named.
    CrewAssigned {
        /// Who.
        #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
        crew: Vec<PersonId>,
        /// In words.
        note: String,
    },
    /// A promised document was handed over.
    DocumentDelivered {
        /// Which.
        document: DocumentKind,
        /// The fields it has.
        fields: Vec<Field>,
        /// The document itself, or what proves that it went out.
        evidence: Vec<Evidence>,
        /// In words.
        note: String,
    },
    /// The customer rated the service.
    Rated {
        /// From 1 to 5.
        stars: u8,
        /// In the customer's words.
        comment: String,
    },
    /// The date of a coming milestone became known, or changed: the end of a product's production.
    Expected {
        /// The milestone.
        milestone: Milestone,
        /// When it will be reached.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
        expected_at: Instant,
        /// Why.
        reason: String,
    },
    /// Customer and supplier agreed on a time for a visit.
    VisitAgreed {
        /// The time agreed on.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
        agreed_at: Instant,
        /// What proves it.
        evidence: Vec<Evidence>,
    },
    /// The fault got its level, or another one.
    Graded {
        /// The level.
        severity: SeverityId,
        /// The answers it rests on.
        answers: BTreeMap<GradingQuestionId, bool>,
        /// Why, when a person decided otherwise than the answers say.
        reason: Option<String>,
    },
    /// Something the limits depend on was corrected.
    ContextChanged {
        /// The kind of question.
        question: Option<QuestionType>,
        /// The region.
        region: Option<RegionKey>,
        /// The service level.
        service_level: Option<ServiceLevelId>,
        /// The state of warranty or contract.
        standing: Option<Standing>,
        /// Why.
        reason: String,
    },
    /// Clocks stand still from now on.
    Paused {
        /// Why.
        reason: PauseReason,
        /// What proves it.
        evidence: Vec<Evidence>,
        /// In words.
        note: String,
    },
    /// Clocks paused for this reason run again.
    Resumed {
        /// The reason that is over.
        reason: PauseReason,
    },
    /// It is decided who caused the fault.
    CauseDecided {
        /// The cause.
        cause: Cause,
        /// Photos of it.
        evidence: Vec<Evidence>,
        /// In words.
        note: String,
    },
    /// A broken promise is excused: force majeure, or the customer's own doing.
    Excused {
        /// The clause.
        clause: ClauseId,
        /// Which occurrence of it in this case, from 1.
        cycle: u32,
        /// The fact that opened the occurrence: its number may become another one when cases are merged or facts withdrawn.
        /// The number alone counts where this is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
        opened_by: Option<EventId>,
        /// Why.
        reason: String,
        /// What proves it.
        evidence: Vec<Evidence>,
    },
    /// What happened gives the customer a right: the trigger of a remedy holds.
    RemedyOpened {
        /// The clause that gives it.
        clause: ClauseId,
        /// What opened it.
        ground: Ground,
    },
    /// The time of an earlier fact was wrong.
    TimeCorrected {
        /// The fact.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        event: EventId,
        /// When it truly happened.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
        to: Instant,
        /// Why.
        reason: String,
    },
    /// An earlier fact never happened.
    Withdrawn {
        /// The fact.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        event: EventId,
        /// Why.
        reason: String,
    },
    /// Closed with the customer's word.
    Closed {
        /// What the customer said.
        customer_word: String,
        /// Why the promises that still ran are not owed, and nobody comes or brings what was still to come, if anything was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        not_owed: Option<String>,
        /// Why nothing was done, if nobody helped the customer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nothing_done: Option<NothingDone>,
    },
    /// Open again: the same case, a new round of clocks.
    Reopened {
        /// Why.
        reason: String,
    },
    /// Not a case after all: entered by mistake, withdrawn by the customer.
    Cancelled {
        /// Why.
        reason: String,
    },
    /// Continued in another case, whose clocks go on from the earlier report.
    MergedInto {
        /// The case that goes on.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        case: CaseId,
    },
    /// Another case's report belongs here.
    MergedFrom {
        /// The case that ended.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        case: CaseId,
    },
    /// A part of this case goes on as another one.
    SplitInto {
        /// The new case.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        case: CaseId,
    },
    /// This case began as a part of another one, and keeps its history.
    SplitFrom {
        /// The case it came from.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        case: CaseId,
    },
}

impl Fact {
    /// The milestone this fact reaches, if it reaches one.
    pub const fn milestone(&self) -> Option<Milestone> {
        Some(match self {
            Self::Reported { .. } => Milestone::Reported,
            Self::Reached { milestone, .. } => *milestone,
            Self::CrewAssigned { .. } => Milestone::CrewAssigned,
            Self::DocumentDelivered { .. } => Milestone::ReportDelivered,
            Self::Rated { .. } => Milestone::Rated,
            Self::VisitAgreed { .. } => Milestone::VisitAgreed,
            Self::Graded { .. } => Milestone::Graded,
            Self::CauseDecided { .. } => Milestone::CauseDecided,
            Self::Closed { .. } => Milestone::Closed,
            _ => return None,
        })
    }

    /// What proves this fact, where proof can be given.
    pub const fn evidence_mut(&mut self) -> Option<&mut Vec<Evidence>> {
        Some(match self {
            Self::Reached { evidence, .. }
            | Self::DocumentDelivered { evidence, .. }
            | Self::VisitAgreed { evidence, .. }
            | Self::Paused { evidence, .. }
            | Self::CauseDecided { evidence, .. }
            | Self::Excused { evidence, .. } => evidence,
            _ => return None,
        })
    }

    /// Whether this fact speaks about an earlier fact and has no time of its own.
    pub const fn is_correction(&self) -> bool {
        matches!(self, Self::TimeCorrected { .. } | Self::Withdrawn { .. })
    }
}

/// What proves a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "proof", rename_all = "snake_case", deny_unknown_fields)]
pub enum Evidence {
    /// A stored file: photo, recording, scan.
    File {
        /// Which.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        file: FileId,
    },
    /// A telephone call that was logged.
    Call {
        /// The other number.
        phone: String,
    },
    /// An e-mail that was sent or received.
    Mail {
        /// The other address.
        address: String,
    },
    /// A check-in with its place, in millionths of a degree.
    CheckIn {
        /// Latitude.
        latitude_micro: i32,
        /// Longitude.
        longitude_micro: i32,
    },
    /// A signature on glass.
    Signature {
        /// The image.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        file: FileId,
        /// Who signed.
        signer: String,
    },
    /// The customer's word, noted by the agent.
    Word {
        /// What was said.
        said: String,
    },
}
