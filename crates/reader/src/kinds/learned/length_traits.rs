//! What is seen of a length of time before it is weighed what it limits.

use std::cell::OnceCell;

use super::lengths::Part;
use super::{letters, plain};
use crate::kinds::context::Context;
use crate::kinds::grievance;
use crate::kinds::limit_guard::may_limit;
use crate::kinds::milestones::Hit;
use crate::kinds::time_window::Window;
use crate::outline::{Page, Sentence, Table};
use crate::reading::{Milestone, Unit};
use crate::words::periods::Period;

/// Letters looked at on either side of a length within its part of the sentence.
const NEAR: usize = 16;
/// Letters looked at in the parts next to it, and of headings.
const FAR: usize = 24;
/// Longest opening and closing words that are traits as a whole.
const EDGE: usize = 4;

/// A length of time where it stands.
pub(crate) struct Sight<'a> {
    pub page: &'a Page,
    pub sentence: &'a Sentence,
    /// All lengths of the sentence.
    pub periods: &'a [Period],
    /// Which of them this is.
    pub index: usize,
    pub context: &'a Context<'a>,
    /// What its headings weigh.
    pub above: &'a Above,
    /// The cells that head its column and name its row, where it stands in a table.
    pub cell: Option<Cell>,
    /// What the rules say, and how surely in percent.
    pub rules: (Part, u8),
    /// What the length before it limits, where one stands near.
    pub before: Option<Part>,
    /// The same of the one before that.
    pub older: Option<Part>,
    /// Whether the length before it stands in the same sentence, the same line or farther away.
    pub apart: Apart,
    /// Whether the words around deal with a complaint.
    pub complaint: bool,
}

/// What the headings of a line weigh, found out once.
#[derive(Default)]
pub(crate) struct Above {
    /// For what a length ends with.
    pub ends: OnceCell<Vec<i32>>,
    /// For what a limit begins with.
    pub beginnings: OnceCell<Vec<i32>>,
}

/// How far one length stands from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Apart {
    Sentence,
    Line,
    Lines,
}

/// The clean ranges of the cells that say what a cell of a table is about.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cell {
    pub header: Option<(usize, usize)>,
    pub row: Option<(usize, usize)>,
}

impl Cell {
    /// The cell of a table that a range lies in.
    pub(crate) fn of(table: &Table, (start, end): (usize, usize)) -> Option<Self> {
        let (row, column) = table.rows.iter().enumerate().find_map(|(row, cells)| {
            let column = cells
                .iter()
                .position(|cell| cell.0 <= start && end <= cell.1)?;
            Some((row, column))
        })?;
        let cell = |row: usize, column: usize| {
            let cells: &Vec<(usize, usize)> = table.rows.get(row)?;
            cells.get(column).copied()
        };
        Some(Self {
            header: cell(0, column).filter(|_| row > 0),
            row: cell(row, 0).filter(|_| column > 0),
        })
    }
}

impl<'a> Sight<'a> {
    pub(crate) fn period(&self) -> Period {
        self.periods[self.index]
    }

    pub(crate) fn window(&self) -> Window<'a> {
        Window::of(
            self.page, self.sentence, self.periods, self.index, self.complaint,
        )
    }

    /// Whether the sentence, or a heading above it, deals with a complaint.
    pub(crate) fn complains(
        page: &Page,
        sentence: &Sentence,
        context: &Context<'_>,
        at: usize,
    ) -> bool {
        grievance::complains(page, sentence.start, at)
            || grievance::under_complaints(page, context, sentence.line)
    }
}

/// Sorts of traits that pass on what the rules say; the learner hides them in some examples, so that words weigh too.
pub(crate) const SORTS_OF_RULES: &str = "VFtvw46";

/// Shows to `see` what may tell what a length limits: the sort of a trait and its letters.
pub(crate) fn of_end(sight: &Sight<'_>, see: &mut impl FnMut(char, &[char])) {
    words(sight, see);
    concepts(sight, see);
    rules(sight, see);
    shape(sight, see);
    see('K', &before(sight));
}

