//! The company tree: the company, its branches and partner outlets.

mod change;
mod close;
mod create;
mod view;

pub use change::{ChangeOrgUnit, change};
pub use close::{close, reopen};
pub use create::{CreateOrgUnit, create};
pub use view::{OrgUnitView, get, list};
pub(crate) use view::{seen, within};

use serde::{Deserialize, Serialize};
use store::org::OrgUnit;
use store::search::normalise;
use store::{Tx, org};
use utoipa::ToSchema;

use crate::error::{Error, Result};
use crate::message::Text;

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
    NAME_TAKEN = "org-name-taken", "“{parent}”下已有名为“{name}”的机构。", "There is a “{name}” below “{parent}” already.";
    NAME_TAKEN_CLOSED = "org-name-taken-closed", "“{parent}”下已有名为“{name}”的机构，已停用，可以恢复。",
        "There is a “{name}” below “{parent}” already. It is closed and can be opened again.";
    OUTLET_HAS_NO_BELOW = "outlet-has-no-below", "网点下不能再设机构。", "Nothing can be placed below an outlet.";
    BELOW_ITSELF = "below-itself", "不能移到自己或自己的下级之下。", "It cannot be moved below itself.";
    COMPANY_STAYS = "company-stays", "总公司不能移动或停用。", "The company itself cannot be moved or closed.";
    PARENT_CLOSED = "parent-closed", "上级机构已停用。", "The place above is closed.";
    STILL_OPEN_BELOW = "still-open-below", "请先停用下级机构。", "Close what is below it first.";
}

/// Refuses a name that another place below the same one has, so that people can tell the two apart.
async fn free_name(tx: &mut Tx, parent: &OrgUnit, name: &str, own: Option<&str>) -> Result<()> {
    let wanted = normalise(name);
    let below = org::children_locked(tx, &parent.id).await?;
    let mut others = below.iter().filter(|other| Some(other.id.as_str()) != own);
    let Some(other) = others.find(|other| normalise(&other.name) == wanted) else {
        return Ok(());
    };
    let message = match other.closed_at {
        Some(_) => NAME_TAKEN_CLOSED,
        None => NAME_TAKEN,
    };
    let text = Text::from(message)
        .with("parent", &parent.name)
        .with("name", &other.name);
    Err(Error::field("/name", text))
}
