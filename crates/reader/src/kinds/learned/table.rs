//! A table of weights.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Weights by trait, in hundredths of the natural logarithm of the odds; what a trait does not weigh for is left out.
pub(crate) struct Table {
    bias: Vec<i32>,
    /// Where the weights of a trait lie among all, first and one past the last.
    rows: HashMap<u64, (u32, u32), BuildHasherDefault<Mixed>>,
    weights: Vec<(u8, i16)>,
}

impl Table {
    /// What everything starts from, one number per class.
    pub(crate) fn bias(&self) -> Vec<i32> {
        self.bias.clone()
    }

    /// Adds what a trait weighs, if it is known.
    pub(crate) fn add(&self, sums: &mut [i32], sort: char, letters: &[char]) {
        let Some(&(from, to)) = self.rows.get(&key(sort, letters.iter().copied())) else {
            return;
        };
        for &(class, weight) in &self.weights[from as usize..to as usize] {
            sums[usize::from(class)] += i32::from(weight);
        }
    }

    /// Rows as learned: a trait, a tab, then `class:weight` with blanks between; `=` is the bias. Lines that open with # say something.
    pub(crate) fn parse(rows: &str, classes: usize) -> Self {
        let mut table = Self {
            bias: vec![0; classes],
            rows: HashMap::default(),
            weights: Vec::new(),
        };
        for row in rows.lines().filter(|row| !row.starts_with("# ")) {
            let Some((name, weights)) = row.rsplit_once('\t') else {
                continue;
            };
            let weights = weights_of(weights).filter(|(class, _)| usize::from(*class) < classes);
            let mut letters = name.chars();
            match letters.next() {
                Some('=') => {
                    for (class, weight) in weights {
                        table.bias[usize::from(class)] = i32::from(weight);
                    }
                }
                Some(sort) => {
                    let from = table.weights.len();
                    table.weights.extend(weights);
                    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
                    table.rows.insert(
                        key(sort, letters),
                        (place(from), place(table.weights.len())),
                    );
                }
                None => {}
            }
        }
        table
    }
}

/// Least lead over the second class, in hundredths of the natural logarithm of the odds, and the confidence in percent it stands for.
const CONFIDENCE: [(i32, u8); 6] = [(300, 95), (200, 88), (140, 80), (80, 70), (40, 60), (0, 52)];

/// The class of the greatest sum, the first of equals, and how surely.
pub(super) fn best(sums: &[i32]) -> (usize, u8) {
    let best = (0..sums.len())
        .max_by_key(|class| (sums[*class], usize::MAX - class))
        .unwrap_or(0);
    let second = sums
        .iter()
        .enumerate()
        .filter(|(class, _)| *class != best)
        .map(|(_, sum)| *sum)
        .max()
        .unwrap_or(0);
    let lead = sums[best].saturating_sub(second);
    let confidence = CONFIDENCE
        .iter()
        .find(|(least, _)| lead >= *least)
        .map_or(50, |(_, percent)| *percent);
    (best, confidence)
}

/// The weights of a row.
fn weights_of(text: &str) -> impl Iterator<Item = (u8, i16)> {
    text.split(' ').filter_map(|cell| {
        let (class, weight) = cell.split_once(':')?;
        Some((class.parse().ok()?, weight.parse().ok()?))
    })
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

    /// Every row of the tables is taken in: none is mistaken for a remark.
    #[test]
    fn no_row_is_lost() {
        for rows in [
            include_str!("../../../data/kind_weights.tsv"),
            include_str!("../../../data/end_weights.tsv"),
            include_str!("../../../data/beginning_weights.tsv"),
        ] {
            let table = Table::parse(rows, usize::from(u8::MAX));
            let remarks = rows.lines().take_while(|row| row.starts_with("# ")).count();
            // The bias is a row too.
            assert_eq!(table.rows.len() + 1, rows.lines().count() - remarks);
        }
    }

    #[test]
    fn what_is_known_weighs_and_the_rest_does_not() {
        let table = Table::parse("# two classes\n=\t0:5 1:-5\nsab\t1:30\nsa\t0:-2 1:4\n", 2);
        let mut sums = table.bias();
        for (sort, letters) in [('s', "ab"), ('s', "a"), ('b', "ab"), ('s', "b")] {
            table.add(&mut sums, sort, &letters.chars().collect::<Vec<_>>());
        }
        assert_eq!(sums, [3, 29]);
    }
}
