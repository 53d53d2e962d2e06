//! Legal floors (法定底线): values below which a promise may not go, as dated rows that a company can edit.
//!
//! Nothing here is a constant in code: the rows shipped in `data/legal-floors.csv` are a start, and whoever runs the
//! product may load others. A floor applies to listed products sold to consumers; between businesses the contract governs.

mod floors;
mod forbidden;
mod implied;
mod refund;
mod rhythm;
mod rows;
mod wording;

pub use floors::{Floor, families, floors_for, floors_for_consumers};
pub use forbidden::forbidden;
pub use implied::{Implied, implied, label};
pub use refund::{Deduction, Used, deduction};
pub use rows::{RowError, parse, shipped};
pub use wording::{Wording, source_name};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::words::words;

/// One dated row of the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LegalRow {
    /// Which rule.
    pub rule: LegalRule,
    /// The product family: `washing-machine`; `listed` for every listed product, `any` for every product.
    pub product: String,
    /// `whole_unit`, or a class of components.
    pub covers: String,
    /// The value.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "months:12"))]
    pub value: LegalValue,
    /// Where it is written.
    pub source: String,
    /// The first day it holds.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
    pub from: Date,
    /// The last day it holds; open when left out.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = Date))]
    pub to: Option<Date>,
    /// Whether it was read in a published text.
    pub status: LegalStatus,
}

words! {
    /// What a legal row rules.
    LegalRule {
        /// The least warranty term.
        Term = "term",
        /// Depreciation for each day used, when a refund is due.
        Depreciation = "depreciation",
        /// Days after receipt within which a faulty product may be returned.
        ReturnDays = "return-days",
        /// Days after receipt within which it may be exchanged.
        ExchangeDays = "exchange-days",
        /// Repairs after which an exchange is due.
        RepeatRepair = "repeat-repair",
        /// Days of repair after which an exchange is due.
        RepairDays = "repair-days",
        /// Days without parts after which an exchange is due.
        PartsDays = "parts-days",
        /// Months after the end of production in which parts are supplied.
        PartsSupply = "parts-supply",
        /// Days within which the same fault is a failed repair.
        SameFaultDays = "same-fault-days",
        /// Time under repair extends the term.
        RepairExtendsTerm = "repair-extends-term",
        /// Days after receipt in which any consumer may return faulty goods.
        ConsumerReturnDays = "consumer-return-days",
        /// Days within which a demand must be answered.
        ConsumerAnswerDays = "consumer-answer-days",
        /// Months in which the seller must prove that goods were sound.
        BurdenOfProof = "burden-of-proof",
        /// Days between two maintenances of a lift.
        LiftMaintenanceDays = "lift-maintenance-days",
        /// Arrival at a trapped person in a city.
        LiftTrappedCity = "lift-trapped-city",
        /// Arrival at a trapped person elsewhere.
        LiftTrappedElsewhere = "lift-trapped-elsewhere",
        /// Days within which a claim is answered.
        ClaimAnswerDays = "claim-answer-days",
        /// A measure of use that may end the term, at the least: 60 000 km.
        TermUsage = "term-usage",
        /// The term begins anew for what was given in exchange.
        ExchangeRestartsTerm = "exchange-restarts-term",
        /// Days after receipt within which goods bought at a distance are returned without a reason.
        DistanceReturnDays = "distance-return-days",
        /// Days within which farm machinery is repaired in the busy season, where the repair is easy.
        BusySeasonEasyDays = "busy-season-easy-days",
        /// Days within which farm machinery is repaired in the busy season, where the repair is hard.
        BusySeasonHardDays = "busy-season-hard-days",
        /// Days of repair after which a car is lent.
        LoanCarAfterDays = "loan-car-after-days",
        /// Heating and cooling seasons for which heating and cooling are repaired, at the least.
        SeasonTerm = "season-term",
        /// The term in which goods are exchanged or taken back, not only repaired.
        GuaranteeTerm = "guarantee-term",
        /// A measure of use that may end it, at the least: 50 000 km.
        GuaranteeUsage = "guarantee-usage",
        /// Days within which a grave failure entitles to an exchange or a return.
        SafetyDays = "safety-days",
        /// A measure of use that may end them: 3 000 km.
        SafetyUsage = "safety-usage",
        /// The least the use of a car returned is charged with, of its price for each 1 000 km.
        CompensationLeast = "use-compensation-least",
        /// The most.
        CompensationMost = "use-compensation-most",
        /// An exchange that is not possible becomes a refund without depreciation.
        RefundForExchange = "refund-for-exchange",
        /// Days from the return within which the price is paid back.
        RefundDays = "refund-days",
    }
}

impl LegalRule {
    /// Whether it binds whoever the customer is: the safety of lifts is not a matter between the parties.
    pub const fn binds_between_businesses(self) -> bool {
        matches!(
            self,
            Self::LiftMaintenanceDays | Self::LiftTrappedCity | Self::LiftTrappedElsewhere
        )
    }
}

words! {
    /// Whether a legal row was read in a published text.
    LegalStatus {
        /// It was.
        Confirmed = "confirmed",
        /// Widely stated: shown with 请核对 until somebody confirms it.
        ToVerify = "to_verify",
    }
}

/// The value of a legal row. Written as a limit (`months:12`, `natural-days:7`), `times:2`, `daily-bps:5`, `km:60000`,
/// `bps-per-1000-km:50` or `seasons:2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LegalValue {
    /// A period.
    Period(crate::time::Limit),
    /// A number of times.
    Times(u32),
    /// Basis points for each day.
    DailyBps(u32),
    /// Kilometres driven.
    Kilometres(u32),
    /// Basis points for each 1 000 km driven.
    BpsPer1000Km(u32),
    /// Heating or cooling seasons, as the place sets them.
    Seasons(u32),
}

/// Why a text is not the value of a legal row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is not a value: write a limit such as months:12 or natural-days:7, times:2, daily-bps:5, km:60000, bps-per-1000-km:50, or seasons:2"
)]
pub struct LegalValueError(String);

impl std::str::FromStr for LegalValue {
    type Err = LegalValueError;

    fn from_str(text: &str) -> Result<Self, LegalValueError> {
        let bad = || LegalValueError(text.chars().take(64).collect());
        let number = |digits: &str| {
            digits
                .parse::<u32>()
                .ok()
                .filter(|number| *number > 0)
                .ok_or_else(bad)
        };
        match text.split_once(':') {
            Some(("times", digits)) => number(digits).map(Self::Times),
            Some(("daily-bps", digits)) => number(digits).map(Self::DailyBps),
            Some(("km", digits)) => number(digits).map(Self::Kilometres),
            Some(("bps-per-1000-km", digits)) => number(digits).map(Self::BpsPer1000Km),
            Some(("seasons", digits)) => number(digits).map(Self::Seasons),
            _ => text.parse().map(Self::Period).map_err(|_| bad()),
        }
    }
}

impl std::fmt::Display for LegalValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Period(limit) => limit.fmt(f),
            Self::Times(times) => write!(f, "times:{times}"),
            Self::DailyBps(bps) => write!(f, "daily-bps:{bps}"),
            Self::Kilometres(km) => write!(f, "km:{km}"),
            Self::BpsPer1000Km(bps) => write!(f, "bps-per-1000-km:{bps}"),
            Self::Seasons(seasons) => write!(f, "seasons:{seasons}"),
        }
    }
}

impl Serialize for LegalValue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for LegalValue {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
