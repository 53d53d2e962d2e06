//! Service regions and distance bands (服务区域), named as plans name them in their tables.

use domain::access::Action;
use domain::customer::Band;
use domain::ids::OrgUnitId;
use domain::slug::RegionKey;
use serde::{Deserialize, Serialize};
use store::product::{self, Region};
use store::search::normalise;
use store::{AuditEntry, Event, Receipt, StoreError, Tx};
use utoipa::ToSchema;

use crate::check::{Checks, UNKNOWN_REFERENCE};
use crate::ctx::Ctx;
use crate::error::{Error, Kind, Result};
use crate::message::Text;
use crate::org;
use crate::view::{ActionView, actions};

const MAX_LABEL: usize = 100;
const MAX_KM: i64 = 20_000;

crate::messages! {
    REGION_TAKEN = "region-taken", "区域代号“{key}”已存在。", "The region “{key}” exists already.";
    LABEL_TAKEN = "region-label-taken", "已有名为“{label}”的服务区域（代号 {key}）。", "There is a region called “{label}” already ({key}).";
    BAND_OVERLAPS = "band-overlaps", "距离带与同一机构的“{label}”重叠。", "The band overlaps “{label}” of the same branch.";
    BAD_BAND = "bad-band", "距离带的终点应大于起点，且在 0 至 20000 公里之间。",
        "A distance band ends after it begins, between 0 and 20,000 km.";
}

/// A new region.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateRegion {
    /// As plans name it: lower-case letters, digits and hyphens.
    pub key: RegionKey,
    pub region: RegionFields,
}

/// Everything people say about a region.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionFields {
    pub label: String,
    /// Kilometres from the branch where a distance band begins; this distance belongs to it.
    pub from_km: Option<i64>,
    /// Where it ends; this distance no longer belongs to it.
    pub to_km: Option<i64>,
    /// The branch that serves it.
    pub branch: OrgUnitId,
}

/// A region with what the caller could do about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegionView {
    pub key: RegionKey,
    pub label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_km: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_km: Option<i64>,
    pub branch: OrgUnitId,
    pub closed: bool,
    pub version: i64,
    pub actions: Vec<ActionView>,
}

/// All regions, in the order they were added.
pub async fn list(ctx: &Ctx) -> Result<Vec<RegionView>> {
    ctx.permit(Action::RegionRead)?;
    let rows = product::regions(&mut *ctx.read().await?).await?;
    Ok(rows.into_iter().map(|row| view(ctx, row)).collect())
}

