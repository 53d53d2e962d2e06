//! The kinds without a clock: coverage, remedies, duties, parts, fees, documents, channels, and words.

use std::cmp::Ordering;

use super::{Found, Grounds, Measure, Verdict, best, less_is_better, more_is_better, rank};
use crate::plan::clauses::channel::Attendance;
use crate::plan::clauses::coverage::{AskedCharges, Charge, Coverage};
use crate::plan::clauses::document::IssuedDocument;
use crate::plan::clauses::duty::{EveryUnit, RecurringDuty};
use crate::plan::clauses::fee::Fee;
use crate::plan::clauses::parts::Parts;
use crate::plan::clauses::remedy::{Remedy, Trigger};
use crate::plan::{Clause, Plan, Promise};

/// A judgement with the two numbers it rests on.
type Judged = (Verdict, Grounds, Option<Measure>, Option<Measure>);

/// The best answer among the plan's clauses of the same matter.
pub(super) fn answer<'a>(demand: &Clause, offer: &'a Plan) -> Found<'a> {
    let answers = offer.clauses.iter().filter_map(|clause| {
        let (verdict, because, demanded, offered) = judged(&demand.promise, &clause.promise)?;
        Some(Found::judged(clause, verdict, because).numbers(demanded, offered))
    });
    best(demand, answers).unwrap_or_else(|| Found::missing(None))
}

/// The offer beside the demand; `None` where they are about different matters.
fn judged(demand: &Promise, offer: &Promise) -> Option<Judged> {
    match (demand, offer) {
        (Promise::Coverage(demand), Promise::Coverage(offer)) => coverage(demand, offer),
        (Promise::Remedy(demand), Promise::Remedy(offer)) => remedy(demand, offer),
        (Promise::RecurringDuty(demand), Promise::RecurringDuty(offer)) => duty(demand, offer),
        (Promise::Parts(demand), Promise::Parts(offer)) => parts(demand, offer),
        (Promise::Fee(demand), Promise::Fee(offer)) => fee(demand, offer),
        (Promise::Document(demand), Promise::Document(offer)) => document(demand, offer),
        (Promise::Channel(demand), Promise::Channel(offer)) => channel(demand, offer),
        (demand, offer) => {
            (demand.kind() == offer.kind()).then(|| plain(Verdict::Unclear, Grounds::Wording))
        }
    }
}

