//! 常用备件24小时内发货，特殊备件7个工作日内发货: two limits of one sort side by side hold for what each names, and do not contradict each other.

use crate::outline::Page;
use crate::reading::{Clause, Terms};
use crate::text::{Clean, is_han};
use crate::words::Concept;
use crate::words::periods::periods;

/// Characters of the text that may stand between two promises of one sentence.
const APART: usize = 3;
/// Shortest and longest words that name what a limit holds for.
const NAMES: std::ops::RangeInclusive<usize> = 2..=10;

/// Gives neighbouring limits that differ in nothing but their length the words before the length as their condition, where both have such words and these differ.
pub(super) fn tell_apart(page: &Page, clauses: &mut [Clause]) {
    let mut limits: Vec<&mut Clause> = clauses
        .iter_mut()
        .filter(|clause| matches!(clause.terms, Terms::TimeLimit { .. }))
        .collect();
    for at in 1..limits.len() {
        let (before, from_here) = limits.split_at_mut(at);
        let (Some(one), Some(other)) = (before.last_mut(), from_here.first_mut()) else {
            continue;
        };
        if !alike(one, other) {
            continue;
        }
        if let (Some(first), Some(second)) = (subject(page, one), subject(page, other))
            && first != second
        {
            name(one, first);
            name(other, second);
        }
    }
}

/// Two limits between the same steps under the same condition, of different length, one right behind the other.
fn alike(one: &Clause, other: &Clause) -> bool {
    let near = other.span.0 >= one.span.1 && other.span.0 - one.span.1 <= APART;
    match (&one.terms, &other.terms) {
        (
            Terms::TimeLimit {
                from,
                to,
                limit,
                condition,
                ..
            },
            Terms::TimeLimit {
                from: from_other,
                to: to_other,
                limit: limit_other,
                condition: condition_other,
                ..
            },
        ) => {
            let steps = from == from_other && to == to_other;
            // A third limit of the row stands beside a second that is named already.
            let mut unnamed = condition.clone();
            unnamed.other.clone_from(&condition_other.other);
            near && steps && limit != limit_other && unnamed == *condition_other
        }
        _ => false,
    }
}

/// The words before the length, if they name a thing or a sort of case.
fn subject(page: &Page, clause: &Clause) -> Option<String> {
    if let Terms::TimeLimit { condition, .. } = &clause.terms
        && let Some(named) = &condition.other
    {
        return Some(named.clone());
    }
    let original = &page.original[clause.span.0..clause.span.1];
    let clean = Clean::of(original);
    let period = periods(&clean.chars, 0, clean.chars.len())
        .into_iter()
        .next()?;
    let words: String = clean.chars[..period.start].iter().collect();
    let words = words.trim_end_matches(['在', '于', '应', '须', '需', '的', '为', '：', ' ']);
    let named = Page::of(words);
    // 维修人员4小时到场: who comes says nothing about when it holds; nor does what the clock starts from.
    let acts = named.tokens_in(0, usize::MAX).iter().any(|token| {
        [
            Concept::Staff,
            Concept::Supplier,
            Concept::Customer,
            Concept::Receive,
            Concept::After,
            Concept::Within,
        ]
        .into_iter()
        .any(|concept| token.is(concept))
    });
    let plain = words
        .chars()
        .all(|c| is_han(c) || c.is_ascii_alphanumeric());
    (plain && !acts && NAMES.contains(&words.chars().count())).then(|| words.to_owned())
}

fn name(clause: &mut Clause, words: String) {
    if let Terms::TimeLimit { condition, .. } = &mut clause.terms {
        condition.other.get_or_insert(words);
    }
}
