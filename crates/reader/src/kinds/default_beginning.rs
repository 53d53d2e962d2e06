//! What starts the clock where the text does not say.

use crate::reading::Milestone;

use super::time_window::Window;

/// The milestone a limit without a stated beginning runs from.
pub(super) fn of(window: &Window<'_>, to: Milestone) -> Milestone {
    applied_for(window, to)
        .or_else(|| after_complaint(window, to))
        .unwrap_or_else(|| usual(to))
}

/// 装机：24小时内完成安装; 报装受理: what is installed was asked for, nothing was delivered.
fn applied_for(window: &Window<'_>, to: Milestone) -> Option<Milestone> {
    const NEAR: usize = 60;
    let line = &window.page.lines[window.sentence.line];
    let from = line.start.max(window.period.start.saturating_sub(NEAR));
    (to == Milestone::Accepted
        && [
            "装机", "移机", "报装", "开户", "受理", "申请", "新装", "改装申请",
        ]
        .iter()
        .any(|word| {
            window
                .page
                .clean
                .text(from, window.period.start)
                .contains(word)
        }))
    .then_some(Milestone::Reported)
}

/// 三日内由总经理办公室回访 of a complaint: once it is settled.
fn after_complaint(window: &Window<'_>, to: Milestone) -> Option<Milestone> {
    (to == Milestone::CalledBack && window.complaint).then_some(Milestone::ComplaintSettled)
}

/// What starts the clock where the text does not say.
pub(super) fn usual(to: Milestone) -> Milestone {
    use Milestone as M;
    match to {
        M::ComplaintAnswered | M::ComplaintSettled => M::ComplaintReceived,
        M::CalledBack | M::ReportDelivered => M::Repaired,
        M::PartArrived => M::PartOrdered,
        M::SupplierOnSite => M::SupplierNotified,
        M::Accepted => M::Delivered,
        _ => M::Reported,
    }
}
