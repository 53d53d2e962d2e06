//! Two limits of one term: `golden/entitlement/two-limits.txt`, and the end as the earlier or the later of both.

use std::fmt::Write;

use domain::entitlement::{ResolvedTerm, TermProblem, UnitFacts, resolve};
use domain::plan::clauses::warranty::{StartDate, Territory, Whichever};
use domain::plan::{EffectivePlan, Plan};
use domain::unit::Paper;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{calendars, same_as_golden};

const PROMISES: [&str; 4] = [
    "months:24 from accepted, or months:30 from manufactured, first",
    "months:24 from accepted, or months:30 from manufactured, last",
    "months:24 from accepted > delivered, or natural-days:400 from manufactured, first",
    "lifetime from accepted, or months:120 from manufactured, first",
];

const UNITS: [&[(StartDate, Date)]; 5] = [
    &[
        (StartDate::Manufactured, date(2025, 1, 15)),
        (StartDate::Accepted, date(2025, 5, 15)),
    ],
    &[
        (StartDate::Manufactured, date(2025, 1, 15)),
        (StartDate::Accepted, date(2026, 3, 16)),
    ],
    &[(StartDate::Manufactured, date(2025, 1, 15))],
    &[(StartDate::Accepted, date(2025, 5, 15))],
    &[(StartDate::Installed, date(2025, 5, 15))],
];

fn plan(promise: &str) -> EffectivePlan {
    let (own, rest) = promise.split_once(", or ").expect("two limits");
    let (other, whichever) = rest.rsplit_once(", ").expect("which of them");
    let limit = |text: &str| {
        let (term, starts) = text.split_once(" from ").expect("a length and a start");
        let starts: Vec<&str> = starts.split(" > ").collect();
        serde_json::json!({ "term": term, "starts_from": starts })
    };
    let (own, mut other) = (limit(own), limit(other));
    other["whichever"] = whichever.into();
    let plan: Plan = serde_json::from_value(serde_json::json!({
        "title": "售后服务方案", "trade": "设备", "calendar": "cn-office",
        "clauses": [{
            "id": "term", "heading": "保修期", "text": "",
            "promise": {
                "kind": "warranty_term", "covers": { "what": "whole_unit" },
                "term": own["term"], "starts_from": own["starts_from"], "or_term": other,
            },
        }],
    }))
    .expect("the plan reads");
    EffectivePlan::draft(plan).expect("its zone is a zone")
}

fn resolved(plan: &EffectivePlan, dates: &[(StartDate, Date)]) -> ResolvedTerm {
    let unit = UnitFacts {
        dates: dates.iter().copied().collect(),
        card: Paper::Present,
        proof: Paper::Present,
        sold: Territory::Domestic,
        usage: None,
        components: Vec::new(),
        repairs: Vec::new(),
        heating_season: None,
    };
    resolve(plan, &calendars(), &unit).terms.remove(0)
}

fn told(term: &ResolvedTerm) -> String {
    if let Some(TermProblem::NoStartDate { any_of }) = &term.problem {
        let days: Vec<&str> = any_of.iter().map(|day| day.as_str()).collect();
        return format!("does not run: one of {} must be known", days.join(", "));
    }
    let two = term
        .of_two
        .as_ref()
        .expect("a term with two limits tells both");
    let day = |day: Option<Date>| day.map_or("for life".to_owned(), |day| format!("to {day}"));
    let limit = |limit: &domain::entitlement::ResolvedLimit| match (&limit.start, limit.term) {
        (Some(start), Some(term)) => {
            format!(
                "{term} from {} ({}) {}",
                start.on,
                start.date,
                day(limit.ends_on)
            )
        }
        _ => "its day is not known".to_owned(),
    };
    format!(
        "{}, begun {}; own: {}; other: {}; governs: {}",
        day(term.ends_on),
        term.start
            .as_ref()
            .map_or("never".to_owned(), |start| start.on.to_string()),
        limit(&two.own),
        limit(&two.other),
        two.governs
    )
}

#[test]
fn which_limit_ends_the_term_and_what_holds_while_a_day_is_missing() {
    let mut table = String::new();
    for promise in PROMISES {
        writeln!(table, "# {promise}").expect("text");
        let plan = plan(promise);
        for dates in UNITS {
            let days: Vec<String> = dates
                .iter()
                .map(|(word, on)| format!("{word} {on}"))
                .collect();
            writeln!(
                table,
                "{} -> {}",
                days.join(", "),
                told(&resolved(&plan, dates))
            )
            .expect("text");
        }
        table.push('\n');
    }
    same_as_golden("entitlement/two-limits.txt", &table);
}

proptest! {
    /// The end is the earlier, or the later, of what each limit gives by itself.
    #[test]
    fn the_end_is_that_of_the_limit_that_governs(
        own in 1..60_u32, other in 1..60_u32,
        made in 0..2_000_i64, accepted in 0..2_000_i64,
        last: bool,
    ) {
        let day = |days: i64| date(2020, 1, 1).saturating_add(jiff::Span::new().days(days));
        let dates = [(StartDate::Manufactured, day(made)), (StartDate::Accepted, day(accepted))];
        let whichever = if last { Whichever::Last } else { Whichever::First };
        let ends = |promise: String| resolved(&plan(&promise), &dates).ends_on.expect("it ends");
        let both = ends(format!("months:{own} from accepted, or months:{other} from manufactured, {whichever}"));
        // The same limit twice is that limit.
        let alone = |term: u32, start: &str| ends(format!("months:{term} from {start}, or months:{term} from {start}, first"));
        let (one, two) = (alone(own, "accepted"), alone(other, "manufactured"));
        prop_assert_eq!(both, if last { one.max(two) } else { one.min(two) });
    }
}
