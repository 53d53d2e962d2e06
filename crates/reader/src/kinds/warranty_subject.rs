//! What a warranty term is about: the whole unit or a component.

use crate::outline::{Page, Sentence};
use crate::reading::is_same_fault;
use crate::words::Concept;
use crate::words::periods::periods;

use super::compounds;

/// Words for everything that is sold.
const WHOLE: [&str; 33] = [
    "整机", "整车", "整套", "全套", "设备", "产品", "系统", "工程", "项目", "货物", "服务", "家具",
    "软件", "全部", "所有", "本机", "标的", "整体", "商品", "机器", "仪器", "装置", "车辆", "电梯",
    "空调", "我司", "公司", "乙方", "卖方", "质量", "免费", "期限", "时间",
];

/// Little words around a component's name.
const LITTLE: [&str; 93] = [
    "执行", "适用", "采用", "统一", "分别", "各自", "一般", "通常", "默认", "目前", "同样", "另外",
    "此外", "也", "亦", "依据", "按照", "合计", "共计", "累计", "作为", "属于", "升级维护",
    "重新计算", "重新", "另行", "单独", "另享", "其中", "对于", "对", "所有", "全部", "本", "该",
    "的", "为", "是", "提供", "实行", "享受", "我", "均", "自", "从", "起", "期", "免费", "原厂",
    "及", "和", "与", "等", "部分", "按", "可", "将", "承诺", "保证", "不少于", "不低于", "至少",
    "不", "在", "内", "以", "则", "另", "给予", "予以", "我们", "您", "所供", "所售", "标准", "凡",
    "包括", "延长", "一律", "都", "有", "已", "再", "整个", "取原", "给到", "使用", "保证使用",
    "我司产品", "自己", "只", "仅", "单单",
];

/// Parts that one letter names: 锁两年，线十年.
const THINGS: &str = "锁线屏盖泵门窗灯表轴桨阀箱罐板壳胎炉柜床弦漆胶轮杆架链网罩膜镜";

/// Longest name of a component.
const NAME: usize = 16;
/// Longest list of names.
const LIST: usize = 28;

/// Whether a name means the whole unit.
pub(crate) fn is_whole(name: &str) -> bool {
    const GENERIC: usize = 3;
    const OF_ALL: [&str; 4] = ["本项目", "项目", "所供", "所投"];
    // 整锁, 整泵; 本项目软硬件, 项目所供机组.
    let entire = name.starts_with('整') && name.chars().count() <= GENERIC;
    let of_all = OF_ALL.iter().any(|word| name.starts_with(word));
    if entire || of_all {
        return true;
    }
    WHOLE
        .iter()
        .any(|whole| name == *whole || name.chars().count() <= GENERIC && name.ends_with(whole))
        || name.is_empty()
}

/// The component named between two positions, if the words left over name one.
pub(crate) fn component(page: &Page, start: usize, end: usize) -> Option<String> {
    let named = after_event(page, start, end);
    let behind = named_between(page, named, end);
    // 更换的部件自更换之日起享有90天保修: the name comes before the day.
    let before = || {
        let from = (start..named)
            .find(|at| "自从".contains(page.clean.chars[*at]))
            .filter(|at| named > start && *at >= start + 2)?;
        named_between(page, start, from)
    };
    behind.or_else(before)
}

