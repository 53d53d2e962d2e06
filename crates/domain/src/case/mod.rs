//! Service cases (服务单): one customer problem from report to closure, as a history of facts.

pub mod action;
mod closing;
pub mod command;
mod decide;
pub mod event;
mod grading;
mod hidden;
pub mod intake;
pub mod obstacle;
pub mod pause;
mod rank;
mod relate;
mod repairs;
mod rounds;
mod situation;
mod slip;
mod status;

pub use action::{Action, Proof, ProofRule};
pub use closing::{LeftUndone, NothingDone, OpenVisit, VisitState, Visits};
pub use command::{Command, What};
pub use decide::{Decision, decide};
pub use event::{Author, CaseEvent, CopiedFrom, Evidence, Fact};
pub use hidden::{hides_breach, merge_hides_breach};
pub use obstacle::Obstacle;
pub use rank::LevelRank;
pub use relate::{copies_for_merge, copies_for_split};
pub use repairs::{may_have_repairs, repair_days};
pub use situation::Situation;
pub use slip::{completed_by_photo, delivered_by_intake, required_fields, waits_for};
pub use status::{Phase, Status};
