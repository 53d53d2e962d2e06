//! What a person decided about a unit, against the advice.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::plan::clauses::coverage::Charges;

/// A person's decision about who pays for repairs of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = UnitDecision))]
pub struct Decision {
    /// The first day it is for.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
    pub from: Date,
    /// The last day it is for; without an end until a later decision.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = Date))]
    pub until: Option<Date>,
    /// What the customer pays; `None` where the plan's advice holds again.
    pub charges: Option<Charges>,
}

/// The decision that holds on a day, of decisions given with the last first: the last one made that is for the day. One
/// that gives the word back to the plan holds nothing.
pub fn holding(decisions: &[Decision], on: Date) -> Option<&Decision> {
    let is_for_day =
        |decision: &&Decision| decision.from <= on && decision.until.is_none_or(|last| on <= last);
    let last = decisions.iter().find(is_for_day)?;
    last.charges.is_some().then_some(last)
}
