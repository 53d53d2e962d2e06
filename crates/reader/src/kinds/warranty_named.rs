//! What a warranty term is about where its own words do not say it: the segment before, or the heading above.

use crate::outline::{Page, Sentence};
use crate::words::Concept;
use crate::words::periods::{Period, periods};

use super::context::Context;
use super::warranty_subject::{in_title, is_generic, is_whole};

/// Longest name with what happens to it: 箱体板材开裂或变形的.
const NAME: usize = 24;
/// Longest name alone.
const NOUN: usize = 20;

/// 箱体板材开裂的，保修期一年; 对于存储设备，我公司提供五年质保: the part is named by the segment before, where nothing but the term stands in its own.
pub(super) fn leading(
    page: &Page,
    sentence: &Sentence,
    (start, first): (usize, usize),
    floor: usize,
) -> Option<String> {
    const LITTLE: usize = 10;
    let alone = page.tokens_in(start, first).iter().all(|token| {
        [
            Concept::Warranty,
            Concept::Promise,
            Concept::Supplier,
            Concept::Free,
        ]
        .iter()
        .any(|concept| token.is(*concept))
    }) && first.saturating_sub(start) <= LITTLE;
    // 板面变色，如发黄、泛白，保三年: the examples are skipped.
    let example = |&(from, to): &(usize, usize)| {
        let text = page.clean.text(from, to);
        ["如", "例如", "包括", "含"]
            .iter()
            .any(|word| text.starts_with(word))
    };
    let &(from, to) = sentence
        .segments
        .iter()
        .rfind(|segment| segment.1 <= start && segment.0 >= floor && !example(segment))?;
    if !alone || to - from > 2 * NAME || speaks_of_people(page, from, to) {
        return None;
    }
    let text = page.clean.text(from, to);
    let faulty = [
        "质量问题", "开裂", "变形", "变色", "的", "损坏", "生锈", "脱落", "起泡", "掉漆", "起皮",
        "松动",
    ]
    .iter()
    .any(|word| text.ends_with(word));
    if !faulty && !is_item(page, sentence, start, first) {
        return noun(page, from, to);
    }
    let stop = [
        "出现", "发生", "开裂", "变形", "在使用", "因", "如", "变色", "质量问题",
    ]
    .iter()
    .filter_map(|word| text.find(word))
    .min()
    .map_or(to, |at| from + text[..at].chars().count());
    let name = page.quote(from, stop).0;
    ((2..=NAME).contains(&name.chars().count()) && !is_whole(&name)).then_some(name)
}

/// 三年质保：柜体、门板; 质保5年（柜体、门板）: the names stand behind the length.
pub(super) fn behind(
    page: &Page,
    sentence: &Sentence,
    period: &Period,
    segment_end: usize,
) -> Option<String> {
    let chars = &page.clean.chars;
    let in_brackets = (chars.get(period.end) == Some(&'（')).then(|| {
        let close = (period.end..sentence.end).find(|at| chars[*at] == '）');
        close.map(|close| (period.end + 1, close))
    });
    let listed = (chars.get(segment_end) == Some(&'：'))
        .then(|| {
            let next = sentence.segments.iter().find(|next| next.0 > segment_end)?;
            (next.1 == sentence.end).then_some(*next)
        })
        .flatten();
    let (from, to) = in_brackets.flatten().or(listed)?;
    let text = page.clean.text(from, to);
    let remark = [
        "含", "不含", "自", "以", "即", "从", "先", "仅", "限", "凭", "见",
    ]
    .iter()
    .any(|word| text.starts_with(word));
    if remark { None } else { noun(page, from, to) }
}

/// （3）电气管线、给排水管道，为2年: an item that is a name and its term.
fn is_item(page: &Page, sentence: &Sentence, start: usize, first: usize) -> bool {
    page.lines[sentence.line].mark.is_some()
        && ["为", "是", "均为", "保修期为", "质保期为"]
            .iter()
            .any(|word| {
                page.clean.text(start, first).starts_with(word)
                    || page.clean.text(start, start + 2).starts_with(word)
            })
}

fn speaks_of_people(page: &Page, from: usize, to: usize) -> bool {
    page.tokens_in(from, to).iter().any(|token| {
        [
            Concept::InTerm,
            Concept::OutTerm,
            Concept::Supplier,
            Concept::Customer,
            Concept::Receive,
            Concept::Accept,
        ]
        .iter()
        .any(|concept| token.is(*concept))
    })
}

