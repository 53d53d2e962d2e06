//! Time limits: each case of the demand against what the plan owes in that case.

use std::cmp::Ordering;

use super::align::covers;
use super::{Align, Found, Grounds, Measure, Verdict, best, less_is_better, rank};
use crate::plan::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use crate::plan::{Clause, Condition, Plan, Promise};
use crate::time::Limit;

/// One answer for each case of the demand.
pub(super) fn answers<'a>(
    align: &Align,
    demand: &Clause,
    limit: &TimeLimit,
    offer: &'a Plan,
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
    let stated: Vec<Condition> = limit
        .rows
        .iter()
        .map(|row| align.translated(&row.when))
        .collect();
    let rows = rows
        .map(|(at, when, bound)| in_case(at, answer((demand, limit), &when, bound, offer, &[])));
    let rest = rest.map(|(at, when, bound)| {
        in_case(at, answer((demand, limit), &when, bound, offer, &stated))
    });
    rows.chain(rest).collect()
}

/// Whether a limit has more cases than one.
fn several(limit: &TimeLimit) -> bool {
    limit.rows.len() + usize::from(limit.otherwise != Otherwise::NoPromise) > 1
}

/// The best answer in one case; `except` are the cases the demand states by themselves.
fn answer<'a>(
    (clause, demand): (&Clause, &TimeLimit),
    when: &Condition,
    bound: &Bound,
    offer: &'a Plan,
    except: &[Condition],
) -> Found<'a> {
    let demanded = measure(bound);
    let answers = offer
        .clauses
        .iter()
        .filter_map(|clause| match &clause.promise {
            Promise::TimeLimit(limit) if (limit.from, limit.to) == (demand.from, demand.to) => {
                owed(clause, limit, when, bound, except)
            }
            _ => None,
        });
    best(clause, answers).map_or_else(
        || Found::missing(demanded),
        |found| {
            let offered = found.offered;
            found.numbers(demanded, offered)
        },
    )
}

/// What a clause owes in the demanded case; `None` where it says nothing of it.
fn owed<'a>(
    clause: &'a Clause,
    limit: &TimeLimit,
    when: &Condition,
    demanded: &Bound,
    except: &[Condition],
) -> Option<Found<'a>> {
    if !clause.when.overlaps(when) {
        return None;
    }
    let rows: Vec<_> = limit
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| {
            row.when.overlaps(when) && !except.iter().any(|case| covers(case, &row.when))
        })
        .collect();
    let settled = rows.iter().any(|(_, row)| covers(&row.when, when));
    let mut gap = !covers(&clause.when, when);
    let mut bounds: Vec<(usize, &Bound)> = rows.iter().map(|(at, row)| (*at, &row.bound)).collect();
    if !settled {
        match &limit.otherwise {
            Otherwise::Bound(bound) => bounds.push((limit.rows.len(), bound)),
            Otherwise::NoPromise => gap = true,
        }
    }
    let ((at, worst), verdict, because) = bounds
        .into_iter()
        .map(|(at, bound)| {
            let (verdict, because) = judged(bound, demanded);
            ((at, bound), verdict, because)
        })
        .min_by_key(|(_, verdict, _)| rank(*verdict))?;
    let (verdict, because) = if gap {
        (Verdict::Worse, Grounds::NotInEveryCase)
    } else {
        (verdict, because)
    };
    let found = Found::judged(clause, verdict, because).numbers(None, measure(worst));
    Some(found.offered_in(several(limit).then_some(at)))
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
        Bound::Within { limit, .. } | Bound::Before { limit } => {
            limit.known().map(|limit| Measure::Limit(*limit))
        }
        Bound::Appointment { late_minutes, .. } => {
            late_minutes.known().copied().map(Measure::Minutes)
        }
    }
}
