//! What a plan says of its clauses: what levels mean, what stops clocks, what is left to the contract.

use serde::Serialize;

use super::{Milestone, Span};

/// A fault level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Level {
    /// What it is called where it is named first.
    pub name: String,
    /// Other words for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// What makes a fault one of this level, as written; empty where the text does not say.
    pub meaning: String,
    /// Where it is named and told.
    pub span: Span,
}

/// Why a clock stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PauseReason {
    /// The customer has to answer, confirm or provide something.
    WaitingForCustomer,
    /// The customer asked for a later time.
    CustomerRescheduled,
    /// Nobody lets the crew in.
    NoAccess,
    /// The customer has to accept a price.
    WaitingForQuoteAcceptance,
    /// A part is on its way.
    WaitingForPart,
    /// The maker or supplier has to act.
    WaitingForSupplier,
    /// Force majeure, and weather.
    ForceMajeure,
}

/// Time that does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pause {
    /// Why.
    pub reasons: Vec<PauseReason>,
    /// The limits whose clock stands still, by the places of their clauses.
    pub limits: Vec<Span>,
    /// The words as written.
    pub quote: String,
    /// Where they stand.
    pub span: Span,
}

/// What is left to the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// A time limit, by the step that ends it.
    Limit(Milestone),
    /// The warranty term.
    Term,
    /// A price.
    Fee,
    /// How often something is done.
    Rhythm,
    /// A number or address.
    Contact,
    /// Something else.
    Other,
}

/// Something the text leaves to be stated when the plan is applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deferred {
    /// What.
    pub what: Matter,
    /// The words as written.
    pub quote: String,
    /// Where they stand.
    pub span: Span,
}
