//! The lexicon: which concepts the words of a text carry.

mod causes;
mod concept;
mod named_days;
pub(crate) mod numerals;
pub(crate) mod periods;
pub(crate) mod rhythms;
mod roles;
mod units;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

pub(crate) use causes::{Cause, causes_in};
pub(crate) use concept::{Concept, Concepts};

const TABLE: &str = include_str!("../../data/words.tsv");

/// A word found in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// First clean character.
    pub start: usize,
    /// One past the last clean character.
    pub end: usize,
    /// What the word as a whole may mean.
    pub concepts: Concepts,
    /// What the word or a shorter word inside it may mean.
    pub inner: Concepts,
}

impl Token {
    /// Whether the word may carry the concept.
    pub(crate) fn is(&self, concept: Concept) -> bool {
        self.concepts.has(concept)
    }

    /// Whether the word, or a shorter word inside it, may carry the concept.
    pub(crate) fn holds(&self, concept: Concept) -> bool {
        self.inner.has(concept)
    }
}

struct Lexicon {
    finder: AhoCorasick,
    concepts: Vec<Concepts>,
    inner: Vec<Concepts>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut terms: BTreeMap<String, Concepts> = BTreeMap::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((name, words)) = line.split_once('\t') else {
            continue;
        };
        let concept = Concept::named(name).expect("each row of the lexicon names a known concept");
        for word in words.split_whitespace() {
            terms.entry(word.to_lowercase()).or_default().add(concept);
        }
    }
    let finder = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(terms.keys())
        .expect("the lexicon is small enough for one automaton");
    let inner = terms
        .iter()
        .map(|(term, own)| {
            if is_one(*own) {
                *own
            } else {
                contained(term, &terms)
            }
        })
        .collect();
    Lexicon {
        finder,
        concepts: terms.into_values().collect(),
        inner,
    }
});

/// Whether a term is one notion whose parts mean nothing: the 保修 in 保修期内 is no repair.
fn is_one(own: Concepts) -> bool {
    [
        Concept::InTerm,
        Concept::OutTerm,
        Concept::WarrantyNoun,
        Concept::Staff,
        Concept::Supplier,
        Concept::Customer,
        Concept::Maker,
        Concept::Channel,
        Concept::Cannot,
        Concept::Item,
    ]
    .into_iter()
    .any(|concept| own.has(concept))
}

/// The concepts of every term of the lexicon inside this one, itself included.
fn contained(term: &str, terms: &BTreeMap<String, Concepts>) -> Concepts {
    let starts: Vec<usize> = term
        .char_indices()
        .map(|(at, _)| at)
        .chain([term.len()])
        .collect();
    let mut all = Concepts::default();
    for (index, &start) in starts.iter().enumerate() {
        for &end in &starts[index + 1..] {
            all = all.and(terms.get(&term[start..end]).copied().unwrap_or_default());
        }
    }
    all
}

/// Finds the words of the lexicon in a text, longest first, in order, without overlaps.
pub(crate) fn tokens(chars: &[char]) -> Vec<Token> {
    let text: String = chars.iter().collect();
    let mut found = Vec::new();
    let (mut byte, mut at) = (0, 0);
    for hit in LEXICON.finder.find_iter(&text) {
        let start = at + text[byte..hit.start()].chars().count();
        let end = start + text[hit.range()].chars().count();
        found.push(Token {
            start,
            end,
            concepts: LEXICON.concepts[hit.pattern()],
            inner: LEXICON.inner[hit.pattern()],
        });
        byte = hit.end();
        at = end;
    }
    found
}
