//! Recurring duties (定期) of agreements: inspections, visits, calls, each within its window.

mod changed;
mod check;
mod explain;
mod list;
mod nightly;
mod open;
mod record;
mod refresh;

pub(crate) use check::check;
pub use explain::{DutyName, ExplainedDuty, explain};
pub use list::{DutyList, DutyView, of_agreement, of_unit};
pub use nightly::nightly;
pub use record::record;
pub(crate) use refresh::refresh;

/// The job that makes the occurrences of every agreement anew once a night, and tells of those missed.
pub const NIGHTLY: &str = "duties.refresh";

crate::messages! {
    UNKNOWN = "duty-unknown", "没有这一期。", "There is no such occurrence.";
    IN_FUTURE = "duty-in-future", "时间不能在将来。", "This lies in the future.";
    WORDS_MISSING = "duty-words-missing", "请写明做了什么，或者原因。", "Say what was done, or why.";
    DELIVERABLE_MISSING = "duty-deliverable-missing", "条款要求交付的内容还不齐；未做完的请记为部分完成。",
        "Something the clause promises to deliver is missing; note what is not finished as partly done.";
    DONE_ALREADY = "duty-done-already", "这一期已经完成。", "This one is done already.";
    NOT_BROKEN = "duty-not-broken", "这一期没有逾期，不需要豁免。", "This one was not missed; there is nothing to excuse.";
    UNKNOWN_FACT = "duty-unknown-fact", "没有可以撤回的这条记录。", "There is no such entry to withdraw.";
}
