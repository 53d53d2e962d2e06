//! Kept or broken: how one occurrence of a promise came out.

use super::cycle::Cycle;
use super::history::Pause;
use super::row::State;
use super::timing::Timing;
use crate::ids::EventId;
use crate::plan::Strength;
use crate::time::Instant;

/// How an occurrence came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Judged {
    /// Where it stands.
    pub state: State,
    /// The fact that ended it.
    pub ended_by: Option<EventId>,
    /// When it ended, or was given up with the case.
    pub ended_at: Option<Instant>,
    /// When the limit passed unmet.
    pub broken_at: Option<Instant>,
    /// Milliseconds outside the limit.
    pub late_ms: Option<i64>,
}

/// Whether what was done at an instant came after the due time. Exactly at the due time is in time.
pub(crate) fn is_late(at: Instant, due: Instant) -> bool {
    at > due
}

/// Judges an occurrence at an instant.
///
/// INVARIANT: kept excludes broken, and a limit that passed unmet stays broken whatever pause, end or closing comes later.
pub(super) fn judge(
    strength: Strength,
    cycle: &Cycle,
    timing: &Timing,
    holes: &[Pause],
    now: Instant,
) -> Judged {
    match cycle.end {
        Some(end) => Judged {
            ended_by: Some(end.by),
            ended_at: Some(end.at),
            ..ended(strength, timing, end.at)
        },
        None => unended(strength, cycle, timing, holes, now),
    }
}

fn ended(strength: Strength, timing: &Timing, at: Instant) -> Judged {
    let missed = timing.due_at.filter(|due| is_late(at, *due));
    let too_early = timing.not_before.filter(|from| at < *from);
    let outside = missed.or(too_early);
    let late_ms = outside.map(|bound| at.as_millisecond() - bound.as_millisecond());
    let broken_at = missed.or(too_early.map(|_| at));
    if broken_at.is_none() || strength == Strength::May {
        return Judged {
            late_ms,
            ..stands(State::Kept)
        };
    }
    Judged {
        broken_at,
        late_ms,
        ..stands(State::FulfilledLate)
    }
}

fn unended(
    strength: Strength,
    cycle: &Cycle,
    timing: &Timing,
    holes: &[Pause],
    now: Instant,
) -> Judged {
    let over_at = cycle.cut.map(|cut| cut.at);
    let passed = timing.due_at.filter(|due| match over_at {
        Some(over) => *due < over,
        None => *due <= now,
    });
    let is_paused = holes
        .iter()
        .any(|pause| pause.from <= now && pause.until.is_none_or(|until| now < until));
    match (passed, over_at) {
        (Some(due), _) if strength == Strength::Must => Judged {
            broken_at: Some(due),
            ended_at: over_at,
            ..stands(State::Broken)
        },
        (_, Some(over)) => Judged {
            ended_at: Some(over),
            ..stands(State::Cancelled)
        },
        (_, None) if is_paused => stands(State::Paused),
        (_, None) => stands(State::Running),
    }
}

const fn stands(state: State) -> Judged {
    Judged {
        state,
        ended_by: None,
        ended_at: None,
        broken_at: None,
        late_ms: None,
    }
}
