//! Two lengths of one term: 自验收合格之日起24个月或自出厂之日起30个月，以先到者为准.

use crate::outline::Page;
use crate::reading::{Clause, OtherTerm, Span, Terms, Unit, Whichever};
use crate::words::periods::{Period, periods};

use super::warranty_start;

/// Most characters between the two.
const APART: usize = 40;
/// Most characters behind them up to the words that tell which counts.
const BEHIND: usize = 24;

/// Words for the one that ends first, and for the one that ends last.
const FIRST: [&str; 12] = [
    "先到", "先达", "先届满", "先满", "先终止", "孰先", "孰早", "较早", "在先", "早到",
    "whichever", "earlier",
];
const LAST: [&str; 10] = [
    "后到", "后达", "后届满", "孰后", "孰晚", "较晚", "较迟", "在后", "later", "latest",
];
/// 但最长不超过自出厂之日起30个月: what ends a term whatever else is said.
const CAPS: [&str; 6] = ["不超过", "不得超过", "最长", "最迟", "最晚", "not exceed"];

/// Tells each term the second length that stands beside it, if the words say which of the two counts. The other one stays
/// a clause of its own, within the span of both.
pub(super) fn tell(page: &Page, clauses: &mut [Clause]) {
    let terms: Vec<usize> = (0..clauses.len())
        .filter(|at| {
            matches!(
                clauses[*at].terms,
                Terms::WarrantyTerm { term: Some(_), .. }
            )
        })
        .collect();
    let mut taken = None;
    for (position, at) in terms.iter().enumerate() {
        if taken == Some(*at) {
            continue;
        }
        let next = terms.get(position + 1).copied();
        let found = within(page, &clauses[*at]).or_else(|| {
            let found = beside(page, &clauses[*at], &clauses[next?]);
            taken = next.filter(|_| found.is_some()).or(taken);
            found
        });
        if let Terms::WarrantyTerm { or_term, .. } = &mut clauses[*at].terms {
            *or_term = found;
        }
    }
}

/// Both lengths in one clause: the words behind 或 hold the second.
fn within(page: &Page, clause: &Clause) -> Option<OtherTerm> {
    let Terms::WarrantyTerm {
        or_usage: Some(_), ..
    } = &clause.terms
    else {
        return None;
    };
    let (start, end) = clean(page, clause.span);
    let lengths = periods(&page.clean.chars, start, end);
    let mut lengths = lengths.iter().filter(|period| is_term(period));
    let (first, second) = (lengths.next()?, lengths.next()?);
    let behind = page.clean.text(second.end, tail(page, end));
    let whichever = told(page.clean.text(first.end, second.start), behind)?;
    Some(other(page, (start, first.end), second, whichever))
}

/// The lengths in two clauses, one behind the other, of one thing.
fn beside(page: &Page, one: &Clause, other_one: &Clause) -> Option<OtherTerm> {
    let (
        Terms::WarrantyTerm { component, .. },
        Terms::WarrantyTerm {
            component: other_component,
            or_usage: None,
            ..
        },
    ) = (&one.terms, &other_one.terms)
    else {
        return None;
    };
    if other_component.is_some() && component != other_component {
        return None;
    }
    let ((start, end), (next, next_end)) = (clean(page, one.span), clean(page, other_one.span));
    if next < end || next - end > APART {
        return None;
    }
    let lengths = periods(&page.clean.chars, next, next_end);
    let second = lengths.iter().find(|period| is_term(period))?;
    let between = page.clean.text(end, second.start);
    let dated = |from, to| !warranty_start::proposed(page, from, to).is_empty();
    let joined = between.contains('或')
        || between.to_lowercase().contains("or ")
        || dated(start, end) && dated(end, next_end);
    let whichever = told(between, page.clean.text(second.end, tail(page, next_end)))
        .filter(|_| joined || CAPS.iter().any(|word| between.contains(word)))?;
    Some(other(page, (start, end), second, whichever))
}

/// The second length with its days and the words of both.
fn other(
    page: &Page,
    (start, first_end): (usize, usize),
    second: &Period,
    whichever: Whichever,
) -> OtherTerm {
    let (quote, span) = page.quote(start, tail(page, second.end));
    OtherTerm {
        term: second.high,
        starts_from: warranty_start::proposed(page, first_end, second.end),
        whichever,
        quote,
        span,
    }
}

/// Which of the two counts, by the words between and behind them.
fn told(between: &str, behind: &str) -> Option<Whichever> {
    let behind = behind.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| behind.contains(word));
    // Whichever is later: both lists see it.
    if says(&LAST) {
        return Some(Whichever::Last);
    }
    let capped = CAPS
        .iter()
        .any(|word| between.to_lowercase().contains(word));
    (says(&FIRST) || capped).then_some(Whichever::First)
}

/// Where the words behind a length end that may tell which counts: within the line and one sentence more.
fn tail(page: &Page, end: usize) -> usize {
    let mut stops = 0;
    let chars = &page.clean.chars;
    (end..chars.len().min(end + BEHIND))
        .find(|at| {
            stops += usize::from("。；;.".contains(chars[*at]));
            chars[*at] == '\n' || stops > 1
        })
        .unwrap_or(chars.len().min(end + BEHIND))
}

fn is_term(period: &Period) -> bool {
    matches!(period.high.unit, Unit::Day | Unit::Month | Unit::Year)
}

fn clean(page: &Page, span: Span) -> (usize, usize) {
    (page.clean.position(span.0), page.clean.position(span.1))
}
