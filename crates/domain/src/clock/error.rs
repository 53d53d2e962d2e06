use crate::time::Instant;

/// Why a clock has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClockError {
    #[error("{0} is outside the years 1970 to 2100 for which calendars are computed")]
    OutOfWindow(Instant),
    #[error(
        "the limit is not reached by the end of the year 2100: shorten it or check the calendar's open time"
    )]
    BeyondHorizon,
    #[error("the limit ends after the year 9999")]
    OutOfRange,
    #[error("the pause from {from} ends before it begins, at {to}")]
    ReversedPause { from: Instant, to: Instant },
    #[error("the clock is paused since {since}: it has no due time until the pause ends")]
    StillPaused { since: Instant },
}
