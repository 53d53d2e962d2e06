//! What cannot be right in a plan, whatever was meant: ids that name nothing, tables that never hold, limits of no time.
//!
//! A fault is data: a code, a JSON pointer and what stands there. Contradictions and gaps, which may be meant, are
//! [`super::problems`].

mod clause;
mod condition;
mod fault;
mod frame;
mod known;
mod limit;
mod outside;

pub use fault::{Fault, FaultCode, Said};
pub(crate) use limit::check_bound;
pub use outside::{unknown_answers, unknown_calendars, unknown_products};

use super::{Asked, Plan, Promise};
use crate::slug::ClauseId;
use known::Known;

/// The longest text, in characters.
pub const MAX_TEXT: usize = 40_000;
/// The most clauses, parameters, rows or entries of one list.
pub const MAX_ENTRIES: usize = 2_000;

/// A hundred years, in days, weeks, months and years: the longest a limit can be written too.
const MAX_DAYS: u32 = 36_525;
const MAX_WEEKS: u32 = 5_218;
const MAX_MONTHS: u32 = 1_200;
const MAX_YEARS: u32 = 100;
/// The most times, pieces or people one promise is about.
const MAX_TIMES: u32 = 10_000;
/// The most minutes around an appointment: a week.
const MAX_MINUTES: u32 = 7 * 24 * 60;
/// Ten times the price.
const MAX_BPS: u32 = 100_000;
/// The most use that ends a warranty, in hours, kilometres or cycles.
const MAX_USE: u32 = 1_000_000_000;

/// Every fault of a plan, in the order of the document.
pub fn validate(plan: &Plan) -> Vec<Fault> {
    let known = Known::of(plan);
    let mut faults = Faults::default();
    frame::check(plan, &known, &mut faults);
    for (index, one) in plan.clauses.iter().take(MAX_ENTRIES).enumerate() {
        faults.clause = Some(one.id.clone());
        clause::check(one, &format!("/clauses/{index}"), &known, &mut faults);
    }
    faults.clause = None;
    frame::check_settlements(plan, &known, &mut faults);
    faults.found
}

/// What cannot be right in one promise, with pointers into it: what a question may be answered with depends on its place.
pub(crate) fn faults_of_promise(promise: &Promise, plan: &Plan) -> Vec<Fault> {
    let mut faults = Faults::default();
    clause::check_promise(promise, "", &Known::of(plan), &mut faults);
    faults.found
}

/// The faults found so far.
#[derive(Default)]
pub(crate) struct Faults {
    /// The clause being looked at.
    pub(crate) clause: Option<ClauseId>,
    pub(crate) found: Vec<Fault>,
}

impl Faults {
    pub(crate) fn add(
        &mut self,
        code: FaultCode,
        pointer: impl Into<String>,
        found: impl std::fmt::Display,
    ) {
        self.add_knowing(code, pointer, found, Vec::new());
    }

    /// A fault of a name, with the names that are known.
    fn add_knowing(
        &mut self,
        code: FaultCode,
        pointer: impl Into<String>,
        found: impl std::fmt::Display,
        known: Vec<String>,
    ) {
        let found = found.to_string().chars().take(200).collect();
        self.found.push(Fault {
            code,
            pointer: pointer.into(),
            clause: self.clause.clone(),
            found,
            known,
        });
    }

    /// A text that must say something, within bounds.
    fn text(&mut self, text: &str, pointer: String) {
        if text.trim().is_empty() {
            self.add(FaultCode::EmptyText, pointer, text);
        } else {
            self.length(text, pointer);
        }
    }

    /// A text that may be empty, within bounds.
    fn length(&mut self, text: &str, pointer: String) {
        if text.chars().nth(MAX_TEXT).is_some() {
            self.add(FaultCode::TextTooLong, pointer, text.chars().count());
        }
    }

    /// A list that must have an entry, within bounds.
    fn list<T>(&mut self, list: &[T], pointer: String) {
        if list.is_empty() {
            self.add(FaultCode::EmptyList, pointer, "[]");
        } else if list.len() > MAX_ENTRIES {
            self.add(FaultCode::TooMany, pointer, list.len());
        }
    }

    /// Entries with ids that must differ, each with a label that must say something.
    fn ids<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>, pointer: &str) {
        let mut seen = std::collections::BTreeSet::new();
        for (index, id) in ids.into_iter().enumerate() {
            if index == MAX_ENTRIES {
                self.add(FaultCode::TooMany, pointer, index);
            }
            if !seen.insert(id) {
                self.add(FaultCode::DuplicateId, format!("{pointer}/{index}/id"), id);
            }
        }
    }

    /// Percent marks between 1 and 100 in rising order.
    fn percents(&mut self, marks: &[u8], pointer: &str) {
        for (index, mark) in marks.iter().enumerate() {
            let rising = index == 0 || marks[index - 1] < *mark;
            if !(1..=100).contains(mark) || !rising {
                self.add(FaultCode::BadPercent, format!("{pointer}/{index}"), mark);
            }
        }
    }

    /// A number of something: one at least, `most` at most.
    fn count(&mut self, count: u32, most: u32, pointer: String) {
        if count == 0 {
            self.add(FaultCode::ZeroCount, pointer, count);
        } else {
            self.at_most(count, most, pointer);
        }
    }

    /// A number that may be none, unless it is asked.
    fn at_most_if_known(&mut self, count: &Asked<u32>, most: u32, pointer: String) {
        if let Some(count) = count.known() {
            self.at_most(*count, most, pointer);
        }
    }

    fn at_most(&mut self, count: u32, most: u32, pointer: String) {
        if count > most {
            self.add(FaultCode::TooLarge, pointer, count);
        }
    }
}
