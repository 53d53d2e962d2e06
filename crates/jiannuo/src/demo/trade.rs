//! What the trades of the story sell, to whom, and what breaks: data from `trades.toml`.

use app::agreements::AgreementKind;
use domain::plan::clauses::warranty::StartDate;
use domain::slug::{ComponentClass, LegalProduct, RegionKey, ServiceLevelId};
use serde::Deserialize;

use super::Outcome;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    catalogue: Vec<Goods>,
    trades: Vec<Trade>,
}

/// One trade: a built-in plan and the market it is for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Trade {
    pub(super) template: String,
    /// The kind of agreement it is sold under.
    pub(super) kind: AgreementKind,
    pub(super) products: Vec<Goods>,
    pub(super) customers: Vec<String>,
    pub(super) symptoms: Vec<String>,
    pub(super) places: Vec<String>,
    /// The start dates its papers usually show, in the order in which they come.
    pub(super) dates: Vec<StartDate>,
    #[serde(default)]
    pub(super) service_levels: Vec<ServiceLevelId>,
    #[serde(default)]
    pub(super) regions: Vec<RegionKey>,
}

/// A product on sale.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Goods {
    pub(super) model: String,
    pub(super) name: String,
    pub(super) family: String,
    #[serde(default)]
    pub(super) legal_product: Option<LegalProduct>,
    /// Classes of components with what they are called.
    #[serde(default)]
    pub(super) classes: Vec<(ComponentClass, String)>,
}

/// The trades in the order of their plans.
pub(super) fn trades() -> Outcome<Vec<Trade>> {
    Ok(story()?.trades)
}

/// What is only on the list of products.
pub(super) fn catalogue() -> Outcome<Vec<Goods>> {
    Ok(story()?.catalogue)
}

fn story() -> Outcome<Story> {
    toml::from_str(include_str!("trades.toml")).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trade_can_be_told() {
        let trades = trades().expect("the file reads");
        assert_eq!(trades.len(), 9, "the tenth plan promises nothing");
        for trade in trades {
            assert!(
                domain::plan::templates::template(&trade.template).is_some(),
                "{}",
                trade.template
            );
            for list in [&trade.customers, &trade.symptoms, &trade.places] {
                assert!(!list.is_empty(), "{}", trade.template);
            }
            assert!(
                !trade.products.is_empty() && !trade.dates.is_empty(),
                "{}",
                trade.template
            );
        }
    }
}
