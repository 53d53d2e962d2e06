//! Two clauses that say one thing become one: rows of a decision table, lines of a checklist, steps of a procedure.

use super::clauses::conduct::Conduct;
use super::clauses::coverage::Coverage;
use super::clauses::delivery::Delivery;
use super::clauses::document::IssuedDocument;
use super::clauses::fee::{Fee, TermRate, YearRate};
use super::clauses::parts::Parts;
use super::clauses::procedure::Procedure;
use super::clauses::remedy::Remedy;
use super::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use super::clauses::training::Training;
use super::clauses::warranty::{Covered, WarrantyTerm};
use super::{Asked, Clause, Promise};
use crate::slug::ItemId;
use crate::words::words;

words! {
    /// Why two clauses cannot become one.
    NoMerge {
        /// They are of different kinds.
        Kind = "kind",
        /// They settle different matters: other milestones, another stage, another trigger.
        Matter = "matter",
        /// They contradict each other, and one clause would hide it.
        Contradiction = "contradiction",
        /// They bind different parties, bind differently, or hold under different conditions.
        Frame = "frame",
    }
}

type Merged<T> = Result<T, NoMerge>;

/// The promise that says what both clauses say.
///
/// # Errors
///
/// Says why there is no such promise. A contradiction is never merged away.
pub fn merge(first: &Clause, second: &Clause) -> Merged<Promise> {
    if first.binds != second.binds || first.strength != second.strength || first.when != second.when
    {
        return Err(NoMerge::Frame);
    }
    if first.promise == second.promise {
        return Ok(first.promise.clone());
    }
    promises(&first.promise, &second.promise)
}

fn promises(first: &Promise, second: &Promise) -> Merged<Promise> {
    match (first, second) {
        (Promise::TimeLimit(a), Promise::TimeLimit(b)) => limits(a, b).map(Promise::TimeLimit),
        (Promise::WarrantyTerm(a), Promise::WarrantyTerm(b)) => {
            terms(a, b).map(Promise::WarrantyTerm)
        }
        (Promise::Coverage(a), Promise::Coverage(b)) => coverages(a, b).map(Promise::Coverage),
        (Promise::Conduct(a), Promise::Conduct(b)) => conducts(a, b).map(Promise::Conduct),
        (Promise::Procedure(a), Promise::Procedure(b)) => Ok(Promise::Procedure(procedures(a, b))),
        (Promise::Delivery(a), Promise::Delivery(b)) => deliveries(a, b).map(Promise::Delivery),
        (Promise::Document(a), Promise::Document(b)) => documents(a, b).map(Promise::Document),
        (Promise::Training(a), Promise::Training(b)) => trainings(a, b).map(Promise::Training),
        (Promise::Remedy(a), Promise::Remedy(b)) => remedies(a, b).map(Promise::Remedy),
        (Promise::Fee(a), Promise::Fee(b)) => fees(a, b).map(Promise::Fee),
        (Promise::Parts(a), Promise::Parts(b)) => parts(a, b).map(Promise::Parts),
        (a, b) if a.kind() == b.kind() => Err(NoMerge::Matter),
        _ => Err(NoMerge::Kind),
    }
}

fn limits(a: &TimeLimit, b: &TimeLimit) -> Merged<TimeLimit> {
    if (a.from, a.to, &a.calendar, a.day_end) != (b.from, b.to, &b.calendar, b.day_end) {
        return Err(NoMerge::Matter);
    }
    if !is_same_set(&a.pausable_by, &b.pausable_by) {
        // What may stop one clock would stop the other's, too.
        return Err(NoMerge::Frame);
    }
    let mut merged = a.clone();
    for row in &b.rows {
        match merged.rows.iter_mut().find(|known| known.when == row.when) {
            Some(known) => known.bound = bounds(&known.bound, &row.bound)?,
            None => merged.rows.push(row.clone()),
        }
    }
    merged.otherwise = match (&a.otherwise, &b.otherwise) {
        (Otherwise::NoPromise, stated) | (stated, Otherwise::NoPromise) => stated.clone(),
        (Otherwise::Bound(one), Otherwise::Bound(other)) => Otherwise::Bound(bounds(one, other)?),
    };
    extend(&mut merged.warn_at_percent, &b.warn_at_percent);
    merged.warn_at_percent.sort_unstable();
    Ok(merged)
}

