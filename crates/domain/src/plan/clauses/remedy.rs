//! Remedies (换退): what a trigger entitles the customer to.

use serde::{Deserialize, Serialize};

use crate::money::{BasisPoints, Fen};
use crate::plan::Asked;
use crate::plan::nothing_else::nothing_else;
use crate::slug::ClauseId;

/// When something happens, the customer is entitled to something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// What must have happened.
    pub trigger: Trigger,
    /// What the customer may choose from.
    #[cfg_attr(feature = "schema", schema(min_items = 1))]
    pub entitles: Vec<Entitles>,
    /// What is given besides, whatever the customer chooses: the costs, the removed unit made good.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub besides: Vec<Entitles>,
}

/// What opens a remedy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "when", rename_all = "snake_case", deny_unknown_fields)]
pub enum Trigger {
    /// A defect found when the box was opened, cosmetic ones too.
    #[serde(deserialize_with = "nothing_else")]
    OpenBoxDefect,
    /// A quality problem within so many days of receipt.
    WithinDaysOfReceipt {
        /// Natural days.
        #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::AskedCount))]
        days: Asked<u32>,
    },
    /// The same defect of the same unit, repaired so often in a row and still faulty.
    SameDefectRepaired {
        /// Repairs.
        #[cfg_attr(feature = "schema", schema(minimum = 1))]
        times: u32,
    },
    /// Repaired so often, whatever the defect was, and faulty again: what the law counts.
    RepairedStillFaulty {
        /// Repairs.
        #[cfg_attr(feature = "schema", schema(minimum = 1))]
        times: u32,
    },
    /// A repair that takes longer than so many days.
    RepairLongerThan {
        /// Natural days.
        #[cfg_attr(feature = "schema", schema(minimum = 1))]
        days: u32,
    },
    /// No part for so many days from being sent in.
    PartsMissingFor {
        /// Natural days.
        #[cfg_attr(feature = "schema", schema(minimum = 1))]
        days: u32,
    },
    /// The supplier's own fault is confirmed.
    #[serde(deserialize_with = "nothing_else")]
    OwnFaultConfirmed,
    /// The customer's mistake is confirmed.
    #[serde(deserialize_with = "nothing_else")]
    CustomerFaultConfirmed,
    /// Goods past their shelf life.
    #[serde(deserialize_with = "nothing_else")]
    ExpiredGoods,
    /// Bought at a distance and returned within so many days of receipt, without a reason.
    DistanceSale {
        /// Natural days.
        #[cfg_attr(feature = "schema", schema(minimum = 1))]
        days: u32,
    },
    /// A grave failure within so many days of receipt or so much use, whichever comes first: of a car steering or brakes that
    /// fail, a body that tears, fuel that leaks, a battery that burns.
    SafetyDefect {
        /// Natural days.
        #[cfg_attr(feature = "schema", schema(minimum = 1))]
        days: u32,
        /// Kilometres driven.
        #[cfg_attr(feature = "schema", schema(minimum = 1))]
        kilometres: u32,
    },
    /// Not repairable soon, or the customer deems a replacement necessary.
    #[serde(deserialize_with = "nothing_else")]
    NotRepairableSoon,
    /// A time limit was broken.
    LimitBroken {
        /// The clause that was broken.
        clause: ClauseId,
    },
}

/// One thing a remedy entitles to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum Entitles {
    /// A new unit of the same brand and model.
    #[serde(deserialize_with = "nothing_else")]
    ReplaceSameModel,
    /// An exchange for an equivalent.
    #[serde(deserialize_with = "nothing_else")]
    Exchange,
    /// Return for the full price.
    #[serde(deserialize_with = "nothing_else")]
    Return,
    /// A loaner while the repair lasts.
    #[serde(deserialize_with = "nothing_else")]
    Loaner,
    /// Repair free of charge.
    #[serde(deserialize_with = "nothing_else")]
    FreeRepair,
    /// Repair at the cost of material.
    #[serde(deserialize_with = "nothing_else")]
    RepairAtMaterialCost,
    /// The costs that arose, borne by the supplier.
    #[serde(deserialize_with = "nothing_else")]
    CostsBorne,
    /// The removed unit is repaired or replaced and given back.
    #[serde(deserialize_with = "nothing_else")]
    RemovedUnitMadeGood,
    /// A discount.
    Discount {
        /// Basis points off.
        #[cfg_attr(feature = "schema", schema(value_type = u32, minimum = 1))]
        bps: BasisPoints,
    },
    /// Money per full hour of delay.
    CompensationPerHour {
        /// Fen per hour.
        #[cfg_attr(feature = "schema", schema(value_type = i64, minimum = 0))]
        fen: Fen,
        /// At most, in all.
        #[cfg_attr(feature = "schema", schema(value_type = i64, minimum = 0))]
        cap_fen: Fen,
    },
    /// Money per full day of delay.
    CompensationPerDay {
        /// Fen per day.
        #[cfg_attr(feature = "schema", schema(value_type = i64, minimum = 0))]
        fen: Fen,
        /// At most, in all.
        #[cfg_attr(feature = "schema", schema(value_type = i64, minimum = 0))]
        cap_fen: Fen,
    },
    /// One sum of money.
    CompensationOnce {
        /// Fen in all.
        #[cfg_attr(feature = "schema", schema(value_type = i64, minimum = 0))]
        fen: Fen,
    },
}