/// Adds a region.
pub async fn create(ctx: &Ctx, given: CreateRegion) -> Result<RegionView> {
    let scope = ctx.permit(Action::RegionEdit)?;
    let mut tx = ctx.begin().await?;
    match product::get_region(&mut tx, &given.key).await {
        Ok(_) => {
            return Err(Error::field(
                "/key",
                Text::from(REGION_TAKEN).with("key", &given.key),
            ));
        }
        Err(StoreError::NotFound { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let mut new = Region {
        key: given.key,
        label: String::new(),
        from_km: None,
        to_km: None,
        branch: given.region.branch,
        version: 1,
        created_at: tx.at(),
        closed_at: None,
    };
    given.region.apply(&mut tx, &scope, &mut new).await?;
    product::insert_region(&mut tx, &new).await?;
    let receipt = told("region.create", &new);
    ctx.finish(tx, receipt, view(ctx, new)).await
}

/// Writes what is said about a region if it is still at `version`.
pub async fn change(
    ctx: &Ctx,
    key: &RegionKey,
    version: i64,
    given: RegionFields,
) -> Result<RegionView> {
    let scope = ctx.permit(Action::RegionEdit)?;
    let mut tx = ctx.begin().await?;
    let old = load(&mut tx, key, version).await?;
    let mut new = old.clone();
    given.apply(&mut tx, &scope, &mut new).await?;
    if new == old {
        tx.unchanged().await?;
        return Ok(view(ctx, old));
    }
    product::update_region(&mut tx, &new).await?;
    new.version += 1;
    let receipt = told("region.change", &new);
    ctx.finish(tx, receipt, view(ctx, new)).await
}

/// Takes a region out of use; sites keep it.
pub async fn close(ctx: &Ctx, key: &RegionKey, version: i64) -> Result<RegionView> {
    set_closed(ctx, key, version, Some(ctx.now())).await
}

/// Takes a closed region into use again.
pub async fn reopen(ctx: &Ctx, key: &RegionKey, version: i64) -> Result<RegionView> {
    set_closed(ctx, key, version, None).await
}

async fn set_closed(
    ctx: &Ctx,
    key: &RegionKey,
    version: i64,
    at: Option<jiff::Timestamp>,
) -> Result<RegionView> {
    ctx.permit(Action::RegionEdit)?;
    let mut tx = ctx.begin().await?;
    let mut region = load(&mut tx, key, version).await?;
    if region.closed_at.is_some() == at.is_some() {
        tx.unchanged().await?;
        return Ok(view(ctx, region));
    }
    product::close_region(&mut tx, &region, at).await?;
    region.closed_at = at;
    if at.is_none() {
        // Meanwhile another band may have taken its place.
        apart(&mut tx, &region).await?;
    }
    region.version += 1;
    let receipt = told(
        if at.is_some() {
            "region.close"
        } else {
            "region.reopen"
        },
        &region,
    );
    ctx.finish(tx, receipt, view(ctx, region)).await
}

async fn load(tx: &mut Tx, key: &RegionKey, version: i64) -> Result<Region> {
    let region = product::get_region(tx, key).await?;
    if region.version == version {
        Ok(region)
    } else {
        Err(Error::stale())
    }
}

impl RegionFields {
    async fn apply(self, tx: &mut Tx, scope: &store::Scope, region: &mut Region) -> Result<()> {
        let mut checks = Checks::new();
        region.label = checks.name("/label", &self.label, MAX_LABEL);
        let from = self.from_km.unwrap_or(0);
        let to = self.to_km.unwrap_or(MAX_KM);
        if !(0 <= from && from < to && to <= MAX_KM) {
            checks.wrong("/to_km", BAD_BAND);
        }
        match org::within(tx, self.branch, scope).await {
            Ok(_) => {}
            Err(Error {
                kind: Kind::NotFound,
                ..
            }) => checks.wrong("/branch", UNKNOWN_REFERENCE),
            Err(error) => return Err(error),
        }
        checks.done()?;
        region.from_km = self.from_km;
        region.to_km = self.to_km;
        region.branch = self.branch;
        apart(tx, region).await
    }
}

/// Refuses a name another region has, and a distance band that another one of the branch overlaps: a distance has one region.
async fn apart(tx: &mut Tx, region: &Region) -> Result<()> {
    tx.alone("region").await?;
    let all = product::regions(tx).await?;
    let mut checks = Checks::new();
    let others = || all.iter().filter(|other| other.key != region.key);
    let label = normalise(&region.label);
    if let Some(other) = others().find(|other| normalise(&other.label) == label) {
        let text = Text::from(LABEL_TAKEN)
            .with("label", &other.label)
            .with("key", &other.key);
        checks.wrong("/label", text);
    }
    let overlaps = |other: &Region| match (band(region), band(other)) {
        (Some(own), Some(others)) => own.overlaps(others),
        _ => false,
    };
    let mut in_use = others().filter(|other| other.closed_at.is_none());
    if region.closed_at.is_none()
        && let Some(other) = in_use.find(|other| other.branch == region.branch && overlaps(other))
    {
        checks.wrong(
            "/from_km",
            Text::from(BAND_OVERLAPS).with("label", &other.label),
        );
    }
    checks.done()
}

fn band(region: &Region) -> Option<Band> {
    Band::of(region.from_km, region.to_km)
}

fn told(action: &'static str, region: &Region) -> Receipt {
    let entry = AuditEntry::new(action, "region", &region.key).detail(serde_json::json!({
        "label": region.label, "from_km": region.from_km, "to_km": region.to_km, "branch": region.branch,
    }));
    Receipt::new(entry).event(
        Event::new("region.changed", &region.key, serde_json::json!({})).branch(region.branch),
    )
}

fn view(ctx: &Ctx, region: Region) -> RegionView {
    let closed = region.closed_at.is_some();
    let verb = if closed { "reopen" } else { "close" };
    let checks = [
        ("change", ctx.may(Action::RegionEdit)),
        (verb, ctx.may(Action::RegionEdit)),
    ];
    RegionView {
        key: region.key,
        label: region.label,
        from_km: region.from_km,
        to_km: region.to_km,
        branch: region.branch,
        closed,
        version: region.version,
        actions: actions(ctx.language, checks),
    }
}
