//! Two prices for one charge, and one cause both repaired free and refused.

use super::Docket;
use super::charge_name::{charge_name, counted_alike, phrase, work};
use super::contradiction::{ADDED, MOST, contradiction};
use super::finding::Conflict;
use super::things::things_apart;
use crate::kinds::conditions;
use crate::outline::Page;
use crate::reading::{Clause, Problem, Settlement, Terms};

/// Charges that are one whatever stands before them.
const NOUNS: [&str; 13] = [
    "上门费", "检测费", "工时费", "人工费", "差旅费", "维保费", "调试费", "维护费", "续保", "配件",
    "备件", "出诊费", "保养费",
];

/// Words that tell two prices apart: years, workers, hours, sizes.
const TIERS: [&str; 26] = [
    "首年", "第一年", "第二年", "第三年", "次年", "工程师", "技工", "高级", "白天", "夜间",
    "节假日", "工作日", "以内", "以外", "以上", "以下", "内", "外", "大", "小", "黑白", "彩色",
    "单", "双", "全保", "半包",
];

/// Contradictions about money.
pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    let mut found = two_prices(docket);
    found.extend(free_and_refused(docket));
    found
}

fn two_prices(docket: &Docket<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    let fees = docket.clauses(|terms| match terms {
        Terms::Fee {
            amount_fen,
            percent_bps,
            per,
            ..
        } if amount_fen.is_some() || percent_bps.is_some() => {
            Some((*amount_fen, *percent_bps, per))
        }
        _ => None,
    });
    for (index, (first, (amount, percent, per))) in fees.iter().enumerate().take(ADDED) {
        for (second, (other_amount, other_percent, other_per)) in
            fees[index + 1..].iter().take(ADDED)
        {
            let (words, other_words) = (phrase(docket, first), phrase(docket, second));
            let differ = |one: &Option<u64>, other: &Option<u64>| matches!((one, other), (Some(one), Some(other)) if one != other);
            if (differ(amount, other_amount) || differ(percent, other_percent))
                && counted_alike(per.as_deref(), other_per.as_deref())
                && one_charge(&words, &other_words)
                && one_scope(&words, &other_words)
                && is_added(&words) == is_added(&other_words)
                && !rows_apart(docket, first, second)
                && !things_apart(docket, first, second)
                && found.len() < MOST
            {
                found.push(contradiction(
                    &[first, second],
                    Conflict::Prices,
                    Settlement::Ask,
                ));
            }
        }
    }
    found
}

/// 节假日加收50%: what comes on top of a price contradicts neither the price nor a discount.
fn is_added(words: &str) -> bool {
    ["加收", "另加", "另收", "上浮", "加价", "加成", "附加"]
        .iter()
        .any(|word| words.contains(word))
}

/// 续签1年 | 10% over 续签2年 | 8%: rows of one table under different names.
fn rows_apart(docket: &Docket<'_>, one: &Clause, other: &Clause) -> bool {
    let row = |clause: &Clause| {
        let (line, heading) = docket.place(clause.span);
        let (start, end) = docket.body(line);
        let (name, _) = docket.page.clean.text(start, end).split_once('\t')?;
        Some((heading, name.trim().to_owned()))
    };
    match (row(one), row(other)) {
        (Some((heading, name)), Some((heading_other, name_other))) => {
            heading == heading_other && name != name_other
        }
        _ => false,
    }
}

fn one_charge(one: &str, other: &str) -> bool {
    let named = charge_name(one).is_some_and(|name| charge_name(other) == Some(name));
    // 换泵人工费 and 换主板人工费 are two, 过保后人工费 and 人工费 are one.
    let both = |noun: &&str| match (work(one, noun), work(other, noun)) {
        (Some(one), Some(other)) => one == other || one.is_empty() || other.is_empty(),
        _ => false,
    };
    named || NOUNS.iter().any(both)
}

/// Whether neither price names a year, a worker, a region or hours the other does not.
fn one_scope(first: &str, second: &str) -> bool {
    let tiers = |quote: &str| -> Vec<&str> {
        TIERS
            .iter()
            .copied()
            .filter(|tier| quote.contains(tier))
            .collect()
    };
    let named = |quote: &str| -> Vec<String> {
        let page = Page::of(quote);
        conditions::named(&page, 0, page.clean.chars.len())
            .into_iter()
            .map(|named| named.value)
            .filter(|value| !matches!(value.as_str(), "in" | "out"))
            .collect()
    };
    tiers(first)
        .iter()
        .filter(|tier| **tier != "外")
        .eq(tiers(second).iter().filter(|tier| **tier != "外"))
        && named(first) == named(second)
}

/// 雷击造成的损坏免费维修 beside 雷击不在保修范围.
fn free_and_refused(docket: &Docket<'_>) -> Vec<Problem> {
    let covered = docket.clauses(|terms| match terms {
        Terms::Coverage { causes, .. } if !causes.is_empty() => Some(causes),
        _ => None,
    });
    let refused = docket.clauses(|terms| match terms {
        Terms::Exclusion { causes, .. } if !causes.is_empty() => Some(causes),
        _ => None,
    });
    let mut found = Vec::new();
    for (free, causes) in covered.iter().filter(|(free, _)| plain(free)) {
        for (not, others) in refused.iter().take(ADDED) {
            let shared = causes.iter().any(|cause| others.contains(cause));
            if shared && found.len() < MOST {
                found.push(contradiction(
                    &[free, not],
                    Conflict::Causes,
                    Settlement::Ask,
                ));
            }
        }
    }
    found
}

/// 除人为损坏外免费, 非人为: the cause is named to keep it out. 电压不稳 is only the name of a cause.
fn plain(clause: &Clause) -> bool {
    let quote = clause.quote.replace("不稳", "").replace("不当", "");
    ![
        "除", "非", "不", "无", "以外", "正常使用", "质量问题", "耗材", "易损",
    ]
    .iter()
    .any(|word| quote.contains(word))
}
