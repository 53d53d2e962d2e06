//! Customers, their sites and their contacts.

pub(crate) mod contact;
pub(crate) mod site;

use crate::batch;
use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::scope::Scope;
use crate::tx::Tx;
use domain::customer::CustomerKind;
use domain::ids::{CustomerId, OrgUnitId};
use jiff::Timestamp;

pub use contact::{
    Caller, Contact, archive_contact, callers, contacts, contacts_by_ids, contacts_of, get_contact,
    insert_contact, insert_contacts, update_contact,
};
pub use site::{
    Site, archive_site, get_site, insert_site, insert_sites, sites, sites_of, update_site,
};

/// Most sites or contacts of one customer that are listed.
pub const MAX_PARTS: u32 = 500;

/// A customer as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    pub id: CustomerId,
    /// The human number: `KH-20261122-0007`.
    pub number: String,
    pub kind: CustomerKind,
    pub name: String,
    /// In the one spelling of [`domain::customer::Phone`].
    pub phone: Option<String>,
    pub mail: Option<String>,
    pub uscc: Option<String>,
    pub note: String,
    pub branch: OrgUnitId,
    pub version: i64,
    pub created_at: Timestamp,
    pub archived_at: Option<Timestamp>,
}

/// The place of a row in a list ordered by creation, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newest {
    pub created_at: Timestamp,
    pub id: String,
}

/// Which customers a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CustomerFilter {
    pub kind: Option<CustomerKind>,
    pub with_archived: bool,
}

crate::statements! {
    INSERT = "INSERT INTO customer (id, number, kind, name, phone, mail, uscc, note, branch_id, version, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10)";
    INSERT_ALL = "INSERT INTO customer (id, number, kind, name, phone, mail, uscc, note, branch_id, version, created_at) \
        VALUES {rows}";
    BY_NAMES = "SELECT c.* FROM customer c WHERE c.name IN (VALUES {rows}) AND c.archived_at IS NULL \
        AND {scope: branch=c.branch_id, customer=c.id, job=c.id@customer_id}";
    BY_NUMBERS = "SELECT c.* FROM customer c WHERE c.number IN (VALUES {rows}) AND c.archived_at IS NULL \
        AND {scope: branch=c.branch_id, customer=c.id, job=c.id@customer_id}";
    BY_USCCS = "SELECT c.* FROM customer c WHERE c.uscc IN (VALUES {rows})";
    UPDATE = "UPDATE customer SET kind = $3, name = $4, phone = $5, mail = $6, uscc = $7, note = $8, branch_id = $9, \
        version = version + 1 WHERE id = $1 AND version = $2";
    SET_ARCHIVED = "UPDATE customer SET archived_at = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT c.* FROM customer c WHERE c.id = $1 AND {scope: branch=c.branch_id, customer=c.id, job=c.id@customer_id}";
    PAGE = "SELECT c.* FROM customer c WHERE (c.created_at, c.id) < ($1, $2) AND ($3 = '' OR c.kind = $3) \
        AND ($4 = 1 OR c.archived_at IS NULL) AND {scope: branch=c.branch_id, customer=c.id, job=c.id@customer_id} \
        ORDER BY c.created_at DESC, c.id DESC LIMIT $5";
    BY_IDS = "SELECT c.* FROM customer c WHERE c.id IN (VALUES {rows}) AND {scope: branch=c.branch_id, customer=c.id, job=c.id@customer_id}";
    BY_USCC = "SELECT c.* FROM customer c WHERE c.uscc = $1";
    BY_NUMBER = "SELECT c.* FROM customer c WHERE c.number = $1 AND {scope: branch=c.branch_id, customer=c.id, job=c.id@customer_id}";
}

/// Adds a customer. A code that another customer has is [`crate::StoreError::Unique`].
pub async fn insert(tx: &mut Tx, customer: &Customer) -> Result<()> {
    let query = INSERT
        .bind(customer.id.to_string())
        .bind(&customer.number)
        .bind(customer.kind.as_str())
        .bind(&customer.name)
        .bind(customer.phone.clone())
        .bind(customer.mail.clone())
        .bind(customer.uscc.clone())
        .bind(&customer.note)
        .bind(customer.branch.to_string())
        .bind(customer.created_at);
    tx.run(query).await?;
    Ok(())
}

/// Adds many customers at once.
pub async fn insert_all(tx: &mut Tx, customers: &[Customer]) -> Result<()> {
    batch::write(tx, &INSERT_ALL, customers, |customer| {
        vec![
            customer.id.to_string().into(),
            (&customer.number).into(),
            customer.kind.as_str().into(),
            (&customer.name).into(),
            customer.phone.clone().into(),
            customer.mail.clone().into(),
            customer.uscc.clone().into(),
            (&customer.note).into(),
            customer.branch.to_string().into(),
            customer.version.into(),
            customer.created_at.into(),
        ]
    })
    .await
}

