//! Scopes that would keep two contradicting clauses apart, so that one click can settle them.

use std::cmp::Ordering;

use super::limits::reaches;
use super::separates;
use crate::plan::clauses::coverage::Standing;
use crate::plan::document::Scope;
use crate::plan::{Clause, Condition, Plan, Promise};
use crate::slug::ClauseId;

/// Most ways offered; more would be a form again.
const MOST: usize = 3;

/// Ways to tell two clauses apart, the likeliest first: by what their own words name, then by what the plan defines.
/// Empty where the plan knows nothing that could separate them.
pub fn scopes_apart(plan: &Plan, sides: &[ClauseId]) -> Vec<Vec<Scope>> {
    let clauses: Vec<&Clause> = sides
        .iter()
        .filter_map(|side| plan.clauses.iter().find(|clause| clause.id == *side))
        .collect();
    let [one, other] = clauses[..] else {
        return Vec::new();
    };
    let (stricter, milder) = ranked(one, other);
    let dimensions = dimensions(plan, &one.promise);
    let named = dimensions
        .iter()
        .filter_map(|dimension| dimension.by_words(stricter, milder));
    let defined = dimensions.iter().filter_map(Dimension::by_rank);
    let mut found: Vec<Vec<Scope>> = Vec::new();
    for (first, second) in named.chain(defined) {
        let scope = |clause: &Clause, when| Scope {
            clause: clause.id.clone(),
            when,
        };
        let scopes = vec![scope(stricter, first), scope(milder, second)];
        let sides = [&stricter.id, &milder.id];
        if found.len() < MOST && !found.contains(&scopes) && separates(plan, &scopes, &sides) {
            found.push(scopes);
        }
    }
    found
}

/// The clause with the shorter limit first; others as they stand in the document.
fn ranked<'a>(one: &'a Clause, other: &'a Clause) -> (&'a Clause, &'a Clause) {
    let shortest = |clause: &'a Clause| match &clause.promise {
        Promise::TimeLimit(limit) => reaches(clause, limit)
            .iter()
            .filter_map(super::limits::Reach::limit)
            .reduce(|a, b| match b.strictness(a) {
                Some(Ordering::Less) => b,
                _ => a,
            }),
        _ => None,
    };
    match (shortest(one), shortest(other)) {
        (Some(a), Some(b)) if b.strictness(a) == Some(Ordering::Less) => (other, one),
        _ => (one, other),
    }
}

/// One thing a condition can depend on: its values with the words for each, the gravest or nearest first.
struct Dimension {
    values: Vec<Value>,
}

struct Value {
    words: Vec<String>,
    add: Box<dyn Fn(&mut Condition)>,
    /// Whether the stricter clause holds here when no word decides.
    strict: bool,
}

fn dimensions(plan: &Plan, promise: &Promise) -> Vec<Dimension> {
    let mut found = Vec::new();
    let is_limit = matches!(promise, Promise::TimeLimit(_));
    if is_limit {
        found.push(of(
            plan.severities
                .iter()
                .map(|level| (level.id.clone(), level.label.clone())),
            |when, id| when.severity.push(id),
        ));
        found.push(of(
            plan.question_types
                .iter()
                .map(|kind| (kind.id.clone(), kind.label.clone())),
            |when, id| when.question.push(id),
        ));
    }
    found.push(of(
        plan.service_levels
            .iter()
            .map(|level| (level.id.clone(), level.label.clone())),
        |when, id| when.service_level.push(id),
    ));
    found.push(of(
        plan.regions
            .iter()
            .map(|region| (region.id.clone(), region.label.clone())),
        |when, id| when.region.push(id),
    ));
    // A term decides the standing, and a coverage states its own: neither can depend on it.
    if !matches!(promise, Promise::WarrantyTerm(_) | Promise::Coverage(_)) {
        found.push(standings());
    }
    found
}

fn of<T: Clone + 'static>(
    values: impl Iterator<Item = (T, String)>,
    add: fn(&mut Condition, T),
) -> Dimension {
    let value = |(place, (id, label)): (usize, (T, String))| Value {
        words: vec![label],
        add: Box::new(move |when: &mut Condition| add(when, id.clone())),
        strict: place == 0,
    };
    Dimension {
        values: values.enumerate().map(value).collect(),
    }
}

fn standings() -> Dimension {
    let value = |standing: Standing, strict: bool, words: &[&str]| Value {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        add: Box::new(move |when: &mut Condition| when.standing.push(standing)),
        strict,
    };
    let within = ["保修期内", "质保期内", "保质期内", "免费期内", "三包期内"];
    let after = [
        "保修期外",
        "质保期外",
        "保修期满",
        "质保期满",
        "保修期后",
        "质保期后",
        "过保",
        "期满后",
    ];
    let contract = ["维保合同", "维护合同", "续保", "维保期"];
    Dimension {
        values: vec![
            value(Standing::InWarranty, true, &within),
            value(Standing::InContract, true, &contract),
            value(Standing::OutOfWarranty, false, &after),
        ],
    }
}

impl Dimension {
    /// What the words of the two name: each its own values, or one its values and the other the rest.
    fn by_words(&self, one: &Clause, other: &Clause) -> Option<(Condition, Condition)> {
        let named = |clause: &Clause| -> Vec<bool> {
            let says = |value: &Value| {
                let mut words = value.words.iter();
                words.any(|word| clause.text.contains(word) || clause.heading.contains(word))
            };
            self.values.iter().map(says).collect()
        };
        let (mut first, mut second) = (named(one), named(other));
        let any = |named: &[bool]| named.contains(&true);
        let rest = |named: &[bool]| named.iter().map(|is| !is).collect::<Vec<_>>();
        match (any(&first), any(&second)) {
            (true, true) => {}
            (true, false) => second = rest(&first),
            (false, true) => first = rest(&second),
            (false, false) => return None,
        }
        self.split(&first, &second)
    }

    /// The stricter clause for the gravest, the nearest, the best level or the warranty; the other for the rest.
    fn by_rank(&self) -> Option<(Condition, Condition)> {
        let strict: Vec<bool> = self.values.iter().map(|value| value.strict).collect();
        let rest: Vec<bool> = strict.iter().map(|is| !is).collect();
        self.split(&strict, &rest)
    }

    fn split(&self, first: &[bool], second: &[bool]) -> Option<(Condition, Condition)> {
        let stated = |chosen: &[bool]| {
            let mut when = Condition::default();
            let chosen = self.values.iter().zip(chosen).filter(|(_, is)| **is);
            chosen.for_each(|(value, _)| (value.add)(&mut when));
            (!when.is_blank()).then_some(when)
        };
        stated(first).zip(stated(second))
    }
}
