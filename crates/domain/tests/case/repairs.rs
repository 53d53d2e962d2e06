//! Repair days and people's decisions: `golden/repairs` and `golden/decisions`.

use domain::case::repair_days;
use domain::entitlement::{Decision, holding};
use domain::plan::clauses::coverage::Charges;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::golden;
use super::story::line;

/// The blocks of a golden file, each with its heading and its lines.
pub(crate) fn blocks(name: &str) -> Vec<(String, Vec<String>)> {
    let text = std::fs::read_to_string(golden(name)).expect("the golden file is there");
    let text = text.replace("\r\n", "\n");
    let blocks: Vec<_> = text
        .split("\n## ")
        .skip(1)
        .map(|block| {
            let mut lines = block.lines().map(str::to_owned);
            let heading = lines.next().expect("a block has a heading");
            (heading, lines.filter(|line| !line.is_empty()).collect())
        })
        .collect();
    assert!(!blocks.is_empty(), "{name} has examples");
    blocks
}

#[test]
fn repair_days_are_those_of_the_golden_file() {
    let zone = TimeZone::get("Asia/Shanghai").expect("the zone is known");
    for (heading, lines) in blocks("repairs/days.txt") {
        let (facts, expected) = lines.split_at(lines.len() - 1);
        let facts: Vec<_> = (1..)
            .zip(facts)
            .map(|(seq, text)| line(seq, text))
            .collect();
        let days: Vec<_> = repair_days(&facts, &zone)
            .iter()
            .map(|days| format!("{} – {}", days.from, days.to))
            .collect();
        let found = if days.is_empty() {
            "none".to_owned()
        } else {
            days.join("; ")
        };
        assert_eq!(format!("=> {found}"), expected[0], "{heading}");
    }
}

#[test]
fn decisions_hold_as_the_golden_file_says() {
    for (heading, lines) in blocks("decisions/holding.txt") {
        let mut made: Vec<Decision> = Vec::new();
        for text in lines {
            match text.strip_prefix("on ") {
                None => made.insert(0, decision(&text)),
                Some(asked) => {
                    let (day, expected) = asked.split_once(" => ").expect("a day and what holds");
                    let held = holding(&made, day.parse().expect("a day"));
                    let found = held.and_then(|held| held.charges);
                    assert_eq!(found, charges(expected), "{heading}: {text}");
                }
            }
        }
    }
}

fn decision(text: &str) -> Decision {
    let (from, rest) = text.split_once(" – ").expect("a first day");
    let (until, word) = match rest.split_once(' ') {
        Some((day, word)) => (Some(day), word),
        None => (None, rest),
    };
    let day = |text: &str| text.parse::<Date>().expect("a day");
    Decision {
        from: day(from),
        until: until.map(day),
        charges: charges(word),
    }
}

fn charges(word: &str) -> Option<Charges> {
    (word != "plan").then(|| Charges::all(word.parse().expect("a charge")))
}
