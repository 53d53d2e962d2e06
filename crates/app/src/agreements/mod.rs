//! Agreements: a plan version applied to a customer's units and sites, with the terms of its own.

mod change;
mod create;
mod effective;
mod end;
mod fields;
mod force;
mod history;
mod list;
mod renew;
mod view;

pub use change::change;
pub use create::create;
pub(crate) use effective::{Protected, effective, effective_for, effective_under, joined};
pub use end::{EndAgreement, end};
pub use fields::{AgreementFields, AgreementKind, CreateAgreement};
pub use force::{PreviewTerms, TermsPreview, in_force, preview};
pub(crate) use force::{applied, not_any_more, stands_alone};
pub use history::{AgreementHistory, HistoryEntry, history};
pub use list::{AgreementHeadView, ListAgreements, list};
pub use renew::{RenewAgreement, renew};
pub(crate) use view::standing;
pub use view::{AgreementView, ClauseInForce, Standing, get};

crate::messages! {
    ENDS_BEFORE_START = "ends-before-start", "截止日期不能早于开始日期。", "The last day is before the first.";
    BAD_DATE = "bad-date", "请填写日期，例如 2026-11-22。", "Write a date such as 2026-11-22.";
    FOREIGN_SUBJECT = "foreign-subject", "该设备或地点不属于这位客户。", "This unit or site is not the customer's.";
    ENDED = "agreement-ended", "协议已终止，不能再修改。", "The agreement has ended and cannot be changed.";
    RENEWED = "agreement-renewed", "协议已续签。", "The agreement has been renewed already.";
    PLAN_RETIRED = "plan-version-retired", "该方案已停用，不能用于新的协议。", "The plan is retired; no new agreement can apply it.";
    NO_END = "renewal-needs-an-end", "没有截止日期的协议不需要续签。", "An agreement without a last day needs no renewal.";
    OUTSIDE = "end-outside-term", "终止日期须在协议期内。", "The last day must lie within the agreement's term.";
    NEGATIVE = "negative-sum", "金额不能为负。", "The sum cannot be negative.";
}
