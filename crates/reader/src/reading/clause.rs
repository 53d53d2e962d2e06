//! A typed clause and the fields of each kind.

use serde::Serialize;

use super::{Condition, Duration, Milestone, Span};

/// One promise or rule, with the words it came from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Clause {
    /// Kind and typed fields.
    #[serde(flatten)]
    pub terms: Terms,
    /// The words as written; always the text at `span`.
    pub quote: String,
    /// Where they stand.
    pub span: Span,
    /// How sure the reader is of kind and fields, in percent as a fraction of one.
    #[serde(serialize_with = "fraction")]
    pub confidence: u8,
    /// `must`, `plain` or `soft` (可以, 尽量).
    pub strength: &'static str,
    /// Who is bound: `supplier` or `customer`.
    pub bound: &'static str,
}

impl Clause {
    /// 维修后同一故障保修90天: a term of the repair itself, neither of the unit nor of a part.
    pub(crate) fn warrants_a_repair(&self) -> bool {
        let unnamed = matches!(
            self.terms,
            Terms::WarrantyTerm {
                component: None,
                ..
            }
        );
        unnamed && is_same_fault(&self.quote)
    }
}

/// 同一故障, 同样毛病: what was mended, whatever part it is of.
pub(crate) fn is_same_fault(words: &str) -> bool {
    const FAULTS: [&str; 5] = ["故障", "问题", "毛病", "部位", "现象"];
    ["同一", "同样", "相同"].iter().any(|same| {
        let fault = words.split_once(same).map(|(_, fault)| fault);
        fault.is_some_and(|fault| FAULTS.iter().any(|word| fault.starts_with(word)))
    })
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature serde asks for"
)]
#[expect(
    clippy::float_arithmetic,
    reason = "the contract shows confidence as a fraction; nothing is computed from it"
)]
fn fraction<S: serde::Serializer>(percent: &u8, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(f64::from(*percent) / 100.0)
}

/// Counting of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// Running time.
    Natural,
    /// Working hours or working days.
    Working,
}

/// What a warranty term is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WarrantyScope {
    /// The whole unit, system or work.
    WholeUnit,
    /// One component class.
    Component,
}

/// Who pays, or at what price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Payer {
    /// The supplier: free for the customer.
    Supplier,
    /// The customer, at cost.
    AtCost,
    /// The customer, for parts only.
    PartsOnly,
    /// The customer.
    Customer,
    /// Refused altogether.
    Refused,
}

/// When a channel is attended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Attendance {
    /// Day and night, every day.
    #[serde(rename = "7x24")]
    Always,
    /// Some hours only.
    #[serde(rename = "limited")]
    Limited,
}

/// A second length of a warranty term: 或自出厂之日起30个月，以先到者为准.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OtherTerm {
    /// Its length.
    pub term: Duration,
    /// The days it starts from, in the order stated.
    pub starts_from: Vec<&'static str>,
    /// Which of the two ends the warranty.
    pub whichever: Whichever,
    /// The words of both as written.
    pub quote: String,
    /// Where they stand.
    pub span: Span,
}

/// Which of two lengths ends a warranty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Whichever {
    /// The one that ends first.
    First,
    /// The one that ends last.
    Last,
}

/// Kind of a clause with its fields.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "the fields are described in docs/reader.md, one table per kind"
)]
pub enum Terms {
    WarrantyTerm {
        term: Option<Duration>,
        #[serde(skip_serializing_if = "Option::is_none")]
        seasons: Option<u64>,
        lifetime: bool,
        scope: WarrantyScope,
        #[serde(skip_serializing_if = "Option::is_none")]
        component: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        or_usage: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        or_term: Option<OtherTerm>,
    },
    WarrantyStart {
        starts_from: Vec<&'static str>,
    },
    Coverage {
        causes: Vec<&'static str>,
        payer: Payer,
        #[serde(skip_serializing_if = "Condition::is_blank")]
        condition: Condition,
    },
    Exclusion {
        causes: Vec<&'static str>,
        payer: Payer,
    },
    Fee {
        #[serde(skip_serializing_if = "Option::is_none")]
        percent_bps: Option<u64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        amount_fen: Option<u64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        per: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        of: Option<String>,
        at_cost: bool,
        free: Vec<&'static str>,
    },
    TimeLimit {
        from: Milestone,
        to: Milestone,
        limit: Duration,
        #[serde(skip_serializing_if = "Option::is_none")]
        target: Option<Duration>,
        unit: TimeUnit,
        backwards: bool,
        condition: Condition,
    },
    Remedy {
        trigger: Option<String>,
        entitles: Vec<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        within: Option<Duration>,
        #[serde(skip_serializing_if = "Option::is_none")]
        after_repairs: Option<u64>,
    },
    RecurringDuty {
        what: &'static str,
        every: Option<Duration>,
        #[serde(skip_serializing_if = "Option::is_none")]
        times: Option<u64>,
    },
    Parts {
        what: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        years: Option<u64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        within: Option<Duration>,
    },
    Channel {
        channel: Vec<&'static str>,
        hours: Option<String>,
        attendance: Option<Attendance>,
        number: Option<String>,
    },
    Conduct {
        when: &'static str,
    },
    Document {
        what: Vec<String>,
    },
    Training {
        #[serde(skip_serializing_if = "Option::is_none")]
        outcome: Option<String>,
    },
    Delivery {
        #[serde(skip_serializing_if = "Option::is_none")]
        notice: Option<Duration>,
    },
    Complaint {
        number: Option<String>,
    },
    Procedure {
        owners: Vec<String>,
    },
    Other {},
}

impl Terms {
    /// The kind's name in the contract.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::WarrantyTerm { .. } => "warranty_term",
            Self::WarrantyStart { .. } => "warranty_start",
            Self::Coverage { .. } => "coverage",
            Self::Exclusion { .. } => "exclusion",
            Self::Fee { .. } => "fee",
            Self::TimeLimit { .. } => "time_limit",
            Self::Remedy { .. } => "remedy",
            Self::RecurringDuty { .. } => "recurring_duty",
            Self::Parts { .. } => "parts",
            Self::Channel { .. } => "channel",
            Self::Conduct { .. } => "conduct",
            Self::Document { .. } => "document",
            Self::Training { .. } => "training",
            Self::Delivery { .. } => "delivery",
            Self::Complaint { .. } => "complaint",
            Self::Procedure { .. } => "procedure",
            Self::Other {} => "other",
        }
    }
}
