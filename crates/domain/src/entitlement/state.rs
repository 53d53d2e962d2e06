//! The state of a unit's warranty on a day: everything that is told of it, wherever it is told.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::resolve::{ResolvedTerm, WarrantyResolution};
use super::standing::UnitStanding;
use crate::legal::{Floor, LegalRule};
use crate::plan::clauses::warranty::{Covered, StartDate, Usage, UsageUnit};
use crate::slug::ComponentClass;
use crate::words::words;

/// The state of a unit's warranty on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct WarrantyState {
    /// The day.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
    pub on: Date,
    /// The word.
    pub standing: UnitStanding,
    /// Whose term decides.
    pub of: TermOf,
    /// The last day of that term, past or to come; absent for a lifetime, and where it cannot be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = Date))]
    pub ends_on: Option<Date>,
    /// Whether it lasts a lifetime.
    pub lifetime: bool,
    /// Its first day, where that is yet to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = Date))]
    pub begins_on: Option<Date>,
    /// How much use it allows, where the unit was used more before its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_up: Option<Usage>,
    /// The parts whose own term runs while that of the unit does not, the one that ends first before the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<PartInWarranty>,
    /// The days of which one is to be entered before it can be told how long a term runs.
    pub missing_starts: Vec<StartDate>,
    /// What is to be read before it can be told whether a term runs.
    pub missing_readings: Vec<UsageUnit>,
    /// Whether the days on which heating begins and ends are to be entered before it can be told how long a term runs.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub missing_season: bool,
    /// The law, where the term that decides is the law's and not the plan's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<LegalTerm>,
}

words! {
    /// Whose term the state of a unit's warranty is told by.
    TermOf {
        /// That of the whole unit.
        WholeUnit = "whole_unit",
        /// That of its software: nothing is promised for the machine.
        Software = "software",
        /// Those of its parts: nothing is promised for the whole.
        Parts = "parts",
        /// Nobody's.
        Nothing = "nothing",
    }
}

/// A part, or the software, whose own term runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PartInWarranty {
    /// The class of the part; absent for the software.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<ComponentClass>,
    /// The last day of its term; absent for a lifetime.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = Date))]
    pub ends_on: Option<Date>,
}

/// A term that is as the law says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LegalTerm {
    /// The row of the law.
    #[serde(flatten)]
    pub floor: Floor,
    /// What the plan promised, less than the law; absent where it promises no such term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
}

impl WarrantyResolution {
    /// The state on a day. The term of the whole unit decides; where there is none, that of the software, else those of
    /// the parts.
    pub fn state(&self, on: Date) -> WarrantyState {
        let of = self.told_by();
        let terms: Vec<&ResolvedTerm> = self.terms.iter().filter(|term| of.is(term)).collect();
        let standing = self.standing(on);
        let known = || terms.iter().filter(|term| term.problem.is_none());
        // A lifetime outlasts every day.
        let lifetime = known().any(|term| term.ends_on.is_none());
        let ends_on = known().filter_map(|term| term.ends_on).max();
        let begins = known().filter_map(|term| Some(term.start.as_ref()?.on));
        let begins_on = begins.min().filter(|first| on < *first);
        let is_own_over = standing != UnitStanding::InWarranty;
        let used_up = known()
            .find(|term| term.is_used_up() && term.ends_on.is_none_or(|last| on <= last))
            .and_then(|term| term.or_usage);
        WarrantyState {
            on,
            standing,
            of,
            ends_on: ends_on.filter(|_| !lifetime),
            lifetime,
            begins_on: begins_on.filter(|_| is_own_over),
            used_up: used_up.filter(|_| is_own_over),
            parts: if is_own_over {
                self.parts_running(on, of)
            } else {
                Vec::new()
            },
            missing_starts: self.missing_starts(),
            missing_readings: self.missing_readings(on),
            missing_season: self.misses_season(),
            law: terms.iter().find_map(|term| term.legal()),
        }
    }

    fn told_by(&self) -> TermOf {
        let kinds = [TermOf::WholeUnit, TermOf::Software, TermOf::Parts];
        let has = |of: &TermOf| self.terms.iter().any(|term| of.is(term));
        kinds.into_iter().find(has).unwrap_or(TermOf::Nothing)
    }

    /// The parts whose own term runs on a day, each with the latest of its last days.
    pub fn parts_in_warranty(&self, on: Date) -> Vec<PartInWarranty> {
        self.parts_running(on, TermOf::WholeUnit)
    }

    fn parts_running(&self, on: Date, of: TermOf) -> Vec<PartInWarranty> {
        let is_other = |term: &&ResolvedTerm| of == TermOf::Parts || !of.is(term);
        let running = self.terms.iter().filter(is_other);
        let mut parts: Vec<PartInWarranty> = Vec::new();
        for term in running.filter(|term| term.runs_on(on)) {
            let class = match &term.covers {
                Covered::Component { class } => Some(class.clone()),
                Covered::Software | Covered::WholeUnit { .. } => None,
            };
            match parts.iter_mut().find(|part| part.class == class) {
                Some(part) => {
                    let both = part.ends_on.zip(term.ends_on);
                    part.ends_on = both.map(|(one, other)| one.max(other));
                }
                None => parts.push(PartInWarranty {
                    class,
                    ends_on: term.ends_on,
                }),
            }
        }
        parts.sort_by_key(|part| part.ends_on.unwrap_or(Date::MAX));
        parts
    }
}

impl TermOf {
    const fn is(self, term: &ResolvedTerm) -> bool {
        matches!(
            (self, &term.covers),
            (Self::WholeUnit, Covered::WholeUnit { .. })
                | (Self::Software, Covered::Software)
                | (Self::Parts, Covered::Component { .. })
        )
    }
}

impl ResolvedTerm {
    /// The law the term comes from, if it does. Days under repair that do not count, or more kilometres, are no term of
    /// the law.
    pub fn legal(&self) -> Option<LegalTerm> {
        let raised = self.raised.as_ref();
        let raised = raised.filter(|raised| raised.floor.rule == LegalRule::Term);
        match (&self.law, raised) {
            (Some(floor), _) => Some(LegalTerm {
                floor: floor.clone(),
                said: None,
            }),
            (None, Some(raised)) => Some(LegalTerm {
                floor: raised.floor.clone(),
                said: Some(raised.said.clone()),
            }),
            (None, None) => None,
        }
    }
}
