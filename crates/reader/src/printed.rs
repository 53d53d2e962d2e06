//! A plan as this system prints it, brought back by a program that dropped the plan inside: what the layout adds around the clauses promises nothing,
//! and what it leaves open is asked.

use crate::problems::Docket;
use crate::reading::{Plan, Problem, ProblemKind, Span};

/// What every printed plan begins with.
const PREAMBLE: &str = "条文中“我方”指提供服务的一方";
/// The chapter that says what words mean.
const NAMES: &str = "第一章名词";
/// The table of what is filled in when the plan is signed.
const QUESTIONS: &str = "附表二签约时填写";
/// Where that table ends.
const SIGNATURES: &str = "甲方（盖章）";
/// A value the plan asks for.
const BLANK: &str = "________";
/// What stands below an article of which another one is known to govern.
const RULING: &str = "本条与第";
const RULED: [&str; 2] = ["不一致", "择一适用"];
/// Longest heading that is looked at.
const HEADING: usize = 24;

/// Where the parts of a printed plan stand, in characters of the text.
pub(crate) struct Print {
    names: Option<Span>,
    questions: Option<Span>,
    /// Articles about which the print says which of two governs.
    ruled: Vec<Span>,
    /// Whether the length of the warranty is asked.
    asks_term: bool,
}

impl Print {
    /// The print of a plan; nothing where the text is no print of ours.
    pub(crate) fn of(docket: &Docket<'_>) -> Option<Self> {
        let lines: Vec<(Span, String)> = docket
            .page
            .original
            .split(|char| *char == '\n')
            .scan(0, |at, line| {
                let from = *at;
                *at += line.len() + 1;
                Some((Span(from, *at), line.iter().collect()))
            })
            .filter(|(span, _)| docket.owns(*span))
            .collect();
        let is_ours = lines.iter().any(|(_, line)| line.contains(PREAMBLE));
        is_ours.then(|| Self {
            names: part(&lines, NAMES, |line| {
                line.starts_with('第') && line.contains('章')
            }),
            questions: part(&lines, QUESTIONS, |line| line.starts_with(SIGNATURES)),
            ruled: ruled(&lines),
            asks_term: lines
                .iter()
                .any(|(_, line)| line.contains(&format!("保修期为{BLANK}"))),
        })
    }

    /// Whether the plan asks how long its warranty is.
    pub(crate) const fn asks_term(&self) -> bool {
        self.asks_term
    }

    /// Takes out of a plan what was read in the layout around its clauses.
    pub(crate) fn leave_out(&self, plan: &mut Plan) {
        let asked = |span: Span| self.questions.is_some_and(|part| part.overlaps(span));
        plan.clauses.retain(|clause| !asked(clause.span));
        plan.deferred.retain(|left| !asked(left.span));
        plan.unread
            .retain(|unread| !asked(unread.span) && !unread.quote.contains(PREAMBLE));
    }

    /// Whether a problem is one of the print alone.
    pub(crate) fn explains(&self, docket: &Docket<'_>, problem: &Problem) -> bool {
        let within = |part: Option<Span>| {
            part.is_some_and(|part| {
                !problem.spans.is_empty() && problem.spans.iter().all(|span| part.overlaps(*span))
            })
        };
        let words = |span: &Span| -> String {
            let original = &docket.page.original;
            let end = span.1.min(original.len());
            original[span.0.min(end)..end].iter().collect()
        };
        match problem.kind {
            ProblemKind::Blank => problem.spans.iter().any(|span| words(span).contains(BLANK)),
            ProblemKind::Gap => within(self.names),
            ProblemKind::Contradiction => problem
                .spans
                .iter()
                .any(|span| self.ruled.iter().any(|article| article.overlaps(*span))),
            _ => within(self.questions),
        }
    }
}

/// A part from its heading to the line that ends it.
fn part(lines: &[(Span, String)], heading: &str, ends: impl Fn(&str) -> bool) -> Option<Span> {
    let is_it = |line: &str| {
        let words: String = line.split_whitespace().collect();
        words.starts_with(heading) && words.chars().count() <= HEADING
    };
    let at = lines.iter().position(|(_, line)| is_it(line))?;
    let end = lines[at + 1..].iter().find(|(_, line)| ends(line.trim()));
    let last = lines.last().map_or(0, |(span, _)| span.1);
    Some(Span(lines[at].0.0, end.map_or(last, |(span, _)| span.0)))
}

/// The articles below which a ruling stands.
fn ruled(lines: &[(Span, String)]) -> Vec<Span> {
    let heads = |line: &str| {
        let line = line.trim();
        line.starts_with('第')
            && line
                .find('条')
                .is_some_and(|at| line[..at].chars().count() <= 8)
            && !line.contains('。')
    };
    let mut found = Vec::new();
    let mut from = None;
    for (span, line) in lines {
        if heads(line) {
            from = Some(span.0);
        }
        let rules = line.trim().starts_with(RULING) && RULED.iter().any(|word| line.contains(word));
        if let Some(from) = from.filter(|_| rules) {
            found.push(Span(from, span.1));
        }
    }
    found
}
