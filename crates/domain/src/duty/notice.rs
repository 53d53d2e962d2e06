//! The notice that the production of a unit's product ends (停产通知): owed once, so long ahead.

use jiff::ToSpan;
use jiff::civil::Date;

use super::frame::Agreed;

/// The days between which the notice is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoticeWindow {
    /// The day production ends.
    pub production_ends_on: Date,
    /// The first day: that of the agreement.
    pub from: Date,
    /// The last day on which the notice is in time.
    pub until: Date,
}

/// When the notice is owed under an agreement; `None` while no end of production is known, and where the agreement began
/// after the last day for it: who bought then was told by then.
pub fn notice(agreed: &Agreed, months: u32) -> Option<NoticeWindow> {
    let production_ends_on = agreed.production_ends_on?;
    let until = production_ends_on.saturating_sub(i64::from(months).months());
    let from = agreed.starts_on;
    let is_over = agreed.ended_on.is_some_and(|ended| ended < until);
    (from <= until && !is_over).then_some(NoticeWindow {
        production_ends_on,
        from,
        until,
    })
}
