//! Whether a case is covered: the advice of the plan, and what a person decided, each kept with its reasons.

use domain::access::Action;
use domain::entitlement::Advice;
use domain::ids::CaseId;
use domain::plan::clauses::coverage::{Cause, Charges, Subject};
use domain::slug::ComponentClass;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{AuditEntry, Conn, Receipt, Scope, case, person};
use utoipa::ToSchema;

use super::act::changed;
use super::refresh::json as written;
use crate::check::{Checks, REQUIRED};
use crate::ctx::Ctx;
use crate::entitlement::{Ask, advice};
use crate::error::{Error, Result};

const MAX_REASON: usize = 4_000;

crate::messages! {
    NO_UNIT = "case-without-unit", "服务单没有关联设备，无法判定保修。", "The case names no unit; there is nothing to ask the warranty of.";
}

/// Checks the entitlement of a case, and decides otherwise where a person does.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckEntitlement {
    /// Why it is faulty; what the case says when left out.
    #[serde(default)]
    pub cause: Option<Cause>,
    /// What is to be done; a repair when left out.
    #[serde(default)]
    pub subject: Option<Subject>,
    /// The class of the faulty component, when it is not the whole unit.
    #[serde(default)]
    pub component: Option<ComponentClass>,
    /// What the customer pays, where a person decides otherwise than the advice.
    #[serde(default)]
    pub decision: Option<Charges>,
    /// Why a person decides otherwise.
    #[serde(default)]
    pub reason: String,
}

/// One check of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckedEntitlement {
    /// Its number within the case, from 1.
    pub seq: u32,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Id of the person.
    pub by: String,
    /// What the person is called; absent where it was no person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_name: Option<String>,
    pub advice: Advice,
    /// What a person decided instead.
    pub decision: Option<Charges>,
    pub reason: String,
}

/// All checks of a case, the oldest first; the last one holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseEntitlement {
    pub items: Vec<CheckedEntitlement>,
}

/// The checks of a case.
pub async fn entitlement(ctx: &Ctx, id: CaseId) -> Result<CaseEntitlement> {
    let scope = ctx.permit(Action::CaseRead)?;
    let mut read = ctx.read().await?;
    case::get(&mut read, id, &scope).await?;
    all(&mut read, id).await
}

/// Asks the plan whether the case is covered and keeps the answer, with a person's own decision where there is one. It
/// advises and records; it never stops anybody's work.
pub async fn check_entitlement(
    ctx: &Ctx,
    id: CaseId,
    given: CheckEntitlement,
) -> Result<CaseEntitlement> {
    let action = match given.decision {
        Some(_) => Action::EntitlementOverride,
        None => Action::CaseWork,
    };
    let scope = ctx.permit(action)?;
    let mut checks = Checks::new();
    let reason = checks.lines("/reason", &given.reason, MAX_REASON);
    if given.decision.is_some() && reason.trim().is_empty() {
        checks.wrong("/reason", REQUIRED);
    }
    checks.done()?;
    let mut tx = ctx.begin().await?;
    let row = case::get(&mut tx, id, &scope).await?;
    let unit = row.unit.ok_or_else(|| Error::refused(NO_UNIT))?;
    let day = crate::settings::day_of(&mut tx, row.reported_at).await?;
    let ask = Ask {
        on: Some(day),
        cause: given.cause.or(row.digest.cause),
        subject: given.subject,
        component: given.component,
    };
    let found = advice(ctx, &mut tx, unit, &Scope::All, &ask).await?;
    // Without a decision of its own the case follows the one about its unit, if one holds.
    let of_unit = found.decision.as_ref().filter(|_| given.decision.is_none());
    let charges = given
        .decision
        .or(of_unit.and_then(|unit| unit.decision.charges));
    let reason = match of_unit {
        Some(unit) if reason.trim().is_empty() => unit.reason.clone(),
        _ => reason,
    };
    let decision = charges.map(|charges| written(&charges)).transpose()?;
    case::add_entitlement(
        &mut tx,
        id,
        &written(&found.advice)?,
        decision.as_deref(),
        &reason,
    )
    .await?;
    let entry = AuditEntry::new("case.entitlement", "case", id).detail(
        json!({ "covered": found.advice.covered, "decision": charges, "reason": reason,
            "unit_decision": of_unit.map(|unit| unit.seq) }),
    );
    let receipt = Receipt::new(entry).event(changed(&row, "entitlement"));
    let answer = all(&mut tx, id).await?;
    ctx.finish(tx, receipt, answer).await
}

async fn all(conn: &mut Conn, id: CaseId) -> Result<CaseEntitlement> {
    let mut items = Vec::new();
    let all = case::entitlements(conn, id).await?;
    let authors: Vec<String> = all.iter().map(|kept| kept.author.clone()).collect();
    let names = person::names(conn, &authors).await?;
    for kept in all {
        let decision = kept
            .decision
            .as_deref()
            .map(serde_json::from_str)
            .transpose();
        items.push(CheckedEntitlement {
            seq: kept.seq,
            at: kept.at,
            by_name: names.get(&kept.author).cloned(),
            by: kept.author,
            advice: serde_json::from_str(&kept.advice).map_err(Error::internal)?,
            decision: decision.map_err(Error::internal)?,
            reason: kept.reason,
        });
    }
    Ok(CaseEntitlement { items })
}
