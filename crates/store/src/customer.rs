//! Customers, their sites and their contacts.

use domain::customer::CustomerKind;
use domain::ids::{ContactId, CustomerId, OrgUnitId, SiteId};
use domain::slug::RegionKey;
use jiff::Timestamp;

use crate::batch;
use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::scope::Scope;
use crate::tx::Tx;

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

/// A place where units stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    pub id: SiteId,
    pub customer: CustomerId,
    pub name: String,
    pub address: String,
    pub region: Option<RegionKey>,
    pub distance_km: Option<i64>,
    pub version: i64,
    pub created_at: Timestamp,
    pub archived_at: Option<Timestamp>,
}

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

/// The place of a row in a list ordered by creation, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newest {
    pub created_at: Timestamp,
    pub id: String,
}

crate::statements! {
    INSERT = "INSERT INTO customer (id, number, kind, name, phone, mail, uscc, note, branch_id, version, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10)";
    INSERT_ALL = "INSERT INTO customer (id, number, kind, name, phone, mail, uscc, note, branch_id, version, created_at) \
        VALUES {rows}";
    INSERT_SITES = "INSERT INTO site (id, customer_id, name, address, region, distance_km, version, created_at) \
        VALUES {rows}";
    INSERT_CONTACTS = "INSERT INTO contact (id, customer_id, name, duty, phone, mail, version, created_at) VALUES {rows}";
    BY_NAMES = "SELECT c.* FROM customer c WHERE c.name IN (VALUES {rows}) AND c.archived_at IS NULL \
        AND {scope: branch=c.branch_id, customer=c.id}";
    BY_NUMBERS = "SELECT c.* FROM customer c WHERE c.number IN (VALUES {rows}) AND c.archived_at IS NULL \
        AND {scope: branch=c.branch_id, customer=c.id}";
    BY_USCCS = "SELECT c.* FROM customer c WHERE c.uscc IN (VALUES {rows})";
    SITES_OF = "SELECT * FROM site WHERE customer_id IN (VALUES {rows}) AND archived_at IS NULL ORDER BY created_at, id";
    CONTACTS_OF = "SELECT * FROM contact WHERE customer_id IN (VALUES {rows}) AND archived_at IS NULL \
        ORDER BY created_at, id";
    UPDATE = "UPDATE customer SET kind = $3, name = $4, phone = $5, mail = $6, uscc = $7, note = $8, branch_id = $9, \
        version = version + 1 WHERE id = $1 AND version = $2";
    SET_ARCHIVED = "UPDATE customer SET archived_at = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT c.* FROM customer c WHERE c.id = $1 AND {scope: branch=c.branch_id, customer=c.id}";
    PAGE = "SELECT c.* FROM customer c WHERE (c.created_at, c.id) < ($1, $2) AND ($3 = '' OR c.kind = $3) \
        AND ($4 = 1 OR c.archived_at IS NULL) AND {scope: branch=c.branch_id, customer=c.id} \
        ORDER BY c.created_at DESC, c.id DESC LIMIT $5";
    BY_IDS = "SELECT c.* FROM customer c WHERE c.id IN (VALUES {rows}) AND {scope: branch=c.branch_id, customer=c.id}";
    BY_USCC = "SELECT c.* FROM customer c WHERE c.uscc = $1";
    CONTACTS_BY_IDS = "SELECT k.*, c.name AS customer_name FROM contact k JOIN customer c ON c.id = k.customer_id \
        WHERE k.id IN (VALUES {rows}) AND k.archived_at IS NULL AND {scope: branch=c.branch_id, customer=c.id}";
    BY_NUMBER = "SELECT c.* FROM customer c WHERE c.number = $1 AND {scope: branch=c.branch_id, customer=c.id}";
    CALLERS = "SELECT c.id AS customer_id, c.name AS customer_name, NULL AS contact_id, c.name AS name FROM customer c \
        WHERE c.phone = $1 AND c.archived_at IS NULL AND {scope: branch=c.branch_id, customer=c.id} LIMIT $2";
    CALLERS_OF_CONTACTS = "SELECT c.id AS customer_id, c.name AS customer_name, k.id AS contact_id, k.name AS name \
        FROM contact k JOIN customer c ON c.id = k.customer_id WHERE k.phone = $1 AND k.archived_at IS NULL \
        AND c.archived_at IS NULL AND {scope: branch=c.branch_id, customer=c.id} LIMIT $2";
    INSERT_SITE = "INSERT INTO site (id, customer_id, name, address, region, distance_km, version, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, 1, $7)";
    UPDATE_SITE = "UPDATE site SET name = $3, address = $4, region = $5, distance_km = $6, version = version + 1 \
        WHERE id = $1 AND version = $2";
    ARCHIVE_SITE = "UPDATE site SET archived_at = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET_SITE = "SELECT s.* FROM site s JOIN customer c ON c.id = s.customer_id WHERE s.id = $1 \
        AND {scope: branch=c.branch_id, customer=c.id}";
    SITES = "SELECT * FROM site WHERE customer_id = $1 AND archived_at IS NULL ORDER BY created_at, id LIMIT $2";
    INSERT_CONTACT = "INSERT INTO contact (id, customer_id, name, duty, phone, mail, version, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, 1, $7)";
    UPDATE_CONTACT = "UPDATE contact SET name = $3, duty = $4, phone = $5, mail = $6, version = version + 1 \
        WHERE id = $1 AND version = $2";
    ARCHIVE_CONTACT = "UPDATE contact SET archived_at = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET_CONTACT = "SELECT k.* FROM contact k JOIN customer c ON c.id = k.customer_id WHERE k.id = $1 \
        AND {scope: branch=c.branch_id, customer=c.id}";
    CONTACTS = "SELECT * FROM contact WHERE customer_id = $1 AND archived_at IS NULL ORDER BY created_at, id LIMIT $2";
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
    batch::insert(tx, &INSERT_ALL, customers, |customer| {
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

/// Adds many sites at once.
pub async fn insert_sites(tx: &mut Tx, sites: &[Site]) -> Result<()> {
    batch::insert(tx, &INSERT_SITES, sites, |site| {
        vec![
            site.id.to_string().into(),
            site.customer.to_string().into(),
            (&site.name).into(),
            (&site.address).into(),
            site.region.as_ref().map(RegionKey::to_string).into(),
            site.distance_km.into(),
            site.version.into(),
            site.created_at.into(),
        ]
    })
    .await
}

/// Adds many contacts at once.
pub async fn insert_contacts(tx: &mut Tx, contacts: &[Contact]) -> Result<()> {
    batch::insert(tx, &INSERT_CONTACTS, contacts, |contact| {
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

/// The sites of customers the caller has already been let see, the oldest first.
pub async fn sites_of(conn: &mut Conn, customers: &[String]) -> Result<Vec<Site>> {
    let rows = batch::select(conn, &SITES_OF, customers, &Scope::All).await?;
    rows.iter().map(Site::read).collect()
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

/// Which customers a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CustomerFilter {
    pub kind: Option<CustomerKind>,
    pub with_archived: bool,
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

pub async fn insert_site(tx: &mut Tx, site: &Site) -> Result<()> {
    let query = INSERT_SITE
        .bind(site.id.to_string())
        .bind(site.customer.to_string())
        .bind(&site.name)
        .bind(&site.address)
        .bind(site.region.as_ref().map(RegionKey::to_string))
        .bind(site.distance_km)
        .bind(site.created_at);
    tx.run(query).await?;
    Ok(())
}

pub async fn update_site(tx: &mut Tx, site: &Site) -> Result<()> {
    let query = UPDATE_SITE
        .bind(site.id.to_string())
        .bind(site.version)
        .bind(&site.name)
        .bind(&site.address)
        .bind(site.region.as_ref().map(RegionKey::to_string))
        .bind(site.distance_km);
    tx.guarded(query, "site").await
}

pub async fn archive_site(tx: &mut Tx, site: &Site, at: Timestamp) -> Result<()> {
    tx.guarded(
        ARCHIVE_SITE
            .bind(site.id.to_string())
            .bind(site.version)
            .bind(at),
        "site",
    )
    .await
}

pub async fn get_site(conn: &mut Conn, id: SiteId, scope: &Scope) -> Result<Site> {
    Site::read(
        &conn
            .one(GET_SITE.bind(id.to_string()).scope(scope), "site")
            .await?,
    )
}

/// The sites of a customer the caller has already been let see, the oldest first, at most [`MAX_PARTS`].
pub async fn sites(conn: &mut Conn, customer: CustomerId) -> Result<Vec<Site>> {
    conn.all(SITES.bind(customer.to_string()).bind(MAX_PARTS))
        .await?
        .iter()
        .map(Site::read)
        .collect()
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

/// The contacts of a customer the caller has already been let see, the oldest first, at most [`MAX_PARTS`].
pub async fn contacts(conn: &mut Conn, customer: CustomerId) -> Result<Vec<Contact>> {
    conn.all(CONTACTS.bind(customer.to_string()).bind(MAX_PARTS))
        .await?
        .iter()
        .map(Contact::read)
        .collect()
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

impl Site {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            customer: row.parse("customer_id")?,
            name: row.get("name")?,
            address: row.get("address")?,
            region: row.parse_optional("region")?,
            distance_km: row.get("distance_km")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            archived_at: row.get("archived_at")?,
        })
    }
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
