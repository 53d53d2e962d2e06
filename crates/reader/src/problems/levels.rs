//! Levels defined without a limit, and limits for levels nobody defined.

use std::collections::BTreeMap;

use super::Docket;
use super::gap::gap;
use crate::kinds::conditions::{self, Dimension};
use crate::reading::{Problem, Severity, Span, Terms};
use crate::words::periods::periods;

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
                format!("定义了“{name}”，但没有为它写明时限"),
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
                format!("写了“{name}”的时限，但没有写明什么情况算“{name}”"),
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
            ) {
                continue;
            }
            let defined = says_what(docket, (start, end), (named.start, named.end));
            if !defined && !is_numbered(&named.value) {
                continue;
            }
            let level = found.entry(stem(&named.value)).or_default();
            level
                .places
                .push(docket.page.clean.span(named.start, named.end));
            level.defined |= defined;
        }
    }
    found
}

/// 一级故障：全网中断, 重大故障指…, 一级（全校停水）, or a table cell beside one that says it.
fn says_what(docket: &Docket<'_>, line: (usize, usize), level: (usize, usize)) -> bool {
    const NOUN: usize = 6;
    const MEANING: usize = 4;
    // 紧急故障：停产 needs no more words than that.
    const SHORTEST: usize = 2;
    let page = docket.page;
    let chars = &page.clean.chars;
    let opens = (level.1..line.1.min(level.1 + NOUN))
        .find(|at| "：（指即\t".contains(chars[*at]) || chars[*at] == '，');
    let Some(at) = opens.filter(|at| chars[*at] != '，') else {
        return false;
    };
    let first = level.0 <= line.0 + MEANING
        || chars[level.0 - 1] == '\t'
        || "；。、".contains(chars[level.0 - 1])
        || chars[level.0 - 1] == '，' && "指即".contains(chars[at])
        || chars[at] == '（';
    let meaning = (at + 1..line.1)
        .take_while(|next| !"；。\t）".contains(chars[*next]))
        .count();
    let timed = periods(chars, at + 1, (at + 1 + meaning).min(line.1))
        .iter()
        .any(|period| period.start <= at + MEANING);
    let labelled = level.0 <= line.0 && chars[at] == '：';
    let least = if labelled { SHORTEST } else { MEANING };
    first && meaning >= least && !timed
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
        .map(|level| stem(level))
        .collect()
}

/// 重大故障 and 重大事件 are one level.
fn stem(level: &str) -> String {
    ["故障", "事件", "缺陷", "问题", "事故", "情况", "服务"]
        .iter()
        .find_map(|noun| level.strip_suffix(noun))
        .filter(|stem| stem.chars().count() >= 2)
        .unwrap_or(level)
        .to_owned()
}

/// 一级, P1, A类 — not 重大, which explains itself.
fn is_numbered(level: &str) -> bool {
    level.chars().count() == 2 && (level.ends_with(['级', '类']) || level.starts_with(['P', 'S']))
}
