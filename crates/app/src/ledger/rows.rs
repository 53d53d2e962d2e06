//! The promises themselves, each with the case that proves it.

use domain::access::Action;
use domain::ids::{AgreementId, CaseId, EventId};
use domain::milestone::Milestone;
use domain::obligation::State;
use jiff::Timestamp;
use serde::Serialize;
use store::ledger::{self, LedgerCursor, LedgerRow};
use utoipa::ToSchema;

use super::ask::AskLedger;
use super::headings::Headings;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::page::{BAD_CURSOR, Page, PageSize};

/// One promise of the ledger.
#[derive(Debug, Serialize, ToSchema)]
pub struct LedgerRowView {
    /// Absent for a recurring duty, which is owed under the agreement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<AgreementId>,
    /// The case's, or for a duty the agreement's: `FW-20261122-0007`.
    pub number: String,
    pub clause: String,
    pub heading: String,
    /// Which occurrence of the promise on this case, from 1.
    pub cycle: u32,
    pub from: Milestone,
    pub to: Milestone,
    pub state: State,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub started_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub due_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub ended_at: Option<Timestamp>,
    /// Natural time outside the limit; negative when an appointment was met too early. Of what is broken and still owed it
    /// runs up to now; what is excused has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late_minutes: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excuse: Option<String>,
    /// The fact of the case that ended it.
    #[schema(value_type = Option<String>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<EventId>,
    /// The title of the plan that promises it.
    pub plan_title: String,
    pub severity: String,
    /// What the plan calls that level; empty where the case has none.
    pub severity_name: String,
    pub region: String,
    /// What the company calls that region; empty where the case has none.
    pub region_name: String,
    pub customer_name: String,
    pub owner_name: String,
    pub branch_name: String,
}

/// The promises of a period, newest first.
pub async fn rows(ctx: &Ctx, ask: &AskLedger) -> Result<Page<LedgerRowView>> {
    let scope = ctx.permit(Action::LedgerRead)?;
    let size = PageSize::new(ask.limit);
    let after = ask.after.as_deref().map(cursor).transpose()?;
    let mut read = ctx.read().await?;
    let zone = crate::settings::zone(&mut read).await?;
    let now = ctx.now();
    let filter = ask.filter(ask.period(now, &zone)?, &zone, now);
    let found = ledger::page(&mut read, &filter, &scope, after.as_ref(), size.get() + 1).await?;
    let page = Page::cut(found, size, |last| said(&last.cursor()));
    let mut headings = Headings::new(ctx.language);
    headings.read_regions(&mut read).await?;
    for row in &page.items {
        headings
            .read_clause(
                &mut read,
                &row.plan_version.to_string(),
                row.promise.clause.as_str(),
            )
            .await?;
    }
    Ok(page.map(|row| view(row, &headings, now)))
}

pub(super) fn view(row: LedgerRow, headings: &Headings, now: Timestamp) -> LedgerRowView {
    let promise = row.promise;
    let version = row.plan_version.to_string();
    let heading = headings.clause(&version, promise.clause.as_str());
    LedgerRowView {
        case: row.case,
        agreement: row.agreement,
        number: row.number,
        clause: promise.clause.to_string(),
        heading,
        cycle: promise.cycle,
        from: promise.from,
        to: promise.to,
        state: promise.state,
        started_at: promise.started_at,
        due_at: promise.due_at,
        ended_at: promise.ended_at,
        late_minutes: promise.late_ms_at(now).map(|late| late / 60_000),
        excuse: promise.excuse,
        ended_by: promise.ended_by,
        plan_title: headings.title(&version),
        severity_name: headings.level(&version, &row.severity),
        severity: row.severity,
        region_name: headings.region(&row.region),
        region: row.region,
        customer_name: row.customer_name,
        owner_name: row.owner_name,
        branch_name: row.branch_name,
    }
}

fn said(place: &LedgerCursor) -> String {
    format!(
        "{}.{}.{}.{}",
        place.counted_at.as_millisecond(),
        place.subject,
        place.cycle,
        place.clause
    )
}

fn cursor(text: &str) -> Result<LedgerCursor> {
    let wrong = || Error::field("?after", BAD_CURSOR);
    let parts: Vec<&str> = text.splitn(4, '.').collect();
    let [at, subject, cycle, clause] = parts[..] else {
        return Err(wrong());
    };
    let is_case = subject.parse::<CaseId>().is_ok();
    if !is_case && subject.parse::<AgreementId>().is_err() {
        return Err(wrong());
    }
    let at = at.parse().map_err(|_| wrong())?;
    Ok(LedgerCursor {
        counted_at: Timestamp::from_millisecond(at).map_err(|_| wrong())?,
        subject: subject.to_owned(),
        clause: clause.to_owned(),
        cycle: cycle.parse().map_err(|_| wrong())?,
    })
}
