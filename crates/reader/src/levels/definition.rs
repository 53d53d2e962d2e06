//! 一级故障：全网中断, 重大故障指…, 一级（全校停水）: sentences that say what a level means.

use crate::kinds::conditions::Named;
use crate::outline::Page;
use crate::problems::Docket;
use crate::reading::Terms;
use crate::words::periods::{periods, starts_with};

use super::gloss;

/// Characters between a level and the sign that opens its meaning: 故障是指.
const NOUN: usize = 6;
/// Shortest meaning, unless the level labels its line.
const MEANING: usize = 4;
/// Longest meaning.
const LONGEST: usize = 300;
/// 紧急故障：停产 needs no more words than that.
const SHORTEST: usize = 2;

/// Where a line says what a level named in it means, if it does: 一级故障：全网中断, 重大故障指…, 一级（全校停水）, or a table cell beside one that says it.
pub(crate) fn stated(
    page: &Page,
    line: (usize, usize),
    level: (usize, usize),
) -> Option<(usize, usize)> {
    opened_at(page, line, level, level.1)
}

fn opened_at(
    page: &Page,
    line: (usize, usize),
    level: (usize, usize),
    from: usize,
) -> Option<(usize, usize)> {
    let chars = &page.clean.chars;
    // 一级故障，指全网中断: the comma only takes breath.
    let breath = |at: usize| {
        ["指", "是指", "即"]
            .iter()
            .any(|word| starts_with(chars, at + 1, word))
    };
    let opens = (from..line.1.min(from + NOUN))
        .find(|at| "：（指即\t".contains(chars[*at]) || chars[*at] == '，' && !breath(*at));
    let at = opens.filter(|at| chars[*at] != '，')?;
    let first = level.0 <= line.0 + MEANING
        || chars[level.0 - 1] == '\t'
        || "；。、".contains(chars[level.0 - 1])
        || chars[level.0 - 1] == '，' && "指即".contains(chars[at])
        || chars[at] == '（';
    let meaning = (at + 1..line.1)
        .take(LONGEST)
        .take_while(|next| !"；。\t）".contains(chars[*next]))
        .count();
    let timed = periods(chars, at + 1, (at + 1 + meaning).min(line.1))
        .iter()
        .any(|period| period.start <= at + MEANING);
    let labelled = level.0 <= line.0 && chars[at] == '：';
    let least = if labelled { SHORTEST } else { MEANING };
    (first && meaning >= least && !timed).then_some((at + 1, at + 1 + meaning))
}

/// What a level means, without what is promised for it: the words up to the next level's meaning and to the first limit.
pub(super) fn meaning(
    docket: &Docket<'_>,
    line: (usize, usize),
    level: &Named,
) -> Option<(usize, usize)> {
    let page = docket.page;
    let own = (level.start, level.end);
    // 一级（紧急）故障：全站停运: the bracket is another word for the level.
    let behind = gloss::bracket(page, line, level)
        .and_then(|(_, close)| opened_at(page, line, own, close + 1));
    let (start, end) = behind
        .or_else(|| stated(page, line, own))
        .or_else(|| is_so(page, line, own))?;
    let end = before_next(page, (start, end));
    let end = before_limits(docket, (start, end))?;
    if end < start + SHORTEST {
        return None;
    }
    let start = start + usize::from(page.clean.chars[start] == '：');
    let said = page.clean.text(start, end);
    // 一级故障：接到报修后: the beginning of a limit, and no meaning.
    let begins = ["接到", "接报", "自", "报修", "收到", "我方", "我司"]
        .iter()
        .any(|word| said.starts_with(word));
    (end >= start + SHORTEST && !begins).then_some((start, end))
}

/// 一级故障为系统瘫痪, but not 一级故障为2小时.
fn is_so(page: &Page, line: (usize, usize), level: (usize, usize)) -> Option<(usize, usize)> {
    let chars = &page.clean.chars;
    let said = page.clean.text(level.1, line.1.min(level.1 + NOUN));
    let noun = ["为", "故障为", "事件为", "问题为"]
        .iter()
        .find(|noun| said.starts_with(**noun))?;
    let start = level.1 + noun.chars().count();
    let end = (start..line.1)
        .take(LONGEST)
        .find(|at| "；。\t".contains(chars[*at]))
        .unwrap_or(line.1.min(start + LONGEST));
    let opens = level.0 <= line.0 + MEANING || "，；。、".contains(chars[level.0 - 1]);
    (opens && end >= start + MEANING && periods(chars, start, end).is_empty())
        .then_some((start, end))
}

/// 一级故障指系统瘫痪，二级故障指…: the meaning ends where the next level's begins.
fn before_next(page: &Page, (start, end): (usize, usize)) -> usize {
    let chars = &page.clean.chars;
    let levels = crate::kinds::conditions::named(page, start, end);
    levels
        .iter()
        .filter(|level| level.start > start && chars[level.start - 1] == '，')
        .find(|level| {
            (level.end..end.min(level.end + NOUN)).any(|at| "指即：为".contains(chars[at]))
        })
        .map_or(end, |level| level.start - 1)
}

/// The end of the words before the first comma behind which a limit or a term is promised; none where that is all there is.
fn before_limits(docket: &Docket<'_>, (start, end): (usize, usize)) -> Option<usize> {
    let page = docket.page;
    let span = page.clean.span(start, end);
    let promised = docket
        .clauses_in(span)
        .iter()
        .filter(|clause| {
            matches!(
                clause.terms,
                Terms::TimeLimit { .. } | Terms::WarrantyTerm { .. }
            )
        })
        .filter(|clause| clause.span.overlaps(span))
        .map(|clause| clause.span.0)
        .min();
    let Some(from) = promised else {
        return Some(end);
    };
    (start..end)
        .filter(|at| "，：".contains(page.clean.chars[*at]))
        .take_while(|at| page.clean.span(*at, *at + 1).0 < from)
        .last()
}
