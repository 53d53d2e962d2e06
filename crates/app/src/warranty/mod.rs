//! The warranty of a unit (保修): resolved when it is registered and again whenever a fact it rests on changes.

mod card;
pub(crate) mod resolve;

pub use card::{ResolutionView, TermView, WarrantyCard, card};
pub use resolve::{Resolved, Why, resolve, resolve_units};

crate::messages! {
    NO_AGREEMENT = "no-agreement", "该设备没有服务协议，无法判定保修。请先把它加入服务协议。",
        "No agreement names this unit, so nothing is promised for it. Add it to an agreement first.";
}
