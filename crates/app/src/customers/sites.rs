//! The sites of a customer: added, changed, removed.

use domain::access::Action;
use domain::customer::Band;
use domain::ids::{CustomerId, OrgUnitId, SiteId};
use domain::slug::RegionKey;
use serde::{Deserialize, Serialize};
use store::customer::{self, Customer, Site};
use store::product::Region;
use store::{AuditEntry, Event, Receipt, StoreError, Tx, product};
use utoipa::ToSchema;

use super::index::index;
use super::view::SiteView;
use super::{ARCHIVED, BAD_DISTANCE, NO_REGION, OUTSIDE_BAND};
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Text;
use crate::search::{Renamed, follow};

const MAX_NAME: usize = 200;
const MAX_ADDRESS: usize = 500;
const DISTANCES_KM: std::ops::RangeInclusive<i64> = 0..=20_000;

/// Everything people say about a site.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteFields {
    pub name: String,
    pub address: String,
    /// The service region, by its key.
    pub region: Option<RegionKey>,
    /// Kilometres from the branch that serves it.
    pub distance_km: Option<i64>,
}

impl SiteFields {
    async fn apply(self, tx: &mut Tx, branch: OrgUnitId, site: &mut Site) -> Result<()> {
        let mut checks = Checks::new();
        let old = site.clone();
        self.fill(&mut checks, site);
        if let Some(region) = &self.region {
            match product::get_region(tx, region).await {
                Ok(found) if found.closed_at.is_none() || old.region.as_ref() == Some(region) => {}
                Ok(_) | Err(StoreError::NotFound { .. }) => checks.wrong("/region", NO_REGION),
                Err(error) => return Err(error.into()),
            }
        }
        // What was entered before a band was drawn may stay as it is.
        if (&old.region, old.distance_km) != (&site.region, site.distance_km) {
            let regions = product::regions(tx).await?;
            check_band(&mut checks, &regions, branch, site);
        }
        checks.done()
    }

    /// Checks what can be checked without looking anything up, and writes it into `site`.
    pub(crate) fn fill(&self, checks: &mut Checks, site: &mut Site) {
        site.name = checks.name("/name", &self.name, MAX_NAME);
        site.address = checks.name("/address", &self.address, MAX_ADDRESS);
        if self
            .distance_km
            .is_some_and(|km| !DISTANCES_KM.contains(&km))
        {
            checks.wrong("/distance_km", BAD_DISTANCE);
        }
        site.region.clone_from(&self.region);
        site.distance_km = self.distance_km;
    }
}

/// Refuses a distance outside the band of the region named; where none is named, takes the branch's band that holds it.
pub(crate) fn check_band(
    checks: &mut Checks,
    regions: &[Region],
    branch: OrgUnitId,
    site: &mut Site,
) {
    let Some(km) = site.distance_km else { return };
    let Some(key) = &site.region else {
        let mut open = regions.iter().filter(|region| region.closed_at.is_none());
        let found = open.find(|region| {
            region.branch == branch && band(region).is_some_and(|band| band.holds(km))
        });
        site.region = found.map(|region| region.key.clone());
        return;
    };
    let named = regions.iter().find(|region| region.key == *key);
    if let Some(region) = named
        && band(region).is_some_and(|band| !band.holds(km))
    {
        let (zh, en) = reach(region);
        let text = Text::from(OUTSIDE_BAND)
            .with("km", km)
            .with("label", &region.label)
            .with_words("band", zh, en);
        checks.wrong("/distance_km", text);
    }
}

fn band(region: &Region) -> Option<Band> {
    Band::of(region.from_km, region.to_km)
}

/// How far a distance band reaches, in words.
fn reach(region: &Region) -> (String, String) {
    let from = region.from_km.unwrap_or(0);
    match region.to_km {
        Some(to) => (
            format!("{from} 公里起，不到 {to} 公里"),
            format!("from {from} to below {to} km"),
        ),
        None => (format!("{from} 公里起"), format!("from {from} km")),
    }
}

