//! What the weights of [`crate::kinds`] are learned from: the segments of a text as the reader sees them.
//!
//! `make learn` reads the plans of `golden/reader/tuning` through this and writes `data/kind_weights.tsv`.

use crate::kinds::labels::View;
use crate::kinds::{self, learned};
use crate::outline::{self, Page};
use crate::reading::Span;

/// Names of the kinds that are weighed; the last stands for no promise.
pub const KINDS: [&str; learned::CLASSES] = learned::NAMES;

/// A part of a sentence between commas.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Where it stands in the text, in characters.
    pub span: Span,
    /// What is seen of it: a letter for the sort of trait, then the trait.
    pub traits: Vec<String>,
}

impl Segment {
    /// The segment a kind looks at.
    pub(crate) fn of(view: &View<'_>, scores: &[u8]) -> Self {
        let mut traits = Vec::new();
        learned::traits(view, scores, &mut |sort, letters| {
            traits.push(
                std::iter::once(sort.letter())
                    .chain(letters.iter().copied())
                    .collect(),
            );
        });
        Self {
            span: view.page.quote(view.start, view.end).1,
            traits,
        }
    }
}

/// Every segment of every plan in a text.
pub fn segments(text: &str) -> Vec<Segment> {
    let mut page = Page::of(text);
    page.observed = true;
    outline::stretches(&page)
        .into_iter()
        .filter(|stretch| stretch.foreign.is_none())
        .flat_map(|stretch| kinds::clauses(&page, stretch.lines).seen)
        .collect()
}
