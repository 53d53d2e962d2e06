//! Words that stand for a rhythm: 每月, 季度, 入冬前, 逢周三.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::periods::starts_with;
use crate::reading::{Duration, Unit};

/// How a word says that something comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    /// 每月: wherever it stands.
    Said,
    /// 季度巡检: of the work that follows at once.
    OfWork,
    /// 入冬前: a time that comes back.
    Returns,
    /// 周三: only of what is known to be a duty that comes back.
    Known,
}

/// A word that stands for a rhythm.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RhythmWord {
    pub name: &'static str,
    pub says: Says,
    /// How long it is from one time to the next, where that is fixed.
    pub every: Option<Duration>,
}

/// The words of `data/rhythms.tsv` by their first letters, the longest first.
static WORDS: LazyLock<HashMap<char, Vec<RhythmWord>>> = LazyLock::new(|| {
    let mut words: HashMap<char, Vec<RhythmWord>> = HashMap::new();
    for word in rows() {
        if let Some(first) = word.name.chars().next() {
            words.entry(first).or_default().push(word);
        }
    }
    for alike in words.values_mut() {
        alike.sort_by_key(|word| std::cmp::Reverse(word.name.len()));
    }
    words
});

fn rows() -> impl Iterator<Item = RhythmWord> {
    let of_row = |row: &'static str| {
        let mut cells = row.split('\t');
        let says = says(cells.next()?)?;
        let every = duration(cells.next()?);
        let names = cells.next()?.split(' ');
        Some(names.map(move |name| RhythmWord { name, says, every }))
    };
    let rows = include_str!("../../data/rhythms.tsv").lines();
    rows.filter_map(of_row).flatten()
}

fn says(word: &str) -> Option<Says> {
    Some(match word {
        "said" => Says::Said,
        "work" => Says::OfWork,
        "returns" => Says::Returns,
        "known" => Says::Known,
        _ => return None,
    })
}

/// P7D, P3M, P1Y.
fn duration(iso: &str) -> Option<Duration> {
    let rest = iso.strip_prefix('P')?;
    let unit = match rest.chars().last()? {
        'D' => Unit::Day,
        'M' => Unit::Month,
        'Y' => Unit::Year,
        _ => return None,
    };
    let count = rest[..rest.len() - 1].parse().ok()?;
    Some(Duration::whole(unit, count))
}

/// The words that stand at a place, the longest first.
pub(crate) fn words_at(chars: &[char], at: usize) -> impl Iterator<Item = RhythmWord> {
    let alike = chars.get(at).and_then(|first| WORDS.get(first));
    let stands = move |word: &RhythmWord| starts_with(chars, at, word.name);
    alike.into_iter().flatten().copied().filter(stands)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    /// Every row is taken in, and no word has two answers.
    #[test]
    fn a_word_stands_in_one_row() {
        let table = include_str!("../../data/rhythms.tsv");
        let listed: usize = table
            .lines()
            .filter(|row| !row.starts_with('#'))
            .map(|row| row.split(' ').count())
            .sum();
        let names: Vec<&str> = rows().map(|word| word.name).collect();
        assert_eq!(names.len(), listed);
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), listed);
    }

    /// Only a time that comes back may be without a fixed length.
    #[test]
    fn a_rhythm_has_a_length() {
        for word in rows().filter(|word| word.says != Says::Returns) {
            assert!(word.every.is_some(), "{}", word.name);
        }
    }
}
