//! The kinds without a clock: coverage, remedies, duties, parts, fees, documents, channels, and words.

use std::cmp::Ordering;

use super::cells::Unsaid;
use super::likeness::{bare, speak_of_one_matter};
use super::pick::{Candidate, Case, Offer};
use super::{
    Align, Found, Grounds, Measure, Verdict, fees, less_is_better, more_is_better, remedies,
};
use crate::plan::clauses::channel::{Attendance, ContactPoint};
use crate::plan::clauses::conduct::Conduct;
use crate::plan::clauses::coverage::{AskedCharges, Charge, Coverage};
use crate::plan::clauses::delivery::Delivery;
use crate::plan::clauses::document::IssuedDocument;
use crate::plan::clauses::duty::{During, EveryUnit, RecurringDuty};
use crate::plan::clauses::parts::{Parts, SupplyStart};
use crate::plan::{Asked, Clause, Condition, Plan, Promise};
use crate::time::Limit;

/// A judgement with the two numbers it rests on.
pub(super) type Judged = (Verdict, Grounds, Option<Measure>, Option<Measure>);

/// The answer among the plan's clauses of the same matter.
pub(super) fn answer<'a>(
    align: &Align,
    (demands, demand): (&Plan, &Clause),
    offer: &'a Offer,
) -> Found<'a> {
    let said = narrowed(demand.when.clone(), &demand.promise);
    let except: Vec<Condition> = (named_elsewhere(demands, &demand.promise).iter())
        .map(|when| align.translated(when))
        .collect();
    let case = Case {
        when: align.translated(&said.unwrap_or_default()),
        except: &except,
        unsaid: match demand.promise {
            Promise::Fee(_) => Unsaid::Any,
            _ => Unsaid::Warranty,
        },
    };
    let candidates: Vec<Candidate<'a>> = offer
        .plan
        .clauses
        .iter()
        .filter_map(|clause| {
            let (verdict, because, demanded, offered) =
                judged((demands, demand), (&offer.plan, clause))?;
            let found = Found::judged(clause, verdict, because).numbers(demanded, offered);
            Some(Candidate {
                when: narrowed(clause.when.clone(), &clause.promise)?,
                weight: weight(&clause.promise),
                ..Candidate::plain(clause, found)
            })
        })
        .collect();
    offer
        .answer(demand, &case, &candidates)
        .unwrap_or_else(|| Found::missing(None))
}

/// A condition with what the promise itself says of when it holds; `None` where both can never be met.
fn narrowed(when: Condition, promise: &Promise) -> Option<Condition> {
    match promise {
        Promise::Coverage(coverage) => when.and(&Condition {
            standing: coverage.standing.clone(),
            cause: coverage.causes.clone(),
            ..Condition::default()
        }),
        Promise::Document(document) => when.and(&Condition {
            severity: document.after_levels.clone(),
            ..Condition::default()
        }),
        _ => Some(when),
    }
}

/// The causes other demands name: who pays for every cause speaks of those that nobody names.
fn named_elsewhere(demands: &Plan, promise: &Promise) -> Vec<Condition> {
    let Promise::Coverage(every) = promise else {
        return Vec::new();
    };
    if !every.causes.is_empty() {
        return Vec::new();
    }
    let others = demands.clauses.iter().filter_map(|clause| {
        let Promise::Coverage(named) = &clause.promise else {
            return None;
        };
        let is_of_one_matter = named.subject == every.subject && !named.causes.is_empty();
        is_of_one_matter.then(|| narrowed(clause.when.clone(), &clause.promise))?
    });
    others.collect()
}

/// What names a cause goes before what holds for every cause no other clause names.
const fn weight(promise: &Promise) -> u8 {
    match promise {
        Promise::Coverage(coverage) if !coverage.causes.is_empty() => 1,
        _ => 0,
    }
}

