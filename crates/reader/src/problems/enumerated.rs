//! Regions, service levels and kinds of fault that a plan lists, with limits for some of them only.

use super::Docket;
use super::finding::Finding;
use super::gap::gap;
use crate::kinds::conditions::{self, Dimension};
use crate::reading::{Condition, Milestone, Problem, Severity, Span, Terms};

/// Words that announce a list of all there is.
const LISTS: [&str; 10] = [
    "分为", "划分为", "分成", "分作", "区分为", "包括", "等级：", "级别：", "区域：", "个区域",
];
/// Values that stand for whatever is not named.
const REST: [&str; 6] = ["其他", "其它", "其余", "以外", "以上", "外地"];

/// Values of one dimension that a line lists one after the other.
struct List {
    dimension: Dimension,
    values: Vec<(String, Span)>,
}

/// Each listed value no limit speaks of though the others have one.
pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    let limits = docket.clauses(|terms| match terms {
        Terms::TimeLimit {
            from,
            to,
            condition,
            ..
        } => Some((*from, *to, condition)),
        _ => None,
    });
    let limits: Vec<Limit<'_>> = limits.into_iter().map(|(_, limit)| limit).collect();
    let mut found = Vec::new();
    for list in lists(docket) {
        for (value, span) in &list.values {
            if is_left_out(&list, value, &limits) {
                found.push(gap(
                    Severity::Hard,
                    vec![*span],
                    &Finding::ListedWithoutLimit(value.clone()),
                ));
            }
        }
    }
    found
}

type Limit<'a> = (Milestone, Milestone, &'a Condition);

/// Whether some step has a limit for another value of the list, and none that holds for this one.
fn is_left_out(list: &List, value: &str, limits: &[Limit<'_>]) -> bool {
    let of = |condition: &Condition| match list.dimension {
        Dimension::Region => condition.region.clone(),
        Dimension::ServiceLevel => condition.service_level.clone(),
        Dimension::FaultLevel => condition.fault_level.clone(),
        _ => None,
    };
    let speaks = |stated: &str, name: &str| stated.contains(name) || name.contains(stated);
    let graded: Vec<&Limit<'_>> = limits
        .iter()
        .filter(|(_, _, condition)| {
            of(condition)
                .is_some_and(|stated| list.values.iter().any(|(name, _)| speaks(&stated, name)))
        })
        .collect();
    let holds = |(from, to, condition): &Limit<'_>| match of(condition) {
        None => graded
            .iter()
            .any(|(first, last, _)| (first, last) == (from, to)),
        Some(stated) => speaks(&stated, value) || REST.iter().any(|rest| stated.contains(rest)),
    };
    !graded.is_empty() && !limits.iter().any(holds)
}

fn lists(docket: &Docket<'_>) -> Vec<List> {
    let mut found: Vec<List> = Vec::new();
    for (start, end) in docket.lines() {
        let text = docket.page.clean.text(start, end);
        if !LISTS.iter().any(|word| text.contains(word)) {
            continue;
        }
        // Numbered levels are judged where they are defined.
        for dimension in [Dimension::Region, Dimension::ServiceLevel] {
            let named: Vec<_> = conditions::named(docket.page, start, end)
                .into_iter()
                .filter(|named| named.dimension == dimension)
                .collect();
            let in_a_row = named.windows(2).all(|pair| {
                let between = docket.page.clean.slice(pair[0].end, pair[1].start);
                between.len() <= 4 && between.iter().any(|char| "、和及与，或".contains(*char))
            });
            if named.len() >= 2 && in_a_row {
                let values = named.iter().map(|named| {
                    (
                        named.value.clone(),
                        docket.page.clean.span(named.start, named.end),
                    )
                });
                found.push(List {
                    dimension,
                    values: values.collect(),
                });
            }
        }
    }
    found
}
