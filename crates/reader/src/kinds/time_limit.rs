//! Time limits: from a milestone to a milestone within a length of time, under a condition.

use crate::outline::{Page, Sentence};
use crate::reading::{Condition, Milestone, Terms};
use crate::words::Concept;
use crate::words::periods::{Period, Role, starts_with};

use super::beginnings;
use super::carried_milestone::carried_label;
use super::conditions::{self, Named};
use super::default_beginning;
use super::draft::Draft;
use super::grievance;
use super::limit_guard::may_limit;
use super::milestones::Hit;
use super::part_milestones;
use super::time_memory::Memory;
use super::time_window::{Window, on_the_bench};

/// The time limits of one sentence.
pub(crate) fn drafts(
    page: &Page,
    sentence: &Sentence,
    periods: &[Period],
    memory: &mut Memory,
) -> Vec<Draft> {
    let named = conditions::joined(page, sentence.start, sentence.end);
    let mut found: Vec<(usize, Draft)> = Vec::new();
    let mut waiting: Vec<usize> = Vec::new();
    memory.turns_to_repairs(page, sentence);
    for index in 0..periods.len() {
        let complaint =
            memory.complaint || grievance::complains(page, sentence.start, periods[index].start);
        let window = Window::of(page, sentence, periods, index, complaint);
        if let Some(draft) = backwards(&window) {
            found.push((index, draft));
            continue;
        }
        if !may_limit(&window) {
            waiting.clear();
            continue;
        }
        match window.target() {
            Some(hit) => {
                let complaint = complaint
                    || matches!(
                        hit.milestone,
                        Milestone::ComplaintAnswered | Milestone::ComplaintSettled
                    );
                for &earlier in &waiting {
                    let window = Window::of(page, sentence, periods, earlier, complaint);
                    found.extend(
                        build(&window, hit, None, &named, memory).map(|draft| (earlier, draft)),
                    );
                }
                waiting.clear();
                found.extend(
                    build(&window, hit, Some(hit.end), &named, memory).map(|draft| (index, draft)),
                );
            }
            None if lists_on(&window, periods.get(index + 1)) => waiting.push(index),
            None => {
                waiting.push(index);
                for &bare in &waiting {
                    let window = Window::of(page, sentence, periods, bare, complaint);
                    if let Some(hit) = carried_label(
                        &window,
                        &named,
                        memory,
                        found.last().map(|(_, draft)| draft),
                    ) {
                        found.extend(
                            build(&window, hit, None, &named, memory).map(|draft| (bare, draft)),
                        );
                    }
                }
                waiting.clear();
            }
        }
    }
    found.sort_by_key(|(index, _)| *index);
    memory.last = found
        .last()
        .map_or(memory.last, |(_, draft)| match draft.terms {
            Terms::TimeLimit { to, .. } => Some(to),
            _ => None,
        });
    memory.complaint |= grievance::complains(page, sentence.start, sentence.end);
    separate(found.into_iter().map(|(_, draft)| draft).collect())
}

/// Two limits of one segment do not share words.
fn separate(mut drafts: Vec<Draft>) -> Vec<Draft> {
    for index in 1..drafts.len() {
        let floor = drafts[index - 1].end;
        if drafts[index].start < floor && floor < drafts[index].end {
            drafts[index].start = floor;
        }
    }
    drafts
}

/// 市内2小时、省内12小时、省外48小时内到达: a list whose verb comes with the last member.
fn lists_on(window: &Window<'_>, next: Option<&Period>) -> bool {
    let Some(next) = next else { return false };
    let between = window.page.clean.text(window.period.end, next.start);
    let verbs = window
        .page
        .tokens_in(window.period.end, next.start)
        .iter()
        .any(|t| t.is(Concept::Every) || t.is(Concept::NotCovered) || t.is(Concept::Doc));
    // 市内2小时、…: next to nothing stands between the length and the comma.
    let rest = between
        .chars()
        .take_while(|c| !"、，；".contains(*c))
        .count();
    rest <= 2
        && between.chars().count() <= 16
        && !verbs
        && !between.contains('：')
        && matches!(next.role, Role::Within | Role::Plain)
}

