//! Kinds that speak through their words rather than through a length of time: each segment of a sentence gets the kind its words speak for most.

mod channel;
mod complaint;
mod conduct;
mod coverage;
mod delivery;
mod document;
mod exclusion;
mod fee;
mod parts;
mod procedure;
mod remedy;
mod training;
mod view;

use crate::outline::{Page, Sentence};
use crate::reading::{Condition, Terms};
use crate::words::periods::Period;

use super::context::Context;
use super::draft::Draft;
pub(crate) use view::{Told, View};

/// Least score a kind must reach.
const ENOUGH: u8 = 50;

/// Position of exclusions among the kinds: the only kind a condition alone (因人为损坏的，) speaks for.
const EXCLUSION: usize = 0;

/// Positions of the kinds that a following 由此产生的费用由我方承担 still belongs to.
const REMEDY: usize = 3;
const COVERAGE: usize = 7;
/// Training and parts, whose costs are settled by a following 费用由我公司承担.
const TRAINING: usize = 4;
const PARTS: usize = 5;

/// One kind's way of judging a segment and of filling its fields.
struct Kind {
    /// How strongly the segment speaks for the kind, in percent.
    score: fn(&View<'_>) -> u8,
    /// The fields, from the words of the whole clause.
    terms: fn(&View<'_>) -> Terms,
}

/// In the order that settles a draw.
const KINDS: [Kind; 12] = [
    Kind {
        score: exclusion::score,
        terms: exclusion::terms,
    },
    Kind {
        score: complaint::score,
        terms: complaint::terms,
    },
    Kind {
        score: fee::score,
        terms: fee::terms,
    },
    Kind {
        score: remedy::score,
        terms: remedy::terms,
    },
    Kind {
        score: training::score,
        terms: training::terms,
    },
    Kind {
        score: parts::score,
        terms: parts::terms,
    },
    Kind {
        score: channel::score,
        terms: channel::terms,
    },
    Kind {
        score: coverage::score,
        terms: coverage::terms,
    },
    Kind {
        score: document::score,
        terms: document::terms,
    },
    Kind {
        score: conduct::score,
        terms: conduct::terms,
    },
    Kind {
        score: delivery::score,
        terms: delivery::terms,
    },
    Kind {
        score: procedure::score,
        terms: procedure::terms,
    },
];

/// The clauses of a sentence beside those that `timed` already took.
pub(crate) fn drafts(
    page: &Page,
    sentence: &Sentence,
    periods: &[Period],
    context: &Context<'_>,
    timed: &[Draft],
) -> Vec<Draft> {
    let mut found: Vec<(usize, Draft)> = Vec::new();
    let mut loose: Option<usize> = None;
    let told = Told::of(page, sentence, periods, context, timed);
    for &(start, end) in &sentence.segments {
        let view = told.view(start, end);
        if view.labels() || view.asks() {
            continue;
        }
        let best = (0..KINDS.len())
            .map(|kind| (kind, (KINDS[kind].score)(&view)))
            .max_by_key(|(kind, score)| (*score, KINDS.len() - kind));
        if continues(&view) && last_is(&found, &[REMEDY, COVERAGE, TRAINING, PARTS], start) {
            let kind = found_kind(&found);
            join(&mut found, kind, ENOUGH, start, end, false);
            continue;
        }
        match best
            .filter(|(kind, score)| *score >= ENOUGH && (*kind == EXCLUSION || !view.conditional()))
        {
            Some((kind, score)) => {
                join(
                    &mut found,
                    kind,
                    score,
                    loose.take().unwrap_or(start),
                    end,
                    view.taken(),
                );
            }
            None if view.taken() => loose = None,
            None => loose = Some(loose.unwrap_or(start)),
        }
    }
    found
        .into_iter()
        .map(|(kind, draft)| finished(&told, kind, draft))
        .collect()
}

/// 由此产生的费用由我方承担: goes on with the promise before it.
fn continues(view: &View<'_>) -> bool {
    let text = view.text();
    [
        "由此", "直至", "直到", "并承担", "所需费用", "相关费用", "一切费用", "费用由", "产生的",
        "所产生", "钱我", "运费我", "费用我",
    ]
    .iter()
    .any(|start| text.starts_with(start))
}

/// Whether the clause right before is of one of the kinds.
fn last_is(found: &[(usize, Draft)], kinds: &[usize], start: usize) -> bool {
    found
        .last()
        .is_some_and(|(kind, draft)| kinds.contains(kind) && draft.end + 1 >= start)
}

fn found_kind(found: &[(usize, Draft)]) -> usize {
    found.last().map_or(COVERAGE, |(kind, _)| *kind)
}

/// Neighbouring segments of one kind are one clause.
fn join(
    found: &mut Vec<(usize, Draft)>,
    kind: usize,
    score: u8,
    start: usize,
    end: usize,
    alone: bool,
) {
    if let Some((last_kind, last)) = found.last_mut()
        && *last_kind == kind
        && !alone
    {
        last.end = end;
        last.confidence = last.confidence.max(score);
        return;
    }
    let blank = Terms::Coverage {
        causes: Vec::new(),
        payer: crate::reading::Payer::Supplier,
        condition: Condition::default(),
    };
    found.push((
        kind,
        Draft {
            start,
            end,
            terms: blank,
            confidence: score,
        },
    ));
}

fn finished(told: &Told<'_>, kind: usize, draft: Draft) -> Draft {
    let view = told.view(draft.start, draft.end);
    Draft {
        terms: (KINDS[kind].terms)(&view),
        ..draft
    }
}
