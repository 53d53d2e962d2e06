//! A clause (条款): one typed promise or rule, with the sentence it came from.

use serde::{Deserialize, Serialize};

use super::clauses::channel::Attendance;
use super::clauses::conduct::Conduct;
use super::clauses::coverage::Coverage;
use super::clauses::delivery::Delivery;
use super::clauses::document::IssuedDocument;
use super::clauses::duty::RecurringDuty;
use super::clauses::fee::Fee;
use super::clauses::parts::Parts;
use super::clauses::procedure::Procedure;
use super::clauses::remedy::Remedy;
use super::clauses::time_limit::TimeLimit;
use super::clauses::training::Training;
use super::clauses::warranty::WarrantyTerm;
use super::condition::Condition;
use crate::slug::ClauseId;
use crate::words::words;

/// One promise or rule of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Stable across versions of the plan.
    pub id: ClauseId,
    /// What the clause is called on screen and paper.
    pub heading: String,
    /// The sentence the clause states, in the plan's language.
    pub text: String,
    /// Where that sentence stands in the document the plan was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Who owes it.
    #[serde(default)]
    pub binds: Party,
    /// How strongly it binds.
    #[serde(default)]
    pub strength: Strength,
    /// When the whole clause applies; blank applies always.
    #[serde(default, skip_serializing_if = "Condition::is_blank")]
    pub when: Condition,
    /// What is promised.
    pub promise: Promise,
}

/// A place in the document a plan was read from. Offsets count Unicode characters of the extracted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// SHA-256 of the original file, in hexadecimal.
    pub document_sha256: String,
    /// First character.
    pub from: u32,
    /// One past the last character.
    pub to: u32,
}

words! {
    /// Who owes what a clause says.
    #[derive(Default)]
    Party {
        /// The company that publishes the plan.
        #[default]
        Supplier = "supplier",
        /// The customer: hand over when staff change, pay what is at cost.
        Customer = "customer",
    }
}

words! {
    /// How strongly a clause binds.
    #[derive(Default)]
    Strength {
        /// 必须, 保证: a broken one is a breach.
        #[default]
        Must = "must",
        /// 可以, 尽量: recorded, never a breach.
        May = "may",
    }
}

/// What a clause promises, by kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Promise {
    /// 保修期.
    WarrantyTerm(WarrantyTerm),
    /// 保修范围.
    Coverage(Coverage),
    /// 时限.
    TimeLimit(TimeLimit),
    /// 换退.
    Remedy(Remedy),
    /// 定期.
    RecurringDuty(RecurringDuty),
    /// 备件.
    Parts(Parts),
    /// 收费.
    Fee(Fee),
    /// 行为规范.
    Conduct(Conduct),
    /// 文件.
    Document(IssuedDocument),
    /// 渠道.
    Channel(Attendance),
    /// 培训.
    Training(Training),
    /// 配送.
    Delivery(Delivery),
    /// 流程.
    Procedure(Procedure),
}

impl Promise {
    /// The kind's word on the wire.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::WarrantyTerm(_) => "warranty_term",
            Self::Coverage(_) => "coverage",
            Self::TimeLimit(_) => "time_limit",
            Self::Remedy(_) => "remedy",
            Self::RecurringDuty(_) => "recurring_duty",
            Self::Parts(_) => "parts",
            Self::Fee(_) => "fee",
            Self::Conduct(_) => "conduct",
            Self::Document(_) => "document",
            Self::Channel(_) => "channel",
            Self::Training(_) => "training",
            Self::Delivery(_) => "delivery",
            Self::Procedure(_) => "procedure",
        }
    }
}
