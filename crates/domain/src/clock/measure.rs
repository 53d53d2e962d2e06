use super::pause::Hole;
use super::{ClockError, instant};
use crate::calendar::{OpenTime, Unreached};

/// What counts while a duration runs. Instants and amounts are nanoseconds.
pub(super) trait Measure {
    /// How much counts between two instants in order.
    fn passed(&self, from: i64, to: i64) -> Result<i64, ClockError>;

    /// The earliest instant by which `amount` has passed since `from`.
    fn reach(&self, from: i64, amount: i64) -> Result<i64, ClockError>;
}

/// Counts every moment.
pub(super) struct Stopwatch;

impl Measure for Stopwatch {
    fn passed(&self, from: i64, to: i64) -> Result<i64, ClockError> {
        to.checked_sub(from).ok_or(ClockError::OutOfRange)
    }

    fn reach(&self, from: i64, amount: i64) -> Result<i64, ClockError> {
        from.checked_add(amount).ok_or(ClockError::OutOfRange)
    }
}

impl Measure for OpenTime {
    fn passed(&self, from: i64, to: i64) -> Result<i64, ClockError> {
        let before = |at| {
            self.before(at)
                .ok_or_else(|| ClockError::OutOfWindow(instant(at)))
        };
        Ok(before(to)? - before(from)?)
    }

    fn reach(&self, from: i64, amount: i64) -> Result<i64, ClockError> {
        OpenTime::reach(self, from, amount).map_err(|unreached| match unreached {
            Unreached::StartOutsideWindow => ClockError::OutOfWindow(instant(from)),
            Unreached::BeyondWindow => ClockError::BeyondHorizon,
        })
    }
}

/// The earliest instant by which `amount` has passed since `from`, holes not counting.
pub(super) fn reach_around(
    measure: &impl Measure,
    holes: &[Hole],
    from: i64,
    amount: i64,
) -> Result<i64, ClockError> {
    if amount == 0 {
        return Ok(from);
    }
    let (mut at, mut left) = (from, amount);
    for hole in holes {
        if hole.to.is_some_and(|to| to <= at) {
            continue;
        }
        if hole.from > at {
            let reached = measure.reach(at, left)?;
            if reached <= hole.from {
                return Ok(reached);
            }
            left -= measure.passed(at, hole.from)?;
        }
        at = hole.to.ok_or_else(|| hole.still_paused())?;
    }
    measure.reach(at, left)
}

/// How much passes between two instants, holes not counting.
pub(super) fn passed_around(
    measure: &impl Measure,
    holes: &[Hole],
    from: i64,
    to: i64,
) -> Result<i64, ClockError> {
    let mut passed = measure.passed(from, to)?;
    for hole in holes {
        let (start, end) = (hole.from.max(from), hole.to.unwrap_or(to).min(to));
        if start < end {
            passed -= measure.passed(start, end)?;
        }
    }
    Ok(passed)
}
