//! What a customer is found by: name, number, telephone numbers, addresses, the people there.

use store::customer::{self, Customer};
use store::search::{self, Document};
use store::Tx;

use crate::error::Result;

/// Writes the customer into the search index, in the transaction that changed it.
pub(super) async fn index(tx: &mut Tx, customer: &Customer) -> Result<()> {
    let mut words = vec![customer.name.clone(), customer.number.clone()];
    words.extend([&customer.phone, &customer.mail, &customer.uscc].into_iter().flatten().cloned());
    for site in customer::sites(tx, customer.id).await? {
        words.extend([site.name, site.address]);
    }
    for contact in customer::contacts(tx, customer.id).await? {
        words.push(contact.name);
        words.extend([contact.phone, contact.mail].into_iter().flatten());
    }
    let document = Document {
        kind: "customer".into(),
        subject: customer.id.to_string(),
        branch: Some(customer.branch.to_string()),
        person: None,
        customer: Some(customer.id.to_string()),
        text: words.join("\n"),
    };
    Ok(search::index(tx, &document).await?)
}
