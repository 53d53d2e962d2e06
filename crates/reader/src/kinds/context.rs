//! What the headings above a line say about it.

use crate::outline::{Page, Sentence};
use crate::words::Concept;

/// The headings a line stands under.
pub(crate) struct Context<'a> {
    page: &'a Page,
    /// Clean ranges of the headings, outermost first.
    pub headings: Vec<(usize, usize)>,
    /// The cell that names the row, where a table is read cell by cell.
    pub row: Option<(usize, usize)>,
}

impl<'a> Context<'a> {
    /// The context of a line: those of its parents that are headings or introductions.
    pub(crate) fn of(page: &'a Page, line: usize) -> Self {
        let headings = page.lines[line]
            .parents
            .iter()
            .map(|parent| &page.lines[*parent])
            .filter(|parent| parent.heading || parent.intro)
            .map(|parent| (parent.body, parent.end))
            .chain(question(page, line))
            .collect();
        Self {
            page,
            headings,
            row: None,
        }
    }

    /// Adds the cells that name the row as the nearest headings.
    pub(crate) fn under(mut self, labels: &[(usize, usize)]) -> Self {
        self.headings.extend_from_slice(labels);
        self.row = labels.last().copied();
        self
    }

    /// Adds the label the line opens with, as in 收费：…, as its nearest heading.
    pub(crate) fn under_label(mut self, first: &Sentence) -> Self {
        const LONGEST: usize = 14;
        if let Some(&(start, end)) = first.segments.first()
            && (self
                .page
                .clean
                .chars
                .get(end)
                .is_some_and(|c| matches!(c, '：' | '\t'))
                || super::time_memory::entitles(self.page, first))
            && end - start <= LONGEST
        {
            self.headings.push((start, end));
        }
        self
    }

    /// Whether a heading carries the concept.
    pub(crate) fn says(&self, concept: Concept) -> bool {
        self.headings
            .iter()
            .any(|&(start, end)| self.page.holds(start, end, concept))
    }

    /// Whether the nearest heading carries the concept.
    pub(crate) fn nearest_says(&self, concept: Concept) -> bool {
        self.headings
            .last()
            .is_some_and(|&(start, end)| self.page.holds(start, end, concept))
    }

    /// Whether the nearest heading contains one of the words.
    pub(crate) fn nearest_has(&self, words: &[&str]) -> bool {
        self.headings
            .last()
            .is_some_and(|&(start, end)| self.page.clean.passage(start, end).has(words))
    }
}

/// Q1：保修多久？ above A：整机三年: the question heads its answer.
fn question(page: &Page, line: usize) -> Option<(usize, usize)> {
    const LONGEST: usize = 40;
    let own = &page.lines[line];
    let opening = page.clean.text(own.start, own.end);
    let answer = ["a", "答", "【答】", "回答"].iter().any(|word| {
        opening.trim_start().strip_prefix(word).is_some_and(|rest| {
            rest.trim_start_matches(|c: char| c.is_ascii_digit())
                .starts_with(['：', '.', '、', ' '])
        })
    });
    let marked = || {
        let above = page.lines.get(line.checked_sub(1)?)?;
        let asked = page.clean.text(above.start, above.end);
        ["q", "问", "【问】"]
            .iter()
            .any(|word| asked.trim_start().starts_with(word))
            .then_some((above.body, above.end))
            .filter(|&(start, end)| end - start <= LONGEST)
    };
    answer
        .then(|| page.question_above(line, LONGEST).or_else(marked))
        .flatten()
}
