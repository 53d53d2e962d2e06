//! One fact in many wordings: each wording of `golden/reader/grammar.txt` with each way of writing each length is read as the same clause.

#[path = "corpus/table.rs"]
mod table;

use reader::reading::{Clause, Terms};
use serde_json::Value;

const TABLE: &str = include_str!("../../../golden/reader/grammar.txt");

fn clauses(sentence: &str) -> Vec<Clause> {
    reader::read(&format!("售后服务方案\n{sentence}"))
        .plans
        .into_iter()
        .flat_map(|plan| plan.clauses)
        .collect()
}

fn told(clause: &Clause) -> Value {
    serde_json::to_value(clause).expect("a clause is JSON")
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Puts every way of every length into every wording and compares what is told of the clauses of the kind with what the rows say.
fn check(
    lengths: &str,
    wordings: &str,
    is_kind: fn(&Terms) -> bool,
    expected: fn(&str, &str) -> String,
    found: fn(&Value) -> String,
) {
    let section = |title| table::section(TABLE, title);
    let (mut wrong, mut tried) = (Vec::new(), 0_usize);
    for wording in &section(wordings) {
        for length in &section(lengths) {
            for way in &length[1..] {
                let sentence = wording[1].replace("{}", way);
                let read: Vec<String> = clauses(&sentence)
                    .iter()
                    .filter(|clause| is_kind(&clause.terms))
                    .map(|clause| found(&told(clause)))
                    .collect();
                let right = expected(wording[0], length[0]);
                tried += 1;
                if read != [right.clone()] {
                    wrong.push(format!("{sentence} {right}: {read:?}"));
                }
            }
        }
    }
    assert!(tried > 0, "{wordings} holds no wording");
    assert!(
        wrong.is_empty(),
        "{} of {tried}\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn limits_are_read_in_every_wording() {
    check(
        "lengths of limits",
        "limits",
        |terms| matches!(terms, Terms::TimeLimit { .. }),
        |milestones, length| format!("{milestones} {length}"),
        |clause| {
            let target = clause["target"]
                .as_str()
                .map(|target| format!(" target={target}"))
                .unwrap_or_default();
            format!(
                "{}>{} {} {}{target}",
                word(&clause["from"]),
                word(&clause["to"]),
                word(&clause["limit"]),
                word(&clause["unit"])
            )
        },
    );
}

#[test]
fn terms_are_read_in_every_wording() {
    check(
        "lengths of terms",
        "terms",
        |terms| matches!(terms, Terms::WarrantyTerm { .. }),
        |what, length| format!("{what} {length}"),
        |clause| {
            let component = clause["component"]
                .as_str()
                .map(|name| format!(" {name}"))
                .unwrap_or_default();
            format!(
                "{}{component} {}",
                word(&clause["scope"]),
                word(&clause["term"])
            )
        },
    );
}

#[test]
fn duties_are_read_in_every_wording() {
    check(
        "rhythms",
        "duties",
        |terms| matches!(terms, Terms::RecurringDuty { .. }),
        |what, rhythm| format!("{what} {rhythm}"),
        |clause| format!("{} {}", word(&clause["what"]), word(&clause["every"])),
    );
}

#[test]
fn start_days_are_read_in_every_wording() {
    let mut wrong = Vec::new();
    for row in &table::section(TABLE, "starts") {
        let read: Vec<Value> = clauses(row[1])
            .iter()
            .filter(|clause| matches!(clause.terms, Terms::WarrantyStart { .. }))
            .map(|clause| told(clause)["starts_from"].clone())
            .collect();
        if read != [serde_json::json!([row[0]])] {
            wrong.push(format!("{} {}: {read:?}", row[1], row[0]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