/// The offer beside the demand; `None` where they are about different matters.
fn judged(
    (demands, demand): (&Plan, &Clause),
    (offers, offer): (&Plan, &Clause),
) -> Option<Judged> {
    match (&demand.promise, &offer.promise) {
        (Promise::Coverage(demand), Promise::Coverage(offer)) => coverage(demand, offer),
        (Promise::Remedy(demand), Promise::Remedy(offer)) => {
            remedies::remedy((demands, demand), (offers, offer))
        }
        (Promise::RecurringDuty(demand), Promise::RecurringDuty(offer)) => duty(demand, offer),
        (Promise::Parts(demand), Promise::Parts(offer)) => parts(demand, offer),
        (Promise::Fee(demand), Promise::Fee(offer)) => fees::fee(demand, offer),
        (Promise::Document(demand), Promise::Document(offer)) => document(demand, offer),
        (Promise::Channel(demand), Promise::Channel(offer)) => channel(demand, offer),
        (Promise::Conduct(one), Promise::Conduct(other)) => {
            conduct((one, &demand.text), (other, &offer.text))
        }
        (Promise::Delivery(one), Promise::Delivery(other)) => {
            delivery((one, &demand.text), (other, &offer.text))
        }
        (Promise::Training(_), Promise::Training(_))
        | (Promise::Procedure(_), Promise::Procedure(_)) => words(&demand.text, &offer.text),
        _ => None,
    }
}

/// Two sentences without numbers: the same, or of one matter, which a person must compare.
fn words(demand: &str, offer: &str) -> Option<Judged> {
    let (one, other) = (bare(demand), bare(offer));
    if one == other {
        return Some(plain(Verdict::Equal, Grounds::Included));
    }
    speak_of_one_matter(demand, offer).then(|| plain(Verdict::Unclear, Grounds::Wording))
}

fn conduct((demand, asked): (&Conduct, &str), (offer, said): (&Conduct, &str)) -> Option<Judged> {
    if demand.stage != offer.stage {
        return None;
    }
    let is_offered =
        |text: &str| offer.items.iter().any(|it| it.text == text) || said.contains(text);
    if demand.items.iter().all(|item| is_offered(&item.text)) {
        return Some(plain(Verdict::Equal, Grounds::Included));
    }
    words(asked, said)
}

fn delivery(
    (demand, asked): (&Delivery, &str),
    (offer, said): (&Delivery, &str),
) -> Option<Judged> {
    let Some(wanted) = &demand.notice_minutes else {
        return words(asked, said);
    };
    Some(match (wanted, &offer.notice_minutes) {
        (Asked::Known(demand), Some(Asked::Known(offer))) => {
            number(*demand, *offer, Measure::Minutes, more_is_better)
        }
        (_, Some(_)) => plain(Verdict::Unclear, Grounds::LeftOpen),
        (_, None) => return words(asked, said),
    })
}

pub(super) const fn plain(verdict: Verdict, because: Grounds) -> Judged {
    (verdict, because, None, None)
}

/// Whether everything demanded is offered, and whether more is.
fn listed<T: PartialEq>(demand: &[T], offer: &[T]) -> Judged {
    let all = demand.iter().all(|it| offer.contains(it));
    let more = offer.iter().any(|it| !demand.contains(it));
    match (all, more) {
        (true, true) => plain(Verdict::Better, Grounds::Included),
        (true, false) => plain(Verdict::Equal, Grounds::Included),
        (false, _) => plain(Verdict::Worse, Grounds::PartLacking),
    }
}

fn coverage(demand: &Coverage, offer: &Coverage) -> Option<Judged> {
    if demand.subject != offer.subject {
        return None;
    }
    // What is left out for a cause of its own says nothing of the causes nobody names.
    if demand.causes.is_empty() && !offer.causes.is_empty() && refuses(&offer.charges) {
        return None;
    }
    let Some(order) = dearer(&offer.charges, &demand.charges) else {
        return Some(plain(Verdict::Unclear, Grounds::LeftOpen));
    };
    Some(plain(less_is_better(order), Grounds::Included))
}

/// Whether nothing is done for free.
fn refuses(charges: &AskedCharges) -> bool {
    charges
        .known()
        .is_some_and(|it| it.labour != Charge::Free && it.parts != Charge::Free)
}