/// Writes everything people edit, guarded by `customer.version`.
pub async fn update(tx: &mut Tx, customer: &Customer) -> Result<()> {
    let query = UPDATE
        .bind(customer.id.to_string())
        .bind(customer.version)
        .bind(customer.kind.as_str())
        .bind(&customer.name)
        .bind(customer.phone.clone())
        .bind(customer.mail.clone())
        .bind(customer.uscc.clone())
        .bind(&customer.note)
        .bind(customer.branch.to_string());
    tx.guarded(query, "customer").await
}

/// Archives a customer at an instant, or brings it back with `None`.
pub async fn set_archived(tx: &mut Tx, customer: &Customer, at: Option<Timestamp>) -> Result<()> {
    tx.guarded(
        SET_ARCHIVED
            .bind(customer.id.to_string())
            .bind(customer.version)
            .bind(at),
        "customer",
    )
    .await
}

pub async fn get(conn: &mut Conn, id: CustomerId, scope: &Scope) -> Result<Customer> {
    Customer::read(
        &conn
            .one(GET.bind(id.to_string()).scope(scope), "customer")
            .await?,
    )
}

/// The customer with that human number, if it exists and may be seen.
pub async fn by_number(conn: &mut Conn, number: &str, scope: &Scope) -> Result<Option<Customer>> {
    conn.optional(BY_NUMBER.bind(number).scope(scope))
        .await?
        .as_ref()
        .map(Customer::read)
        .transpose()
}

/// The customer with that unified social credit code, in nobody's scope: for checks before writing.
pub async fn by_uscc(conn: &mut Conn, code: &str) -> Result<Option<Customer>> {
    conn.optional(BY_USCC.bind(code))
        .await?
        .as_ref()
        .map(Customer::read)
        .transpose()
}

/// Those of the customers named that the caller may see, in no order.
pub async fn by_ids(conn: &mut Conn, ids: &[String], scope: &Scope) -> Result<Vec<Customer>> {
    let rows = batch::select(conn, &BY_IDS, ids, scope).await?;
    rows.iter().map(Customer::read).collect()
}

/// Customers with these names that the caller may see and that are not archived, in no order.
pub async fn by_names(conn: &mut Conn, names: &[String], scope: &Scope) -> Result<Vec<Customer>> {
    let rows = batch::select(conn, &BY_NAMES, names, scope).await?;
    rows.iter().map(Customer::read).collect()
}

/// Customers with these numbers that the caller may see and that are not archived, in no order.
pub async fn by_numbers(
    conn: &mut Conn,
    numbers: &[String],
    scope: &Scope,
) -> Result<Vec<Customer>> {
    let rows = batch::select(conn, &BY_NUMBERS, numbers, scope).await?;
    rows.iter().map(Customer::read).collect()
}

/// Customers with these unified social credit codes, in nobody's scope: for checks before writing.
pub async fn by_usccs(conn: &mut Conn, codes: &[String]) -> Result<Vec<Customer>> {
    let rows = batch::select(conn, &BY_USCCS, codes, &Scope::All).await?;
    rows.iter().map(Customer::read).collect()
}

impl CustomerFilter {
    /// Whether a customer found otherwise belongs on the list.
    pub fn shows(self, customer: &Customer) -> bool {
        self.kind.is_none_or(|kind| kind == customer.kind)
            && (self.with_archived || customer.archived_at.is_none())
    }
}

/// Customers, the newest first, after a place in that order.
pub async fn page(
    conn: &mut Conn,
    filter: CustomerFilter,
    after: Option<&Newest>,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<Customer>> {
    let query = PAGE
        .bind(after.map_or(Timestamp::MAX, |place| place.created_at))
        .bind(after.map_or("", |place| place.id.as_str()))
        .bind(filter.kind.map_or("", CustomerKind::as_str))
        .bind(filter.with_archived)
        .bind(limit)
        .scope(scope);
    conn.all(query).await?.iter().map(Customer::read).collect()
}

impl Customer {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            number: row.get("number")?,
            kind: row.parse("kind")?,
            name: row.get("name")?,
            phone: row.get("phone")?,
            mail: row.get("mail")?,
            uscc: row.get("uscc")?,
            note: row.get("note")?,
            branch: row.parse("branch_id")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            archived_at: row.get("archived_at")?,
        })
    }
}
