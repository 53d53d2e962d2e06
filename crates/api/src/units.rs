//! Installed units and their components.

use app::Page;
use app::entitlement::{self, Ask, DecideEntitlement, EntitlementView, UnitDecisions};
use app::units::{
    self, ComponentFields, ComponentView, ListUnits, NoteRepair, ReplaceComponent, UnitFields,
    UnitView, UnitWhole,
};
use app::warranty::{self, WarrantyCard};
use domain::ids::{ComponentId, UnitId};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Path, Query};
use crate::document::{IdempotencyKey, IfMatch};
use crate::extract::{Caller, Creator, Version, Writer};
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list, register))
        .routes(routes!(get, change))
        .routes(routes!(card))
        .routes(routes!(note_repair))
        .routes(routes!(ask))
        .routes(routes!(decisions, decide))
        .routes(routes!(retire))
        .routes(routes!(restore))
        .routes(routes!(add_component))
        .routes(routes!(change_component, remove_component))
        .routes(routes!(replace_component))
}

fn reply(unit: UnitView) -> Reply<UnitView> {
    let version = unit.version;
    Reply::ok(unit).version(version)
}

fn component_reply(component: ComponentView) -> Reply<ComponentView> {
    let version = component.version;
    Reply::ok(component).version(version)
}

/// Units I may see, the newest first, or those found.
#[utoipa::path(get, path = "/api/units", operation_id = "list_units", tag = "units",
    params(ListUnits), responses((status = 200, description = "A page", body = Page<UnitView>)))]
async fn list(
    Caller(ctx): Caller,
    Query(asked): Query<ListUnits>,
) -> Result<Reply<Page<UnitView>>> {
    Ok(Reply::ok(units::list(&ctx, &asked).await?))
}

/// Register a unit.
#[utoipa::path(post, path = "/api/units", operation_id = "register_unit", tag = "units", params(IdempotencyKey),
    request_body = UnitFields, responses((status = 201, description = "Registered", body = UnitView)))]
async fn register(Creator(ctx): Creator, Json(given): Json<UnitFields>) -> Result<Reply<UnitView>> {
    let unit = units::register(&ctx, given).await?;
    let version = unit.version;
    Ok(Reply::created(unit).version(version))
}

/// One unit with its components and repairs.
#[utoipa::path(get, path = "/api/units/{id}", operation_id = "get_unit", tag = "units",
    params(("id" = UnitId, Path)), responses((status = 200, description = "The unit", body = UnitWhole)))]
async fn get(Caller(ctx): Caller, Path(id): Path<UnitId>) -> Result<Reply<UnitWhole>> {
    let whole = units::get(&ctx, id).await?;
    let version = whole.unit.version;
    Ok(Reply::ok(whole).version(version))
}

/// Write everything about a unit.
#[utoipa::path(put, path = "/api/units/{id}", operation_id = "change_unit", tag = "units",
    params(("id" = UnitId, Path), IfMatch), request_body = UnitFields,
    responses((status = 200, description = "Changed", body = UnitView)))]
async fn change(
    Writer(ctx): Writer,
    Path(id): Path<UnitId>,
    Version(version): Version,
    Json(given): Json<UnitFields>,
) -> Result<Reply<UnitView>> {
    Ok(reply(units::change(&ctx, id, version, given).await?))
}

/// Take a unit out of service.
#[utoipa::path(post, path = "/api/units/{id}/retire", operation_id = "retire_unit", tag = "units",
    params(("id" = UnitId, Path), IfMatch), responses((status = 200, description = "Retired", body = UnitView)))]
async fn retire(
    Writer(ctx): Writer,
    Path(id): Path<UnitId>,
    Version(version): Version,
) -> Result<Reply<UnitView>> {
    Ok(reply(units::retire(&ctx, id, version).await?))
}

/// Bring a retired unit back.
#[utoipa::path(post, path = "/api/units/{id}/restore", operation_id = "restore_unit", tag = "units",
    params(("id" = UnitId, Path), IfMatch), responses((status = 200, description = "In service", body = UnitView)))]
async fn restore(
    Writer(ctx): Writer,
    Path(id): Path<UnitId>,
    Version(version): Version,
) -> Result<Reply<UnitView>> {
    Ok(reply(units::restore(&ctx, id, version).await?))
}

/// Add a component to a unit.
#[utoipa::path(post, path = "/api/units/{id}/components", operation_id = "add_component", tag = "units",
    params(("id" = UnitId, Path), IdempotencyKey), request_body = ComponentFields,
    responses((status = 201, description = "Added", body = ComponentView)))]
async fn add_component(
    Creator(ctx): Creator,
    Path(id): Path<UnitId>,
    Json(given): Json<ComponentFields>,
) -> Result<Reply<ComponentView>> {
    let component = units::add_component(&ctx, id, given).await?;
    let version = component.version;
    Ok(Reply::created(component).version(version))
}

