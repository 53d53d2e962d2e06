//! Warranty terms (保修期): how long, for what, and from which day.

use serde::{Deserialize, Serialize};

use crate::plan::Asked;
use crate::plan::nothing_else::nothing_else;
use crate::slug::ComponentClass;
use crate::time::Limit;
use crate::words::words;

/// How long a unit, or a class of its components, is under warranty, and from which day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WarrantyTerm {
    /// What the term is for.
    pub covers: Covered,
    /// How long it lasts.
    #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::AskedTerm))]
    pub term: Asked<Term>,
    /// A measure of use that ends the term earlier: 18 months or 2 000 hours, whichever comes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub or_usage: Option<Usage>,
    /// A second limit beside the term: 24 months from acceptance or 30 months from manufacture, whichever ends first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub or_term: Option<OtherTerm>,
    /// The days the term may start on, the preferred first. The first that is known counts.
    #[cfg_attr(feature = "schema", schema(min_items = 1))]
    pub starts_from: Vec<StartDate>,
    /// The start when warranty card and proof of purchase are both missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_proof: Option<StartDate>,
    /// Whether days under repair extend the term.
    #[serde(default)]
    pub repair_days: RepairDays,
    /// A replaced part is under warranty for the later of the remainder and this many months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(minimum = 1))]
    pub replaced_part_months: Option<u32>,
    /// Where the unit must have been sold.
    #[serde(default)]
    pub territory: Territory,
}

/// A second limit of a warranty term, with its own length and its own start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OtherTerm {
    /// How long it lasts.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "months:30"))]
    pub term: Asked<Term>,
    /// The days it may start on, the preferred first. The first that is known counts.
    #[cfg_attr(feature = "schema", schema(min_items = 1))]
    pub starts_from: Vec<StartDate>,
    /// Which of the two ends the warranty.
    #[serde(default)]
    pub whichever: Whichever,
}

words! {
    /// Which of two limits ends a warranty.
    #[derive(Default)]
    Whichever {
        /// The one that ends first.
        #[default]
        First = "first",
        /// The one that ends last.
        Last = "last",
    }
}

/// What a warranty term is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum Covered {
    /// The whole unit, without the classes named.
    WholeUnit {
        /// Classes of components that this term leaves out: bulbs.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        except: Vec<ComponentClass>,
    },
    /// One class of components: main parts, the compressor.
    Component {
        /// The class.
        class: ComponentClass,
    },
    /// Software: upgrades and corrections.
    #[serde(deserialize_with = "nothing_else")]
    Software,
}

/// How long a warranty lasts. Written `lifetime`, as a limit in days or months: `months:24`, or in heating seasons:
/// `seasons:2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Term {
    /// As long as the unit lives.
    Lifetime,
    /// A period in days, months or years.
    Period(Limit),
    /// Heating seasons (采暖季), which each place dates by itself.
    Seasons(u32),
}

/// More seasons than any heating lasts.
const MOST_SEASONS: u32 = 100;

impl std::fmt::Display for Term {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Lifetime => f.write_str("lifetime"),
            Self::Period(limit) => limit.fmt(f),
            Self::Seasons(count) => write!(f, "seasons:{count}"),
        }
    }
}

/// Why a text is not a warranty term.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "a warranty term is \"lifetime\", \"months:N\", \"natural-days:N\" or \"seasons:N\" with N at least 1, not \"{given}\""
)]
pub struct TermError {
    given: String,
}

impl std::str::FromStr for Term {
    type Err = TermError;

    fn from_str(text: &str) -> Result<Self, TermError> {
        if text == "lifetime" {
            return Ok(Self::Lifetime);
        }
        let seasons = text.strip_prefix("seasons:");
        if let Some(count @ 1..=MOST_SEASONS) = seasons.and_then(|count| count.parse().ok()) {
            return Ok(Self::Seasons(count));
        }
        match text.parse() {
            Ok(limit @ (Limit::Months(1..) | Limit::NaturalDays(1..))) => Ok(Self::Period(limit)),
            _ => Err(TermError {
                given: text.chars().take(64).collect(),
            }),
        }
    }
}

impl Serialize for Term {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Term {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// A measure of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Usage {
    /// How much.
    #[cfg_attr(feature = "schema", schema(minimum = 1))]
    pub amount: u32,
    /// Of what.
    pub unit: UsageUnit,
}

words! {
    /// What use is measured in.
    UsageUnit {
        /// Hours of operation.
        Hours = "hours",
        /// Kilometres driven.
        Kilometres = "kilometres",
        /// Operating cycles.
        Cycles = "cycles",
    }
}

words! {
    /// The days in a unit's life from which a warranty may start.
    StartDate {
        /// The day the contract names.
        Contract = "contract",
        /// Acceptance signed.
        Accepted = "accepted",
        /// Put into operation.
        Commissioned = "commissioned",
        /// Handed over.
        Delivered = "delivered",
        /// Installed.
        Installed = "installed",
        /// The proof of purchase or invoice.
        Purchased = "purchased",
        /// The work was completed.
        Completed = "completed",
        /// Put to use by the customer.
        PutToUse = "put_to_use",
        /// Left the factory.
        Manufactured = "manufactured",
    }
}

words! {
    /// Whether days under repair extend a warranty.
    #[derive(Default)]
    RepairDays {
        /// They count like any other day.
        #[default]
        Count = "count",
        /// They do not count: the term ends that much later.
        Extend = "extend",
    }
}

words! {
    /// Where a unit must have been sold for the warranty to hold.
    #[derive(Default)]
    Territory {
        /// Anywhere.
        #[default]
        Anywhere = "anywhere",
        /// In mainland China only.
        Domestic = "domestic",
    }
}
