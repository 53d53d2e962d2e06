//! What a length of time limits: a step of a case, a warranty, or nothing.
//!
//! The rules propose first; here their proposal is one trait among many.

use std::ops::Range;
use std::sync::LazyLock;

use super::Table as Weights;
use super::beginning;
use super::length_traits::{self, Above, Apart, Cell, Sight};
use super::table::{add_up, best};
use crate::kinds::context::Context;
use crate::kinds::default_beginning;
use crate::kinds::warranty_guard::supplies_parts;
use crate::outline::{self, Page, Sentence, Table};
use crate::reading::{Clause, Duration, Milestone, Span, Terms, Unit};
use crate::words::periods::{Period, ends_with, periods, starts_with};

/// Rows as learned.
static ENDS: LazyLock<Weights> =
    LazyLock::new(|| Weights::parse(include_str!("../../../data/end_weights.tsv"), Part::ENDS));
static BEGINNINGS: LazyLock<Weights> = LazyLock::new(|| {
    Weights::parse(
        include_str!("../../../data/beginning_weights.tsv"),
        Milestone::ALL.len(),
    )
});

/// How far back, in characters of the text, the length before counts as one that leads on to the next.
const LEADS_ON: usize = 60;

/// What a length is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Nothing is to happen within it.
    None,
    /// How long something is warranted.
    Term,
    /// Within how long `to` is to follow `from`.
    Limit {
        /// What starts the clock.
        from: Milestone,
        /// What ends it.
        to: Milestone,
    },
}

impl Part {
    /// How many classes there are of what a length ends with: milestones, a term, nothing.
    pub const ENDS: usize = Milestone::ALL.len() + 2;

    /// The class of what it ends with.
    pub fn class(self) -> usize {
        match self {
            Self::Limit { to, .. } => to as usize,
            Self::Term => Milestone::ALL.len(),
            Self::None => Milestone::ALL.len() + 1,
        }
    }

    pub(crate) fn end(self) -> String {
        match self {
            Self::Limit { to, .. } => format!("{to:?}"),
            Self::Term => "term".to_owned(),
            Self::None => "none".to_owned(),
        }
    }

    pub(crate) fn name(self) -> String {
        match self {
            Self::Limit { from, to } => format!("{from:?}>{to:?}"),
            other => other.end(),
        }
    }

    /// What a clause makes of a length, if it rests on it.
    fn of(clause: &Clause, period: &Period) -> Option<Self> {
        match clause.terms {
            Terms::TimeLimit {
                from, to, limit, ..
            } => (limit == period.high).then_some(Self::Limit { from, to }),
            Terms::WarrantyTerm { term, .. } => (term == Some(period.high)).then_some(Self::Term),
            _ => None,
        }
    }
}

/// What a proposal of the rules adds to its end and to its beginning: they know wordings that no plan learned from happens to hold.
const PROPOSED: i32 = 50;
/// The same in a column whose header names the step, 供货期: the words of one row say less than it does.
const PROPOSED_IN_COLUMN: i32 = 300;
const PROPOSED_BEGINNING: i32 = 150;
/// The same where the beginning is the usual one, which the rules take when they see none.
const ASSUMED_BEGINNING: i32 = 50;

/// What the words around a length speak for, and how surely.
pub(crate) fn weigh(sight: &Sight<'_>) -> (Part, u8) {
    if is_printed(sight) {
        return sight.rules;
    }
    if passes_in_vain(sight) || supplies_parts(sight.page, sight.sentence, &sight.period()) {
        return (Part::None, CERTAIN);
    }
    let mut sums = ENDS.bias();
    length_traits::of_end(sight, &mut |sort, letters| {
        ENDS.add(&mut sums, sort, letters);
    });
    add_up(
        &mut sums,
        sight.above.ends.get_or_init(|| of_context(&ENDS, sight)),
    );
    if sight.rules.0 != Part::None {
        sums[sight.rules.0.class()] += proposed(sight);
    }
    if !lasts(sight.period().high) || renews(sight) {
        sums[Part::Term.class()] = i32::MIN;
    }
    let (class, confidence) = best(&sums);
    let Some(&to) = Milestone::ALL.get(class) else {
        let term = class == Part::Term.class();
        return (if term { Part::Term } else { Part::None }, confidence);
    };
    let mut sums = BEGINNINGS.bias();
    length_traits::of_beginning(sight, to, &mut |sort, letters| {
        BEGINNINGS.add(&mut sums, sort, letters);
    });
    let above = || of_context(&BEGINNINGS, sight);
    add_up(&mut sums, sight.above.beginnings.get_or_init(above));
    if let Part::Limit { from, to: end } = sight.rules.0
        && end == to
    {
        sums[from as usize] += if from == default_beginning::usual(to) {
            ASSUMED_BEGINNING
        } else {
            PROPOSED_BEGINNING
        };
    }
    sums[to as usize] = i32::MIN;
    if beginning::is_no_consent(sight) {
        sums[Milestone::QuoteAccepted as usize] = i32::MIN;
    }
    let (class, sure) = best(&sums);
    let from = beginning::of_complaint(sight, to, Milestone::ALL[class]);
    (Part::Limit { from, to }, confidence.min(sure))
}

/// What a proposal of the rules adds to its end.
fn proposed(sight: &Sight<'_>) -> i32 {
    const SURE: u8 = 90;
    let headed = sight.cell.is_some_and(|cell| cell.header.is_some());
    if headed && sight.rules.1 >= SURE {
        PROPOSED_IN_COLUMN
    } else {
        PROPOSED
    }
}

