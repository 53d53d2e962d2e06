//! When one occurrence of a promise is due, aimed at and warned about.

use jiff::SignedDuration;

use super::calendars::Calendars;
use super::cycle::{Cycle, Mark};
use super::history::Pause;
use super::promise::{Bounded, TimePromise};
use super::row::{Problem, Warning};
use crate::calendar::Calendar;
use crate::clock::{self, Clock, ClockError, Due};
use crate::time::{Instant, Limit};

/// The moments of one occurrence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Timing {
    /// The earliest moment still in time, at an appointment.
    pub not_before: Option<Instant>,
    /// What is aimed at.
    pub target_at: Option<Instant>,
    /// When it breaks.
    pub due_at: Option<Instant>,
    /// Whether that rests on holidays not announced yet.
    pub provisional: bool,
    /// When to warn.
    pub warnings: Vec<Warning>,
    /// Why no due time can be told, if none can.
    pub problem: Option<Problem>,
}

/// The pauses of a case that stop a promise's clock in one cycle.
///
/// A pause that came with another case stops only the clocks that came with it: otherwise merging two cases could move
/// a due time that had passed.
pub(super) fn holes(promise: &TimePromise, cycle: &Cycle, pauses: &[Pause]) -> Vec<Pause> {
    let concerns = |pause: &&Pause| {
        promise.pausable_by.contains(&pause.reason)
            && stops(pause, &cycle.start)
            && cycle.end.is_none_or(|end| pause.from < end.at)
    };
    pauses.iter().filter(concerns).copied().collect()
}

fn stops(pause: &Pause, start: &Mark) -> bool {
    match (start.came_from, pause.came_from) {
        (None, None) => true,
        (Some((case, _)), Some(other)) => case == other,
        (Some((_, came_at)), None) => pause.recorded_at >= came_at,
        (None, Some(_)) => false,
    }
}

/// The moments of a limit that runs from a start.
pub(super) fn within(
    promise: &TimePromise,
    calendars: &Calendars,
    start: Instant,
    holes: &[Pause],
) -> Timing {
    let (limit, target) = match &promise.bound {
        Bounded::Within { limit, target } => (*limit, *target),
        Bounded::Unknown(problem) => return Timing::unknown(problem.clone()),
        _ => return Timing::default(),
    };
    let Some(calendar) = calendars.get(&promise.calendar) else {
        return Timing::unknown(Problem::CalendarMissing {
            calendar: promise.calendar.clone(),
        });
    };
    let pauses = clock_pauses(holes);
    let clock = clock_of(promise, calendar, &pauses);
    match clock::due(&clock, start, limit) {
        Ok(due) => Timing {
            not_before: None,
            target_at: target.and_then(|target| Some(clock::due(&clock, start, target).ok()?.at)),
            due_at: Some(due.at),
            provisional: due.provisional,
            warnings: warnings(promise, |bps| clock::mark(&clock, start, limit, bps).ok()),
            problem: None,
        },
        Err(ClockError::StillPaused { .. }) => Timing {
            target_at: target.and_then(|target| Some(clock::due(&clock, start, target).ok()?.at)),
            ..Timing::default()
        },
        Err(_) => Timing::unknown(Problem::BeyondHorizon),
    }
}

/// The moments of an appointment. It is warned about on the natural time from the agreement to its end.
pub(super) fn appointment(promise: &TimePromise, made_at: Instant, agreed_at: Instant) -> Timing {
    let Bounded::Appointment {
        early_minutes,
        late_minutes,
    } = promise.bound
    else {
        return Timing::default();
    };
    let minutes = |count: u32| SignedDuration::from_mins(i64::from(count));
    let due = agreed_at
        .saturating_add(minutes(late_minutes))
        .unwrap_or(agreed_at);
    let share = |bps: u16| {
        let whole = due.duration_since(made_at).as_millis().max(0);
        let part = i64::try_from(whole * i128::from(bps) / 10_000).ok()?;
        made_at.checked_add(SignedDuration::from_millis(part)).ok()
    };
    Timing {
        not_before: agreed_at.checked_sub(minutes(early_minutes)).ok(),
        target_at: Some(agreed_at),
        due_at: Some(due),
        warnings: warnings(promise, share),
        ..Timing::default()
    }
}

/// The moments of a limit that must fit in before an expected date.
pub(super) fn before(
    promise: &TimePromise,
    calendars: &Calendars,
    known_at: Instant,
    expected_at: Instant,
) -> Timing {
    let Bounded::Before { limit } = promise.bound else {
        return Timing::default();
    };
    let Some(calendar) = calendars.get(&promise.calendar) else {
        return Timing::unknown(Problem::CalendarMissing {
            calendar: promise.calendar.clone(),
        });
    };
    match latest_start(&clock_of(promise, calendar, &[]), expected_at, limit) {
        Some(due) => Timing {
            due_at: Some(due.at),
            provisional: due.provisional,
            warnings: warnings(promise, |bps| {
                let whole = due.at.duration_since(known_at).as_millis().max(0);
                let part = i64::try_from(whole * i128::from(bps) / 10_000).ok()?;
                known_at.checked_add(SignedDuration::from_millis(part)).ok()
            }),
            ..Timing::default()
        },
        None => Timing::unknown(Problem::BeyondHorizon),
    }
}

/// The latest whole second from which the limit still ends by `expected_at`, by bisection: due times ascend with the
/// start. `None` if there is none since 1970.
fn latest_start(clock: &Clock<'_>, expected_at: Instant, limit: Limit) -> Option<Due> {
    let fits = |second: i64| {
        let due = clock::due(clock, Instant::from_second(second).ok()?, limit).ok()?;
        (due.at <= expected_at).then_some(due)
    };
    let (mut good, mut bad) = (0, expected_at.as_second() + 1);
    let mut provisional = fits(good)?.provisional;
    while bad - good > 1 {
        let middle = good + (bad - good) / 2;
        match fits(middle) {
            Some(due) => (good, provisional) = (middle, due.provisional),
            None => bad = middle,
        }
    }
    Some(Due {
        at: Instant::from_second(good).ok()?,
        provisional,
    })
}

/// The clock a promise runs on.
pub(super) fn clock_of<'a>(
    promise: &TimePromise,
    calendar: &'a Calendar,
    pauses: &'a [clock::Pause],
) -> Clock<'a> {
    Clock::new(calendar)
        .with_pauses(pauses)
        .with_day_end(promise.day_end)
}

/// Pauses as the clock takes them.
pub(super) fn clock_pauses(holes: &[Pause]) -> Vec<clock::Pause> {
    let hole = |pause: &Pause| clock::Pause {
        from: pause.from,
        to: pause.until,
    };
    holes.iter().map(hole).collect()
}

fn warnings(promise: &TimePromise, at: impl Fn(u16) -> Option<Instant>) -> Vec<Warning> {
    let marks = promise.marks.iter().filter_map(|mark| {
        Some(Warning {
            percent: mark.percent,
            at: at(u16::from(mark.percent) * 100)?,
            escalate_to: mark.escalate_to.clone(),
        })
    });
    let mut warnings: Vec<_> = marks.collect();
    warnings.sort_by_key(|warning| warning.percent);
    warnings
}

impl Timing {
    fn unknown(problem: Problem) -> Self {
        Self {
            problem: Some(problem),
            ..Self::default()
        }
    }
}
