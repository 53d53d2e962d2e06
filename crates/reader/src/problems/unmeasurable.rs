//! Words nobody can be held to: 及时, 尽快, 第一时间, 定期.

use super::finding::Finding;
use super::{Docket, short};
use crate::outline::Line;
use crate::reading::{Problem, Settlement, Severity, Terms};
use crate::words::Concept;
use crate::words::periods::{Role, periods};

/// Words of the same sort that the lexicon leaves out because they measure nothing but also promise nothing elsewhere.
const LOOSE: [&str; 6] = ["经常", "时常", "尽速", "尽可能快", "酌情", "视情况"];

pub(super) fn find(docket: &Docket<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    // 第五章 定期服务, 四、定期巡检 name what follows and promise nothing.
    let lines = docket.line_numbers().filter(|line| {
        let line = &docket.page.lines[*line];
        !line.is_title() && !names_what_follows(docket, line)
    });
    for (start, end) in lines.map(|line| docket.body(line)) {
        for token in docket
            .page
            .tokens_in(start, end)
            .iter()
            .filter(|token| token.is(Concept::Urgent))
        {
            let word = docket.page.clean.text(token.start, token.end);
            // 不能按期修复 keeps to a day that was set; as a synonym machine writes 按期 for 定期, the two are one word otherwise.
            let on_the_day = docket.page.quote(token.start, token.end).0.contains("按期");
            if word == "随时"
                || on_the_day
                || measured(docket, token.start, start, end)
                || word == "定期" && recurs(docket, token.start, end)
            {
                continue;
            }
            found.push(problem(docket, word, (token.start, start, end)));
        }
        for (word, at) in loose(docket, start, end) {
            found.push(problem(docket, word, (at, start, end)));
        }
    }
    found
}

/// 定期回访：每季度一次: how often is read of the words behind it.
fn recurs(docket: &Docket<'_>, at: usize, end: usize) -> bool {
    let stop = (at..end).find(|at| "。；".contains(docket.page.clean.chars[*at]));
    let span = docket.page.clean.span(at, stop.unwrap_or(end));
    docket.clauses_in(span).iter().any(|clause| {
        clause.span.overlaps(span)
            && matches!(clause.terms, Terms::RecurringDuty { every: Some(_), .. })
    })
}

/// A short heading without a sentence in it that names what is done regularly, by the letters of a name alone.
fn names_what_follows(docket: &Docket<'_>, line: &Line) -> bool {
    const LONGEST: usize = 14;
    let words = docket.page.clean.text(line.body, line.end);
    let words = words.trim().trim_end_matches('：');
    line.heading
        && words.contains("定期")
        && words.chars().count() <= LONGEST
        && !words.contains(['，', '。', '；', '：', '\t'])
        && !["我", "将", "会", "应", "为您", "为客户", "对"]
            .iter()
            .any(|word| words.contains(word))
}

/// 经常走访用户, but not 经常性维护 or 经常使用.
fn loose(docket: &Docket<'_>, start: usize, end: usize) -> Vec<(&'static str, usize)> {
    let text = docket.page.clean.text(start, end);
    let mut found = Vec::new();
    for word in LOOSE {
        for (at, _) in text.match_indices(word) {
            let after = &text[at + word.len()..];
            let place = start + text[..at].chars().count();
            if !after.starts_with(['性', '使', '出', '发']) && !measured(docket, place, start, end)
            {
                found.push((word, place));
            }
        }
    }
    found
}

fn problem(docket: &Docket<'_>, word: &str, (at, start, end): (usize, usize, usize)) -> Problem {
    let (from, to) = phrase(docket, at, start, end);
    let (quote, span) = docket.page.quote(from, to);
    let found = Finding::Unmeasurable {
        word: word.to_owned(),
        quote: short(&quote),
    };
    found.problem(Severity::Soft, vec![span], Settlement::Ask)
}

/// The words between the commas around a position.
fn phrase(docket: &Docket<'_>, at: usize, start: usize, end: usize) -> (usize, usize) {
    let stops = |at: &usize| "，。；：\t".contains(docket.page.clean.chars[*at]);
    let from = (start..at).rev().find(stops).map_or(start, |stop| stop + 1);
    (from, (at..end).find(stops).unwrap_or(end))
}

/// 尽快，最迟24小时内: a length of time in the same or the next phrase measures it.
fn measured(docket: &Docket<'_>, at: usize, start: usize, end: usize) -> bool {
    let (from, to) = phrase(docket, at, start, end);
    let to = if to < end && matches!(docket.page.clean.chars[to], '，' | '：') {
        phrase(docket, to + 1, start, end).1
    } else {
        to
    };
    periods(&docket.page.clean.chars, from, to.max(from))
        .iter()
        .any(|period| matches!(period.role, Role::Within | Role::Recurring))
}
