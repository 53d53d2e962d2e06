//! A term with two limits: 24 months from acceptance or 30 months from manufacture, whichever ends first.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::resolve::{TermProblem, TermStart};
use super::season::CountedSeasons;
use crate::plan::clauses::warranty::{Term, Whichever};
use crate::words::words;

/// Both limits of a term, and which of them ends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TwoLimits {
    /// Whether the one that ends first or the one that ends last governs.
    pub whichever: Whichever,
    /// The one that governs. While one cannot be told, the other holds by itself.
    pub governs: Governs,
    /// The term's own limit.
    pub own: ResolvedLimit,
    /// The limit beside it.
    pub other: ResolvedLimit,
}

words! {
    /// One of the two limits of a term.
    Governs {
        /// The term's own.
        Own = "own",
        /// The one beside it.
        Other = "other",
    }
}

/// One limit, for one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ResolvedLimit {
    /// Its length.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, example = "months:30"))]
    pub term: Option<Term>,
    /// The first day.
    pub start: Option<TermStart>,
    /// The last day, included; `None` for a lifetime, or where there is a problem.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = Date))]
    pub ends_on: Option<Date>,
    /// The heating seasons it counts, where it is counted in those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seasons: Option<CountedSeasons>,
    /// Days under repair by which it was extended.
    pub repair_days: u32,
    /// Why it cannot be told, if it cannot.
    pub problem: Option<TermProblem>,
}

impl ResolvedLimit {
    pub(super) const fn failed(problem: TermProblem) -> Self {
        Self {
            term: None,
            start: None,
            ends_on: None,
            seasons: None,
            repair_days: 0,
            problem: Some(problem),
        }
    }
}

impl TwoLimits {
    pub(super) fn of(mut own: ResolvedLimit, other: ResolvedLimit, whichever: Whichever) -> Self {
        let governs = match (&own.problem, &other.problem) {
            (None, None) if other_governs(&own, &other, whichever) => Governs::Other,
            (Some(_), None) => Governs::Other,
            _ => Governs::Own,
        };
        // Any day of either would do.
        if let (
            Some(TermProblem::NoStartDate { any_of }),
            Some(TermProblem::NoStartDate { any_of: more }),
        ) = (&mut own.problem, &other.problem)
        {
            for day in more {
                if !any_of.contains(day) {
                    any_of.push(*day);
                }
            }
        }
        Self {
            whichever,
            governs,
            own,
            other,
        }
    }

    /// The limit that ends the term.
    pub const fn governing(&self) -> &ResolvedLimit {
        match self.governs {
            Governs::Own => &self.own,
            Governs::Other => &self.other,
        }
    }
}

/// Whether the limit beside the term's own ends it. A lifetime ends after every day.
fn other_governs(own: &ResolvedLimit, other: &ResolvedLimit, whichever: Whichever) -> bool {
    let last = |limit: &ResolvedLimit| limit.ends_on.unwrap_or(Date::MAX);
    match whichever {
        Whichever::First => last(other) < last(own),
        Whichever::Last => last(other) > last(own),
    }
}
