//! What a line has established before its lengths of time are read: headings, labels, openings.

use crate::outline::{Page, Sentence};
use crate::reading::{Condition, Milestone};
use crate::words::Concept;

use super::context::Context;
use super::milestones::{self, Hit};
use super::{conditions, grievance};

/// What a line has established so far and later sentences of it rely on.
#[derive(Default)]
pub(crate) struct Memory {
    /// The last limit with an explicit beginning: its target and beginning.
    pub(super) explicit: Option<(Milestone, Milestone)>,
    /// The condition the line opens with.
    pub(super) opening: Condition,
    /// 到场时间：…: the milestone the line announces.
    pub(super) label: Option<Hit>,
    /// The milestone of the last limit of the line.
    pub(super) last: Option<Milestone>,
    /// Whether the line deals with a complaint.
    pub(super) complaint: bool,
    /// Whether the headings say so, rather than a sentence before.
    pub(super) headed: bool,
}

impl Memory {
    /// 接到报修…: a sentence of repairs is no longer about the complaint of the sentence before.
    pub(super) fn turns_to_repairs(&mut self, page: &Page, sentence: &Sentence) {
        let repairs = page
            .tokens_in(sentence.start, sentence.end)
            .iter()
            .any(|token| token.is(Concept::Report) && token.is(Concept::Fault))
            || ["报修", "报障", "保修期", "质保期", "备件", "配件"]
                .iter()
                .any(|word| page.clean.text(sentence.start, sentence.end).contains(word));
        if repairs && !self.headed && !grievance::complains(page, sentence.start, sentence.end) {
            self.complaint = false;
        }
    }

    /// What the headings above and the first words of a line establish.
    pub(crate) fn of(page: &Page, context: &Context<'_>, first: &Sentence) -> Self {
        let mut memory = Self {
            complaint: grievance::under_complaints(page, context, first.line),
            ..Self::default()
        };
        memory.headed = memory.complaint;
        for &(start, end) in &context.headings {
            for named in conditions::joined(page, start, end) {
                conditions::apply(&mut memory.opening, &named);
            }
            memory.label = heading_label(page, start, end).or(memory.label);
        }
        // 到达现场 | 市区2小时，郊县4小时: the cell that names the row says what its times are.
        memory.label = context
            .row
            .and_then(|(start, end)| label(page, start, end, memory.complaint))
            .or(memory.label);
        memory.label = asked(page, first.line).or(memory.label);
        if let Some(&(start, end)) = first.segments.first()
            && (matches!(page.clean.chars.get(end), Some('：' | '\t')) || entitles(page, first))
        {
            for named in conditions::joined(page, start, end) {
                conditions::apply(&mut memory.opening, &named);
            }
            memory.label = label(page, start, end, memory.complaint).or(memory.label);
        }
        memory
    }
}

/// Q：多久能上门？ on the line before: the answer need not say it again.
fn asked(page: &Page, line: usize) -> Option<Hit> {
    const LONGEST: usize = 30;
    let (start, end) = page.question_above(line, LONGEST)?;
    let text = page.clean.text(start, end);
    let how_long = [
        "多久", "多长时间", "几天", "几个小时", "多快", "多少时间", "什么时候能",
    ]
    .iter()
    .any(|word| text.contains(word));
    how_long
        .then(|| milestones::target(page, start, end, false))
        .flatten()
        .filter(|hit| hit.rank <= 3)
}

/// 到场。管网冒溢：1小时；…: a title of a few characters with a full stop heads its line.
pub(super) fn entitles(page: &Page, first: &Sentence) -> bool {
    const TITLE: usize = 6;
    first.segments.len() == 1
        && first.end - first.start <= TITLE
        && page.clean.chars.get(first.end) == Some(&'。')
        && first.end + 1 < page.lines[first.line].end
}

/// 维修周期：…, 送修时效：…, 保内维修：…: a label names the milestone of the lengths behind it, the work by its name too.
pub(super) fn label(page: &Page, start: usize, end: usize, complaint: bool) -> Option<Hit> {
    let hit = milestones::target(page, start, end, complaint)?;
    let text = page.clean.text(start, end);
    let timed = ["时间", "时限", "时效", "周期", "期限"]
        .iter()
        .any(|word| text.contains(word));
    let work = hit.milestone == Milestone::Repaired
        && !["保修期", "质保", "三包", "包修"]
            .iter()
            .any(|word| text.contains(word))
        && (timed
            || ["维修", "修理", "抢修", "处理", "返修", "检修"]
                .iter()
                .any(|word| text.ends_with(word)));
    (hit.rank <= 1 || work).then_some(Hit {
        rank: hit.rank.min(1),
        ..hit
    })
}

/// A heading such as 响应时间 names the milestone of the lengths under it.
fn heading_label(page: &Page, start: usize, end: usize) -> Option<Hit> {
    let text = page.clean.text(start, end);
    let timed = ["时间", "时限", "时效"]
        .iter()
        .any(|word| text.contains(word));
    timed
        .then(|| milestones::target(page, start, end, false))
        .flatten()
        .filter(|hit| hit.rank <= 1)
}
