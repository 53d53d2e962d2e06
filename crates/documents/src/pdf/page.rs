//! Pages of marks, filled from top to bottom.

use super::Milli;
use super::font::Weight;

/// A4.
pub(super) const WIDTH: Milli = 595_276;
pub(super) const HEIGHT: Milli = 841_890;
/// Left and right margin: 26 mm.
pub(super) const SIDE: Milli = 73_700;
/// Width of the text.
pub(super) const TEXT: Milli = WIDTH - 2 * SIDE;
const TOP: Milli = HEIGHT - 79_400;
const BOTTOM: Milli = 70_900;

/// Something drawn. Positions count from the lower left corner of the page.
#[derive(Debug, Clone)]
pub(super) enum Mark {
    Text {
        x: Milli,
        y: Milli,
        weight: Weight,
        size: Milli,
        /// Shade of grey in thousandths: 0 is black.
        grey: u16,
        /// Space added after each character to fill the line.
        spread: Milli,
        text: String,
    },
    Rule {
        from: (Milli, Milli),
        to: (Milli, Milli),
        width: Milli,
    },
    Shade {
        x: Milli,
        y: Milli,
        width: Milli,
        height: Milli,
    },
}

/// Pages being filled.
pub(super) struct Pages {
    done: Vec<Vec<Mark>>,
    marks: Vec<Mark>,
    /// Where the next line's top is.
    y: Milli,
}

impl Pages {
    pub(super) fn new() -> Self {
        Self {
            done: Vec::new(),
            marks: Vec::new(),
            y: TOP,
        }
    }

    /// Height left on this page.
    pub(super) fn left(&self) -> Milli {
        self.y - BOTTOM
    }

    /// Height of an empty page.
    pub(super) const fn whole() -> Milli {
        TOP - BOTTOM
    }

    /// Whether nothing stands on this page yet.
    pub(super) fn is_fresh(&self) -> bool {
        self.y == TOP
    }

    /// Begins a new page unless this much fits, or the page is empty.
    pub(super) fn need(&mut self, height: Milli) -> bool {
        let turn = self.left() < height && !self.is_fresh();
        if turn {
            self.turn();
        }
        turn
    }

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.marks));
        self.y = TOP;
    }

    /// Moves down; space at the top of a page is dropped.
    pub(super) fn skip(&mut self, height: Milli) {
        if !self.is_fresh() {
            self.y -= height;
        }
    }

    /// Takes a strip and gives its top.
    pub(super) fn take(&mut self, height: Milli) -> Milli {
        let top = self.y;
        self.y -= height;
        top
    }

    pub(super) fn mark(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    pub(super) fn finish(mut self) -> Vec<Vec<Mark>> {
        if !self.marks.is_empty() || self.done.is_empty() {
            self.turn();
        }
        self.done
    }
}
