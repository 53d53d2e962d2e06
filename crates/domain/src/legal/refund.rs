//! What a refund is less by, where the customer returns goods that could be exchanged.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{LegalRow, LegalRule, LegalValue};
use crate::entitlement::Days;
use crate::money::Fen;

/// How long and how far goods were used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used<'a> {
    /// The invoice's day; `None` where it is not on file.
    pub from: Option<Date>,
    /// The day of the return.
    pub until: Date,
    /// Days under repair and waiting for parts, which do not count.
    pub repairs: &'a [Days],
    /// Kilometres driven, as last read.
    pub kilometres: Option<u32>,
    /// What was paid; `None` where it is not on file, or not for the caller to see.
    pub price: Option<Fen>,
}

/// The part of the price that is kept for the use, in basis points of it.
///
/// By days: price × daily rate × (days from the invoice to the return − days of repair). By distance: price × kilometres /
/// 1 000 × n, where the producer states n between two bounds. A share rounds down, in favour of the customer, and is never
/// more than the price; so does the sum, which is reckoned from the price and not from the share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = UseDeduction))]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Deduction {
    /// So much for each day.
    Day {
        /// Basis points of the price for each day.
        daily_bps: u32,
        /// Days that count; absent while the invoice's day is not known.
        days: Option<u32>,
        /// Basis points of the price in all.
        bps: Option<u32>,
        /// What is kept: price × daily rate × days.
        kept: Option<Fen>,
    },
    /// So much for each 1 000 km.
    Distance {
        /// The least n, in basis points.
        least: u32,
        /// The most.
        most: u32,
        /// Kilometres driven; absent while nobody has read them.
        kilometres: Option<u32>,
        /// Basis points of the price in all, at the least n.
        least_bps: Option<u32>,
        /// At the most.
        most_bps: Option<u32>,
        /// What is kept at the least n: price × kilometres / 1 000 × n.
        least_kept: Option<Fen>,
        /// At the most.
        most_kept: Option<Fen>,
    },
}

/// The whole price.
const WHOLE: u64 = 10_000;

/// What the rows in force keep of the price for the use; `None` where they say nothing of it.
pub fn deduction(rows: &[&LegalRow], used: &Used<'_>) -> Option<Deduction> {
    let of = |rule: LegalRule| {
        rows.iter()
            .find(|row| row.rule == rule)
            .map(|row| row.value)
    };
    if let Some(LegalValue::DailyBps(daily_bps)) = of(LegalRule::Depreciation) {
        let days = used.from.map(|from| days(from, used));
        return Some(Deduction::Day {
            daily_bps,
            days,
            bps: days.map(|days| share(u64::from(daily_bps) * u64::from(days))),
            kept: days.and_then(|days| kept(used.price?, daily_bps, days, 1)),
        });
    }
    match (
        of(LegalRule::CompensationLeast)?,
        of(LegalRule::CompensationMost)?,
    ) {
        (LegalValue::BpsPer1000Km(least), LegalValue::BpsPer1000Km(most)) => {
            let driven = |n: u32| {
                used.kilometres
                    .map(|km| share(u64::from(n) * u64::from(km) / 1_000))
            };
            let at = |n: u32| kept(used.price?, n, used.kilometres?, 1_000);
            Some(Deduction::Distance {
                least,
                most,
                kilometres: used.kilometres,
                least_bps: driven(least),
                most_bps: driven(most),
                least_kept: at(least),
                most_kept: at(most),
            })
        }
        _ => None,
    }
}

/// A price × a rate in basis points × how much of it was used, rounded down to the fen and no more than the price. `None`
/// for a price below nothing.
fn kept(price: Fen, bps: u32, used: u32, per: u32) -> Option<Fen> {
    let whole = i128::from(price.0) * i128::from(bps) * i128::from(used);
    let part = whole / (i128::from(WHOLE) * i128::from(per));
    let part = i64::try_from(part).unwrap_or(i64::MAX).min(price.0);
    (price.0 >= 0).then_some(Fen(part))
}

fn share(bps: u64) -> u32 {
    u32::try_from(bps.min(WHOLE)).unwrap_or(u32::MAX)
}

/// Days of use: the day of the invoice does not count, nor does a day of repair, however many repairs it lies in.
fn days(from: Date, used: &Used<'_>) -> u32 {
    let between = |first: Date, last: Date| last.duration_since(first).as_hours() / 24;
    let mut repairs = used.repairs.to_vec();
    repairs.sort_unstable();
    let (mut counted_to, mut out) = (from, 0);
    for days in repairs {
        let first = days.from.max(counted_to.tomorrow().unwrap_or(counted_to));
        let last = days.to.min(used.until);
        if first <= last {
            out += between(first, last) + 1;
            counted_to = last;
        }
    }
    u32::try_from((between(from, used.until) - out).max(0)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::{floors_for, shipped};
    use super::*;

    fn of(product: &str, used: &Used<'_>) -> Option<Deduction> {
        let product = product.parse().expect("a family");
        deduction(&floors_for(shipped(), &product, date(2026, 11, 30)), used)
    }

    fn used(from: Option<Date>, repairs: &[Days], kilometres: Option<u32>) -> Used<'_> {
        let until = date(2026, 4, 11);
        Used {
            from,
            until,
            repairs,
            kilometres,
            price: None,
        }
    }

    #[test]
    fn a_day_of_use_counts_once_and_a_day_of_repair_not_at_all() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let stretch = |from: &str, to: &str| Days {
            from: day(from),
            to: day(to),
        };
        let repairs = [
            stretch("2026-02-01", "2026-02-05"),
            stretch("2026-02-05", "2026-02-10"),
        ];
        let found = |repairs: &[Days]| {
            of(
                "washing-machine",
                &used(Some(day("2026-01-01")), repairs, None),
            )
        };
        let told = |days, bps| {
            Some(Deduction::Day {
                daily_bps: 5,
                days: Some(days),
                bps: Some(bps),
                kept: None,
            })
        };
        assert_eq!(found(&[]), told(100, 500));
        assert_eq!(found(&repairs), told(90, 450));
    }

    #[test]
    fn a_car_is_charged_by_distance_between_two_bounds() {
        let found = |km| of("household-car", &used(None, &[], km));
        let told = |kilometres, least_bps, most_bps| {
            Some(Deduction::Distance {
                least: 50,
                most: 80,
                kilometres,
                least_bps,
                most_bps,
                least_kept: None,
                most_kept: None,
            })
        };
        assert_eq!(
            found(Some(12_345)),
            told(Some(12_345), Some(617), Some(987))
        );
        assert_eq!(found(None), told(None, None, None), "nobody has read it");
        assert_eq!(
            found(Some(900_000)),
            told(Some(900_000), Some(10_000), Some(10_000))
        );
    }

    #[test]
    fn without_the_invoice_or_a_rate_nothing_is_made_up() {
        let none = used(None, &[], None);
        assert_eq!(
            of("washing-machine", &none),
            Some(Deduction::Day {
                daily_bps: 5,
                days: None,
                bps: None,
                kept: None
            })
        );
        assert_eq!(of("range-hood", &none), None);
    }
}
