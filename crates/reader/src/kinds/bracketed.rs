//! Limits in brackets hold for the word before them: 紧急（10分钟响应，2小时解决）、重要（30分钟响应，8小时解决）.

use crate::outline::Page;
use crate::reading::{Clause, Condition, Span, Terms};
use crate::text::Clean;
use crate::words::periods::periods;

use super::conditions::{self, Dimension};

/// Longest word before a bracket that names a case.
const NAME: usize = 8;
/// Farthest a limit stands behind the bracket that opens before it, and a bracket behind the limit before it.
const NEAR: usize = 60;
/// Characters before the first word that may say what the words are.
const LABEL: usize = 20;
/// Words of a label that say its names are levels.
const LEVELS: [&str; 5] = ["级别", "等级", "分级", "优先级", "程度"];

/// A limit in a bracket behind a word.
struct Bracketed {
    /// Which clause it is.
    clause: usize,
    /// Where its length stands in the text.
    at: usize,
    /// Where the word before the bracket begins.
    from: usize,
    /// The word.
    name: String,
    /// What sort of case it names, if the table knows.
    dimension: Option<Dimension>,
}

/// Gives each limit in brackets the word before its bracket as its level, where several stand in a row.
pub(super) fn tell(page: &Page, clauses: &mut [Clause]) {
    let limits = clauses.iter().enumerate();
    let bracketed: Vec<Bracketed> = limits
        .filter(|(_, clause)| matches!(clause.terms, Terms::TimeLimit { .. }))
        .filter_map(|(at, clause)| bracketed(page, at, clause.span))
        .collect();
    for row in bracketed.chunk_by(|one, next| goes_on(page, one.at, next.from)) {
        let several = row.iter().any(|limit| limit.name != row[0].name);
        if !several || !are_levels(page, row) {
            continue;
        }
        for limit in row {
            let Terms::TimeLimit { condition, .. } = &mut clauses[limit.clause].terms else {
                continue;
            };
            if matches!(limit.dimension, None | Some(Dimension::FaultLevel)) {
                *condition = Condition {
                    fault_level: Some(limit.name.clone()),
                    question: None,
                    other: None,
                    ..condition.clone()
                };
            }
        }
    }
}

/// Whether a bracket belongs to the row of the limit before it. Of two limits in one bracket the second begins before the first.
fn goes_on(page: &Page, before: usize, from: usize) -> bool {
    from <= before
        || from - before <= NEAR
            && !page.original[before..from]
                .iter()
                .any(|c| "。\n".contains(*c))
}

/// Whether the words are levels: one is known to be, or the words before them say so.
fn are_levels(page: &Page, row: &[Bracketed]) -> bool {
    let first = row[0].from;
    let label: String = page.original[first.saturating_sub(LABEL)..first]
        .iter()
        .collect();
    LEVELS.iter().any(|word| label.contains(word))
        || row
            .iter()
            .any(|limit| limit.dimension == Some(Dimension::FaultLevel))
}

/// The bracket around a limit, where a short word stands before it.
fn bracketed(page: &Page, clause: usize, span: Span) -> Option<Bracketed> {
    let text = &page.original;
    let at = length(page, span)?;
    let open = (at.saturating_sub(NEAR)..at)
        .rev()
        .take_while(|at| !")）。\t\n".contains(text[*at]))
        .find(|at| "(（".contains(text[*at]))?;
    let from = (open.saturating_sub(NAME + 1)..open)
        .rev()
        .take_while(|at| !"、，,；;：:。.)）\t\n ".contains(text[*at]))
        .last()
        .filter(|from| open - from <= NAME)?;
    let words: String = Clean::of(&text[from..open]).chars.iter().collect();
    let named = named(&words);
    Some(Bracketed {
        clause,
        at,
        from,
        dimension: named.as_ref().map(|(dimension, _)| *dimension),
        name: named.map_or(words, |(_, value)| value),
    })
}

/// Where the first length of a clause stands in the text.
fn length(page: &Page, span: Span) -> Option<usize> {
    let own = Clean::of(&page.original[span.0..span.1]);
    let period = periods(&own.chars, 0, own.chars.len()).into_iter().next()?;
    Some(span.0 + own.span(period.start, period.end).0)
}

/// What sort of case words name at their end, and the word for it.
fn named(words: &str) -> Option<(Dimension, String)> {
    let page = Page::of(words);
    let end = page.clean.chars.len();
    let last = conditions::named(&page, 0, end).pop()?;
    (last.end == end).then_some((last.dimension, last.value))
}

#[cfg(test)]
mod tests {
    use crate::reading::Terms;

    fn cases(text: &str) -> Vec<(Option<String>, Option<String>)> {
        let reading = crate::read(&format!("设备售后服务方案\n{text}"));
        let clauses = reading.plans.into_iter().flat_map(|plan| plan.clauses);
        let cases = clauses.filter_map(|clause| match clause.terms {
            Terms::TimeLimit { condition, .. } => Some((condition.fault_level, condition.region)),
            _ => None,
        });
        cases.collect()
    }

    #[test]
    fn each_bracket_holds_for_the_word_before_it() {
        let level = |name: &str| (Some(name.to_owned()), None);
        assert_eq!(
            cases(
                "响应级别：紧急（10分钟响应，2小时解决）、重要（30分钟响应，8小时解决）、普通（2小时响应，2个工作日解决）。"
            ),
            ["紧急", "紧急", "重要", "重要", "普通", "普通"].map(level)
        );
        assert_eq!(
            cases("故障分紧急(1小时到场)、严重(2小时到场)、轻微(8小时到场)三种。"),
            ["紧急", "严重", "轻微"].map(level)
        );
    }

    /// Regions stay regions, and one bracket alone explains.
    #[test]
    fn brackets_that_name_no_level_are_left_as_they_are() {
        let region = |name: &str| (None, Some(name.to_owned()));
        assert_eq!(
            cases("到场时间：市区（2小时到达现场）、郊区（4小时到达现场）。"),
            ["市区", "郊区"].map(region)
        );
        assert_eq!(
            cases("接到报修（电话或微信）后2小时内到达现场。"),
            [(None, None)]
        );
    }
}
