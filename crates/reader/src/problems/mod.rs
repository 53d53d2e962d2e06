//! What is wrong with a plan: one file per sort of problem.

mod attendance;
mod blank;
mod charge_name;
mod contradiction;
mod enumerated;
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

use crate::outline::Page;
use crate::reading::{Clause, Plan, Problem, Skipped, Span, Terms};

/// A plan under judgement, with the page it stands on.
pub(crate) struct Docket<'a> {
    page: &'a Page,
    plan: &'a Plan,
    skipped: &'a [Skipped],
}

/// Judges a plan that has been read; `skipped` are the stretches that are no part of it.
pub(crate) fn judge(page: &Page, plan: &Plan, skipped: &[Skipped]) -> Vec<Problem> {
    let docket = Docket {
        page,
        plan,
        skipped,
    };
    let mut problems = Vec::new();
    problems.extend(contradiction::find(&docket));
    problems.extend(gap::find(&docket));
    problems.extend(unmeasurable::find(&docket));
    problems.extend(floor::find(&docket));
    problems.extend(forbidden::find(&docket));
    problems.extend(blank::find(&docket));
    problems.extend(attendance::find(&docket));
    problems
}

impl<'a> Docket<'a> {
    /// Clauses of the plan that `pick` recognises, with what it takes from them.
    fn clauses<T>(&self, pick: impl Fn(&'a Terms) -> Option<T>) -> Vec<(&'a Clause, T)> {
        self.plan
            .clauses
            .iter()
            .filter_map(|clause| Some((clause, pick(&clause.terms)?)))
            .collect()
    }

    /// Whether an original position belongs to the plan itself.
    fn owns(&self, span: Span) -> bool {
        let inside = |outer: Span| outer.0 <= span.0 && span.0 < outer.1;
        inside(self.plan.span) && !self.skipped.iter().any(|skipped| inside(skipped.span))
    }

    /// The number of the line an original position stands on, and its nearest heading.
    fn place(&self, span: Span) -> (usize, Option<usize>) {
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

    /// The lines of the plan as clean ranges.
    fn lines(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let from = self.line_after(self.plan.span.0).saturating_sub(1);
        let to = self.line_after(self.plan.span.1);
        self.page.lines[from.min(to)..to]
            .iter()
            .map(|line| (line.body, line.end))
            .filter(|(start, end)| self.owns(self.page.clean.span(*start, *end)))
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
