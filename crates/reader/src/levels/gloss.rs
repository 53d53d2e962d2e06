//! 一级（紧急）故障, P1级（系统瘫痪）, 重大故障（Ⅰ级）: what stands in brackets behind a level is another word for it.

use crate::kinds::conditions::{self, Dimension, Named};
use crate::outline::Page;
use crate::text::is_han;
use crate::words::periods::periods;

/// Characters that may stand between a level and its bracket: 级, 故障.
const NOUN: usize = 3;
/// A word for a level.
const WORD: std::ops::RangeInclusive<usize> = 2..=8;
/// Words that only say how grave a fault is.
const GRADES: [&str; 16] = [
    "重要", "主要", "紧急", "特急", "重大", "特大", "较大", "严重", "致命", "一般", "普通", "轻微",
    "次要", "较重", "较轻", "常规",
];

/// Whether a word grades a fault without saying what it is.
pub(super) fn only_grades(word: &str) -> bool {
    GRADES.contains(&super::stem(word)) || is_numbered(word)
}

fn is_numbered(word: &str) -> bool {
    word.chars().count() <= 3 && (word.ends_with(['级', '类']) || word.starts_with(['P', 'S']))
}

/// Whether the words are short enough to be another word for a level.
pub(super) fn is_word(words: &str) -> bool {
    words.chars().all(is_han) && WORD.contains(&words.chars().count())
}

/// The word in the bracket behind a level.
pub(super) fn of(page: &Page, line: (usize, usize), level: &Named) -> Option<String> {
    let (open, close) = bracket(page, line, level)?;
    let words: String = page.clean.slice(open + 1, close).iter().collect();
    let named = conditions::named(page, open + 1, close);
    // 一级（市区）, 二级（工作日）: where or when, and no other word for the level.
    let elsewhere = named
        .iter()
        .any(|named| !matches!(named.dimension, Dimension::FaultLevel | Dimension::Question));
    if let [one] = &named[..]
        && one.dimension == Dimension::FaultLevel
        && (one.start, one.end) == (open + 1, close.min(one.end))
        && close - one.end <= 1
    {
        return Some(one.value.clone());
    }
    (is_word(&words) && !elsewhere && periods(&page.clean.chars, open + 1, close).is_empty())
        .then_some(words)
}

/// The bracket right behind a level, if it holds anything short.
pub(super) fn bracket(page: &Page, line: (usize, usize), level: &Named) -> Option<(usize, usize)> {
    let chars = &page.clean.chars;
    let open = (level.end..line.1.min(level.end + NOUN)).find(|at| chars[*at] == '（')?;
    let noun: String = chars[level.end..open].iter().collect();
    let close = (open + 1..line.1.min(open + 2 + WORD.end())).find(|at| chars[*at] == '）')?;
    (["", "级", "类", "故障", "事件"].contains(&noun.as_str()) && close > open + 1)
        .then_some((open, close))
}
