//! What closing would leave undone, and what became of visits: `golden/closing`; and how far a case has come.

use domain::case::{Author, CaseEvent, LeftUndone, Phase, Status, Visits};
use domain::ids::PersonId;
use domain::obligation::History;
use uuid::Uuid;

use super::repairs::blocks;
use super::story::{line, written};

fn said(facts: &[CaseEvent]) -> String {
    let history = History::read(facts);
    let left = LeftUndone::of(&history);
    let visit = left.visit.map(|visit| match visit.agreed_at {
        Some(at) => format!("visit {}", written(at)),
        None => "visit without a time".to_owned(),
    });
    let part = left.part.map(|part| format!("part {part}"));
    let nothing = left.nothing_done.then(|| "nothing done".to_owned());
    let states = Visits::of(&history).states;
    let visits = facts.iter().filter_map(|fact| {
        let state = states.get(&fact.id)?;
        Some(format!("{} {state}", fact.seq))
    });
    let told: Vec<_> = [visit, part, nothing]
        .into_iter()
        .flatten()
        .chain(visits)
        .collect();
    if told.is_empty() {
        "nothing left".to_owned()
    } else {
        told.join("; ")
    }
}

fn facts(lines: &[String]) -> Vec<CaseEvent> {
    (1..)
        .zip(lines)
        .map(|(seq, text)| line(seq, text))
        .collect()
}

#[test]
fn what_closing_leaves_undone_is_that_of_the_golden_file() {
    for (heading, lines) in blocks("closing/left-undone.txt") {
        let (lines, expected) = lines.split_at(lines.len() - 1);
        assert_eq!(
            format!("=> {}", said(&facts(lines))),
            expected[0],
            "{heading}"
        );
    }
}

#[test]
fn what_completes_the_slip_or_comes_from_the_customer_takes_no_case_up() {
    let phase = |lines: &[&str], by: Author| {
        let lines: Vec<_> = lines
            .iter()
            .map(|text| format!("2026-03-02 09:00 {text}"))
            .collect();
        let mut facts = facts(&lines);
        for fact in &mut facts[1..] {
            fact.by = by;
        }
        Status::read(&facts).phase
    };
    let staff = Author::Person {
        person: PersonId::new(Uuid::from_u128(1)),
    };
    let of_staff = |fact: &str| phase(&["reported phone", fact], staff);
    assert_eq!(of_staff("document feedback_slip"), Phase::New);
    assert_eq!(of_staff("document customer_file"), Phase::New);
    assert_eq!(of_staff("complaint_received"), Phase::New);
    assert_eq!(of_staff("document fault_analysis"), Phase::InProgress);
    assert_eq!(of_staff("answered"), Phase::InProgress);
    assert_eq!(
        phase(&["reported phone", "contacted"], Author::Customer),
        Phase::New
    );
    assert_eq!(
        phase(
            &["reported phone", "answered", "document feedback_slip"],
            staff
        ),
        Phase::InProgress
    );
}
