//! What the law lets a consumer claim besides a repair: exchange, return, and what is kept of the price.

use domain::entitlement::Days;
use domain::legal::{
    Deduction, Floor, LegalRule, LegalValue, Used, deduction, floors_for_consumers,
};
use domain::money::Fen;
use domain::plan::Promise;
use domain::plan::clauses::remedy::Entitles;
use domain::plan::clauses::warranty::StartDate;
use domain::remedy::{Window, window};
use domain::slug::ClauseId;
use jiff::civil::Date;
use serde::Serialize;
use store::Conn;
use store::unit::{self, Unit};
use utoipa::ToSchema;

use crate::basis::Basis;
use crate::calendars::Rules;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::units::sees_price;

/// What the law itself is read along with, and what it sets in figures of its own.
const TOLD: [LegalRule; 4] = [
    LegalRule::GuaranteeTerm,
    LegalRule::GuaranteeUsage,
    LegalRule::RefundForExchange,
    LegalRule::RefundDays,
];

/// What the law lets a consumer claim besides a repair.
#[derive(Debug, Serialize, ToSchema)]
pub struct LegalRights {
    pub items: Vec<LegalRight>,
    /// What is kept of the price for the use, where the customer returns what could be exchanged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deduction: Option<Deduction>,
    /// What was paid; absent where it is not on file, or not for the caller to see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price_fen: Option<Fen>,
    /// Whether entering what was paid would give a sum.
    pub price_is_missing: bool,
    /// Further rows that bear on them.
    pub also: Vec<Floor>,
}

/// One right.
#[derive(Debug, Serialize, ToSchema)]
pub struct LegalRight {
    pub clause: ClauseId,
    pub heading: String,
    pub sentence: String,
    pub entitles: Vec<Entitles>,
    /// Until when, for a right that runs from receipt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
}

/// The rights the law gives for a unit on a day; nothing where it gives none, as between businesses.
pub(super) async fn rights(
    ctx: &Ctx,
    conn: &mut Conn,
    unit: &Unit,
    basis: &Basis,
    on: Date,
) -> Result<Option<LegalRights>> {
    let language = ctx.language;
    let price = unit.price.filter(|_| sees_price(ctx));
    let Rules { calendars, law } = Rules::load(conn).await?;
    let plan = basis.plan.plan();
    let calendar = calendars.get(&plan.calendar);
    let day = |date: StartDate| unit.dates.get(&date).copied();
    let received = day(StartDate::Delivered).or_else(|| day(StartDate::Purchased));
    let families = plan.legal_product.iter().chain(&unit.labels.legal_product);
    let rows = floors_for_consumers(&law, families, on);
    let is_by_distance = |value: &LegalValue| matches!(value, LegalValue::Kilometres(_));
    let driven = rows
        .iter()
        .any(|row| is_by_distance(&row.value))
        .then_some(unit.usage_amount)
        .flatten()
        .map(|amount| u32::try_from(amount).unwrap_or(u32::MAX));
    let mut items = Vec::new();
    for clause in &plan.clauses {
        let is_law = (basis.plan.provenance(&clause.id)).is_some_and(|known| known.law.is_some());
        if let (Promise::Remedy(remedy), true) = (&clause.promise, is_law) {
            let said = basis.plan.wording(clause, language);
            items.push(LegalRight {
                clause: clause.id.clone(),
                heading: said.heading,
                sentence: said.sentence,
                entitles: remedy.entitles.clone(),
                window: window(&remedy.trigger, received, driven, calendar, on),
            });
        }
    }
    if items.is_empty() {
        return Ok(None);
    }
    let repairs = unit::repairs(conn, unit.id).await?;
    let repairs: Vec<Days> = repairs
        .iter()
        .map(|one| Days {
            from: one.from,
            to: one.to,
        })
        .collect();
    let used = Used {
        from: day(StartDate::Purchased),
        until: on,
        repairs: &repairs,
        kilometres: driven,
        price,
    };
    let also = rows.iter().filter(|row| TOLD.contains(&row.rule));
    Ok(Some(LegalRights {
        items,
        deduction: deduction(&rows, &used),
        price_fen: price,
        price_is_missing: unit.price.is_none() && sees_price(ctx),
        also: also.map(|row| row.floor().named_in(language)).collect(),
    }))
}
