//! Names of things that hold little words and verbs of service: 可编程控制器, 起升机构, 送风机, 从动轮.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::outline::Page;

const TABLE: &str = include_str!("../../data/compounds.txt");

static NAMES: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(rows.flat_map(str::split_whitespace))
        .expect("the table of compounds is small enough for one automaton")
});

/// The compounds between two clean positions; what they are made of is no word of its own.
pub(super) fn within(page: &Page, start: usize, end: usize) -> Vec<(usize, usize)> {
    let text = page.clean.text(start, end);
    let place = |at: usize| start + text[..at].chars().count();
    NAMES
        .find_iter(text)
        .map(|hit| (place(hit.start()), place(hit.end())))
        .filter(|&(from, _)| !closes_a_day(page, from))
        .collect()
}

/// 自验收之日起动力电池…: the 起 belongs to the day.
fn closes_a_day(page: &Page, at: usize) -> bool {
    let chars = &page.clean.chars;
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    chars[at] == '起' && before.is_some_and(|c| "日时天".contains(*c))
}

/// A name without the compounds in it: the 服务 of 服务器 and the 标准 of 标准砝码 say nothing.
pub(super) fn without(name: &str) -> String {
    let mut rest = String::with_capacity(name.len());
    let mut from = 0;
    for hit in NAMES.find_iter(name) {
        rest.push_str(&name[from..hit.start()]);
        from = hit.end();
    }
    rest.push_str(&name[from..]);
    rest
}