/// Whether any kind of cost is dearer, else whether any is cheaper; nothing where one is left to be asked.
fn dearer(offer: &AskedCharges, demand: &AskedCharges) -> Option<Ordering> {
    let costs = |charges: &AskedCharges| {
        let charges = charges.known()?;
        let each = [
            charges.labour,
            charges.parts,
            charges.travel,
            charges.shipping,
        ];
        Some(each.map(dearness))
    };
    let pairs = costs(offer)?.into_iter().zip(costs(demand)?);
    let orders: Vec<Ordering> = pairs.map(|(offer, demand)| offer.cmp(&demand)).collect();
    [Ordering::Greater, Ordering::Less]
        .into_iter()
        .find(|order| orders.contains(order))
        .or(Some(Ordering::Equal))
}

/// How dear a charge is for the customer.
const fn dearness(charge: Charge) -> u8 {
    match charge {
        Charge::Free => 0,
        Charge::AtCost => 1,
        Charge::PriceList | Charge::ByQuote => 2,
        Charge::Refused => 3,
    }
}

fn duty(demand: &RecurringDuty, offer: &RecurringDuty) -> Option<Judged> {
    if demand.what != offer.what || !lasts(demand.during, offer.during) {
        return None;
    }
    let (Some(demanded), Some(offered)) = (round(demand), round(offer)) else {
        return Some(plain(Verdict::Unclear, Grounds::LeftOpen));
    };
    let Some(order) = offered.strictness(demanded) else {
        return Some((
            Verdict::Unclear,
            Grounds::UnitsDiffer,
            rhythm(demand),
            rhythm(offer),
        ));
    };
    let verdict = less_is_better(order);
    let lacking = demand
        .delivers
        .iter()
        .any(|it| !offer.delivers.contains(it));
    let (verdict, because) = if lacking && verdict != Verdict::Worse {
        (Verdict::Worse, Grounds::PartLacking)
    } else {
        (verdict, Grounds::Numbers)
    };
    Some((verdict, because, rhythm(demand), rhythm(offer)))
}

/// Whether a duty is done while the demanded time lasts. A demand that says nothing speaks of the warranty.
const fn lasts(demand: During, offer: During) -> bool {
    !matches!(
        (demand, offer),
        (During::Contract, During::Warranty)
            | (
                During::Warranty | During::WarrantyOrContract | During::Always,
                During::Contract
            )
    )
}

/// The length of a round: days and months rank only where every month would say the same.
fn round(duty: &RecurringDuty) -> Option<Limit> {
    let count = *duty.every.count.known()?;
    Some(match duty.every.unit {
        EveryUnit::Days => Limit::NaturalDays(count),
        EveryUnit::Weeks => Limit::NaturalDays(count.saturating_mul(7)),
        EveryUnit::Months => Limit::Months(count),
    })
}

fn rhythm(duty: &RecurringDuty) -> Option<Measure> {
    let count = duty.every.count.known();
    count.map(|count| Measure::Every(*count, duty.every.unit))
}

