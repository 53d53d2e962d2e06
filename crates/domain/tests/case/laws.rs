//! The laws of promises, over random histories of a plan with many clocks.

use std::collections::BTreeSet;

use domain::case::CaseEvent;
use domain::case::event::Fact;
use domain::case::pause::PauseReason;
use domain::obligation::{Calendars, Obligation, State, obligations};
use domain::plan::{EffectivePlan, Terms};
use domain::time::Instant;
use jiff::SignedDuration;
use proptest::prelude::*;
use std::sync::LazyLock;

use super::story::{event, line, moment, written};
use super::{calendars, effective};

static PLAN: LazyLock<EffectivePlan> =
    LazyLock::new(|| effective("10-projection-systems", &Terms::default()));
static CALENDARS: LazyLock<Calendars> = LazyLock::new(calendars);

const REPORT: &str = "2026-01-20 09:00";
/// What may happen after the report, in any order.
const KINDS: [&str; 15] = [
    "answered",
    "graded ordinary",
    "graded major",
    "remote_attempt_failed",
    "on_site",
    "part_arrived",
    "dispatched",
    "repaired",
    "paused no_access",
    "resumed no_access",
    "paused waiting_for_customer",
    "resumed waiting_for_customer",
    "closed",
    "reopened",
    "complaint_received",
];

/// A report and up to fourteen facts at different minutes of the following days, recorded as they happened.
fn history() -> impl Strategy<Value = Vec<CaseEvent>> {
    let facts = proptest::collection::btree_map(1..6_000_i64, 0..KINDS.len(), 0..14);
    facts.prop_map(|facts| {
        let report = line(1, &format!("{REPORT} reported phone standing=in_warranty"));
        let rest = (2..).zip(facts).map(|(seq, (minute, kind))| {
            let at = moment(REPORT) + SignedDuration::from_mins(minute);
            line(seq, &format!("{} {}", written(at), KINDS[kind]))
        });
        std::iter::once(report).chain(rest).collect()
    })
}

fn rows(facts: &[CaseEvent], now: Instant) -> Vec<Obligation> {
    obligations(&PLAN, &CALENDARS, facts, now)
}

fn later(days: i64) -> Instant {
    moment(REPORT) + SignedDuration::from_hours(24 * days)
}

proptest! {
    #[test]
    fn nothing_is_both_kept_and_broken_and_everything_ends_once(facts in history(), days in 0..40_i64) {
        let mut ends = BTreeSet::new();
        for row in rows(&facts, later(days)) {
            prop_assert!(!(row.state == State::Kept && row.broken_at.is_some()), "{row:?}");
            let is_broken = matches!(row.state, State::Broken | State::FulfilledLate);
            prop_assert_eq!(is_broken, row.broken_at.is_some());
            if let Some(end) = row.ended_by {
                prop_assert!(ends.insert((row.clause.clone(), end)), "one fact ended {} twice", row.clause);
            }
        }
    }

    #[test]
    fn the_order_in_which_facts_are_recorded_leaves_no_trace(facts in history(), shift in 0..14_usize) {
        let mut shuffled = facts.clone();
        let half = shuffled.len() / 2;
        shuffled.rotate_left(shift % facts.len());
        shuffled[..half].reverse();
        for (seq, event) in (1..).zip(&mut shuffled) {
            event.seq = seq;
        }
        prop_assert_eq!(rows(&facts, later(9)), rows(&shuffled, later(9)));
    }

    #[test]
    fn what_has_ended_stays_as_it_is_on_any_later_day(facts in history(), days in 5..40_i64) {
        let early = rows(&facts, later(5));
        let late = rows(&facts, later(days));
        prop_assert_eq!(early.len(), late.len());
        for (early, late) in early.iter().zip(&late).filter(|(early, _)| early.ended_at.is_some()) {
            prop_assert_eq!(early, late);
        }
    }

    #[test]
    fn a_breach_stays_in_sight_whatever_pause_comes_later(facts in history(), minutes in 0..5_000_i64) {
        let before = rows(&facts, later(9));
        let from = later(9) + SignedDuration::from_mins(minutes);
        let mut paused = facts.clone();
        for reason in [PauseReason::NoAccess, PauseReason::WaitingForCustomer] {
            let pause = Fact::Paused { reason, evidence: vec![], note: String::new() };
            paused.push(event(u32::try_from(paused.len()).expect("a short history") + 1, from, pause));
        }
        let after = rows(&paused, from + SignedDuration::from_mins(1));
        for row in before.iter().filter(|row| row.broken_at.is_some()) {
            let same = after.iter().find(|other| other.clause == row.clause && other.cycle == row.cycle);
            prop_assert_eq!(same.map(|same| (same.state, same.broken_at)), Some((row.state, row.broken_at)));
        }
    }

    #[test]
    fn splitting_a_pause_changes_nothing(from in 1..600_i64, first in 1..600_i64, second in 1..600_i64) {
        let at = |minute: i64| written(moment(REPORT) + SignedDuration::from_mins(minute));
        let story = |facts: &[String]| {
            let report = format!("{REPORT} reported phone standing=in_warranty");
            let facts: Vec<_> = (1..).zip(std::iter::once(&report).chain(facts)).map(|(seq, text)| line(seq, text)).collect();
            let rows = rows(&facts, later(9));
            rows.into_iter().map(|row| (row.clause, row.cycle, row.state, row.due_at, row.broken_at)).collect::<Vec<_>>()
        };
        let whole = story(&[
            format!("{} paused no_access", at(from)),
            format!("{} resumed no_access", at(from + first + second)),
        ]);
        let split = story(&[
            format!("{} paused no_access", at(from)),
            format!("{} resumed no_access", at(from + first)),
            format!("{} paused no_access", at(from + first)),
            format!("{} resumed no_access", at(from + first + second)),
        ]);
        prop_assert_eq!(whole, split);
    }

    #[test]
    fn when_a_fault_is_graded_moves_no_clock_and_loses_no_pause(graded in 1..2_000_i64, paused in 1..300_i64, length in 1..300_i64) {
        let at = |minute: i64| written(moment(REPORT) + SignedDuration::from_mins(minute));
        let by_level = |graded: i64| {
            let facts = [
                format!("{REPORT} reported phone standing=in_warranty"),
                format!("{} graded major", at(graded)),
                format!("{} paused waiting_for_customer", at(paused)),
                format!("{} resumed waiting_for_customer", at(paused + length)),
            ];
            let facts: Vec<_> = (1..).zip(&facts).map(|(seq, text)| line(seq, text)).collect();
            let rows = rows(&facts, later(9));
            rows.into_iter().find(|row| row.clause.as_str() == "by-level").map(|row| row.due_at)
        };
        prop_assert!(by_level(graded).is_some());
        prop_assert_eq!(by_level(graded), by_level(1));
        let due = moment(REPORT) + SignedDuration::from_hours(24) + SignedDuration::from_mins(length);
        prop_assert_eq!(by_level(graded), Some(Some(due)));
    }
}
