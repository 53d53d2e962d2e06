//! Recurring duties (定期): what is owed again and again under an agreement, each time within a window.
//!
//! Occurrences are computed from the agreement's days and the facts, like every promise: nothing is remembered between two
//! runs, and the rows stand in the same ledger.

mod decide;
mod event;
mod explain;
mod finished;
mod frame;
mod notice;
mod rows;
mod schedule;

pub use decide::{DutyCommand, DutyDecision, DutyObstacle, DutyWhat, decide};
pub use event::{DutyEvent, DutyFact};
pub use explain::{DutyExplained, DutyStep, explain};
pub use frame::{Agreed, AgreementForm, Frame, frame};
pub use notice::{NoticeWindow, notice};
pub use rows::duties;

/// Days ahead for which occurrences are made: what is farther away is not yet anybody's work.
pub const HORIZON_DAYS: i32 = 92;
/// Most occurrences of one duty under one agreement: daily for more than fifty years.
pub const MAX_OCCURRENCES: u32 = 20_000;
