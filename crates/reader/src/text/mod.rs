//! The text as understood: folded, cleaned and with disguised words put right, each character still tied to the original.

mod columns;
mod fold;
mod letters;
mod spun;
mod traditional;
mod wraps;

pub(crate) use letters::Passage;

use crate::reading::Span;

/// What divides the cells of a typed or drawn table.
fn is_bar(char: char) -> bool {
    matches!(char, '|' | '｜' | '│' | '┃' | '║')
}

/// Text prepared for understanding. Every character knows the range of the original it stands for.
pub(crate) struct Clean {
    /// The characters to be understood.
    pub chars: Vec<char>,
    /// First original character of each clean character.
    from: Vec<u32>,
    /// One past the last original character of each clean character.
    to: Vec<u32>,
    /// The characters as one string.
    string: String,
    /// Where each character begins in it, and where the last one ends.
    bytes: Vec<u32>,
}

impl Clean {
    /// Folds widths and punctuation, drops scanning noise, joins wrapped lines and puts disguised words right.
    pub(crate) fn of(original: &[char]) -> Self {
        spun::restore(fold::fold(original)).strung()
    }

    /// With its string, once nothing is added any more.
    fn strung(mut self) -> Self {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.string = String::with_capacity(self.chars.len() * 3);
        self.bytes = Vec::with_capacity(self.chars.len() + 1);
        for char in &self.chars {
            self.bytes.push(place(self.string.len()));
            self.string.push(*char);
        }
        self.bytes.push(place(self.string.len()));
        self
    }

    /// The original range behind clean characters `start..end`; empty ranges collapse to their start.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        if start >= end || start >= self.chars.len() {
            let at = self
                .from
                .get(start)
                .copied()
                .unwrap_or_else(|| self.to.last().copied().unwrap_or(0));
            return Span(at as usize, at as usize);
        }
        Span(
            self.from[start] as usize,
            self.to[end.min(self.chars.len()) - 1] as usize,
        )
    }

    /// The clean position of an original one.
    pub(crate) fn position(&self, original: usize) -> usize {
        self.from
            .partition_point(|from| (*from as usize) < original)
    }

    /// The clean text between two positions.
    pub(crate) fn slice(&self, start: usize, end: usize) -> &[char] {
        let end = end.min(self.chars.len());
        &self.chars[start.min(end)..end]
    }

    /// The clean text between two positions as a string.
    pub(crate) fn text(&self, start: usize, end: usize) -> &str {
        let end = end.min(self.chars.len());
        &self.string[self.bytes[start.min(end)] as usize..self.bytes[end] as usize]
    }

    /// The same to be searched for many words.
    pub(crate) fn passage(&self, start: usize, end: usize) -> Passage<'_> {
        Passage::of(self.text(start, end), self.slice(start, end))
    }

    fn empty(capacity: usize) -> Self {
        Self {
            chars: Vec::with_capacity(capacity),
            from: Vec::with_capacity(capacity),
            to: Vec::with_capacity(capacity),
            string: String::new(),
            bytes: Vec::new(),
        }
    }

    fn push(&mut self, char: char, from: u32, to: u32) {
        self.chars.push(char);
        self.from.push(from);
        self.to.push(to);
    }
}

/// Whether a character is a Chinese ideograph.
pub(crate) fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}
