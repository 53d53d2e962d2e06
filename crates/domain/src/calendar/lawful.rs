use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Span, civil::date};

use super::spec::read_date;
use super::{PublicDay, PublicDayKind};

/// The public holidays fixed by law, 2024 to 2100: what can be said of a year before its holidays are announced.
///
/// Source: 全国年节及纪念日放假办法, as amended with effect from 2025-01-01. Festivals of the lunisolar calendar come from a table
/// of dates. Days off in exchange for weekends are announced year by year and cannot be predicted.
pub(super) fn days() -> BTreeMap<Date, PublicDay> {
    include_str!("../../data/cn-festivals.csv")
        .lines()
        .skip(1)
        .flat_map(year_of)
        .collect()
}

/// The holidays of one row: year, new year of the lunisolar calendar, 清明, 端午, 中秋.
fn year_of(row: &str) -> Vec<(Date, PublicDay)> {
    let cells: Vec<&str> = row.split(',').collect();
    let festival =
        |column: usize| read_date(cells[column]).expect("the shipped festivals are dates");
    let year: i16 = cells[0]
        .parse()
        .expect("the shipped festivals begin with a year");
    let eve = festival(1)
        .yesterday()
        .expect("a festival is not the first day of time");
    [
        ("元旦", date(year, 1, 1), 1),
        ("春节", eve, 4),
        ("清明节", festival(2), 1),
        ("劳动节", date(year, 5, 1), 2),
        ("端午节", festival(3), 1),
        ("中秋节", festival(4), 1),
        ("国庆节", date(year, 10, 1), 3),
    ]
    .into_iter()
    .flat_map(|(name, first, length)| {
        let holiday = PublicDay {
            kind: PublicDayKind::Holiday,
            name: name.to_owned(),
        };
        first
            .series(Span::new().days(1))
            .take(length)
            .map(move |date| (date, holiday.clone()))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covers_2024_to_2100_with_thirteen_days_a_year() {
        let days = days();
        for year in 2024..=2100 {
            let count = days.range(date(year, 1, 1)..=date(year, 12, 31)).count();
            // 中秋节 falls into 国庆节 in some years.
            let mid_autumn_in_october =
                (1..=3).any(|day| days[&date(year, 10, day)].name == "中秋节") || count == 12;
            assert_eq!(count, if mid_autumn_in_october { 12 } else { 13 }, "{year}");
        }
        assert_eq!(days.first_key_value().unwrap().0.year(), 2024);
        assert_eq!(days.last_key_value().unwrap().0.year(), 2100);
    }

    #[test]
    fn spring_festival_starts_on_new_years_eve() {
        let names: Vec<Date> = days()
            .into_iter()
            .filter(|(date, day)| date.year() == 2027 && day.name == "春节")
            .map(|(date, _)| date)
            .collect();
        assert_eq!(
            names,
            [
                date(2027, 2, 5),
                date(2027, 2, 6),
                date(2027, 2, 7),
                date(2027, 2, 8)
            ]
        );
    }

    /// Minutes from the mean new moon nearest to noon in China on a date; the true one strays from it by up to 14 hours.
    fn minutes_from_new_moon(date: Date) -> i64 {
        const LUNATION_MILLI_MINUTES: i64 = 42_524_047;
        // A mean new moon fell on 2000-01-06 at 14:20 UTC, 22:20 in China.
        let known = Date::constant(2000, 1, 6).at(22, 20, 0, 0);
        let minutes = date.at(12, 0, 0, 0).duration_since(known).as_mins();
        let age = (minutes * 1_000).rem_euclid(LUNATION_MILLI_MINUTES);
        age.min(LUNATION_MILLI_MINUTES - age) / 1_000
    }

    #[test]
    fn lunar_festivals_stand_where_the_moon_does() {
        for row in include_str!("../../data/cn-festivals.csv").lines().skip(1) {
            let dates: Vec<Date> = row
                .split(',')
                .skip(1)
                .map(|text| text.parse().unwrap())
                .collect();
            let [spring, qingming, dragon_boat, mid_autumn] = dates[..] else {
                panic!("{row} has not four dates");
            };
            // First day of the first month, fifth of the fifth, fifteenth of the eighth.
            for (festival, days_after_new_moon) in [(spring, 0), (dragon_boat, 4), (mid_autumn, 14)]
            {
                let first_of_month = festival - Span::new().days(days_after_new_moon);
                assert!(
                    minutes_from_new_moon(first_of_month) <= 27 * 60,
                    "{festival}"
                );
            }
            let year = spring.year();
            assert!(
                (date(year, 1, 21)..=date(year, 2, 21)).contains(&spring),
                "{spring}"
            );
            assert!(
                (date(year, 4, 4)..=date(year, 4, 6)).contains(&qingming),
                "{qingming}"
            );
            assert!(
                (date(year, 5, 27)..=date(year, 6, 26)).contains(&dragon_boat),
                "{dragon_boat}"
            );
            assert!(
                (date(year, 9, 7)..=date(year, 10, 8)).contains(&mid_autumn),
                "{mid_autumn}"
            );
        }
    }
}
