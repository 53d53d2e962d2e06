//! One line, sentence by sentence: lengths of time first, then what the words speak for, then the rest.

use crate::outline::{self, Page, Sentence};
use crate::reading::{Terms, Unread};
use crate::words::periods::{Period, periods};

use super::context::Context;
use super::draft::Draft;
use super::other::{self, Rest};
use super::{Found, labels, recurring_duty, time_limit, warranty_start, warranty_term};

/// Reads a line into clauses and unread sentences.
pub(crate) fn read_line(page: &Page, line: usize, found: &mut Found) {
    let sentences = outline::sentences(page, line);
    let Some(first) = sentences.first() else {
        return;
    };
    let context = Context::of(page, line).under_label(first);
    let mut memory = time_limit::Memory::of(page, &context, first);
    let mut term: Option<Draft> = None;
    for sentence in &sentences {
        let periods = periods(&page.clean.chars, sentence.start, sentence.end);
        let mut drafts = timed(
            page,
            sentence,
            &periods,
            &context,
            term.is_some(),
            &mut memory,
        );
        term = drafts
            .iter()
            .find(|draft| matches!(draft.terms, Terms::WarrantyTerm { .. }))
            .cloned()
            .or(term);
        drafts.extend(warranty_start::drafts(
            page,
            sentence,
            &context,
            term.as_ref(),
        ));
        let labelled = labels::drafts(page, sentence, &periods, &context, &drafts);
        drafts.extend(labelled);
        let measured = other::measured(page, sentence, &drafts);
        drafts.extend(measured);
        if drafts.is_empty() {
            match other::rest(page, sentence) {
                Rest::Other(draft) => drafts.push(*draft),
                Rest::Unread => {
                    let (quote, span) = page.quote(sentence.start, sentence.end);
                    found.unread.push(Unread { quote, span });
                }
                Rest::Nothing => {}
            }
        }
        found.clauses.extend(
            drafts
                .iter()
                .map(|draft| draft.clause(page))
                .filter(|clause| !clause.quote.is_empty()),
        );
    }
}

/// The clauses that rest on a length of time.
fn timed(
    page: &Page,
    sentence: &Sentence,
    periods: &[Period],
    context: &Context<'_>,
    listed: bool,
    memory: &mut time_limit::Memory,
) -> Vec<Draft> {
    let limits = time_limit::drafts(page, sentence, periods, memory);
    let limited = |period: &Period| {
        limits
            .iter()
            .any(|draft| draft.touches(period.start, period.end))
    };
    let terms = warranty_term::drafts(page, sentence, periods, context, listed, limited);
    let recurring = recurring_duty::drafts(page, sentence, periods);
    let mut drafts = limits;
    let free = |draft: &Draft, taken: &[Draft]| {
        !taken
            .iter()
            .any(|other| other.touches(draft.start, draft.end))
    };
    let terms: Vec<Draft> = terms
        .into_iter()
        .filter(|draft| free(draft, &drafts))
        .collect();
    drafts.extend(terms);
    let recurring: Vec<Draft> = recurring
        .into_iter()
        .filter(|draft| free(draft, &drafts))
        .collect();
    drafts.extend(recurring);
    drafts.sort_by_key(|draft| draft.start);
    drafts
}