/// Adds a site to a customer.
pub async fn add_site(ctx: &Ctx, customer: CustomerId, given: SiteFields) -> Result<SiteView> {
    let (mut tx, customer) = begin(ctx, customer).await?;
    let site = insert_site(ctx, &mut tx, &customer, given).await?;
    index(&mut tx, &customer).await?;
    let receipt = told("site.add", &customer, site.id, &site);
    ctx.finish(tx, receipt, SiteView::from(site)).await
}

/// Checks and writes a new site within a transaction, for use cases that add several things at once.
pub async fn insert_site(
    ctx: &Ctx,
    tx: &mut Tx,
    customer: &Customer,
    given: SiteFields,
) -> Result<Site> {
    let mut site = Site {
        id: SiteId::new(ctx.uuid()),
        customer: customer.id,
        name: String::new(),
        address: String::new(),
        region: None,
        distance_km: None,
        version: 1,
        created_at: tx.at(),
        archived_at: None,
    };
    given.apply(tx, customer.branch, &mut site).await?;
    customer::insert_site(tx, &site).await?;
    Ok(site)
}

/// Writes what is said about a site if it is still at `version`.
pub async fn change_site(
    ctx: &Ctx,
    id: SiteId,
    version: i64,
    given: SiteFields,
) -> Result<SiteView> {
    let (mut tx, customer, mut site) = load(ctx, id, version).await?;
    let old = site.clone();
    given.apply(&mut tx, customer.branch, &mut site).await?;
    if site == old {
        tx.unchanged().await?;
        return Ok(SiteView::from(old));
    }
    customer::update_site(&mut tx, &site).await?;
    site.version += 1;
    index(&mut tx, &customer).await?;
    let mut receipt = told("site.change", &customer, id, &site);
    if site.name != old.name {
        receipt = follow(&mut tx, receipt, Renamed::Customer(customer.id)).await?;
    }
    ctx.finish(tx, receipt, SiteView::from(site)).await
}

/// Takes a site out of lists; units that stand there keep it.
pub async fn remove_site(ctx: &Ctx, id: SiteId, version: i64) -> Result<()> {
    let (mut tx, customer, site) = load(ctx, id, version).await?;
    if site.archived_at.is_some() {
        return Ok(tx.unchanged().await?);
    }
    let at = tx.at();
    customer::archive_site(&mut tx, &site, at).await?;
    index(&mut tx, &customer).await?;
    let receipt = told("site.remove", &customer, id, &site);
    ctx.finish(tx, receipt, ()).await
}

async fn begin(ctx: &Ctx, id: CustomerId) -> Result<(Tx, Customer)> {
    let scope = ctx.permit(Action::CustomerEdit)?;
    let mut tx = ctx.begin().await?;
    let customer = customer::get(&mut tx, id, &scope).await?;
    if customer.archived_at.is_some() {
        return Err(Error::refused(ARCHIVED));
    }
    Ok((tx, customer))
}

async fn load(ctx: &Ctx, id: SiteId, version: i64) -> Result<(Tx, Customer, Site)> {
    let scope = ctx.permit(Action::CustomerEdit)?;
    let mut tx = ctx.begin().await?;
    let site = customer::get_site(&mut tx, id, &scope).await?;
    if site.version != version {
        return Err(Error::stale());
    }
    let customer = customer::get(&mut tx, site.customer, &scope).await?;
    Ok((tx, customer, site))
}

fn told(action: &'static str, customer: &Customer, id: SiteId, site: &Site) -> Receipt {
    let entry = AuditEntry::new(action, "customer", customer.id).detail(serde_json::json!({
        "site": id, "name": site.name, "address": site.address, "region": site.region, "distance_km": site.distance_km,
    }));
    let event = Event::new("customer.changed", customer.id, serde_json::json!({}));
    Receipt::new(entry).event(event.branch(customer.branch).customer(customer.id))
}
