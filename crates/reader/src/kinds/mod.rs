//! Typed clauses from sentences and tables: one file per kind.

mod beginning_words;
mod beginnings;
mod bracketed;
mod carried_milestone;
mod compounds;
pub(crate) mod conditions;
mod context;
mod default_beginning;
mod demanded;
mod draft;
mod duty_report;
mod grievance;
mod judged_length;
pub(crate) mod labels;
pub(crate) mod learned;
mod limit_guard;
mod listed_cases;
mod milestone_phrases;
mod milestones;
mod named_times;
mod other;
mod part_columns;
mod part_milestones;
mod price_column;
mod recurring_duty;
mod rhythm;
mod rhythm_table;
mod sentence_reader;
mod strength;
mod subject_condition;
mod surroundings;
mod term_cell;
mod time_cells;
mod time_limit;
mod time_memory;
mod time_table;
mod time_window;
mod two_limits;
mod warranty_column;
mod warranty_guard;
mod warranty_lifetime;
mod warranty_list;
mod warranty_named;
pub(crate) mod warranty_start;
mod warranty_subject;
mod warranty_term;

use std::ops::Range;

use std::rc::Rc;

use crate::outline::{self, Page};
use crate::reading::{Clause, Span, Terms, Unread};

use labels::Waiting;
use learned::neighbours;
use sentence_reader::quoted;
pub(crate) use time_table::heads_times;

/// What one stretch of lines yields.
#[derive(Default)]
pub(crate) struct Found<'a> {
    /// Typed clauses in order.
    pub clauses: Vec<Clause>,
    /// Promises without a kind.
    pub unread: Vec<Unread>,
    /// Whether a length of time or a rule speaks for one of the clauses: prose about anything at all has turns of phrase that weigh like a promise.
    pub grounded: bool,
    /// Sentences that wait for what stands beside them.
    pub waiting: Vec<Waiting<'a>>,
}

impl Found<'_> {
    /// Decides about the sentences that wait, all of them known.
    fn settle(&mut self, page: &Page) {
        let mut kinds = neighbours::kinds(&labels::alone(&self.waiting)).into_iter();
        for waiting in &self.waiting {
            let settled = waiting.settle(&mut kinds);
            self.grounded |= settled.grounded;
            let clauses = settled
                .drafts
                .iter()
                .filter_map(|draft| quoted(page, draft));
            if let Some(places) = &waiting.within {
                let inside = |clause: &Clause| lies_within(clause.span, places);
                self.clauses.extend(clauses.filter(inside));
                continue;
            }
            self.clauses.extend(clauses);
            let listed = if waiting.is_unread(&settled.drafts) {
                vec![waiting.quote()]
            } else {
                settled.doubtful
            };
            let unread = |(quote, span)| Unread { quote, span };
            self.unread.extend(listed.into_iter().map(unread));
        }
    }
}

impl Found<'_> {
    /// What holds a length that the weights did not believe is for a person to look at, unless a clause holds it: 故障处理 above it must not make
    /// 6小时内不能修复的，8小时内提供备用设备 vanish, nor another promise in its sentence make 提前3天通知用户 do so.
    /// What the weights made a clause of is unread no more.
    fn look_again(&mut self, gone: Vec<judged_length::Gone>) {
        let clauses = &self.clauses;
        let free = |unread: &Unread| {
            let meets =
                |clause: &Clause| clause.span.0 < unread.span.1 && unread.span.0 < clause.span.1;
            !clauses.iter().any(meets)
        };
        let kept = gone.into_iter().map(|gone| {
            if free(&gone.sentence) {
                gone.sentence
            } else {
                gone.part
            }
        });
        self.unread.extend(kept);
        self.unread.retain(free);
        self.unread.sort_by_key(|unread| unread.span);
        let inside = |one: &mut Unread, before: &mut Unread| one.span.0 < before.span.1;
        self.unread.dedup_by(inside);
    }
}

