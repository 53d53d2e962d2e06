//! The table of problems in `golden/reader/judging`: exactly the problems named are found, on both sides, with severity and settlement.

use reader::reading::{Problem, Span};

const TABLE: &str = include_str!("../../../../golden/reader/judging/problems.txt");

/// One problem of the table.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Expected {
    /// Kind, severity and settlement as on the wire.
    nature: String,
    /// The words of each side.
    sides: Vec<String>,
}

fn row(line: &str) -> Expected {
    let (nature, sides) = line
        .split_once(": ")
        .expect("a row is kind severity settlement: sides");
    Expected {
        nature: nature.to_owned(),
        sides: sides.split(" | ").map(str::to_owned).collect(),
    }
}

fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .expect("the value is a word")
}

fn nature(problem: &Problem) -> String {
    [
        word(problem.kind),
        word(problem.severity),
        word(problem.settlement),
    ]
    .join(" ")
}

/// Whether the words at each span hold the expected words, or are part of them.
fn meets(text: &[char], expected: &Expected, problem: &Problem) -> bool {
    let words = |span: &Span| text[span.0..span.1].iter().collect::<String>();
    nature(problem) == expected.nature
        && expected.sides.iter().all(|side| {
            problem
                .spans
                .iter()
                .map(words)
                .any(|found| found.contains(side.as_str()) || side.contains(&found))
        })
}

#[test]
fn problems_are_found_with_both_sides_and_clean_plans_have_none() {
    let mut wrong = Vec::new();
    for case in TABLE.split("\n=== ").skip(1) {
        let (name, rest) = case.split_once('\n').expect("a case has a name");
        let (head, body) = rest
            .split_once("---")
            .expect("a line of dashes stands before the text");
        let expected: Vec<Expected> = head
            .lines()
            .filter(|line| !line.is_empty() && *line != "none")
            .map(row)
            .collect();
        let text: Vec<char> = body.chars().collect();
        let found: Vec<Problem> = reader::read(body)
            .plans
            .into_iter()
            .flat_map(|plan| plan.problems)
            .collect();
        for row in &expected {
            if !found.iter().any(|problem| meets(&text, row, problem)) {
                wrong.push(format!("{name}: not found: {row:?}"));
            }
        }
        for problem in &found {
            if !expected.iter().any(|row| meets(&text, row, problem)) {
                wrong.push(format!("{name}: not expected: {problem:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
