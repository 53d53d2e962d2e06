//! Remedies: `golden/remedies`.

use domain::case::Fact;
use domain::plan::{EffectivePlan, Plan};
use domain::remedy::{Ground, PastRepair, UnitPast, opened};
use serde_json::{Value, json};

use super::calendars;
use super::repairs::blocks;
use super::story::{event, line, moment};

fn plan(trigger: &Value, when: &Value, calendar: &str) -> EffectivePlan {
    let clause = json!({ "id": "remedy", "heading": "Remedy", "text": "A right.", "when": when,
        "promise": { "kind": "remedy", "trigger": trigger, "entitles": [{ "what": "exchange" }] } });
    let plan =
        json!({ "title": "Plan", "trade": "elevators", "calendar": calendar, "clauses": [clause] });
    let plan: Plan = serde_json::from_value(plan).expect("a plan");
    EffectivePlan::draft(plan).expect("its zone is known")
}

fn trigger(words: &[&str]) -> Value {
    let number = words
        .get(1)
        .map(|text| text.parse::<u32>().expect("a number"));
    match (words[0], number) {
        (when @ ("same_defect_repaired" | "repaired_still_faulty"), Some(times)) => {
            json!({ "when": when, "times": times })
        }
        (when, Some(days)) => json!({ "when": when, "days": days }),
        (when, None) => json!({ "when": when }),
    }
}

/// The trigger's own words, and the condition `standing=in_warranty` at their end.
fn in_standing<'a>(words: &'a [&'a str]) -> (&'a [&'a str], Value) {
    match words.split_last() {
        Some((last, rest)) if last.starts_with("standing=") => {
            let standing = last.trim_start_matches("standing=");
            (rest, json!({ "standing": [standing] }))
        }
        _ => (words, json!({})),
    }
}

fn word(ground: &Ground) -> String {
    let ground = serde_json::to_value(ground).expect("a ground is JSON");
    ground["ground"].as_str().expect("it has a word").to_owned()
}

#[test]
fn remedies_open_as_the_golden_file_says() {
    for (heading, lines) in blocks("remedies/triggers.txt") {
        let mut past = UnitPast::default();
        let (mut facts, mut plan_of, mut now) = (Vec::new(), None, None);
        let (mut seq, mut calendar) = (0, "always");
        for text in &lines {
            let words: Vec<&str> = text.split_whitespace().collect();
            match words[0] {
                "calendar" => calendar = words[1],
                "remedy" => {
                    let (trigger_words, standing) = in_standing(&words[1..]);
                    plan_of = Some(plan(&trigger(trigger_words), &standing, calendar));
                }
                "received" => past.received_on = Some(words[1].parse().expect("a day")),
                "repaired" => past.repairs.insert(
                    0,
                    PastRepair {
                        on: words[1].parse().expect("a day"),
                        cause: Some(words[2].parse().expect("a cause")),
                    },
                ),
                "now" => now = Some(moment(&words[1..].join(" "))),
                "=>" => {}
                _ => {
                    seq += 1;
                    facts.push(line(seq, text));
                }
            }
        }
        let (plan, now) = (plan_of.expect("a remedy"), now.expect("a moment"));
        let found = opened(&plan, &calendars(), &facts, &[], &past, now);
        let told = found
            .first()
            .map_or("nothing".to_owned(), |one| word(&one.ground));
        assert_eq!(Some(&format!("=> {told}")), lines.last(), "{heading}");
        // Once noted it is not raised again.
        if let Some(one) = found.first() {
            let noted = Fact::RemedyOpened {
                clause: one.clause.clone(),
                ground: one.ground.clone(),
            };
            facts.push(event(seq + 1, now, noted));
            assert_eq!(
                opened(&plan, &calendars(), &facts, &[], &past, now),
                [],
                "{heading}"
            );
        }
    }
}
