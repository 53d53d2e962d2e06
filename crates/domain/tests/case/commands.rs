//! What is answered to a command: `golden/commands`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::case::{
    Action, CaseEvent, Command, Decision, Evidence, Fact, NothingDone, Situation, What, decide,
    hides_breach, merge_hides_breach,
};
use domain::obligation::obligations;
use domain::plan::{EffectivePlan, Plan};
use domain::time::Instant;

use super::calendars;
use super::repairs::blocks;
use super::story::{Cases, event, id, moment};

/// Five promises with short limits: an answer, a repair by level, a visit after remote help failed, one at the time agreed,
/// and an answer to a complaint, which outlives the case.
const PLAN: &str = r#"
title = "short limits"
trade = "test"
calendar = "always"
severities = [{ id = "major", label = "major", meaning = "" }, { id = "minor", label = "minor", meaning = "" }]
[[clauses]]
id = "answer"
heading = "answer"
text = "answered within an hour"
promise = { kind = "time_limit", from = "reported", to = "answered", pausable_by = ["no_access"], otherwise = { bound = { type = "within", limit = "natural:PT1H" } } }
[[clauses]]
id = "repair"
heading = "repair"
text = "major faults repaired within two hours, minor ones within four"
promise = { kind = "time_limit", from = "reported", to = "repaired", otherwise = "no_promise", rows = [{ when = { severity = ["major"] }, bound = { type = "within", limit = "natural:PT2H" } }, { when = { severity = ["minor"] }, bound = { type = "within", limit = "natural:PT4H" } }] }
[[clauses]]
id = "visit"
heading = "visit"
text = "on site within two hours after remote help failed"
promise = { kind = "time_limit", from = "remote_attempt_failed", to = "on_site", otherwise = { bound = { type = "within", limit = "natural:PT2H" } } }
[[clauses]]
id = "appointment"
heading = "appointment"
text = "at the time agreed, half an hour more or less"
promise = { kind = "time_limit", from = "visit_agreed", to = "on_site", otherwise = { bound = { type = "appointment", early_minutes = 30, late_minutes = 30 } } }
[[clauses]]
id = "complaint"
heading = "complaint"
text = "complaints answered within an hour"
promise = { kind = "time_limit", from = "complaint_received", to = "complaint_answered", otherwise = { bound = { type = "within", limit = "natural:PT1H" } } }
"#;

static EFFECTIVE: LazyLock<EffectivePlan> = LazyLock::new(|| {
    let plan: Plan = toml::from_str(PLAN).expect("it reads");
    EffectivePlan::draft(plan).expect("its zone is known")
});

