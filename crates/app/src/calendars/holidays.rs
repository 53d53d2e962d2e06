//! Public holidays: what is known of each year, and taking over what was announced.

use domain::access::Action;
use domain::calendar::{HolidayTable, PublicDayKind, YearStatus};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::calendar::{self, Kind};
use store::{AuditEntry, Event, Receipt};
use utoipa::ToSchema;

use super::faults;
use super::in_force::{Announced, in_force};
use crate::case::{Concerned, wake};
use crate::check::{Checks, REQUIRED};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Years shown before and after the present one.
const AROUND: i16 = 2;

/// The table of public holidays, year by year.
#[derive(Debug, Serialize, ToSchema)]
pub struct Holidays {
    /// By which calendars follow it.
    pub name: String,
    pub years: Vec<HolidayYearView>,
}

/// What is known of one year.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolidayYearView {
    pub year: i16,
    /// `published`, `predicted` or `unknown`.
    #[schema(value_type = String, example = "published")]
    pub status: YearStatus,
    /// Days off.
    pub holidays: u32,
    /// Days worked in exchange.
    pub makeup_days: u32,
}

/// How announced holidays are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportFormat {
    /// Rows of `date,kind,name`, kind being `holiday` or `makeup`.
    Csv,
    /// `{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}`.
    Json,
}

/// Announced holidays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportHolidays {
    pub format: ImportFormat,
    pub text: String,
}

/// Longest file, in characters.
const MAX_TEXT: usize = 200_000;

/// What is known of the years around now.
pub async fn holidays(ctx: &Ctx) -> Result<Holidays> {
    ctx.permit(Action::CalendarRead)?;
    let set = in_force(&mut *ctx.read().await?).await?;
    Ok(shown(ctx, &set.holidays))
}

/// Takes over announced years, replacing what was known of them. Clocks of open cases are computed anew.
pub async fn import_holidays(ctx: &Ctx, given: ImportHolidays) -> Result<Holidays> {
    ctx.permit(Action::CalendarEdit)?;
    let announced = checked(given)?;
    let mut tx = ctx.begin().await?;
    let set = in_force(&mut tx).await?;
    let mut table = HolidayTable::clone(&set.holidays);
    let years = announced
        .import(&mut table)
        .map_err(|fault| faults::of_holidays(&fault))?;
    if table == *set.holidays {
        tx.unchanged().await?;
        return Ok(shown(ctx, &table));
    }
    let name = years
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(",");
    let known = set
        .documents
        .iter()
        .find(|document| document.kind == Kind::Holidays && document.name == name);
    let body = serde_json::to_string(&announced).map_err(Error::internal)?;
    calendar::set(
        &mut tx,
        Kind::Holidays,
        &name,
        &body,
        known.map_or(0, |document| document.version),
    )
    .await?;
    let entry = AuditEntry::new("holidays.import", "holidays", table.name())
        .detail(serde_json::json!({ "years": years, "text": body }));
    let receipt = Receipt::new(entry).event(Event::new(
        "calendar.changed",
        table.name(),
        serde_json::json!({}),
    ));
    let receipt = wake(&mut tx, receipt, Concerned::All).await?;
    ctx.finish(tx, receipt, shown(ctx, &table)).await
}

fn checked(given: ImportHolidays) -> Result<Announced> {
    let mut checks = Checks::new();
    let text = checks.lines("/text", &given.text, MAX_TEXT);
    if text.trim().is_empty() {
        checks.wrong("/text", REQUIRED);
    }
    checks.done()?;
    match given.format {
        ImportFormat::Csv => Ok(Announced::Csv(text)),
        ImportFormat::Json => serde_json::from_str(&text)
            .map(Announced::Json)
            .map_err(|why| faults::unreadable(&why)),
    }
}

fn shown(ctx: &Ctx, table: &HolidayTable) -> Holidays {
    let now = ctx.now().to_zoned(jiff::tz::TimeZone::UTC).year();
    Holidays {
        name: table.name().to_owned(),
        years: (now - AROUND..=now + AROUND)
            .map(|year| year_view(table, year))
            .collect(),
    }
}

fn year_view(table: &HolidayTable, year: i16) -> HolidayYearView {
    let first = Date::constant(year, 1, 1);
    let count = |kind: PublicDayKind| {
        let days = first
            .series(jiff::Span::new().days(1))
            .take_while(|date| date.year() == year);
        u32::try_from(
            days.filter(|date| table.day(*date).is_some_and(|day| day.kind == kind))
                .count(),
        )
        .unwrap_or_default()
    };
    HolidayYearView {
        year,
        status: table.status(year),
        holidays: count(PublicDayKind::Holiday),
        makeup_days: count(PublicDayKind::Makeup),
    }
}
