//! Promises that cannot both be kept, or that name two values for one thing.

use super::finding::{Conflict, Finding};
use super::things::things_apart;
use super::{Docket, prices, scopes, short, stock};
use crate::reading::{
    Clause, Condition, Duration, Milestone, OtherTerm, Problem, Settlement, Severity, Span, Terms,
    TimeUnit,
};
use crate::text::Clean;
use crate::words::periods::periods;

/// Most contradictions listed of one sort; a plan with more has one cause for all of them.
pub(super) const MOST: usize = 20;

/// Clauses of one kind that are compared with each other; no plan of people has more.
pub(super) const COMPARED: usize = 400;
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
    let mut found = pairs(docket, &limits, two_limits);
    found.retain(|problem| !are_steps(docket, &problem.spans));
    found.extend(pairs(docket, &limits, out_of_order));
    found.extend(sums(docket, &limits));
    found.extend(two_terms(docket));
    found.extend(prices::find(docket));
    found.extend(scopes::find(docket, &limits));
    found.extend(stock::find(docket));
    found
}

fn pairs<T: Copy>(
    docket: &Docket<'_>,
    items: &[(&Clause, T)],
    judge: impl Fn(T, T) -> Option<Conflict>,
) -> Vec<Problem> {
    let mut found = Vec::new();
    let items = &items[..items.len().min(COMPARED)];
    for (index, (first, one)) in items.iter().enumerate() {
        for (second, other) in &items[index + 1..] {
            if found.len() >= MOST {
                return found;
            }
            if let Some(conflict) = judge(*one, *other)
                && !things_apart(docket, first, second)
            {
                found.push(contradiction(
                    &[first, second],
                    conflict,
                    Settlement::StricterGoverns,
                ));
            }
        }
    }
    found
}

pub(super) fn contradiction(
    clauses: &[&Clause],
    conflict: Conflict,
    settlement: Settlement,
) -> Problem {
    let quotes = clauses.iter().map(|clause| short(&clause.quote)).collect();
    let spans = clauses.iter().map(|clause| clause.span).collect();
    Finding::Conflict(conflict, quotes).problem(Severity::Hard, spans, settlement)
}

fn two_limits(one: Limit<'_>, other: Limit<'_>) -> Option<Conflict> {
    let same = one.from == other.from && one.to == other.to && one.condition.same(other.condition);
    let differ = one.length.minutes() != other.length.minutes() || one.unit != other.unit;
    (same && differ).then_some(Conflict::Limits)
}

/// 10分钟内口头报告，2小时内书面报告，3日内提交调查报告: whoever names several times for several things in one breath means several steps. 工程师2小时内到场，维修人员4小时内到场
/// is one thing twice.
fn are_steps(docket: &Docket<'_>, spans: &[Span]) -> bool {
    const NEAR: usize = 40;
    let [one, other] = spans else {
        return false;
    };
    let (from, to) = (one.1.min(other.1), other.0.max(one.0));
    let between = docket.page.original.get(from..to).unwrap_or_default();
    let one_breath = between.len() <= NEAR && !between.iter().any(|c| "。；;\n\t|".contains(*c));
    let (first, second) = (done(docket, *one), done(docket, *other));
    one_breath && first != second && !first.is_empty() && !second.is_empty()
}

/// What is done within the length of a limit: the words behind it.
fn done(docket: &Docket<'_>, span: Span) -> String {
    let words = docket.page.original.get(span.0..span.1);
    let words = Clean::of(words.unwrap_or_default());
    let length = periods(&words.chars, 0, words.chars.len())
        .into_iter()
        .next();
    let from = length.map_or(words.chars.len(), |length| length.end);
    let behind: String = words.chars[from..].iter().collect();
    behind
        .trim_start_matches(['以', '之', '内', '前'])
        .to_owned()
}

/// 当日 ends with the day, which is the latest it can mean.
fn at_most(length: Duration) -> u64 {
    const DAY: u64 = 24 * 60;
    match length.minutes() {
        0 => DAY,
        minutes => minutes,
    }
}

