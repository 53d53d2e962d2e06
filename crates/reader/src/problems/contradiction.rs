//! Promises that cannot both be kept, or that name two values for one thing.

use super::{Docket, prices, scopes, short};
use crate::reading::{
    Clause, Condition, Duration, Milestone, Problem, ProblemKind, Settlement, Severity, Terms,
    TimeUnit,
};

/// Most contradictions listed of one sort; a plan with more has one cause for all of them.
pub(super) const MOST: usize = 20;

/// Clauses of one kind that are compared with each other; no plan of people has more.
pub(super) const COMPARED: usize = 1000;
/// Limits of one sort that are added up with each other.
pub(super) const ADDED: usize = 60;

/// One time limit, as far as contradictions look at it.
#[derive(Clone, Copy)]
pub(super) struct Limit<'a> {
    pub from: Milestone,
    pub to: Milestone,
    pub length: Duration,
    pub unit: TimeUnit,
    pub condition: &'a Condition,
}

pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    let limits = docket.clauses(|terms| match terms {
        Terms::TimeLimit {
            from,
            to,
            limit,
            unit,
            backwards: false,
            condition,
            ..
        } => Some(Limit {
            from: *from,
            to: *to,
            length: *limit,
            unit: *unit,
            condition,
        }),
        _ => None,
    });
    let mut found = pairs(&limits, two_limits);
    found.extend(pairs(&limits, out_of_order));
    found.extend(sums(&limits));
    found.extend(two_terms(docket));
    found.extend(prices::find(docket));
    found.extend(scopes::find(docket, &limits));
    found.extend(stock_and_order(docket));
    found
}

fn pairs<T: Copy>(
    items: &[(&Clause, T)],
    judge: impl Fn(T, T) -> Option<&'static str>,
) -> Vec<Problem> {
    let mut found = Vec::new();
    let items = &items[..items.len().min(COMPARED)];
    for (index, (first, one)) in items.iter().enumerate() {
        for (second, other) in &items[index + 1..] {
            if found.len() >= MOST {
                return found;
            }
            if let Some(says) = judge(*one, *other) {
                found.push(contradiction(
                    &[first, second],
                    says,
                    Settlement::StricterGoverns,
                ));
            }
        }
    }
    found
}

pub(super) fn contradiction(clauses: &[&Clause], says: &str, settlement: Settlement) -> Problem {
    let quotes: Vec<String> = clauses
        .iter()
        .map(|clause| format!("“{}”", short(&clause.quote)))
        .collect();
    Problem {
        severity: Severity::Hard,
        kind: ProblemKind::Contradiction,
        spans: clauses.iter().map(|clause| clause.span).collect(),
        says: format!("{says}：{}", quotes.join("与")),
        settlement,
    }
}

fn two_limits(one: Limit<'_>, other: Limit<'_>) -> Option<&'static str> {
    let same = one.from == other.from && one.to == other.to && one.condition.same(other.condition);
    let differ = one.length.minutes() != other.length.minutes() || one.unit != other.unit;
    (same && differ).then_some("同一时限有两个不同的数值")
}

/// Answering later than arriving, arriving later than having repaired.
fn out_of_order(one: Limit<'_>, other: Limit<'_>) -> Option<&'static str> {
    let rank = |to| match to {
        Milestone::Answered | Milestone::Acknowledged => Some(0),
        Milestone::OnSite => Some(1),
        Milestone::Repaired | Milestone::Restored => Some(2),
        _ => None,
    };
    let (early, late) = if rank(one.to)? < rank(other.to)? {
        (one, other)
    } else {
        (other, one)
    };
    let comparable = one.from == Milestone::Reported
        && other.from == Milestone::Reported
        && one.unit == other.unit
        && one.condition.same(other.condition);
    let reversed =
        rank(early.to)? < rank(late.to)? && early.length.minutes() > late.length.minutes();
    (comparable && reversed).then_some("前一步的时限比后一步还长")
}

