//! Warranty terms told in lists: what announces such a list, and the terms of what was repaired or replaced.

use crate::outline::{Page, Sentence};
use crate::reading::Unit;
use crate::words::Concept;
use crate::words::periods::{Period, Role, periods};

use super::context::Context;
use super::warranty_term::names_warranty;

/// Whether the headings above say that lengths under them are warranty terms.
pub(super) fn announced(page: &Page, context: &Context<'_>) -> bool {
    const NEAR: usize = 3;
    const OTHER: [&str; 20] = [
        "备件", "备品", "供应", "培训", "寿命", "巡检", "回访", "周期", "频次", "响应", "升级",
        "工期", "交货", "供货", "合同期", "经验", "保养", "检修", "更换时间", "付款",
    ];
    let near: Vec<(usize, usize)> = context.headings.iter().rev().take(NEAR).copied().collect();
    let Some(&(start, end)) = near.first() else {
        return false;
    };
    let nearest = page.clean.text(start, end);
    let named = |&(start, end): &(usize, usize)| {
        page.tokens_in(start, end)
            .iter()
            .any(|token| names_warranty(page, token))
    };
    // 一、质保期内 over （一）期限: the two together name the term.
    let split = ["期限", "年限", "时间", "时长"].contains(&nearest.trim())
        && near
            .iter()
            .any(|&(start, end)| page.holds(start, end, Concept::InTerm));
    let other = OTHER.iter().any(|word| nearest.contains(word)) && !named(&near[0]);
    (near.iter().any(named) || split) && !other
}

/// Whether the sentences are nothing but names and their years: 螺旋轴5年；动、静环3年；减速机2年.
pub(super) fn enumerated(page: &Page, sentences: &[Sentence], context: &Context<'_>) -> bool {
    const FEWEST: usize = 3;
    const NAME: usize = 16;
    const MOST: usize = 40;
    let (mut items, mut others) = (0, 0);
    for segment in sentences.iter().take(MOST).flat_map(|s| &s.segments) {
        for (start, end) in parts(page, *segment) {
            let lengths = periods(&page.clean.chars, start, end);
            let [length] = lengths[..] else {
                if lengths.is_empty() {
                    others += 1;
                    continue;
                }
                return false;
            };
            let long = matches!(length.high.unit, Unit::Year | Unit::Month | Unit::Season);
            let named = (2..=NAME).contains(&(length.start - start));
            if long && length.role == Role::Plain && length.end == end && named {
                items += 1;
            }
        }
    }
    let of_parts = context.nearest_has(&["部件", "配件", "总成", "零件", "元件", "分项", "主机"]);
    items > others && (items >= FEWEST || items > 1 && of_parts)
}

/// 物镜五年、LED光源一年: the items of a segment.
fn parts(page: &Page, (start, end): (usize, usize)) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = start;
    for at in start..end {
        let counted = page.clean.chars[at] == '、'
            && at > start
            && "年月季".contains(page.clean.chars[at - 1]);
        if counted {
            found.push((from, at));
            from = at + 1;
        }
    }
    found.push((from, end));
    found
}

/// 收费更换的配件，自更换之日起保修6个月; 修理过的部位另保90天: what was repaired or replaced has a term of its own.
pub(super) fn renewed(page: &Page, sentence: &Sentence, period: &Period) -> Option<String> {
    const DEEDS: [&str; 14] = [
        "返修", "修理", "维修", "修复", "更换", "换上", "换下", "修过", "修补", "换过", "换新",
        "调换", "检修", "整修",
    ];
    const THINGS: [&str; 14] = [
        "零部件", "零配件", "易损件", "备品备件", "零件", "配件", "部件", "备件", "部位", "元件",
        "元器件", "模块", "件", "部分",
    ];
    const PAYING: [&str; 8] = ["付费", "收费", "有偿", "自费", "保外", "免费", "经", "所"];
    const LONGEST: usize = 12;
    let text = page.clean.text(sentence.start, period.start);
    let (segment, _) = super::warranty_term::segment(sentence, period.start);
    let own = page.clean.text(segment, period.start);
    if !begins_anew(text, own) {
        return None;
    }
    let (deed, verb) = DEEDS
        .iter()
        .filter_map(|verb| Some((text.find(verb)?, *verb)))
        .min()?;
    let tail = &text[deed + verb.len()..];
    let thing = THINGS
        .iter()
        .filter_map(|thing| Some((tail.find(thing)?, thing.len())))
        .min_by_key(|&(at, length)| (at, usize::MAX - length))?;
    let between = &tail[..thing.0];
    if between.chars().count() > LONGEST || between.contains(['，', '：', '自', '从', '由', '在'])
    {
        return None;
    }
    let before = PAYING
        .iter()
        .find(|word| text[..deed].ends_with(**word) && !matches!(**word, "经" | "所"))
        .map_or(0, |word| word.chars().count());
    let from = sentence.start + text[..deed].chars().count() - before;
    let to = sentence.start
        + text[..deed + verb.len() + thing.0 + thing.1]
            .chars()
            .count();
    Some(page.quote(from, to).0)
}

/// Whether the words before a length say that a term of its own begins.
fn begins_anew(text: &str, own: &str) -> bool {
    const FLOOR: [&str; 8] = [
        "但不", "但最", "且不", "不少于", "不低于", "不得少于", "最短", "至少",
    ];
    const AGAIN: [&str; 6] = ["重新", "另行", "另计", "顺延", "自更换", "从更换"];
    const ANEW: [&str; 8] = ["自", "从", "另", "再", "重新", "享", "仍", "单独"];
    // 自更换之日起重新计算质保期，但不少于3个月: the floor of what begins anew.
    let floor = FLOOR.iter().any(|word| own.starts_with(word))
        && AGAIN.iter().any(|word| text.contains(word));
    floor || ANEW.iter().any(|word| own.contains(word))
}
