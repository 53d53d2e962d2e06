//! What is seen of a segment before its kind is weighed.

use super::segments::NAMES;
use super::{letters, plain};
use crate::kinds::context::Context;
use crate::kinds::labels::View;
use crate::outline::Page;

/// Where letters were seen; each sort has weights of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// In the segment itself.
    Own,
    /// Before it.
    Before,
    /// Behind it.
    Behind,
    /// In the nearest heading.
    Heading,
    /// In the headings above that.
    Above,
    /// A kind the rules see in it.
    Rule,
    /// A sign such as `taken`.
    Sign,
}

impl Sort {
    /// The letter that opens a row of the table of weights.
    pub(crate) fn letter(self) -> char {
        match self {
            Self::Own => 's',
            Self::Before => 'b',
            Self::Behind => 'a',
            Self::Heading => 'h',
            Self::Above => 'H',
            Self::Rule => 'r',
            Self::Sign => 'f',
        }
    }
}

/// Longest part of a segment that is looked at.
const LONGEST: usize = 60;
/// Letters looked at on either side.
const AROUND: usize = 20;
/// Letters looked at of a heading.
const HEADING: usize = 20;
/// From this score on a rule is taken to speak for its kind, and to insist on it.
const SPEAKS: u8 = 50;
const INSISTS: u8 = 70;

/// Shows every trait of a segment but those of its headings to `see`: its sort and its letters.
pub(crate) fn traits(view: &View<'_>, scores: &[u8], see: &mut impl FnMut(Sort, &[char])) {
    let chars = &view.page.clean.chars;
    let own = framed(&chars[view.start..view.end], LONGEST);
    for length in 1..=3 {
        grams(&own, length, Sort::Own, see);
    }
    let before = &chars[view.start.saturating_sub(AROUND)..view.start];
    grams(&plain(before), 2, Sort::Before, see);
    let behind = unsigned(&chars[view.end..(view.end + AROUND).min(chars.len())]);
    grams(&plain(behind), 2, Sort::Behind, see);
    for (kind, score) in scores.iter().enumerate() {
        if *score >= SPEAKS {
            see(Sort::Rule, &letters(NAMES[kind]));
        }
        if *score >= INSISTS {
            see(Sort::Rule, &letters(&format!("{}+", NAMES[kind])));
        }
    }
    signs(view, scores, |sign| see(Sort::Sign, &letters(sign)));
}

/// The traits of the headings a sentence stands under, the same for all its segments.
pub(crate) fn of_headings(page: &Page, context: &Context<'_>, see: &mut impl FnMut(Sort, &[char])) {
    for (above, &(start, end)) in context.headings.iter().rev().enumerate() {
        let sort = if above == 0 {
            Sort::Heading
        } else {
            Sort::Above
        };
        let letters = framed(&page.clean.chars[start..end], HEADING);
        grams(&letters, 2, sort, see);
    }
}

/// What stands before a place for seals: that one follows says nothing of the last article.
fn unsigned(behind: &[char]) -> &[char] {
    let seal = behind.windows(2).position(|pair| pair == ['盖', '章']);
    let line = seal.and_then(|seal| behind[..seal].iter().rposition(|c| *c == '\n'));
    &behind[..line.unwrap_or(behind.len())]
}

/// Whether some rule speaks.
pub(crate) fn is_heard(scores: &[u8]) -> bool {
    scores.iter().any(|score| *score >= SPEAKS)
}

fn signs(view: &View<'_>, scores: &[u8], mut see: impl FnMut(&str)) {
    const BUCKET: usize = 4;
    const BUCKETS: usize = 8;
    let length = ((view.end - view.start) / BUCKET).min(BUCKETS);
    see(&format!("length{length}"));
    for (holds, sign) in [
        (!is_heard(scores), "silent"),
        (view.taken(), "taken"),
        (view.limited(), "limited"),
        (view.warranted(), "warranted"),
        (view.recurs(), "recurs"),
        (view.conditional(), "conditional"),
        (view.start == view.sentence.start, "first"),
        (view.end == view.sentence.end, "last"),
        (view.heading(), "heading"),
        (view.announces(), "announces"),
        (view.money(), "money"),
        (view.phone(), "phone"),
        (view.keeps_a_figure(), "figure"),
    ] {
        if holds {
            see(sign);
        }
    }
}

/// With marks where the words begin and end.
fn framed(chars: &[char], longest: usize) -> Vec<char> {
    let mut framed = vec!['^'];
    framed.extend(plain(&chars[..chars.len().min(longest)]));
    framed.push('$');
    framed
}

fn grams(chars: &[char], length: usize, sort: Sort, see: &mut impl FnMut(Sort, &[char])) {
    for gram in chars.windows(length) {
        see(sort, gram);
    }
}
