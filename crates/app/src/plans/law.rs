//! The legal rows on file: looked up, and edited by whoever keeps the settings.

use std::borrow::Cow;
use std::collections::BTreeMap;

use domain::access::Action;
use domain::legal::{LegalRow, shipped, source_name};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use store::{AuditEntry, Conn, Event, Receipt, setting};
use utoipa::ToSchema;

use crate::case::{Concerned, wake};
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Text;
use crate::view::{ActionView, actions};

crate::messages! {
    ENDS_BEFORE = "ends-before-it-begins", "失效日期不能早于生效日期。", "It cannot end before it begins.";
    TWICE = "law-row-twice", "第 {row} 行与此行同一规则、产品、范围且日期重叠，请改日期或删除其一。",
        "Row {row} rules the same thing in overlapping days; change the days or remove one.";
}

/// More rows than any country's law on guarantees needs.
const MOST_ROWS: usize = 2_000;

/// The name of the document that replaces the shipped rows, once somebody edits them.
pub(crate) const NAME: &str = "law";

/// The legal rows on file.
#[derive(Debug, Serialize, ToSchema)]
pub struct LawView {
    pub rows: Vec<LegalRow>,
    /// What the sources are called in the caller's language, where that differs from how the rows write them.
    pub source_names: BTreeMap<String, String>,
    pub version: i64,
    /// Whether these are the rows that came with the product.
    pub shipped: bool,
    pub actions: Vec<ActionView>,
}

/// All legal rows as they should become; an empty list brings back the rows that came with the product.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeLaw {
    pub rows: Vec<LegalRow>,
}

/// The legal rows, for those who read plans.
pub async fn law(ctx: &Ctx) -> Result<LawView> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let (edited, version) = setting::get::<Option<Vec<LegalRow>>>(&mut read, NAME).await?;
    Ok(view(ctx, edited, version))
}

/// Replaces the legal rows if they are still at `version`. Plans already published keep their clauses; what they promise
/// is held against the new rows from the next look on.
pub async fn change_law(ctx: &Ctx, version: i64, given: ChangeLaw) -> Result<LawView> {
    ctx.permit(Action::SettingsEdit)?;
    check(&given.rows)?;
    let mut tx = ctx.begin().await?;
    let (old, current) = setting::get::<Option<Vec<LegalRow>>>(&mut tx, NAME).await?;
    if current != version {
        return Err(Error::stale());
    }
    let new = (!given.rows.is_empty() && given.rows.as_slice() != shipped()).then_some(given.rows);
    if new == old {
        tx.unchanged().await?;
        return Ok(view(ctx, old, version));
    }
    let body = serde_json::to_value(&new).map_err(Error::internal)?;
    setting::set(&mut tx, NAME, &body, version).await?;
    let (before, after) = (
        old.unwrap_or_else(|| shipped().to_vec()),
        new.clone().unwrap_or_else(|| shipped().to_vec()),
    );
    let only_in = |rows: &[LegalRow], others: &[LegalRow]| -> Vec<LegalRow> {
        rows.iter()
            .filter(|row| !others.contains(row))
            .cloned()
            .collect()
    };
    let entry = AuditEntry::new("law.change", "settings", NAME).detail(serde_json::json!({
        "removed": only_in(&before, &after), "added": only_in(&after, &before),
    }));
    let receipt = Receipt::new(entry).event(Event::new("law.changed", NAME, serde_json::json!({})));
    let receipt = wake(&mut tx, receipt, Concerned::All).await?;
    ctx.finish(tx, receipt, view(ctx, new, version + 1)).await
}

fn view(ctx: &Ctx, edited: Option<Vec<LegalRow>>, version: i64) -> LawView {
    let is_shipped = edited.is_none();
    let rows = rows_of(edited).into_owned();
    let named = rows.iter().map(|row| {
        let name = source_name(&row.source, ctx.language);
        (row.source.clone(), name.to_owned())
    });
    LawView {
        shipped: is_shipped,
        source_names: named.filter(|(source, name)| source != name).collect(),
        rows,
        version,
        actions: actions(ctx.language, [("change", ctx.may(Action::SettingsEdit))]),
    }
}

fn check(rows: &[LegalRow]) -> Result<()> {
    let mut checks = Checks::new();
    checks.at_most("/rows", rows, MOST_ROWS);
    for (index, row) in rows.iter().take(MOST_ROWS).enumerate() {
        let place = |field: &str| format!("/rows/{index}/{field}");
        checks.name(&place("product"), &row.product, 60);
        checks.name(&place("covers"), &row.covers, 60);
        checks.name(&place("source"), &row.source, 200);
        if row.to.is_some_and(|to| to < row.from) {
            checks.wrong(place("to"), ENDS_BEFORE);
        }
        let same = |other: &LegalRow| {
            (other.rule, &other.product, &other.covers) == (row.rule, &row.product, &row.covers)
                && other.to.is_none_or(|to| row.from <= to)
                && row.to.is_none_or(|to| other.from <= to)
        };
        if let Some(first) = rows[..index].iter().position(same) {
            checks.wrong(place("from"), Text::from(TWICE).with("row", first + 1));
        }
    }
    checks.done()
}

/// The rows on file: the company's own where it edited them, otherwise those that were shipped.
pub(crate) async fn rows(conn: &mut Conn) -> Result<Cow<'static, [LegalRow]>> {
    let (edited, _) = setting::get::<Option<Vec<LegalRow>>>(conn, NAME).await?;
    Ok(rows_of(edited))
}

/// The rows that hold where these were edited.
pub(crate) fn rows_of(edited: Option<Vec<LegalRow>>) -> Cow<'static, [LegalRow]> {
    edited.map_or(Cow::Borrowed(shipped()), Cow::Owned)
}

/// Today in the zone of a plan; in China's where the plan names none that exists.
pub(crate) fn today(ctx: &Ctx, zone: &str) -> Date {
    let zone = TimeZone::get(zone)
        .or_else(|_| TimeZone::get("Asia/Shanghai"))
        .unwrap_or(TimeZone::UTC);
    ctx.now().to_zoned(zone).date()
}
