//! What the weights of [`crate::kinds`] are learned from: the segments and lengths of time of a text as the reader sees them.
//!
//! `make learn` reads the plans of `golden/reader/tuning` and the sentences beside them through this and writes `data/*_weights.tsv`.

use crate::kinds::labels::View;
use crate::kinds::learned::{
    length_traits, lengths as weighed, neighbours as beside, segments as kind_of, starts,
};
use crate::kinds::{self, labels, warranty_start};
use crate::outline::{self, Page};
use crate::reading::{Milestone, Span};

pub use crate::kinds::learned::lengths::Part;
pub use crate::kinds::learned::neighbours::{Alone, Sums};

/// Names of the kinds that are weighed; the last stands for no promise.
pub const KINDS: [&str; kind_of::CLASSES] = kind_of::NAMES;

/// A part of a sentence between commas.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Where it stands in the text, in characters.
    pub span: Span,
    /// What is seen of it: a letter for the sort of trait, then the trait.
    pub traits: Vec<String>,
    /// What is added to what its words weigh for each kind, in hundredths.
    pub added: Sums,
    /// What is seen of it before it is weighed which day a warranty starts from, if one does.
    pub of_start: Vec<String>,
}

impl Segment {
    /// The segment a kind looks at.
    pub(crate) fn of(view: &View<'_>, scores: &[u8]) -> Self {
        let mut traits = Vec::new();
        let mut see = |sort: kind_of::Sort, letters: &[char]| {
            traits.push(written(sort.letter(), letters));
        };
        kind_of::traits(view, scores, &mut see);
        kind_of::of_headings(view.page, view.context, &mut see);
        let days = warranty_start::proposed(view.page, view.start, view.end);
        let proposed = days.first().copied().filter(|_| days.len() == 1);
        let mut of_start = Vec::new();
        let mut see = |sort, letters: &[char]| of_start.push(written(sort, letters));
        starts::traits(view.page, (view.start, view.end), proposed, &mut see);
        Self {
            span: view.page.quote(view.start, view.end).1,
            traits,
            added: kind_of::added(view, scores),
            of_start,
        }
    }
}

/// A length of time with its answer.
#[derive(Clone, Debug)]
pub struct Length {
    /// What it is for.
    pub part: Part,
    /// What is seen of it before it is weighed what it ends with.
    pub traits: Vec<String>,
    /// What is seen of it before it is weighed what a limit begins with.
    pub of_beginning: Vec<String>,
}

/// Whether a trait passes on what the rules say.
pub fn is_of_rules(name: &str) -> bool {
    name.starts_with(|sort| length_traits::SORTS_OF_RULES.contains(sort))
}

/// The segments of every plan in a text, each with its place among the others.
pub fn segments(text: &str) -> Vec<Vec<(Segment, Alone)>> {
    let mut page = Page::of(text);
    page.observed = true;
    let of_plan = |lines| {
        let waiting = kinds::proposed(&page, lines).0.waiting;
        let alone = labels::alone(&waiting);
        let seen = waiting.into_iter().flat_map(|waiting| waiting.seen);
        seen.zip(alone).collect()
    };
    outline::stretches(&page)
        .into_iter()
        .filter(|stretch| stretch.foreign.is_none())
        .map(|stretch| of_plan(stretch.lines))
        .collect()
}

/// What is seen of each segment of a plan among its neighbours, in hundredths, in the order of [`neighbour_names`].
pub fn neighbours(segments: &[Alone]) -> Vec<Vec<i32>> {
    beside::of(segments).collect()
}

/// The days a warranty may start from.
pub fn days() -> Vec<String> {
    starts::DAYS.map(str::to_owned).to_vec()
}

/// Names of what is seen among neighbours.
pub fn neighbour_names() -> Vec<String> {
    beside::names()
}

/// Every length of time of every plan in a text. `answer` says what the one at a place, of an ISO length, is for.
pub fn lengths(text: &str, mut answer: impl FnMut(Span, &str) -> Part) -> Vec<Length> {
    let page = Page::of(text);
    let mut found = Vec::new();
    for stretch in outline::stretches(&page) {
        if stretch.foreign.is_some() {
            continue;
        }
        let (proposed, tables) = kinds::proposed(&page, stretch.lines.clone());
        weighed::each(
            &page,
            stretch.lines,
            &tables,
            &proposed.clauses,
            |sight, _| {
                let period = sight.period();
                let iso = period.high.iso().unwrap_or_default();
                let part = answer(page.clean.span(period.start, period.end), &iso);
                found.push(seen(sight, part));
                part
            },
        );
    }
    found
}

fn seen(sight: &length_traits::Sight<'_>, part: Part) -> Length {
    let mut length = Length {
        part,
        traits: Vec::new(),
        of_beginning: Vec::new(),
    };
    let mut see = |sort, letters: &[char]| length.traits.push(written(sort, letters));
    length_traits::of_end(sight, &mut see);
    length_traits::of_headings(sight.page, sight.context, &mut see);
    if let Part::Limit { to, .. } = part {
        let mut see = |sort, letters: &[char]| length.of_beginning.push(written(sort, letters));
        length_traits::of_beginning(sight, to, &mut see);
        length_traits::of_headings(sight.page, sight.context, &mut see);
    }
    length
}

fn written(sort: char, letters: &[char]) -> String {
    std::iter::once(sort)
        .chain(letters.iter().copied())
        .collect()
}

/// Names of what a length may end with, in the order of [`Part::class`].
pub fn ends() -> Vec<String> {
    let milestones = Milestone::ALL.iter().map(|end| format!("{end:?}"));
    milestones
        .chain(["term".to_owned(), "none".to_owned()])
        .collect()
}