fn build(
    window: &Window<'_>,
    hit: Hit,
    own_verb: Option<usize>,
    named: &[Named],
    memory: &mut Memory,
) -> Option<Draft> {
    let maker = hit.milestone == Milestone::OnSite && of_the_maker(window);
    let to = match () {
        () if maker => Milestone::SupplierOnSite,
        () => part_milestones::target(window, hit, memory.explicit.map(|(to, _)| to)),
    };
    let from = window.beginning(to).map(|from| Hit {
        milestone: if maker && from.milestone == Milestone::Reported {
            Milestone::SupplierNotified
        } else {
            from.milestone
        },
        ..from
    });
    let inherited = memory
        .explicit
        .filter(|&(target, from)| {
            // 到场后半小时内查明原因，小故障两小时内修好: one beginning for all that is done there.
            target == to
                || (from == Milestone::Delivered && on_the_bench(target)
                    || from == Milestone::OnSite && target == Milestone::Diagnosed)
                    && on_the_bench(to)
        })
        .map(|(_, from)| from);
    // 需要装的件下单后两天到: the customer calls for nothing when a part is awaited.
    let from = from.filter(|from| {
        !(to == Milestone::PartArrived && hit.milestone == Milestone::OnSite)
            || from.milestone != Milestone::Reported
    });
    let to = part_milestones::once_begun(window, to, from.map(|hit| hit.milestone));
    let start = from
        .map(|hit| hit.milestone)
        .or_else(|| part_milestones::ordered(window, hit, to))
        .or_else(|| follows_on(window).then_some(memory.last).flatten())
        .or(inherited)
        .unwrap_or_else(|| default_beginning::of(window, to));
    if let Some(from) = from {
        memory.explicit = Some((to, from.milestone)).filter(|_| scopes_over(window, &from));
    }
    if start == to {
        return None;
    }
    memory.last = Some(to);
    let sure = match (hit.rank, window.period.role) {
        (0, Role::Within) => 95,
        (0, _) | (1, Role::Within) => 88,
        (2, _) => 78,
        (1, _) => 72,
        _ => 62,
    };
    let (draft_start, draft_end) = extent(window, from.as_ref(), &hit, own_verb);
    Some(Draft {
        start: draft_start,
        end: draft_end,
        terms: Terms::TimeLimit {
            from: start,
            to,
            limit: window.period.high,
            target: window.period.low,
            unit: window.period.unit,
            backwards: false,
            condition: condition(window, named, memory),
        },
        confidence: sure,
    })
}

/// The limit that a length makes between two milestones given for it.
pub(super) fn weighed(
    window: &Window<'_>,
    (from, to): (Milestone, Milestone),
    memory: &Memory,
    confidence: u8,
) -> Draft {
    let named = conditions::joined(window.page, window.sentence.start, window.sentence.end);
    let own = window.target().filter(|hit| hit.milestone == to);
    let hit = own.unwrap_or(Hit {
        milestone: to,
        start: window.period.end,
        end: window.period.end,
        rank: 2,
    });
    let beginning = window.beginning(to).filter(|hit| hit.milestone == from);
    let (start, end) = extent(window, beginning.as_ref(), &hit, own.map(|hit| hit.end));
    Draft {
        start,
        end,
        terms: Terms::TimeLimit {
            from,
            to,
            limit: window.period.high,
            target: window.period.low,
            unit: window.period.unit,
            backwards: false,
            condition: condition(window, &named, memory),
        },
        confidence,
    }
}

/// 4小时内到现场，其后4小时内解决: the step before opens this one.
fn follows_on(window: &Window<'_>) -> bool {
    let before = window
        .page
        .clean
        .text(window.floor.max(window.segment.0), window.period.start);
    ["其后", "随后", "之后", "此后", "然后"]
        .iter()
        .any(|word| before.trim_end_matches(['在', '的', '，']).ends_with(word))
}

/// 到场后小故障2小时、大故障2天修好: a beginning that opens holds for the list; in 一般故障到场后4小时排除，重大故障3日内修复 it belongs to its own case.
fn scopes_over(window: &Window<'_>, from: &Hit) -> bool {
    const LOOSE: usize = 2;
    let page = window.page;
    let Some(&(start, _)) = window
        .sentence
        .segments
        .iter()
        .find(|&&(start, end)| start <= from.start && from.start < end)
    else {
        return true;
    };
    if from.milestone == Milestone::Reported || start < window.segment.0 {
        return true;
    }
    let start = start.max(window.floor);
    let named: usize = page
        .tokens_in(start, from.start)
        .iter()
        .filter(|token| {
            [Concept::Staff, Concept::Supplier, Concept::Customer]
                .iter()
                .any(|concept| token.is(*concept))
        })
        .map(|token| token.end - token.start)
        .sum();
    let little = page
        .clean
        .slice(start, from.start)
        .iter()
        .filter(|c| "自从在于，、的我方并".contains(**c))
        .count();
    from.start.saturating_sub(start) <= named + little + LOOSE
}

/// 材料供应商48小时内到达现场: whose visit it is stands right before the length.
fn of_the_maker(window: &Window<'_>) -> bool {
    const NEAR: usize = 2;
    let from = window.segment.0.max(window.floor);
    let mut tokens = window
        .page
        .tokens_in(from, window.period.start)
        .iter()
        .rev()
        .peekable();
    let near = tokens
        .peek()
        .is_some_and(|token| window.period.start - token.end <= NEAR);
    // 厂家工程师2日内到现场.
    tokens.next_if(|token| token.is(Concept::Staff));
    near && tokens.next().is_some_and(|token| token.is(Concept::Maker))
}

