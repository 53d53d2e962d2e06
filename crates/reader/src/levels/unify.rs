//! One level by one name: what is promised for 系统瘫痪 is promised for P1级（系统瘫痪）.

use crate::outline::Page;
use crate::reading::{Clause, Condition, Level, Terms};

use super::{goes_by, stem};

/// Shortest word for a level that is looked for among other words.
const SHORTEST: usize = 4;
/// Most characters of a sentence looked at before a limit.
const BEFORE: usize = 40;

/// Gives each clause the level by the name it was defined with, and where nothing defines it, by the name it was given first.
pub(crate) fn unify(page: &Page, clauses: &mut [Clause], levels: &[Level]) {
    let mut names: Vec<String> = Vec::new();
    for clause in clauses {
        let span = clause.span;
        let (Terms::TimeLimit { condition, .. } | Terms::Coverage { condition, .. }) =
            &mut clause.terms
        else {
            continue;
        };
        if condition.fault_level.is_none() {
            told_in_words(page, span.0, span.1, condition, levels);
        }
        let Some(word) = &mut condition.fault_level else {
            continue;
        };
        if let Some(level) = levels.iter().find(|level| goes_by(level, word)) {
            word.clone_from(&level.name);
        } else if let Some(name) = names.iter().find(|name| stem(name) == stem(word)) {
            word.clone_from(name);
        } else {
            names.push(word.clone());
        }
    }
}

/// 全站停充2小时到场 where 全站停充 stands in brackets behind a level.
fn told_in_words(
    page: &Page,
    start: usize,
    end: usize,
    condition: &mut Condition,
    levels: &[Level],
) {
    let original = &page.original;
    let from = (0..start)
        .rev()
        .take(BEFORE)
        .take_while(|at| !"\n\t。；".contains(original[*at]))
        .last()
        .unwrap_or(start);
    let words: String = original[from..end.max(from)].iter().collect();
    let told = |level: &&Level| {
        level
            .also
            .iter()
            .any(|also| also.chars().count() >= SHORTEST && words.contains(stem(also)))
    };
    if let Some(level) = levels.iter().find(told) {
        condition.fault_level = Some(level.name.clone());
        condition.other = None;
    }
}
