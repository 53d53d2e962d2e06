//! What opened a remedy.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::plan::clauses::coverage::Cause;
use crate::slug::ClauseId;

/// The facts that opened a remedy, so that anybody can check it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = RemedyGround))]
#[serde(tag = "ground", rename_all = "snake_case")]
pub enum Ground {
    /// It was reported within so many days of receipt, and no cause on the customer's side is known.
    WithinDaysOfReceipt {
        /// The day of receipt.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        received_on: Date,
        /// The day of the report.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        reported_on: Date,
        /// Days the clause allows; the day of receipt does not count.
        days: u32,
    },
    /// The same defect was repaired so often in a row, and is there again.
    SameDefectRepaired {
        /// The defect, as the cause decided.
        cause: Cause,
        /// Repairs that did not last.
        repairs: u32,
        /// Repairs the clause asks for.
        times: u32,
    },
    /// It was repaired so often, whatever the defect was, and is faulty again.
    RepairedStillFaulty {
        /// Repairs since receipt, without those the customer's own doing called for.
        repairs: u32,
        /// Repairs the clause asks for.
        times: u32,
    },
    /// The repair took, or takes, longer than so many days.
    RepairLongerThan {
        /// The day of the report.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        since: Date,
        /// The last day that was still in time.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        until: Date,
    },
    /// A part was missing for so many days.
    PartsMissingFor {
        /// The day the part was needed.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        since: Date,
        /// The last day that was still in time.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        until: Date,
    },
    /// The supplier's own fault was confirmed.
    OwnFaultConfirmed {
        /// The cause decided.
        cause: Cause,
    },
    /// The customer's mistake was confirmed.
    CustomerFaultConfirmed {
        /// The cause decided.
        cause: Cause,
    },
    /// A time limit was broken.
    LimitBroken {
        /// The clause that was broken.
        limit: ClauseId,
        /// Which occurrence of it, from 1.
        cycle: u32,
    },
}
