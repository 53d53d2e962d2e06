//! One line, sentence by sentence: lengths of time first, then what the words speak for.

use std::rc::Rc;

use crate::outline::{self, Page, Sentence};
use crate::reading::{Clause, Terms};
use crate::words::periods::{Period, periods};

use super::context::Context;
use super::draft::Draft;
use super::labels::Told;
use super::time_memory::Memory;
use super::{
    Found, labels, recurring_duty, time_limit, warranty_list, warranty_start, warranty_term,
};

/// Reads a line into clauses and unread sentences.
pub(crate) fn read_line<'a>(page: &'a Page, line: usize, found: &mut Found<'a>) {
    let sentences = answered(page, outline::sentences(page, line));
    let context = Context::of(page, line);
    read(page, &sentences, context, found);
}

/// Reads a cell of a table under the cells that name its row.
pub(crate) fn read_cell<'a>(
    page: &'a Page,
    line: usize,
    (start, end): (usize, usize),
    labels: &[(usize, usize)],
    found: &mut Found<'a>,
) {
    let sentences = outline::sentences_in(page, line, start, end);
    let context = Context::of(page, line).under(labels);
    read(page, &sentences, context, found);
}

/// 招标：到场≤6小时。响应：4小时之内抵达。: what is demanded is no promise, and 响应 only labels the answer.
fn answered(page: &Page, sentences: Vec<Sentence>) -> Vec<Sentence> {
    let label = |sentence: &Sentence| {
        sentence
            .segments
            .first()
            .filter(|segment| page.clean.chars.get(segment.1) == Some(&'：'))
            .map(|&(start, end)| page.clean.text(start, end))
            .unwrap_or_default()
    };
    let asks = |sentence: &Sentence| {
        [
            "招标", "招标要求", "招标文件", "采购要求", "招标文件要求", "采购需求",
        ]
        .contains(&label(sentence).trim_matches(['★', '▲', ' ', '*']))
    };
    let replies = |sentence: &Sentence| {
        [
            "响应", "我方响应", "投标响应", "应答", "我方承诺", "承诺", "投标",
        ]
        .contains(&label(sentence))
    };
    if !sentences.iter().any(asks) || !sentences.iter().any(replies) {
        return sentences;
    }
    sentences
        .into_iter()
        .filter(|sentence| !asks(sentence))
        .map(|mut sentence| {
            if replies(&sentence) && sentence.segments.len() > 1 {
                sentence.segments.remove(0);
                sentence.start = sentence.segments[0].0;
            }
            sentence
        })
        .collect()
}

fn read<'a>(page: &'a Page, sentences: &[Sentence], context: Context<'a>, found: &mut Found<'a>) {
    let Some(first) = sentences.first() else {
        return;
    };
    let context = Rc::new(context.under_label(first));
    let mut memory = Memory::of(page, &context, first);
    let mut term: Option<Draft> = None;
    let listed = warranty_list::enumerated(page, sentences, &context);
    for sentence in sentences {
        let periods = periods(&page.clean.chars, sentence.start, sentence.end);
        let mut drafts = timed(
            page,
            sentence,
            &periods,
            &context,
            listed || term.is_some(),
            &mut memory,
        );
        term = drafts
            .iter()
            .find(|draft| matches!(draft.terms, Terms::WarrantyTerm { .. }))
            .cloned()
            .or(term);
        let starts = warranty_start::drafts(
            page,
            sentence,
            &context,
            term.as_ref(),
            recent(page, sentence, found),
            &drafts,
        );
        drafts.extend(starts);
        found.grounded |= !drafts.is_empty();
        // Which of the counted duties are promises, the words around them decide.
        let of_time = |draft: &&Draft| !matches!(draft.terms, Terms::RecurringDuty { .. });
        found.clauses.extend(
            drafts
                .iter()
                .filter(of_time)
                .filter_map(|draft| quoted(page, draft)),
        );
        let told = Told::of(page, sentence.clone(), periods, Rc::clone(&context), drafts);
        found.waiting.push(labels::weigh(told));
    }
}

/// The clause of a draft that has words.
pub(super) fn quoted(page: &Page, draft: &Draft) -> Option<Clause> {
    Some(draft.clause(page)).filter(|clause| !clause.quote.is_empty())
}

/// Whether a term stands a few lines before the sentence.
fn recent(page: &Page, sentence: &Sentence, found: &Found<'_>) -> warranty_start::Recent {
    const BACK: usize = 6;
    const NEAR: usize = 200;
    let from = page.clean.span(sentence.start, sentence.end).0;
    let near = found.clauses.iter().rev().take(BACK);
    let stated = near
        .filter(|clause| from.saturating_sub(clause.span.1) <= NEAR)
        .any(|clause| matches!(clause.terms, Terms::WarrantyTerm { .. }));
    if stated {
        warranty_start::Recent::Term
    } else {
        warranty_start::Recent::Nothing
    }
}

/// The clauses that rest on a length of time.
fn timed(
    page: &Page,
    sentence: &Sentence,
    periods: &[Period],
    context: &Context<'_>,
    listed: bool,
    memory: &mut Memory,
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
