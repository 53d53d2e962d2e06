use domain::clock::{Amount, Clock, SpanKind, due, explain, mark};
use domain::time::Limit;
use jiff::SignedDuration;
use proptest::prelude::*;

use crate::random::{any_calendar, any_pauses, any_start, compiled, config};

fn any_limit() -> impl Strategy<Value = Limit> {
    let text = prop_oneof![
        (0_u32..3_000).prop_map(|minutes| format!("working:PT{minutes}M")),
        (0_u32..9_000).prop_map(|minutes| format!("natural:PT{minutes}M")),
        (0_u32..12).prop_map(|days| format!("working-days:{days}")),
        (0_u32..12).prop_map(|days| format!("natural-days:{days}")),
        (0_u32..3).prop_map(|months| format!("months:{months}")),
    ];
    text.prop_map(|text| text.parse().unwrap())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_explanation_has_no_gaps_and_adds_up(
        spec in any_calendar(), (start, pauses) in any_start().prop_flat_map(|start| (Just(start), any_pauses(start))), limit in any_limit()
    ) {
        let calendar = compiled(&spec);
        let clock = Clock::new(&calendar).with_pauses(&pauses);
        let Ok(expected) = due(&clock, start, limit) else { return Ok(()) };
        let explanation = explain(&clock, start, limit).unwrap();
        prop_assert_eq!(explanation.due, expected);

        let mut at = start;
        let (mut time, mut days) = (SignedDuration::ZERO, 0);
        for span in &explanation.spans {
            prop_assert_eq!(span.from, at, "spans follow each other");
            prop_assert!(span.from < span.to);
            at = span.to;
            match span.counts {
                Amount::Time(counted) => time += counted,
                Amount::Days(counted) => days += counted,
            }
            let counted = !matches!(span.counts, Amount::Time(SignedDuration::ZERO) | Amount::Days(0));
            prop_assert_eq!(counted, span.kind == SpanKind::Counted, "only counted spans add to the total");
        }
        prop_assert_eq!(at, expected.at, "they lead to the due time");
        match limit {
            Limit::Working(limit) => prop_assert_eq!(time, limit.get()),
            Limit::Natural(limit) => prop_assert_eq!(time, limit.get()),
            Limit::WorkingDays(limit) | Limit::NaturalDays(limit) => prop_assert_eq!(days, limit),
            Limit::Months(months) => prop_assert!((months * 28..=months * 31).contains(&days)),
        }
        let total = match explanation.total {
            Amount::Time(total) => total == time,
            Amount::Days(total) => total == days,
        };
        prop_assert!(total);
    }

    #[test]
    fn marks_ascend_to_the_due_time(
        spec in any_calendar(), (start, pauses) in any_start().prop_flat_map(|start| (Just(start), any_pauses(start))), limit in any_limit()
    ) {
        let calendar = compiled(&spec);
        let clock = Clock::new(&calendar).with_pauses(&pauses);
        let Ok(expected) = due(&clock, start, limit) else { return Ok(()) };
        let marks: Vec<_> = [0, 5_000, 8_000, 10_000].map(|bps| mark(&clock, start, limit, bps).unwrap()).to_vec();
        prop_assert!(marks.is_sorted() && marks[0] == start && marks[3] == expected.at, "{:?}", marks);
    }
}