fn is_same_set<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    let holds = |one: &[T], other: &[T]| one.iter().all(|value| other.contains(value));
    holds(one, other) && holds(other, one)
}

fn bounds(one: &Bound, other: &Bound) -> Merged<Bound> {
    let (one, other) = match (one, other) {
        (one, other) if one == other => return Ok(one.clone()),
        (
            Bound::Within { limit, target },
            Bound::Within {
                limit: second,
                target: aim,
            },
        ) => ((limit, target), (second, aim)),
        _ => return Err(NoMerge::Contradiction),
    };
    Ok(Bound::Within {
        limit: stated(one.0, other.0)?,
        target: either(one.1.as_ref(), other.1.as_ref())?,
    })
}

/// The halves of one warranty: its length in one sentence, its start, its exceptions or what extends it in another.
fn terms(a: &WarrantyTerm, b: &WarrantyTerm) -> Merged<WarrantyTerm> {
    let mut merged = a.clone();
    merged.covers = covered(&a.covers, &b.covers)?;
    merged.term = stated(&a.term, &b.term)?;
    merged.or_usage = either(a.or_usage.as_ref(), b.or_usage.as_ref())?;
    merged.or_term = either(a.or_term.as_ref(), b.or_term.as_ref())?;
    extend(&mut merged.starts_from, &b.starts_from);
    merged.without_proof = either(a.without_proof.as_ref(), b.without_proof.as_ref())?;
    let months = either(
        a.replaced_part_months.as_ref(),
        b.replaced_part_months.as_ref(),
    );
    merged.replaced_part_months = months?;
    merged.repair_days = unusual(a.repair_days, b.repair_days);
    merged.territory = unusual(a.territory, b.territory);
    Ok(merged)
}

/// The whole unit stays the whole unit, without what either sentence leaves out.
fn covered(one: &Covered, other: &Covered) -> Merged<Covered> {
    match (one, other) {
        (Covered::WholeUnit { except }, Covered::WholeUnit { except: more }) => {
            let mut except = except.clone();
            extend(&mut except, more);
            Ok(Covered::WholeUnit { except })
        }
        (one, other) if one == other => Ok(one.clone()),
        _ => Err(NoMerge::Matter),
    }
}

/// The value one of two sentences states, where the other leaves it open.
fn stated<T: Clone + PartialEq>(one: &Asked<T>, other: &Asked<T>) -> Merged<Asked<T>> {
    match (one, other) {
        (one, other) if one == other => Ok(one.clone()),
        (Asked::Known(_), Asked::Ask(_)) => Ok(one.clone()),
        (Asked::Ask(_), Asked::Known(_)) => Ok(other.clone()),
        _ => Err(NoMerge::Contradiction),
    }
}

/// What either says, where they do not say different things.
fn either<T: Clone + PartialEq>(one: Option<&T>, other: Option<&T>) -> Merged<Option<T>> {
    match (one, other) {
        (Some(one), Some(other)) if one != other => Err(NoMerge::Contradiction),
        (one, other) => Ok(one.or(other).cloned()),
    }
}

/// What is said of the two, where silence means the usual.
fn unusual<T: Default + PartialEq>(one: T, other: T) -> T {
    if one == T::default() { other } else { one }
}

fn coverages(a: &Coverage, b: &Coverage) -> Merged<Coverage> {
    if a.standing != b.standing || a.subject != b.subject {
        return Err(NoMerge::Matter);
    }
    if a.charges != b.charges {
        return Err(NoMerge::Contradiction);
    }
    let mut merged = a.clone();
    if a.causes.is_empty() || b.causes.is_empty() {
        // No cause named means every cause no other clause names: one list would say less.
        return Err(NoMerge::Matter);
    }
    extend(&mut merged.causes, &b.causes);
    Ok(merged)
}

fn conducts(a: &Conduct, b: &Conduct) -> Merged<Conduct> {
    if a.stage != b.stage || a.answered_by != b.answered_by {
        return Err(NoMerge::Matter);
    }
    let mut merged = a.clone();
    merged.items.extend(b.items.iter().cloned());
    renumber(merged.items.iter_mut().map(|item| &mut item.id));
    Ok(merged)
}