/// Whether a span lies in one of the places.
fn lies_within(span: Span, places: &[Span]) -> bool {
    places
        .iter()
        .any(|place| place.0 <= span.0 && span.1 <= place.1)
}

/// Reads what a row of a table says beside its times: whole rows without any, and the rest of a cell behind one.
fn read_beside<'a>(page: &'a Page, line: usize, drafts: &[draft::Draft], found: &mut Found<'a>) {
    let (start, end) = (page.lines[line].start, page.lines[line].end);
    let taken: Vec<&draft::Draft> = drafts
        .iter()
        .filter(|draft| draft.touches(start, end))
        .collect();
    let mut beside = Found::default();
    sentence_reader::read_line(page, line, &mut beside);
    found.grounded |= beside.grounded;
    if !taken.is_empty() {
        // 电机 | 1年 | 1年内免费修或换: the length was read in its own cell.
        let again = |clause: &Clause| {
            matches!(clause.terms, Terms::WarrantyTerm { term: Some(own), .. } if taken.iter().any(
                |draft| matches!(draft.terms, Terms::WarrantyTerm { term: Some(other), .. } if own == other)
            ))
        };
        let places = behind(page, &taken, end);
        beside
            .clauses
            .retain(|clause| lies_within(clause.span, &places) && !again(clause));
        for waiting in &mut beside.waiting {
            waiting.within = Some(Rc::clone(&places));
        }
    }
    found.clauses.extend(beside.clauses);
    found.waiting.extend(beside.waiting);
}

/// What stands behind each length in its cell.
fn behind(page: &Page, taken: &[&draft::Draft], end: usize) -> Rc<[Span]> {
    let rest = |draft: &&draft::Draft| {
        let cell_end = (draft.end..end)
            .find(|at| page.clean.chars[*at] == '\t')
            .unwrap_or(end);
        let from = page.clean.span(draft.start, draft.end).1;
        Span(from, page.clean.span(draft.end, cell_end).1)
    };
    taken.iter().map(rest).collect()
}

/// Reads a table whose rows are a name and what is promised of it.
fn read_rows<'a>(page: &'a Page, table: &outline::Table, found: &mut Found<'a>) {
    let Some((header, mut rows)) = table.rows.split_first() else {
        return;
    };
    if !time_table::is_header(page, header) {
        rows = &table.rows;
    }
    let demanded: Vec<bool> = header
        .iter()
        .map(|&(start, end)| time_table::demands(page, start, end))
        .collect();
    let mut above: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        let filled: Vec<(usize, usize)> = (0..row.len())
            .map(|column| match row[column] {
                (start, end) if start < end => (start, end),
                // An empty first cell repeats the one above, as merged cells do.
                _ if column == 0 => above.get(column).copied().unwrap_or((0, 0)),
                _ => (0, 0),
            })
            .collect();
        let mut labels: Vec<(usize, usize)> = Vec::new();
        for (column, &(start, end)) in filled.iter().enumerate() {
            if start >= end {
                continue;
            }
            let own = row[column].0 < row[column].1;
            let demand = demanded.get(column).copied().unwrap_or(false);
            if own && !demand && column > 0 {
                read_value(page, (start, end), &labels, found);
            } else if own && !demand && row.len() == 1 {
                read_value(page, (start, end), &[], found);
            }
            labels.push((start, end));
        }
        above = filled;
    }
}

fn read_value<'a>(
    page: &'a Page,
    cell: (usize, usize),
    labels: &[(usize, usize)],
    found: &mut Found<'a>,
) {
    let Some(line) = page
        .lines
        .partition_point(|line| line.start <= cell.0)
        .checked_sub(1)
    else {
        return;
    };
    if let Some(draft) = time_table::row_draft(page, cell, labels) {
        found.clauses.push(draft.clause(page));
        return;
    }
    sentence_reader::read_cell(page, line, cell, labels, found);
}

