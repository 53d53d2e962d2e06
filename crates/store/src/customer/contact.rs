//! The people of a customer, and who calls from a number.

use crate::batch;
use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::scope::Scope;
use crate::tx::Tx;
use domain::ids::{ContactId, CustomerId};
use jiff::Timestamp;

/// A person to talk to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub id: ContactId,
    pub customer: CustomerId,
    pub name: String,
    /// What the person does there: "设备科".
    pub duty: String,
    pub phone: Option<String>,
    pub mail: Option<String>,
    pub version: i64,
    pub created_at: Timestamp,
    pub archived_at: Option<Timestamp>,
}

/// Somebody a telephone number belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    pub customer: CustomerId,
    pub customer_name: String,
    /// The contact, when the number is a contact's and not the customer's own.
    pub contact: Option<ContactId>,
    pub name: String,
}

crate::statements! {
    INSERT_CONTACTS = "INSERT INTO contact (id, customer_id, name, duty, phone, mail, version, created_at) VALUES {rows}";
    CONTACTS_OF = "SELECT * FROM contact WHERE customer_id IN (VALUES {rows}) AND archived_at IS NULL \
        ORDER BY created_at, id";
    CONTACTS_BY_IDS = "SELECT k.*, c.name AS customer_name FROM contact k JOIN customer c ON c.id = k.customer_id \
        WHERE k.id IN (VALUES {rows}) AND k.archived_at IS NULL AND {scope: branch=c.branch_id, customer=c.id, job=c.id@customer_id}";
    CALLERS = "SELECT c.id AS customer_id, c.name AS customer_name, NULL AS contact_id, c.name AS name FROM customer c \
        WHERE c.phone = $1 AND c.archived_at IS NULL AND {scope: branch=c.branch_id, customer=c.id, job=c.id@customer_id} LIMIT $2";
    CALLERS_OF_CONTACTS = "SELECT c.id AS customer_id, c.name AS customer_name, k.id AS contact_id, k.name AS name \
        FROM contact k JOIN customer c ON c.id = k.customer_id WHERE k.phone = $1 AND k.archived_at IS NULL \
        AND c.archived_at IS NULL AND {scope: branch=c.branch_id, customer=c.id, job=c.id@customer_id} LIMIT $2";
    INSERT_CONTACT = "INSERT INTO contact (id, customer_id, name, duty, phone, mail, version, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, 1, $7)";
    UPDATE_CONTACT = "UPDATE contact SET name = $3, duty = $4, phone = $5, mail = $6, version = version + 1 \
        WHERE id = $1 AND version = $2";
    ARCHIVE_CONTACT = "UPDATE contact SET archived_at = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET_CONTACT = "SELECT k.* FROM contact k JOIN customer c ON c.id = k.customer_id WHERE k.id = $1 \
        AND {scope: branch=c.branch_id, customer=c.id, job=c.id@customer_id}";
    CONTACTS = "SELECT * FROM contact WHERE customer_id = $1 AND archived_at IS NULL ORDER BY created_at, id LIMIT $2";
}

/// Adds many contacts at once.
pub async fn insert_contacts(tx: &mut Tx, contacts: &[Contact]) -> Result<()> {
    batch::write(tx, &INSERT_CONTACTS, contacts, |contact| {
        vec![
            contact.id.to_string().into(),
            contact.customer.to_string().into(),
            (&contact.name).into(),
            (&contact.duty).into(),
            contact.phone.clone().into(),
            contact.mail.clone().into(),
            contact.version.into(),
            contact.created_at.into(),
        ]
    })
    .await
}

/// The contacts of customers the caller has already been let see, the oldest first.
pub async fn contacts_of(conn: &mut Conn, customers: &[String]) -> Result<Vec<Contact>> {
    let rows = batch::select(conn, &CONTACTS_OF, customers, &Scope::All).await?;
    rows.iter().map(Contact::read).collect()
}

/// Those of the contacts named that the caller may see, each with the name of its customer.
pub async fn contacts_by_ids(
    conn: &mut Conn,
    ids: &[String],
    scope: &Scope,
) -> Result<Vec<(Contact, String)>> {
    let rows = batch::select(conn, &CONTACTS_BY_IDS, ids, scope).await?;
    rows.iter()
        .map(|row| Ok((Contact::read(row)?, row.get("customer_name")?)))
        .collect()
}

/// Whose number this is: customers first, then contacts; at most `limit` of each.
pub async fn callers(
    conn: &mut Conn,
    phone: &str,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<Caller>> {
    let mut rows = conn
        .all(CALLERS.bind(phone).bind(limit).scope(scope))
        .await?;
    rows.extend(
        conn.all(CALLERS_OF_CONTACTS.bind(phone).bind(limit).scope(scope))
            .await?,
    );
    rows.iter().map(Caller::read).collect()
}

pub async fn insert_contact(tx: &mut Tx, contact: &Contact) -> Result<()> {
    let query = INSERT_CONTACT
        .bind(contact.id.to_string())
        .bind(contact.customer.to_string())
        .bind(&contact.name)
        .bind(&contact.duty)
        .bind(contact.phone.clone())
        .bind(contact.mail.clone())
        .bind(contact.created_at);
    tx.run(query).await?;
    Ok(())
}

pub async fn update_contact(tx: &mut Tx, contact: &Contact) -> Result<()> {
    let query = UPDATE_CONTACT
        .bind(contact.id.to_string())
        .bind(contact.version)
        .bind(&contact.name)
        .bind(&contact.duty)
        .bind(contact.phone.clone())
        .bind(contact.mail.clone());
    tx.guarded(query, "contact").await
}

pub async fn archive_contact(tx: &mut Tx, contact: &Contact, at: Timestamp) -> Result<()> {
    tx.guarded(
        ARCHIVE_CONTACT
            .bind(contact.id.to_string())
            .bind(contact.version)
            .bind(at),
        "contact",
    )
    .await
}

pub async fn get_contact(conn: &mut Conn, id: ContactId, scope: &Scope) -> Result<Contact> {
    Contact::read(
        &conn
            .one(GET_CONTACT.bind(id.to_string()).scope(scope), "contact")
            .await?,
    )
}

/// The contacts of a customer the caller has already been let see, the oldest first, at most [`super::MAX_PARTS`].
pub async fn contacts(conn: &mut Conn, customer: CustomerId) -> Result<Vec<Contact>> {
    conn.all(CONTACTS.bind(customer.to_string()).bind(super::MAX_PARTS))
        .await?
        .iter()
        .map(Contact::read)
        .collect()
}

impl Contact {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            customer: row.parse("customer_id")?,
            name: row.get("name")?,
            duty: row.get("duty")?,
            phone: row.get("phone")?,
            mail: row.get("mail")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            archived_at: row.get("archived_at")?,
        })
    }
}

impl Caller {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            customer: row.parse("customer_id")?,
            customer_name: row.get("customer_name")?,
            contact: row.parse_optional("contact_id")?,
            name: row.get("name")?,
        })
    }
}
