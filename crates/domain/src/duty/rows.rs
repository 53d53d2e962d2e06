//! The rows of the ledger that recurring duties give.

use jiff::Span;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::event::{DutyEvent, DutyFact, Known};
use super::finished::finished;
use super::frame::{Agreed, Frame, frame};
use super::notice::notice;
use super::schedule::{DutyDays, Occurrence, schedule};
use crate::milestone::Milestone;
use crate::obligation::{Obligation, Problem, State, Warning, is_late};
use crate::plan::clauses::duty::RecurringDuty;
use crate::plan::clauses::parts::Parts;
use crate::plan::{Clause, EffectivePlan, Party, Promise, Strength};
use crate::time::Instant;

/// Every occurrence of every duty the supplier owes under an agreement, in the order of the plan and then of time, as the
/// facts leave it at `now`: to come, open, done in its window, done late, missed, excused, or cancelled because the
/// agreement ended before its window did.
///
/// The same plan, days and facts give the same rows at the same instant.
pub fn duties(
    plan: &EffectivePlan,
    agreed: &Agreed,
    facts: &[DutyEvent],
    now: Instant,
) -> Vec<Obligation> {
    let run = Run {
        plan,
        agreed,
        known: Known::read(facts),
        now,
        zone: plan.zone(),
    };
    let owed = (plan.plan().clauses.iter()).filter(|clause| clause.binds == Party::Supplier);
    let rows = |clause: &Clause| match &clause.promise {
        Promise::RecurringDuty(duty) => run.rows(clause, duty),
        Promise::Parts(Parts::EndOfProductionNotice { months }) => {
            run.notice_row(clause, *months).into_iter().collect()
        }
        _ => Vec::new(),
    };
    owed.flat_map(rows).collect()
}

struct Run<'a> {
    plan: &'a EffectivePlan,
    agreed: &'a Agreed,
    known: Known<'a>,
    now: Instant,
    zone: &'a TimeZone,
}

