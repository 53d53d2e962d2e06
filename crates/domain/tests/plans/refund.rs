//! What is kept of the price for the use: `golden/plans/law-deductions.txt`.

use std::fmt::Write;

use domain::entitlement::Days;
use domain::legal::{Deduction, Used, deduction, floors_for, shipped};
use domain::money::Fen;
use jiff::civil::date;

use super::same_as_golden;

#[test]
fn the_sum_kept_follows_the_formula_to_the_fen() {
    let (bought, returned) = (date(2026, 1, 1), date(2026, 4, 11));
    let repair = [Days {
        from: date(2026, 2, 1),
        to: date(2026, 2, 10),
    }];
    let mut table = format!(
        "# What is kept of the price for the use, bought on {bought}, returned on {returned}; down to the fen\n"
    );
    for (product, price, kilometres, repairs, from) in [
        (
            "washing-machine",
            Some(299_900),
            None,
            &[] as &[Days],
            Some(bought),
        ),
        (
            "washing-machine",
            Some(299_900),
            None,
            &repair,
            Some(bought),
        ),
        ("washing-machine", Some(1), None, &[], Some(bought)),
        ("washing-machine", None, None, &[], Some(bought)),
        ("washing-machine", Some(299_900), None, &[], None),
        (
            "mobile-phone",
            Some(499_900),
            None,
            &[],
            Some(date(2025, 1, 1)),
        ),
        ("household-car", Some(15_000_000), Some(12_345), &[], None),
        ("household-car", Some(15_000_000), None, &[], None),
        ("household-car", Some(15_000_000), Some(900_000), &[], None),
        ("range-hood", Some(199_900), None, &[], Some(bought)),
    ] {
        let used = Used {
            from,
            until: returned,
            repairs,
            kilometres,
            price: price.map(Fen),
        };
        let family = product.parse().expect("a family");
        let found = deduction(&floors_for(shipped(), &family, returned), &used);
        let sum = |sum: Option<Fen>| sum.map_or("not known".to_owned(), |sum| format!("¥{sum}"));
        let paid = sum(used.price);
        let told = match found {
            None => "nothing is kept by the law".to_owned(),
            Some(Deduction::Day {
                daily_bps,
                days,
                kept,
                ..
            }) => {
                let days = days.map_or("? days".to_owned(), |days| format!("{days} days"));
                format!("{daily_bps} bps × {days} = {}", sum(kept))
            }
            Some(Deduction::Distance {
                least,
                most,
                kilometres,
                least_kept,
                most_kept,
                ..
            }) => {
                let driven = kilometres.map_or("? km".to_owned(), |km| format!("{km} km"));
                format!(
                    "{driven} / 1000 × {least}..{most} bps = {}..{}",
                    sum(least_kept),
                    sum(most_kept)
                )
            }
        };
        writeln!(
            table,
            "{product}, {paid}, repaired {}: {told}",
            repairs.len()
        )
        .expect("text");
    }
    same_as_golden("law-deductions.txt", &table);
}
