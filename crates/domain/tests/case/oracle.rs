//! The engine beside a slow reading of the same promise: minute after minute, by the clock on the wall.

use domain::calendar::{Calendar, HolidayTable, builtin};
use domain::case::CaseEvent;
use domain::case::event::Fact;
use domain::milestone::Milestone;
use domain::obligation::{State, obligations};
use domain::plan::{EffectivePlan, Plan};
use domain::time::Instant;
use jiff::SignedDuration;
use proptest::prelude::*;

use super::calendars;
use super::story::{line, moment, written};

const PLAN: &str = r#"
title = "two clocks"
trade = "test"
calendar = "cn-office"
[[clauses]]
id = "answer"
heading = "answer"
text = "answered within four working hours"
promise = { kind = "time_limit", from = "reported", to = "answered", pausable_by = ["waiting_for_customer"], otherwise = { bound = { type = "within", limit = "working:PT4H" } } }
[[clauses]]
id = "arrival"
heading = "arrival"
text = "on site within twelve hours"
promise = { kind = "time_limit", from = "reported", to = "on_site", pausable_by = ["no_access"], otherwise = { bound = { type = "within", limit = "natural:PT12H" } } }
"#;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);
/// Two months of minutes: the limits end well before unless a pause lasts.
const PATIENCE: usize = 60 * 24 * 60;
const REPORT: &str = "2026-01-30 15:00";
const KINDS: [&str; 6] = [
    "answered",
    "on_site",
    "paused waiting_for_customer",
    "resumed waiting_for_customer",
    "paused no_access",
    "resumed no_access",
];

/// Whether a pause for this reason is in force at a minute: read off the facts one after the other.
fn is_paused(facts: &[CaseEvent], word: &str, at: Instant) -> bool {
    facts
        .iter()
        .filter(|fact| fact.at <= at)
        .fold(false, |paused, fact| match &fact.fact {
            Fact::Paused { reason, .. } if reason.as_str() == word => true,
            Fact::Resumed { reason } if reason.as_str() == word => false,
            _ => paused,
        })
}

struct Slow<'a> {
    calendar: Calendar,
    facts: &'a [CaseEvent],
}

impl Slow<'_> {
    fn is_open(&self, at: Instant) -> bool {
        let wall = at.in_tz("Asia/Shanghai").expect("the zone is known");
        let minute =
            u16::from(wall.hour().unsigned_abs()) * 60 + u16::from(wall.minute().unsigned_abs());
        let hours = self.calendar.day(wall.date()).hours;
        hours
            .iter()
            .any(|hours| hours.start_minute() <= minute && minute < hours.end_minute())
    }

    /// When so many minutes were counted; `None` when they never are.
    fn due(&self, to: Milestone, minutes: usize, working: bool, pause: &str) -> Option<Instant> {
        // What happens after the end says nothing about when it was due.
        let end = self
            .facts
            .iter()
            .find(|fact| fact.fact.milestone() == Some(to));
        let before = |fact: &&CaseEvent| end.is_none_or(|end| fact.at < end.at);
        let facts: Vec<CaseEvent> = self.facts.iter().filter(before).cloned().collect();
        let (mut at, mut counted) = (moment(REPORT), 0);
        for _ in 0..PATIENCE {
            if counted == minutes {
                return Some(at);
            }
            counted += usize::from(!is_paused(&facts, pause, at) && (!working || self.is_open(at)));
            at += MINUTE;
        }
        None
    }

    fn state(&self, to: Milestone, due: Option<Instant>, pause: &str, now: Instant) -> State {
        let mut ends = self
            .facts
            .iter()
            .filter(|fact| fact.fact.milestone() == Some(to));
        match (ends.next(), due) {
            (Some(end), Some(due)) if end.at > due => State::FulfilledLate,
            (Some(_), _) => State::Kept,
            (None, Some(due)) if due <= now => State::Broken,
            (None, _) if is_paused(self.facts, pause, now) => State::Paused,
            (None, _) => State::Running,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn the_engine_and_the_slow_reading_agree(
        facts in proptest::collection::btree_map(1..5_000_i64, 0..KINDS.len(), 0..10),
        now in 0..8_000_i64,
    ) {
        let at = |minute: i64| moment(REPORT) + SignedDuration::from_mins(minute);
        let report = line(1, &format!("{REPORT} reported phone"));
        let rest = (2..).zip(&facts).map(|(seq, (minute, kind))| line(seq, &format!("{} {}", written(at(*minute)), KINDS[*kind])));
        let facts: Vec<_> = std::iter::once(report).chain(rest).collect();
        let now = at(now.max(5_000));
        let plan: Plan = toml::from_str(PLAN).expect("the plan reads");
        let plan = EffectivePlan::draft(plan).expect("its zone is a zone");
        let rows = obligations(&plan, &calendars(), &facts, now);
        let calendar = Calendar::compile(&builtin("cn-office").unwrap(), &[HolidayTable::china()]).unwrap();
        let slow = Slow { calendar, facts: &facts };
        for (clause, to, minutes, working, pause) in [
            ("answer", Milestone::Answered, 240, true, "waiting_for_customer"),
            ("arrival", Milestone::OnSite, 720, false, "no_access"),
        ] {
            let row = rows.iter().find(|row| row.clause.as_str() == clause).expect("the promise has begun");
            let due = slow.due(to, minutes, working, pause);
            prop_assert_eq!(row.state, slow.state(to, due, pause, now), "{} due {:?}", clause, due);
            if row.due_at.is_some() && due.is_some() {
                prop_assert_eq!(row.due_at, due, "{}", clause);
            }
        }
    }
}
