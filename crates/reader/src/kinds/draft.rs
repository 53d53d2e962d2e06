//! A clause in the making, in clean positions.

use super::strength;
use crate::outline::Page;
use crate::reading::{Clause, Terms};

/// A clause before its words are quoted.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// First clean character.
    pub start: usize,
    /// One past the last clean character.
    pub end: usize,
    /// Kind and fields.
    pub terms: Terms,
    /// Percent.
    pub confidence: u8,
}

impl Draft {
    /// Whether the draft covers part of a range.
    pub(crate) fn touches(&self, start: usize, end: usize) -> bool {
        self.start < end && start < self.end
    }

    /// The finished clause.
    pub(crate) fn clause(&self, page: &Page) -> Clause {
        let (quote, span) = page.quote(self.start, self.end);
        Clause {
            terms: self.terms.clone(),
            quote,
            span,
            confidence: self.confidence,
            strength: strength::strength(page, self.start, self.end),
            bound: strength::bound(page, self.start, self.end),
        }
    }
}
