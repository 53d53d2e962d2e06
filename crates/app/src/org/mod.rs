//! The company tree: the company, its branches and partner outlets.

mod change;
mod close;
mod create;
mod view;

pub use change::{ChangeOrgUnit, change};
pub use close::{close, reopen};
pub use create::{CreateOrgUnit, create};
pub(crate) use view::within;
pub use view::{OrgUnitView, get, list};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

const MAX_NAME: usize = 100;

/// What a place in the tree is. The company itself is made at the first start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrgKind {
    Branch,
    Outlet,
}

impl OrgKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Branch => "branch",
            Self::Outlet => "outlet",
        }
    }
}

crate::messages! {
    OUTLET_HAS_NO_BELOW = "outlet-has-no-below", "网点下不能再设机构。", "Nothing can be placed below an outlet.";
    BELOW_ITSELF = "below-itself", "不能移到自己或自己的下级之下。", "It cannot be moved below itself.";
    COMPANY_STAYS = "company-stays", "总公司不能移动或停用。", "The company itself cannot be moved or closed.";
    PARENT_CLOSED = "parent-closed", "上级机构已停用。", "The place above is closed.";
    STILL_OPEN_BELOW = "still-open-below", "请先停用下级机构。", "Close what is below it first.";
}
