//! Terms counted in heating seasons: `golden/entitlement/seasons.txt`.

use std::fmt::Write;

use domain::calendar::HeatingSeason;
use domain::entitlement::{Days, ResolvedTerm, TermProblem, UnitFacts, resolve};
use domain::plan::clauses::warranty::{StartDate, Territory};
use domain::plan::{EffectivePlan, Plan};
use domain::unit::Paper;
use jiff::civil::{Date, date};
use serde_json::json;

use super::{calendars, same_as_golden};

fn plan(seasons: u32) -> EffectivePlan {
    let plan: Plan = serde_json::from_value(json!({
        "title": "供热系统保修", "trade": "供热", "calendar": "cn-office",
        "clauses": [{ "id": "heating", "heading": "保修期", "text": "", "promise": {
            "kind": "warranty_term", "covers": { "what": "whole_unit" }, "term": format!("seasons:{seasons}"),
            "starts_from": ["accepted"], "repair_days": "extend" } }],
    }))
    .expect("the plan reads");
    EffectivePlan::draft(plan).expect("its zone is a zone")
}

fn term(
    seasons: u32,
    accepted: Date,
    season: Option<HeatingSeason>,
    repairs: &[Days],
) -> ResolvedTerm {
    let unit = UnitFacts {
        dates: [(StartDate::Accepted, accepted)].into(),
        card: Paper::Present,
        proof: Paper::Present,
        sold: Territory::Domestic,
        usage: None,
        components: Vec::new(),
        repairs: repairs.to_vec(),
        heating_season: season,
    };
    resolve(&plan(seasons), &calendars(), &unit).terms.remove(0)
}

fn season(text: &str) -> HeatingSeason {
    let (from, until) = text.split_once(" to ").expect("two days");
    serde_json::from_value(json!({ "from": from, "until": until })).expect("a season")
}

#[test]
fn the_first_season_is_the_one_under_way_or_the_next() {
    let north = "11-15 to 03-15";
    let mut table = "# Heating seasons of a term: the first is the one under way on its first day, or the next. A last day on a\n# holiday moves.\n".to_owned();
    for (seasons, dates, accepted) in [
        (2, north, date(2024, 9, 1)),
        (2, north, date(2024, 11, 15)),
        (2, north, date(2025, 1, 10)),
        (2, north, date(2025, 3, 15)),
        (2, north, date(2025, 3, 16)),
        (1, north, date(2025, 12, 31)),
        (5, north, date(2025, 5, 1)),
        (2, "10-15 to 04-15", date(2024, 9, 1)),
        (2, "06-01 to 08-31", date(2024, 9, 1)),
        (1, "11-15 to 02-29", date(2024, 12, 1)),
    ] {
        let term = term(seasons, accepted, Some(season(dates)), &[]);
        let counted = term.seasons.expect("the seasons are told");
        let ends = term.ends_on.expect("the last day is known");
        writeln!(
            table,
            "{seasons} of {dates} from {accepted}: {}..{} first, {}..{} last, until {ends}",
            counted.first.from, counted.first.to, counted.last.from, counted.last.to
        )
        .expect("text");
    }
    same_as_golden("entitlement/seasons.txt", &table);
}

#[test]
fn days_under_repair_extend_it_and_without_dates_nothing_is_made_up() {
    let repairs = [Days {
        from: date(2025, 12, 1),
        to: date(2025, 12, 10),
    }];
    let north = season("11-15 to 03-15");
    let extended = term(2, date(2024, 9, 1), Some(north), &repairs);
    assert_eq!(
        (extended.repair_days, extended.ends_on),
        (10, Some(date(2026, 3, 25)))
    );
    let undated = term(2, date(2024, 9, 1), None, &[]);
    assert_eq!(
        (undated.problem, undated.ends_on),
        (Some(TermProblem::NoHeatingSeason), None)
    );
}
