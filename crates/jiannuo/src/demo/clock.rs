//! The clock of the story: it stands where it was set, so that a year can be told in a minute.

use std::sync::atomic::{AtomicI64, Ordering};

use app::Clock;
use jiff::Timestamp;

/// A clock that moves only when it is told to.
#[derive(Debug)]
pub(super) struct StoryClock {
    at: AtomicI64,
}

impl StoryClock {
    pub(super) fn standing_at(at: Timestamp) -> Self {
        Self {
            at: AtomicI64::new(at.as_millisecond()),
        }
    }

    /// Moves the story to an instant; it never goes back.
    pub(super) fn advance_to(&self, at: Timestamp) {
        self.at.fetch_max(at.as_millisecond(), Ordering::SeqCst);
    }
}

impl Clock for StoryClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.at.load(Ordering::SeqCst))
            .expect("the story is told within the range of instants")
    }
}
