//! Deciding about a unit otherwise than the plan advises: a person's word, with a reason, kept for good.

use domain::access::Action;
use domain::entitlement::{Decision, holding};
use domain::ids::UnitId;
use domain::plan::clauses::coverage::Charges;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::unit::{self, Decision as Kept};
use store::{AuditEntry, Conn, Receipt, person};
use utoipa::ToSchema;

use crate::check::{Checks, REQUIRED};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::settings;
use crate::units::changed;

const MAX_REASON: usize = 4_000;

crate::messages! {
    UNTIL_FIRST = "decision-ends-first", "截止日期早于开始日期。", "The last day is before the first.";
    NOTHING_TO_LIFT = "nothing-to-lift", "当天没有人工决定，按方案判定。", "No decision holds on that day: the plan's advice holds already.";
}

/// What the customer pays for repairs of the unit from a day on, whatever the plan advises; or that the plan holds again.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideEntitlement {
    /// The first day it is for; today when left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
    /// The last day it is for; until somebody decides otherwise when left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Date>,
    /// What the customer pays; the plan's advice holds again when left out.
    #[serde(default)]
    pub charges: Option<Charges>,
    pub reason: String,
}

/// A decision about a unit as it was made.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct UnitDecisionView {
    /// Its number among the decisions about the unit, from 1.
    pub seq: i64,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Id of the person.
    pub by: String,
    /// What the person is called; absent where it was no person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_name: Option<String>,
    #[serde(flatten)]
    pub decision: Decision,
    pub reason: String,
}

/// Every decision about a unit, the last first.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnitDecisions {
    pub items: Vec<UnitDecisionView>,
}

/// The decisions about a unit inside the caller's scope.
pub async fn decisions(ctx: &Ctx, id: UnitId) -> Result<UnitDecisions> {
    let scope = ctx.permit(Action::EntitlementRead)?;
    let mut read = ctx.read().await?;
    unit::get(&mut read, id, &scope).await?;
    let items = made(&mut read, id).await?;
    Ok(UnitDecisions { items })
}

/// Decides about a unit. Said again for the same days it changes nothing.
pub async fn decide(ctx: &Ctx, id: UnitId, given: DecideEntitlement) -> Result<UnitDecisions> {
    let scope = ctx.permit(Action::EntitlementOverride)?;
    let mut checks = Checks::new();
    let reason = checks.lines("/reason", &given.reason, MAX_REASON);
    if reason.trim().is_empty() {
        checks.wrong("/reason", REQUIRED);
    }
    checks.done()?;
    let mut tx = ctx.begin().await?;
    let unit = unit::get(&mut tx, id, &scope).await?;
    let from = match given.from {
        Some(day) => day,
        None => settings::day_of(&mut tx, ctx.now()).await?,
    };
    if given.until.is_some_and(|last| last < from) {
        return Err(Error::field("/until", UNTIL_FIRST));
    }
    let decision = Decision {
        from,
        until: given.until,
        charges: given.charges,
    };
    let before = made(&mut tx, id).await?;
    let last = before.first();
    if last.is_some_and(|last| last.decision == decision && last.reason == reason) {
        tx.unchanged().await?;
        return Ok(UnitDecisions { items: before });
    }
    if decision.charges.is_none() && holding(&bare(&before), from).is_none() {
        return Err(Error::refused(NOTHING_TO_LIFT));
    }
    let new = row(&decision, &reason, tx.at())?;
    unit::add_decision(&mut tx, id, &new).await?;
    let entry = AuditEntry::new("unit.entitlement", "unit", id)
        .detail(json!({ "decision": decision, "reason": reason }));
    let answer = UnitDecisions {
        items: made(&mut tx, id).await?,
    };
    ctx.finish(tx, Receipt::new(entry).event(changed(&unit)), answer)
        .await
}

/// The decision that holds for a unit on a day.
pub(crate) async fn decided(
    conn: &mut Conn,
    id: UnitId,
    on: Date,
) -> Result<Option<UnitDecisionView>> {
    let made = made(conn, id).await?;
    let held = holding(&bare(&made), on).cloned();
    Ok(made
        .into_iter()
        .find(|one| held.as_ref() == Some(&one.decision)))
}

fn bare(made: &[UnitDecisionView]) -> Vec<Decision> {
    made.iter().map(|one| one.decision.clone()).collect()
}

async fn made(conn: &mut Conn, id: UnitId) -> Result<Vec<UnitDecisionView>> {
    let rows = unit::decisions(conn, id).await?;
    let authors: Vec<String> = rows.iter().map(|row| row.author.clone()).collect();
    let names = person::names(conn, &authors).await?;
    let view = |row: Kept| {
        let by_name = names.get(&row.author).cloned();
        view(row, by_name)
    };
    rows.into_iter().map(view).collect()
}

fn view(row: Kept, by_name: Option<String>) -> Result<UnitDecisionView> {
    let charges = row.charges.as_deref().map(serde_json::from_str).transpose();
    Ok(UnitDecisionView {
        seq: row.seq,
        at: row.at,
        by: row.author,
        by_name,
        decision: Decision {
            from: row.from,
            until: row.until,
            charges: charges.map_err(Error::internal)?,
        },
        reason: row.reason,
    })
}

fn row(decision: &Decision, reason: &str, at: Timestamp) -> Result<Kept> {
    let charges = decision
        .charges
        .map(|charges| serde_json::to_string(&charges));
    Ok(Kept {
        seq: 0,
        at,
        author: String::new(),
        from: decision.from,
        until: decision.until,
        charges: charges.transpose().map_err(Error::internal)?,
        reason: reason.to_owned(),
    })
}