/// The component that the words between two positions name.
fn named_between(page: &Page, start: usize, end: usize) -> Option<String> {
    let end = before_gloss(page, start, end);
    let end = before_count(page, start, end);
    let mut cut: Vec<(usize, usize)> = Vec::new();
    let mut keep: Vec<bool> = page
        .clean
        .slice(start, end)
        .iter()
        .map(|c| crate::text::is_han(*c) || c.is_ascii_alphanumeric() || *c == '、')
        .collect();
    let compounds = compounds::within(page, start, end);
    // 产品质保期, 设备质量保证期: the words for the warranty itself end what stands before them.
    for (from, to) in warranty_words(page.clean.slice(start, end)) {
        keep[from..to].fill(false);
    }
    for token in page.tokens_in(start, end) {
        let dropped = [
            Concept::Supplier,
            Concept::Customer,
            Concept::Warranty,
            Concept::Promise,
            Concept::Free,
            Concept::NotLess,
            Concept::NotMore,
            Concept::Accept,
            Concept::Sign,
            Concept::Hard,
            Concept::After,
            Concept::From,
            Concept::Deliver,
            Concept::Quality,
            Concept::Standard,
            Concept::Genuine,
            Concept::Purchase,
            Concept::Commission,
        ];
        // 感应器 keeps its 应.
        let next = page.clean.chars.get(token.end).filter(|_| token.end < end);
        let named = token.is(Concept::Hard) && next == Some(&'器')
            || token.is(Concept::Commission) && next.is_some_and(|c| "器机阀泵灯盘架".contains(*c))
            || compounds
                .iter()
                .any(|&(from, to)| from < token.end && token.start < to);
        if !named && dropped.iter().any(|concept| token.is(*concept)) {
            cut.push((token.start - start, token.end - start));
        }
    }
    for (from, to) in of_no_name(&keep, cut) {
        keep[from..to].fill(false);
    }
    let text: Vec<char> = page.clean.slice(start, end).to_vec();
    for word in LITTLE {
        let letters: Vec<char> = word.chars().collect();
        for at in 0..text.len().saturating_sub(letters.len() - 1) {
            let (from, to) = (start + at, start + at + letters.len());
            let named = compounds
                .iter()
                .any(|compound| compound.0 < to && from < compound.1);
            if named {
                continue;
            }
            let edge = (at == 0 || !keep[at - 1])
                || (at + letters.len() == text.len() || !keep[at + letters.len()]);
            if text[at..].starts_with(&letters) && edge {
                keep[at..at + letters.len()].fill(false);
            }
        }
    }
    for (at, char) in text.iter().enumerate() {
        let joins = *char == '、' && at > 0 && keep[at - 1] && keep.get(at + 1) == Some(&true);
        keep[at] &= *char != '、' || joins;
    }
    let everything = ["全部", "所有", "一切", "整个"]
        .iter()
        .any(|word| page.clean.text(start, end).contains(word));
    if everything {
        return None;
    }
    let to = keep.iter().rposition(|k| *k)? + 1;
    let from = (0..to).rev().take_while(|at| keep[*at]).last()?;
    let name: String = text[from..to].iter().collect();
    let whole = is_whole(&name) && !beside_hardware(page, &name, (start, end))
        || is_whole_of_all(page, &name);
    let longest = if name.contains('、') { LIST } else { NAME };
    let compound = compounds.iter().any(|&(at, _)| at == start + from);
    let property = name.starts_with(['不', '未', '抗']) && !compound || is_same_fault(&name);
    let short = to - from == 1 && THINGS.contains(text[from]);
    ((to - from >= 2 || short)
        && to - from <= longest
        && !whole
        && !property
        && !in_title(page, &name))
    .then(|| page.quote(start + from, start + to).0)
}

/// Where a stretch of text speaks of the term of a warranty by its name.
fn warranty_words(text: &[char]) -> Vec<(usize, usize)> {
    const NAMES: [&str; 10] = [
        "质量保证期", "质量保修期", "免费保修期", "免费质保期", "质保期", "保修期", "保质期",
        "包修期", "保固期", "三包期",
    ];
    let words = NAMES.map(|name| name.chars().collect::<Vec<char>>());
    let starting = |at: usize| words.iter().find(|word| text[at..].starts_with(word));
    (0..text.len())
        .filter_map(|at| Some((at, at + starting(at)?.len())))
        .collect()
}

/// Of the words that are no part of a name, those that are not inside one: 洗脱机主轴承 holds the word 机主, and 插入管 a 管 that
/// warrants nothing. Two words side by side, or a long one, divide what stands around them.
fn of_no_name(keep: &[bool], mut cut: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    const LONG: usize = 3;
    cut.sort_unstable();
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    for (from, to) in cut {
        match runs.last_mut() {
            Some((_, end, words)) if from <= *end => {
                *end = to.max(*end);
                *words += 1;
            }
            _ => runs.push((from, to, 1)),
        }
    }
    let inside = |at: Option<usize>| at.and_then(|at| keep.get(at)).is_some_and(|kept| *kept);
    runs.into_iter()
        .filter(|(from, to, words)| {
            let between = inside(from.checked_sub(1)) && inside(Some(*to));
            !between || *words > 1 || to - from >= LONG
        })
        .map(|(from, to, _)| (from, to))
        .collect()
}

/// 空压机整机: the whole of what is sold, unless the plan warrants the whole of several things.
fn is_whole_of_all(page: &Page, name: &str) -> bool {
    const NEAR: usize = 24;
    let whole = ["整机", "整车", "整套设备"]
        .iter()
        .find(|whole| name.ends_with(*whole));
    whole.is_some_and(|whole| {
        let thing = name.trim_end_matches(whole);
        let text = page.clean.text(0, page.clean.chars.len());
        let warranted = text.match_indices(whole).filter(|(at, _)| {
            let behind: String = text[*at..].chars().take(NEAR).collect();
            ["保修", "质保", "保质", "包修", "三包"]
                .iter()
                .any(|word| behind.contains(word))
        });
        in_title(page, thing) || warranted.count() == 1
    })
}

