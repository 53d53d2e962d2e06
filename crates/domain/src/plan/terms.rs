//! What one agreement adds to the plan it applies: answers, its own limits, its service level.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::clauses::time_limit::Bound;
use super::clauses::warranty::Term;
use crate::calendar::HeatingSeason;
use crate::slug::{ClauseId, ParameterId, RegionKey, ServiceLevelId};

/// The terms of one agreement. They go before the plan, which goes before the company's defaults.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Terms {
    /// The service level the customer bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_level: Option<ServiceLevelId>,
    /// The region or distance band, for sites without one of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionKey>,
    /// When heating begins and ends at its sites, where that differs from what the company says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heating_season: Option<HeatingSeason>,
    /// Answers to the plan's parameters, written as the parameter's kind is written.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schema(value_type = BTreeMap<String, String>))]
    pub answers: BTreeMap<ParameterId, String>,
    /// Values of its own, in place of a clause's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<Override>,
    /// The clauses it chooses where the plan left a contradiction to the agreement.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<ClauseId>,
}

/// A value of the agreement's own, in place of a clause's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The clause.
    pub clause: ClauseId,
    /// What holds instead.
    pub value: OverrideValue,
}

/// What holds in place of a clause's own value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum OverrideValue {
    /// A warranty term.
    Term {
        /// The contract's term.
        #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::StatedTerm))]
        term: Term,
    },
    /// A limit in place of the whole decision table.
    Bound {
        /// The project's own limit.
        bound: Bound,
    },
}
