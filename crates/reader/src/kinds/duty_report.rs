//! The report of an inspection or of maintenance: 每季度巡检一次，3日内提交报告. It is due once the duty is done; no fault was repaired.

use crate::outline::Page;
use crate::reading::{Clause, Milestone, Span, Terms};

/// Most characters between a duty and the limit of its report.
const BESIDE: usize = 24;
/// Work that comes back.
const DUTIES: [&str; 18] = [
    "巡检", "点检", "保养", "维护", "巡查", "巡视", "检查", "检测", "体检", "年检", "检验",
    "定期服务", "走访", "养护", "清洗", "校准", "维保", "巡访",
];
/// Words that tell of a repair.
const REPAIRS: [&str; 5] = ["修", "故障", "抢", "排障", "处理"];

/// Lets the report of a duty run from the end of that duty.
pub(super) fn tell(page: &Page, clauses: &mut [Clause]) {
    let mut duty: Option<Span> = None;
    for clause in clauses {
        let span = clause.span;
        match &mut clause.terms {
            Terms::RecurringDuty { .. } => duty = Some(span),
            Terms::TimeLimit {
                from: from @ Milestone::Repaired,
                to: Milestone::ReportDelivered,
                ..
            } => {
                let words = from_sentence(page, span);
                let beside = duty.is_some_and(|duty| goes_on(page, duty, span));
                if follows_a_repair(&clause.quote) {
                    continue;
                }
                if follows_a_duty(&words) || beside && !clause.quote.contains(['修', '障', '后'])
                {
                    *from = Milestone::DutyDone;
                }
            }
            _ => {}
        }
    }
}

/// Whether a limit stands right behind a duty.
fn goes_on(page: &Page, duty: Span, span: Span) -> bool {
    let between = duty.1 <= span.0 && span.0 - duty.1 <= BESIDE;
    between && !page.original[duty.1..span.0].contains(&'\n')
}

/// The words of a clause from the beginning of its sentence.
fn from_sentence(page: &Page, span: Span) -> String {
    const BACK: usize = 28;
    let original = &page.original;
    let from = (0..span.0)
        .rev()
        .take(BACK)
        .take_while(|back| !"\n。；;".contains(original[*back]))
        .last()
        .unwrap_or(span.0);
    original[from..span.1].iter().collect()
}

/// 每月巡检一次，故障修复后2日内提交报告: the clause names what it follows.
fn follows_a_repair(quote: &str) -> bool {
    let said = |before: &str, words: &[&str]| words.iter().any(|word| before.contains(word));
    quote
        .split_once('后')
        .is_some_and(|(before, _)| said(before, &REPAIRS) && !said(before, &DUTIES))
}

/// Whether words begin with the end of an inspection or of maintenance: 巡检完成后, 每次保养结束后; not with that of a repair.
fn follows_a_duty(words: &str) -> bool {
    const ENDS: [&str; 7] = ["后", "完", "结束", "完毕", "完成", "一次，", "之日起"];
    let done = DUTIES.iter().filter_map(|duty| {
        let at = words.find(duty)?;
        let behind: String = words[at + duty.len()..].chars().take(8).collect();
        ENDS.iter().any(|end| behind.contains(end)).then_some(at)
    });
    let first = done.min();
    first.is_some_and(|at| !REPAIRS.iter().any(|word| words[..at].contains(word)))
}