fn procedures(a: &Procedure, b: &Procedure) -> Procedure {
    let mut merged = a.clone();
    merged.steps.extend(b.steps.iter().cloned());
    renumber(merged.steps.iter_mut().map(|step| &mut step.id));
    merged
}

fn deliveries(a: &Delivery, b: &Delivery) -> Merged<Delivery> {
    let mut merged = a.clone();
    merged.notice_minutes = match (&a.notice_minutes, &b.notice_minutes) {
        (Some(one), Some(other)) if one != other => return Err(NoMerge::Contradiction),
        (one, other) => one.clone().or_else(|| other.clone()),
    };
    merged.steps.extend(b.steps.iter().cloned());
    renumber(merged.steps.iter_mut().map(|step| &mut step.id));
    merged.resources.extend(b.resources.iter().cloned());
    Ok(merged)
}

fn documents(a: &IssuedDocument, b: &IssuedDocument) -> Merged<IssuedDocument> {
    if a.document != b.document || a.after_levels != b.after_levels {
        return Err(NoMerge::Matter);
    }
    if a.after.is_some() && b.after.is_some() && (a.after, &a.within) != (b.after, &b.within) {
        return Err(NoMerge::Contradiction);
    }
    let mut merged = if a.after.is_some() {
        a.clone()
    } else {
        b.clone()
    };
    merged.fields.clone_from(&a.fields);
    extend(&mut merged.fields, &b.fields);
    Ok(merged)
}

fn trainings(a: &Training, b: &Training) -> Merged<Training> {
    if a.audience != b.audience || a.before != b.before {
        return Err(NoMerge::Matter);
    }
    let mut merged = a.clone();
    extend(&mut merged.content, &b.content);
    merged.outcome = match (a.outcome.trim(), b.outcome.trim()) {
        (one, other) if one.is_empty() || one == other => other.to_owned(),
        (one, "") => one.to_owned(),
        (one, other) => format!("{one}；{other}"),
    };
    Ok(merged)
}

fn remedies(a: &Remedy, b: &Remedy) -> Merged<Remedy> {
    if a.trigger != b.trigger {
        return Err(NoMerge::Matter);
    }
    let mut merged = a.clone();
    extend(&mut merged.entitles, &b.entitles);
    extend(&mut merged.besides, &b.besides);
    Ok(merged)
}

fn fees(a: &Fee, b: &Fee) -> Merged<Fee> {
    match (a, b) {
        (Fee::PercentOfContract { by_term: one }, Fee::PercentOfContract { by_term: other }) => {
            let rates = rising(one, other, |rate: &TermRate| rate.years)?;
            Ok(Fee::PercentOfContract { by_term: rates })
        }
        (Fee::PersonDay { by_year: one }, Fee::PersonDay { by_year: other }) => {
            let rates = rising(one, other, |rate: &YearRate| rate.year)?;
            Ok(Fee::PersonDay { by_year: rates })
        }
        _ => Err(NoMerge::Matter),
    }
}

/// The rates of both in rising order of years; two rates for one year contradict each other.
fn rising<T: Copy + PartialEq>(one: &[T], other: &[T], year: impl Fn(&T) -> u32) -> Merged<Vec<T>> {
    let mut rates = one.to_vec();
    for rate in other {
        match one.iter().find(|known| year(known) == year(rate)) {
            Some(known) if known != rate => return Err(NoMerge::Contradiction),
            Some(_) => {}
            None => rates.push(*rate),
        }
    }
    rates.sort_by_key(|rate| year(rate));
    Ok(rates)
}

fn parts(a: &Parts, b: &Parts) -> Merged<Parts> {
    match (a, b) {
        (Parts::Stocked { kinds: one }, Parts::Stocked { kinds: other }) => {
            let mut kinds = one.clone();
            extend(&mut kinds, other);
            Ok(Parts::Stocked { kinds })
        }
        _ => Err(NoMerge::Matter),
    }
}

fn extend<T: Clone + PartialEq>(list: &mut Vec<T>, more: &[T]) {
    for one in more {
        if !list.contains(one) {
            list.push(one.clone());
        }
    }
}

