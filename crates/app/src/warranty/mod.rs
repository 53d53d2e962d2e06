//! The warranty of a unit (保修): resolved when it is registered and again whenever a fact it rests on changes.

mod card;
mod first;
mod follow;
pub(crate) mod resolve;
mod said;

pub use card::{PublicCard, ResolutionView, TermView, WarrantyCard, card, public_card};
pub(crate) use first::resolve_first;
pub use follow::{FOLLOW, follow_on};
pub(crate) use follow::{NIGHT, Touched, check, follow};
pub(crate) use resolve::promised;
pub use resolve::{Resolved, Why, resolve, resolve_units};
pub use said::WarrantySaid;
pub(crate) use said::part_labels;

crate::messages! {
    NO_AGREEMENT = "no-agreement", "该设备没有服务协议，产品和公司也没有默认方案，无法判定保修。请把它加入服务协议，或为产品选择方案。",
        "No agreement names this unit, and neither its product nor the company has a plan, so nothing is promised for it. \
         Add it to an agreement, or choose a plan for the product.";
}