/// 对于存储设备, 维修更换的零件, 课桌椅: nothing but the name of a thing.
fn noun(page: &Page, from: usize, to: usize) -> Option<String> {
    let text = page.clean.text(from, to);
    let opening = ["对于", "针对", "其中", "对", "凡"]
        .iter()
        .find(|word| text.starts_with(**word))
        .map_or(0, |word| word.chars().count());
    let from = from + opening;
    let text = page.clean.text(from, to);
    let open_ended = [
        "后", "时", "内", "起", "日", "下", "中", "上", "止", "为", "有",
    ]
    .iter()
    .any(|word| text.ends_with(word));
    let plain = is_thing(page, from, to) && !open_ended;
    let name = page.quote(from, to).0;
    (plain
        && (2..=NOUN).contains(&name.chars().count())
        && !is_whole(&name)
        && !in_title(page, &name))
    .then_some(name)
}

/// Whether the words name a thing: no word of the lexicon among them but parts and what was done to them.
fn is_thing(page: &Page, from: usize, to: usize) -> bool {
    let text = page.clean.text(from, to);
    let other = [
        "总则", "概述", "附则", "前言", "售后", "质量", "目标", "原则", "概况", "附件", "定义",
        "总体", "网点", "理念", "简介", "依据", "背景", "联系", "附录", "商务", "技术", "公司",
        "期", "承诺", "另", "此外", "同时", "均", "按", "如", "若", "因", "部分：", "第", "一般",
        "特别", "类别", "名称", "序号", "流程", "以上", "上述", "以下", "我", "您", "计算", "如下",
    ]
    .iter()
    .any(|word| text.contains(word));
    let worded = page.tokens_in(from, to).iter().any(|token| {
        let named = token.is(Concept::Part)
            || token.is(Concept::PartStrict)
            || token.is(Concept::SpareUnit)
            || matches!(
                page.clean.text(token.start, token.end),
                "更换"
                    | "维修"
                    | "修理"
                    | "和"
                    | "与"
                    | "及"
                    | "再"
                    | "控制"
                    | "监测"
                    | "检测"
                    | "照明"
                    | "电话"
            );
        !named
    });
    let number = text.chars().any(|c| c.is_ascii_digit())
        || !periods(&page.clean.chars, from, to).is_empty();
    !other && !worded && !number && !is_generic(text)
}

/// 项目：主机 above 质保期：5年: the record names the thing.
pub(super) fn recorded(page: &Page, sentence: &Sentence) -> Option<String> {
    const LABELS: [&str; 12] = [
        "项目", "名称", "部件", "产品", "设备", "部位", "品名", "部件名称", "产品名称", "设备名称",
        "类别", "系统",
    ];
    const NEAR: usize = 3;
    (1..=NEAR)
        .filter_map(|back| page.lines.get(sentence.line.checked_sub(back)?))
        .find_map(|line| {
            let at = (line.body..line.end).find(|at| page.clean.chars[*at] == '：')?;
            let label = page.clean.text(line.body, at);
            LABELS
                .contains(&label.trim())
                .then(|| noun(page, at + 1, line.end).or_else(|| short(page, at + 1, line.end)))
                .flatten()
        })
}

/// 主机, 风扇: a short value of a record is a name whatever else its words mean.
fn short(page: &Page, from: usize, to: usize) -> Option<String> {
    const LONGEST: usize = 8;
    let name = page.quote(from, to).0;
    ((2..=LONGEST).contains(&name.chars().count())
        && name.chars().all(crate::text::is_han)
        && !is_whole(&name)
        && !is_generic(&name))
    .then_some(name)
}

/// （一）空调主机 above 质保期：五年: the heading names the thing.
pub(super) fn headed(page: &Page, context: &Context<'_>) -> Option<String> {
    const LONGEST: usize = 12;
    let &(start, end) = context.headings.last()?;
    let end = page
        .clean
        .text(start, end)
        .trim_end_matches(['：', ' '])
        .chars()
        .count()
        + start;
    let name = page.quote(start, end).0;
    (end - start <= LONGEST
        && is_thing(page, start, end)
        && (2..=LONGEST).contains(&name.chars().count())
        && !is_whole(&name)
        && !in_title(page, &name))
    .then_some(name)
}
