//! What is wrong with a plan: one file per sort of problem.

mod attendance;
mod blank;
mod charge_name;
mod contradiction;
mod enumerated;
mod finding;
mod floor;
mod forbidden;
mod gap;
mod hours;
mod levels;
mod prices;
mod scopes;
mod stock;
mod things;
mod unmeasurable;

use std::ops::Range;

use crate::outline::Page;
use crate::printed::Print;
use crate::reading::{Clause, Plan, Problem, Skipped, Span, Terms};

/// A plan under judgement, with the page it stands on.
pub(crate) struct Docket<'a> {
    /// The page.
    pub page: &'a Page,
    /// The plan, as far as it has been read.
    pub plan: &'a Plan,
    skipped: &'a [Skipped],
}

/// Judges a plan that has been read; `skipped` are the stretches that are no part of it.
/// Of a plan this system printed, what its layout explains is no problem.
pub(crate) fn judge(
    page: &Page,
    plan: &Plan,
    skipped: &[Skipped],
    print: Option<&Print>,
) -> Vec<Problem> {
    let docket = Docket::of(page, plan, skipped);
    let mut problems = Vec::new();
    problems.extend(contradiction::find(&docket));
    problems.extend(gap::find(&docket, print));
    problems.extend(unmeasurable::find(&docket));
    problems.extend(floor::find(&docket));
    problems.extend(forbidden::find(&docket));
    problems.extend(blank::find(&docket));
    problems.extend(attendance::find(&docket));
    if let Some(print) = print {
        problems.retain(|problem| !print.explains(&docket, problem));
    }
    problems
}

impl<'a> Docket<'a> {
    /// A plan on its page; `skipped` are the stretches that are no part of it.
    pub(crate) const fn of(page: &'a Page, plan: &'a Plan, skipped: &'a [Skipped]) -> Self {
        Self {
            page,
            plan,
            skipped,
        }
    }

    /// Clauses of the plan that `pick` recognises, with what it takes from them.
    fn clauses<T>(&self, pick: impl Fn(&'a Terms) -> Option<T>) -> Vec<(&'a Clause, T)> {
        self.plan
            .clauses
            .iter()
            .filter_map(|clause| Some((clause, pick(&clause.terms)?)))
            .collect()
    }

    /// The clauses that share words with a place, and those right before it.
    pub(crate) fn clauses_in(&self, span: Span) -> &'a [Clause] {
        // A sentence is cut after so many characters at the latest.
        const LONGEST: usize = 1_200;
        let clauses = &self.plan.clauses;
        let from = clauses.partition_point(|clause| clause.span.0 + LONGEST < span.0);
        let to = clauses.partition_point(|clause| clause.span.0 < span.1);
        &clauses[from..to.max(from)]
    }

    /// Whether an original position belongs to the plan itself.
    pub(crate) fn owns(&self, span: Span) -> bool {
        let inside = |outer: Span| outer.0 <= span.0 && span.0 < outer.1;
        inside(self.plan.span) && !self.skipped.iter().any(|skipped| inside(skipped.span))
    }

    /// The number of the line an original position stands on, and its nearest heading.
    pub(crate) fn place(&self, span: Span) -> (usize, Option<usize>) {
        let line = self.line_after(span.0).saturating_sub(1);
        let heading = self
            .page
            .lines
            .get(line)
            .and_then(|found| found.parents.last().copied());
        (line, heading)
    }

    /// The first line that begins behind an original position.
    fn line_after(&self, at: usize) -> usize {
        self.page
            .lines
            .partition_point(|line| self.page.clean.span(line.start, line.end).0 <= at)
    }

    /// The lines from the first to the last of the plan.
    pub(crate) fn line_range(&self) -> Range<usize> {
        let from = self.line_after(self.plan.span.0).saturating_sub(1);
        let to = self.line_after(self.plan.span.1);
        from.min(to)..to
    }

    /// The numbers of the plan's lines.
    pub(crate) fn line_numbers(&self) -> impl Iterator<Item = usize> + '_ {
        self.line_range().filter(|line| {
            let (start, end) = self.body(*line);
            self.owns(self.page.clean.span(start, end))
        })
    }

    /// The clean range of a line without its numbering.
    pub(crate) fn body(&self, line: usize) -> (usize, usize) {
        let line = &self.page.lines[line];
        (line.body, line.end)
    }

    /// The lines of the plan as clean ranges.
    fn lines(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.line_numbers().map(|line| self.body(line))
    }
}

/// A clause's words, shortened for a message.
fn short(quote: &str) -> String {
    const LONGEST: usize = 40;
    let line: String = quote.split_whitespace().collect();
    if line.chars().count() <= LONGEST {
        line
    } else {
        line.chars().take(LONGEST).chain(['…']).collect()
    }
}
