//! Calendars and public holidays.

use app::calendars::{
    self, CalendarView, Holidays, ImportHolidays, Preview, PreviewView, SaveCalendar,
};
use domain::slug::CalendarName;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::{Json, Path};
use crate::document::IfMatch;
use crate::extract::{Caller, Version, Writer};
use crate::problem::Result;
use crate::reply::Reply;
use crate::state::Api;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(get, save))
        .routes(routes!(preview))
        .routes(routes!(holidays, import_holidays))
}

/// All calendars by name.
#[derive(Debug, Serialize, ToSchema)]
struct CalendarList {
    items: Vec<CalendarView>,
}

fn reply(calendar: CalendarView) -> Reply<CalendarView> {
    let version = calendar.version;
    Reply::ok(calendar).version(version)
}

/// The calendars of the company, built-in ones included.
#[utoipa::path(get, path = "/api/calendars", operation_id = "list_calendars", tag = "calendars",
    responses((status = 200, description = "By name", body = CalendarList)))]
async fn list(Caller(ctx): Caller) -> Result<Reply<CalendarList>> {
    Ok(Reply::ok(CalendarList {
        items: calendars::list(&ctx).await?,
    }))
}

/// One calendar.
#[utoipa::path(get, path = "/api/calendars/{name}", operation_id = "get_calendar", tag = "calendars",
    params(("name" = CalendarName, Path)), responses((status = 200, description = "The calendar", body = CalendarView)))]
async fn get(Caller(ctx): Caller, Path(name): Path<CalendarName>) -> Result<Reply<CalendarView>> {
    Ok(reply(calendars::get(&ctx, &name).await?))
}

/// Write a calendar; version 0 makes a new one, or one in place of a built-in one. Open clocks are computed anew.
#[utoipa::path(put, path = "/api/calendars/{name}", operation_id = "save_calendar", tag = "calendars",
    params(("name" = CalendarName, Path), IfMatch), request_body = SaveCalendar,
    responses((status = 200, description = "Kept", body = CalendarView)))]
async fn save(
    Writer(ctx): Writer,
    Path(name): Path<CalendarName>,
    Version(version): Version,
    Json(given): Json<SaveCalendar>,
) -> Result<Reply<CalendarView>> {
    Ok(reply(calendars::save(&ctx, &name, version, given).await?))
}

/// Show how a calendar opens in a month and when a limit would be due, without keeping it.
#[utoipa::path(post, path = "/api/calendar-preview", operation_id = "preview_calendar", tag = "calendars",
    request_body = Preview, responses((status = 200, description = "The month", body = PreviewView)))]
async fn preview(Caller(ctx): Caller, Json(asked): Json<Preview>) -> Result<Reply<PreviewView>> {
    Ok(Reply::ok(calendars::preview(&ctx, &asked).await?))
}

/// What is known of public holidays, year by year.
#[utoipa::path(get, path = "/api/holidays", operation_id = "holidays", tag = "calendars",
    responses((status = 200, description = "The years around now", body = Holidays)))]
async fn holidays(Caller(ctx): Caller) -> Result<Reply<Holidays>> {
    Ok(Reply::ok(calendars::holidays(&ctx).await?))
}

/// Take over announced public holidays. Open clocks are computed anew.
#[utoipa::path(post, path = "/api/holidays", operation_id = "import_holidays", tag = "calendars",
    request_body = ImportHolidays, responses((status = 200, description = "Taken over", body = Holidays)))]
async fn import_holidays(
    Writer(ctx): Writer,
    Json(given): Json<ImportHolidays>,
) -> Result<Reply<Holidays>> {
    Ok(Reply::ok(calendars::import_holidays(&ctx, given).await?))
}
