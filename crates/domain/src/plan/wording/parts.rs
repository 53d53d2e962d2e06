//! Spare parts.

use super::quantity::{share_in_words, stated};
use crate::money::BasisPoints;
use crate::plan::clauses::parts::{Parts, PriceReference, StockKind, SupplyStart};

/// The sentence of a rule on parts.
pub(super) fn sentences(opening: &str, parts: &Parts) -> Vec<String> {
    vec![format!("{opening}{}。", rule(parts))]
}

/// The rule without its full stop, for the list of parts as well.
pub(super) fn rule(parts: &Parts) -> String {
    match parts {
        Parts::Stocked { kinds } => {
            let kinds: Vec<&str> = kinds.iter().map(|kind| stock(*kind)).collect();
            format!("我方备件库常备{}", kinds.join("、"))
        }
        Parts::ProjectPool => "我方为每个项目单独储备备件".to_owned(),
        Parts::SuppliedFor { years, from } => {
            let years = stated(years, ToString::to_string);
            match from {
                SupplyStart::Sale => format!("我方自售出之日起至少供应备件{years}年"),
                SupplyStart::EndOfProduction => format!("产品停产后，我方继续供应备件{years}年"),
            }
        }
        Parts::SuppliedForDesignLife => "我方在产品设计寿命内持续供应备件".to_owned(),
        Parts::EndOfProductionNotice { months } => {
            format!("产品停产的，我方提供兼容的替代备件，并提前{months}个月告知")
        }
        Parts::NextGenerationCompatible => "我方保证下一代产品的备件与现有产品兼容".to_owned(),
        Parts::PriceCeiling {
            reference,
            at_most_bps,
        } => {
            let reference = self::reference(*reference);
            let share = if *at_most_bps == BasisPoints::WHOLE {
                String::new()
            } else {
                format!("的{}", share_in_words(*at_most_bps))
            };
            format!("备件单价不高于{reference}{share}")
        }
        Parts::GenuineOnly => "我方只使用原厂备件".to_owned(),
        Parts::OrderedFromMaker => "库存没有的备件，我方向原厂订购供应".to_owned(),
        Parts::LocationsStated { places } => {
            format!("我方备件库设在{}", stated(places, Clone::clone))
        }
    }
}

pub(super) const fn stock(kind: StockKind) -> &'static str {
    match kind {
        StockKind::WearParts => "易损件",
        StockKind::MainParts => "主要零部件",
        StockKind::Sets => "成套备件",
        StockKind::Loaners => "备用机",
        StockKind::Accessories => "配件",
    }
}

pub(super) const fn reference(reference: PriceReference) -> &'static str {
    match reference {
        PriceReference::Tender => "投标价",
        PriceReference::Usual => "通常价格",
        PriceReference::MakerList => "原厂价目表价格",
    }
}
