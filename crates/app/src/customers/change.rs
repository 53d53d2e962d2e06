//! Changing a customer.

use domain::access::Action;
use domain::ids::CustomerId;
use store::customer::{self, Customer};
use store::{AuditEntry, Event, Receipt};

use super::create::free_uscc;
use super::index::{index, index_contacts};
use super::view::{CustomerView, view};
use super::{ARCHIVED, CustomerFields};
use crate::case::{Concerned, wake};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::search::{Renamed, follow};

/// Writes what is said about a customer if it is still at `version`.
pub async fn change(
    ctx: &Ctx,
    id: CustomerId,
    version: i64,
    given: CustomerFields,
) -> Result<CustomerView> {
    let scope = ctx.permit(Action::CustomerEdit)?;
    let mut tx = ctx.begin().await?;
    let old = customer::get(&mut tx, id, &scope).await?;
    if old.version != version {
        return Err(Error::stale());
    }
    if old.archived_at.is_some() {
        return Err(Error::refused(ARCHIVED));
    }
    let mut new = old.clone();
    given.apply(&mut tx, &scope, &mut new).await?;
    if new == old {
        tx.unchanged().await?;
        return Ok(view(ctx, old));
    }
    free_uscc(&mut tx, &new).await?;
    customer::update(&mut tx, &new).await?;
    new.version += 1;
    index(&mut tx, &new).await?;
    if new.branch != old.branch {
        index_contacts(&mut tx, &new).await?;
    }
    let entry = AuditEntry::new("customer.change", "customer", id)
        .detail(serde_json::json!({ "from": told(&old), "to": told(&new) }));
    let event = Event::new("customer.changed", id, serde_json::json!({}))
        .branch(new.branch)
        .customer(id);
    let mut receipt = Receipt::new(entry).event(event);
    // The law gives a consumer what it does not give a business.
    if new.kind != old.kind {
        receipt = wake(&mut tx, receipt, Concerned::Of(id)).await?;
    }
    if new.name != old.name {
        receipt = follow(&mut tx, receipt, Renamed::Customer(id)).await?;
    }
    ctx.finish(tx, receipt, view(ctx, new)).await
}

fn told(customer: &Customer) -> serde_json::Value {
    serde_json::json!({
        "kind": customer.kind, "name": customer.name, "phone": customer.phone, "mail": customer.mail,
        "uscc": customer.uscc, "note": customer.note, "branch": customer.branch,
    })
}
