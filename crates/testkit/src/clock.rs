use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};

/// A clock that moves only when told.
#[derive(Debug)]
pub struct FakeClock {
    now: Mutex<Timestamp>,
}

impl FakeClock {
    /// `start` is RFC 3339, such as `2026-11-22T09:00:00+08:00`.
    pub fn at(start: &str) -> Self {
        Self {
            now: Mutex::new(start.parse().expect("tests give an RFC 3339 instant")),
        }
    }

    pub fn now(&self) -> Timestamp {
        *self
            .now
            .lock()
            .expect("no test panics while it holds the clock")
    }

    pub fn advance(&self, by: SignedDuration) -> Timestamp {
        let mut now = self
            .now
            .lock()
            .expect("no test panics while it holds the clock");
        *now += by;
        *now
    }
}
