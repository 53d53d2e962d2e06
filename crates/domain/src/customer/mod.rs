//! Customers (客户): who they are and how they are reached.

mod band;
mod phone;
mod uscc;

pub use band::Band;
pub use phone::{Phone, PhoneError};
pub use uscc::{Uscc, UsccError};

use crate::words::words;

words! {
    /// What kind of customer: legal floors protect consumers, between businesses the contract governs.
    CustomerKind {
        /// A person who buys for their own use.
        Consumer = "consumer",
        /// A company, a school, an authority.
        Organisation = "organisation",
    }
}
