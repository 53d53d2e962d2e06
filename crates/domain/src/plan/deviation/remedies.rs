//! Remedies: what a trigger entitles to.

use std::cmp::Ordering;

use super::others::{Judged, number, plain};
use super::{Grounds, Measure, Verdict, less_is_better, more_is_better, rank};
use crate::milestone::Milestone;
use crate::plan::clauses::remedy::{Entitles, Remedy, Trigger};
use crate::plan::{Plan, Promise};
use crate::slug::ClauseId;

/// The remedy of the plan beside the demanded one; `None` where something else opens it.
pub(super) fn remedy(
    (demands, demand): (&Plan, &Remedy),
    (offers, offer): (&Plan, &Remedy),
) -> Option<Judged> {
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
        (Trigger::DistanceSale { days: demand }, Trigger::DistanceSale { days: offer }) => {
            number(*demand, *offer, Measure::Days, more_is_better)
        }
        (Trigger::LimitBroken { clause: demand }, Trigger::LimitBroken { clause: offer }) => {
            let (one, other) = (milestones(demands, demand), milestones(offers, offer));
            if one.is_some() && other.is_some() && one != other {
                return None;
            }
            plain(Verdict::Equal, Grounds::Included)
        }
        (demand, offer) if demand == offer => plain(Verdict::Equal, Grounds::Included),
        _ => return None,
    };
    let entitled = entitled(
        demand.entitles.iter().chain(&demand.besides),
        &offer
            .entitles
            .iter()
            .chain(&offer.besides)
            .collect::<Vec<_>>(),
    );
    Some(match (entitled.0, measured.0) {
        (Verdict::Worse, _) => worse_of(entitled, measured),
        (Verdict::Better, Verdict::Equal) => {
            let (demanded, offered) = match entitled.3 {
                Some(_) => (entitled.2, entitled.3),
                None => (measured.2, measured.3),
            };
            (Verdict::Better, entitled.1, demanded, offered)
        }
        (Verdict::Unclear, Verdict::Equal | Verdict::Better) => entitled,
        _ => measured,
    })
}

/// What falls short in what is given, with the numbers that tell it.
fn worse_of(entitled: Judged, measured: Judged) -> Judged {
    match entitled.1 {
        Grounds::Numbers => entitled,
        because => (Verdict::Worse, because, measured.2, measured.3),
    }
}

/// Whether everything demanded is given, sums of money by their amounts.
fn entitled<'a>(demand: impl Iterator<Item = &'a Entitles>, offer: &[&Entitles]) -> Judged {
    let mut all = plain(Verdict::Equal, Grounds::Included);
    let mut wanted = 0;
    for demand in demand {
        wanted += 1;
        let answers = offer.iter().filter_map(|offer| given(demand, offer));
        let Some(found) = answers.max_by_key(|found| rank(found.0)) else {
            return plain(Verdict::Worse, Grounds::PartLacking);
        };
        match (all.0, found.0) {
            (_, Verdict::Worse) => return found,
            (_, Verdict::Unclear) | (Verdict::Equal, Verdict::Better) => all = found,
            _ => {}
        }
    }
    match all.0 {
        Verdict::Equal if offer.len() > wanted => plain(Verdict::Better, Grounds::Included),
        _ => all,
    }
}

/// What is given beside what is demanded; `None` where they are different things.
fn given(demand: &Entitles, offer: &Entitles) -> Option<Judged> {
    Some(match (demand, offer) {
        (Entitles::Discount { bps: demand }, Entitles::Discount { bps: offer }) => {
            number(*demand, *offer, Measure::Share, more_is_better)
        }
        (Entitles::CompensationOnce { fen: demand }, Entitles::CompensationOnce { fen: offer }) => {
            number(*demand, *offer, Measure::Money, more_is_better)
        }
        (
            Entitles::CompensationPerHour {
                fen: demand,
                cap_fen: most,
            },
            Entitles::CompensationPerHour {
                fen: offer,
                cap_fen,
            },
        )
        | (
            Entitles::CompensationPerDay {
                fen: demand,
                cap_fen: most,
            },
            Entitles::CompensationPerDay {
                fen: offer,
                cap_fen,
            },
        ) => match (offer.cmp(demand), cap_fen.cmp(most)) {
            (Ordering::Less, Ordering::Greater) | (Ordering::Greater, Ordering::Less) => {
                plain(Verdict::Unclear, Grounds::UnitsDiffer)
            }
            (Ordering::Equal, _) => number(*most, *cap_fen, Measure::Money, more_is_better),
            _ => number(*demand, *offer, Measure::Money, more_is_better),
        },
        (demand, offer) => (demand == offer).then(|| plain(Verdict::Equal, Grounds::Included))?,
    })
}

/// What a limit that a remedy names runs between.
fn milestones(plan: &Plan, id: &ClauseId) -> Option<(Milestone, Milestone)> {
    let clause = plan.clauses.iter().find(|clause| clause.id == *id)?;
    match &clause.promise {
        Promise::TimeLimit(limit) => Some((limit.from, limit.to)),
        _ => None,
    }
}
