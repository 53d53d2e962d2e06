//! Writing a calendar of the company.

use domain::access::Action;
use domain::calendar::{Calendar, CalendarSpec};
use domain::slug::CalendarName;
use serde::Deserialize;
use store::calendar::{self, Kind};
use store::{AuditEntry, Event, Receipt};
use utoipa::ToSchema;

use super::faults;
use super::in_force::in_force;
use super::view::{CalendarView, find, shown, view};
use crate::case::{Concerned, wake};
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

const MAX_TITLE: usize = 60;
const MAX_DATED: usize = 1_000;
const MAX_VERSIONS: usize = 50;

/// A calendar as it should become.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveCalendar {
    /// As in a calendar file: weekly hours, dated overrides, versions.
    #[schema(value_type = Object)]
    pub spec: CalendarSpec,
}

/// Writes a calendar if it is still at `version`; 0 makes a new one, or one in place of a built-in one. Clocks of
/// open cases are computed anew.
pub async fn save(
    ctx: &Ctx,
    name: &CalendarName,
    version: i64,
    given: SaveCalendar,
) -> Result<CalendarView> {
    ctx.permit(Action::CalendarEdit)?;
    let spec = checked(given.spec)?;
    let mut tx = ctx.begin().await?;
    tx.alone(&format!("calendar/{name}")).await?;
    let set = in_force(&mut tx).await?;
    let old = find(&set.documents, name.as_str());
    if old.map_or(0, |document| document.version) != version {
        return Err(Error::stale());
    }
    Calendar::written(&spec, std::slice::from_ref(&*set.holidays))
        .map_err(|fault| faults::of_calendar(&fault))?;
    let body = serde_json::to_string(&spec).map_err(Error::internal)?;
    if old.is_some_and(|document| document.body == body) {
        tx.unchanged().await?;
        return view(ctx, &set.documents, name.as_str());
    }
    calendar::set(&mut tx, Kind::Calendar, name.as_str(), &body, version).await?;
    let entry = AuditEntry::new("calendar.save", "calendar", name)
        .detail(serde_json::json!({ "from": old.map(|document| &document.body), "to": body }));
    let receipt = Receipt::new(entry).event(Event::new(
        "calendar.changed",
        name.as_str(),
        serde_json::json!({}),
    ));
    let receipt = wake(&mut tx, receipt, Concerned::All).await?;
    ctx.finish(tx, receipt, shown(ctx, name.clone(), spec, version + 1))
        .await
}

fn checked(mut spec: CalendarSpec) -> Result<CalendarSpec> {
    let mut checks = Checks::new();
    spec.name = spec
        .name
        .map(|name| checks.name("/spec/name", &name, MAX_TITLE));
    checks.at_most("/spec/holidays", &spec.holidays, MAX_DATED);
    checks.at_most("/spec/makeup-days", &spec.makeup_days, MAX_DATED);
    checks.at_most("/spec/special-hours", &spec.special_hours, MAX_DATED);
    checks.at_most("/spec/versions", &spec.versions, MAX_VERSIONS);
    checks.done()?;
    Ok(spec)
}
