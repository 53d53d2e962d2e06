//! The plan as a whole: what it defines, what it asks, and its clauses.

use serde::{Deserialize, Serialize};

use super::clause::Clause;
use super::condition::Condition;
use crate::access::Role;
use crate::slug::{
    CalendarName, ClauseId, GradingQuestionId, LegalProduct, ParameterId, QuestionType, RegionKey,
    ServiceLevelId, SeverityId,
};
use crate::words::words;

/// A service plan: draft, or the content of a published version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What the plan is called.
    pub title: String,
    /// The trade it is for.
    pub trade: String,
    /// The IANA zone its days and hours are counted in.
    #[serde(default = "default_zone")]
    pub zone: String,
    /// The calendar of its working time.
    pub calendar: CalendarName,
    /// The product family listed by law that it is for, if any: decides the legal floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_product: Option<LegalProduct>,
    /// Percent of a limit at which to warn, when a clause has no marks of its own.
    #[serde(default = "default_warnings")]
    pub warn_at_percent: Vec<u8>,
    /// To whom a clock about to break is escalated, by the percent used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub escalations: Vec<Escalation>,
    /// What the plan leaves open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<Parameter>,
    /// The fault levels, the gravest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub severities: Vec<Severity>,
    /// How a fault is graded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grading: Option<Grading>,
    /// The service levels customers buy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_levels: Vec<Named<ServiceLevelId>>,
    /// The regions or distance bands limits depend on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<Named<RegionKey>>,
    /// The kinds of question limits depend on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub question_types: Vec<Named<QuestionType>>,
    /// The clauses, in the order of the document.
    pub clauses: Vec<Clause>,
    /// How contradictions between clauses were settled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settlements: Vec<Settlement>,
}

fn default_zone() -> String {
    "Asia/Shanghai".to_owned()
}

fn default_warnings() -> Vec<u8> {
    vec![50, 80]
}

/// To whom a clock is escalated when so much of it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// Percent of the limit; 100 is the breach itself.
    #[cfg_attr(feature = "schema", schema(minimum = 1, maximum = 100))]
    pub at_percent: u8,
    /// The role whose people at the case's branch are told.
    pub to: Role,
}

/// A question the plan leaves open until it is applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Its name, used as `ask:name` in clauses.
    pub id: ParameterId,
    /// What is asked, in the plan's language.
    pub question: String,
    /// What an answer looks like.
    pub answer: AnswerKind,
    /// An answer to start from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggested: Option<String>,
    /// What holds when nobody answers.
    #[serde(default)]
    pub unanswered: Unanswered,
}

words! {
    /// What holds when a parameter is not answered.
    #[derive(Default)]
    Unanswered {
        /// The plan cannot be applied.
        #[default]
        Refused = "refused",
        /// The clauses that ask for it promise nothing: a limit a project may set for itself.
        NoPromise = "no_promise",
    }
}

words! {
    /// What an answer to a parameter looks like.
    AnswerKind {
        /// A time limit: `working:PT8H`.
        Limit = "limit",
        /// A warranty term: `months:24`.
        Term = "term",
        /// A whole number.
        Number = "number",
        /// An amount in fen.
        Fen = "fen",
        /// A rate in basis points.
        BasisPoints = "basis_points",
        /// How a cost is charged: `at_cost`.
        Charge = "charge",
        /// A calendar by name.
        Calendar = "calendar",
        /// Words, a number to call, an address.
        Text = "text",
    }
}

/// Something a plan defines by name, with its label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Named<T> {
    /// The name used in conditions.
    pub id: T,
    /// What people read.
    pub label: String,
}

/// A fault level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Severity {
    /// The name used in conditions.
    pub id: SeverityId,
    /// What people read.
    pub label: String,
    /// What makes a fault one of this level.
    #[serde(default)]
    pub meaning: String,
}

/// How a fault gets its level: yes-or-no questions, and rules over the answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Grading {
    /// The questions, in the order they are asked.
    pub questions: Vec<Named<GradingQuestionId>>,
    /// The first rule with a question answered yes decides.
    pub rules: Vec<GradingRule>,
    /// The level when no rule does.
    pub otherwise: SeverityId,
}

/// One rule of the grading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GradingRule {
    /// Any of these answered yes.
    pub if_any: Vec<GradingQuestionId>,
    /// Then this level.
    pub level: SeverityId,
}

/// How a contradiction between clauses was settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    /// The clauses that contradict each other.
    pub clauses: Vec<ClauseId>,
    /// How it was settled.
    pub by: SettledBy,
    /// The scope of each, when they turned out to speak of different things.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<Scope>,
    /// Why, in the words of whoever settled it; left out where `by` says it all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// The scope of one clause of a settled contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// The clause.
    pub clause: ClauseId,
    /// When it applies.
    pub when: Condition,
}

words! {
    /// How a contradiction was settled.
    SettledBy {
        /// The stricter clause governs: the default.
        Stricter = "stricter",
        /// The agreement says which.
        Agreement = "agreement",
        /// The clauses speak of different things.
        DifferentScope = "different_scope",
    }
}

impl Plan {
    /// A plan without clauses, in China's zone and office hours.
    pub fn blank(title: String, trade: String) -> Self {
        Self {
            title,
            trade,
            zone: default_zone(),
            calendar: CalendarName::office(),
            legal_product: None,
            warn_at_percent: default_warnings(),
            escalations: Vec::new(),
            parameters: Vec::new(),
            severities: Vec::new(),
            grading: None,
            service_levels: Vec::new(),
            regions: Vec::new(),
            question_types: Vec::new(),
            clauses: Vec::new(),
            settlements: Vec::new(),
        }
    }

    /// Narrows each clause to the scope a settlement gave it.
    pub(crate) fn narrow_to_scopes(&mut self) {
        let apart = |settlement: &&Settlement| settlement.by == SettledBy::DifferentScope;
        let scopes = self.settlements.iter().filter(apart);
        for scope in scopes.flat_map(|settlement| &settlement.scopes) {
            let concerned = |clause: &&mut Clause| clause.id == scope.clause;
            for clause in self.clauses.iter_mut().filter(concerned) {
                clause.when = clause.when.and(&scope.when).unwrap_or(scope.when.clone());
            }
        }
    }
}