/// Answering later than arriving, arriving later than having repaired.
fn out_of_order(one: Limit<'_>, other: Limit<'_>) -> Option<Conflict> {
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
        rank(early.to)? < rank(late.to)? && early.length.minutes() > at_most(late.length);
    (comparable && reversed).then_some(Conflict::Order)
}

/// Arrival plus repair after arrival is longer than the repair promised from the report.
fn sums(docket: &Docket<'_>, limits: &[(&Clause, Limit<'_>)]) -> Vec<Problem> {
    let mut found = summed(docket, limits, Milestone::Repaired);
    found.extend(summed(docket, limits, Milestone::Restored));
    found
}

fn summed(docket: &Docket<'_>, limits: &[(&Clause, Limit<'_>)], done: Milestone) -> Vec<Problem> {
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
                    && arrival.length.minutes() + repair.length.minutes() > at_most(whole.length)
                    && found.len() < MOST
                    && !things_apart(docket, arrival_clause, whole_clause)
                    && !things_apart(docket, repair_clause, whole_clause)
                {
                    found.push(contradiction(
                        &[arrival_clause, repair_clause, whole_clause],
                        Conflict::Sum,
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
            or_term,
            ..
        } => Some((
            term.minutes(),
            component.as_deref().filter(|name| !is_whole(name)),
            or_term.as_ref(),
        )),
        _ => None,
    });
    let terms: Vec<(&Clause, Term<'_>)> = terms
        .into_iter()
        .filter(|(clause, _)| !clause.warrants_a_repair())
        .map(|(clause, (minutes, component, or_term))| {
            let term = Term {
                minutes,
                component,
                second: or_term,
                quote: clause.quote.as_str(),
                span: clause.span,
            };
            (clause, term)
        })
        .collect();
    // 12 months and 1 year are one term though 360 and 365 days are not.
    let differ = |one: u64, other: u64| one.abs_diff(other) * 50 > one.max(other);
    pairs(docket, &terms, |one, other| {
        (one.speaks_of_what(other) && differ(one.minutes, other.minutes) && !one.goes_with(other))
            .then_some(Conflict::Terms)
    })
    .into_iter()
    .map(|problem| Problem {
        settlement: Settlement::ContractGoverns,
        ..problem
    })
    .collect()
}

/// One warranty term, as far as contradictions look at it.
#[derive(Clone, Copy)]
struct Term<'a> {
    minutes: u64,
    component: Option<&'a str>,
    second: Option<&'a OtherTerm>,
    quote: &'a str,
    span: Span,
}

impl Term<'_> {
    /// Whether the other is the second limit of this term, which the words say how to choose from.
    fn goes_with(&self, other: Self) -> bool {
        self.second
            .is_some_and(|second| second.span.0 <= other.span.0 && other.span.1 <= second.span.1)
    }

    /// Whether both speak of one thing: 系统软件 and the 软件 a sentence begins with are one.
    fn speaks_of_what(&self, other: Self) -> bool {
        const SHORTEST: usize = 2;
        let begins = |quote: &str, component: &str| {
            (0..component.chars().count().saturating_sub(SHORTEST - 1)).any(|skipped| {
                let tail: String = component.chars().skip(skipped).collect();
                quote.starts_with(&tail)
            })
        };
        match (self.component, other.component) {
            (None, Some(component)) => begins(self.quote, component),
            (Some(component), None) => begins(other.quote, component),
            (one, other) => one == other,
        }
    }
}

/// Names for the whole of what is sold, and labels that name nothing.
fn is_whole(name: &str) -> bool {
    const WHOLE: [&str; 12] = [
        "设备", "产品", "工程", "货物", "系统", "整机", "项目", "备注", "说明", "附则", "其他",
        "承诺",
    ];
    const BEFORE: [&str; 10] = [
        "所投", "投标", "所有", "全部", "本", "该", "所供", "所售", "提供的", "的",
    ];
    let mut bare = name.to_owned();
    for word in BEFORE {
        bare = bare.replace(word, "");
    }
    WHOLE.contains(&bare.as_str())
}
