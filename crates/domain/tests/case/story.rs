//! Reading a story: one fact a line, at the time on the wall in Shanghai.

use std::collections::BTreeMap;

use domain::case::event::{Author, CaseEvent, CopiedFrom, Fact};
use domain::case::{Phase, Status, copies_for_merge};
use domain::ids::{CaseId, EventId};
use domain::milestone::Milestone;
use domain::obligation::{Obligation, State};
use domain::time::Instant;
use jiff::civil::DateTime;
use uuid::Uuid;

/// A moment written as `2026-01-20 09:00`.
pub(crate) fn moment(text: &str) -> Instant {
    let wall: DateTime = text
        .replace(' ', "T")
        .parse()
        .unwrap_or_else(|why| panic!("{text}: {why}"));
    wall.in_tz("Asia/Shanghai")
        .expect("the zone is known")
        .timestamp()
}

/// A moment as it is written.
pub(crate) fn written(at: Instant) -> String {
    at.in_tz("Asia/Shanghai")
        .expect("the zone is known")
        .strftime("%Y-%m-%d %H:%M")
        .to_string()
}

/// The id of the nth fact.
pub(crate) fn id(n: u32) -> EventId {
    EventId::new(Uuid::from_u128(u128::from(n)))
}

/// A fact recorded when it happened.
pub(crate) fn event(seq: u32, at: Instant, fact: Fact) -> CaseEvent {
    CaseEvent {
        id: id(seq),
        seq,
        at,
        recorded_at: at,
        by: Author::System,
        copied_from: None,
        fact,
    }
}

/// One line of a story: `2026-01-20 09:00 answered`, with `recorded 2026-01-21 08:00` at the end of a late entry.
pub(crate) fn line(seq: u32, text: &str) -> CaseEvent {
    let (text, recorded) = match text.split_once(" recorded ") {
        Some((text, recorded)) => (text, Some(moment(recorded.trim()))),
        None => (text, None),
    };
    let at = moment(&text[..16]);
    let words: Vec<&str> = text[16..].split_whitespace().collect();
    let mut event = event(seq, at, fact(&words));
    event.recorded_at = recorded.unwrap_or(at);
    event
}

/// The cases of a story as far as they are told: facts of another case stand below `other case`, and `merged` lets it go on
/// in the first one. Its facts are numbered from 101, those that came along from 201.
#[derive(Default)]
pub(crate) struct Cases {
    /// The facts of the case the story is about.
    pub facts: Vec<CaseEvent>,
    /// Those of the other one, until it is merged.
    pub other: Option<Vec<CaseEvent>>,
}

impl Cases {
    /// Adds a line; false if it tells no fact.
    pub(crate) fn tell(&mut self, text: &str) -> bool {
        if text == "other case" {
            self.other = Some(Vec::new());
        } else if let Some(at) = text.strip_suffix(" merged") {
            self.merge(moment(at));
        } else if text.starts_with("20") {
            match &mut self.other {
                Some(other) => {
                    let mut event = line(next(other), text);
                    event.id = id(100 + event.seq);
                    other.push(event);
                }
                None => self.facts.push(line(next(&self.facts), text)),
            }
        } else {
            return false;
        }
        true
    }

    pub(crate) fn merge(&mut self, now: Instant) {
        let other = self.other.take().expect("another case");
        let case = CaseId::new(Uuid::from_u128(2));
        for (nth, (at, original)) in (201..).zip(copies_for_merge(&other)) {
            let mut copy = event(next(&self.facts), at, original.fact);
            copy.id = id(nth);
            copy.recorded_at = now;
            copy.copied_from = Some(CopiedFrom {
                case,
                event: original.id,
            });
            self.facts.push(copy);
        }
        let arrived = event(next(&self.facts), now, Fact::MergedFrom { case });
        self.facts.push(arrived);
    }
}

fn next(facts: &[CaseEvent]) -> u32 {
    u32::try_from(facts.len()).expect("a story is short") + 1
}

