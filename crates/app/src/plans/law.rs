//! The legal rows on file, and the day they are looked up for.

use domain::access::Action;
use domain::legal::{LegalRow, shipped};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use store::{Conn, setting};
use utoipa::ToSchema;

use crate::ctx::Ctx;
use crate::error::Result;

/// The name of the document that replaces the shipped rows, once somebody edits them.
const NAME: &str = "law";

/// The legal rows on file.
#[derive(Debug, Serialize, ToSchema)]
pub struct LawView {
    pub rows: Vec<LegalRow>,
    pub version: i64,
}

/// The legal rows, for those who read plans.
pub async fn law(ctx: &Ctx) -> Result<LawView> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let (edited, version) = setting::get::<Option<Vec<LegalRow>>>(&mut read, NAME).await?;
    Ok(LawView {
        rows: edited.unwrap_or_else(shipped),
        version,
    })
}

/// The rows on file: the company's own where it edited them, otherwise those that were shipped.
pub(crate) async fn rows(conn: &mut Conn) -> Result<Vec<LegalRow>> {
    let (edited, _) = setting::get::<Option<Vec<LegalRow>>>(conn, NAME).await?;
    Ok(edited.unwrap_or_else(shipped))
}

/// Today in the zone of a plan; in China's where the plan names none that exists.
pub(crate) fn today(ctx: &Ctx, zone: &str) -> Date {
    let zone = TimeZone::get(zone)
        .or_else(|_| TimeZone::get("Asia/Shanghai"))
        .unwrap_or(TimeZone::UTC);
    ctx.now().to_zoned(zone).date()
}
