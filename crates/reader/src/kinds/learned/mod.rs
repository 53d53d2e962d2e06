//! What the words speak for, weighed.
//!
//! People promise the same thing in ever new words, so a list of words never ends. [`segments`] weighs which kind a part of a sentence is, [`lengths`] what a
//! length of time limits. Each looks at pairs and triples of letters, the letters around, the headings above and what the rules make of it; each of these carries a
//! weight for every class, and the class with the greatest sum wins: a multinomial logistic regression. The weights are learned from the plans of
//! `golden/reader/tuning`, whose answers are known (`make learn`), and stand readable in `data/*_weights.tsv`. No weight is written by hand; what is read wrongly
//! is mended by a plan with its answer.

mod beginning;
pub(crate) mod length_traits;
pub(crate) mod lengths;
pub(crate) mod neighbours;
mod segment_traits;
pub(crate) mod segments;
pub(crate) mod starts;
mod table;

use table::Table;

/// Digits are alike, and so are the breaks of lines and cells.
fn plain(chars: &[char]) -> Vec<char> {
    chars
        .iter()
        .map(|c| match c {
            c if c.is_ascii_digit() => '0',
            c if c.is_control() => '¶',
            c => *c,
        })
        .collect()
}

fn letters(word: &str) -> Vec<char> {
    word.chars().collect()
}