/// `answer at 2026-01-20 09:30`, `correct 2 to 2026-01-20 09:30`, `close not owed`.
fn command(text: &str) -> Command {
    let (text, at) = match text.split_once(" at ") {
        Some((text, at)) => (text, Some(moment(at))),
        None => (text, None),
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = || id(words[1].parse().expect("a number"));
    let what = match words[..] {
        ["grade", level] => What::Grade {
            answers: BTreeMap::new(),
            severity: Some(level.parse().expect("a level")),
        },
        ["agree", day, hour] => What::AgreeVisit {
            agreed_at: moment(&format!("{day} {hour}")),
        },
        ["pause", reason] => What::Pause {
            reason: reason.parse().expect("a reason"),
        },
        ["excuse", clause, cycle] => What::Excuse {
            clause: clause.parse().expect("a clause"),
            cycle: cycle.parse().expect("a number"),
        },
        ["close", "not", "owed"] => What::Close {
            nothing_done: Some(NothingDone::Recovered),
            not_owed: "solved by itself".into(),
        },
        ["withdraw", _] => What::Withdraw { event: number() },
        ["correct", _, "to", day, hour] => What::CorrectTime {
            event: number(),
            to: moment(&format!("{day} {hour}")),
        },
        _ => What::Plain {
            name: text
                .parse::<Action>()
                .unwrap_or_else(|why| panic!("{text}: {why}")),
        },
    };
    let said = |said: &str| Evidence::Word { said: said.into() };
    Command {
        at,
        evidence: vec![said("told")],
        note: "said".into(),
        what,
    }
}

/// What the command comes to for somebody who may not excuse: its obstacles, the breaches it hides, or the fact.
fn answered(facts: &[CaseEvent], command: &Command, now: Instant) -> Result<CaseEvent, String> {
    let situation = Situation::read(&EFFECTIVE, &calendars(), facts, now);
    let decision = decide(&EFFECTIVE, &situation, facts, command, now);
    let (at, fact) = match decision {
        Ok(Decision::Fact { at, fact }) => (at, fact),
        Ok(Decision::Unchanged) => return Err("unchanged".into()),
        Err(obstacles) => {
            let word = |obstacle| {
                let obstacle = serde_json::to_value(obstacle).expect("an obstacle is JSON");
                obstacle["obstacle"].as_str().expect("a word").to_owned()
            };
            let words: Vec<String> = obstacles.iter().map(word).collect();
            return Err(words.join(", "));
        }
    };
    let seq = u32::try_from(facts.len()).expect("a story is short") + 1;
    let mut new = event(seq, at, fact);
    new.recorded_at = now;
    let then: Vec<_> = facts.iter().cloned().chain([new.clone()]).collect();
    let after = obligations(&EFFECTIVE, &calendars(), &then, now);
    match hides_breach(&new, &situation.obligations, &after) {
        Some(hidden) => Err(hides(&hidden)),
        None => Ok(new),
    }
}

/// Lets the other case go on in the first one, unless that hides a breach of either.
fn merged(cases: &mut Cases, now: Instant) -> String {
    let rows = |facts: &[CaseEvent]| obligations(&EFFECTIVE, &calendars(), facts, now);
    let mut before = rows(&cases.facts);
    before.extend(rows(cases.other.as_deref().expect("another case")));
    cases.merge(now);
    let hidden = merge_hides_breach(&before, &rows(&cases.facts));
    hidden.map_or("accepted".to_owned(), |hidden| hides(&hidden))
}

fn hides(obstacle: &domain::case::Obstacle) -> String {
    let told = serde_json::to_value(obstacle).expect("an obstacle is JSON");
    let clauses = told["clauses"].as_array().expect("clauses").iter();
    let clauses: Vec<_> = clauses.filter_map(serde_json::Value::as_str).collect();
    format!("hides {}", clauses.join(", "))
}

fn as_the_golden_file_says(name: &str) {
    for (heading, lines) in blocks(name) {
        let (mut cases, mut now, mut found) = (Cases::default(), None, None);
        for text in &lines {
            if let Some(at) = text.strip_prefix("now ") {
                now = Some(moment(at));
            } else if text == "do merge" {
                found = Some(merged(&mut cases, now.expect("a moment")));
            } else if let Some(text) = text.strip_prefix("do ") {
                let now = now.expect("a moment");
                let answer = answered(&cases.facts, &command(text), now);
                found = Some(match answer {
                    Ok(event) => {
                        cases.facts.push(event);
                        "accepted".to_owned()
                    }
                    Err(why) => why,
                });
            } else if let Some(expected) = text.strip_prefix("=> ") {
                assert_eq!(found.as_deref(), Some(expected), "{heading}");
            } else {
                cases.tell(text);
            }
        }
    }
}

#[test]
fn no_command_of_somebody_who_may_not_excuse_hides_a_breach() {
    as_the_golden_file_says("commands/breaches.txt");
}

#[test]
fn rounds_keep_their_order() {
    as_the_golden_file_says("commands/rounds.txt");
}

/// Its number may become another one. What was stored before excuses named anything reads as it did.
#[test]
fn an_excuse_names_the_fact_that_opened_what_it_excuses() {
    let mut cases = Cases::default();
    cases.tell("2026-01-20 09:00 reported phone");
    let excuse = command("excuse answer 1");
    let new = answered(&cases.facts, &excuse, moment("2026-01-20 12:00")).expect("it is broken");
    let mut stored = serde_json::to_value(&new.fact).expect("a fact is JSON");
    assert_eq!(stored["opened_by"], id(1).to_string());
    stored
        .as_object_mut()
        .expect("an object")
        .remove("opened_by");
    let read: Fact = serde_json::from_value(stored).expect("an old excuse");
    assert!(matches!(
        read,
        Fact::Excused {
            opened_by: None,
            cycle: 1,
            ..
        }
    ));
}
