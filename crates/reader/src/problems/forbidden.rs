//! Phrases the law forbids in consumer notices.

use super::finding::Finding;
use super::{Docket, short};
use crate::reading::{Problem, Settlement, Severity};
use crate::words::Concept;

/// The papers whose loss forfeits nothing while the sale can be proved otherwise.
const PAPERS: [&str; 8] = [
    "保修卡", "保修单", "保修凭证", "三包凭证", "发票", "质保卡", "购物凭证", "购买凭证",
];
const LOST: [&str; 4] = ["遗失", "丢失", "损毁", "遗落"];
const FORFEITED: [&str; 8] = [
    "作废", "不予保修", "不再保修", "不保修", "视为放弃", "丧失", "失去保修", "概不",
];
/// Who interprets, and that nobody else does.
const INTERPRETS: [&str; 4] = ["解释为准", "解释为最终", "有权单方解释", "拥有解释"];

pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (start, end) in docket.lines() {
        let tokens = docket.page.tokens_in(start, end);
        let before = found.len();
        for token in tokens.iter().filter(|token| token.is(Concept::Forbidden)) {
            found.push(problem(docket, token.start, token.end));
        }
        if found.len() == before
            && let Some((from, to)) = phrase(docket, start, end)
        {
            found.push(problem(docket, from, to));
        }
    }
    found
}

/// 保修卡遗失，一切保修权利作废; 如有争议，以我公司解释为准.
fn phrase(docket: &Docket<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    let mut from = start;
    let line = docket.page.clean.slice(start, end);
    for sentence in line.split(|char| "。；".contains(*char)) {
        let to = from + sentence.len();
        let passage = docket.page.clean.passage(from, to);
        let any = |words: &[&str]| passage.has(words);
        let forfeits = any(&PAPERS) && any(&LOST) && any(&FORFEITED);
        if forfeits || any(&INTERPRETS) {
            return Some((from, to));
        }
        from = to + 1;
    }
    None
}

fn problem(docket: &Docket<'_>, from: usize, to: usize) -> Problem {
    let (quote, span) = docket.page.quote(from, to);
    Finding::Forbidden(short(&quote)).problem(Severity::Law, vec![span], Settlement::LawGoverns)
}