/// Write everything about a component.
#[utoipa::path(put, path = "/api/components/{id}", operation_id = "change_component", tag = "units",
    params(("id" = ComponentId, Path), IfMatch), request_body = ComponentFields,
    responses((status = 200, description = "Changed", body = ComponentView)))]
async fn change_component(
    Writer(ctx): Writer,
    Path(id): Path<ComponentId>,
    Version(version): Version,
    Json(given): Json<ComponentFields>,
) -> Result<Reply<ComponentView>> {
    Ok(component_reply(
        units::change_component(&ctx, id, version, given).await?,
    ))
}

/// Take a component out without another in its place.
#[utoipa::path(delete, path = "/api/components/{id}", operation_id = "remove_component", tag = "units",
    params(("id" = ComponentId, Path), IfMatch), responses((status = 200, description = "Taken out", body = ComponentView)))]
async fn remove_component(
    Writer(ctx): Writer,
    Path(id): Path<ComponentId>,
    Version(version): Version,
) -> Result<Reply<ComponentView>> {
    Ok(component_reply(
        units::remove_component(&ctx, id, version).await?,
    ))
}

/// Put another component in the place of this one; both keep their serial numbers.
#[utoipa::path(post, path = "/api/components/{id}/replace", operation_id = "replace_component", tag = "units",
    params(("id" = ComponentId, Path), IfMatch), request_body = ReplaceComponent,
    responses((status = 200, description = "The new component", body = ComponentView)))]
async fn replace_component(
    Writer(ctx): Writer,
    Path(id): Path<ComponentId>,
    Version(version): Version,
    Json(given): Json<ReplaceComponent>,
) -> Result<Reply<ComponentView>> {
    Ok(component_reply(
        units::replace_component(&ctx, id, version, given).await?,
    ))
}

/// Note the days a unit was under repair; the warranty is resolved anew.
#[utoipa::path(put, path = "/api/units/{id}/repairs", operation_id = "note_repair", tag = "units",
    params(("id" = UnitId, Path)), request_body = NoteRepair,
    responses((status = 200, description = "Noted", body = UnitView)))]
async fn note_repair(
    Writer(ctx): Writer,
    Path(id): Path<UnitId>,
    Json(given): Json<NoteRepair>,
) -> Result<Reply<UnitView>> {
    Ok(reply(units::note_repair(&ctx, id, given).await?))
}

/// The warranty card of a unit, with how its warranty came to be what it is.
#[utoipa::path(get, path = "/api/units/{id}/warranty", operation_id = "get_warranty_card", tag = "units",
    params(("id" = UnitId, Path)), responses((status = 200, description = "The card", body = WarrantyCard)))]
async fn card(Caller(ctx): Caller, Path(id): Path<UnitId>) -> Result<Reply<WarrantyCard>> {
    Ok(Reply::ok(warranty::card(&ctx, id).await?))
}

/// Whether a fault of the unit is covered, by which clause, and who pays, with all reasons.
#[utoipa::path(get, path = "/api/units/{id}/entitlement", operation_id = "ask_entitlement", tag = "units",
    params(("id" = UnitId, Path), Ask), responses((status = 200, description = "Advice", body = EntitlementView)))]
async fn ask(
    Caller(ctx): Caller,
    Path(id): Path<UnitId>,
    Query(asked): Query<Ask>,
) -> Result<Reply<EntitlementView>> {
    Ok(Reply::ok(entitlement::ask(&ctx, id, &asked).await?))
}

/// What people decided about who pays for repairs of the unit, the last first.
#[utoipa::path(get, path = "/api/units/{id}/entitlement/decisions", operation_id = "list_unit_decisions", tag = "units",
    params(("id" = UnitId, Path)), responses((status = 200, description = "The decisions", body = UnitDecisions)))]
async fn decisions(Caller(ctx): Caller, Path(id): Path<UnitId>) -> Result<Reply<UnitDecisions>> {
    Ok(Reply::ok(entitlement::decisions(&ctx, id).await?))
}

/// Decide otherwise than the plan advises, with a reason; or give the word back to the plan.
#[utoipa::path(post, path = "/api/units/{id}/entitlement/decisions", operation_id = "decide_unit_entitlement", tag = "units",
    params(("id" = UnitId, Path), IdempotencyKey), request_body = DecideEntitlement,
    responses((status = 201, description = "Decided", body = UnitDecisions)))]
async fn decide(
    Creator(ctx): Creator,
    Path(id): Path<UnitId>,
    Json(given): Json<DecideEntitlement>,
) -> Result<Reply<UnitDecisions>> {
    Ok(Reply::created(entitlement::decide(&ctx, id, given).await?))
}
