//! The contacts of a customer: added, changed, removed.

use domain::access::Action;
use domain::ids::{ContactId, CustomerId};
use serde::{Deserialize, Serialize};
use store::customer::{self, Contact, Customer};
use store::{AuditEntry, Event, Receipt, Tx};
use utoipa::ToSchema;

use super::ARCHIVED;
use super::fields::phone;
use super::index::{index, index_contact};
use super::view::ContactView;
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

const MAX_NAME: usize = 100;

/// Everything people say about a contact.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactFields {
    pub name: String,
    /// What the person does there.
    #[serde(default)]
    pub duty: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub mail: String,
}

impl ContactFields {
    fn apply(&self, contact: &mut Contact) -> Result<()> {
        let mut checks = Checks::new();
        self.fill(&mut checks, contact);
        checks.done()
    }

    /// Checks everything and writes it into `contact`.
    pub(crate) fn fill(&self, checks: &mut Checks, contact: &mut Contact) {
        contact.name = checks.name("/name", &self.name, MAX_NAME);
        contact.duty = checks.text("/duty", &self.duty, MAX_NAME);
        contact.phone = phone(checks, "/phone", &self.phone);
        contact.mail = checks.mail("/mail", &self.mail);
    }
}

/// Adds a contact to a customer.
pub async fn add_contact(
    ctx: &Ctx,
    customer: CustomerId,
    given: ContactFields,
) -> Result<ContactView> {
    let scope = ctx.permit(Action::CustomerEdit)?;
    let mut tx = ctx.begin().await?;
    let customer = customer::get(&mut tx, customer, &scope).await?;
    if customer.archived_at.is_some() {
        return Err(Error::refused(ARCHIVED));
    }
    let mut contact = Contact {
        id: ContactId::new(ctx.uuid()),
        customer: customer.id,
        name: String::new(),
        duty: String::new(),
        phone: None,
        mail: None,
        version: 1,
        created_at: tx.at(),
        archived_at: None,
    };
    given.apply(&mut contact)?;
    customer::insert_contact(&mut tx, &contact).await?;
    index_contact(&mut tx, &customer, &contact).await?;
    index(&mut tx, &customer).await?;
    let receipt = told("contact.add", &customer, &contact);
    ctx.finish(tx, receipt, ContactView::of(ctx, contact)).await
}

/// Writes what is said about a contact if it is still at `version`.
pub async fn change_contact(
    ctx: &Ctx,
    id: ContactId,
    version: i64,
    given: ContactFields,
) -> Result<ContactView> {
    let (mut tx, customer, mut contact) = load(ctx, id, version).await?;
    let old = contact.clone();
    given.apply(&mut contact)?;
    if contact == old {
        tx.unchanged().await?;
        return Ok(ContactView::of(ctx, old));
    }
    customer::update_contact(&mut tx, &contact).await?;
    contact.version += 1;
    index_contact(&mut tx, &customer, &contact).await?;
    index(&mut tx, &customer).await?;
    let receipt = told("contact.change", &customer, &contact);
    ctx.finish(tx, receipt, ContactView::of(ctx, contact)).await
}

/// Takes a contact out of lists and look-ups.
pub async fn remove_contact(ctx: &Ctx, id: ContactId, version: i64) -> Result<()> {
    let (mut tx, customer, mut contact) = load(ctx, id, version).await?;
    if contact.archived_at.is_some() {
        return Ok(tx.unchanged().await?);
    }
    let at = tx.at();
    customer::archive_contact(&mut tx, &contact, at).await?;
    contact.archived_at = Some(at);
    index_contact(&mut tx, &customer, &contact).await?;
    index(&mut tx, &customer).await?;
    let receipt = told("contact.remove", &customer, &contact);
    ctx.finish(tx, receipt, ()).await
}

async fn load(ctx: &Ctx, id: ContactId, version: i64) -> Result<(Tx, Customer, Contact)> {
    let scope = ctx.permit(Action::CustomerEdit)?;
    let mut tx = ctx.begin().await?;
    let contact = customer::get_contact(&mut tx, id, &scope).await?;
    if contact.version != version {
        return Err(Error::stale());
    }
    let customer = customer::get(&mut tx, contact.customer, &scope).await?;
    Ok((tx, customer, contact))
}

fn told(action: &'static str, customer: &Customer, contact: &Contact) -> Receipt {
    let entry = AuditEntry::new(action, "customer", customer.id).detail(serde_json::json!({
        "contact": contact.id, "name": contact.name, "duty": contact.duty, "phone": contact.phone, "mail": contact.mail,
    }));
    let event = Event::new("customer.changed", customer.id, serde_json::json!({}));
    Receipt::new(entry).event(event.branch(customer.branch).customer(customer.id))
}
