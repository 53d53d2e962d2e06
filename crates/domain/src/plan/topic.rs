//! What matter a promise settles: a company's default holds only where the plan says nothing on the same matter.

use super::Promise;
use super::clauses::fee::Fee;
use super::clauses::parts::Parts;
use super::clauses::warranty::Covered;
use super::node::node;

/// The matter of a promise, as a word that two promises on the same matter share.
pub fn topic(promise: &Promise) -> String {
    let kind = promise.kind();
    let matter = match promise {
        Promise::TimeLimit(limit) => format!("{}>{}", limit.from, limit.to),
        Promise::WarrantyTerm(warranty) => match &warranty.covers {
            Covered::WholeUnit { .. } => "whole_unit".to_owned(),
            Covered::Component { class } => format!("component:{class}"),
            Covered::Software => "software".to_owned(),
        },
        Promise::Coverage(coverage) => {
            format!("{}:{}", coverage.subject, joined(&coverage.standing))
        }
        Promise::Remedy(remedy) => tag(&remedy.trigger),
        Promise::RecurringDuty(duty) => duty.what.to_string(),
        Promise::Parts(parts) => rule_of_parts(parts).to_owned(),
        Promise::Fee(fee) => rule_of_fee(fee).to_owned(),
        Promise::Conduct(conduct) => conduct.stage.to_string(),
        Promise::Document(document) => document.document.to_string(),
        Promise::Channel(attendance) => attendance.channel.to_string(),
        Promise::Training(training) => training.audience.clone(),
        Promise::Delivery(_) | Promise::Procedure(_) => String::new(),
    };
    format!("{kind}:{matter}")
}

fn joined<T: std::fmt::Display>(list: &[T]) -> String {
    list.iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("+")
}

fn tag<T: serde::Serialize>(value: &T) -> String {
    node(value).map(|node| node.to_string()).unwrap_or_default()
}

const fn rule_of_parts(parts: &Parts) -> &'static str {
    match parts {
        Parts::Stocked { .. } => "stocked",
        Parts::ProjectPool => "project_pool",
        Parts::SuppliedFor { .. } | Parts::SuppliedForDesignLife => "supplied_for",
        Parts::EndOfProductionNotice { .. } => "end_of_production_notice",
        Parts::NextGenerationCompatible => "next_generation_compatible",
        Parts::PriceCeiling { .. } => "price_ceiling",
        Parts::GenuineOnly => "genuine_only",
        Parts::OrderedFromMaker => "ordered_from_maker",
        Parts::LocationsStated { .. } => "locations_stated",
    }
}

const fn rule_of_fee(fee: &Fee) -> &'static str {
    match fee {
        Fee::PercentOfContract { .. } => "percent_of_contract",
        Fee::PersonDay { .. } => "person_day",
        Fee::CallOut { .. } => "call_out",
        Fee::PriceList { .. } => "price_list",
        Fee::PartsAtCost => "parts_at_cost",
        Fee::AtCost => "at_cost",
        Fee::ByQuote => "by_quote",
        Fee::Stated { .. } => "stated",
    }
}
