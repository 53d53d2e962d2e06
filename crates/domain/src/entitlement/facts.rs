//! What is known of a unit, as its warranty depends on it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::HeatingSeason;
use crate::plan::clauses::warranty::{StartDate, Territory, Usage};
use crate::slug::ComponentClass;
use crate::unit::Paper;

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFacts {
    /// The days of its life that are known.
    pub dates: BTreeMap<StartDate, Date>,
    /// Whether the warranty card is there.
    pub card: Paper,
    /// Whether the proof of purchase is there.
    pub proof: Paper,
    /// Where it was sold: in mainland China, or elsewhere.
    pub sold: Territory,
    /// How much it was used, as last read.
    pub usage: Option<Usage>,
    /// Its components with a class of their own.
    pub components: Vec<ComponentFacts>,
    /// Days it was under repair or waited for parts.
    pub repairs: Vec<Days>,
    /// When heating begins and ends where it stands, as far as somebody has said.
    pub heating_season: Option<HeatingSeason>,
}

/// A component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComponentFacts {
    /// Its class.
    pub class: ComponentClass,
    /// When it was fitted in place of another one; `None` for an original one.
    pub replaced_on: Option<Date>,
}

/// A stretch of days, first and last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Days {
    /// The first day.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
    pub from: Date,
    /// The last day.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
    pub to: Date,
}
