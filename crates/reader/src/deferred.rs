//! 质保期签约时确定, 备件价格以合同约定为准: what a text leaves to be stated when it is signed.

use crate::outline;
use crate::problems::Docket;
use crate::reading::{Clause, Deferred, Matter, Milestone, Plan, Span, Terms};

/// Most matters a plan leaves open.
const MOST: usize = 60;
/// When something is stated.
const SIGNING: [&str; 8] = [
    "签约时", "签约前", "签订合同时", "合同签订时", "签合同时", "签订时", "订立合同时", "签署时",
];
/// That it is.
const STATED: [&str; 12] = [
    "写明", "确定", "约定", "填写", "商定", "明确", "协商", "载明", "另定", "补充", "列明", "注明",
];
/// Where it is stated instead.
const INSTEAD: [&str; 12] = [
    "以合同约定为准", "以合同为准", "以合同约定的为准", "按合同约定", "以双方约定为准",
    "以签约为准", "以签订的合同为准", "由合同约定", "在合同中约定", "合同中另行约定",
    "合同另行约定", "由双方在合同中",
];
const LENGTH: [&str; 5] = ["时限", "时间", "时效", "期限", "时长"];
const STEPS: [(&[&str], Milestone); 6] = [
    (&["响应"], Milestone::Answered),
    (&["到场", "上门", "到达"], Milestone::OnSite),
    (&["恢复"], Milestone::Restored),
    (
        &["维修", "修复", "解决", "处理", "排除"],
        Milestone::Repaired,
    ),
    (&["发货"], Milestone::Dispatched),
    (&["交货", "到货", "供货"], Milestone::Delivered),
];

/// What a plan leaves to the contract.
pub(crate) fn find(docket: &Docket<'_>) -> Vec<Deferred> {
    let mut found = Vec::new();
    for line in docket.line_numbers() {
        for sentence in outline::sentences(docket.page, line) {
            let (start, end) = (sentence.start, sentence.end);
            let (quote, span) = docket.page.quote(start, end);
            let words = docket.page.clean.text(start, end);
            let Some(what) = matter(words) else {
                continue;
            };
            let stated = docket
                .clauses_in(span)
                .iter()
                .any(|clause| states(clause, what, span));
            if !stated && found.len() < MOST {
                found.push(Deferred { what, quote, span });
            }
        }
    }
    found
}

/// Takes out of a plan what was read otherwise of the sentences that leave something open.
pub(crate) fn replace(plan: &mut Plan) {
    let deferred = &plan.deferred;
    let within = |span: Span| {
        deferred
            .iter()
            .any(|one| one.span.0 <= span.0 && span.1 <= one.span.1)
    };
    let empty = |terms: &Terms| {
        matches!(
            terms,
            Terms::Other {}
                | Terms::Fee {
                    percent_bps: None,
                    amount_fen: None,
                    ..
                }
                | Terms::Channel { number: None, .. }
                | Terms::RecurringDuty { every: None, .. }
                | Terms::Document { .. }
        )
    };
    plan.clauses
        .retain(|clause| !within(clause.span) || !empty(&clause.terms));
    plan.unread.retain(|unread| !within(unread.span));
}

/// What the words leave open, if they do.
fn matter(words: &str) -> Option<Matter> {
    let at = |list: &[&str]| list.iter().filter_map(|word| words.find(word)).min();
    let signing = at(&SIGNING).filter(|at| {
        STATED
            .iter()
            .any(|word| words[*at..].contains(word) || words[..*at].ends_with(word))
    });
    let told = signing.or_else(|| at(&INSTEAD))?;
    // 签约时约定维修时限: what is left open may stand behind.
    let known = subject(&words[..told]).or_else(|| subject(&words[told..]));
    known.or_else(|| signing.map(|_| Matter::Other))
}

fn subject(words: &str) -> Option<Matter> {
    // 质保期内备件价格: when it holds, and not what is left open.
    let words = ["质保期", "保修期"]
        .iter()
        .fold(words.to_owned(), |words, term| {
            ["内", "外", "满后"].iter().fold(words, |words, when| {
                words.replace(&format!("{term}{when}"), "")
            })
        });
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    if has(&[
        "质保期", "保修期", "质保年限", "保修年限", "保修时间", "质保时间", "质量保证期",
    ]) {
        return Some(Matter::Term);
    }
    if has(&["费", "价", "折扣", "收费标准"]) {
        return Some(Matter::Fee);
    }
    if has(&["次数", "频次", "频率", "周期"]) {
        return Some(Matter::Rhythm);
    }
    let step = STEPS
        .iter()
        .find(|(told, _)| has(told))
        .map(|(_, step)| *step);
    if let Some(step) = step.filter(|_| has(&LENGTH)) {
        return Some(Matter::Limit(step));
    }
    has(&["电话", "联系人", "联系方式", "热线"]).then_some(Matter::Contact)
}

/// Whether a clause of the sentence states the matter all the same: 质保期12个月，以合同约定为准.
fn states(clause: &Clause, what: Matter, span: Span) -> bool {
    let kind = matches!(
        (&clause.terms, what),
        (Terms::TimeLimit { .. }, Matter::Limit(_))
            | (Terms::WarrantyTerm { .. }, Matter::Term)
            | (
                Terms::Fee {
                    amount_fen: Some(_),
                    ..
                } | Terms::Fee {
                    percent_bps: Some(_),
                    ..
                },
                Matter::Fee
            )
            | (Terms::RecurringDuty { every: Some(_), .. }, Matter::Rhythm)
            | (
                Terms::Channel {
                    number: Some(_),
                    ..
                },
                Matter::Contact
            )
    );
    kind && clause.span.overlaps(span)
}