impl Run<'_> {
    fn rows(&self, clause: &Clause, duty: &RecurringDuty) -> Vec<Obligation> {
        let Some(frame) = frame(self.agreed, duty.during) else {
            return Vec::new();
        };
        let days = match DutyDays::of(self.plan, duty) {
            Ok(days) => days,
            Err(parameter) => {
                let mut row = self.blank(clause, 1);
                row.problem = Some(Problem::NotAnswered { parameter });
                return vec![row];
            }
        };
        let today = self.now.to_zoned(self.zone.clone()).date();
        let (known, zone) = (&self.known, self.zone);
        let occurrences = schedule(&clause.id, duty, days, frame, known, zone, today);
        let row = |occurrence: &Occurrence| self.row(clause, duty, frame, occurrence);
        occurrences.iter().map(row).collect()
    }

    fn row(
        &self,
        clause: &Clause,
        duty: &RecurringDuty,
        frame: Frame,
        occurrence: &Occurrence,
    ) -> Obligation {
        let opens_at = self.start_of(occurrence.opens_on);
        let due_at = self.end_of(occurrence.closes_on);
        let known = self.known.of(&clause.id, occurrence.cycle);
        let done = finished(duty, known);
        let over_at = self
            .agreed
            .ended_on
            .and(frame.until)
            .map(|last| self.end_of(last));
        let row = Obligation {
            opened_by: known.first().map(|event| event.id),
            started_at: Some(opens_at),
            not_before: Some(opens_at),
            target_at: Some(self.end_of(occurrence.on)),
            due_at: Some(due_at),
            warnings: self.warnings(opens_at, due_at),
            late_entry: done.is_some_and(|event| event.recorded_at > event.at),
            ..self.blank(clause, occurrence.cycle)
        };
        let row = match done {
            Some(done) => ended(row, done),
            None => self.open(row, over_at),
        };
        excused(row, known)
    }

    /// The notice that production ends, which may be given at any time before its last day.
    fn notice_row(&self, clause: &Clause, months: u32) -> Option<Obligation> {
        let window = notice(self.agreed, months)?;
        if window.until < self.agreed.recorded_on {
            return None;
        }
        let (opens_at, due_at) = (self.start_of(window.from), self.end_of(window.until));
        let known = self.known.of(&clause.id, 1);
        let done = known
            .iter()
            .find(|event| matches!(event.fact, DutyFact::Done { .. }));
        let row = Obligation {
            to: Milestone::EndOfProductionAnnounced,
            opened_by: known.first().map(|event| event.id),
            started_at: Some(opens_at),
            due_at: Some(due_at),
            warnings: self.warnings(opens_at, due_at),
            late_entry: done.is_some_and(|event| event.recorded_at > event.at),
            ..self.blank(clause, 1)
        };
        let row = match done {
            Some(done) => ended(row, done),
            None => self.open(row, None),
        };
        Some(excused(row, known))
    }

    /// One that nobody has done yet.
    fn open(&self, row: Obligation, over_at: Option<Instant>) -> Obligation {
        let (opens_at, due_at) = (row.started_at, row.due_at);
        let over =
            over_at.filter(|over| due_at.is_some_and(|due| *over < due) && *over <= self.now);
        let state = if over.is_some() {
            State::Cancelled
        } else if row.strength == Strength::Must && due_at.is_some_and(|due| due <= self.now) {
            State::Broken
        } else if opens_at.is_some_and(|opens| opens <= self.now) {
            State::Running
        } else {
            State::Pending
        };
        Obligation {
            state,
            ended_at: over,
            broken_at: due_at.filter(|_| state == State::Broken),
            ..row
        }
    }

    fn warnings(&self, from: Instant, due: Instant) -> Vec<Warning> {
        let plan = self.plan.plan();
        let whole = due.duration_since(from).as_millis().max(0);
        let at = |percent: u8| {
            let part = i64::try_from(whole * i128::from(percent) / 100).ok()?;
            from.checked_add(jiff::SignedDuration::from_millis(part))
                .ok()
        };
        let mut percents = plan.warn_at_percent.clone();
        percents.extend(
            plan.escalations
                .iter()
                .map(|escalation| escalation.at_percent),
        );
        percents.sort_unstable();
        percents.dedup();
        let warning = |percent: u8| {
            let roles = (plan.escalations.iter()).filter(|one| one.at_percent == percent);
            Some(Warning {
                percent,
                at: at(percent)?,
                escalate_to: roles.map(|one| one.to).collect(),
            })
        };
        let percents = percents
            .into_iter()
            .filter(|percent| (1..=100).contains(percent));
        percents.filter_map(warning).collect()
    }

    fn start_of(&self, day: Date) -> Instant {
        let start = day.to_zoned(self.zone.clone());
        start.map_or(self.now, |start| start.timestamp())
    }

    /// A last day ends at 24:00 (Civil Code 203).
    fn end_of(&self, day: Date) -> Instant {
        self.start_of(day.saturating_add(Span::new().days(1)))
    }

    fn blank(&self, clause: &Clause, cycle: u32) -> Obligation {
        Obligation {
            clause: clause.id.clone(),
            cycle,
            also: Vec::new(),
            strength: clause.strength,
            from: Milestone::DutyDue,
            to: Milestone::DutyDone,
            document: None,
            state: State::Pending,
            limit: None,
            row: None,
            calendar: self.plan.plan().calendar.clone(),
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
}

/// In its window it is kept; before or after, it is not.
fn ended(row: Obligation, done: &DutyEvent) -> Obligation {
    let late = row.due_at.filter(|due| is_late(done.at, *due));
    let early = row.not_before.filter(|opens| done.at < *opens);
    let outside = late.or(early);
    let binds = row.strength != Strength::May;
    Obligation {
        ended_by: Some(done.id),
        ended_at: Some(done.at),
        late_ms: outside.map(|bound| done.at.as_millisecond() - bound.as_millisecond()),
        broken_at: late.or(early.map(|_| done.at)).filter(|_| binds),
        state: if outside.is_some() && binds {
            State::FulfilledLate
        } else {
            State::Kept
        },
        ..row
    }
}

/// Only what was broken can be excused.
fn excused(row: Obligation, known: &[&DutyEvent]) -> Obligation {
    let reason = known.iter().rev().find_map(|event| match &event.fact {
        DutyFact::Excused { reason } => Some(reason.clone()),
        _ => None,
    });
    match reason.filter(|_| row.broken_at.is_some()) {
        Some(reason) => Obligation {
            state: State::Excused,
            excuse: Some(reason),
            ..row
        },
        None => row,
    }
}
