//! A unit as the caller sees it.

use std::collections::BTreeMap;

use domain::access::{Action, Role};
use domain::ids::{
    AgreementId, CaseId, ComponentId, CustomerId, OrgUnitId, ProductId, SiteId, UnitId,
};
use domain::money::Fen;
use domain::plan::clauses::warranty::{StartDate, Territory};
use domain::slug::ComponentClass;
use domain::unit::Paper;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use store::Conn;
use store::unit::{self, Component, Repair, Unit};
use utoipa::ToSchema;

use super::{COMPONENT_GONE, NOT_RETIRED, RETIRED};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Text;
use crate::settings;
use crate::view::{ActionView, actions};
use crate::warranty::WarrantySaid;

/// A unit with what the caller could do about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnitView {
    pub id: UnitId,
    pub number: String,
    pub product: ProductId,
    pub model: String,
    pub product_name: String,
    pub serial: String,
    pub customer: CustomerId,
    pub customer_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<AgreementId>,
    pub branch: OrgUnitId,
    pub place: String,
    pub territory: Territory,
    #[schema(value_type = BTreeMap<String, String>)]
    pub dates: BTreeMap<StartDate, Date>,
    pub card: Paper,
    pub proof: Paper,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage_amount: Option<i64>,
    /// What the customer paid for it; absent for whoever sees no sums of agreements either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price_fen: Option<Fen>,
    pub note: String,
    /// The last day of the whole unit's warranty, as last resolved.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub warranty_ends_on: Option<Date>,
    /// What can be said of its warranty today; absent while nothing is promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warranty: Option<WarrantySaid>,
    pub version: i64,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub retired_at: Option<Timestamp>,
    pub actions: Vec<ActionView>,
}

/// A unit with its components and repairs.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnitWhole {
    #[serde(flatten)]
    pub unit: UnitView,
    pub components: Vec<ComponentView>,
    pub repairs: Vec<RepairView>,
    /// The days of which one is to be entered before it can be told how long the warranty runs; empty where it can.
    pub missing_starts: Vec<StartDate>,
}

/// A component of a unit. One that was replaced keeps its line, and names what replaced it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ComponentView {
    pub id: ComponentId,
    pub class: ComponentClass,
    pub name: String,
    pub serial: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub fitted_on: Option<Date>,
    /// The component this one replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<ComponentId>,
    /// The serial number of the component this one replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced_serial: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub removed_on: Option<Date>,
    pub version: i64,
    pub actions: Vec<ActionView>,
}

/// Days a unit was under repair, both included.
#[derive(Debug, Serialize, ToSchema)]
pub struct RepairView {
    pub case: CaseId,
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    #[schema(value_type = String, format = Date)]
    pub to: Date,
}

/// One unit inside the caller's scope.
pub async fn get(ctx: &Ctx, id: UnitId) -> Result<UnitWhole> {
    let scope = ctx.permit(Action::UnitRead)?;
    let mut read = ctx.read().await?;
    let unit = unit::get(&mut read, id, &scope).await?;
    let components = unit::components(&mut read, id).await?;
    let repairs = unit::repairs(&mut read, id).await?;
    let today = settings::day_of(&mut read, ctx.now()).await?;
    let warranty = WarrantySaid::of_unit(&mut read, &unit, today, ctx.language).await?;
    let open = warranty.as_ref().map(|said| &said.state);
    let open = open.filter(|state| state.ends_on.is_none());
    Ok(UnitWhole {
        missing_starts: open.map_or_else(Vec::new, |state| state.missing_starts.clone()),
        components: components
            .iter()
            .map(|one| ComponentView::of(ctx, &unit, one, &components))
            .collect(),
        repairs: repairs.into_iter().map(RepairView::from).collect(),
        unit: UnitView {
            warranty,
            ..view(ctx, unit)
        },
    })
}

/// Units with what can be said of their warranties today.
pub(super) async fn views(ctx: &Ctx, read: &mut Conn, units: Vec<Unit>) -> Result<Vec<UnitView>> {
    let today = settings::day_of(read, ctx.now()).await?;
    let said = WarrantySaid::of_units(read, &units, today, ctx.language).await?;
    let views = units
        .into_iter()
        .zip(said)
        .map(|(unit, warranty)| UnitView {
            warranty,
            ..view(ctx, unit)
        });
    Ok(views.collect())
}

