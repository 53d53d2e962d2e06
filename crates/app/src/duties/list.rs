//! The duties of an agreement, or of a unit's agreements.

use domain::access::Action;
use domain::duty::DutyEvent;
use domain::ids::{AgreementId, UnitId};
use domain::obligation::{Obligation, State};
use domain::plan::clauses::duty::{Deliverable, DutyKind};
use domain::plan::clauses::parts::Parts;
use domain::plan::{Clause, EffectivePlan, Promise};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::{Conn, Scope, StoreError, agreement, duty, unit};
use utoipa::ToSchema;

use super::open::Opened;
use super::{DONE_ALREADY, NOT_BROKEN};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::view::{ActionView, actions};

/// Days of the past that a list shows of what is settled; what is open is shown however old.
const SETTLED_DAYS: i64 = 366;

/// One occurrence of a duty.
#[derive(Debug, Serialize, ToSchema)]
pub struct DutyView {
    pub agreement: AgreementId,
    pub agreement_number: String,
    pub agreement_title: String,
    #[serde(flatten)]
    pub obligation: Obligation,
    pub heading: String,
    pub sentence: String,
    /// What is done; absent for the notice that production ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<DutyKind>,
    /// What it must deliver.
    pub delivers: Vec<Deliverable>,
    /// What was noted about it, in the order it was recorded.
    pub facts: Vec<DutyEvent>,
    pub actions: Vec<ActionView>,
}

/// Occurrences by due time.
#[derive(Debug, Serialize, ToSchema)]
pub struct DutyList {
    pub items: Vec<DutyView>,
}

/// The occurrences under an agreement inside the caller's scope, up to the horizon.
pub async fn of_agreement(ctx: &Ctx, id: AgreementId) -> Result<DutyList> {
    let scope = ctx.permit(Action::AgreementRead)?;
    let mut read = ctx.read().await?;
    let items = listed(ctx, &mut read, id, &scope).await?;
    Ok(DutyList { items })
}

/// The occurrences under the agreements of a unit, as far as the caller may see these.
pub async fn of_unit(ctx: &Ctx, id: UnitId) -> Result<DutyList> {
    let scope = ctx.permit(Action::UnitRead)?;
    let mut read = ctx.read().await?;
    unit::get(&mut read, id, &scope).await?;
    let Ok(agreements) = ctx.permit(Action::AgreementRead) else {
        return Ok(DutyList { items: Vec::new() });
    };
    let mut items = Vec::new();
    for agreement in duty::agreements_of_unit(&mut read, id).await? {
        match listed(ctx, &mut read, agreement, &agreements).await {
            Ok(some) => items.extend(some),
            Err(error) if error.kind == crate::Kind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    items.sort_by_key(|item| item.obligation.due_at);
    Ok(DutyList { items })
}

async fn listed(
    ctx: &Ctx,
    conn: &mut Conn,
    id: AgreementId,
    scope: &Scope,
) -> Result<Vec<DutyView>> {
    let found: Result<_, StoreError> = agreement::get(conn, id, scope).await;
    let opened = Opened::load(conn, found?).await?;
    Ok(views(ctx, &opened))
}

/// The occurrences of duties that were loaded, as the caller sees them now.
pub(super) fn views(ctx: &Ctx, opened: &Opened) -> Vec<DutyView> {
    let now = ctx.now();
    let since = now - SignedDuration::from_hours(24 * SETTLED_DAYS);
    let mut rows = opened.rows(now);
    rows.retain(|row| !row.state.is_final() || is_since(row, since));
    rows.sort_by_key(|row| (row.due_at, row.clause.clone(), row.cycle));
    rows.into_iter()
        .filter_map(|row| view(ctx, opened, row))
        .collect()
}

fn is_since(row: &Obligation, since: Timestamp) -> bool {
    row.due_at.is_none_or(|due| due >= since)
}

fn view(ctx: &Ctx, opened: &Opened, row: Obligation) -> Option<DutyView> {
    let (clause, what, delivers) = duty_of(&opened.plan, &row)?;
    let about = |event: &&DutyEvent| event.clause == row.clause && event.cycle == row.cycle;
    let done = row.ended_by.is_some() || row.state == State::Cancelled;
    let unless = |wrong: bool, message| {
        if wrong {
            Err(Error::refused(message))
        } else {
            Ok(())
        }
    };
    let work = || {
        ctx.may(Action::VisitWork)
            .and_then(|()| unless(done, DONE_ALREADY))
    };
    let excuse = || {
        ctx.may(Action::LedgerExcuse)
            .and_then(|()| unless(row.broken_at.is_none(), NOT_BROKEN))
    };
    let checks = [
        ("done", work()),
        ("partly_done", work()),
        ("excuse", excuse()),
    ];
    Some(DutyView {
        agreement: opened.agreement.id,
        agreement_number: opened.agreement.number.clone(),
        agreement_title: opened.agreement.title.clone(),
        heading: clause.heading.clone(),
        sentence: clause.text.clone(),
        what,
        delivers,
        facts: opened.facts.iter().filter(about).cloned().collect(),
        actions: actions(ctx.language, checks),
        obligation: row,
    })
}

fn duty_of<'a>(
    plan: &'a EffectivePlan,
    row: &Obligation,
) -> Option<(&'a Clause, Option<DutyKind>, Vec<Deliverable>)> {
    let clause = plan.clause(&row.clause)?;
    match &clause.promise {
        Promise::RecurringDuty(duty) => Some((clause, Some(duty.what), duty.delivers.clone())),
        Promise::Parts(Parts::EndOfProductionNotice { .. }) => Some((clause, None, Vec::new())),
        _ => None,
    }
}
