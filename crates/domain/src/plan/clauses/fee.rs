//! Fees (收费): what service costs when it is not free.

use serde::{Deserialize, Serialize};

use crate::money::{BasisPoints, Fen};
use crate::plan::nothing_else::nothing_else;
use crate::plan::{Asked, Condition};

/// One rule about fees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "rule", rename_all = "snake_case", deny_unknown_fields)]
pub enum Fee {
    /// A maintenance contract costs this part of the contract sum each year, by the years it is signed for.
    PercentOfContract {
        /// The rates, by term.
        #[cfg_attr(feature = "schema", schema(min_items = 1))]
        by_term: Vec<TermRate>,
    },
    /// A visit costs this much per person and day.
    PersonDay {
        /// The rates, by year after the warranty's end.
        #[cfg_attr(feature = "schema", schema(min_items = 1))]
        by_year: Vec<YearRate>,
    },
    /// A call-out fee by hour, distance and so on.
    CallOut {
        /// The most specific row wins.
        rows: Vec<CallOutRow>,
        /// What holds when no row does.
        #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::AskedNumber))]
        otherwise_fen: Asked<Fen>,
    },
    /// A price list, at a discount.
    PriceList {
        /// Which list.
        list: String,
        /// How much of the list price is charged.
        #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::AskedNumber))]
        charged_bps: Asked<BasisPoints>,
    },
    /// Parts at cost, labour and service free.
    #[serde(deserialize_with = "nothing_else")]
    PartsAtCost,
    /// Everything at cost.
    #[serde(deserialize_with = "nothing_else")]
    AtCost,
    /// By a quotation of price and time that the customer accepts first.
    #[serde(deserialize_with = "nothing_else")]
    ByQuote,
    /// The rates are stated in the offer.
    Stated {
        /// The statement.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        rates: Asked<String>,
    },
}

/// The rate of a contract signed for so many years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TermRate {
    /// Years signed for.
    #[cfg_attr(feature = "schema", schema(minimum = 1))]
    pub years: u32,
    /// Of the contract sum, each year.
    pub bps: BasisPoints,
}

/// The rate in one year after the warranty's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct YearRate {
    /// 1 is the first year; the last rate holds on.
    #[cfg_attr(feature = "schema", schema(minimum = 1))]
    pub year: u32,
    /// Fen per person and day.
    #[cfg_attr(feature = "schema", schema(value_type = i64, minimum = 0))]
    pub fen: Fen,
}

/// One row of a call-out table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CallOutRow {
    /// When it applies; never blank.
    pub when: Condition,
    /// Fen per call-out.
    #[cfg_attr(feature = "schema", schema(value_type = i64, minimum = 0))]
    pub fen: Fen,
}
