//! Recurring duties: `golden/duties`, and laws over any schedule.

use domain::case::Author;
use domain::duty::{Agreed, AgreementForm, DutyEvent, DutyFact, MAX_OCCURRENCES, duties};
use domain::plan::{Clause, EffectivePlan, Plan};
use jiff::civil::Date;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::repairs::blocks;
use super::story::{id, moment};

/// One example: a duty, an agreement, what happened, and the moment to look at.
struct Example {
    plan: EffectivePlan,
    agreed: Agreed,
    facts: Vec<DutyEvent>,
    now: jiff::Timestamp,
}

fn plan_of(duty: Value) -> EffectivePlan {
    let clause =
        json!({ "id": "duty", "heading": "Duty", "text": "Again and again.", "promise": duty });
    let clause: Clause = serde_json::from_value(clause).expect("a clause");
    let plan =
        json!({ "title": "Plan", "trade": "elevators", "calendar": "always", "clauses": [clause] });
    let plan: Plan = serde_json::from_value(plan).expect("a plan");
    EffectivePlan::draft(plan).expect("its zone is known")
}

fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|why| panic!("{text}: {why}"))
}

/// The word after another one.
fn after<'a>(words: &[&'a str], name: &str) -> Option<&'a str> {
    let at = words.iter().position(|word| *word == name)?;
    words.get(at + 1).copied()
}

fn duty(words: &[&str]) -> Value {
    if words[0] == "notice" {
        let months: u32 = words[1].parse().expect("a number");
        return json!({ "kind": "parts", "rule": "end_of_production_notice", "months": months });
    }
    let number = |name: &str| after(words, name).map(|text| text.parse::<u32>().expect("a number"));
    let delivers: Vec<&str> = match words.iter().position(|word| *word == "delivers") {
        Some(at) => words[at + 1..].to_vec(),
        None => Vec::new(),
    };
    json!({ "kind": "recurring_duty", "what": "inspection",
        "every": { "count": number("every"), "unit": words[3] }, "anchor": after(words, "from"),
        "during": after(words, "while").unwrap_or("warranty_or_contract"),
        "early_days": number("early"), "late_days": number("late"), "delivers": delivers })
}

fn agreed(words: &[&str]) -> Agreed {
    Agreed {
        form: words[1].parse::<AgreementForm>().expect("a kind"),
        starts_on: day(words[2]),
        ends_on: Some(day(words[4])),
        ended_on: after(words, "ended").map(day),
        warranty_ends_on: after(words, "warranty").map(day),
        recorded_on: day(after(words, "recorded").unwrap_or(words[2])),
        production_ends_on: after(words, "production").map(day),
    }
}

fn fact(seq: u32, line: &str) -> DutyEvent {
    let at = moment(&line[..16]);
    let words: Vec<&str> = line[16..].split_whitespace().collect();
    let (delivers, evidence, note) = (
        words[2..]
            .iter()
            .map(|word| word.parse().expect("a deliverable"))
            .collect(),
        Vec::new(),
        "said".to_owned(),
    );
    let fact = match words[0] {
        "done" => DutyFact::Done {
            delivers,
            evidence,
            note,
        },
        "partly" => DutyFact::PartlyDone {
            delivers,
            evidence,
            note,
        },
        "excused" => DutyFact::Excused { reason: note },
        _ => DutyFact::Withdrawn {
            event: id(1),
            reason: note,
        },
    };
    DutyEvent {
        id: id(seq),
        seq,
        at,
        recorded_at: at,
        by: Author::System,
        clause: "duty".parse().expect("a name"),
        cycle: words[1].parse().expect("a number"),
        fact,
    }
}

fn example(lines: &[String]) -> Example {
    let words: Vec<Vec<&str>> = lines
        .iter()
        .map(|line| line.split_whitespace().collect())
        .collect();
    let facts = lines.iter().filter(|line| line.starts_with("20"));
    let now = lines.iter().find_map(|line| line.strip_prefix("now "));
    Example {
        plan: plan_of(duty(&words[0])),
        agreed: agreed(&words[1]),
        facts: (1..)
            .zip(facts)
            .map(|(seq, line)| fact(seq, line))
            .collect(),
        now: moment(now.expect("a moment to look at")),
    }
}