/// The words of the limit: from its beginning or label to its verb.
fn extent(
    window: &Window<'_>,
    from: Option<&Hit>,
    hit: &Hit,
    own_verb: Option<usize>,
) -> (usize, usize) {
    let segment_of = |at: usize| {
        window
            .sentence
            .segments
            .iter()
            .copied()
            .find(|&(start, end)| start <= at && at < end)
    };
    let label = (hit.end <= window.period.start && own_verb.is_some()).then_some(hit.start);
    let opening = from.filter(|hit| belongs(window, hit)).map(|hit| hit.start);
    let first = [opening, label, Some(window.period.start)]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(window.period.start);
    let start = segment_of(first)
        .map_or(first, |(start, _)| start)
        .max(window.floor.min(first));
    let last = own_verb.unwrap_or(window.period.end).max(window.period.end);
    let segment_end = segment_of(last.saturating_sub(1))
        .map_or(last, |(_, end)| end)
        .max(last);
    let end = if window.ceiling < segment_end {
        cut_before(window, last)
    } else {
        segment_end
    };
    (skip_joiners(window, start, first), end)
}

/// The beginning is part of the limit's words when it stands in the same segment or is worded as a beginning: 接到报修后，
fn belongs(window: &Window<'_>, hit: &Hit) -> bool {
    let page = window.page;
    let Some(&(start, end)) = window
        .sentence
        .segments
        .iter()
        .find(|&&(start, end)| start <= hit.start && hit.start < end)
    else {
        return false;
    };
    let worded = page
        .clean
        .slice(start, end)
        .last()
        .is_some_and(|c| "后起时的".contains(*c))
        || page
            .tokens_in(start, end)
            .iter()
            .any(|t| t.is(Concept::Receive));
    start == window.segment.0 || worded
}

/// In 2小时、省内12小时 the first limit ends at the 、.
fn cut_before(window: &Window<'_>, last: usize) -> usize {
    let chars = &window.page.clean.chars;
    (last..window.ceiling)
        .find(|at| "、，；和及".contains(chars[*at]))
        .unwrap_or(last)
}

fn skip_joiners(window: &Window<'_>, start: usize, first: usize) -> usize {
    let chars = &window.page.clean.chars;
    (start..first)
        .find(|at| !"、，；和及并内）".contains(chars[*at]))
        .unwrap_or(first)
}

/// Dimensions named in the heading, at the opening of the line and in the sentence before the length, nearest last.
fn condition(window: &Window<'_>, named: &[Named], memory: &Memory) -> Condition {
    let mut condition = memory.opening.clone();
    for value in named
        .iter()
        .filter(|value| value.end <= window.period.start)
    {
        conditions::apply(&mut condition, value);
    }
    let chars = &window.page.clean.chars;
    let bracket =
        (window.period.end..window.segment.1.min(window.ceiling)).find(|at| chars[*at] == '（');
    if let Some(bracket) = bracket {
        for value in named.iter().filter(|value| {
            value.start > bracket && value.end <= window.ceiling && value.end <= window.segment.1
        }) {
            conditions::apply(&mut condition, value);
        }
    }
    condition.other = circumstance(window);
    // 现场服务：…到达现场 names the step, not how the fault was reported.
    if condition
        .channel
        .as_deref()
        .is_some_and(|channel| channel.starts_with("现场"))
    {
        condition.channel = None;
    }
    condition
}

/// 需更换压缩机的，48小时内修复: a segment that sets a circumstance and names no dimension.
fn circumstance(window: &Window<'_>) -> Option<String> {
    let (page, sentence) = (window.page, window.sentence);
    let (start, end) = sentence
        .segments
        .iter()
        .copied()
        .rfind(|&(start, end)| start >= window.floor && end <= window.segment.0)?;
    let text = page.clean.text(start, end);
    let conditional = text.ends_with('的')
        || ["如", "若", "遇", "对于", "需"]
            .iter()
            .any(|word| starts_with(&page.clean.chars, start, word));
    let disagrees = ["不满意的", "不服的", "有异议的"]
        .iter()
        .any(|word| text.ends_with(word));
    // 夜间（22:00-6:00）报修的: that something is reported is no circumstance.
    let reports = ["报修的", "报障的", "来电的", "报修时", "报障时"].contains(&text);
    let plain = conditions::joined(page, start, end).is_empty()
        && !reports
        && (disagrees || beginnings::beginning(page, start, end).is_none());
    (conditional && plain).then(|| page.quote(start, end).0)
}

/// 停产前提前3个月通知: counted backwards from the event.
fn backwards(window: &Window<'_>) -> Option<Draft> {
    let (page, sentence) = (window.page, window.sentence);
    let ahead = window.period.role == Role::Ahead
        && page
            .tokens_in(sentence.start, sentence.end)
            .iter()
            .any(|t| t.is(Concept::StopMaking));
    ahead.then(|| Draft {
        start: window.segment.0.max(window.floor),
        end: window.segment.1,
        terms: Terms::TimeLimit {
            from: Milestone::EndOfProductionAnnounced,
            to: Milestone::EndOfProductionReached,
            limit: window.period.high,
            target: window.period.low,
            unit: window.period.unit,
            backwards: true,
            condition: Condition::default(),
        },
        confidence: 85,
    })
}
