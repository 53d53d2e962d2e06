//! A table of weights.

use std::collections::HashMap;

/// Weights by trait, in hundredths of the natural logarithm of the odds; what a trait does not weigh for is left out.
pub(crate) struct Table {
    bias: Vec<i32>,
    /// Traits by the low bits of their keys, the next free place where two share one (linear probing); at most half of them are taken.
    places: Vec<Place>,
    weights: Vec<(u8, i16)>,
}

/// Where the weights of a trait lie among all.
#[derive(Clone, Copy, Default)]
struct Place {
    /// The high half of its key.
    tag: u32,
    /// The first weight and, in the low bits, how many there are; none marks a free place.
    row: u32,
}

/// Bits of [`Place::row`] that count.
const COUNT_BITS: u32 = 6;

impl Place {
    fn of(key: u64, first: usize, count: usize) -> Self {
        let row = u32::try_from(first).unwrap_or(u32::MAX) << COUNT_BITS;
        Self {
            tag: tag(key),
            row: row | u32::try_from(count).unwrap_or(0),
        }
    }

    fn is_free(self) -> bool {
        self.row == 0
    }

    fn range(self) -> std::ops::Range<usize> {
        let first = (self.row >> COUNT_BITS) as usize;
        first..first + (self.row & ((1 << COUNT_BITS) - 1)) as usize
    }
}

impl Table {
    /// What everything starts from, one number per class.
    pub(crate) fn bias(&self) -> Vec<i32> {
        self.bias.clone()
    }

    /// Adds what everything starts from.
    pub(crate) fn add_bias(&self, sums: &mut [i32]) {
        add_up(sums, &self.bias);
    }

    /// Adds what a trait weighs, if it is known.
    pub(crate) fn add(&self, sums: &mut [i32], sort: char, letters: &[char]) {
        let key = key(sort, letters.iter().copied());
        let mut at = self.home(key);
        loop {
            let place = self.places[at];
            if place.is_free() {
                return;
            }
            if place.tag == tag(key) {
                for &(class, weight) in &self.weights[place.range()] {
                    sums[usize::from(class)] += i32::from(weight);
                }
                return;
            }
            at = (at + 1) % self.places.len();
        }
    }

    /// What the traits that `show` shows weigh together.
    pub(crate) fn sum(&self, show: impl FnOnce(&mut dyn FnMut(char, &[char]))) -> Vec<i32> {
        let mut sums = vec![0; self.bias.len()];
        show(&mut |sort, letters| self.add(&mut sums, sort, letters));
        sums
    }

    /// Rows as learned: a trait, a tab, then `class:weight` with blanks between; `=` is the bias. Lines that open with # say something.
    pub(crate) fn parse(rows: &str, classes: usize) -> Self {
        let rows = rows.lines().filter(|row| !row.starts_with("# "));
        let room = (2 * rows.clone().count()).next_power_of_two();
        let mut table = Self {
            bias: vec![0; classes],
            places: vec![Place::default(); room],
            weights: Vec::new(),
        };
        for row in rows {
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
                    let first = table.weights.len();
                    table.weights.extend(weights);
                    table.keep(key(sort, letters), first);
                }
                None => {}
            }
        }
        table
    }

    /// Remembers where the weights from `first` on belong.
    fn keep(&mut self, key: u64, first: usize) {
        let place = Place::of(key, first, self.weights.len() - first);
        let mut at = self.home(key);
        while !self.places[at].is_free() {
            at = (at + 1) % self.places.len();
        }
        self.places[at] = place;
    }

    /// Where a key is looked for first.
    fn home(&self, key: u64) -> usize {
        usize::try_from(key & u64::from(u32::MAX)).unwrap_or(0) & (self.places.len() - 1)
    }
}

/// Weights of numbers rather than of traits: a row for each number, a column for each class, in hundredths.
pub(crate) struct Grid<const CLASSES: usize> {
    bias: [i32; CLASSES],
    rows: Vec<[i32; CLASSES]>,
}

impl<const CLASSES: usize> Grid<CLASSES> {
    /// What numbers in hundredths weigh together.
    pub(crate) fn sums(&self, numbers: &[i32]) -> [i32; CLASSES] {
        const HUNDREDTHS: i32 = 100;
        let mut sums = [0; CLASSES];
        for (number, row) in numbers.iter().zip(&self.rows) {
            if *number != 0 {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum += number * weight;
                }
            }
        }
        std::array::from_fn(|class| self.bias[class] + sums[class] / HUNDREDTHS)
    }

    /// Rows as [`Table::parse`] takes them; `names` says which number a row weighs.
    pub(crate) fn parse(rows: &str, names: &[String]) -> Self {
        let mut grid = Self {
            bias: [0; CLASSES],
            rows: vec![[0; CLASSES]; names.len()],
        };
        let places: HashMap<&str, usize> = names.iter().map(String::as_str).zip(0..).collect();
        for row in rows.lines().filter(|row| !row.starts_with("# ")) {
            let Some((name, weights)) = row.rsplit_once('\t') else {
                continue;
            };
            let own = match places.get(name) {
                Some(place) => &mut grid.rows[*place],
                None if name == "=" => &mut grid.bias,
                None => continue,
            };
            for (class, weight) in weights_of(weights) {
                if let Some(cell) = own.get_mut(usize::from(class)) {
                    *cell = i32::from(weight);
                }
            }
        }
        grid
    }
}

/// Adds one sum to another, class by class.
pub(super) fn add_up(sums: &mut [i32], others: &[i32]) {
    for (sum, other) in sums.iter_mut().zip(others) {
        *sum += other;
    }
}

/// The half of a key that tells traits apart which share a place.
fn tag(key: u64) -> u32 {
    u32::try_from(key >> 32).unwrap_or(0)
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
    let hash = std::iter::once(sort)
        .chain(letters)
        .fold(BASIS, |hash, letter| {
            (hash ^ u64::from(u32::from(letter))).wrapping_mul(PRIME)
        });
    // The high bits depend on every letter; folded into the low ones they spread the places.
    hash ^ (hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every row of the tables is taken in: none is mistaken for a remark.
    #[test]
    fn no_row_is_lost() {
        for rows in [
            include_str!("../../../data/kind_weights.tsv"),
            include_str!("../../../data/start_weights.tsv"),
            include_str!("../../../data/end_weights.tsv"),
            include_str!("../../../data/beginning_weights.tsv"),
        ] {
            let table = Table::parse(rows, usize::from(u8::MAX));
            let remarks = rows.lines().take_while(|row| row.starts_with("# ")).count();
            // The bias is a row too.
            let kept = table.places.iter().filter(|place| !place.is_free());
            assert_eq!(kept.count() + 1, rows.lines().count() - remarks);
        }
    }

    #[test]
    fn numbers_weigh_as_much_as_they_are() {
        let names = ["own fee", "first"].map(str::to_owned);
        let grid = Grid::<2>::parse("# two\n=\t1:7\nfirst\t0:-40\nown fee\t0:200 1:10\n", &names);
        assert_eq!(grid.sums(&[150, 100]), [300 - 40, 7 + 15]);
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
