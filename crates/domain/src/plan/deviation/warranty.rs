//! Warranty terms: the length for the same part of a unit.

use std::cmp::Ordering;

use super::cells::Unsaid;
use super::pick::{Candidate, Case, Offer};
use super::{Align, Found, Grounds, Measure, Verdict, more_is_better};
use crate::plan::clauses::warranty::{
    Covered, OtherTerm, StartDate, Term, WarrantyTerm, Whichever,
};
use crate::plan::{Clause, Promise};

/// The term the plan offers for what is demanded.
pub(super) fn answer<'a>(
    align: &Align,
    demand: &Clause,
    term: &WarrantyTerm,
    offer: &'a Offer,
) -> Found<'a> {
    let demanded = measure(term);
    let candidates: Vec<Candidate<'a>> = offer
        .plan
        .clauses
        .iter()
        .filter_map(|clause| match &clause.promise {
            Promise::WarrantyTerm(offered) => {
                same_subject(term, offered).map(|whole| (clause, offered, whole))
            }
            _ => None,
        })
        .map(|(clause, offered, whole)| {
            let (verdict, because) = judged(offered, term);
            let (verdict, because) = if whole {
                (verdict, because)
            } else {
                (Verdict::Worse, Grounds::PartLacking)
            };
            let found = Found::judged(clause, verdict, because);
            Candidate {
                weight: u8::from(of_the_part_itself(term, offered)),
                ..Candidate::plain(clause, found.numbers(demanded, measure(offered)))
            }
        })
        .collect();
    let case = Case {
        when: align.translated(&demand.when),
        except: &[],
        unsaid: Unsaid::Warranty,
    };
    offer
        .answer(demand, &case, &candidates)
        .unwrap_or_else(|| Found::missing(demanded))
}

/// Whether a term of a part goes before that of the whole unit.
fn of_the_part_itself(demand: &WarrantyTerm, offer: &WarrantyTerm) -> bool {
    matches!(
        (&demand.covers, &offer.covers),
        (Covered::Component { .. }, Covered::Component { .. })
    )
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
            Some(order) => by_start(offer, demand, order),
            None => (Verdict::Unclear, Grounds::UnitsDiffer),
        },
        None => (Verdict::Unclear, Grounds::UnitsDiffer),
    }
}

/// A term as long that begins earlier ends earlier; `order` is that of the lengths.
fn by_start(offer: &WarrantyTerm, demand: &WarrantyTerm, order: Ordering) -> (Verdict, Grounds) {
    let of_length = (more_is_better(order), Grounds::Numbers);
    let lifetime = offer.term.known() == Some(&Term::Lifetime);
    let (Some(offered), Some(demanded)) = (offer.starts_from.first(), demand.starts_from.first())
    else {
        return of_length;
    };
    if lifetime || offered == demanded {
        return of_length;
    }
    let (Some(offered), Some(demanded)) = (place(*offered), place(*demanded)) else {
        // Which day a contract names, nobody knows.
        return (Verdict::Unclear, Grounds::StartsDiffer);
    };
    let days = match offered.cmp(&demanded) {
        Ordering::Equal => None,
        days => both(order, days),
    };
    match days {
        Some(Ordering::Less) => (Verdict::Worse, Grounds::StartsDiffer),
        Some(_) => (Verdict::Better, Grounds::Numbers),
        None => (Verdict::Unclear, Grounds::StartsDiffer),
    }
}

/// Where a day stands in the life of a unit; days that may fall in either order share a place.
const fn place(start: StartDate) -> Option<u8> {
    match start {
        StartDate::Manufactured => Some(0),
        StartDate::Purchased => Some(1),
        StartDate::Delivered => Some(2),
        StartDate::Installed | StartDate::Completed => Some(3),
        StartDate::Commissioned | StartDate::PutToUse => Some(4),
        StartDate::Accepted => Some(5),
        StartDate::Contract => None,
    }
}

fn strictness(offered: &Term, demanded: &Term) -> Option<Ordering> {
    match (offered, demanded) {
        (Term::Lifetime, Term::Lifetime) => Some(Ordering::Equal),
        (Term::Lifetime, Term::Period(_) | Term::Seasons(_)) => Some(Ordering::Greater),
        (Term::Period(_) | Term::Seasons(_), Term::Lifetime) => Some(Ordering::Less),
        (Term::Seasons(offered), Term::Seasons(demanded)) => Some(offered.cmp(demanded)),
        // How long a season is, its place says.
        (Term::Seasons(_), Term::Period(_)) | (Term::Period(_), Term::Seasons(_)) => None,
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