fn fact(words: &[&str]) -> Fact {
    let rest = || words[1..].join(" ");
    let word = |at: usize| {
        *words
            .get(at)
            .unwrap_or_else(|| panic!("{words:?} lacks a word"))
    };
    let named = |name: &str| {
        words
            .iter()
            .find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    };
    match words[0] {
        "reported" => Fact::Reported {
            channel: word(1).parse().expect("a channel"),
            question: named("question").map(|text| text.parse().expect("a question")),
            region: named("region").map(|text| text.parse().expect("a region")),
            service_level: named("level").map(|text| text.parse().expect("a level")),
            standing: named("standing").map(|text| text.parse().expect("a standing")),
        },
        "graded" => Fact::Graded {
            severity: word(1).parse().expect("a severity"),
            answers: BTreeMap::new(),
            reason: None,
        },
        "region" => Fact::ContextChanged {
            question: None,
            region: Some(word(1).parse().expect("a region")),
            service_level: None,
            standing: None,
            reason: "corrected".into(),
        },
        "cause" => Fact::CauseDecided {
            cause: word(1).parse().expect("a cause"),
            evidence: vec![],
            note: String::new(),
        },
        "agreed" => Fact::VisitAgreed {
            agreed_at: moment(&rest()),
            evidence: vec![],
        },
        "crew" => Fact::CrewAssigned {
            crew: vec![],
            note: String::new(),
        },
        "paused" => Fact::Paused {
            reason: word(1).parse().expect("a reason"),
            evidence: vec![],
            note: String::new(),
        },
        "resumed" => Fact::Resumed {
            reason: word(1).parse().expect("a reason"),
        },
        "document" => Fact::DocumentDelivered {
            document: word(1).parse().expect("a document"),
            fields: vec![],
            evidence: vec![],
            note: String::new(),
        },
        "expected" => Fact::Expected {
            milestone: word(1).parse().expect("a milestone"),
            expected_at: moment(&words[2..].join(" ")),
            reason: String::new(),
        },
        "excused" => Fact::Excused {
            clause: word(1).parse().expect("a clause"),
            cycle: word(2).parse().expect("a number"),
            opened_by: (words.get(3) == Some(&"of"))
                .then(|| id(word(4).parse().expect("a number"))),
            reason: "accepted".into(),
            evidence: vec![],
        },
        "withdrawn" => Fact::Withdrawn {
            event: id(word(1).parse().expect("a number")),
            reason: "never happened".into(),
        },
        "corrected" => Fact::TimeCorrected {
            event: id(word(1).parse().expect("a number")),
            to: moment(&words[2..].join(" ")),
            reason: "typed wrongly".into(),
        },
        "closed" => Fact::Closed {
            customer_word: "good".into(),
            not_owed: (words.len() > 1).then(|| words[1..].join(" ")),
            nothing_done: None,
        },
        "reopened" => Fact::Reopened {
            reason: "again".into(),
        },
        "cancelled" => Fact::Cancelled {
            reason: "mistake".into(),
        },
        milestone => Fact::Reached {
            milestone: milestone
                .parse::<Milestone>()
                .unwrap_or_else(|why| panic!("{why}")),
            evidence: vec![],
            note: String::new(),
        },
    }
}

/// A promise as a line of a story.
pub(crate) fn told(row: &Obligation) -> String {
    let time = |name: &str, at: Option<Instant>| {
        at.map(|at| format!(" · {name} {}", written(at)))
            .unwrap_or_default()
    };
    let limit = row
        .limit
        .map(|limit| format!(" {limit}"))
        .unwrap_or_default();
    let also = if row.also.is_empty() {
        String::new()
    } else {
        let also: Vec<_> = row.also.iter().map(ToString::to_string).collect();
        format!(" · stricter than {}", also.join(", "))
    };
    let document = row
        .document
        .map(|document| format!(" {document}"))
        .unwrap_or_default();
    let mark = match (row.provisional, row.late_entry) {
        (true, _) => " · provisional",
        (_, true) => " · entered late",
        _ => "",
    };
    let not_owed = (row.not_owed.as_ref())
        .map(|reason| format!(" · not owed: {reason}"))
        .unwrap_or_default();
    format!(
        "=> {}#{} {}→{}{document}{limit}: {}{}{}{}{}{}{not_owed}{also}{mark}",
        row.clause,
        row.cycle,
        row.from,
        row.to,
        row.state,
        time("from", row.started_at),
        time("target", row.target_at),
        time("due", row.due_at),
        time("broken", row.broken_at),
        time("ended", row.ended_at),
    )
}

/// What is told at the end of a story: the status, and every promise that has begun.
pub(crate) fn ending(facts: &[CaseEvent], rows: &[Obligation]) -> Vec<String> {
    let status = Status::read(facts);
    let phase: Phase = status.phase;
    let begun = rows.iter().filter(|row| row.state != State::Pending);
    std::iter::once(format!("=> {phase}"))
        .chain(begun.map(told))
        .collect()
}