/// One unit with what can be said of its warranty today.
pub(super) async fn view_of(ctx: &Ctx, read: &mut Conn, unit: Unit) -> Result<UnitView> {
    let today = settings::day_of(read, ctx.now()).await?;
    let one = std::slice::from_ref(&unit);
    let said = WarrantySaid::of_units(read, one, today, ctx.language).await?;
    Ok(UnitView {
        warranty: said.into_iter().flatten().next(),
        ..view(ctx, unit)
    })
}

/// Whether the caller sees what was paid for units: whoever sees the sums of agreements, but for those who come to repair.
pub(crate) fn sees_price(ctx: &Ctx) -> bool {
    let comes_to_repair = [Role::Engineer, Role::PartnerOutlet];
    let roles = &ctx.actor.access.roles;
    ctx.may(Action::AgreementRead).is_ok()
        && !roles.iter().all(|role| comes_to_repair.contains(role))
}

/// A unit without what can be said of its warranty.
pub(super) fn view(ctx: &Ctx, unit: Unit) -> UnitView {
    let retired = unit.retired_at.is_some();
    let edit = || ctx.may(Action::UnitEdit);
    let active = || {
        if retired {
            Err(Error::refused(RETIRED))
        } else {
            Ok(())
        }
    };
    let away = || {
        if retired {
            Ok(())
        } else {
            Err(Error::refused(NOT_RETIRED))
        }
    };
    let checks = [
        ("change", edit().and_then(|()| active())),
        ("add_component", edit().and_then(|()| active())),
        ("retire", edit().and_then(|()| active())),
        ("restore", edit().and_then(|()| away())),
    ];
    UnitView {
        id: unit.id,
        number: unit.number,
        product: unit.product,
        model: unit.labels.model,
        product_name: unit.labels.product_name,
        serial: unit.serial,
        customer: unit.customer,
        customer_name: unit.labels.customer_name,
        site: unit.site,
        site_name: unit.labels.site_name,
        agreement: unit.agreement,
        branch: unit.branch,
        place: unit.place,
        territory: unit.territory,
        dates: unit.dates,
        card: unit.card,
        proof: unit.proof,
        usage_amount: unit.usage_amount,
        price_fen: unit.price.filter(|_| sees_price(ctx)),
        note: ctx.among_us(unit.note),
        warranty_ends_on: unit.labels.warranty_ends_on,
        warranty: None,
        version: unit.version,
        created_at: unit.created_at,
        retired_at: unit.retired_at,
        actions: actions(ctx.language, checks),
    }
}

impl ComponentView {
    /// A component among all components of its unit.
    pub(super) fn of(ctx: &Ctx, unit: &Unit, component: &Component, all: &[Component]) -> Self {
        let replaced = component
            .replaces
            .and_then(|id| all.iter().find(|other| other.id == id));
        let edit = || {
            ctx.may(Action::UnitEdit)
                .and_then(|()| still_there(unit, component))
        };
        let checks = [("change", edit()), ("replace", edit()), ("remove", edit())];
        Self {
            id: component.id,
            class: component.class.clone(),
            name: component.name.clone(),
            serial: component.serial.clone(),
            fitted_on: component.fitted_on,
            replaces: component.replaces,
            replaced_serial: replaced.map(|other| other.serial.clone()),
            removed_on: component.removed_on,
            version: component.version,
            actions: actions(ctx.language, checks),
        }
    }
}

/// A component can be changed while it is in a unit in service.
pub(super) fn still_there(unit: &Unit, component: &Component) -> Result<()> {
    if unit.retired_at.is_some() {
        return Err(Error::refused(RETIRED));
    }
    match component.removed_on {
        Some(day) => Err(Error::refused(Text::from(COMPONENT_GONE).with("day", day))),
        None => Ok(()),
    }
}

impl From<Repair> for RepairView {
    fn from(repair: Repair) -> Self {
        Self {
            case: repair.case,
            from: repair.from,
            to: repair.to,
        }
    }
}
