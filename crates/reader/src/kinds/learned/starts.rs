//! The day a warranty starts from, by the words that tell it: 挂上墙那天, 收第一块钱那天起.

use std::sync::LazyLock;

use super::Table;
use super::plain;
use super::table::best;
use crate::outline::Page;

/// Rows as learned.
static TABLE: LazyLock<Table> =
    LazyLock::new(|| Table::parse(include_str!("../../../data/start_weights.tsv"), DAYS.len()));

/// The days, in the order of the columns of weights.
pub(crate) const DAYS: [&str; 8] = [
    "contract", "accepted", "commissioned", "delivered", "purchased", "completed", "installed",
    "manufactured",
];

/// Longest stretch that is looked at.
const LONGEST: usize = 60;
/// What the rules say adds to their day.
const PROPOSED: i32 = 50;

/// The day that the words between two positions tell, where the rules see `proposed` in them or none.
pub(crate) fn day(page: &Page, span: (usize, usize), proposed: Option<&str>) -> &'static str {
    let mut sums = TABLE.bias();
    traits(page, span, proposed, &mut |sort, letters| {
        TABLE.add(&mut sums, sort, letters);
    });
    for (sum, day) in sums.iter_mut().zip(DAYS) {
        *sum += if proposed == Some(day) { PROPOSED } else { 0 };
    }
    DAYS[best(&sums).0]
}

/// Shows what is seen of the words to `see`: their letters, alone, in pairs and in threes, and what the rules say.
pub(crate) fn traits(
    page: &Page,
    (start, end): (usize, usize),
    proposed: Option<&str>,
    see: &mut impl FnMut(char, &[char]),
) {
    let chars = &page.clean.chars[start..end.min(start + LONGEST)];
    let letters = plain(chars);
    for length in 1..=3 {
        for gram in letters.windows(length) {
            see('s', gram);
        }
    }
    let rule: Vec<char> = proposed.unwrap_or("none").chars().collect();
    see('r', &rule);
}
