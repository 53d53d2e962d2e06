//! Promises counted by how they came out.

use domain::obligation::{State, share_permille};
use serde::Serialize;
use store::ledger::Count;
use utoipa::ToSchema;

/// How many promises came out how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Tally {
    pub kept: i64,
    pub fulfilled_late: i64,
    /// Broken and still owed.
    pub broken: i64,
    pub excused: i64,
    /// Running or paused.
    pub running: i64,
    pub cancelled: i64,
    /// Share of the kept among those that are decided and not excused, in tenths of a percent rounded half up: 1000 only
    /// where nothing is broken or late, 0 only where nothing was kept; none while nothing is decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept_permille: Option<u32>,
    /// Natural time after the due time, added up: of what is broken and still owed up to now, of what is excused none.
    pub late_minutes: i64,
    #[serde(skip)]
    late_ms: i64,
}

impl Tally {
    /// The counts added up.
    pub(super) fn of<'a>(counts: impl IntoIterator<Item = &'a Count>) -> Self {
        let mut tally = Self::default();
        for count in counts {
            tally.add(count);
        }
        tally
    }

    pub(super) fn add(&mut self, count: &Count) {
        let place = match count.state {
            State::Kept => &mut self.kept,
            State::FulfilledLate => &mut self.fulfilled_late,
            State::Broken => &mut self.broken,
            State::Excused => &mut self.excused,
            State::Running | State::Paused => &mut self.running,
            State::Cancelled => &mut self.cancelled,
            // A promise that has not begun is not in the ledger.
            State::Pending => return,
        };
        *place += count.count;
        self.late_ms += count.late_ms;
        self.late_minutes = self.late_ms / 60_000;
        let decided = self.kept + self.fulfilled_late + self.broken;
        self.kept_permille = share_permille(self.kept.unsigned_abs(), decided.unsigned_abs());
    }

    /// All promises counted.
    pub(super) fn all(&self) -> i64 {
        self.kept + self.fulfilled_late + self.broken + self.excused + self.running + self.cancelled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(state: State, count: i64) -> Count {
        Count {
            key: String::new(),
            clause: String::new(),
            name: String::new(),
            state,
            count,
            late_ms: 90_000,
        }
    }

    #[test]
    fn excused_and_running_promises_do_not_touch_the_rate() {
        let counts = [
            count(State::Kept, 2),
            count(State::FulfilledLate, 1),
            count(State::Excused, 50),
            count(State::Paused, 7),
        ];
        let tally = Tally::of(&counts);
        assert_eq!(
            (tally.kept_permille, tally.running, tally.all()),
            (Some(667), 7, 60)
        );
        assert_eq!(tally.late_minutes, 6);
        assert_eq!(Tally::of(&[count(State::Running, 3)]).kept_permille, None);
    }
}