/// Ids of entries stay as they are, but for one that is taken already.
fn renumber<'a>(ids: impl Iterator<Item = &'a mut ItemId>) {
    let mut taken: Vec<ItemId> = Vec::new();
    for id in ids {
        let mut number = taken.len() + 1;
        while taken.contains(id) {
            *id = format!("item-{number}")
                .parse()
                .expect("a word and a number are a name");
            number += 1;
        }
        taken.push(id.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause(promise: &str) -> Clause {
        toml::from_str(&format!(
            "id = \"one\"\nheading = \"一\"\ntext = \"一。\"\npromise = {promise}\n"
        ))
        .expect("the clause reads")
    }

    fn row(level: &str, limit: &str) -> String {
        format!(
            r#"{{ kind = "time_limit", from = "reported", to = "on_site", otherwise = "no_promise",
               rows = [{{ when = {{ severity = ["{level}"] }}, bound = {{ type = "within", limit = "{limit}" }} }}] }}"#
        )
        .replace('\n', " ")
    }

    #[test]
    fn rows_of_one_table_become_one_clause() {
        let (one, two) = (
            clause(&row("level-1", "natural:PT4H")),
            clause(&row("level-2", "natural:PT8H")),
        );
        let Ok(Promise::TimeLimit(merged)) = merge(&one, &two) else {
            panic!("not merged")
        };
        assert_eq!(merged.rows.len(), 2);
        assert_eq!(merge(&one, &one), Ok(one.promise.clone()));
    }

    #[test]
    fn a_contradiction_is_never_merged_away() {
        let one = clause(&row("level-1", "natural:PT4H"));
        let other = clause(&row("level-1", "natural:PT8H"));
        assert_eq!(merge(&one, &other), Err(NoMerge::Contradiction));
        let mut soft = one.clone();
        soft.strength = crate::plan::Strength::May;
        assert_eq!(merge(&one, &soft), Err(NoMerge::Frame));
        let parts = clause(r#"{ kind = "parts", rule = "genuine_only" }"#);
        assert_eq!(merge(&one, &parts), Err(NoMerge::Kind));
    }

    #[test]
    fn what_may_stop_one_clock_stops_no_other() {
        let (mut one, two) = (
            clause(&row("level-1", "natural:PT4H")),
            clause(&row("level-2", "natural:PT8H")),
        );
        if let Promise::TimeLimit(limit) = &mut one.promise {
            limit.pausable_by = vec![crate::case::pause::PauseReason::WaitingForPart];
        }
        assert_eq!(merge(&one, &two), Err(NoMerge::Frame));
    }

    fn term(rest: &str) -> Clause {
        clause(&format!("{{ kind = \"warranty_term\", {rest} }}"))
    }

    #[test]
    fn the_halves_of_one_warranty_become_one() {
        let length =
            term(r#"covers = { what = "whole_unit" }, term = "months:24", starts_from = []"#);
        let start = term(
            r#"covers = { what = "whole_unit", except = ["bulb"] }, term = "ask:term", starts_from = ["accepted"], repair_days = "extend""#,
        );
        let whole = term(
            r#"covers = { what = "whole_unit", except = ["bulb"] }, term = "months:24", starts_from = ["accepted"], repair_days = "extend""#,
        );
        assert_eq!(merge(&length, &start), Ok(whole.promise.clone()));
        assert_eq!(merge(&start, &length), Ok(whole.promise));
    }

    #[test]
    fn two_lengths_or_two_things_are_no_halves_of_one_warranty() {
        let one = term(
            r#"covers = { what = "whole_unit" }, term = "months:24", starts_from = ["accepted"]"#,
        );
        let longer = term(
            r#"covers = { what = "whole_unit" }, term = "months:36", starts_from = ["accepted"]"#,
        );
        let bulb = term(
            r#"covers = { what = "component", class = "bulb" }, term = "months:24", starts_from = ["accepted"]"#,
        );
        assert_eq!(merge(&one, &longer), Err(NoMerge::Contradiction));
        assert_eq!(merge(&one, &bulb), Err(NoMerge::Matter));
    }

    #[test]
    fn lines_of_two_checklists_keep_ids_of_their_own() {
        let line = |text: &str| {
            clause(&format!(
                r#"{{ kind = "conduct", stage = "on_site", items = [{{ id = "item-1", text = "{text}" }}] }}"#
            ))
        };
        let Ok(Promise::Conduct(merged)) = merge(&line("挂牌"), &line("鞋套")) else {
            panic!("not merged")
        };
        let ids: Vec<&str> = merged.items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(ids, ["item-1", "item-2"]);
    }
}
