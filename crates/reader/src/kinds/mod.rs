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
