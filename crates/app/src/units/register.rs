//! Registering a unit.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::ids::{CustomerId, ProductId, UnitId};
use domain::plan::clauses::warranty::Territory;
use domain::unit::Paper;
use jiff::Timestamp;
use store::unit::{self, Labels, Unit};
use store::{AuditEntry, Event, Receipt, Scope, Tx, series};
use uuid::Uuid;

use super::index::index;
use super::view::{UnitView, view_of};
use super::{SERIAL_ELSEWHERE, SERIAL_TAKEN, SERIES, UnitFields, code};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Text;
use crate::settings;
use crate::warranty::{self, Why};

/// Registers a unit with a number and a code of its own, and resolves its warranty.
pub async fn register(ctx: &Ctx, given: UnitFields) -> Result<UnitView> {
    let scope = ctx.permit(Action::UnitEdit)?;
    let mut tx = ctx.begin().await?;
    let new = insert_new(ctx, &mut tx, &scope, given).await?;
    let entry = AuditEntry::new("unit.register", "unit", new.id).detail(serde_json::json!({
        "number": new.number, "serial": new.serial, "product": new.product, "customer": new.customer, "branch": new.branch,
    }));
    let receipt = Receipt::new(entry).event(changed(&new));
    let answer = view_of(ctx, &mut tx, new).await?;
    ctx.finish(tx, receipt, answer).await
}

/// Checks and writes a new unit within a transaction, for use cases that add several things at once.
pub async fn insert_new(ctx: &Ctx, tx: &mut Tx, scope: &Scope, given: UnitFields) -> Result<Unit> {
    let mut new = blank(ctx, tx.at());
    given.apply(tx, scope, &mut new).await?;
    free_serial(ctx, tx, &new).await?;
    let today = settings::day_of(tx, new.created_at).await?;
    new.number = series::next(tx, SERIES, today).await?;
    unit::insert(tx, &new).await?;
    index(tx, &new).await?;
    warranty::resolve(tx, &mut new, Why::Registered).await?;
    Ok(new)
}

/// A unit nothing is said about yet, with an id and a code of its own.
pub(crate) fn blank(ctx: &Ctx, created_at: Timestamp) -> Unit {
    Unit {
        id: UnitId::new(ctx.uuid()),
        number: String::new(),
        public_code: code::draw(ctx.app.random.as_ref()),
        // Nothing it had before: a product or customer that was put away cannot get a new unit.
        product: ProductId::new(Uuid::nil()),
        serial: String::new(),
        customer: CustomerId::new(Uuid::nil()),
        site: None,
        agreement: None,
        branch: ctx.actor.access.place,
        place: String::new(),
        territory: Territory::Domestic,
        dates: BTreeMap::new(),
        card: Paper::Missing,
        proof: Paper::Missing,
        usage_amount: None,
        price: None,
        note: String::new(),
        version: 1,
        created_at,
        retired_at: None,
        labels: Labels::default(),
    }
}

/// Refuses a serial number that another unit of the product has, however it is typed and in whatever branch. Which unit it
/// is, only those hear who may see it.
pub(super) async fn free_serial(ctx: &Ctx, tx: &mut Tx, new: &Unit) -> Result<()> {
    let key = unit::serial_key(&new.serial);
    tx.alone(&format!("unit.serial/{}/{key}", new.product))
        .await?;
    let found = unit::by_serial(tx, new.product, &new.serial).await?;
    let Some(other) = found.into_iter().find(|other| other.id != new.id) else {
        return Ok(());
    };
    let scope = ctx.permit(Action::UnitRead)?;
    let seen = unit::by_ids(tx, &[other.id.to_string()], &scope).await?;
    let text = if seen.is_empty() {
        Text::from(SERIAL_ELSEWHERE)
    } else {
        Text::from(SERIAL_TAKEN)
            .with("serial", other.serial)
            .with("number", other.number)
    };
    Err(Error::field("/serial", text))
}

/// What others hear when a unit changes.
pub(crate) fn changed(unit: &Unit) -> Event {
    Event::new("unit.changed", unit.id, serde_json::json!({}))
        .branch(unit.branch)
        .customer(unit.customer)
}
