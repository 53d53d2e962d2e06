//! Calendars as they are shown.

use domain::access::Action;
use domain::calendar::{BUILTIN_NAMES, CalendarSpec, builtin};
use domain::slug::CalendarName;
use serde::Serialize;
use store::Conn;
use store::calendar::{CalendarDocument, Kind};
use utoipa::ToSchema;

use super::in_force::in_force;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::view::{ActionView, actions};

/// A calendar with its specification.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarView {
    /// By which plans name it.
    pub name: CalendarName,
    /// Shown to people.
    pub title: String,
    /// Whether it comes with the program; a company's calendar of the same name takes its place.
    pub built_in: bool,
    /// As in a calendar file: weekly hours, dated overrides, versions.
    #[schema(value_type = Object)]
    pub spec: CalendarSpec,
    /// 0 for a built-in calendar nobody changed.
    pub version: i64,
    pub actions: Vec<ActionView>,
}

/// All calendars by name.
pub async fn list(ctx: &Ctx) -> Result<Vec<CalendarView>> {
    ctx.permit(Action::CalendarRead)?;
    let documents = in_force(&mut *ctx.read().await?).await?.documents;
    let names = names(&documents).into_iter();
    names.map(|name| view(ctx, &documents, name)).collect()
}

/// Every calendar's name and what it is called.
pub(crate) async fn titles(conn: &mut Conn) -> Result<Vec<(String, String)>> {
    let documents = in_force(conn).await?.documents;
    let titled = |name: &str| -> Result<(String, String)> {
        let title = spec(&documents, name)?.name;
        Ok((name.to_owned(), title.unwrap_or_else(|| name.to_owned())))
    };
    names(&documents).into_iter().map(titled).collect()
}

/// The built-in calendars and the company's own, each once.
fn names(documents: &[CalendarDocument]) -> Vec<&str> {
    let own = documents
        .iter()
        .filter(|document| document.kind == Kind::Calendar);
    let mut names: Vec<&str> = BUILTIN_NAMES
        .into_iter()
        .chain(own.map(|document| document.name.as_str()))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn spec(documents: &[CalendarDocument], name: &str) -> Result<CalendarSpec> {
    match find(documents, name) {
        Some(document) => serde_json::from_str(&document.body).map_err(Error::internal),
        None => builtin(name).ok_or_else(Error::not_found),
    }
}

/// One calendar.
pub async fn get(ctx: &Ctx, name: &CalendarName) -> Result<CalendarView> {
    ctx.permit(Action::CalendarRead)?;
    let documents = in_force(&mut *ctx.read().await?).await?.documents;
    view(ctx, &documents, name.as_str())
}

pub(super) fn view(ctx: &Ctx, documents: &[CalendarDocument], name: &str) -> Result<CalendarView> {
    let own = find(documents, name);
    Ok(shown(
        ctx,
        name.parse().map_err(Error::internal)?,
        spec(documents, name)?,
        own.map_or(0, |document| document.version),
    ))
}

pub(super) fn shown(
    ctx: &Ctx,
    name: CalendarName,
    spec: CalendarSpec,
    version: i64,
) -> CalendarView {
    CalendarView {
        title: spec.name.clone().unwrap_or_else(|| name.to_string()),
        built_in: version == 0,
        name,
        spec,
        version,
        actions: actions(ctx.language, [("change", ctx.may(Action::CalendarEdit))]),
    }
}

pub(super) fn find<'a>(
    documents: &'a [CalendarDocument],
    name: &str,
) -> Option<&'a CalendarDocument> {
    documents
        .iter()
        .find(|document| document.kind == Kind::Calendar && document.name == name)
}
