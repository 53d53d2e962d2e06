//! The day a warranty starts.

use crate::outline::{Page, Sentence};
use crate::reading::{Terms, Unit};
use crate::words::{Concept, Token};

use super::context::Context;
use super::draft::Draft;
use super::learned::starts;

/// Words that close the naming of a start day.
const CLOSERS: [&str; 35] = [
    "之日起", "日起", "起算", "起计", "之日算", "之日计", "日计", "日算", "为准", "开始计算",
    "开始算", "为起点", "为起算日", "为起算点", "次日起", "起始", "为起始", "那天", "算起",
    "当天起", "当日起", "往后推", "往后数", "顺延", "次日", "的日子", "之日为质保", "为始",
    "之日始", "开头", "计时", "为首日", "始算", "起效", "开始数",
];

/// The start a sentence names; `term` tells whether it, or the sentence before, states a term.
pub(crate) fn drafts(
    page: &Page,
    sentence: &Sentence,
    context: &Context<'_>,
    term: Option<&Draft>,
    recent: Recent,
    timed: &[Draft],
) -> Vec<Draft> {
    let warranty = term.is_some()
        || recent == Recent::Term && counts_from(page, sentence)
        || page.holds(sentence.start, sentence.end, Concept::Warranty)
        || ["起算", "起始", "起点"]
            .iter()
            .any(|word| page.clean.text(sentence.start, sentence.end).contains(word))
        || context
            .headings
            .iter()
            .rev()
            .take(2)
            .any(|&(start, end)| page.holds(start, end, Concept::Warranty));
    if !warranty {
        return Vec::new();
    }
    sentence
        .segments
        .iter()
        .enumerate()
        .filter_map(|(index, &segment)| {
            let label = index.checked_sub(1).map(|before| sentence.segments[before]);
            let limited = timed.iter().any(|limit| {
                limit.touches(segment.0, segment.1)
                    && matches!(limit.terms, Terms::TimeLimit { .. })
            });
            if limited {
                return None;
            }
            // 质保起算 | 终验合格之日: the label of the row says what the day is for.
            let text = page.clean.text(segment.0, segment.1);
            let headed = ["日", "日期", "时间"].iter().any(|day| text.ends_with(day))
                && context.nearest_has(&["起算", "起始", "起点", "起计"]);
            draft(page, segment, label, headed, term)
        })
        .collect()
}

/// Whether the lines just before stated a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Recent {
    /// They did.
    Term,
    /// They did not.
    Nothing,
}

/// 以上自到货签收日计, 从您取机签字那天起算: a day from which something counts, though the sentence does not say what.
fn counts_from(page: &Page, sentence: &Sentence) -> bool {
    let text = page.clean.text(sentence.start, sentence.end);
    ["自", "从", "以", "按"]
        .iter()
        .any(|word| text.contains(word))
        && [
            "起算", "日计", "日算", "天算", "往后数", "日子算", "日为准", "期为准", "那天", "顺延",
            "日起计", "日起", "日期计算", "日期算",
        ]
        .iter()
        .any(|word| text.contains(word))
}

/// 质保起始：验收合格之日, 起点：…当日: the label says what the day is for.
fn labelled(page: &Page, label: Option<(usize, usize)>) -> bool {
    label.is_some_and(|(start, end)| {
        matches!(page.clean.chars.get(end), Some('：' | '\t'))
            && ["起始", "起算", "起点", "起计"]
                .iter()
                .any(|word| page.clean.text(start, end).ends_with(word))
    })
}

/// 保质期24个月，从生产日期起: how long goods keep is no warranty.
fn is_shelf_life(page: &Page, start: usize, text: &str) -> bool {
    const NEAR: usize = 12;
    text.contains("生产日期")
        && page
            .clean
            .text(start.saturating_sub(NEAR), start)
            .contains("保质期")
}

/// 自收到机器之日起: goods, not a report.
fn received_goods(page: &Page, end: usize) -> bool {
    ["机器", "设备", "货", "产品", "商品", "包裹", "实物", "车辆"]
        .iter()
        .any(|thing| crate::words::periods::starts_with(&page.clean.chars, end, thing))
}

