//! Entitlement (保修判定): is this fault, of this unit, with this cause, on this day covered, by which clause, and who pays.
//!
//! It advises and records; a person may decide otherwise, with a reason.

mod advise;
mod decision;
mod facts;
mod if_part;
mod payer;
mod resolve;
mod season;
mod standing;
mod state;
mod two_limits;

pub use advise::{Advice, Because, Question, Told, advise};
pub use decision::{Decision, holding};
pub use facts::{ComponentFacts, Days, UnitFacts};
pub use if_part::IfPart;
pub use payer::{Payer, Share};
pub use resolve::{ResolvedTerm, StartReason, TermProblem, WarrantyResolution, resolve};
pub use season::CountedSeasons;
pub use standing::UnitStanding;
pub use state::{LegalTerm, PartInWarranty, TermOf, WarrantyState};
pub use two_limits::{Governs, ResolvedLimit, TwoLimits};