/// So many limits and terms that the weights alone see make a plan; a single one may stand in a recipe, 煮三分钟捞出.
const TOLD: usize = 2;

/// How many limits and terms there are.
fn lengths_promised(found: &Found<'_>) -> usize {
    let promised = |clause: &&Clause| {
        matches!(
            clause.terms,
            Terms::TimeLimit { .. } | Terms::WarrantyTerm { .. }
        )
    };
    found.clauses.iter().filter(promised).count()
}

/// Reads the lines of a plan: rules propose, the weights of words decide what the lengths of time are for.
pub(crate) fn clauses(page: &Page, lines: Range<usize>) -> Found<'_> {
    let (mut found, tables) = proposed(page, lines.clone());
    found.grounded |= lengths_promised(&found) > 0;
    let gone = judged_length::judge(page, lines, &tables, &mut found);
    found.grounded |= lengths_promised(&found) >= TOLD;
    found
        .clauses
        .sort_by_key(|clause| (clause.span.0, clause.span.1));
    // 合同期三年 is the term of the contract, and no warranty.
    let of_contract = |clause: &Clause| matches!(&clause.terms, Terms::WarrantyTerm { component: Some(name), .. } if name == "合同");
    found.clauses.retain(|clause| !of_contract(clause));
    subject_condition::tell_apart(page, &mut found.clauses);
    two_limits::tell(page, &mut found.clauses);
    demanded::tell(page, &mut found.clauses);
    duty_report::tell(page, &mut found.clauses);
    subject_condition::hold(page, &mut found.clauses);
    bracketed::tell(page, &mut found.clauses);
    listed_cases::tell(page, &mut found.clauses);
    found.look_again(gone);
    found
}

/// What the rules make of the lines of a plan, in order, and its tables.
pub(crate) fn proposed(page: &Page, lines: Range<usize>) -> (Found<'_>, Vec<outline::Table>) {
    let mut found = Found::default();
    let tables = outline::tables(
        page,
        lines.clone(),
        |start, end| time_table::heads_times(page, start, end),
        |start, end| named_times::announces(page, start, end),
    );
    let mut line = lines.start;
    let mut column = warranty_column::Column::default();
    let mut next = tables.iter().peekable();
    while line < lines.end {
        column.pass(page, line);
        let Some(table) = next.next_if(|table| table.lines.start == line) else {
            match column.draft(page, line, lines.end) {
                Some(draft) => found.clauses.push(draft.clause(page)),
                None => sentence_reader::read_line(page, line, &mut found),
            }
            line += 1;
            continue;
        };
        let told = |drafts: Vec<draft::Draft>| Some(drafts).filter(|drafts| !drafts.is_empty());
        if let Some(drafts) = named_times::drafts(page, table)
            .or_else(|| told(rhythm_table::drafts(page, table)))
            .or_else(|| time_table::drafts(page, table))
            .or_else(|| told(price_column::drafts(page, table)))
            .filter(|_| !answers_demands(page, table))
        {
            found
                .clauses
                .extend(drafts.iter().map(|draft| draft.clause(page)));
            for row in table.lines.clone() {
                read_beside(page, row, &drafts, &mut found);
            }
        } else if answers_demands(page, table) || time_table::names_rows(page, table) {
            read_rows(page, table, &mut found);
        } else {
            for row in table.lines.clone() {
                sentence_reader::read_line(page, row, &mut found);
            }
        }
        line = table.lines.end;
    }
    found.settle(page);
    found
        .clauses
        .sort_by_key(|clause| (clause.span.0, clause.span.1));
    (found, tables)
}

/// Whether the table sets promises beside what a tender demands.
fn answers_demands(page: &Page, table: &outline::Table) -> bool {
    table.rows.first().is_some_and(|header| {
        header
            .iter()
            .any(|&(start, end)| time_table::demands(page, start, end))
    })
}
