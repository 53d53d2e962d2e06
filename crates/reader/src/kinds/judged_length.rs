//! What becomes of a length of time once it is weighed: the clause of the rules stays, is put right or goes, or one is made.

use std::ops::Range;

use crate::outline::{Page, Table};
use crate::reading::{Clause, Terms, Unit, Unread};
use crate::words::periods::Role;

use super::conditions;
use super::draft::Draft;
use super::learned::length_traits::Sight;
use super::learned::lengths::{self, Part};
use super::time_memory::Memory;
use super::{Found, time_limit, warranty_subject, warranty_term};

/// Where a length stands that limits nothing.
pub(super) struct Gone {
    /// All of its sentence.
    pub sentence: Unread,
    /// Its part of the sentence, with what follows where it only states the condition of that.
    pub part: Unread,
}

impl Gone {
    fn of(sight: &Sight<'_>) -> Self {
        const CONDITIONS: [&str; 14] = [
            "的", "时", "后", "未", "不能", "无法", "仍", "若", "如", "出现", "发生", "超过",
            "逾期", "不足",
        ];
        let (page, sentence) = (sight.page, sight.sentence);
        let unread = |(start, end)| {
            let (quote, span) = page.quote(start, end);
            Unread { quote, span }
        };
        let (start, mut end) = sight.window().segment;
        let words = page.clean.text(start, end);
        let next = sentence.segments.iter().find(|next| next.0 > start);
        if CONDITIONS.iter().any(|word| words.contains(word)) {
            end = next.map_or(end, |next| next.1);
        }
        Self {
            sentence: unread((sentence.start, sentence.end)),
            part: unread((start, end)),
        }
    }
}

/// Weighs every length of a stretch and sets the clauses right; returns the sentences of the clauses that go, and of lengths that bind somebody and limit nothing.
pub(super) fn judge(
    page: &Page,
    lines: Range<usize>,
    tables: &[Table],
    found: &mut Found<'_>,
) -> Vec<Gone> {
    // What becomes of a clause: another one, or none.
    let mut fates: Vec<(usize, Option<Clause>)> = Vec::new();
    let mut made: Vec<Clause> = Vec::new();
    let mut gone: Vec<Gone> = Vec::new();
    let clauses = &found.clauses;
    lengths::each(page, lines, tables, clauses, |sight, at| {
        let (part, confidence) = lengths::weigh(sight);
        let clause = at.map(|at| &clauses[at]);
        // 停产前提前3个月通知: what is counted back from an event is no limit from one step to another.
        if clause.is_some_and(counts_back) {
            return sight.rules.0;
        }
        match (at, part) {
            (None, Part::None) if !binds(sight) => {}
            (at, Part::None) => {
                gone.push(Gone::of(sight));
                fates.extend(at.map(|at| (at, None)));
            }
            (_, part) if part == sight.rules.0 => {}
            (Some(at), part) => {
                let clause = amended(&clauses[at], part, confidence)
                    .unwrap_or_else(|| draft(sight, part, confidence).clause(page));
                fates.push((at, Some(clause)));
            }
            (None, part) => made.push(draft(sight, part, confidence).clause(page)),
        }
        part
    });
    fates.sort_by_key(|(at, _)| *at);
    for (at, fate) in fates.into_iter().rev() {
        match fate {
            Some(clause) => found.clauses[at] = clause,
            None => {
                found.clauses.remove(at);
            }
        }
    }
    made.retain(|clause| !clause.quote.is_empty());
    found.clauses.extend(made);
    gone
}

/// 5分钟内不能排除的，启用备用机; 提前1个工作日到场联调: a length within which, after which or before which something happens, whatever it is.
fn binds(sight: &Sight<'_>) -> bool {
    let period = sight.period();
    let short = matches!(period.high.unit, Unit::Minute | Unit::Hour | Unit::Day);
    short && matches!(period.role, Role::Within | Role::Exceeded | Role::Ahead)
}

fn counts_back(clause: &Clause) -> bool {
    matches!(
        clause.terms,
        Terms::TimeLimit {
            backwards: true,
            ..
        }
    )
}

/// The clause with other milestones, where it is a limit and stays one.
fn amended(clause: &Clause, part: Part, confidence: u8) -> Option<Clause> {
    let mut clause = clause.clone();
    let Terms::TimeLimit { from, to, .. } = &mut clause.terms else {
        return None;
    };
    let Part::Limit {
        from: beginning,
        to: end,
    } = part
    else {
        return None;
    };
    (*from, *to) = (beginning, end);
    clause.confidence = confidence;
    Some(clause)
}

/// The clause that a length makes.
fn draft(sight: &Sight<'_>, part: Part, confidence: u8) -> Draft {
    match part {
        Part::Limit { from, to } => {
            let page = sight.page;
            let mut memory = Memory::of(page, sight.context, sight.sentence);
            let cells = sight.cell.unwrap_or_default();
            for (start, end) in [cells.header, cells.row].into_iter().flatten() {
                for named in conditions::joined(page, start, end) {
                    conditions::apply(&mut memory.opening, &named);
                }
            }
            time_limit::weighed(&sight.window(), (from, to), &memory, confidence)
        }
        Part::Term | Part::None => term(sight, confidence),
    }
}

/// A warranty term of the length, of the part that its row or its words name.
fn term(sight: &Sight<'_>, confidence: u8) -> Draft {
    let page = sight.page;
    let draft = warranty_term::around(page, &sight.window(), sight.context);
    let row = || {
        let (start, end) = sight.cell?.row?;
        warranty_subject::component(page, start, end)
            .filter(|name| !warranty_subject::is_whole(name))
    };
    let Terms::WarrantyTerm {
        component: None,
        or_usage,
        ..
    } = &draft.terms
    else {
        return Draft {
            confidence,
            ..draft
        };
    };
    let terms = warranty_term::terms(Some(&sight.period()), row(), or_usage.clone());
    Draft {
        terms,
        confidence,
        ..draft
    }
}
