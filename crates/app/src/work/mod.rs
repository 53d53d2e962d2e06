//! Work the program does by itself: due timers, claimed one by one and settled with their effect.

mod due;
mod singletons;
mod trouble;

pub use due::{Claim, claim, claim_with_alarms, failed, next_at, postpone};
pub use singletons::prepare;
pub(crate) use singletons::{ALL, next_night, next_run};
pub use trouble::{DeadJobView, FailedLetterView, Retry, Trouble, retry, trouble};

/// On whose behalf tasks run, in the audit log.
pub const SERVICE: &str = "worker";
/// The job that forgets what is kept for a while only.
pub const TIDY: &str = "housekeeping";
/// The job that computes every open case anew once a night.
pub const RECONCILE: &str = "ledger.reconcile";
