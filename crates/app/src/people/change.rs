//! Changing a person.

use domain::access::{Action, Role};
use domain::ids::PersonId;
use store::person::{self, Person};
use store::{AuditEntry, Event, Receipt, Tx};

use super::view::{PersonView, view};
use super::{LAST_ADMINISTRATOR, PersonFields};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Writes what is said about a person if they are still at `version`.
pub async fn change(
    ctx: &Ctx,
    id: PersonId,
    version: i64,
    given: PersonFields,
) -> Result<PersonView> {
    let scope = ctx.permit(Action::PeopleEdit)?;
    let mut tx = ctx.begin().await?;
    let old = person::get(&mut tx, id, &scope).await?;
    if old.version != version {
        return Err(Error::stale());
    }
    let mut new = old.clone();
    given.apply(&mut tx, &scope, &mut new).await?;
    if new == old {
        tx.unchanged().await?;
        return Ok(view(ctx, old));
    }
    if !new.roles.contains(&Role::Administrator) {
        keep_an_administrator(&mut tx, &old).await?;
    }
    person::update(&mut tx, &new).await?;
    new.version += 1;
    let entry = AuditEntry::new("person.change", "person", id)
        .detail(serde_json::json!({ "from": told(&old), "to": told(&new) }));
    let receipt = Receipt::new(entry)
        .event(Event::new("person.changed", id, serde_json::json!({})).branch(new.org));
    ctx.finish(tx, receipt, view(ctx, new)).await
}

/// Refuses to take away the last active administrator. Of two who are taken away at once, the second is counted without the
/// first.
pub(super) async fn keep_an_administrator(tx: &mut Tx, old: &Person) -> Result<()> {
    let counts = old.roles.contains(&Role::Administrator) && old.deactivated_at.is_none();
    if !counts {
        return Ok(());
    }
    tx.alone("person.administrator").await?;
    if person::administrators(tx).await? <= 1 {
        return Err(Error::refused(LAST_ADMINISTRATOR));
    }
    Ok(())
}

fn told(person: &Person) -> serde_json::Value {
    serde_json::json!({
        "name": person.name, "phone": person.phone, "email": person.email, "org": person.org,
        "customer": person.customer, "roles": person.roles, "skills": person.skills, "areas": person.areas,
    })
}
