//! Where time comes from.

use jiff::Timestamp;

/// Says what time it is. Use cases never ask the system themselves, so that tests and history can be run at any instant.
pub trait Clock: Send + Sync + std::fmt::Debug {
    fn now(&self) -> Timestamp;
}

/// The system's clock, to the millisecond, which is what the store keeps.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the system's clock"
    )]
    fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        Timestamp::from_millisecond(now.as_millisecond())
            .expect("an instant cut to the millisecond stays in range")
    }
}
