//! The table of weights.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use super::{CLASSES, Sort};

/// Rows as learned; see `data/kind_weights.tsv`.
const ROWS: &str = include_str!("../../../data/kind_weights.tsv");

/// Weights in hundredths of the natural logarithm of the odds, one per class.
pub(crate) type Weights = [i32; CLASSES];

/// Weights by trait.
pub(crate) struct Table {
    bias: Weights,
    rows: HashMap<u64, [i16; CLASSES], BuildHasherDefault<Mixed>>,
}

impl Table {
    /// What every segment starts from.
    pub(crate) fn bias(&self) -> Weights {
        self.bias
    }

    /// Adds what a trait weighs, if it is known.
    pub(crate) fn add(&self, sums: &mut Weights, sort: Sort, letters: &[char]) {
        if let Some(row) = self.rows.get(&key(sort.letter(), letters.iter().copied())) {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(*weight);
            }
        }
    }

    fn parse(rows: &str) -> Self {
        let mut table = Self {
            bias: [0; CLASSES],
            rows: HashMap::default(),
        };
        for row in rows.lines().filter(|row| !row.starts_with('#')) {
            let Some((name, weights)) = row.rsplit_once('\t') else {
                continue;
            };
            let weights = weights_of(weights);
            let mut letters = name.chars();
            match letters.next() {
                Some('=') => table.bias = weights.map(i32::from),
                Some(sort) => {
                    table.rows.insert(key(sort, letters), weights);
                }
                None => {}
            }
        }
        table
    }
}

/// One number per class; a dot weighs nothing.
fn weights_of(text: &str) -> [i16; CLASSES] {
    let mut weights = [0; CLASSES];
    for (weight, part) in weights.iter_mut().zip(text.split(' ')) {
        *weight = part.parse().unwrap_or(0);
    }
    weights
}

/// The table, read once.
pub(crate) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::parse(ROWS))
}

/// A trait as one number (FNV-1a, Fowler, Noll and Vo).
fn key(sort: char, letters: impl Iterator<Item = char>) -> u64 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    std::iter::once(sort)
        .chain(letters)
        .fold(BASIS, |hash, letter| {
            (hash ^ u64::from(u32::from(letter))).wrapping_mul(PRIME)
        })
}

/// Keys are mixed already.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) | u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        // The low bits choose the place; folding the high ones in spreads them.
        self.0 = key ^ (key >> 32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_sort_and_weighs_each_kind() {
        assert!(table().rows.len() > 1000, "the table of weights is learned");
        for row in ROWS.lines().filter(|row| !row.starts_with('#')) {
            let (name, weights) = row.rsplit_once('\t').expect("a tab behind the trait");
            assert!(
                name.starts_with(['=', 's', 'b', 'a', 'h', 'H', 'r', 'f']),
                "{row}"
            );
            let weights: Vec<&str> = weights.split(' ').collect();
            assert_eq!(weights.len(), CLASSES, "{row}");
            assert!(
                weights
                    .iter()
                    .all(|weight| *weight == "." || weight.parse::<i16>().is_ok()),
                "{row}"
            );
        }
    }
}