/// What the first headings name is what is sold, not a part of it, unless they name several things: 锁止器及车桩维护方案.
pub(super) fn in_title(page: &Page, name: &str) -> bool {
    page.lines
        .iter()
        .take(4)
        .filter(|line| line.heading && periods(&page.clean.chars, line.body, line.end).is_empty())
        .any(|line| {
            let title = page.clean.text(line.body, line.end);
            title.split_once(name).is_some_and(|(before, after)| {
                !before.ends_with(['及', '与', '和', '、'])
                    && !after.starts_with(['及', '与', '和', '、'])
            })
        })
}

/// 硬件三年，软件一年: beside hardware, software is a part.
fn beside_hardware(page: &Page, name: &str, (start, end): (usize, usize)) -> bool {
    const NEAR: usize = 150;
    name == "软件"
        && page
            .clean
            .text(start.saturating_sub(NEAR), end + NEAR)
            .contains("硬件")
}

/// 电池循环500次或12个月: the count is no part of the name.
fn before_count(page: &Page, start: usize, end: usize) -> usize {
    let chars = &page.clean.chars;
    let counted = ["次或", "次/", "小时或", "公里或"]
        .iter()
        .any(|word| page.clean.text(start, end).ends_with(word));
    if !counted {
        return end;
    }
    let number = (start..end)
        .find(|at| chars[*at].is_ascii_digit())
        .unwrap_or(end);
    ["循环", "累计", "使用", "充放电"]
        .iter()
        .find(|word| page.clean.text(start, number).ends_with(**word))
        .map_or(number, |word| number - word.chars().count())
}

/// 遥控器（电池除外）: what the brackets say is no part of the name.
fn before_gloss(page: &Page, start: usize, end: usize) -> usize {
    const NAME: usize = 2;
    let chars = &page.clean.chars;
    let closed = (start..end)
        .rev()
        .find(|at| !chars[*at].is_whitespace())
        .filter(|at| chars[*at] == '）');
    closed
        .and_then(|close| (start..close).rev().find(|at| chars[*at] == '（'))
        .filter(|open| open - start >= NAME)
        .unwrap_or(end)
}

/// 自验收合格之日起整机…: the name comes after the start event.
fn after_event(page: &Page, start: usize, end: usize) -> usize {
    let chars = &page.clean.chars;
    let compounds = compounds::within(page, start, end);
    let apart = |at: usize| compounds.iter().all(|&(from, to)| at < from || to <= at);
    (start..end)
        .rev()
        .find(|at| chars[*at] == '起' && apart(*at) || chars[*at] == '：')
        .map_or(start, |at| at + 1)
}

/// 逆变器：整机质保5年: what the line announces is the component.
pub(crate) fn label(page: &Page, sentence: &Sentence) -> Option<String> {
    let &(start, end) = sentence.segments.first()?;
    let named = end - start >= 2;
    // 发动机总成（缸体、缸盖、曲轴）：24个月: what the name comprises stands in brackets.
    let colon = Some(end)
        .filter(|at| page.clean.chars.get(*at) == Some(&'（'))
        .and_then(|open| (open..sentence.end).find(|at| page.clean.chars[*at] == '）'))
        .map_or(end, |close| close + 1);
    let announces = named
        && page.clean.chars.get(colon) == Some(&'：')
        && end - start <= NAME
        && sentence.segments.len() > 1;
    let plain = !page
        .tokens_in(start, end)
        .iter()
        .any(|t| t.is(Concept::Warranty) || t.is(Concept::Promise) || t.is(Concept::Quality));
    let generic = is_generic(page.clean.text(start, end));
    let end = before_gloss(page, start, end);
    let name = page.quote(start, end).0;
    let whole = is_whole(&name) && !beside_hardware(page, &name, (start, end));
    (announces && plain && !generic && !whole).then_some(name)
}

/// Words of headings and labels that name no thing.
pub(super) fn is_generic(name: &str) -> bool {
    [
        "期限", "时间", "承诺", "年限", "政策", "内容", "服务", "规定", "如下", "标准", "要求",
        "说明", "条款", "方案", "措施", "范围", "保障", "备注", "响应", "项目",
    ]
    .iter()
    .any(|word| compounds::without(name).contains(word))
        || matches!(name.trim(), "其他" | "其它")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands before a length of warranty, and the part it names.
    #[test]
    fn the_part_is_named_by_the_words_before_the_length() {
        for (words, part) in [
            ("感应器", Some("感应器")),
            ("点火器", Some("点火器")),
            ("锁", Some("锁")),
            ("桨轴只", Some("桨轴")),
            ("自控系统", Some("自控系统")),
            ("本公司机器", None),
            ("整机", None),
            ("必须", None),
        ] {
            let page = Page::of(&format!("{words}保修一年。"));
            let named = component(&page, 0, words.chars().count());
            assert_eq!(named.as_deref(), part, "{words}");
        }
    }
}
