//! Levels defined without a limit, and limits for levels nobody defined.

use std::collections::BTreeMap;

use super::Docket;
use super::finding::Finding;
use super::gap::gap;
use crate::kinds::conditions::{self, Dimension};
use crate::levels::definition::stated;
use crate::levels::{goes_by, is_count, stem};
use crate::reading::{Problem, Severity, Span, Terms};

/// Where a level is named: its places, and whether one of them says what it means.
#[derive(Default)]
struct Level {
    places: Vec<Span>,
    defined: bool,
}

/// The gaps between levels and limits.
pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    let levels = levels(docket);
    let limited = limited(docket);
    let several = levels.len() >= 2;
    let mut without: Vec<Problem> = levels
        .iter()
        .filter(|(name, level)| {
            several && (level.defined || is_numbered(name)) && !limited.contains(name)
        })
        .map(|(name, level)| {
            gap(
                Severity::Hard,
                level.places.iter().copied().take(2).collect(),
                &Finding::LevelWithoutLimit(name.clone()),
            )
        })
        .collect();
    if limited.is_empty() {
        // A plan that grades nothing by time lacks one thing, not one per level.
        without.truncate(3);
    }
    let nobody = levels.values().all(|level| !level.defined);
    let undefined = levels
        .iter()
        .filter(|(name, _)| nobody && is_numbered(name) && limited.contains(name))
        .map(|(name, level)| {
            gap(
                Severity::Soft,
                level.places.iter().copied().take(1).collect(),
                &Finding::LevelNotTold(name.clone()),
            )
        });
    without.extend(undefined);
    without
}

fn levels(docket: &Docket<'_>) -> BTreeMap<String, Level> {
    let mut found: BTreeMap<String, Level> = BTreeMap::new();
    for (start, end) in docket.lines() {
        for named in conditions::named(docket.page, start, end) {
            if !matches!(
                named.dimension,
                Dimension::FaultLevel | Dimension::ServiceLevel
            ) || is_count(docket.page, named.start)
            {
                continue;
            }
            let defined = stated(docket.page, (start, end), (named.start, named.end)).is_some();
            if !defined && !is_numbered(&named.value) {
                continue;
            }
            let level = found.entry(name(docket, &named.value)).or_default();
            level
                .places
                .push(docket.page.clean.span(named.start, named.end));
            level.defined |= defined;
        }
    }
    found
}

fn limited(docket: &Docket<'_>) -> Vec<String> {
    docket
        .plan
        .clauses
        .iter()
        .filter_map(|clause| match &clause.terms {
            Terms::TimeLimit { condition, .. } => {
                Some([&condition.fault_level, &condition.service_level])
            }
            _ => None,
        })
        .flatten()
        .flatten()
        .map(|level| name(docket, level))
        .collect()
}

/// One level by one name: 重大故障 and 重大事件, and what the plan says to be another word for it.
fn name(docket: &Docket<'_>, word: &str) -> String {
    let defined = docket.plan.levels.iter().find(|level| goes_by(level, word));
    stem(defined.map_or(word, |level| &level.name)).to_owned()
}

/// 一级, P1, A类 — not 重大, which explains itself.
fn is_numbered(level: &str) -> bool {
    level.chars().count() == 2 && (level.ends_with(['级', '类']) || level.starts_with(['P', 'S']))
}
