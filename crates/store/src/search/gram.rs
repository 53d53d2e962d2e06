//! Grams: the terms of the inverted index.
//!
//! Of each word (a run without spaces) every character, every pair, and every triple of Latin letters and digits is a
//! term: Chinese words have one to four characters, while pairs of digits are too common to select anything. Terms are
//! written in letters and digits only, which both engines take as they are. Different grams may share a term; the text
//! confirms each hit, so this costs time and never a wrong result.

use std::collections::BTreeSet;
use std::iter;

use crate::engine::Engine;
use crate::search::Document;

/// More terms do not make a query more selective.
const MAX_TERMS: usize = 24;

/// All terms of a document, separated by spaces.
pub(super) fn of_document(document: &Document, normal_text: &str) -> String {
    let mut all = Terms::default();
    for word in normal_text.split(' ') {
        let characters: Vec<char> = word.chars().collect();
        for size in 1..=3 {
            let sized = characters.windows(size);
            sized
                .filter(|gram| size < 3 || is_latin(gram))
                .for_each(|gram| all.push(term(gram)));
        }
    }
    all.push(kind_label(&document.kind).chars());
    let labels = [
        document.branch.as_deref().map(branch_label),
        document.person.as_deref().map(person_label),
        document.customer.as_deref().map(customer_label),
    ];
    for label in labels.iter().flatten() {
        all.push(label.chars());
    }
    all.distinct()
}

/// Terms one after the other in one text: a document has a hundred, and an import a hundred thousand documents.
#[derive(Default)]
struct Terms {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Terms {
    fn push(&mut self, term: impl Iterator<Item = char>) {
        self.text.extend(term);
        self.ends.push(self.text.len());
    }

    /// Each once, separated by spaces.
    fn distinct(&self) -> String {
        let starts = iter::once(0).chain(self.ends.iter().copied());
        let mut terms: Vec<&str> = starts
            .zip(&self.ends)
            .map(|(start, end)| &self.text[start..*end])
            .collect();
        terms.sort_unstable();
        terms.dedup();
        terms.join(" ")
    }
}

/// A query for documents that contain each word and carry, of each group of labels, at least one.
pub(super) fn query(engine: Engine, words: &[&str], labels: &[Vec<String>]) -> String {
    let (and, or) = match engine {
        Engine::Sqlite => (" AND ", " OR "),
        Engine::Postgres => (" & ", " | "),
    };
    let terms: BTreeSet<String> = words
        .iter()
        .flat_map(|word| word.split(' '))
        .flat_map(|word| needed(&word.chars().collect::<Vec<_>>()))
        .take(MAX_TERMS)
        .collect();
    let groups = labels.iter().map(|group| format!("({})", group.join(or)));
    groups.chain(terms).collect::<Vec<_>>().join(and)
}

pub(super) fn kind_label(kind: &str) -> String {
    label('k', kind)
}

pub(super) fn branch_label(id: &str) -> String {
    label('b', id)
}

pub(super) fn person_label(id: &str) -> String {
    label('p', id)
}

pub(super) fn customer_label(id: &str) -> String {
    label('o', id)
}

/// The largest grams of a word; they imply the smaller ones inside them.
fn needed(word: &[char]) -> Vec<String> {
    if word.len() < 2 {
        return grams(word, 1);
    }
    let in_triple = |pair: usize| {
        let starts = [pair.checked_sub(1), Some(pair)];
        starts
            .into_iter()
            .flatten()
            .any(|start| word.get(start..start + 3).is_some_and(is_latin))
    };
    let pairs = (0..word.len() - 1)
        .filter(|pair| !in_triple(*pair))
        .map(|pair| term(&word[pair..pair + 2]).collect());
    grams(word, 3).into_iter().chain(pairs).collect()
}

fn grams(word: &[char], size: usize) -> Vec<String> {
    word.windows(size)
        .filter(|gram| size < 3 || is_latin(gram))
        .map(|gram| term(gram).collect())
        .collect()
}

fn is_latin(gram: &[char]) -> bool {
    gram.iter().all(char::is_ascii_alphanumeric)
}

fn term(gram: &[char]) -> impl Iterator<Item = char> {
    let (latin, other) = if is_latin(gram) {
        (gram, &[][..])
    } else {
        (&[][..], gram)
    };
    let mark = if other.is_empty() { 'a' } else { 'c' };
    iter::once(mark)
        .chain(latin.iter().copied())
        .chain(other.iter().flat_map(|character| base36(*character)))
}

/// A term for a property of the document; what is not a letter or digit is left out.
fn label(mark: char, value: &str) -> String {
    iter::once(mark)
        .chain(
            value
                .chars()
                .filter(char::is_ascii_alphanumeric)
                .map(|character| character.to_ascii_lowercase()),
        )
        .collect()
}

/// Three digits for nearly all Chinese characters, four for the rest.
fn base36(character: char) -> impl Iterator<Item = char> {
    let code = u32::from(character);
    let places = if code < 36 * 36 * 36 { 3 } else { 4 };
    (0..places).rev().map(move |place| {
        char::from_digit(code / 36_u32.pow(place) % 36, 36).expect("a remainder of 36 is a digit")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_needs_the_largest_grams_only() {
        let needed = |word: &str| needed(&word.chars().collect::<Vec<_>>());
        assert_eq!(needed("7"), ["a7"]);
        assert_eq!(needed("13"), ["a13"]);
        assert_eq!(needed("1380"), ["a138", "a380"]);
        assert_eq!(
            needed("3室12"),
            [
                term(&['3', '室']).collect(),
                term(&['室', '1']).collect(),
                String::from("a12")
            ]
        );
    }

    #[test]
    fn every_needed_gram_is_in_the_document() {
        let document = Document {
            kind: "case".into(),
            ..Document::default()
        };
        let terms = of_document(&document, "空调-ab12室");
        let terms: BTreeSet<&str> = terms.split(' ').collect();
        for query in ["空", "空调", "调-a", "-", "ab1", "2室", "空调-ab12室"] {
            for gram in needed(&query.chars().collect::<Vec<_>>()) {
                assert!(terms.contains(gram.as_str()), "{query} needs {gram}");
            }
        }
    }
}
