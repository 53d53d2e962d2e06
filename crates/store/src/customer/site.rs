//! The places of a customer where units stand.

use crate::batch;
use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::scope::Scope;
use crate::tx::Tx;
use domain::ids::{CustomerId, SiteId};
use domain::slug::RegionKey;
use jiff::Timestamp;

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

crate::statements! {
    INSERT_SITES = "INSERT INTO site (id, customer_id, name, address, region, distance_km, version, created_at) \
        VALUES {rows}";
    SITES_OF = "SELECT * FROM site WHERE customer_id IN (VALUES {rows}) AND archived_at IS NULL ORDER BY created_at, id";
    INSERT_SITE = "INSERT INTO site (id, customer_id, name, address, region, distance_km, version, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, 1, $7)";
    UPDATE_SITE = "UPDATE site SET name = $3, address = $4, region = $5, distance_km = $6, version = version + 1 \
        WHERE id = $1 AND version = $2";
    ARCHIVE_SITE = "UPDATE site SET archived_at = $3, version = version + 1 WHERE id = $1 AND version = $2";
    GET_SITE = "SELECT s.* FROM site s JOIN customer c ON c.id = s.customer_id WHERE s.id = $1 \
        AND {scope: branch=c.branch_id, customer=c.id, job=c.id@customer_id}";
    SITES = "SELECT * FROM site WHERE customer_id = $1 AND archived_at IS NULL ORDER BY created_at, id LIMIT $2";
}

/// Adds many sites at once.
pub async fn insert_sites(tx: &mut Tx, sites: &[Site]) -> Result<()> {
    batch::write(tx, &INSERT_SITES, sites, |site| {
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

/// The sites of customers the caller has already been let see, the oldest first.
pub async fn sites_of(conn: &mut Conn, customers: &[String]) -> Result<Vec<Site>> {
    let rows = batch::select(conn, &SITES_OF, customers, &Scope::All).await?;
    rows.iter().map(Site::read).collect()
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

/// The sites of a customer the caller has already been let see, the oldest first, at most [`super::MAX_PARTS`].
pub async fn sites(conn: &mut Conn, customer: CustomerId) -> Result<Vec<Site>> {
    conn.all(SITES.bind(customer.to_string()).bind(super::MAX_PARTS))
        .await?
        .iter()
        .map(Site::read)
        .collect()
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
