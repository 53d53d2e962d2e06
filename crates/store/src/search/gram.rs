//! Grams: the terms of the inverted index.
//!
//! Of each word (a run without spaces) every character, every pair, and every triple of Latin letters and digits is a
//! term: Chinese words have one to four characters, while pairs of digits are too common to select anything. Terms are
//! written in letters and digits only, which both engines take as they are. Different grams may share a term; the text
//! confirms each hit, so this costs time and never a wrong result.

use std::collections::BTreeSet;
use std::iter;

use crate::scope::Scope;
use crate::search::Document;

/// More terms do not make a query more selective.
const MAX_TERMS: usize = 24;

/// All terms of a document, separated by spaces.
pub(super) fn of_document(document: &Document, normal_text: &str) -> String {
    let mut terms: BTreeSet<String> = BTreeSet::new();
    for word in normal_text.split(' ') {
        let characters: Vec<char> = word.chars().collect();
        terms.extend((1..=3).flat_map(|size| grams(&characters, size)));
    }
    terms.insert(label('k', &document.kind));
    terms.extend(document.person.as_deref().map(|id| label('p', id)));
    terms.extend(document.customer.as_deref().map(|id| label('o', id)));
    terms.into_iter().collect::<Vec<_>>().join(" ")
}

/// The query in the language of FTS5.
pub(super) fn fts5_query(words: &[&str], scope: &Scope, kinds: &[&str]) -> String {
    conjunction(words, scope, kinds, " AND ", " OR ")
}

/// The query in the language of PostgreSQL's tsquery.
pub(super) fn tsquery(words: &[&str], scope: &Scope, kinds: &[&str]) -> String {
    conjunction(words, scope, kinds, " & ", " | ")
}

fn conjunction(words: &[&str], scope: &Scope, kinds: &[&str], and: &str, or: &str) -> String {
    let kinds: Vec<String> = kinds.iter().map(|kind| label('k', kind)).collect();
    let owner = match scope {
        Scope::Own { person } => Some(label('p', person)),
        Scope::Customer(id) => Some(label('o', id)),
        Scope::All | Scope::Branch(_) | Scope::Nothing => None,
    };
    let text: BTreeSet<String> = words
        .iter()
        .flat_map(|word| word.split(' '))
        .flat_map(|word| needed(&word.chars().collect::<Vec<_>>()))
        .take(MAX_TERMS)
        .collect();
    iter::once(format!("({})", kinds.join(or)))
        .chain(owner)
        .chain(text)
        .collect::<Vec<_>>()
        .join(and)
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
        .map(|pair| term(&word[pair..pair + 2]));
    grams(word, 3).into_iter().chain(pairs).collect()
}

fn grams(word: &[char], size: usize) -> Vec<String> {
    word.windows(size)
        .filter(|gram| size < 3 || is_latin(gram))
        .map(term)
        .collect()
}

fn is_latin(gram: &[char]) -> bool {
    gram.iter().all(char::is_ascii_alphanumeric)
}

fn term(gram: &[char]) -> String {
    if is_latin(gram) {
        return iter::once('a').chain(gram.iter().copied()).collect();
    }
    iter::once('c')
        .chain(gram.iter().flat_map(|character| base36(*character)))
        .collect()
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
            [term(&['3', '室']), term(&['室', '1']), "a12".into()]
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
