//! Where plans begin and end, and what between them is none.

use std::ops::Range;

use super::foreign::Foreign;
use super::mark::Style;
use super::{Line, Page};
use crate::text::Passage;

/// Consecutive lines that are one plan, or no plan at all.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    /// The lines.
    pub lines: Range<usize>,
    /// The title line of a plan that has one.
    pub title: Option<usize>,
    /// Why it is no plan.
    pub foreign: Option<Foreign>,
}

/// Lines a plan must have before a heading may open the next one.
const SHORTEST_PLAN: usize = 3;
/// Lines of the running plan that are looked at when a title appears.
const SEARCHED: usize = 200;
/// Signs on one line from which it is taken for a stranger inside a plan.
const STRANGE: u32 = 2;
/// Limits from which a line promises whatever else it says.
const SEVERAL: usize = 3;

/// Cuts the page into plans and foreign stretches.
pub(crate) fn stretches(page: &Page) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut chapter: Option<(Foreign, Option<Style>)> = None;
    for index in 0..page.lines.len() {
        let line = &page.lines[index];
        let passage = page.clean.passage(line.body, line.end);
        let text = passage.text();
        let heading = line.heading;
        let chaptered = text.starts_with('篇')
            && text.chars().count() <= 30
            && !text.contains(['，', '。', '；']);
        let starts =
            (heading || chaptered) && is_title(line, text) && opens_plan(page, index, found.last());
        if starts {
            chapter = None;
            found.push(Stretch {
                lines: index..index + 1,
                title: Some(index),
                foreign: None,
            });
            continue;
        }
        if let Some(foreign) =
            Foreign::heading(&passage).filter(|_| heading || text.chars().count() <= 20)
        {
            chapter = Some((foreign, line.mark.map(|mark| mark.style)));
        } else if chapter.is_some_and(|(foreign, style)| {
            ends_chapter(line, style, heading)
                || heading && names_service(text)
                || foreign != Foreign::WorkReport && promises(page, line)
        }) {
            chapter = None;
        }
        let foreign = chapter
            .map(|(foreign, _)| foreign)
            .or_else(|| stranger(page, line, &passage));
        extend(&mut found, index, foreign);
    }
    found
}

/// A foreign chapter under a numbered heading ends at the next heading of the same numbering.
fn ends_chapter(line: &Line, style: Option<Style>, heading: bool) -> bool {
    style.is_some() && heading && line.mark.map(|mark| mark.style) == style
}

