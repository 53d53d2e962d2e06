//! Spare parts (备件): what is kept, for how long, at what price.

use serde::{Deserialize, Serialize};

use crate::money::BasisPoints;
use crate::plan::Asked;
use crate::plan::nothing_else::nothing_else;
use crate::words::words;

/// One rule about spare parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "rule", rename_all = "snake_case", deny_unknown_fields)]
pub enum Parts {
    /// A depot keeps stock of these, in this order of priority.
    Stocked {
        /// The kinds, the first to be stocked first.
        #[cfg_attr(feature = "schema", schema(min_items = 1))]
        kinds: Vec<StockKind>,
    },
    /// Each project has a pool of its own.
    #[serde(deserialize_with = "nothing_else")]
    ProjectPool,
    /// Parts are supplied for so many years.
    SuppliedFor {
        /// Years.
        #[cfg_attr(feature = "schema", schema(value_type = crate::plan::asked::AskedCount))]
        years: Asked<u32>,
        /// Counted from.
        from: SupplyStart,
    },
    /// Parts are supplied as long as the unit is designed to live.
    #[serde(deserialize_with = "nothing_else")]
    SuppliedForDesignLife,
    /// The end of production is announced ahead, with a compatible substitute.
    EndOfProductionNotice {
        /// Months ahead.
        #[cfg_attr(feature = "schema", schema(minimum = 1))]
        months: u32,
    },
    /// The next generation fits the present one.
    #[serde(deserialize_with = "nothing_else")]
    NextGenerationCompatible,
    /// The unit price is not above a reference.
    PriceCeiling {
        /// The reference.
        reference: PriceReference,
        /// How much of the reference, at most.
        #[cfg_attr(feature = "schema", schema(value_type = u32, minimum = 1))]
        at_most_bps: BasisPoints,
    },
    /// Only genuine parts.
    #[serde(deserialize_with = "nothing_else")]
    GenuineOnly,
    /// Ordered from the maker when needed.
    #[serde(deserialize_with = "nothing_else")]
    OrderedFromMaker,
    /// Where depots and stations stand is stated.
    LocationsStated {
        /// The statement.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        places: Asked<String>,
    },
}

words! {
    /// What is kept in stock.
    StockKind {
        /// Wear parts and consumables.
        WearParts = "wear_parts",
        /// Main parts.
        MainParts = "main_parts",
        /// Whole sets.
        Sets = "sets",
        /// Loaner units.
        Loaners = "loaners",
        /// What sells over the counter.
        Accessories = "accessories",
    }
}

words! {
    /// From when the years of supply are counted.
    SupplyStart {
        /// The sale.
        Sale = "sale",
        /// The end of production.
        EndOfProduction = "end_of_production",
    }
}

words! {
    /// What a price is compared with.
    PriceReference {
        /// The price of the tender.
        Tender = "tender",
        /// The usual price.
        Usual = "usual",
        /// The maker's list price.
        MakerList = "maker_list",
    }
}
