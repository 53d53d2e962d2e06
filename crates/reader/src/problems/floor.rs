//! Terms below the legal floor for the product.

use std::sync::LazyLock;

use serde::Deserialize;

use super::finding::Finding;
use super::{Docket, short};
use crate::reading::{Clause, Problem, Settlement, Severity, Terms};
use crate::words::periods::periods;

const TABLE: &str = include_str!("../../data/floors.toml");

/// Words that tell a contract between businesses from a promise to consumers.
const BUSINESS: [&str; 6] = ["采购人", "招标", "投标", "甲方", "乙方", "采购方"];

#[derive(Deserialize)]
struct Table {
    floor: Vec<Floor>,
}

/// One dated row of `data/floors.toml`.
#[derive(Deserialize)]
struct Floor {
    rule: String,
    products: Vec<String>,
    /// Main parts the row speaks of; a row without them speaks of the whole unit.
    #[serde(default)]
    components: Vec<String>,
    term: Option<String>,
    seasons: Option<u64>,
    source: String,
    effective_from: String,
    status: String,
}

static FLOORS: LazyLock<Vec<Floor>> = LazyLock::new(|| {
    let table: Table = toml::from_str(TABLE).expect("the table of floors is well-formed TOML");
    table.floor
});

pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    docket
        .plan
        .clauses
        .iter()
        .filter_map(|clause| below(docket, clause))
        .collect()
}

fn below(docket: &Docket<'_>, clause: &Clause) -> Option<Problem> {
    let Terms::WarrantyTerm {
        term,
        seasons,
        lifetime: false,
        component,
        ..
    } = &clause.terms
    else {
        return None;
    };
    if clause.warrants_a_repair() {
        return None;
    }
    let subject = component.as_deref().unwrap_or(&docket.plan.title);
    let part = |floor: &Floor| {
        component.as_ref().is_some_and(|name| {
            floor
                .components
                .iter()
                .any(|own| name.contains(own.as_str()))
        })
    };
    let named = |floor: &&Floor| {
        floor.products.iter().any(|product| {
            subject.contains(product.as_str())
                || clause.quote.contains(product.as_str())
                || part(floor) && docket.plan.title.contains(product.as_str())
        }) && (floor.components.is_empty() || part(floor))
    };
    let floor = FLOORS
        .iter()
        .filter(named)
        .max_by_key(|floor| part(floor))?;
    let three_guarantees = floor.rule.starts_with("three_guarantees");
    let (start, end) = (docket.plan.span.0, docket.plan.span.1);
    let text: String = docket.page.original[start..end].iter().collect();
    if three_guarantees
        && (component
            .as_deref()
            .is_some_and(|name| !is_product(floor, name))
            && !part(floor)
            || BUSINESS.iter().any(|word| text.contains(word)))
    {
        return None;
    }
    let short_term = match (term, &floor.term) {
        (Some(term), Some(least)) => {
            minutes(least).is_some_and(|least| term.minutes() * 50 < least * 49)
        }
        (Some(term), None) => floor
            .seasons
            .is_some_and(|seasons| term.minutes() < seasons * 365 * 1440),
        _ => false,
    };
    let short_seasons =
        matches!((seasons, floor.seasons), (Some(seasons), Some(least)) if *seasons < least);
    (short_term || short_seasons).then(|| {
        let below = Finding::BelowFloor {
            quote: short(&clause.quote),
            law: floor.source.clone(),
            from: floor.effective_from.clone(),
            confirmed: floor.status == "confirmed",
        };
        below.problem(Severity::Law, vec![clause.span], Settlement::LawGoverns)
    })
}

/// 手机整机保修六个月 names the product itself, not a part of it.
fn is_product(floor: &Floor, name: &str) -> bool {
    const SHORTEST: usize = 2;
    let bare = ["整机", "整车"]
        .iter()
        .find_map(|whole| name.strip_suffix(whole))
        .unwrap_or(name);
    floor.products.iter().any(|product| {
        bare.ends_with(product.as_str())
            || bare.chars().count() >= SHORTEST && product.ends_with(bare)
    })
}

/// Minutes of a floor written as P1Y, P24M or P30D.
fn minutes(iso: &str) -> Option<u64> {
    let written = iso.strip_prefix('P')?;
    let unit = match written.chars().last()? {
        'Y' => "年",
        'M' => "个月",
        _ => "天",
    };
    let chars: Vec<char> = format!("{}{unit}", &written[..written.len() - 1])
        .chars()
        .collect();
    periods(&chars, 0, chars.len())
        .first()
        .map(|period| period.high.minutes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_states_a_floor_and_its_source() {
        for floor in FLOORS.iter() {
            let stated = floor.seasons.is_some()
                || floor
                    .term
                    .as_deref()
                    .is_some_and(|term| minutes(term).is_some());
            assert!(
                stated && !floor.source.is_empty() && !floor.products.is_empty(),
                "{}",
                floor.rule
            );
            assert!(
                matches!(floor.status.as_str(), "confirmed" | "to_verify"),
                "{}",
                floor.rule
            );
        }
    }
}
