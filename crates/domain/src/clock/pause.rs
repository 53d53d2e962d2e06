use serde::{Deserialize, Serialize};

use super::{ClockError, instant, nanos};
use crate::time::Instant;

/// A stretch of time that does not count for one clock; without an end it is still going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pause {
    pub from: Instant,
    pub to: Option<Instant>,
}

/// A pause as the arithmetic sees it, in nanoseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hole {
    pub(super) from: i64,
    pub(super) to: Option<i64>,
}

impl Hole {
    pub(super) fn still_paused(self) -> ClockError {
        ClockError::StillPaused {
            since: instant(self.from),
        }
    }

    pub(super) fn contains(self, at: i64) -> bool {
        self.from <= at && self.to.is_none_or(|to| at < to)
    }

    /// Whether some of it lies after an instant.
    fn reaches_beyond(self, at: i64) -> bool {
        self.to.is_none_or(|to| to > at)
    }
}

/// Pauses as holes in ascending order, none touching another: splitting or repeating a pause makes no difference.
pub(super) fn holes(pauses: &[Pause]) -> Result<Vec<Hole>, ClockError> {
    let mut sorted = pauses.iter().map(hole).collect::<Result<Vec<Hole>, _>>()?;
    sorted.retain(|hole| hole.reaches_beyond(hole.from));
    sorted.sort_unstable_by_key(|hole| hole.from);

    let mut merged: Vec<Hole> = Vec::with_capacity(sorted.len());
    for hole in sorted {
        match merged.last_mut() {
            Some(last) if last.to.is_none_or(|to| hole.from <= to) => {
                last.to = last.to.zip(hole.to).map(|(last, next)| last.max(next));
            }
            _ => merged.push(hole),
        }
    }
    Ok(merged)
}

fn hole(pause: &Pause) -> Result<Hole, ClockError> {
    if let Some(to) = pause.to.filter(|to| *to < pause.from) {
        return Err(ClockError::ReversedPause {
            from: pause.from,
            to,
        });
    }
    Ok(Hole {
        from: clamped(pause.from),
        to: pause.to.map(clamped),
    })
}

/// Pauses beyond the years a clock can count to are cut there; no answer lies outside.
fn clamped(at: Instant) -> i64 {
    nanos(at).unwrap_or(if at < Instant::UNIX_EPOCH {
        i64::MIN
    } else {
        i64::MAX
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pause(from: i64, to: Option<i64>) -> Pause {
        Pause {
            from: instant(from),
            to: to.map(instant),
        }
    }

    #[test]
    fn overlapping_touching_and_repeated_pauses_are_one_hole() {
        let pauses = [
            pause(50, Some(60)),
            pause(10, Some(20)),
            pause(15, Some(30)),
            pause(30, Some(40)),
            pause(12, Some(13)),
            pause(70, Some(70)),
        ];
        let expected = [
            Hole {
                from: 10,
                to: Some(40),
            },
            Hole {
                from: 50,
                to: Some(60),
            },
        ];
        assert_eq!(holes(&pauses).unwrap(), expected);
    }

    #[test]
    fn a_pause_without_end_swallows_what_follows() {
        let pauses = [pause(50, Some(60)), pause(20, None), pause(10, Some(20))];
        assert_eq!(holes(&pauses).unwrap(), [Hole { from: 10, to: None }]);
    }

    #[test]
    fn a_reversed_pause_is_refused() {
        assert!(matches!(
            holes(&[pause(20, Some(10))]),
            Err(ClockError::ReversedPause { .. })
        ));
    }
}