/// 从返修验收之日起再保五年, 本承诺自签字盖章之日起生效, 自设备交付之日起十五年内供应备件: something else begins.
fn starts_other(text: &str, at: usize) -> bool {
    let renewed = ["返修", "修理", "换上", "该部件", "重新", "再次"]
        .iter()
        .any(|word| text[..at].contains(word));
    let other = [
        "生效", "有效", "供应备件", "提供备件", "供应配件", "提供配件", "保证供应",
    ]
    .iter()
    .any(|word| text[at..].contains(word));
    renewed || other
}

fn draft(
    page: &Page,
    (start, end): (usize, usize),
    label: Option<(usize, usize)>,
    headed: bool,
    term: Option<&Draft>,
) -> Option<Draft> {
    // 软件引起的故障: nothing starts here.
    let text = page.clean.text(start, end).replace("引起", "引发");
    let named = CLOSERS.iter().filter_map(|word| text.find(word)).min();
    let from_word = ["自", "从", "以", "按", "由"]
        .iter()
        .any(|word| text.contains(word));
    let opened = from_word
        .then(|| {
            ["之日", "起", "算"]
                .iter()
                .filter_map(|word| text.find(word))
                .min()
        })
        .flatten();
    let after = term
        .filter(|term| term.touches(start, end))
        .and_then(|_| text.find('后'));
    let announced = ["起算日", "起始日", "起计日", "起算时间", "起始时间"]
        .iter()
        .any(|word| text.contains(word))
        .then_some(text.len());
    // 按机身条码所示出厂日期顺延30天计, 三包自发票日
    let counted =
        (from_word && (text.ends_with('计') || text.ends_with('日'))).then_some(text.len());
    if is_shelf_life(page, start, &text) {
        return None;
    }
    let at = announced
        .or_else(|| (headed || labelled(page, label)).then_some(text.len()))
        .or(named)
        .or(opened)
        .or(after)
        .or(counted)?;
    let at = behind_alternative(&text, at);
    let stop = start + text[..at].chars().count();
    // 自购买之日起7天内…可退: the days of a remedy.
    let some_days = crate::words::periods::periods(&page.clean.chars, stop, end)
        .iter()
        .any(|period| {
            period.high.unit == Unit::Day
                && period.high.hundredths <= 6000
                && !page
                    .tokens_in(stop, end)
                    .iter()
                    .any(|token| token.is(Concept::Warranty))
        });
    if some_days && term.is_none() || starts_other(&text, at) {
        return None;
    }
    if page.tokens_in(start, stop).iter().any(|t| {
        t.is(Concept::Receive) && !received_goods(page, t.end)
            || t.is(Concept::RepairDone) && page.clean.text(t.start, t.end) != "完成"
    }) {
        return None;
    }
    let starts_from = judged(page, (start, end), days(page, start, end, stop, &text));
    let closer = CLOSERS
        .iter()
        .filter(|word| text[at..].starts_with(**word))
        .map(|word| word.chars().count())
        .max()
        .unwrap_or(1);
    (!starts_from.is_empty()).then_some(Draft {
        start,
        end: (stop + closer).min(end),
        terms: Terms::WarrantyStart { starts_from },
        confidence: 90,
    })
}

/// 自验收之日起或发货之日起计算: the second day is named as well.
fn behind_alternative(text: &str, at: usize) -> usize {
    const NEAR: usize = 16;
    let Some(joint) = text[at..].find('或').map(|joint| at + joint) else {
        return at;
    };
    let behind: String = text[joint..].chars().take(NEAR).collect();
    let closer = ["之日起", "日起", "之日"]
        .iter()
        .filter_map(|word| behind.find(word))
        .min();
    closer.map_or(at, |closer| joint + closer)
}

/// The day a warranty starts from that the words between two positions tell: the weights know such as no rule does.
pub(super) fn told(page: &Page, start: usize, end: usize) -> Terms {
    let proposed = proposed(page, start, end);
    let day = || vec![starts::day(page, (start, end), None)];
    let starts_from = if proposed.is_empty() {
        day()
    } else {
        judged(page, (start, end), proposed)
    };
    Terms::WarrantyStart { starts_from }
}

