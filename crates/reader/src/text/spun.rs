//! Words that a synonym machine or a bad scan put in place of the usual ones, put right.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Clean;

const TABLE: &str = include_str!("../../data/spun.tsv");

struct Disguises {
    finder: AhoCorasick,
    usual: Vec<Vec<char>>,
}

static DISGUISES: LazyLock<Disguises> = LazyLock::new(|| {
    let mut patterns = Vec::new();
    let mut usual = Vec::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((word, disguises)) = line.split_once('\t') else {
            continue;
        };
        for disguise in disguises.split_whitespace() {
            patterns.push(disguise);
            usual.push(word.chars().collect());
        }
    }
    let finder = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(patterns)
        .expect("the table of disguises is small enough for one automaton");
    Disguises { finder, usual }
});

/// Replaces each disguise by the usual word; the word's characters all stand for the whole disguise.
pub(super) fn restore(folded: Clean) -> Clean {
    let text: String = folded.chars.iter().collect();
    let mut restored = Clean::empty(folded.chars.len());
    let (mut byte, mut at) = (0, 0);
    for found in DISGUISES.finder.find_iter(&text) {
        let skipped = text[byte..found.start()].chars().count();
        copy(&folded, &mut restored, at, at + skipped);
        let start = at + skipped;
        let end = start + text[found.range()].chars().count();
        for &char in &DISGUISES.usual[found.pattern()] {
            restored.push(char, folded.from[start], folded.to[end - 1]);
        }
        byte = found.end();
        at = end;
    }
    copy(&folded, &mut restored, at, folded.chars.len());
    restored
}

fn copy(source: &Clean, target: &mut Clean, start: usize, end: usize) {
    for at in start..end {
        target.push(source.chars[at], source.from[at], source.to[at]);
    }
}