/// The same of what its clock starts from, once it is known what it limits.
pub(crate) fn of_beginning(sight: &Sight<'_>, end: Milestone, see: &mut impl FnMut(char, &[char])) {
    const OPENING: usize = 2;
    let to = letters(&format!("{end:?}"));
    let with = |letters: &[char]| [to.as_slice(), &['/'], letters].concat();
    let last = before(sight);
    words(sight, &mut |sort, letters| match sort {
        'B' => {
            see(sort, letters);
            see('5', &with(letters));
        }
        'A' if letters.len() <= OPENING => see(sort, letters),
        'b' | 'p' | 'o' | 'l' | 'c' | 'r' | 'T' => see(sort, letters),
        _ => {}
    });
    concepts(sight, &mut |sort, letters| {
        if matches!(sort, 'z' | 'W' | 'Q' | 'u' | 'q') {
            see(sort, letters);
        }
        if sort == 'W' {
            see('8', &with(letters));
        }
    });
    see('1', &to);
    see('2', &with(&last));
    see('3', &last);
    let apart = letters(&format!("{:?}", sight.apart));
    let older = letters(&sight.older.map_or("start".to_owned(), Part::end));
    see('9', &[with(&last), vec!['/'], apart].concat());
    see('0', &[with(&last), vec!['/'], older].concat());
    if let (Part::Limit { from, to }, _) = sight.rules {
        see('F', &letters(&format!("{from:?}")));
        see('4', &with(&letters(&format!("{from:?}"))));
        see('6', &with(&letters(&format!("{from:?}>{to:?}"))));
    }
    let own = sight.window().beginning(end).map(|hit: Hit| hit.milestone);
    let own = letters(&own.map_or("none".to_owned(), |from| format!("{from:?}")));
    see('f', &own);
    see('7', &with(&own));
}

/// The letters of the headings, the same for every length of a line.
pub(crate) fn of_headings(page: &Page, context: &Context<'_>, see: &mut impl FnMut(char, &[char])) {
    for (above, &(start, end)) in context.headings.iter().rev().enumerate() {
        let sort = if above == 0 { 'h' } else { 'H' };
        let letters = plain(&page.clean.chars[start..end.min(start + FAR)]);
        grams(sort, &letters, 2, see);
    }
}

/// The letters around, nearest first, and those of labels and cells.
fn words(sight: &Sight<'_>, see: &mut impl FnMut(char, &[char])) {
    let chars = &sight.page.clean.chars;
    let places = Places::of(sight);
    let behind = plain(&chars[places.behind.0..places.behind.1]);
    grams('a', &behind, 3, see);
    for length in 1..=EDGE.min(behind.len()) {
        see('A', &behind[..length]);
    }
    if behind.is_empty() {
        see('A', &['$']);
    }
    grams('n', &plain(&chars[places.next.0..places.next.1]), 2, see);
    let before = plain(&chars[places.before.0..places.before.1]);
    grams('b', &before, 3, see);
    for length in 1..=EDGE.min(before.len()) {
        see('B', &before[before.len() - length..]);
    }
    if before.is_empty() {
        see('B', &['$']);
    }
    grams('p', &plain(&chars[places.back.0..places.back.1]), 2, see);
    grams('o', &plain(&chars[places.older.0..places.older.1]), 2, see);
    if let Some(&(start, end)) = sight.sentence.segments.first()
        && chars.get(end).is_some_and(|c| matches!(c, '：' | '\t'))
        && end <= sight.period().start
    {
        grams('l', &plain(&chars[start..end.min(start + NEAR)]), 2, see);
    }
    if let Some(cell) = sight.cell {
        see('T', &['c']);
        for (sort, range) in [('c', cell.header), ('r', cell.row)] {
            if let Some((start, end)) = range {
                grams(sort, &plain(&chars[start..end.min(start + NEAR)]), 2, see);
            }
        }
    }
}

/// Ranges around a length.
struct Places {
    /// Behind it in its part of the sentence.
    behind: (usize, usize),
    /// Behind that, up to the next length.
    next: (usize, usize),
    /// Before it in its part.
    before: (usize, usize),
    /// Before that, down to the length before.
    back: (usize, usize),
    /// Before the length before.
    older: (usize, usize),
}

