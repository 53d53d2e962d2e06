//! Reasons that may stop a clock, where the plan allows it.

use crate::words::words;

words! {
    /// Why a clock stands still.
    PauseReason {
        /// Waiting for the customer's answer or material.
        WaitingForCustomer = "waiting_for_customer",
        /// The customer asked for a later time.
        CustomerRescheduled = "customer_rescheduled",
        /// Nobody lets the crew in.
        NoAccess = "no_access",
        /// Waiting for the customer to accept a quotation.
        WaitingForQuoteAcceptance = "waiting_for_quote_acceptance",
        /// A part is ordered and not here yet.
        WaitingForPart = "waiting_for_part",
        /// Waiting for the material supplier.
        WaitingForSupplier = "waiting_for_supplier",
        /// Force majeure.
        ForceMajeure = "force_majeure",
    }
}