/// 保修与响应 after 关于我们 without numbers: the plan goes on.
fn names_service(text: &str) -> bool {
    [
        "服务", "保修", "质保", "响应", "维修", "承诺", "备件", "配件", "投诉", "时限", "三包",
        "收费", "费用",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// A line of the chapter that says what is done within what time is no company profile.
fn promises(page: &Page, line: &Line) -> bool {
    use crate::words::Concept as C;
    let limited = crate::words::periods::periods(&page.clean.chars, line.body, line.end)
        .iter()
        .any(|period| period.role == crate::words::periods::Role::Within);
    limited
        && page.tokens_in(line.body, line.end).iter().any(|token| {
            [C::Answer, C::Arrive, C::RepairDone, C::Restore, C::Ship]
                .iter()
                .any(|act| token.is(*act))
        })
}

fn extend(found: &mut Vec<Stretch>, index: usize, foreign: Option<Foreign>) {
    match found.last_mut() {
        Some(last) if last.foreign == foreign => last.lines.end = index + 1,
        _ => {
            let resumed = foreign
                .is_none()
                .then(|| {
                    found
                        .iter()
                        .rev()
                        .find(|s| s.foreign.is_none())
                        .and_then(|s| s.title)
                })
                .flatten();
            found.push(Stretch {
                lines: index..index + 1,
                title: resumed,
                foreign,
            });
        }
    }
}

fn stranger(page: &Page, line: &Line, passage: &Passage<'_>) -> Option<Foreign> {
    let (foreign, weight) = Foreign::signs(passage)?;
    let limits = crate::words::periods::periods(&page.clean.chars, line.body, line.end);
    let limited = limits
        .iter()
        .filter(|period| period.role == crate::words::periods::Role::Within)
        .count();
    // A page copied as one line holds the site's words and the whole plan: 点击：1187 … 30分钟以内….
    if limited >= SEVERAL {
        return None;
    }
    let enough = STRANGE + u32::from(limited > 0);
    (weight >= enough).then_some(foreign)
}

/// Whether a heading reads like the title of a service plan.
fn is_title(line: &Line, text: &str) -> bool {
    let numbered = line
        .mark
        .is_some_and(|mark| !matches!(mark.style, Style::Chapter | Style::Bullet(_)));
    let text = text.trim_matches(['【', '】', '《', '》', '“', '”', '#', ' ', '*', '-', '：']);
    let about = [
        "服务", "保修", "质保", "三包", "维保", "承诺", "sla", "运维", "养护", "质量保证", "售后",
    ]
    .iter()
    .any(|word| text.contains(word));
    let end = text.trim_end_matches(|c: char| {
        c.is_ascii_digit() || "一二三四五六七八九十篇（）、. ".contains(c)
    });
    let form = [
        "方案", "承诺", "承诺书", "承诺函", "计划", "计划书", "细则", "条款", "协议", "说明",
        "措施", "办法", "规定", "制度", "保证书", "政策", "须知", "体系", "标准", "服务书", "指南",
        "公约", "手册", "sla", "售后服务", "告知书", "约定", "服务内容及承诺", "售后", "保证",
        "明白卡", "服务卡",
    ]
    .iter()
    .any(|word| end.ends_with(word));
    let chaptered = [
        "篇1", "篇2", "篇3", "篇4", "篇5", "篇6", "篇7", "篇8", "篇9", "篇一", "篇二", "篇三",
        "篇四", "篇五", "篇六",
    ]
    .iter()
    .any(|word| text.contains(word));
    !numbered && about && (form || chaptered)
}

/// 电子班牌运维服务承诺书 under a plan that has made its promises: a full title of another thing.
fn names_its_own(page: &Page, index: usize, last: &Stretch, text: &str) -> bool {
    const FULL: usize = 10;
    let full = text.chars().count() >= FULL
        && page.lines[index].mark.is_none()
        && ["方案", "承诺书", "协议", "须知", "sla"]
            .iter()
            .any(|form| text.ends_with(form));
    // A plan that has promised nothing so far is none; it need not be searched to its end.
    let promised = page.lines[last.lines.clone()]
        .iter()
        .take(SEARCHED)
        .any(|line| {
            crate::words::periods::periods(&page.clean.chars, line.body, line.end)
                .iter()
                .any(|period| period.role == crate::words::periods::Role::Within)
        });
    full && promised && last.title.is_some_and(|title| title != index)
}

/// A title opens a plan unless it is a heading inside the plan that is already running.
fn opens_plan(page: &Page, index: usize, last: Option<&Stretch>) -> bool {
    let Some(last) = last else { return true };
    if last.foreign.is_some() {
        return true;
    }
    let text = page
        .clean
        .text(page.lines[index].body, page.lines[index].end);
    if text.contains('篇')
        || page.lines[index]
            .mark
            .is_some_and(|mark| mark.style == Style::Chapter)
            && text.contains("方案")
    {
        return true;
    }
    if index - last.lines.start < SHORTEST_PLAN {
        return false;
    }
    if names_its_own(page, index, last, text) {
        return true;
    }
    let next = page.lines[index + 1..]
        .iter()
        .take(6)
        .find_map(|line| line.mark.map(|mark| (mark.style, line.starts_list())));
    match next {
        Some((style, true)) => page.lines[last.lines.clone()]
            .iter()
            .take(SEARCHED)
            .any(|line| {
                line.mark
                    .is_some_and(|m| m.style == style && m.ordinal >= 2)
            }),
        _ => false,
    }
}
