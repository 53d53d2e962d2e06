//! Typed clauses from sentences and tables: one file per kind.

mod beginnings;
pub(crate) mod conditions;
mod context;
mod draft;
mod labels;
mod limit_guard;
mod milestones;
mod other;
mod recurring_duty;
mod sentence_reader;
mod strength;
mod time_limit;
mod time_table;
mod time_window;
mod warranty_start;
mod warranty_subject;
mod warranty_term;

use std::ops::Range;

use crate::outline::{self, Page};
use crate::reading::{Clause, Unread};

/// What one stretch of lines yields.
#[derive(Default)]
pub(crate) struct Found {
    /// Typed clauses in order.
    pub clauses: Vec<Clause>,
    /// Promises without a kind.
    pub unread: Vec<Unread>,
}

/// Reads what a row of a table says beside its times: whole rows without any, and the rest of a cell behind one.
fn read_beside(page: &Page, line: usize, drafts: &[draft::Draft], found: &mut Found) {
    let (start, end) = (page.lines[line].start, page.lines[line].end);
    let taken: Vec<&draft::Draft> = drafts
        .iter()
        .filter(|draft| draft.touches(start, end))
        .collect();
    let mut beside = Found::default();
    sentence_reader::read_line(page, line, &mut beside);
    if taken.is_empty() {
        found.clauses.extend(beside.clauses);
        found.unread.extend(beside.unread);
        return;
    }
    let behind = |clause: &Clause| {
        taken.iter().any(|draft| {
            let cell_end = (draft.end..end)
                .find(|at| page.clean.chars[*at] == '\t')
                .unwrap_or(end);
            let (from, to) = (
                page.clean.span(draft.start, draft.end).1,
                page.clean.span(draft.end, cell_end).1,
            );
            from <= clause.span.0 && clause.span.1 <= to
        })
    };
    found
        .clauses
        .extend(beside.clauses.into_iter().filter(behind));
}

/// Reads the lines of a plan.
pub(crate) fn clauses(page: &Page, lines: Range<usize>) -> Found {
    let mut found = Found::default();
    let tables = outline::tables(page, lines.clone(), |start, end| {
        time_table::heads_times(page, start, end)
    });
    let mut line = lines.start;
    while line < lines.end {
        if let Some(table) = tables.iter().find(|table| table.lines.start == line)
            && let Some(drafts) = time_table::drafts(page, table)
        {
            found
                .clauses
                .extend(drafts.iter().map(|draft| draft.clause(page)));
            for row in table.lines.clone() {
                read_beside(page, row, &drafts, &mut found);
            }
            line = table.lines.end;
            continue;
        }
        sentence_reader::read_line(page, line, &mut found);
        line += 1;
    }
    found
        .clauses
        .sort_by_key(|clause| (clause.span.0, clause.span.1));
    found
}
