//! Entitlement (保修判定): is this fault, of this unit, with this cause, on this day covered, by which clause, and who pays.
//!
//! It advises and records; a person may decide otherwise, with a reason.

mod advise;
mod decision;
mod facts;
mod resolve;
mod standing;
mod two_limits;

pub use advise::{Advice, Because, Payer, Question, Share, Told, advise};
pub use decision::{Decision, holding};
pub use facts::{ComponentFacts, Days, UnitFacts};
pub use resolve::{ResolvedTerm, StartReason, TermProblem, WarrantyResolution, resolve};
pub use standing::UnitStanding;
pub use two_limits::{Governs, ResolvedLimit, TwoLimits};
