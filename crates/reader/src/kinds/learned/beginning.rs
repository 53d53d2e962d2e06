//! What a clock cannot start from, and what it starts from whatever the weights say.

use super::length_traits::{Apart, Sight};
use super::lengths::Part;
use crate::reading::Milestone;

/// How far back a price may be named that somebody agrees to.
const NEAR: usize = 90;
/// Words of prices and of those who accept them.
const CONSENTS: [&str; 21] = [
    "价", "费", "款", "元", "钱", "付", "同意", "客户", "用户", "顾客", "甲方", "业主", "采购人",
    "买方", "车主", "住户", "您", "机主", "对方", "预算", "金额",
];

/// 信息确认后2小时内到场: where no price is in sight and nobody who could accept one, none is accepted.
pub(super) fn is_no_consent(sight: &Sight<'_>) -> bool {
    let (clean, start) = (&sight.page.clean, sight.period().start);
    let said = |from, to| {
        let text = clean.text(from, to);
        CONSENTS.iter().any(|word| text.contains(word))
    };
    let headed = |&(from, to): &(usize, usize)| said(from, to);
    !said(start.saturating_sub(NEAR), sight.sentence.end)
        && !sight.context.headings.iter().any(headed)
}

/// 投诉：1小时内响应，上门沟通24小时内，3日内结案: the clock of each runs from the complaint, unless the words name another beginning.
pub(super) fn of_complaint(sight: &Sight<'_>, to: Milestone, from: Milestone) -> Milestone {
    use Milestone as M;
    let follows = || {
        let of_one = matches!(
            sight.before,
            Some(Part::Limit {
                from: M::ComplaintReceived,
                ..
            })
        );
        of_one && sight.apart != Apart::Lines
    };
    let stated = || sight.window().beginning(to).is_some();
    let loose = matches!(
        from,
        M::Reported | M::Acknowledged | M::Contacted | M::Answered
    );
    if loose && (sight.complaint || follows()) && !reported(sight) && !stated() {
        M::ComplaintReceived
    } else {
        from
    }
}

/// 接到报修…, 故障…: no longer about the complaint.
fn reported(sight: &Sight<'_>) -> bool {
    let sentence = sight.sentence;
    let text = sight.page.clean.text(sentence.start, sight.period().start);
    ["报修", "报障", "故障", "抢修", "维修"]
        .iter()
        .any(|word| text.contains(word))
}