/// Arrival plus repair after arrival is longer than the repair promised from the report.
fn sums(limits: &[(&Clause, Limit<'_>)]) -> Vec<Problem> {
    let mut found = summed(limits, Milestone::Repaired);
    found.extend(summed(limits, Milestone::Restored));
    found
}

fn summed(limits: &[(&Clause, Limit<'_>)], done: Milestone) -> Vec<Problem> {
    let of = |from, to| {
        limits
            .iter()
            .filter(move |(_, l)| l.from == from && l.to == to && l.unit == TimeUnit::Natural)
            .take(ADDED)
    };
    let mut found = Vec::new();
    for (whole_clause, whole) in of(Milestone::Reported, done) {
        for (arrival_clause, arrival) in of(Milestone::Reported, Milestone::OnSite) {
            for (repair_clause, repair) in of(Milestone::OnSite, done) {
                let one_case = whole.condition.same(arrival.condition)
                    && whole.condition.same(repair.condition);
                if one_case
                    && arrival.length.minutes() + repair.length.minutes() > whole.length.minutes()
                    && found.len() < MOST
                {
                    found.push(contradiction(
                        &[arrival_clause, repair_clause, whole_clause],
                        "到场时限加到场后修复时限超过了总修复时限",
                        Settlement::StricterGoverns,
                    ));
                }
            }
        }
    }
    found
}

fn two_terms(docket: &Docket<'_>) -> Vec<Problem> {
    let terms = docket.clauses(|terms| match terms {
        Terms::WarrantyTerm {
            term: Some(term),
            component,
            lifetime: false,
            ..
        } => Some((term.minutes(), component.as_deref())),
        _ => None,
    });
    // 12 months and 1 year are one term though 360 and 365 days are not.
    let differ = |one: u64, other: u64| one.abs_diff(other) * 50 > one.max(other);
    pairs(&terms, |one, other| {
        (one.1 == other.1 && differ(one.0, other.0)).then_some("同一对象有两个不同的质保期")
    })
    .into_iter()
    .map(|problem| Problem {
        settlement: Settlement::ContractGoverns,
        ..problem
    })
    .collect()
}

/// Words for parts that are bought only when one is needed.
const ORDERED: [&str; 19] = [
    "需订货", "订购后", "向厂家订", "按需采购", "现用现订", "临时采购", "向原厂订", "现订",
    "需向厂家采购", "需采购", "不设库存", "不备库存", "按需订购", "随用随购", "从厂家调货",
    "需从厂家", "订货后", "需要时订", "用时再",
];

/// A stocked pool beside parts ordered only when needed.
fn stock_and_order(docket: &Docket<'_>) -> Option<Problem> {
    let stocked = docket
        .plan
        .clauses
        .iter()
        .find(|clause| matches!(clause.terms, Terms::Parts { what: "stock", .. }))?;
    let ordered = docket.lines().find_map(|(start, end)| {
        let text = docket.page.clean.text(start, end);
        let at = ORDERED.iter().find_map(|word| text.find(word))?;
        let at = start + text[..at].chars().count();
        let phrase = |at: &usize| "，。；".contains(docket.page.clean.chars[*at]);
        let from = (start..at)
            .rev()
            .find(phrase)
            .map_or(start, |stop| stop + 1);
        Some(
            docket
                .page
                .quote(from, (at..end).find(phrase).unwrap_or(end)),
        )
    })?;
    let (words, span) = ordered;
    (!stocked.span.overlaps(span)).then(|| Problem {
        severity: Severity::Hard,
        kind: ProblemKind::Contradiction,
        spans: vec![stocked.span, span],
        says: format!(
            "既承诺常备备件，又需临时订购：“{}”与“{}”",
            short(&stocked.quote),
            short(&words)
        ),
        settlement: Settlement::DifferentScope,
    })
}
