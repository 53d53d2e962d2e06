//! Who answers for a case.

use domain::access::{Action, Role};
use domain::ids::{CaseId, OrgUnitId, PersonId};
use serde::Deserialize;
use serde_json::json;
use store::case::{self, Part};
use store::{AuditEntry, Conn, Receipt, Scope, StoreError, org, person};
use utoipa::ToSchema;

use super::act::changed;
use super::open::Opened;
use super::view::{CaseView, view};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

crate::messages! {
    NOT_OF_PLACE = "owner-not-of-place", "此人不在这张服务单所属的机构，或者已停用，请另选一位。",
        "This person is not of the place that serves the case, or is not active any more: choose somebody else.";
}

/// Names the person who answers for a case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignCase {
    pub owner: PersonId,
}

/// Makes a person the owner of a case.
pub async fn assign(ctx: &Ctx, id: CaseId, version: i64, given: AssignCase) -> Result<CaseView> {
    let scope = ctx.permit(Action::CaseAssign)?;
    let mut tx = ctx.begin().await?;
    let mut opened = Opened::to_change(&mut tx, id, &scope).await?;
    if opened.row.owner == Some(given.owner) {
        tx.unchanged().await?;
        return super::view::get(ctx, id).await;
    }
    if opened.row.version != version {
        return Err(Error::stale());
    }
    if !can_work(&mut tx, given.owner, opened.row.branch).await? {
        return Err(Error::field("/owner", NOT_OF_PLACE));
    }
    let former = opened.row.owner.replace(given.owner);
    case::set_links(&mut tx, &opened.row).await?;
    opened.row.version += 1;
    case::set_part(&mut tx, &opened.row, Part::Owner, &[given.owner]).await?;
    let entry = AuditEntry::new("case.assign", "case", id)
        .detail(json!({ "from": former, "to": given.owner }));
    let receipt = Receipt::new(entry).event(changed(&opened.row, "assign"));
    let answer = view(ctx, &mut tx, opened).await?;
    ctx.finish(tx, receipt, answer).await
}

/// Whether somebody can work on cases of a branch: signed-in staff of that place, below it or above it.
pub(super) async fn can_work(conn: &mut Conn, id: PersonId, branch: OrgUnitId) -> Result<bool> {
    let person = match person::get(conn, id, &Scope::All).await {
        Ok(person) => person,
        Err(StoreError::NotFound { .. }) => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    if person.deactivated_at.is_some() || person.roles.iter().copied().any(Role::is_outsider) {
        return Ok(false);
    }
    let (place, branch) = (person.org.to_string(), branch.to_string());
    Ok(org::is_below(conn, &branch, &place).await? || org::is_below(conn, &place, &branch).await?)
}
