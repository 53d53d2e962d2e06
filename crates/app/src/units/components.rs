//! The components of a unit: added, changed, taken out, replaced by another with a serial number of its own.

use domain::access::Action;
use domain::ids::{ComponentId, UnitId};
use domain::slug::ComponentClass;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::unit::{self, Component, Unit};
use store::{AuditEntry, Receipt, Tx, product};
use utoipa::ToSchema;

use super::index::index;
use super::register::changed;
use super::view::{ComponentView, still_there};
use super::{NO_CLASS, OUT_BEFORE_IN, RETIRED};
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Text;
use crate::settings;
use crate::warranty::{self, Why};

const MAX_NAME: usize = 200;

/// Everything people say about a component.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ComponentFields {
    /// One of the product's classes of components.
    pub class: ComponentClass,
    /// The class's label when left empty.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub serial: String,
    /// The day it was fitted; left out for one that was there from the start.
    #[schema(value_type = Option<String>, format = Date)]
    pub fitted_on: Option<Date>,
}

/// What replaces a component.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplaceComponent {
    /// The serial number of the new component.
    #[serde(default)]
    pub serial: String,
    /// Today when left out.
    #[schema(value_type = Option<String>, format = Date)]
    pub on: Option<Date>,
}

/// Adds a component to a unit.
pub async fn add_component(ctx: &Ctx, id: UnitId, given: ComponentFields) -> Result<ComponentView> {
    let scope = ctx.permit(Action::UnitEdit)?;
    let mut tx = ctx.begin().await?;
    let unit = unit::get(&mut tx, id, &scope).await?;
    if unit.retired_at.is_some() {
        return Err(Error::refused(RETIRED));
    }
    let mut component = Component {
        id: ComponentId::new(ctx.uuid()),
        unit: id,
        class: given.class.clone(),
        name: String::new(),
        serial: String::new(),
        fitted_on: None,
        replaces: None,
        removed_on: None,
        version: 1,
        created_at: tx.at(),
    };
    given.apply(&mut tx, &unit, &mut component).await?;
    unit::insert_component(&mut tx, &component).await?;
    finish(ctx, tx, "unit.component.add", unit, component).await
}

/// Writes what is said about a component if it is still at `version`.
pub async fn change_component(
    ctx: &Ctx,
    id: ComponentId,
    version: i64,
    given: ComponentFields,
) -> Result<ComponentView> {
    let (mut tx, unit, old) = load(ctx, id, version).await?;
    let mut new = old.clone();
    given.apply(&mut tx, &unit, &mut new).await?;
    if new == old {
        let all = unit::components(&mut tx, unit.id).await?;
        tx.unchanged().await?;
        return Ok(ComponentView::of(ctx, &unit, &old, &all));
    }
    unit::update_component(&mut tx, &new).await?;
    new.version += 1;
    finish(ctx, tx, "unit.component.change", unit, new).await
}

/// Takes a component out on a day without a new one in its place.
pub async fn remove_component(ctx: &Ctx, id: ComponentId, version: i64) -> Result<ComponentView> {
    let (mut tx, unit, mut component) = load(ctx, id, version).await?;
    let today = settings::day_of(&mut tx, ctx.now()).await?;
    take_out(&mut tx, &mut component, today).await?;
    finish(ctx, tx, "unit.component.remove", unit, component).await
}

/// Takes a component out and puts another in its place; both keep their serial numbers. Answers with the new one.
pub async fn replace_component(
    ctx: &Ctx,
    id: ComponentId,
    version: i64,
    given: ReplaceComponent,
) -> Result<ComponentView> {
    let (mut tx, unit, mut old) = load(ctx, id, version).await?;
    let mut checks = Checks::new();
    let serial = checks.text("/serial", &given.serial, MAX_NAME);
    checks.done()?;
    let on = match given.on {
        Some(day) => day,
        None => settings::day_of(&mut tx, ctx.now()).await?,
    };
    take_out(&mut tx, &mut old, on).await?;
    let new = Component {
        id: ComponentId::new(ctx.uuid()),
        unit: unit.id,
        class: old.class,
        name: old.name,
        serial,
        fitted_on: Some(on),
        replaces: Some(old.id),
        removed_on: None,
        version: 1,
        created_at: tx.at(),
    };
    unit::insert_component(&mut tx, &new).await?;
    finish(ctx, tx, "unit.component.replace", unit, new).await
}

impl ComponentFields {
    async fn apply(self, tx: &mut Tx, unit: &Unit, component: &mut Component) -> Result<()> {
        let mut checks = Checks::new();
        let product = product::get(tx, unit.product).await?;
        let class = product
            .component_classes
            .into_iter()
            .find(|known| known.class == self.class);
        let name = checks.text("/name", &self.name, MAX_NAME);
        component.serial = checks.text("/serial", &self.serial, MAX_NAME);
        match class {
            Some(class) => component.name = if name.is_empty() { class.label } else { name },
            None => checks.wrong("/class", Text::from(NO_CLASS).with("class", &self.class)),
        }
        checks.done()?;
        component.class = self.class;
        component.fitted_on = self.fitted_on;
        Ok(())
    }
}

async fn take_out(tx: &mut Tx, component: &mut Component, on: Date) -> Result<()> {
    if let Some(day) = component.fitted_on.filter(|day| on < *day) {
        return Err(Error::field(
            "/on",
            Text::from(OUT_BEFORE_IN).with("day", day),
        ));
    }
    component.removed_on = Some(on);
    unit::update_component(tx, component).await?;
    component.version += 1;
    Ok(())
}

async fn load(ctx: &Ctx, id: ComponentId, version: i64) -> Result<(Tx, Unit, Component)> {
    let scope = ctx.permit(Action::UnitEdit)?;
    let mut tx = ctx.begin().await?;
    let component = unit::get_component(&mut tx, id, &scope).await?;
    if component.version != version {
        return Err(Error::stale());
    }
    let unit = unit::get(&mut tx, component.unit, &scope).await?;
    still_there(&unit, &component)?;
    Ok((tx, unit, component))
}

async fn finish(
    ctx: &Ctx,
    mut tx: Tx,
    action: &'static str,
    mut unit: Unit,
    component: Component,
) -> Result<ComponentView> {
    index(&mut tx, &unit).await?;
    warranty::resolve(&mut tx, &mut unit, Why::ComponentChanged).await?;
    let all = unit::components(&mut tx, unit.id).await?;
    let entry = AuditEntry::new(action, "unit", unit.id).detail(serde_json::json!({
        "component": component.id, "class": component.class, "serial": component.serial, "replaces": component.replaces,
        "fitted_on": component.fitted_on, "removed_on": component.removed_on,
    }));
    let answer = ComponentView::of(ctx, &unit, &component, &all);
    ctx.finish(tx, Receipt::new(entry).event(changed(&unit)), answer)
        .await
}
