//! Wordings that name what starts the clock: 费用确认后, 到件后, 远程处理无果之时起, 修好当天.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::outline::Page;
use crate::reading::Milestone;

use super::milestones::Hit;

const TABLE: &str = include_str!("../../data/beginnings.tsv");

/// Most characters of a wording.
const LONGEST: usize = 12;

struct Wordings {
    /// Wordings that may close a longer phrase.
    closing: HashMap<Vec<char>, Milestone>,
    /// Wordings that must be all that stands there.
    whole: HashMap<Vec<char>, Milestone>,
}

static WORDINGS: LazyLock<Wordings> = LazyLock::new(|| {
    let mut wordings = Wordings {
        closing: HashMap::new(),
        whole: HashMap::new(),
    };
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((name, words)) = line.split_once('\t') else {
            continue;
        };
        let milestone = Milestone::named(name).expect("each row names a milestone");
        for word in words.split_whitespace() {
            match word.strip_prefix('^') {
                Some(word) => wordings.whole.insert(word.chars().collect(), milestone),
                None => wordings.closing.insert(word.chars().collect(), milestone),
            };
        }
    }
    wordings
});

/// The event the words between two positions end in; the longest wording that fits.
pub(super) fn named(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let text = page.clean.slice(start, end);
    let (head, tail) = (lead(text), text.len() - trail(text));
    let text = text.get(head..tail)?;
    let made = |milestone, length: usize| {
        let end = start + tail;
        Hit {
            milestone,
            start: end - length,
            end,
            rank: 0,
        }
    };
    if let Some(milestone) = WORDINGS.whole.get(text) {
        return Some(made(*milestone, text.len()));
    }
    (1..=LONGEST.min(text.len())).rev().find_map(|length| {
        let milestone = WORDINGS.closing.get(&text[text.len() - length..])?;
        Some(made(*milestone, length))
    })
}

/// 自、从、在 before the words add nothing.
fn lead(text: &[char]) -> usize {
    text.iter()
        .take_while(|c| "自从在，、".contains(**c))
        .count()
}

/// …之时, …之日, …以, …了: what stands between the event and 起 or 后.
fn trail(text: &[char]) -> usize {
    text.iter()
        .rev()
        .take_while(|c| "之时日以了 ".contains(**c))
        .count()
}