/// 以较长者为准, 以先到者为准: says which of several days or terms counts and names none.
pub(super) fn chooses(page: &Page, start: usize, end: usize) -> bool {
    const WHICH: [&str; 16] = [
        "较长", "较短", "较早", "较晚", "较迟", "较后", "较先", "先到", "后到", "先届满", "后届满",
        "最早", "最晚", "在先", "在后", "孰",
    ];
    let text = page.clean.text(start, end);
    WHICH.iter().any(|word| text.contains(word)) && proposed(page, start, end).is_empty()
}

/// The days that the rules see between two positions.
pub(crate) fn proposed(page: &Page, start: usize, end: usize) -> Vec<&'static str> {
    days(page, start, end, end, page.clean.text(start, end))
}

/// One day of the rules, weighed; of several the rules know more.
fn judged(page: &Page, span: (usize, usize), days: Vec<&'static str>) -> Vec<&'static str> {
    match days[..] {
        [day] => vec![starts::day(page, span, Some(day))],
        _ => days,
    }
}

/// The days named before `stop`; a word may reach past it, as 购买之日 does into what closes the naming.
fn days(page: &Page, start: usize, end: usize, stop: usize, text: &str) -> Vec<&'static str> {
    let mut days: Vec<&'static str> = Vec::new();
    let installed =
        page.holds(start, stop, Concept::Install) || page.holds(start, stop, Concept::Accept);
    for token in page
        .tokens_in(start, end)
        .iter()
        .filter(|token| token.start < stop)
    {
        let signature = token.is(Concept::Signed)
            && matches!(page.clean.text(token.start, token.end), "签字" | "签字确认")
            && !text.contains("合同");
        let negated = token.start > start && "未没不无".contains(page.clean.chars[token.start - 1]);
        if signature && installed || negated {
            continue;
        }
        let event = if brings_to_life(page, token, text) {
            Some("commissioned")
        } else {
            event(token)
        };
        if let Some(event) = event.filter(|event| !days.contains(event)) {
            days.push(event);
        }
    }
    chosen(days, text)
}

/// Which of the days named is the day.
fn chosen(mut starts_from: Vec<&'static str>, text: &str) -> Vec<&'static str> {
    // 合同约定的日期、验收合格日: the day the contract names is one of several, not the day it was signed.
    let agreed = ["合同约定的日期", "合同约定日", "合同约定之日"]
        .iter()
        .any(|word| text.contains(word));
    // 验收报告签署之日, 安装完工之日: the deed names the day, the signature or completion belongs to it.
    let beside = |own: &str, others: &[&str]| {
        starts_from.contains(&own) && starts_from.iter().any(|day| others.contains(day))
    };
    let (signed, completed, installed) = (
        beside("contract", &["accepted", "delivered", "installed"]),
        beside("completed", &["accepted", "installed"]),
        beside("installed", &["accepted"]),
    );
    // 依次为竣工日、验收合格日: each is a day of its own.
    if !text.contains("依次为") {
        starts_from.retain(|day| {
            !(signed && *day == "contract"
                || completed && *day == "completed"
                || installed && *day == "installed")
        });
    }
    // 验收合格交付使用之日: the last word is the day; the others lead up to it, unless they are alternatives.
    let alternatives = text.contains('或') || text.contains('、');
    if !alternatives && starts_from.len() > 1 {
        starts_from = starts_from.split_off(starts_from.len() - 1);
    }
    if agreed && !starts_from.contains(&"contract") {
        starts_from.insert(0, "contract");
    }
    starts_from
}

/// 点火调试合格之日, 从现场调试合格算起: what is tried out without a word of installing is put into use.
fn brings_to_life(page: &Page, token: &Token, text: &str) -> bool {
    page.clean.text(token.start, token.end) == "调试" && !text.contains('装')
}

fn event(token: &Token) -> Option<&'static str> {
    Some(match () {
        () if token.is(Concept::Accept) || token.holds(Concept::Accept) => "accepted",
        () if token.is(Concept::Commission) => "commissioned",
        () if token.is(Concept::Complete) => "completed",
        () if token.is(Concept::Made) => "manufactured",
        () if token.is(Concept::Sign) => "contract",
        () if token.is(Concept::Signed)
            || token.is(Concept::Deliver)
            || token.is(Concept::Ship)
            || token.is(Concept::Receive) =>
        {
            "delivered"
        }
        () if token.is(Concept::Install) => "installed",
        () if token.is(Concept::Purchase) => "purchased",
        () => return None,
    })
}
