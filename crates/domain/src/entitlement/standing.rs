//! In or out of warranty: what can be said of a unit in one word.

use jiff::civil::Date;

use super::resolve::{ResolvedTerm, WarrantyResolution};
use crate::plan::clauses::warranty::{Covered, StartDate, UsageUnit};
use crate::words::words;

words! {
    /// The state of a unit's warranty on a day.
    UnitStanding {
        /// The unit's own term runs.
        InWarranty = "in_warranty",
        /// The unit's own term does not run, but that of some of its parts does.
        PartsInWarranty = "parts_in_warranty",
        /// No term runs as far as is known, and of one the first day, or the measure of use that may end it, is not known.
        Unknown = "unknown",
        /// No term runs.
        OutOfWarranty = "out_of_warranty",
        /// Nothing promises a term.
        NoTerm = "no_term",
    }
}

impl WarrantyResolution {
    /// In or out of warranty on a day.
    pub fn standing(&self, on: Date) -> UnitStanding {
        if self.terms.is_empty() {
            return UnitStanding::NoTerm;
        }
        let is_own = |term: &&ResolvedTerm| matches!(term.covers, Covered::WholeUnit { .. });
        let has_own = self.terms.iter().any(|term| is_own(&term));
        let mut running = self.terms.iter().filter(|term| term.runs_on(on)).peekable();
        if running.peek().is_none() {
            let is_told = self.missing_starts().is_empty()
                && self.missing_readings(on).is_empty()
                && !self.misses_season();
            return if is_told {
                UnitStanding::OutOfWarranty
            } else {
                UnitStanding::Unknown
            };
        }
        // A plan for software alone promises no machine anything.
        let is_of_unit =
            |term: &ResolvedTerm| is_own(&term) || (!has_own && term.covers == Covered::Software);
        if running.any(is_of_unit) {
            UnitStanding::InWarranty
        } else {
            UnitStanding::PartsInWarranty
        }
    }

    /// Whether a term is counted in heating seasons that nobody has dated.
    pub fn misses_season(&self) -> bool {
        self.terms.iter().any(ResolvedTerm::misses_season)
    }

    /// What must be read before it can be told whether a term runs on a day, each once.
    pub fn missing_readings(&self, on: Date) -> Vec<UsageUnit> {
        let mut units: Vec<_> = self
            .terms
            .iter()
            .filter_map(|term| term.missing_reading_on(on))
            .collect();
        units.dedup();
        units
    }

    /// The days of which one is needed to tell how long a term runs, each once; empty where every term has its start.
    pub fn missing_starts(&self) -> Vec<StartDate> {
        each_once(self.terms.iter().flat_map(ResolvedTerm::missing_starts))
    }
}

/// Days in the order they came, none of them twice.
pub(super) fn each_once<'a>(days: impl IntoIterator<Item = &'a StartDate>) -> Vec<StartDate> {
    let mut distinct = Vec::new();
    for day in days {
        if !distinct.contains(day) {
            distinct.push(*day);
        }
    }
    distinct
}
