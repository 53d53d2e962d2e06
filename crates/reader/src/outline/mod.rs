//! The shape of a document: lines with their numbering and headings, sentences, segments and tables.

mod flat_tables;
mod foreign;
mod line;
mod mark;
mod plans;
mod sentence;
mod tables;

pub(crate) use line::Line;

pub(crate) use plans::{Stretch, stretches};
pub(crate) use sentence::{Sentence, sentences, sentences_in};
pub(crate) use tables::{Table, tables};

use crate::reading::Span;
use crate::text::Clean;
use crate::words::{self, Concept, Token};

/// A document prepared for reading.
pub(crate) struct Page {
    /// The text as given.
    pub original: Vec<char>,
    /// The text as understood.
    pub clean: Clean,
    /// The words of the lexicon in it.
    pub tokens: Vec<Token>,
    /// How many of them begin before each position, and how many end there or before.
    begun: Vec<u32>,
    ended: Vec<u32>,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Whether the learner wants to see the segments.
    pub observed: bool,
}

impl Page {
    /// Prepares a text.
    pub(crate) fn of(text: &str) -> Self {
        let original: Vec<char> = text.chars().collect();
        let clean = Clean::of(&original);
        let tokens = words::tokens(&clean.chars);
        let lines = line::lines(&clean.chars);
        let last = clean.chars.len();
        Self {
            begun: tally(&tokens, last, |token| token.start, 1),
            ended: tally(&tokens, last, |token| token.end, 0),
            original,
            clean,
            tokens,
            lines,
            observed: false,
        }
    }

    /// The words that lie wholly between two clean positions.
    pub(crate) fn tokens_in(&self, start: usize, end: usize) -> &[Token] {
        let last = self.clean.chars.len();
        let from = self.begun[start.min(last)] as usize;
        let to = self.ended[end.min(last)] as usize;
        &self.tokens[from..to.max(from)]
    }

    /// Whether a word, or part of a word, between the positions may carry the concept.
    pub(crate) fn holds(&self, start: usize, end: usize, concept: Concept) -> bool {
        self.tokens_in(start, end)
            .iter()
            .any(|token| token.holds(concept))
    }

    /// The question on the line before, of at most so many characters: its answer need not say again what it is about.
    pub(crate) fn question_above(&self, line: usize, longest: usize) -> Option<(usize, usize)> {
        let above = self.lines.get(line.checked_sub(1)?)?;
        let text = self.clean.slice(above.body, above.end);
        let asks = text.iter().rfind(|c| !c.is_whitespace()) == Some(&'？');
        (asks && text.len() <= longest).then_some((above.body, above.end))
    }

    /// The original span and words behind a clean range, without blanks and separators at its ends.
    pub(crate) fn quote(&self, start: usize, end: usize) -> (String, Span) {
        let (start, end) = self.trimmed(start, end);
        let span = self.clean.span(start, end);
        (self.original[span.0..span.1].iter().collect(), span)
    }

    fn trimmed(&self, mut start: usize, mut end: usize) -> (usize, usize) {
        let loose = |c: char| c.is_whitespace() || "，。；、：！？".contains(c);
        end = end.min(self.clean.chars.len());
        while start < end && loose(self.clean.chars[start]) {
            start += 1;
        }
        while end > start && loose(self.clean.chars[end - 1]) {
            end -= 1;
        }
        (start, end)
    }
}

/// How many tokens have their place, moved on by `shift`, at each position or before.
fn tally(tokens: &[Token], last: usize, place: fn(&Token) -> usize, shift: usize) -> Vec<u32> {
    let mut counts = vec![0_u32; last + 2];
    for token in tokens {
        counts[(place(token) + shift).min(last + 1)] += 1;
    }
    for at in 1..counts.len() {
        counts[at] += counts[at - 1];
    }
    counts
}
