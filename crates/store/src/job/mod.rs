//! Timers: rows that become due. A timer is a hint; its handler reloads the facts and decides.

pub(crate) mod claim;
pub(crate) mod dead;
pub(crate) mod missing;
pub(crate) mod timer;

use jiff::Timestamp;

pub use claim::{Alike, claim_alike, claim_due, dismiss, dismiss_all, fail, next_run_at, postpone};
pub use dead::{dead, revive};
pub use missing::is_set;

pub(crate) use claim::complete;
pub(crate) use timer::{cancel, set};

/// After this many failed or abandoned attempts a job is given up and listed as dead.
pub const MAX_ATTEMPTS: i64 = 10;
/// Most jobs one claim takes.
pub const MAX_CLAIM: u32 = 500;

/// A timer to set; there is one per kind, subject and mark, and setting it again moves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timer {
    /// Names the handler, such as `obligation.due`.
    pub kind: String,
    /// The id the handler loads.
    pub subject: String,
    /// Tells several timers of one subject apart, such as `warn-80`.
    pub mark: String,
    pub run_at: Timestamp,
}

/// A job somebody is working on. Settle it with [`Receipt::completes`](crate::Receipt::completes), [`dismiss`],
/// [`postpone`] or [`fail`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub kind: String,
    pub subject: String,
    pub mark: String,
    /// When it was due; how late it runs is the difference to now.
    pub due_at: Timestamp,
    /// This attempt's number, from 1.
    pub attempt: i64,
    token: String,
}

/// A job that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dead {
    pub kind: String,
    pub subject: String,
    pub mark: String,
    pub due_at: Timestamp,
    pub last_error: Option<String>,
}
