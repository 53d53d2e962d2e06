//! What a warranty term is about: the whole unit or a component.

use crate::outline::Page;
use crate::words::Concept;

/// Words for everything that is sold.
const WHOLE: [&str; 34] = [
    "整机", "整车", "整套", "全套", "设备", "产品", "系统", "工程", "项目", "货物", "服务", "家具",
    "软件", "全部", "所有", "主机", "本机", "标的", "整体", "商品", "机器", "仪器", "装置", "车辆",
    "电梯", "空调", "我司", "公司", "乙方", "卖方", "质量", "免费", "期限", "时间",
];

/// Little words around a component's name.
const LITTLE: [&str; 57] = [
    "其中", "对于", "对", "所有", "全部", "本", "该", "的", "为", "是", "提供", "实行", "享受",
    "我", "均", "自", "从", "起", "期", "免费", "原厂", "及", "和", "与", "等", "部分", "按", "可",
    "将", "承诺", "保证", "不少于", "不低于", "至少", "不", "在", "内", "以", "则", "另", "给予",
    "予以", "我们", "您", "所供", "所售", "标准", "凡", "包括", "延长", "一律", "都", "有", "已",
    "再", "整个", "取原",
];

/// Longest name of a component.
const NAME: usize = 16;

/// Whether a name means the whole unit.
pub(crate) fn is_whole(name: &str) -> bool {
    const GENERIC: usize = 3;
    WHOLE
        .iter()
        .any(|whole| name == *whole || name.chars().count() <= GENERIC && name.ends_with(whole))
        || name.is_empty()
}

/// The component named between two positions, if the words left over name one.
pub(crate) fn component(page: &Page, start: usize, end: usize) -> Option<String> {
    let start = after_event(page, start, end);
    let mut keep: Vec<bool> = page
        .clean
        .slice(start, end)
        .iter()
        .map(|c| crate::text::is_han(*c) || c.is_ascii_alphanumeric() || *c == '、')
        .collect();
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
        if dropped.iter().any(|concept| token.is(*concept)) {
            keep[token.start - start..token.end - start].fill(false);
        }
    }
    let text: Vec<char> = page.clean.slice(start, end).to_vec();
    for word in LITTLE {
        let letters: Vec<char> = word.chars().collect();
        for at in 0..text.len().saturating_sub(letters.len() - 1) {
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
    (to - from >= 2 && to - from <= NAME && !is_whole(&name) && !in_title(page, &name))
        .then(|| page.quote(start + from, start + to).0)
}

/// What the first headings name is what is sold, not a part of it.
fn in_title(page: &Page, name: &str) -> bool {
    page.lines
        .iter()
        .take(4)
        .filter(|line| line.heading)
        .any(|line| page.clean.text(line.body, line.end).contains(name))
}

/// 自验收合格之日起整机…: the name comes after the start event.
fn after_event(page: &Page, start: usize, end: usize) -> usize {
    let chars = &page.clean.chars;
    (start..end)
        .rev()
        .find(|at| chars[*at] == '起' || chars[*at] == '：')
        .map_or(start, |at| at + 1)
}
