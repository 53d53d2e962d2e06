//! Clocks: when a limit is due, how much of it has passed, and why.
//!
//! Everything is computed from the facts each time, start, limit, calendar and pauses, and nothing is ever incremented. A pause
//! is a hole cut out of the calendar of one clock, so pauses and opening hours share one arithmetic.

use crate::calendar::Calendar;
use crate::time::Instant;

pub use crate::time::DayEnd;

mod days;
mod due;
mod elapsed;
mod error;
mod explain;
mod mark;
mod measure;
mod pause;

pub use due::{Due, due};
pub use elapsed::elapsed;
pub use error::ClockError;
pub use explain::{Amount, Explanation, Span, SpanKind, SpanRule, explain};
pub use mark::mark;
pub use pause::Pause;

/// What a clock runs by.
#[derive(Debug, Clone, Copy)]
pub struct Clock<'a> {
    pub calendar: &'a Calendar,
    /// In any order; overlapping ones count once.
    pub pauses: &'a [Pause],
    pub day_end: DayEnd,
}

impl<'a> Clock<'a> {
    /// A clock that never paused and whose days end at 24:00.
    pub fn new(calendar: &'a Calendar) -> Self {
        Self {
            calendar,
            pauses: &[],
            day_end: DayEnd::Midnight,
        }
    }

    /// The same clock with these pauses.
    #[must_use]
    pub fn with_pauses(self, pauses: &'a [Pause]) -> Self {
        Self { pauses, ..self }
    }

    /// The same clock with days that end so.
    #[must_use]
    pub fn with_day_end(self, day_end: DayEnd) -> Self {
        Self { day_end, ..self }
    }
}

const SECOND_NANOS: i64 = 1_000_000_000;

/// An instant as nanoseconds since 1970; `None` outside 1678 to 2261.
fn nanos(at: Instant) -> Option<i64> {
    let seconds = at.as_second().checked_mul(SECOND_NANOS)?;
    seconds.checked_add(i64::from(at.subsec_nanosecond()))
}

/// The instant so many nanoseconds after 1970.
fn instant(nanos: i64) -> Instant {
    let below_a_second = i32::try_from(nanos.rem_euclid(SECOND_NANOS));
    Instant::new(
        nanos.div_euclid(SECOND_NANOS),
        below_a_second.expect("a remainder of nanoseconds is below 10^9"),
    )
    .expect("63 bits of nanoseconds lie within the years -9999 to 9999")
}
