//! What a customer is found by: name, number, telephone numbers, addresses, the people there.

use store::Tx;
use store::customer::{self, Contact, Customer, Site};
use store::search::{self, Document, Words};

use crate::error::Result;

/// Writes a contact into the search index, or takes one out that was removed.
pub(super) async fn index_contact(
    tx: &mut Tx,
    customer: &Customer,
    contact: &Contact,
) -> Result<()> {
    if contact.archived_at.is_some() {
        return Ok(search::remove(tx, "contact", &contact.id.to_string()).await?);
    }
    Ok(search::index(tx, &contact_document(customer, contact)).await?)
}

/// Writes all contacts of a customer, whose branch they are found in.
pub(super) async fn index_contacts(tx: &mut Tx, customer: &Customer) -> Result<()> {
    let contacts = customer::contacts(tx, customer.id).await?;
    let documents = contacts.iter();
    let documents: Vec<_> = documents
        .map(|one| contact_document(customer, one))
        .collect();
    Ok(search::index_all(tx, &documents).await?)
}

/// A contact as it is found by itself.
pub(crate) fn contact_document(customer: &Customer, contact: &Contact) -> Document {
    Document {
        kind: "contact".into(),
        subject: contact.id.to_string(),
        branch: Some(customer.branch.to_string()),
        person: None,
        customer: Some(customer.id.to_string()),
        text: words_of(Words::new(), contact).join(),
    }
}

fn words_of(words: Words, contact: &Contact) -> Words {
    words
        .name(&contact.name)
        .text(&contact.duty)
        .code(contact.phone.as_deref().unwrap_or_default())
        .text(contact.mail.as_deref().unwrap_or_default())
}

/// Writes the customer into the search index, in the transaction that changed it.
pub(super) async fn index(tx: &mut Tx, customer: &Customer) -> Result<()> {
    let sites = customer::sites(tx, customer.id).await?;
    let contacts = customer::contacts(tx, customer.id).await?;
    Ok(search::index(tx, &document(customer, &sites, &contacts)).await?)
}

/// A customer as it is found: by itself, its sites and its contacts.
pub(crate) fn document(customer: &Customer, sites: &[Site], contacts: &[Contact]) -> Document {
    let words = Words::new()
        .name(&customer.name)
        .code(&customer.number)
        .code(customer.phone.as_deref().unwrap_or_default())
        .text(customer.mail.as_deref().unwrap_or_default())
        .text(customer.uscc.as_deref().unwrap_or_default());
    let words = sites.iter().fold(words, |words, site| {
        words.text(&site.name).text(&site.address)
    });
    let words = contacts.iter().fold(words, words_of);
    Document {
        kind: "customer".into(),
        subject: customer.id.to_string(),
        branch: Some(customer.branch.to_string()),
        person: None,
        customer: Some(customer.id.to_string()),
        text: words.join(),
    }
}
