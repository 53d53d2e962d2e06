//! The kind of a segment.

use std::sync::LazyLock;

use crate::kinds::labels::View;

use super::Table;
use super::neighbours::Sums;
pub(crate) use super::segment_traits::{Sort, is_heard, of_headings, traits};
use super::table::add_up;

/// Rows as learned.
static TABLE: LazyLock<Table> =
    LazyLock::new(|| Table::parse(include_str!("../../../data/kind_weights.tsv"), CLASSES));

/// Names of what a segment can be, in the order of the columns of weights; the first twelve in the order of the rules, the last is no promise.
pub(crate) const NAMES: [&str; CLASSES] = [
    "exclusion", "complaint", "fee", "remedy", "training", "parts", "channel", "coverage",
    "document", "conduct", "delivery", "procedure", "recurring_duty", "other", "warranty_start",
    "none",
];
/// How many there are.
pub(crate) const CLASSES: usize = 16;
/// Position of prices.
pub(crate) const FEE: usize = 2;
/// Position of what is owed when something goes wrong.
pub(crate) const REMEDY: usize = 3;
/// Position of ways to reach somebody.
const CHANNEL: usize = 6;
/// Position of duties that come back.
pub(crate) const RECURRING: usize = 12;
/// Position of promises of no other kind.
pub(crate) const OTHER: usize = 13;
/// Position of days a warranty starts from.
pub(crate) const START: usize = 14;
/// Position of what promises nothing.
pub(crate) const NONE: usize = 15;

/// What a rule adds to its kind where it is certain, and a counted duty to duties: few words leave the weights little to go by, 周六 9:00-12:00 李工.
const CERTAIN: u8 = 84;
const ADDED: i32 = 150;
/// The same where a rule is fairly sure: what stands around its words must not talk it out of them.
const SURE: u8 = 70;
const ADDED_SURE: i32 = 60;

/// What speaks for no promise where no word is known at all.
const SILENT: i32 = 2000;

/// What the words of a segment weigh for each kind.
pub(crate) fn weigh(view: &View<'_>, scores: &[u8]) -> Sums {
    let mut sums = added(view, scores);
    if sums[NONE] >= SILENT {
        return sums;
    }
    TABLE.add_bias(&mut sums);
    traits(view, scores, &mut |sort, letters| {
        TABLE.add(&mut sums, sort.letter(), letters);
    });
    add_up(&mut sums, view.told.above.get_or_init(|| of_context(view)));
    sums
}

/// What is added to what the words weigh.
pub(crate) fn added(view: &View<'_>, scores: &[u8]) -> Sums {
    let mut sums = [0; CLASSES];
    if !view.speaks_of_service() {
        sums[NONE] = SILENT;
        return sums;
    }
    for (class, score) in scores.iter().enumerate() {
        sums[class] = match *score {
            CERTAIN.. => ADDED,
            SURE.. => ADDED_SURE,
            _ => 0,
        };
    }
    if view.recurs() || view.comes_back() {
        sums[RECURRING] = ADDED;
    }
    let of_a_kind = scores.iter().any(|score| *score >= SURE);
    if view.keeps_a_figure() && !of_a_kind && !view.taken() {
        sums[OTHER] = ADDED_SURE;
    }
    // 定期巡检设备 right under a telephone number: the work itself is named, and no way to reach anybody.
    if view.comes_back() && scores[CHANNEL] == 0 {
        sums[CHANNEL] -= ADDED;
    }
    sums
}

/// What the headings weigh.
fn of_context(view: &View<'_>) -> Vec<i32> {
    TABLE.sum(|add| {
        of_headings(view.page, view.context, &mut |sort, letters| {
            add(sort.letter(), letters);
        });
    })
}
