//! Reads Chinese service plans: every promise as a typed clause with the words it came from.
//!
//! The text passes through five stages, each a module: [`text`] puts the characters right and remembers where they stood, [`words`] finds numbers,
//! lengths of time and the words of the lexicon, [`outline`] finds plans, headings, lists, tables and sentences, [`kinds`] builds typed clauses, and
//! [`problems`] judges the result. Nothing here touches files, clocks or the network, and no input makes it panic.

mod deferred;
pub mod draft;
mod kinds;
mod levels;
mod outline;
mod pauses;
mod printed;
mod problems;
pub mod reading;
mod repeats;
mod text;
pub mod training;
mod words;

mod refusal;

use outline::{Page, Stretch};
use printed::Print;
use problems::Docket;
use reading::{Plan, Reading, Skipped};

pub use refusal::{Refusal, check};

/// Longest text that is read, in characters: some two thousand pages.
pub const LONGEST_TEXT: usize = 3_000_000;

/// Reads a text. Spans count Unicode characters of exactly this text.
pub fn read(text: &str) -> Reading {
    let page = Page::of(text);
    let mut reading = Reading::default();
    for stretch in outline::stretches(&page) {
        match stretch.foreign {
            Some(foreign) => skip(&page, &stretch, foreign.why(), &mut reading),
            None => read_plan(&page, &stretch, &mut reading),
        }
    }
    for plan in &mut reading.plans {
        settle(&page, plan, &reading.skipped);
    }
    reading
}

/// What can be said of a plan once all its clauses are known.
fn settle(page: &Page, plan: &mut Plan, skipped: &[Skipped]) {
    plan.levels = levels::find(&Docket::of(page, plan, skipped));
    levels::unify(page, &mut plan.clauses, &plan.levels);
    plan.clauses = repeats::settle(&Docket::of(page, plan, skipped));
    let caps = pauses::caps(&Docket::of(page, plan, skipped));
    pauses::take_caps(plan, &caps);
    plan.pauses = pauses::find(&Docket::of(page, plan, skipped));
    plan.deferred = deferred::find(&Docket::of(page, plan, skipped));
    pauses::replace(plan, caps);
    deferred::replace(plan);
    let print = Print::of(&Docket::of(page, plan, skipped));
    if let Some(print) = &print {
        print.leave_out(plan);
    }
    plan.problems = problems::judge(page, plan, skipped, print.as_ref());
}

fn skip(page: &Page, stretch: &Stretch, why: &'static str, reading: &mut Reading) {
    let (quote, span) = page.quote(
        page.lines[stretch.lines.start].start,
        page.lines[stretch.lines.end - 1].end,
    );
    if quote.is_empty() {
        return;
    }
    match reading.skipped.last_mut() {
        Some(last)
            if last.why == why
                && reading
                    .plans
                    .last()
                    .is_none_or(|plan| plan.span.0 <= last.span.0) =>
        {
            last.span.1 = span.1;
        }
        _ => reading.skipped.push(Skipped { span, why }),
    }
}

/// Reads one stretch; a stretch that goes on with the plan before it is added to that plan.
fn read_plan(page: &Page, stretch: &Stretch, reading: &mut Reading) {
    let found = kinds::clauses(page, stretch.lines.clone());
    let resumed = stretch.title != Some(stretch.lines.start);
    let (first_line, span) = page.quote(
        page.lines[stretch.lines.start].start,
        page.lines[stretch.lines.end - 1].end,
    );
    if resumed && let Some(plan) = reading.plans.last_mut() {
        plan.span.1 = span.1;
        plan.clauses.extend(found.clauses);
        plan.unread.extend(found.unread);
        return;
    }
    if found.clauses.is_empty() || !found.grounded {
        skip(page, stretch, "no_promise", reading);
        return;
    }
    let title = match stretch.title {
        Some(line) => page.quote(page.lines[line].body, page.lines[line].end).0,
        None => first_line
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(60)
            .collect(),
    };
    reading.plans.push(Plan {
        title,
        span,
        clauses: found.clauses,
        unread: found.unread,
        levels: Vec::new(),
        pauses: Vec::new(),
        deferred: Vec::new(),
        problems: Vec::new(),
    });
}
