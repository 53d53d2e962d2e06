//! Service for life.

use crate::outline::{Page, Sentence};
use crate::reading::Terms;
use crate::words::Concept;
use crate::words::periods::{ends_with, periods};

use super::draft::Draft;
use super::warranty_subject;
use super::warranty_term::{segment, terms};

/// Words that name a warranty.
const WARRANTY: [&str; 5] = ["质保", "保修", "包修", "保固", "联保"];
/// Work that is a warranty only where it is free.
const WORK: [&str; 6] = ["维护", "维修", "保养", "修理", "服务", "售后"];

/// 终身质保, 终身维护 — not where the life-long service is charged; 灶体五年，面板一辈子 where terms are listed.
pub(super) fn draft(page: &Page, sentence: &Sentence, listed: bool) -> Option<Draft> {
    const NEAR: usize = 10;
    let token = page
        .tokens_in(sentence.start, sentence.end)
        .iter()
        .find(|t| t.is(Concept::Lifetime))?;
    let (start, end) = segment(sentence, token.start);
    let text: String = page.clean.text(token.end, end).chars().take(NEAR).collect();
    if !periods(&page.clean.chars, token.end, end).is_empty() {
        return None;
    }
    let first = |words: &[&str]| words.iter().filter_map(|word| text.find(word)).min();
    let warranty = first(&WARRANTY);
    let verb = verb(page, start, token.start);
    let bare = token.end >= end && (listed || verb.is_some());
    // 质保三年，软件升级终身免费: what lasts for life is the upgrade.
    let before = page.clean.text(start, token.start);
    if bare && is_other(before, before.len()) {
        return None;
    }
    if !bare {
        let served = [warranty, first(&WORK)].into_iter().flatten().min()?;
        if is_other(&text, served) {
            return None;
        }
    }
    let charged = page
        .tokens_in(sentence.start, sentence.end)
        .iter()
        .any(|t| t.is(Concept::ChargeStrong) || t.is(Concept::OutTerm));
    // 保修一年、终身维修: what stands before another length is no name.
    let from = (start..token.start)
        .rev()
        .find(|at| page.clean.chars[*at] == '、')
        .filter(|at| !periods(&page.clean.chars, start, *at).is_empty())
        .map_or(start, |at| at + 1);
    let to = verb.unwrap_or(token.start).max(from);
    let found = (!charged).then(|| term(page, sentence, (from, to)))?;
    Some(Draft {
        start: from,
        end,
        terms: found,
        confidence: 85,
    })
}

/// Where the verb of 主板保终身, 镜头保到报废为止 begins.
fn verb(page: &Page, start: usize, end: usize) -> Option<usize> {
    let before = |verb: &&str| ends_with(&page.clean.chars, start, end, verb);
    let verb = ["保修", "质保", "保", "包", "管"]
        .into_iter()
        .find(before)?;
    // 由我方保管到设备报废为止
    let kept = ["保管", "托管", "代管"].iter().any(before);
    (!kept).then(|| end - verb.chars().count())
}

/// 终身技术支持, 终身供应备件: not the upkeep of the thing.
fn is_other(text: &str, served: usize) -> bool {
    [
        "升级", "技术支持", "咨询", "备件", "配件", "成本", "供应", "技术",
    ]
    .iter()
    .any(|word| text[..served].contains(word))
        || ["升级", "成本"].iter().any(|word| text.contains(word))
}

fn term(page: &Page, sentence: &Sentence, (from, to): (usize, usize)) -> Terms {
    let component = warranty_subject::component(page, from, to)
        .or_else(|| warranty_subject::label(page, sentence));
    terms(None, component, None)
}
