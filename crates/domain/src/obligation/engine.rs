//! The engine: what is owed, from the facts. Nothing is remembered between two runs.

use jiff::SignedDuration;

use super::appointment::{Appointment, appointments};
use super::calendars::Calendars;
use super::context::context;
use super::cycle::{Cycle, Slot, cycles};
use super::history::{History, Pause, Round, Standing};
use super::judge::judge;
use super::promise::{Bounded, TimePromise};
use super::promises::promises;
use super::row::{Obligation, State};
use super::timing::{self, Timing};
use crate::case::event::{CaseEvent, Fact};
use crate::plan::Strength;
use crate::plan::effective::EffectivePlan;
use crate::time::Instant;

/// What is owed on a case, in the order of the plan and then of time: every promise in time that applies to it as it is
/// known now, each occurrence with its start, due time and outcome.
///
/// The same plan, calendars and facts give the same rows, however often and in whatever order they are read; `now` only
/// tells a clock that still runs from one that has run out.
///
/// A case that was merged into another one keeps the rows of the rounds that had ended; every clock of its last round
/// goes on there. A case split off from another one leaves what had ended by then to the case it came from.
pub fn obligations(
    plan: &EffectivePlan,
    calendars: &Calendars,
    facts: &[CaseEvent],
    now: Instant,
) -> Vec<Obligation> {
    let history = History::read(facts);
    let promises = promises(plan, &context(&history, plan.zone()));
    fold(&promises, calendars, &history, now)
}

/// The same, for promises already chosen.
pub(super) fn fold(
    promises: &[TimePromise],
    calendars: &Calendars,
    history: &History<'_>,
    now: Instant,
) -> Vec<Obligation> {
    let case = Case {
        calendars,
        history,
        rounds: history.rounds(),
        pauses: history.pauses(),
        now,
    };
    let mut rows: Vec<_> = rivals(promises)
        .iter()
        .flat_map(|rivals| case.rows(rivals))
        .collect();
    if let Some(split_at) = history.split_off_at() {
        rows.retain(|row| row.ended_at.is_none_or(|ended| ended > split_at));
    }
    if history.is_merged_away() {
        let goes_on = |row: &Obligation| {
            let start = row.opened_by.and_then(|by| history.named(by));
            (start.zip(case.rounds.last())).is_some_and(|(start, round)| start.order >= round.order)
        };
        rows.retain(|row| !goes_on(row));
    }
    rows
}

/// Promises of the same kind for the same milestones; the stricter governs. What only may be done stands for itself.
fn rivals(promises: &[TimePromise]) -> Vec<Vec<&TimePromise>> {
    let mut groups: Vec<Vec<&TimePromise>> = Vec::new();
    for promise in promises {
        let rival = groups
            .iter_mut()
            .find(|group| are_rivals(group[0], promise));
        match rival {
            Some(group) => group.push(promise),
            None => groups.push(vec![promise]),
        }
    }
    groups
}

fn are_rivals(one: &TimePromise, other: &TimePromise) -> bool {
    let family = |promise: &TimePromise| match promise.bound {
        Bounded::Appointment { .. } => 1,
        Bounded::Before { .. } => 2,
        Bounded::Within { .. } | Bounded::Unbounded | Bounded::Unknown(_) => 0,
    };
    one.slot == other.slot
        && family(one) == family(other)
        && one.strength == Strength::Must
        && other.strength == Strength::Must
}

/// What every row of a case is made from.
struct Case<'a> {
    calendars: &'a Calendars,
    history: &'a History<'a>,
    rounds: Vec<Round>,
    pauses: Vec<Pause>,
    now: Instant,
}

