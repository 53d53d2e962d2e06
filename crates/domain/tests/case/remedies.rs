//! Remedies: `golden/remedies`.

use domain::case::{CaseEvent, Fact};
use domain::obligation::obligations;
use domain::plan::{EffectivePlan, Plan};
use domain::remedy::{Ground, Opened, PastRepair, UnitPast, opened};
use domain::time::Instant;
use serde_json::{Value, json};

use super::calendars;
use super::repairs::blocks;
use super::story::{event, line, moment};

/// The remedy, and two limits that may be broken: an answer within an hour, a visit within two.
fn plan(trigger: &Value, when: &Value, calendar: &str) -> EffectivePlan {
    let remedy = json!({ "id": "remedy", "heading": "Remedy", "text": "A right.", "when": when,
        "promise": { "kind": "remedy", "trigger": trigger, "entitles": [{ "what": "exchange" }] } });
    let limit = |id: &str, from: &str, to: &str, limit: &str| {
        json!({ "id": id, "heading": "Limit", "text": "In time.", "promise": { "kind": "time_limit", "from": from, "to": to,
            "otherwise": { "bound": { "type": "within", "limit": limit } } } })
    };
    let answer = limit("answer", "reported", "answered", "natural:PT1H");
    let visit = limit("visit", "remote_attempt_failed", "on_site", "natural:PT2H");
    let plan = json!({ "title": "Plan", "trade": "elevators", "calendar": calendar, "clauses": [answer, visit, remedy] });
    let plan: Plan = serde_json::from_value(plan).expect("a plan");
    EffectivePlan::draft(plan).expect("its zone is known")
}

fn trigger(words: &[&str]) -> Value {
    if words[0] == "limit_broken" {
        let clause = words.get(1).unwrap_or(&"answer");
        return json!({ "when": "limit_broken", "clause": clause });
    }
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

/// A unit and a case of it.
#[derive(Default)]
struct Told {
    past: UnitPast,
    facts: Vec<CaseEvent>,
}

impl Told {
    fn opened(&self, plan: &EffectivePlan, now: Instant) -> Vec<Opened> {
        let rows = obligations(plan, &calendars(), &self.facts, now);
        opened(plan, &calendars(), &self.facts, &rows, &self.past, now)
    }

    /// Notes what is open, as the system does.
    fn raise(&mut self, plan: &EffectivePlan, now: Instant) {
        for Opened { clause, ground } in self.opened(plan, now) {
            let noted = Fact::RemedyOpened { clause, ground };
            self.facts.push(event(self.next(), now, noted));
        }
    }

    fn next(&self) -> u32 {
        u32::try_from(self.facts.len()).expect("a story is short") + 1
    }
}

#[test]
fn remedies_open_as_the_golden_file_says() {
    for (heading, lines) in blocks("remedies/triggers.txt") {
        let mut told = Told::default();
        let (mut plan_of, mut now, mut calendar) = (None, None, "always");
        for text in &lines {
            let words: Vec<&str> = text.split_whitespace().collect();
            let moment_of = || moment(&words[1..].join(" "));
            match words[0] {
                "calendar" => calendar = words[1],
                "remedy" => {
                    let (trigger_words, standing) = in_standing(&words[1..]);
                    plan_of = Some(plan(&trigger(trigger_words), &standing, calendar));
                }
                "received" => told.past.received_on = Some(words[1].parse().expect("a day")),
                "repaired" => told.past.repairs.insert(
                    0,
                    PastRepair {
                        on: words[1].parse().expect("a day"),
                        cause: Some(words[2].parse().expect("a cause")),
                    },
                ),
                "raised" => told.raise(plan_of.as_ref().expect("a remedy"), moment_of()),
                "now" => now = Some(moment_of()),
                "=>" => {}
                _ => told.facts.push(line(told.next(), text)),
            }
        }
        let (plan, now) = (plan_of.expect("a remedy"), now.expect("a moment"));
        let found = told.opened(&plan, now);
        let mut grounds: Vec<_> = found.iter().map(|one| word(&one.ground)).collect();
        if grounds.is_empty() {
            grounds.push("nothing".to_owned());
        }
        let expected = lines.last().expect("what is found");
        assert_eq!(&format!("=> {}", grounds.join(", ")), expected, "{heading}");
        // Once noted it is not raised again.
        told.raise(&plan, now);
        assert_eq!(told.opened(&plan, now), [], "{heading}");
    }
}
