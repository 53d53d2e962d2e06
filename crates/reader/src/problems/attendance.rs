//! Round-the-clock attendance promised beside hours, or a roster, that are not.

use super::finding::Finding;
use super::hours::{Week, ranges};
use super::{Docket, short};
use crate::reading::{Attendance, Clause, Problem, Settlement, Severity, Span, Terms};
use crate::words::periods::{Role, periods};

/// Words of a line that tells when somebody attends.
const ATTENDED: [&str; 9] = [
    "电话", "热线", "客服", "值班", "值守", "坐席", "接听", "人工", "专线",
];
/// Channels of their own, whose hours say nothing about another one.
const APART: [&str; 9] = [
    "投诉", "网点", "门店", "前台", "培训", "配送", "微信", "邮件", "在线",
];
/// Words of channels that are spoken, and of those that are written.
const SPOKEN: [&str; 5] = ["电话", "热线", "专线", "客服", "坐席"];
const WRITTEN: [&str; 8] = [
    "系统", "平台", "网站", "小程序", "微信", "邮", "在线", "公众号",
];
/// Desks with hours of their own.
const DESKS: [&str; 6] = ["投诉", "网点", "门店", "前台", "培训", "配送"];
/// Work that has hours of its own.
const WORKS: [&str; 6] = ["升级", "检修", "割接", "停机", "发布", "进行"];
/// When nobody is there, and how that is said.
const OFF: [&str; 7] = [
    "节假日", "周末", "夜间", "非工作时间", "下班", "双休日", "休息日",
];
const NOBODY: [&str; 7] = [
    "不值守", "无人", "不接听", "不受理", "暂停", "请留言", "不提供",
];
/// What a roster is called.
const ROSTERS: [&str; 4] = ["值班表", "值班安排", "排班", "轮班"];
/// Most lines of a roster.
const LONGEST: usize = 40;

pub(super) fn find(docket: &Docket<'_>) -> Option<Problem> {
    let phones = docket.clauses(|terms| match terms {
        Terms::Channel {
            channel,
            attendance: Some(attendance),
            ..
        } if !channel.contains(&"on_site") => Some((*attendance, channel)),
        _ => None,
    });
    let of = |wanted| {
        phones
            .iter()
            .filter(move |(_, (attendance, _))| *attendance == wanted)
    };
    // A row of a roster says nothing by itself: the shifts are judged together.
    let shifts = shifts(docket);
    let in_roster = |clause: &Clause| {
        shifts
            .as_ref()
            .is_some_and(|roster| roster.span.overlaps(clause.span))
    };
    let typed = of(Attendance::Always).find_map(|(always, (_, open))| {
        of(Attendance::Limited)
            .find(|(limited, (_, closed))| {
                one_channel(open, closed)
                    && !in_roster(limited)
                    && !worded_apart(docket, always, limited)
            })
            .map(|(limited, _)| (*always, limited.quote.clone(), limited.span))
    });
    let (always, quote, span) = typed.or_else(|| {
        let (always, _) = of(Attendance::Always).next()?;
        let (quote, span) = shifts
            .filter(|roster| !roster.whole)
            .map(|roster| (roster.quote, roster.span))
            .or_else(|| hours(docket, always))?;
        Some((*always, quote, span))
    })?;
    let found = Finding::Attendance(short(&always.quote), short(&quote));
    Some(found.problem(
        Severity::Hard,
        vec![always.span, span],
        Settlement::StricterGoverns,
    ))
}

/// Whether the two speak of one channel, or one of them of none in particular.
fn one_channel(open: &[&'static str], closed: &[&'static str]) -> bool {
    open.is_empty() || closed.is_empty() || open.iter().any(|channel| closed.contains(channel))
}

/// 电话支持：工作日9:00-18:00；工单系统7×24小时受理: the one is spoken, the other written, whatever the clauses say.
fn worded_apart(docket: &Docket<'_>, always: &Clause, limited: &Clause) -> bool {
    let original = &docket.page.original;
    let phrase = |clause: &Clause| -> String {
        let at = clause.span.0.min(original.len());
        let from = (0..at)
            .rev()
            .take_while(|back| !"\n。；".contains(original[*back]))
            .last()
            .unwrap_or(at);
        original[from..clause.span.1.clamp(from, original.len())]
            .iter()
            .collect()
    };
    let of = |clause: &Clause, words: &[&str]| {
        let phrase = phrase(clause);
        words.iter().any(|word| phrase.contains(word))
    };
    let spoken = |clause: &Clause| of(clause, &SPOKEN) && !of(clause, &WRITTEN);
    let written = |clause: &Clause| of(clause, &WRITTEN) && !of(clause, &SPOKEN);
    // 平台升级在每日0:00至5:00进行: hours of work, not of attendance.
    let works = |clause: &Clause| of(clause, &WORKS);
    // 投诉电话 and 报修热线 are two telephones.
    let desk = |clause: &Clause| DESKS.map(|word| of(clause, &[word]));
    spoken(always) && written(limited)
        || written(always) && spoken(limited)
        || desk(always) != desk(limited)
        || works(limited)
}

/// A line that gives the hours of a telephone, or says when nobody answers it.
fn hours(docket: &Docket<'_>, always: &Clause) -> Option<(String, Span)> {
    docket.lines().find_map(|(start, end)| {
        let line = docket.page.clean.slice(start, end);
        let text: String = line.iter().collect();
        let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let apart = APART
            .iter()
            .any(|word| text.contains(word) && !always.quote.contains(word));
        let limited = !ranges(line).is_empty() && !week(&[line]).is_always();
        let nobody = any(&OFF) && any(&NOBODY);
        let (quote, span) = docket.page.quote(start, end);
        let clock = periods(&docket.page.clean.chars, start, end)
            .iter()
            .any(|period| matches!(period.role, Role::Within));
        let tells = any(&ATTENDED) && (limited || nobody) && !apart && !clock;
        (tells && !span.overlaps(always.span)).then_some((quote, span))
    })
}

/// The shifts of a roster.
struct Roster {
    quote: String,
    span: Span,
    /// Whether they leave no hour of the week to nobody.
    whole: bool,
}

fn shifts(docket: &Docket<'_>) -> Option<Roster> {
    let lines: Vec<(usize, usize)> = docket.lines().collect();
    let chars = |(start, end): (usize, usize)| docket.page.clean.slice(start, end);
    let named = |line: (usize, usize)| {
        let text: String = chars(line).iter().collect();
        ROSTERS.iter().any(|word| text.contains(word))
    };
    let head = lines.iter().position(|line| named(*line))?;
    let own = !ranges(chars(lines[head])).is_empty();
    let first = if own { head } else { head + 1 };
    let shifts: Vec<(usize, usize)> = lines
        .iter()
        .skip(first)
        .take(LONGEST)
        .copied()
        // A row of titles may stand before the shifts.
        .skip_while(|line| chars(*line).contains(&'\t') && ranges(chars(*line)).is_empty())
        .take_while(|line| !ranges(chars(*line)).is_empty())
        .collect();
    let (begin, end) = (shifts.first()?.0, shifts.last()?.1);
    let slices: Vec<&[char]> = shifts.iter().map(|line| chars(*line)).collect();
    let (quote, span) = docket.page.quote(begin, end);
    Some(Roster {
        quote,
        span,
        whole: week(&slices).is_always(),
    })
}

fn week(lines: &[&[char]]) -> Week {
    let mut week = Week::empty();
    for line in lines {
        week.add(line);
    }
    week
}
