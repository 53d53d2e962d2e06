//! Whether a case is covered: the advice of the plan, and what a person decided, each kept with its reasons.

use domain::access::Action;
use domain::case::{Author, CaseEvent, Fact};
use domain::entitlement::Advice;
use domain::ids::CaseId;
use domain::obligation::{History, corrected_standing};
use domain::plan::clauses::coverage::{Cause, Charges, Standing, Subject};
use domain::slug::ComponentClass;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::case::{CaseRow, Judge, NewCheck};
use store::{AuditEntry, Conn, Receipt, Scope, Tx, case, person};
use utoipa::ToSchema;

use super::act::changed;
use super::open::Opened;
use super::refresh::json as written;
use crate::check::{Checks, REQUIRED};
use crate::ctx::Ctx;
use crate::entitlement::{Ask, EntitlementView, advice, found};
use crate::error::{Error, Kind, Result};

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
    /// Id of the person; `rules` where the rules judged anew by themselves.
    pub by: String,
    /// What the person is called; absent where it was no person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_name: Option<String>,
    /// The person whose act prompted the rules to judge anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prompted_by_name: Option<String>,
    pub advice: Advice,
    /// What a person decided instead.
    pub decision: Option<Charges>,
    pub reason: String,
}

/// All checks of a case, the oldest first; the last one holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseEntitlement {
    /// What is advised as the case is known now, with what a person put right about it; absent for whoever may not ask about
    /// its unit, and while nothing is promised for that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<EntitlementView>,
    /// The state of warranty or contract as a person put it right; it decides in place of what the dates say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrected: Option<CorrectedStanding>,
    pub items: Vec<CheckedEntitlement>,
}

/// A state of warranty or contract that a person put right.
#[derive(Debug, Serialize, ToSchema)]
pub struct CorrectedStanding {
    pub standing: Standing,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// What the person is called; absent where it was no person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_name: Option<String>,
    pub reason: String,
}