impl Places {
    fn of(sight: &Sight<'_>) -> Self {
        let Window {
            period,
            floor,
            ceiling,
            segment,
            sentence,
            ..
        } = sight.window();
        let end = segment.1.min(ceiling).max(period.end);
        let start = segment.0.max(floor).min(period.start);
        Self {
            behind: (period.end, end.min(period.end + NEAR)),
            next: (end, ceiling.min(end + FAR).max(end)),
            before: (start.max(period.start.saturating_sub(NEAR)), period.start),
            back: (floor.max(start.saturating_sub(FAR)).min(start), start),
            older: (
                sentence.start.max(floor.saturating_sub(FAR)).min(floor),
                floor,
            ),
        }
    }
}

/// What the words of the lexicon around may mean.
fn concepts(sight: &Sight<'_>, see: &mut impl FnMut(char, &[char])) {
    let page = sight.page;
    let places = Places::of(sight);
    let named = |(start, end): (usize, usize)| {
        page.tokens_in(start, end)
            .iter()
            .map(|token| letters(&token.concepts.names()))
    };
    let mut show = |names: &mut dyn Iterator<Item = Vec<char>>, sorts: [char; 3], first: usize| {
        for (at, name) in names.enumerate() {
            see(sorts[0], &name);
            if at < first {
                see(sorts[at + 1], &name);
            }
        }
    };
    show(&mut named(places.behind), ['x', 'X', 'Y'], 2);
    show(&mut named(places.next), ['y', 'Z', 'Z'], 1);
    show(&mut named(places.before).rev(), ['z', 'W', 'Q'], 2);
    show(&mut named(places.back).rev(), ['u', 'q', 'q'], 1);
}

/// What the rules say and what they would have said.
fn rules(sight: &Sight<'_>, see: &mut impl FnMut(char, &[char])) {
    let (part, confidence) = sight.rules;
    let end = part.end();
    let role = format!("{:?}", sight.period().role);
    see('V', &letters(&part.name()));
    see('t', &letters(&end));
    see('v', &letters(&format!("{end}{confidence}")));
    see('w', &letters(&format!("{end}/{role}")));
    if let Part::Limit { from, .. } = part {
        see('F', &letters(&format!("{from:?}")));
    }
    if sight.complaint {
        see('k', &['c']);
    }
    let window = sight.window();
    let may = if may_limit(&window) { "may" } else { "no" };
    see('M', &letters(may));
    match window.target() {
        Some(hit) => {
            let end = format!("{:?}", hit.milestone);
            see('m', &letters(&end));
            see('d', &letters(&format!("{end}{}", hit.rank)));
            see('e', &letters(&format!("{end}/{may}")));
            let from = window.beginning(hit.milestone);
            let from = from.map_or("none".to_owned(), |hit| format!("{:?}", hit.milestone));
            see('f', &letters(&from));
        }
        None => see('m', &letters("none")),
    }
}

/// Its unit, its size and the part that little words give it.
fn shape(sight: &Sight<'_>, see: &mut impl FnMut(char, &[char])) {
    let period = sight.period();
    let unit = match period.high.unit {
        Unit::Second => 's',
        Unit::Minute => 'm',
        Unit::Hour => 'h',
        Unit::Day => 'd',
        Unit::Month => 'M',
        Unit::Year => 'y',
        Unit::Season => 'S',
    };
    see('U', &[unit]);
    see(
        'U',
        &letters(&format!("{unit}{}", period.high.hundredths / 100)),
    );
    see('R', &letters(&format!("{:?}", period.role)));
    see('R', &letters(&format!("{:?}{unit}", period.role)));
    see('D', &letters(&format!("{:?}", period.unit)));
}

/// What the length before limits.
fn before(sight: &Sight<'_>) -> Vec<char> {
    letters(&sight.before.map_or("start".to_owned(), Part::end))
}

fn grams(sort: char, chars: &[char], longest: usize, see: &mut impl FnMut(char, &[char])) {
    for length in 1..=longest {
        for gram in chars.windows(length) {
            see(sort, gram);
        }
    }
}