const fn plain(verdict: Verdict, because: Grounds) -> Judged {
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
    let shared = demand.causes.is_empty()
        || offer.causes.is_empty()
        || demand
            .causes
            .iter()
            .any(|cause| offer.causes.contains(cause));
    let standing = offer.standing.iter().any(|it| demand.standing.contains(it));
    if demand.subject != offer.subject || !shared || !standing {
        return None;
    }
    let every = offer.causes.is_empty()
        || !demand.causes.is_empty()
            && demand
                .causes
                .iter()
                .all(|cause| offer.causes.contains(cause));
    let Some(order) = dearer(&offer.charges, &demand.charges) else {
        return Some(plain(Verdict::Unclear, Grounds::LeftOpen));
    };
    Some(match less_is_better(order) {
        Verdict::Better | Verdict::Equal if !every => {
            plain(Verdict::Worse, Grounds::NotInEveryCase)
        }
        verdict => plain(verdict, Grounds::Included),
    })
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

fn remedy(demand: &Remedy, offer: &Remedy) -> Option<Judged> {
    let measured = match (&demand.trigger, &offer.trigger) {
        (
            Trigger::WithinDaysOfReceipt { days: demand },
            Trigger::WithinDaysOfReceipt { days: offer },
        ) => match (demand.known(), offer.known()) {
            (Some(demand), Some(offer)) => number(*demand, *offer, Measure::Days, more_is_better),
            _ => plain(Verdict::Unclear, Grounds::LeftOpen),
        },
        // Who counts every repair gives the customer at least what counting those of one defect gives.
        (
            Trigger::SameDefectRepaired { times: demand },
            Trigger::SameDefectRepaired { times: offer }
            | Trigger::RepairedStillFaulty { times: offer },
        )
        | (
            Trigger::RepairedStillFaulty { times: demand },
            Trigger::RepairedStillFaulty { times: offer },
        ) => number(*demand, *offer, Measure::Times, less_is_better),
        (Trigger::RepairLongerThan { days: demand }, Trigger::RepairLongerThan { days: offer })
        | (Trigger::PartsMissingFor { days: demand }, Trigger::PartsMissingFor { days: offer }) => {
            number(*demand, *offer, Measure::Days, less_is_better)
        }
        (Trigger::LimitBroken { .. }, Trigger::LimitBroken { .. }) => {
            plain(Verdict::Equal, Grounds::Included)
        }
        (demand, offer) if demand == offer => plain(Verdict::Equal, Grounds::Included),
        _ => return None,
    };
    let demanded: Vec<_> = demand.entitles.iter().chain(&demand.besides).collect();
    let offered: Vec<_> = offer.entitles.iter().chain(&offer.besides).collect();
    let entitled = listed(&demanded, &offered);
    Some(match (entitled.0, measured.0) {
        (Verdict::Worse, _) => (Verdict::Worse, Grounds::PartLacking, measured.2, measured.3),
        (Verdict::Better, Verdict::Equal) => {
            (Verdict::Better, Grounds::Included, measured.2, measured.3)
        }
        _ => measured,
    })
}

fn duty(demand: &RecurringDuty, offer: &RecurringDuty) -> Option<Judged> {
    if demand.what != offer.what {
        return None;
    }
    let (Some(demanded), Some(offered)) = (days(demand), days(offer)) else {
        return Some(plain(Verdict::Unclear, Grounds::LeftOpen));
    };
    let verdict = less_is_better(offered.cmp(&demanded));
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

/// The length of a round in days; a month counts 30, so that only the same unit or a clear difference is ranked.
fn days(duty: &RecurringDuty) -> Option<u64> {
    let count = u64::from(*duty.every.count.known()?);
    Some(match duty.every.unit {
        EveryUnit::Days => count,
        EveryUnit::Weeks => count * 7,
        EveryUnit::Months => count * 30,
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
            if from != other {
                return Some(plain(Verdict::Unclear, Grounds::UnitsDiffer));
            }
            match (demand.known(), offer.known()) {
                (Some(demand), Some(offer)) => {
                    number(*demand, *offer, Measure::Years, more_is_better)
                }
                _ => plain(Verdict::Unclear, Grounds::LeftOpen),
            }
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
fn number<T: Ord + Copy>(
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

fn fee(demand: &Fee, offer: &Fee) -> Option<Judged> {
    Some(match (demand, offer) {
        (Fee::PercentOfContract { by_term: demand }, Fee::PercentOfContract { by_term: offer }) => {
            let rates = |rates: &[crate::plan::clauses::fee::TermRate]| {
                rates
                    .iter()
                    .map(|rate| (rate.years, rate.bps))
                    .collect::<Vec<_>>()
            };
            rated(&rates(demand), &rates(offer), Measure::Share)
        }
        (Fee::PersonDay { by_year: demand }, Fee::PersonDay { by_year: offer }) => {
            let rates = |rates: &[crate::plan::clauses::fee::YearRate]| {
                rates
                    .iter()
                    .map(|rate| (rate.year, rate.fen))
                    .collect::<Vec<_>>()
            };
            rated(&rates(demand), &rates(offer), Measure::Money)
        }
        (
            Fee::PriceList {
                charged_bps: demand,
                ..
            },
            Fee::PriceList {
                charged_bps: offer, ..
            },
        ) => match (demand.known(), offer.known()) {
            (Some(demand), Some(offer)) => number(*demand, *offer, Measure::Share, less_is_better),
            _ => plain(Verdict::Unclear, Grounds::LeftOpen),
        },
        (Fee::CallOut { .. }, Fee::CallOut { .. }) | (Fee::Stated { .. }, Fee::Stated { .. }) => {
            plain(Verdict::Unclear, Grounds::Wording)
        }
        (demand, offer) if demand == offer => plain(Verdict::Equal, Grounds::Included),
        _ => return None,
    })
}

/// Rates by year: the first year that differs decides, a demanded year without a rate is lacking.
fn rated<T: Ord + Copy>(demand: &[(u32, T)], offer: &[(u32, T)], unit: fn(T) -> Measure) -> Judged {
    let mut verdict = (Verdict::Equal, Grounds::Numbers, None, None);
    for (year, wanted) in demand {
        let Some((_, offered)) = offer.iter().find(|(other, _)| other == year) else {
            return (
                Verdict::Worse,
                Grounds::PartLacking,
                Some(unit(*wanted)),
                None,
            );
        };
        let each = less_is_better(offered.cmp(wanted));
        if rank(each) < rank(verdict.0)
            || verdict.2.is_none()
            || each == Verdict::Better && verdict.0 == Verdict::Equal
        {
            verdict = (
                each,
                Grounds::Numbers,
                Some(unit(*wanted)),
                Some(unit(*offered)),
            );
        }
        if each == Verdict::Worse {
            return verdict;
        }
    }
    verdict
}

fn document(demand: &IssuedDocument, offer: &IssuedDocument) -> Option<Judged> {
    if demand.document != offer.document {
        return None;
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
    if demand.channel != offer.channel {
        return None;
    }
    Some(match (demand.hours.known(), offer.hours.known()) {
        (Some(demand), Some(offer)) if demand == offer => plain(Verdict::Equal, Grounds::Included),
        (Some(_), Some(offer)) if offer.as_str() == "always" => {
            plain(Verdict::Better, Grounds::Numbers)
        }
        (Some(demand), Some(_)) if demand.as_str() == "always" => {
            plain(Verdict::Worse, Grounds::Numbers)
        }
        (Some(_), Some(_)) => plain(Verdict::Unclear, Grounds::UnitsDiffer),
        _ => plain(Verdict::Unclear, Grounds::LeftOpen),
    })
}
