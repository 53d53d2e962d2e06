//! Names that a plan uses and others keep: calendars, and the product families of the law.

use std::collections::BTreeSet;

use super::{Fault, FaultCode, Faults};
use crate::legal::{LegalRow, families};
use crate::plan::document::AnswerKind;
use crate::plan::{Plan, Promise, Terms};
use crate::slug::CalendarName;

/// The most known names told beside one that is not.
const MOST_TOLD: usize = 5;

/// Every place of a plan that names a calendar which is none of `kept`.
pub fn unknown_calendars(plan: &Plan, kept: &BTreeSet<CalendarName>) -> Vec<Fault> {
    let mut faults = Faults::default();
    calendar(&plan.calendar, "/calendar".to_owned(), kept, &mut faults);
    for (index, parameter) in plan.parameters.iter().enumerate() {
        let suggested = parameter.suggested.as_deref().unwrap_or_default();
        if parameter.answer == AnswerKind::Calendar
            && let Ok(name) = suggested.parse()
        {
            let at = format!("/parameters/{index}/suggested");
            calendar(&name, at, kept, &mut faults);
        }
    }
    for (index, clause) in plan.clauses.iter().enumerate() {
        faults.clause = Some(clause.id.clone());
        let at = |field: &str| format!("/clauses/{index}/promise/{field}");
        match &clause.promise {
            Promise::TimeLimit(limit) => {
                if let Some(name) = &limit.calendar {
                    calendar(name, at("calendar"), kept, &mut faults);
                }
            }
            Promise::Channel(channel) => {
                if let Some(name) = channel.hours.known() {
                    calendar(name, at("hours"), kept, &mut faults);
                }
            }
            _ => {}
        }
    }
    faults.found
}

/// The answers of an agreement that name a calendar which is none of `kept`, with pointers into its terms.
pub fn unknown_answers(plan: &Plan, terms: &Terms, kept: &BTreeSet<CalendarName>) -> Vec<Fault> {
    let mut faults = Faults::default();
    for (parameter, answer) in &terms.answers {
        let asked = plan.parameters.iter().find(|one| one.id == *parameter);
        if asked.is_some_and(|asked| asked.answer == AnswerKind::Calendar)
            && let Ok(name) = answer.parse()
        {
            calendar(&name, format!("/answers/{parameter}"), kept, &mut faults);
        }
    }
    faults.found
}

fn calendar(
    name: &CalendarName,
    pointer: String,
    kept: &BTreeSet<CalendarName>,
    faults: &mut Faults,
) {
    if !kept.contains(name) {
        let known = nearest(name.as_str(), kept.iter().map(CalendarName::as_str));
        faults.add_knowing(FaultCode::UnknownCalendar, pointer, name, known);
    }
}

/// The product family of a plan, where no row of the law on file is about it.
pub fn unknown_products(plan: &Plan, law: &[LegalRow]) -> Vec<Fault> {
    let mut faults = Faults::default();
    if let Some(product) = &plan.legal_product {
        let families = families(law);
        if !families.contains(product.as_str()) {
            let known = nearest(product.as_str(), families.iter().copied());
            faults.add_knowing(FaultCode::UnknownProduct, "/legal_product", product, known);
        }
    }
    faults.found
}

/// The known names, the one that differs in the fewest letters first.
fn nearest<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut ranked: Vec<(usize, &str)> = known
        .map(|name| (letters_apart(given, name), name))
        .collect();
    ranked.sort_unstable();
    let names = ranked.into_iter().map(|(_, name)| name.to_owned());
    names.take(MOST_TOLD).collect()
}

/// How many letters must be added, left out or changed to make one name the other.
fn letters_apart(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], line + 1);
        for (column, theirs) in other.iter().enumerate() {
            let changed = corner + usize::from(letter != *theirs);
            corner = row[column + 1];
            row[column + 1] = changed.min(row[column] + 1).min(corner + 1);
        }
    }
    row[other.len()]
}