#[test]
fn duties_come_out_as_the_golden_file_says() {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").expect("the zone is known");
    for (heading, lines) in blocks("duties/inspections.txt") {
        let example = example(&lines);
        let rows = duties(&example.plan, &example.agreed, &example.facts, example.now);
        let last_day = |at: Option<jiff::Timestamp>| {
            let end = at.expect("it has a window").to_zoned(zone.clone());
            end.date().yesterday().expect("a day before")
        };
        let mut found: Vec<String> = rows
            .iter()
            .map(|row| {
                if row.target_at.is_none() {
                    let until = last_day(row.due_at);
                    return format!("=> #{} until {until}: {}", row.cycle, row.state);
                }
                let opens = row
                    .not_before
                    .expect("it has a window")
                    .to_zoned(zone.clone())
                    .date();
                let (on, closes) = (last_day(row.target_at), last_day(row.due_at));
                format!(
                    "=> #{} {on} window {opens} – {closes}: {}",
                    row.cycle, row.state
                )
            })
            .collect();
        if found.is_empty() {
            found.push("=> nothing".to_owned());
        }
        let expected: Vec<String> = lines
            .iter()
            .filter(|line| line.starts_with("=>"))
            .cloned()
            .collect();
        assert_eq!(found, expected, "{heading}");
    }
}

proptest! {
    /// However a duty recurs, occurrences are bounded, ascend, and each window holds the day it falls on.
    #[test]
    fn a_schedule_is_bounded_and_ascends(
        every in 1u32..400, unit in 0usize..3, anchor in 0usize..2, early in 0u32..60, late in 0u32..60, years in 1i16..80,
    ) {
        let unit = ["days", "weeks", "months"][unit];
        let anchor = ["start", "last_done"][anchor];
        let plan = plan_of(json!({ "kind": "recurring_duty", "what": "visit", "every": { "count": every, "unit": unit },
            "anchor": anchor, "early_days": early, "late_days": late }));
        let agreed = Agreed {
            form: AgreementForm::MaintenanceContract,
            starts_on: day("2020-01-31"),
            ends_on: None,
            ended_on: None,
            warranty_ends_on: None,
            recorded_on: day("2020-01-31"),
            production_ends_on: None,
        };
        let now = jiff::civil::date(2020 + years, 3, 1).in_tz("Asia/Shanghai").expect("a day").timestamp();
        let rows = duties(&plan, &agreed, &[], now);
        prop_assert!(rows.len() <= MAX_OCCURRENCES as usize);
        for row in &rows {
            prop_assert!(row.not_before < row.target_at && row.target_at <= row.due_at);
        }
        for pair in rows.windows(2) {
            prop_assert!(pair[0].due_at < pair[1].due_at);
            prop_assert_eq!(pair[0].cycle + 1, pair[1].cycle);
        }
    }
}

/// A daily duty runs on for as long as its agreement does; the oldest occurrences stay in the ledger.
#[test]
fn a_daily_duty_is_owed_after_years() {
    let plan = plan_of(
        json!({ "kind": "recurring_duty", "what": "visit", "every": { "count": 1, "unit": "days" },
        "anchor": "start", "early_days": 0, "late_days": 0 }),
    );
    let recorded = |recorded_on: &str| Agreed {
        form: AgreementForm::MaintenanceContract,
        starts_on: day("2020-01-01"),
        ends_on: None,
        ended_on: None,
        warranty_ends_on: None,
        recorded_on: day(recorded_on),
        production_ends_on: None,
    };
    let now = moment("2026-11-30 12:00");
    let rows = duties(&plan, &recorded("2020-01-01"), &[], now);
    assert_eq!(rows.first().map(|row| row.cycle), Some(1));
    assert_eq!(
        rows.last().and_then(|row| row.not_before),
        Some(moment("2027-03-02 00:00"))
    );
    let entered_late = duties(&plan, &recorded("2026-11-29"), &[], now);
    assert_eq!(entered_late.first().map(|row| row.cycle), Some(2_524));
    assert_eq!(entered_late.last(), rows.last());
}