impl Case<'_> {
    fn rows(&self, rivals: &[&TimePromise]) -> Vec<Obligation> {
        let rows = match rivals[0].bound {
            Bounded::Appointment { .. } => self.appointment_rows(rivals),
            Bounded::Before { .. } => self.backwards_row(rivals).into_iter().collect(),
            _ => self.limit_rows(rivals),
        };
        let is_open = self
            .rounds
            .last()
            .is_some_and(|round| round.ended.is_none());
        if rows.is_empty() && is_open {
            return vec![pending(rivals)];
        }
        rows
    }

    fn limit_rows(&self, rivals: &[&TimePromise]) -> Vec<Obligation> {
        let cycles = cycles(self.history, &self.rounds, rivals[0].slot);
        let row = |(number, cycle): (u32, Cycle)| {
            // Which clause governs is decided without pauses, so that pausing never swaps one promise for another.
            let strictness = |promise: &&&TimePromise| {
                let due = timing::within(promise, self.calendars, cycle.start.at, &[]).due_at;
                (due.is_none(), due)
            };
            let governing = rivals
                .iter()
                .min_by_key(strictness)
                .copied()
                .unwrap_or(rivals[0]);
            let holes = timing::holes(governing, &cycle, &self.pauses);
            let timing = timing::within(governing, self.calendars, cycle.start.at, &holes);
            self.row(governing, rivals, number, &cycle, timing, &holes)
        };
        (1..).zip(cycles).map(row).collect()
    }

    fn appointment_rows(&self, rivals: &[&TimePromise]) -> Vec<Obligation> {
        let tolerance = |promise: &TimePromise| match promise.bound {
            Bounded::Appointment { late_minutes, .. } => late_minutes,
            _ => u32::MAX,
        };
        let governing = rivals
            .iter()
            .copied()
            .min_by_key(|promise| tolerance(promise));
        let governing = governing.unwrap_or(rivals[0]);
        let late = SignedDuration::from_mins(i64::from(tolerance(governing)));
        let appointments = appointments(self.history, &self.rounds, governing.slot, late);
        let row = |(number, appointment): (u32, Appointment)| {
            let cycle = appointment.cycle;
            let timing = timing::appointment(governing, cycle.start.at, appointment.agreed_at);
            self.row(governing, rivals, number, &cycle, timing, &[])
        };
        (1..).zip(appointments).map(row).collect()
    }

    /// A limit that runs backwards from the expected date of its end milestone. Its start milestone keeps it.
    fn backwards_row(&self, rivals: &[&TimePromise]) -> Option<Obligation> {
        let slot = rivals[0].slot;
        let mut expectations =
            self.history
                .facts()
                .iter()
                .filter_map(|fact| match fact.event.fact {
                    Fact::Expected {
                        milestone,
                        expected_at,
                        ..
                    } if milestone == slot.to => Some((*fact, expected_at)),
                    _ => None,
                });
        let (known, expected_at) = expectations.next_back()?;
        let due = |promise: &&&TimePromise| {
            timing::before(promise, self.calendars, known.at, expected_at).due_at
        };
        let governing = rivals.iter().min_by_key(due).copied().unwrap_or(rivals[0]);
        let cycle = Cycle {
            start: known.into(),
            end: self.history.reached(slot.from).next().map(Into::into),
            cut: None,
        };
        let timing = timing::before(governing, self.calendars, known.at, expected_at);
        Some(self.row(governing, rivals, 1, &cycle, timing, &[]))
    }

    fn row(
        &self,
        governing: &TimePromise,
        rivals: &[&TimePromise],
        number: u32,
        cycle: &Cycle,
        timing: Timing,
        holes: &[Pause],
    ) -> Obligation {
        let outcome = judge(governing.strength, cycle, &timing, holes, self.now);
        let row = Obligation {
            cycle: number,
            opened_by: Some(cycle.start.by),
            started_at: Some(cycle.start.at),
            not_before: timing.not_before,
            target_at: timing.target_at,
            due_at: timing.due_at,
            provisional: timing.provisional,
            warnings: timing.warnings,
            problem: timing.problem,
            ended_by: outcome.ended_by,
            ended_at: outcome.ended_at,
            broken_at: outcome.broken_at,
            late_ms: outcome.late_ms,
            not_owed: self.not_owed(cycle, outcome.state),
            late_entry: cycle.end.is_some_and(|end| end.late_entry),
            ..blank(governing, rivals, outcome.state)
        };
        self.excused(row)
    }

    /// The reason given for what the closing of the case ended.
    fn not_owed(&self, cycle: &Cycle, state: State) -> Option<String> {
        let cut = cycle.cut.filter(|_| state == State::Cancelled)?;
        match &self.history.facts().get(cut.order)?.event.fact {
            Fact::Closed { not_owed, .. } => not_owed.clone(),
            _ => None,
        }
    }

    /// The row with the last excuse that was accepted for it. Only what was broken can be excused.
    fn excused(&self, row: Obligation) -> Obligation {
        if row.broken_at.is_none() {
            return row;
        }
        let facts = self.history.facts().iter();
        let mut reasons = facts.filter_map(|fact| match &fact.event.fact {
            Fact::Excused { reason, .. } if self.is_excuse_for(fact, &row) => Some(reason),
            _ => None,
        });
        match reasons.next_back() {
            Some(reason) => Obligation {
                state: State::Excused,
                excuse: Some(reason.clone()),
                ..row
            },
            None => row,
        }
    }

    /// Whether an excuse is for a row: it names the clause, and the fact that opened the row. One that was recorded without
    /// that fact goes by the row's number, among the rows that came along where it came with another case.
    fn is_excuse_for(&self, excuse: &Standing<'_>, row: &Obligation) -> bool {
        let Fact::Excused {
            clause,
            cycle,
            opened_by,
            ..
        } = &excuse.event.fact
        else {
            return false;
        };
        let is_named = match opened_by {
            Some(named) => (self.history.named(*named))
                .is_some_and(|opener| Some(opener.event.id) == row.opened_by),
            None => *cycle == row.cycle && self.came_along(excuse, row),
        };
        is_named && (row.clause == *clause || row.also.contains(clause))
    }

    /// Whether what opened a row came with the case an excuse came with; true of an excuse that was given here.
    fn came_along(&self, excuse: &Standing<'_>, row: &Obligation) -> bool {
        let opener = row.opened_by.and_then(|by| self.history.named(by));
        let from = opener.and_then(|opener| opener.event.copied_from);
        (excuse.event.copied_from)
            .is_none_or(|copied| from.is_some_and(|from| from.case == copied.case))
    }
}

/// The row of a promise whose start is not reached.
fn pending(rivals: &[&TimePromise]) -> Obligation {
    blank(rivals[0], rivals, State::Pending)
}

fn blank(governing: &TimePromise, rivals: &[&TimePromise], state: State) -> Obligation {
    let Slot { from, to, document } = governing.slot;
    let limit = match governing.bound {
        Bounded::Within { limit, .. } | Bounded::Before { limit } => Some(limit),
        _ => None,
    };
    let others = rivals
        .iter()
        .filter(|rival| rival.clause != governing.clause);
    Obligation {
        clause: governing.clause.clone(),
        cycle: 1,
        also: others.map(|rival| rival.clause.clone()).collect(),
        strength: governing.strength,
        from,
        to,
        document,
        state,
        limit,
        row: governing.row,
        calendar: governing.calendar.clone(),
        opened_by: None,
        started_at: None,
        not_before: None,
        target_at: None,
        due_at: None,
        provisional: false,
        warnings: Vec::new(),
        ended_by: None,
        ended_at: None,
        broken_at: None,
        late_ms: None,
        excuse: None,
        not_owed: None,
        late_entry: false,
        problem: None,
    }
}