fn parts(demand: &Parts, offer: &Parts) -> Option<Judged> {
    Some(match (demand, offer) {
        (Parts::Stocked { kinds: demand }, Parts::Stocked { kinds: offer }) => {
            listed(demand, offer)
        }
        (
            Parts::SuppliedFor {
                years: demand,
                from,
            },
            Parts::SuppliedFor {
                years: offer,
                from: other,
            },
        ) => {
            let (Some(demand), Some(offer)) = (demand.known(), offer.known()) else {
                return Some(plain(Verdict::Unclear, Grounds::LeftOpen));
            };
            let counted = number(*demand, *offer, Measure::Years, more_is_better);
            // Production ends after the sale: as many years from then on are more.
            match (from, other) {
                (from, other) if from == other => counted,
                (SupplyStart::Sale, _) if offer >= demand => {
                    (Verdict::Better, Grounds::StartsDiffer, counted.2, counted.3)
                }
                (SupplyStart::EndOfProduction, _) if offer <= demand => {
                    (Verdict::Worse, Grounds::StartsDiffer, counted.2, counted.3)
                }
                _ => (
                    Verdict::Unclear,
                    Grounds::StartsDiffer,
                    counted.2,
                    counted.3,
                ),
            }
        }
        // How long a unit is designed to live, the plan does not say.
        (Parts::SuppliedFor { .. }, Parts::SuppliedForDesignLife)
        | (Parts::SuppliedForDesignLife, Parts::SuppliedFor { .. }) => {
            plain(Verdict::Unclear, Grounds::UnitsDiffer)
        }
        (
            Parts::EndOfProductionNotice { months: demand },
            Parts::EndOfProductionNotice { months: offer },
        ) => number(*demand, *offer, Measure::Months, more_is_better),
        (
            Parts::PriceCeiling {
                reference,
                at_most_bps: demand,
            },
            Parts::PriceCeiling {
                reference: other,
                at_most_bps: offer,
            },
        ) => {
            if reference != other {
                return Some(plain(Verdict::Unclear, Grounds::UnitsDiffer));
            }
            number(*demand, *offer, Measure::Share, less_is_better)
        }
        (Parts::LocationsStated { .. }, Parts::LocationsStated { .. }) => {
            plain(Verdict::Unclear, Grounds::Wording)
        }
        (demand, offer) if demand == offer => plain(Verdict::Equal, Grounds::Included),
        _ => return None,
    })
}

/// Two numbers of one unit.
pub(super) fn number<T: Ord + Copy>(
    demand: T,
    offer: T,
    unit: fn(T) -> Measure,
    verdict: fn(Ordering) -> Verdict,
) -> Judged {
    (
        verdict(offer.cmp(&demand)),
        Grounds::Numbers,
        Some(unit(demand)),
        Some(unit(offer)),
    )
}

fn document(demand: &IssuedDocument, offer: &IssuedDocument) -> Option<Judged> {
    if demand.document != offer.document {
        return None;
    }
    if demand.after.is_some() && offer.after.is_some() && demand.after != offer.after {
        return Some(plain(Verdict::Unclear, Grounds::StartsDiffer));
    }
    let fields = listed(&demand.fields, &offer.fields);
    if fields.0 == Verdict::Worse {
        return Some(fields);
    }
    Some(match (&demand.within, &offer.within) {
        (None, _) => fields,
        (Some(_), None) => plain(Verdict::Worse, Grounds::PartLacking),
        (Some(demand), Some(offer)) => match (demand.known(), offer.known()) {
            (Some(demand), Some(offer)) => {
                let (verdict, because) = match offer.strictness(*demand) {
                    Some(order) => (less_is_better(order), Grounds::Numbers),
                    None => (Verdict::Unclear, Grounds::UnitsDiffer),
                };
                let limit = |limit| Some(Measure::Limit(limit));
                (verdict, because, limit(*demand), limit(*offer))
            }
            _ => plain(Verdict::Unclear, Grounds::LeftOpen),
        },
    })
}

fn channel(demand: &Attendance, offer: &Attendance) -> Option<Judged> {
    let is_phone = |it: ContactPoint| matches!(it, ContactPoint::Hotline | ContactPoint::DutyPhone);
    let phones = is_phone(demand.channel) && is_phone(offer.channel);
    if demand.channel != offer.channel && !phones {
        return None;
    }
    Some(match (demand.hours.known(), offer.hours.known()) {
        (Some(demand), Some(offer)) if demand == offer => plain(Verdict::Equal, Grounds::Included),
        (Some(_), Some(offer)) if offer.never_closes() => plain(Verdict::Better, Grounds::Numbers),
        (Some(demand), Some(_)) if demand.never_closes() => plain(Verdict::Worse, Grounds::Numbers),
        (Some(_), Some(_)) => plain(Verdict::Unclear, Grounds::UnitsDiffer),
        _ => plain(Verdict::Unclear, Grounds::LeftOpen),
    })
}
