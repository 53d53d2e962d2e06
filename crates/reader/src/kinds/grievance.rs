//! Whether words deal with a complaint.

use crate::outline::Page;
use crate::reading::Milestone;
use crate::words::{Concept, Token};

use super::context::Context;

/// Ways to say where grievances go without the word for them: 给总经理留言, 服务不好请拨督察电话, 意见可径向….
const RAISED: [&str; 42] = [
    "总经理留言", "老板留言", "经理信箱", "厂长信箱", "院长信箱", "老板信箱", "总裁信箱",
    "督察电话", "督查电话", "督导电话", "监督邮箱", "监督专线", "监督热线", "监督信箱", "监督渠道",
    "服务监督", "质量监督电话", "服务不好", "服务不到位", "服务不周", "服务质量问题", "有意见",
    "的意见可", "的意见请", "意见可向", "意见请", "打厂长", "找厂长", "找老板", "打老板",
    "找总经理", "推诿扯皮", "态度不好", "态度恶劣", "厂长的信", "给厂长", "给总经理", "给老板",
    "总经理邮箱", "总经理热线", "领导信箱", "直通车",
];

/// Whether a word between the positions names a complaint, rather than one of all the reasons people call for or a doubt about a meter.
pub(super) fn complains(page: &Page, start: usize, end: usize) -> bool {
    let named = page.tokens_in(start, end).iter().any(|token| {
        token.is(Concept::Complaint)
            && !among_calls(page, token)
            && !of_a_meter(page, token)
            && !denied(page, token)
    });
    named || page.clean.passage(start, end).has(&RAISED)
}

/// 回访无异议, 零投诉: there is none.
fn denied(page: &Page, token: &Token) -> bool {
    token.start > 0 && "无零".contains(page.clean.chars[token.start - 1])
        || page
            .clean
            .text(token.start.saturating_sub(2), token.start)
            .ends_with("没有")
}

/// What is to become of a complaint, as the words between two positions say: settled where anything is done about it, answered where it is only spoken to.
pub(super) fn outcome(page: &Page, start: usize, end: usize) -> Option<(Milestone, usize)> {
    const PLANS: [&str; 11] = [
        "处理意见", "处理方案", "解决方案", "解决办法", "处理办法", "处理计划", "处理进展",
        "处理进度", "处理情况", "处理人", "不满意",
    ];
    const SETTLES: [&str; 22] = [
        "处理", "落实", "整改", "解决", "办结", "结案", "了结", "结果", "结论", "满意", "闭环",
        "处置", "查实", "查清", "查处", "办妥", "办理完", "办完", "摆平", "补救", "复核", "处分",
    ];
    const ANSWERS: [&str; 15] = [
        "答复", "回复", "回音", "回应", "交代", "交待", "说明情况", "说法", "回您", "回电", "回信",
        "回话", "给信", "复信", "沟通",
    ];
    let mut text = page.clean.text(start, end).to_owned();
    for plan in PLANS {
        text = text.replace(plan, &"\u{3000}".repeat(plan.chars().count()));
    }
    let first = |words: &[&str]| {
        words
            .iter()
            .filter_map(|word| text.find(word))
            .min()
            .map(|at| start + text[..at].chars().count())
    };
    first(&SETTLES)
        .map(|at| (Milestone::ComplaintSettled, at))
        .or_else(|| first(&ANSWERS).map(|at| (Milestone::ComplaintAnswered, at)))
}

/// 来电、来访、投诉; 咨询、报修和投诉: whatever the customer calls for.
fn among_calls(page: &Page, token: &Token) -> bool {
    const CALLS: [&str; 8] = [
        "来电", "来访", "咨询", "报修", "求助", "来函", "来信", "诉求",
    ];
    let joined = |word: &str| {
        ["、", "和", "及", "与", "或"].iter().any(|joint| {
            let before = format!("{word}{joint}");
            let after = format!("{joint}{word}");
            page.clean.text(
                token.start.saturating_sub(before.chars().count()),
                token.start,
            ) == before
                || page
                    .clean
                    .text(token.end, token.end + after.chars().count())
                    == after
        })
    };
    CALLS.iter().any(|word| joined(word))
}

/// 对燃气表有异议的, 对计量有异议: it asks for a test.
fn of_a_meter(page: &Page, token: &Token) -> bool {
    const NEAR: usize = 10;
    let before = page
        .clean
        .text(token.start.saturating_sub(NEAR), token.start);
    page.clean.text(token.start, token.end) == "异议"
        && ["表", "计量", "读数", "检定", "水量", "电量", "气量", "水质"]
            .iter()
            .any(|word| before.contains(word))
}

/// Whether the headings above put a line under complaints: the nearest, or the one before where the nearest names no other work.
pub(super) fn under_complaints(page: &Page, context: &Context<'_>, line: usize) -> bool {
    asked(page, line) || headed(page, context)
}

/// Q：对服务不满意找谁？ on the line before: the answer deals with complaints.
fn asked(page: &Page, line: usize) -> bool {
    const LONGEST: usize = 40;
    page.question_above(line, LONGEST)
        .is_some_and(|(start, end)| complains(page, start, end))
}

fn headed(page: &Page, context: &Context<'_>) -> bool {
    let mut nearest = context.headings.iter().rev();
    let Some(&(start, end)) = nearest.next() else {
        return false;
    };
    let other = page.tokens_in(start, end).iter().any(|token| {
        [
            Concept::Repair,
            Concept::Arrive,
            Concept::Train,
            Concept::Part,
            Concept::Warranty,
        ]
        .iter()
        .any(|concept| token.is(*concept))
            || token.is(Concept::Report) && !token.is(Concept::Complaint)
    });
    complains(page, start, end)
        || !other
            && nearest
                .next()
                .is_some_and(|&(start, end)| complains(page, start, end))
}