/// The checks of a case, and the advice as it is known now.
pub async fn entitlement(ctx: &Ctx, id: CaseId) -> Result<CaseEntitlement> {
    let scope = ctx.permit(Action::CaseRead)?;
    let mut read = ctx.read().await?;
    let row = case::get(&mut read, id, &scope).await?;
    answer(ctx, &mut read, &row).await
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
    let facts = case::events(&mut tx, id).await?;
    let known = of_case(&mut tx, &row, said(&facts)).await?;
    let ask = Ask {
        cause: given.cause.or(known.cause),
        subject: given.subject,
        component: given.component,
        ..known
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
    let check = NewCheck {
        advice: &written(&found.advice)?,
        decision: decision.as_deref(),
        reason: &reason,
        judge: Judge::Actor,
    };
    case::add_entitlement(&mut tx, id, check).await?;
    let entry = AuditEntry::new("case.entitlement", "case", id).detail(
        json!({ "covered": found.advice.covered, "decision": charges, "reason": reason,
            "unit_decision": of_unit.map(|unit| unit.seq) }),
    );
    let receipt = Receipt::new(entry).event(changed(&row, "entitlement"));
    let answer = answer(ctx, &mut tx, &row).await?;
    ctx.finish(tx, receipt, answer).await
}

/// Keeps the advice anew after the state of warranty or contract was put right from what it was `before`, and the advice
/// given until then if nobody had kept it. What a person decided stands, whatever is advised. It is the rules that judge:
/// the person who put the state right only prompted them.
pub(super) async fn follow(
    ctx: &Ctx,
    tx: &mut Tx,
    opened: &Opened,
    before: Option<Standing>,
    reason: &str,
) -> Result<Vec<AuditEntry>> {
    let after = said(&opened.facts);
    let Some(unit) = opened.row.unit.filter(|_| before != after) else {
        return Ok(Vec::new());
    };
    let id = opened.row.id;
    let kept = case::entitlements(tx, id).await?;
    if kept.last().is_some_and(|last| last.decision.is_some()) {
        return Ok(Vec::new());
    }
    let former = [(before, "")].into_iter().filter(|_| kept.is_empty());
    let mut entries = Vec::new();
    for (standing, reason) in former.chain([(after, reason)]) {
        let ask = of_case(tx, &opened.row, standing).await?;
        if let Some(told) = found(ctx, tx, unit, &Scope::All, &ask).await? {
            let check = NewCheck {
                advice: &written(&told.advice)?,
                decision: None,
                reason,
                judge: Judge::Rules,
            };
            case::add_entitlement(tx, id, check).await?;
            let detail = json!({ "covered": told.advice.covered, "standing": told.advice.standing,
                "prompted_by": tx.origin().actor, "reason": reason });
            let entry = AuditEntry::new("case.entitlement", "case", id);
            entries.push(entry.detail(detail).by_rules());
        }
    }
    Ok(entries)
}

/// The state of warranty or contract as somebody put it right.
pub(super) fn said(facts: &[CaseEvent]) -> Option<Standing> {
    corrected_standing(&History::read(facts))
}

/// Who put the state right that holds, when and why; nothing while what was found at the report holds.
async fn corrected(conn: &mut Conn, facts: &[CaseEvent]) -> Result<Option<CorrectedStanding>> {
    let Some(standing) = said(facts) else {
        return Ok(None);
    };
    let history = History::read(facts);
    let mut put_right = history
        .facts()
        .iter()
        .filter_map(|known| match &known.event.fact {
            Fact::ContextChanged {
                standing: Some(_),
                reason,
                ..
            } => Some((known.event, reason)),
            _ => None,
        });
    let Some((event, reason)) = put_right.next_back() else {
        return Ok(None);
    };
    let by_name = match event.by {
        Author::Person { person } => {
            let id = person.to_string();
            let names = person::names(conn, std::slice::from_ref(&id)).await?;
            names.get(&id).cloned()
        }
        Author::Customer | Author::System => None,
    };
    Ok(Some(CorrectedStanding {
        standing,
        at: event.recorded_at,
        by_name,
        reason: reason.clone(),
    }))
}

/// What to ask about a case.
async fn of_case(conn: &mut Conn, row: &CaseRow, standing: Option<Standing>) -> Result<Ask> {
    Ok(Ask {
        on: Some(crate::settings::day_of(conn, row.reported_at).await?),
        cause: row.digest.cause,
        subject: None,
        component: None,
        standing,
    })
}

async fn answer(ctx: &Ctx, conn: &mut Conn, row: &CaseRow) -> Result<CaseEntitlement> {
    let facts = case::events(conn, row.id).await?;
    let now = match (row.unit, ctx.permit(Action::EntitlementRead)) {
        (Some(unit), Ok(scope)) => {
            let ask = of_case(conn, row, said(&facts)).await?;
            match found(ctx, conn, unit, &scope, &ask).await {
                // Whoever works on a case need not see the unit's file.
                Err(error) if error.kind == Kind::NotFound => None,
                told => told?,
            }
        }
        _ => None,
    };
    Ok(CaseEntitlement {
        now,
        corrected: corrected(conn, &facts).await?,
        items: all(conn, row.id).await?,
    })
}

async fn all(conn: &mut Conn, id: CaseId) -> Result<Vec<CheckedEntitlement>> {
    let mut items = Vec::new();
    let all = case::entitlements(conn, id).await?;
    let people = all
        .iter()
        .flat_map(|kept| [Some(&kept.author), kept.prompted_by.as_ref()]);
    let people: Vec<String> = people.flatten().cloned().collect();
    let names = person::names(conn, &people).await?;
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
            prompted_by_name: kept.prompted_by.and_then(|id| names.get(&id).cloned()),
            by: kept.author,
            advice: serde_json::from_str(&kept.advice).map_err(Error::internal)?,
            decision: decision.map_err(Error::internal)?,
            reason: kept.reason,
        });
    }
    Ok(items)
}
