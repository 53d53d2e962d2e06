//! Time limits: each case of the demand against what the plan owes in that case.

use std::cmp::Ordering;

use super::cells::Unsaid;
use super::pick::{Candidate, Case, Offer};
use super::{Align, Found, Grounds, Measure, Verdict, less_is_better};
use crate::milestone::Milestone;
use crate::plan::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use crate::plan::{Clause, Condition, Promise};
use crate::time::Limit;

/// One answer for each case of the demand.
pub(super) fn answers<'a>(
    align: &Align,
    demand: &Clause,
    limit: &TimeLimit,
    offer: &'a Offer,
) -> Vec<Found<'a>> {
    let whole = align.translated(&demand.when);
    let rows = limit.rows.iter().enumerate().filter_map(|(at, row)| {
        let when = whole.and(&align.translated(&row.when))?;
        Some((at, when, &row.bound))
    });
    let rest = match &limit.otherwise {
        Otherwise::Bound(bound) => Some((limit.rows.len(), whole.clone(), bound)),
        Otherwise::NoPromise => None,
    };
    let in_case = |at, found: Found<'a>| found.demanded_in(several(limit).then_some(at));
    let answered = |(at, when, bound)| {
        let except = chosen_before(align, limit, at);
        in_case(at, answer((demand, limit), when, bound, offer, &except))
    };
    rows.chain(rest).map(answered).collect()
}

/// The cases in which another row of the demand's table is chosen: what holds when none does, asks nothing of any row.
fn chosen_before(align: &Align, limit: &TimeLimit, at: usize) -> Vec<Condition> {
    let own = limit.rows.get(at).map(|row| row.when.specificity());
    let goes_before = |(other, when): &(usize, &Condition)| {
        let order = |own| when.specificity().cmp(&own).then(at.cmp(other));
        own.is_none_or(|own| order(own) == Ordering::Greater)
    };
    let rows = limit.rows.iter().map(|row| &row.when).enumerate();
    rows.filter(goes_before)
        .map(|(_, when)| align.translated(when))
        .collect()
}

/// Whether a limit has more cases than one.
fn several(limit: &TimeLimit) -> bool {
    limit.rows.len() + usize::from(limit.otherwise != Otherwise::NoPromise) > 1
}

/// The answer in one case; `except` are the cases the demand states by themselves.
fn answer<'a>(
    (demand, asked): (&Clause, &TimeLimit),
    when: Condition,
    bound: &Bound,
    offer: &'a Offer,
    except: &[Condition],
) -> Found<'a> {
    let demanded = measure(bound);
    let case = Case {
        when,
        except,
        unsaid: Unsaid::Warranty,
    };
    let about = |to: &Milestone| {
        let candidates = candidates(offer, (asked.from, *to), bound);
        offer.answer(demand, &case, &candidates)
    };
    // Who promises by when it is repaired promises that it is restored by then, too.
    let shown_by = || asked.to.shown_by().iter().find_map(about);
    let found = about(&asked.to).or_else(shown_by);
    found.map_or_else(
        || Found::missing(demanded),
        |found| {
            let offered = found.offered;
            found.numbers(demanded, offered)
        },
    )
}

/// The clauses between two milestones, each row held against a demanded bound.
fn candidates<'a>(
    offer: &'a Offer,
    (from, to): (Milestone, Milestone),
    demanded: &Bound,
) -> Vec<Candidate<'a>> {
    let about = offer
        .plan
        .clauses
        .iter()
        .filter_map(|clause| match &clause.promise {
            Promise::TimeLimit(limit) if (limit.from, limit.to) == (from, to) => {
                Some((clause, limit))
            }
            _ => None,
        });
    about
        .map(|(clause, limit)| {
            let beside = |at: usize, bound: &Bound| {
                let (verdict, because) = judged(bound, demanded);
                Found::judged(clause, verdict, because)
                    .numbers(None, measure(bound))
                    .offered_in(several(limit).then_some(at))
            };
            let rows = limit.rows.iter().map(|row| &row.bound).enumerate();
            let rest = match &limit.otherwise {
                Otherwise::Bound(bound) => Some(beside(limit.rows.len(), bound)),
                Otherwise::NoPromise => None,
            };
            Candidate {
                clause,
                when: clause.when.clone(),
                rows: limit.rows.iter().map(|row| row.when.clone()).collect(),
                answers: rows
                    .map(|(at, bound)| Some(beside(at, bound)))
                    .chain([rest])
                    .collect(),
                weight: 0,
            }
        })
        .collect()
}

/// The offer's bound beside the demand's.
fn judged(offer: &Bound, demand: &Bound) -> (Verdict, Grounds) {
    match (offer, demand) {
        (Bound::Within { limit: offer, .. }, Bound::Within { limit: demand, .. }) => {
            match (offer.known(), demand.known()) {
                (Some(offer), Some(demand)) => by_length(*offer, *demand, less_is_better),
                _ => (Verdict::Unclear, Grounds::LeftOpen),
            }
        }
        (Bound::Before { limit: offer }, Bound::Before { limit: demand }) => {
            match (offer.known(), demand.known()) {
                (Some(offer), Some(demand)) => by_length(*offer, *demand, super::more_is_better),
                _ => (Verdict::Unclear, Grounds::LeftOpen),
            }
        }
        (
            Bound::Appointment {
                late_minutes: offer,
                ..
            },
            Bound::Appointment {
                late_minutes: demand,
                ..
            },
        ) => match (offer.known(), demand.known()) {
            (Some(offer), Some(demand)) => (less_is_better(offer.cmp(demand)), Grounds::Numbers),
            _ => (Verdict::Unclear, Grounds::LeftOpen),
        },
        _ => (Verdict::Unclear, Grounds::UnitsDiffer),
    }
}

fn by_length(offer: Limit, demand: Limit, verdict: fn(Ordering) -> Verdict) -> (Verdict, Grounds) {
    offer
        .strictness(demand)
        .map_or((Verdict::Unclear, Grounds::UnitsDiffer), |order| {
            (verdict(order), Grounds::Numbers)
        })
}

fn measure(bound: &Bound) -> Option<Measure> {
    match bound {
        Bound::Within { limit, .. } => limit.known().map(|limit| Measure::Limit(*limit)),
        Bound::Before { limit } => limit.known().map(|limit| Measure::Ahead(*limit)),
        Bound::Appointment { late_minutes, .. } => {
            late_minutes.known().copied().map(Measure::Minutes)
        }
    }
}
