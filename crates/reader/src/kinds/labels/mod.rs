//! Kinds that speak through their words rather than through a length of time: each segment of a sentence gets the kind its words speak for most.
//! A file per kind says what its rules see in a segment and fills its fields; [`super::learned`] weighs what they say with the words themselves.

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

use std::rc::Rc;

use crate::reading::{Span, Terms};
use crate::training::Segment;

use super::draft::Draft;
use super::learned::neighbours::{Alone, Sums, Verdict};
use super::learned::segments;
use super::{other, recurring_duty, warranty_start};
pub(crate) use view::{Told, View};

/// One kind's way of judging a segment and of filling its fields.
struct Kind {
    /// How strongly the segment speaks for the kind, in percent.
    score: fn(&View<'_>) -> u8,
    /// The fields, from the words of the whole clause.
    terms: fn(&View<'_>) -> Terms,
}

/// In the order of `segments::NAMES`.
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

/// A sentence whose words are weighed and which waits for what stands beside it.
pub(crate) struct Waiting<'a> {
    told: Told<'a>,
    segments: Vec<Weighed>,
    /// Its segments as the learner sees them, where it asked for them.
    pub seen: Vec<Segment>,
    /// Where in the text its clauses count; everywhere where nothing is said.
    pub within: Option<Rc<[Span]>>,
}

/// A segment by its own words.
struct Weighed {
    start: usize,
    end: usize,
    sums: Sums,
    /// What of it the rules add.
    added: Sums,
    /// Whether some rule speaks.
    heard: bool,
}

/// What the words of a sentence speak for beside the limits and terms that `told` already took.
pub(crate) fn weigh(told: Told<'_>) -> Waiting<'_> {
    let mut segments_of = Vec::with_capacity(told.sentence.segments.len());
    let mut seen = Vec::new();
    for &(start, end) in &told.sentence.segments {
        let view = told.view(start, end);
        if view.labels() || view.asks() {
            continue;
        }
        let scores = KINDS.map(|kind| (kind.score)(&view));
        if told.page.observed {
            seen.push(Segment::of(&view, &scores));
        }
        segments_of.push(Weighed {
            start,
            end,
            sums: segments::weigh(&view, &scores),
            added: segments::added(&view, &scores),
            heard: segments::is_heard(&scores),
        });
    }
    Waiting {
        told,
        segments: segments_of,
        seen,
        within: None,
    }
}

/// The segments of all sentences, as their own words weigh them.
pub(crate) fn alone(waiting: &[Waiting<'_>]) -> Vec<Alone> {
    let of = |(sentence, waiting): (usize, &'_ Waiting<'_>)| {
        let heading = waiting.told.context.headings.last().map(|place| place.0);
        let alone = move |segment: &Weighed| Alone {
            sums: segment.sums,
            added: segment.added,
            sentence,
            heading,
        };
        waiting.segments.iter().map(alone).collect::<Vec<_>>()
    };
    waiting.iter().enumerate().flat_map(of).collect()
}

/// What a sentence comes to beside its limits and terms.
pub(crate) struct Settled {
    /// Its clauses.
    pub drafts: Vec<Draft>,
    /// Whether a rule speaks for one of them too, and not the weights alone.
    pub grounded: bool,
    /// The words and places of what may well promise something though the weights see nothing in it.
    pub doubtful: Vec<(String, Span)>,
}

/// Whether what is taken for no promise may be one: the weights are not sure.
fn is_doubtful(view: &View<'_>, verdict: Verdict) -> bool {
    const SURE: u8 = 75;
    const SHORTEST: usize = 5;
    /// 车间建于二十年前, 公司成立于1998年: what was, is promised to nobody.
    const PAST: [&str; 5] = ["年前", "年来", "成立于", "始建于", "自成立"];
    verdict.confidence < SURE
        && view.end - view.start >= SHORTEST
        && !view.taken()
        && !view.conditional()
        && !view.announces()
        && !view.heading()
        && !view.has(&PAST)
}

impl Waiting<'_> {
    /// What becomes of the sentence beside its limits and terms. `verdicts` yields the kind of each segment.
    pub(crate) fn settle(&self, mut verdicts: impl Iterator<Item = Verdict>) -> Settled {
        let mut found: Vec<(usize, Draft)> = Vec::new();
        let (mut grounded, mut doubtful) = (false, Vec::new());
        let mut loose: Option<usize> = None;
        for segment in &self.segments {
            let (start, end) = (segment.start, segment.end);
            let view = self.told.view(start, end);
            let Some(verdict) = verdicts.next() else {
                break;
            };
            match verdict.kind {
                Some(kind) => {
                    grounded |= segment.heard;
                    let from = loose.take().unwrap_or(start);
                    let confidence = verdict.confidence;
                    join(&mut found, kind, confidence, (from, end), view.taken());
                }
                None if is_doubtful(&view, verdict) => {
                    doubtful.push(self.told.page.quote(loose.take().unwrap_or(start), end));
                }
                None if view.conditional() && !view.taken() => loose = Some(loose.unwrap_or(start)),
                None => loose = None,
            }
        }
        let drafts = found
            .into_iter()
            .flat_map(|(kind, draft)| finished(&self.told, kind, draft));
        Settled {
            drafts: drafts.collect(),
            grounded,
            doubtful,
        }
    }

    /// Whether the sentence promises something and no clause holds it.
    pub(crate) fn is_unread(&self, drafts: &[Draft]) -> bool {
        let of_time = |draft: &Draft| !matches!(draft.terms, Terms::RecurringDuty { .. });
        drafts.is_empty()
            && !self.told.timed.iter().any(of_time)
            && other::promises(self.told.page, &self.told.sentence)
    }

    /// Its words and their place.
    pub(crate) fn quote(&self) -> (String, Span) {
        let sentence = &self.told.sentence;
        self.told.page.quote(sentence.start, sentence.end)
    }
}

/// Neighbouring segments of one kind are one clause.
fn join(
    found: &mut Vec<(usize, Draft)>,
    kind: usize,
    confidence: u8,
    (start, end): (usize, usize),
    alone: bool,
) {
    if let Some((last_kind, last)) = found.last_mut()
        && *last_kind == kind
        && last.end + 1 >= start
        && !alone
    {
        last.end = end;
        last.confidence = last.confidence.max(confidence);
        return;
    }
    found.push((
        kind,
        Draft {
            start,
            end,
            terms: Terms::Other {},
            confidence,
        },
    ));
}

/// The clauses with their fields: of a duty that comes back those that were counted, one or several.
fn finished(told: &Told<'_>, kind: usize, draft: Draft) -> Vec<Draft> {
    if kind == segments::RECURRING {
        let counted: Vec<Draft> = told
            .timed
            .iter()
            .filter(|timed| {
                timed.touches(draft.start, draft.end)
                    && matches!(timed.terms, Terms::RecurringDuty { .. })
            })
            .cloned()
            .collect();
        if !counted.is_empty() {
            return counted;
        }
    }
    let view = told.view(draft.start, draft.end);
    if kind == segments::START {
        return start(told, draft);
    }
    if kind == segments::FEE {
        let prices = fee::prices(&view);
        if prices.len() > 1 {
            let priced = |(start, end)| Draft {
                start,
                end,
                terms: fee::terms(&told.view(start, end)),
                ..draft
            };
            return prices.into_iter().map(priced).collect();
        }
    }
    if kind == segments::REMEDY {
        let rights = remedy::rights(&view);
        if rights.len() > 1 {
            let owed = |(start, end)| Draft {
                start,
                end,
                terms: remedy::right(&told.view(start, end)),
                ..draft
            };
            return rights.into_iter().map(owed).collect();
        }
    }
    let terms = match kind {
        segments::RECURRING => recurring_duty::uncounted(&view),
        segments::OTHER => Terms::Other {},
        _ => (KINDS[kind].terms)(&view),
    };
    vec![Draft { terms, ..draft }]
}

/// The day a warranty starts from, where the rules for such days have not seen it: 订单支付日.
fn start(told: &Told<'_>, draft: Draft) -> Vec<Draft> {
    let seen = told.timed.iter().any(|timed| {
        timed.touches(draft.start, draft.end) && matches!(timed.terms, Terms::WarrantyStart { .. })
    });
    let chooses = warranty_start::chooses(told.page, draft.start, draft.end);
    let terms =
        (!seen && !chooses).then(|| warranty_start::told(told.page, draft.start, draft.end));
    terms
        .map(|terms| Draft { terms, ..draft })
        .into_iter()
        .collect()
}
