//! Fees: rates by year, shares of a list, sums.

use super::likeness::likeness;
use super::others::{Judged, number, plain};
use super::{Grounds, Measure, Verdict, less_is_better, rank};
use crate::money::Fen;
use crate::plan::clauses::fee::{CallOutRow, Fee};

/// The fee of the plan beside the demanded one; `None` where they are different charges.
pub(super) fn fee(demand: &Fee, offer: &Fee) -> Option<Judged> {
    Some(match (demand, offer) {
        (Fee::PercentOfContract { by_term: demand }, Fee::PercentOfContract { by_term: offer }) => {
            let rates = |rates: &[crate::plan::clauses::fee::TermRate]| {
                rates
                    .iter()
                    .map(|rate| (rate.years, rate.bps))
                    .collect::<Vec<_>>()
            };
            rated(
                &rates(demand),
                &rates(offer),
                Measure::Share,
                Later::Unstated,
            )
        }
        (Fee::PersonDay { by_year: demand }, Fee::PersonDay { by_year: offer }) => {
            let rates = |rates: &[crate::plan::clauses::fee::YearRate]| {
                rates
                    .iter()
                    .map(|rate| (rate.year, rate.fen))
                    .collect::<Vec<_>>()
            };
            rated(
                &rates(demand),
                &rates(offer),
                Measure::Money,
                Later::AsTheLast,
            )
        }
        (Fee::PriceList { list, .. }, Fee::PriceList { list: other, .. })
            if !price_the_same(list, other) =>
        {
            return None;
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
        (
            Fee::CallOut {
                rows,
                otherwise_fen: demand,
            },
            Fee::CallOut {
                rows: others,
                otherwise_fen: offer,
            },
        ) => call_out((rows, demand.known()), (others, offer.known())),
        (Fee::Stated { .. }, Fee::Stated { .. }) => plain(Verdict::Unclear, Grounds::Wording),
        (demand, offer) if demand == offer => plain(Verdict::Equal, Grounds::Included),
        _ => return None,
    })
}

/// One sum whatever the hour and the place is compared; tables are for a person.
fn call_out(
    (rows, demand): (&[CallOutRow], Option<&Fen>),
    (others, offer): (&[CallOutRow], Option<&Fen>),
) -> Judged {
    match (demand, offer) {
        (None, _) | (_, None) => plain(Verdict::Unclear, Grounds::LeftOpen),
        (Some(demand), Some(offer)) if rows == others => {
            number(*demand, *offer, Measure::Money, less_is_better)
        }
        _ => plain(Verdict::Unclear, Grounds::Wording),
    }
}

/// Whether two lists of prices are of the same things, as far as their names tell.
fn price_the_same(list: &str, other: &str) -> bool {
    let of = |name: &str| {
        let words = [
            "价目表",
            "价格表",
            "收费标准",
            "价格",
            "单价",
            "清单",
            "目录",
            "我方",
            "公司",
        ];
        words
            .iter()
            .fold(name.to_owned(), |left, word| left.replace(word, ""))
    };
    let (one, other) = (of(list), of(other));
    one.contains(&other) || other.contains(&one) || likeness(&one, &other) > 0
}

/// What holds for a year without a rate of its own.
#[derive(Clone, Copy)]
enum Later {
    AsTheLast,
    Unstated,
}

/// Rates by year: the first year that differs decides, a demanded year without a rate is lacking.
fn rated<T: Ord + Copy>(
    demand: &[(u32, T)],
    offer: &[(u32, T)],
    unit: fn(T) -> Measure,
    later: Later,
) -> Judged {
    let of = |year: u32| match later {
        Later::Unstated => offer.iter().find(|(other, _)| *other == year),
        Later::AsTheLast => offer
            .iter()
            .filter(|(other, _)| *other <= year)
            .max_by_key(|(other, _)| *other),
    };
    let mut verdict = (Verdict::Equal, Grounds::Numbers, None, None);
    for (year, wanted) in demand {
        let Some((_, offered)) = of(*year) else {
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
