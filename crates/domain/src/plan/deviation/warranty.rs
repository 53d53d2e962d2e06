//! Warranty terms: the length for the same part of a unit.

use std::cmp::Ordering;

use super::{Found, Grounds, Measure, Verdict, best, more_is_better};
use crate::plan::clauses::warranty::{Covered, OtherTerm, Term, WarrantyTerm, Whichever};
use crate::plan::{Clause, Plan, Promise};

/// The best term the plan offers for what is demanded.
pub(super) fn answer<'a>(clause: &Clause, demand: &WarrantyTerm, offer: &'a Plan) -> Found<'a> {
    let demanded = measure(demand);
    let answers = offer
        .clauses
        .iter()
        .filter_map(|clause| match &clause.promise {
            Promise::WarrantyTerm(term) => {
                same_subject(demand, term).map(|whole| (clause, term, whole))
            }
            _ => None,
        })
        .map(|(clause, term, whole)| {
            let (verdict, because) = judged(term, demand);
            let (verdict, because) = if whole {
                (verdict, because)
            } else {
                (Verdict::Worse, Grounds::PartLacking)
            };
            Found::judged(clause, verdict, because).numbers(demanded, measure(term))
        });
    best(clause, answers).unwrap_or_else(|| Found::missing(demanded))
}

/// Whether the offer is about the demanded part: `Some(false)` when it leaves out more components than the demand does.
fn same_subject(demand: &WarrantyTerm, offer: &WarrantyTerm) -> Option<bool> {
    match (&demand.covers, &offer.covers) {
        (Covered::WholeUnit { except: demand }, Covered::WholeUnit { except: offer }) => {
            Some(offer.iter().all(|class| demand.contains(class)))
        }
        (Covered::Component { class: demand }, Covered::Component { class: offer }) => {
            (demand == offer).then_some(true)
        }
        (Covered::Component { class }, Covered::WholeUnit { except }) => {
            (!except.contains(class)).then_some(true)
        }
        (Covered::Software, Covered::Software) => Some(true),
        _ => None,
    }
}

fn judged(offer: &WarrantyTerm, demand: &WarrantyTerm) -> (Verdict, Grounds) {
    let (Some(offered), Some(demanded)) = (offer.term.known(), demand.term.known()) else {
        return (Verdict::Unclear, Grounds::LeftOpen);
    };
    match strictness(offered, demanded) {
        // A meter that may end the term early makes it shorter in a way no calendar tells.
        Some(Ordering::Equal | Ordering::Greater)
            if offer.or_usage.is_some() && offer.or_usage != demand.or_usage =>
        {
            (Verdict::Unclear, Grounds::UnitsDiffer)
        }
        Some(order) => match beside(offer, demand, order) {
            Some(order) => (more_is_better(order), Grounds::Numbers),
            None => (Verdict::Unclear, Grounds::UnitsDiffer),
        },
        None => (Verdict::Unclear, Grounds::UnitsDiffer),
    }
}

fn strictness(offered: &Term, demanded: &Term) -> Option<Ordering> {
    match (offered, demanded) {
        (Term::Lifetime, Term::Lifetime) => Some(Ordering::Equal),
        (Term::Lifetime, Term::Period(_)) => Some(Ordering::Greater),
        (Term::Period(_), Term::Lifetime) => Some(Ordering::Less),
        (Term::Period(offered), Term::Period(demanded)) => offered.strictness(*demanded),
    }
}

/// How the terms compare with the second limits beside them, which may end them first or last; `order` is that of the
/// terms alone. `None` where only the days of a unit tell.
fn beside(offer: &WarrantyTerm, demand: &WarrantyTerm, order: Ordering) -> Option<Ordering> {
    let shortens = |other: &OtherTerm| other.whichever == Whichever::First;
    match (&offer.or_term, &demand.or_term) {
        (None, None) => Some(order),
        (Some(offered), Some(demanded))
            if (offered.whichever, &offered.starts_from)
                == (demanded.whichever, &demanded.starts_from) =>
        {
            both(
                order,
                strictness(offered.term.known()?, demanded.term.known()?)?,
            )
        }
        // What the demand would end sooner, the offer does not; what ends sooner anyway stays the shorter.
        (None, Some(demanded)) if shortens(demanded) == order.is_ge() => Some(order),
        (Some(offered), None) if shortens(offered) == order.is_lt() => Some(order),
        _ => None,
    }
}

/// Two limits that both compare this way; where one is longer and one shorter, nothing can be said.
fn both(one: Ordering, other: Ordering) -> Option<Ordering> {
    match (one, other) {
        (one, other) if one == other => Some(one),
        (Ordering::Equal, other) => Some(other),
        (one, Ordering::Equal) => Some(one),
        _ => None,
    }
}

fn measure(warranty: &WarrantyTerm) -> Option<Measure> {
    warranty.term.known().map(|term| Measure::Term(*term))
}
