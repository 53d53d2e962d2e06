//! Instants, durations and limits: the words every clock is written in.
//!
//! An instant is UTC; what it means on the wall is decided by the zone of the calendar that reads it. Time counted while a
//! calendar is open and time counted on a stopwatch are different types, so that adding one to the other does not compile.

mod day_end;
mod duration;
mod limit;
mod strictness;

pub use day_end::DayEnd;
pub use duration::{DurationError, NaturalDuration, WorkingDuration};
pub use limit::{Limit, LimitError, Unit};

/// A moment on the UTC time line.
pub use jiff::Timestamp as Instant;