/// What the headings weigh.
fn of_context(weights: &Weights, sight: &Sight<'_>) -> Vec<i32> {
    weights.sum(|mut add| length_traits::of_headings(sight.page, sight.context, &mut add))
}

/// Whether something may be warranted for so long: hours and a day or two never are.
fn lasts(length: Duration) -> bool {
    const SHORTEST_DAYS: u64 = 3;
    match length.unit {
        Unit::Second | Unit::Minute | Unit::Hour => false,
        Unit::Day => length.hundredths >= SHORTEST_DAYS * 100,
        Unit::Month | Unit::Year | Unit::Season => true,
    }
}

/// How sure a rule is that overrules the weights, in percent.
const CERTAIN: u8 = 95;

/// 3小时未解决上报项目经理: the length passes without what was promised, and something else follows.
fn passes_in_vain(sight: &Sight<'_>) -> bool {
    const FAILING: [&str; 14] = [
        "未解决", "未修复", "未恢复", "未排除", "未处理", "未响应", "未到", "未完成", "仍未",
        "仍不能", "仍无法", "不能修复", "不能解决", "无法解决",
    ];
    let (chars, end) = (&sight.page.clean.chars, sight.period().end);
    let behind = end + usize::from(chars.get(end) == Some(&'内'));
    FAILING.iter().any(|word| starts_with(chars, behind, word))
}

/// 接到投诉后12分钟内答复投诉 in the column 时限, as the table of a printed plan has it: which step of a complaint it is, the rules know for certain.
fn is_printed(sight: &Sight<'_>) -> bool {
    const COLUMN: &str = "时限";
    let header = sight.cell.and_then(|cell| cell.header);
    let headed = header.is_some_and(|(from, to)| sight.page.clean.text(from, to).trim() == COLUMN);
    let (part, sure) = sight.rules;
    let complaint = matches!(
        part,
        Part::Limit {
            from: Milestone::ComplaintReceived,
            ..
        }
    );
    headed && complaint && sure >= CERTAIN
}

/// 续签两年: that is how long a contract goes on, and no warranty.
fn renews(sight: &Sight<'_>) -> bool {
    let (chars, start) = (&sight.page.clean.chars, sight.period().start);
    ["续签", "续约", "续订", "续聘"]
        .iter()
        .any(|word| ends_with(chars, 0, start, word))
}

/// The length that was read last.
#[derive(Clone, Copy)]
struct Last {
    /// Its first character in the text.
    at: usize,
    line: usize,
    /// The first clean character of its sentence.
    sentence: usize,
    /// What it is for.
    part: Part,
    /// What the one before it is for, where that stands near.
    before: Option<Part>,
}

impl Last {
    fn apart_from(self, line: usize, sentence: &Sentence) -> Apart {
        match self {
            Self { sentence: own, .. } if own == sentence.start => Apart::Sentence,
            Self { line: own, .. } if own == line => Apart::Line,
            _ => Apart::Lines,
        }
    }
}

/// Goes through the lengths of a stretch in order. `decide` says what each is for, which the next one sees.
pub(crate) fn each(
    page: &Page,
    lines: Range<usize>,
    tables: &[Table],
    clauses: &[Clause],
    mut decide: impl FnMut(&Sight<'_>, Option<usize>) -> Part,
) {
    let mut used = vec![false; clauses.len()];
    let mut last: Option<Last> = None;
    let mut tables = tables.iter().peekable();
    for line in lines {
        while tables.next_if(|table| table.lines.end <= line).is_some() {}
        let table = tables.peek().filter(|table| table.lines.contains(&line));
        let context = Context::of(page, line);
        let above = Above::default();
        for sentence in outline::sentences(page, line) {
            let all = periods(&page.clean.chars, sentence.start, sentence.end);
            for (index, period) in all.iter().enumerate() {
                if period.high.unit == Unit::Season {
                    continue;
                }
                let span = page.clean.span(period.start, period.end);
                let clause = made_of(clauses, &used, span, period);
                if let Some(clause) = clause {
                    used[clause] = true;
                }
                let rules = clause
                    .and_then(|at| Some((Part::of(&clauses[at], period)?, clauses[at].confidence)));
                let near = last.filter(|last| span.0.saturating_sub(last.at) < LEADS_ON);
                let sight = Sight {
                    page,
                    sentence: &sentence,
                    periods: &all,
                    index,
                    context: &context,
                    above: &above,
                    cell: table.and_then(|table| Cell::of(table, (period.start, period.end))),
                    rules: rules.unwrap_or((Part::None, 0)),
                    before: near.map(|last| last.part),
                    older: near.and_then(|last| last.before),
                    apart: last.map_or(Apart::Lines, |last| last.apart_from(line, &sentence)),
                    complaint: Sight::complains(page, &sentence, &context, period.start),
                };
                let part = decide(&sight, clause);
                last = Some(Last {
                    at: span.0,
                    line,
                    sentence: sentence.start,
                    part,
                    before: near.map(|last| last.part),
                });
            }
        }
    }
}

/// The clause that the rules made of a length.
fn made_of(clauses: &[Clause], used: &[bool], span: Span, period: &Period) -> Option<usize> {
    const NEAR: usize = 40;
    // Clauses are in order; one that begins behind the length is not of it.
    let end = clauses.partition_point(|clause| clause.span.0 < span.1);
    (end.saturating_sub(NEAR)..end).find(|&at| {
        !used[at] && span.0 < clauses[at].span.1 && Part::of(&clauses[at], period).is_some()
    })
}
