//! What a bare length goes on with: the label of its line or sentence, the limit before it, the visit a case names.

use crate::reading::{Milestone, Terms};

use super::conditions::Named;
use super::draft::Draft;
use super::milestones::Hit;
use super::time_memory::{Memory, label};
use super::time_window::Window;

/// The milestone a line's label, or the limit just before in a list, carries on to this length.
pub(super) fn carried_label(
    window: &Window<'_>,
    named: &[Named],
    memory: &Memory,
    last: Option<&Draft>,
) -> Option<Hit> {
    /// Longest name of a case before its length: 进口件15天, 疑难的24小时.
    const CASE: usize = 8;
    let (page, period) = (window.page, &window.period);
    let at = |milestone| Hit {
        milestone,
        start: period.start,
        end: period.end,
        rank: 2,
    };
    let before = page
        .clean
        .text(window.segment.0.max(window.floor), period.start);
    let conditioned = named
        .iter()
        .any(|n| n.end <= period.start && n.start >= window.segment.0.min(window.floor))
        || (before.contains('的')
            || ["故障", "问题", "抢修", "维修"]
                .iter()
                .any(|word| before.contains(word)))
            && before.chars().count() <= 16;
    let bare = before
        .chars()
        .filter(|c| !"、和及为：（）不超过在最长迟晚多至".contains(*c))
        .count()
        <= 2
        || conditioned;
    let rest = page
        .clean
        .text(period.end, window.segment.1.min(window.ceiling));
    let nothing_more = rest.chars().filter(|c| !"）（、。".contains(*c)).count() <= 4;
    let short = before.chars().count() <= CASE && !before.contains(['，', '。']);
    let own = announced(window).filter(|_| short && nothing_more);
    if let Some(own) = own {
        return Some(at(own.milestone));
    }
    if !(bare && nothing_more) {
        return None;
    }
    if let Some(label) = memory.label {
        return Some(at(label.milestone));
    }
    if visit_needed(window) {
        return Some(at(Milestone::OnSite));
    }
    let listed = last.and_then(|draft| match draft.terms {
        Terms::TimeLimit { to, .. } => Some(to),
        _ => None,
    });
    let capped = ["最长", "最迟", "最晚", "最多", "至多", "至迟", "最慢"]
        .iter()
        .any(|most| before.trim_start_matches(['，', '但']).starts_with(most));
    listed
        .or(memory.last)
        .filter(|_| conditioned || capped)
        .map(at)
}

/// 现场响应：城区4小时、乡镇8小时: the nearest label of the sentence.
fn announced(window: &Window<'_>) -> Option<Hit> {
    let chars = &window.page.clean.chars;
    let &(start, end) = window.sentence.segments.iter().rfind(|&&(_, end)| {
        end <= window.period.start && matches!(chars.get(end), Some('：' | '\t'))
    })?;
    label(window.page, start, end, window.complaint)
}

/// 需上门的，市内4小时: the case names the visit.
fn visit_needed(window: &Window<'_>) -> bool {
    let Some(&(start, end)) = window
        .sentence
        .segments
        .iter()
        .rfind(|&&(_, end)| end <= window.segment.0)
    else {
        return false;
    };
    let text = window.page.clean.text(start, end);
    (text.ends_with('的') || text.ends_with('时'))
        && ["上门", "到场", "现场", "登门"]
            .iter()
            .any(|word| text.contains(word))
        && ["需", "须", "要"].iter().any(|word| text.contains(word))
}
