//! Adding a customer.

use domain::access::Action;
use domain::customer::CustomerKind;
use domain::ids::{CustomerId, OrgUnitId};
use jiff::Timestamp;
use store::customer::{self, Customer};
use store::{AuditEntry, Event, Receipt, Scope, Tx, series};

use super::index::index;
use super::view::{CustomerView, view};
use super::{CustomerFields, SERIES, USCC_TAKEN};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::settings;

/// Adds a customer with a number of its own.
pub async fn create(ctx: &Ctx, given: CustomerFields) -> Result<CustomerView> {
    let scope = ctx.permit(Action::CustomerEdit)?;
    let mut tx = ctx.begin().await?;
    let new = insert_new(ctx, &mut tx, &scope, given).await?;
    let entry = AuditEntry::new("customer.create", "customer", new.id).detail(
        serde_json::json!({ "number": new.number, "name": new.name, "branch": new.branch }),
    );
    let event = Event::new("customer.changed", new.id, serde_json::json!({}))
        .branch(new.branch)
        .customer(new.id);
    ctx.finish(tx, Receipt::new(entry).event(event), view(ctx, new))
        .await
}

/// Checks and writes a new customer within a transaction, for use cases that add several things at once.
pub async fn insert_new(
    ctx: &Ctx,
    tx: &mut Tx,
    scope: &Scope,
    given: CustomerFields,
) -> Result<Customer> {
    let at = tx.at();
    let mut new = blank(CustomerId::new(ctx.uuid()), given.branch, at);
    given.apply(tx, scope, &mut new).await?;
    free_uscc(tx, &new).await?;
    let today = settings::day_of(tx, at).await?;
    new.number = series::next(tx, SERIES, today).await?;
    customer::insert(tx, &new).await?;
    index(tx, &new).await?;
    Ok(new)
}

/// A customer nothing is said about yet.
pub(crate) fn blank(id: CustomerId, branch: OrgUnitId, created_at: Timestamp) -> Customer {
    Customer {
        id,
        number: String::new(),
        kind: CustomerKind::Consumer,
        name: String::new(),
        phone: None,
        mail: None,
        uscc: None,
        note: String::new(),
        branch,
        version: 1,
        created_at,
        archived_at: None,
    }
}

/// Refuses a code that another customer has, in whatever branch.
pub(super) async fn free_uscc(tx: &mut Tx, new: &Customer) -> Result<()> {
    let Some(code) = &new.uscc else { return Ok(()) };
    match customer::by_uscc(tx, code).await? {
        Some(other) if other.id != new.id => Err(Error::field("/uscc", USCC_TAKEN)),
        _ => Ok(()),
    }
}
