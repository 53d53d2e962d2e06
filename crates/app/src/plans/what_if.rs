//! What-if (试算): the cases of a past period under a plan, beside what really happened.
//!
//! One call judges a bounded number of cases and says where to go on, so that a long period shows progress, can be stopped
//! at any moment, and holds no connection for long. Nothing is written.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::ids::{CaseId, PlanId};
use domain::money::Fen;
use domain::plan::{EffectivePlan, Plan};
use domain::what_if::{self, Outcomes, Tally};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use store::case::{self, CaseRow};
use store::{Conn, Scope, agreement, plan};
use utoipa::{IntoParams, ToSchema};

use super::{PERIOD_BACKWARDS, PERIOD_LONG, PLAN_ZONE};
use crate::agreements::applied;
use crate::calendars::in_force;
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Cases judged by one call.
const STEP: u32 = 200;
/// Longest period, in days.
const LONGEST: i32 = 1_100;
/// Most a visit may be said to cost, in fen.
const DEAREST: i64 = 100_000_000;

/// What to try.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AskWhatIf {
    /// The first day of report.
    #[param(value_type = String, format = Date)]
    pub from: Date,
    /// The last day of report.
    #[param(value_type = String, format = Date)]
    pub to: Date,
    /// The number of a version; the draft when left out, or the latest version where there is no draft.
    pub number: Option<i64>,
    /// The plan whose cases are taken; the same plan when left out.
    pub cases_of: Option<PlanId>,
    /// What one visit costs, in fen.
    pub visit_fen: Option<i64>,
    /// Where the call before stopped.
    pub after: Option<CaseId>,
}

/// One part of the answer; parts add up.
#[derive(Debug, Serialize, ToSchema)]
pub struct WhatIfView {
    /// Cases of the whole period.
    pub cases: i64,
    /// Cases judged by this call.
    pub judged: u32,
    /// Where to go on; absent when all is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<CaseId>,
    /// Cases graded with a level this plan does not know: their rows by level do not apply.
    pub unknown_levels: u32,
    /// Cases whose agreement does not answer all this plan asks: what it asks promises nothing there.
    pub unanswered: u32,
    pub planned: Outcomes,
    pub actual: Outcomes,
    /// By clause of this plan.
    pub clauses: Vec<ClauseOutcomes>,
    /// Arrivals this plan promises and nobody made.
    pub extra_visits: u32,
    /// Planned visits under this plan less those under the plan the cases had; in the first part only.
    pub extra_rounds: i64,
    /// What extra visits and rounds cost, in fen.
    pub extra_cost_fen: i64,
    /// Compensation this plan owes for what it would have broken, in fen.
    pub compensation_fen: i64,
}

/// How one clause would have come out.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClauseOutcomes {
    pub clause: String,
    pub heading: String,
    #[serde(flatten)]
    pub outcomes: Outcomes,
}

/// Tries a plan on what was recorded.
pub async fn what_if(ctx: &Ctx, id: PlanId, asked: &AskWhatIf) -> Result<WhatIfView> {
    let scope = ctx.permit(Action::LedgerRead)?;
    let (days, visit) = checked(asked)?;
    let mut read = ctx.app.db.snapshot().await?;
    let row = plan::get(&mut read, id).await?;
    let (body, _) = super::render::edition(&mut read, row, asked.number).await?;
    let of = asked.cases_of.unwrap_or(id);
    let zone = TimeZone::get(&body.zone).unwrap_or(TimeZone::UTC);
    let period = store::what_if::Period {
        plan: of,
        from: first_moment(asked.from, &zone)?,
        until: first_moment(asked.to.saturating_add(1.days()), &zone)?,
    };
    let cases = store::what_if::count(&mut read, &period, &scope).await?;
    let rows = store::what_if::page(&mut read, &period, asked.after, &scope, STEP).await?;
    let mut trial = Trial::new(&mut read, body, ctx.now()).await?;
    for row in &rows {
        trial.judge(&mut read, row).await?;
    }
    let extra_rounds = match asked.after {
        None => rounds(&mut read, &trial.plan, of, days, &scope).await?,
        Some(_) => 0,
    };
    let next = (rows.len() == STEP as usize)
        .then(|| rows.last().map(|row| row.id))
        .flatten();
    trial.view(cases, rows.len(), next, extra_rounds, visit)
}

fn checked(asked: &AskWhatIf) -> Result<(u32, Fen)> {
    let days = (asked.to - asked.from).get_days();
    let mut checks = Checks::new();
    if days < 0 {
        checks.wrong("?to", PERIOD_BACKWARDS);
    } else if days > LONGEST {
        checks.wrong(
            "?from",
            crate::Text::from(PERIOD_LONG).with("days", LONGEST),
        );
    }
    let visit = asked.visit_fen.unwrap_or_default();
    if !(0..=DEAREST).contains(&visit) {
        checks.wrong("?visit_fen", super::VISIT_COST);
    }
    checks.done()?;
    Ok((
        u32::try_from(days + 1).map_err(Error::internal)?,
        Fen(visit),
    ))
}

fn first_moment(day: Date, zone: &TimeZone) -> Result<Timestamp> {
    let start = day.to_zoned(zone.clone()).map_err(Error::internal)?;
    Ok(start.timestamp())
}

/// Planned visits to every unit under agreements of a plan: what the tried plan adds to its latest version.
async fn rounds(
    conn: &mut Conn,
    tried: &Plan,
    of: PlanId,
    days: u32,
    scope: &Scope,
) -> Result<i64> {
    let row = plan::get(conn, of).await?;
    let now = if row.latest_number == 0 {
        0
    } else {
        let version = plan::version_by_number(conn, of, row.latest_number).await?;
        what_if::rounds(&version.body, days)
    };
    let units = store::what_if::units(conn, of, scope).await?;
    Ok((i64::from(what_if::rounds(tried, days)) - i64::from(now)).saturating_mul(units))
}

/// A plan being tried.
struct Trial {
    plan: Plan,
    bare: EffectivePlan,
    by_agreement: BTreeMap<String, Option<EffectivePlan>>,
    calendars: domain::obligation::Calendars,
    now: Timestamp,
    planned: Tally,
    actual: Tally,
    unknown_levels: u32,
    unanswered: u32,
}

impl Trial {
    async fn new(conn: &mut Conn, plan: Plan, now: Timestamp) -> Result<Self> {
        Ok(Self {
            bare: EffectivePlan::draft(plan.clone()).map_err(|_| Error::refused(PLAN_ZONE))?,
            plan,
            by_agreement: BTreeMap::new(),
            calendars: in_force(conn).await?.calendars,
            now,
            planned: Tally::default(),
            actual: Tally::default(),
            unknown_levels: 0,
            unanswered: 0,
        })
    }

    async fn judge(&mut self, conn: &mut Conn, row: &CaseRow) -> Result<()> {
        let facts = case::events(conn, row.id).await?;
        let kept = case::obligations(conn, row.id).await?;
        self.actual.add(&kept);
        let known = |level: &_| {
            self.plan
                .severities
                .iter()
                .any(|severity| severity.id == *level)
        };
        self.unknown_levels += u32::from(what_if::levels(&facts).any(|level| !known(level)));
        let in_force = self.applied(conn, row).await?;
        let plan = in_force.as_ref().unwrap_or(&self.bare);
        self.planned
            .add_case(plan, &self.calendars, &facts, self.now);
        Ok(())
    }

    /// The plan as the case's agreement would apply it; `None` where the agreement lacks an answer.
    async fn applied(&mut self, conn: &mut Conn, row: &CaseRow) -> Result<Option<EffectivePlan>> {
        let Some(id) = row.agreement else {
            return Ok(None);
        };
        let key = id.to_string();
        if !self.by_agreement.contains_key(&key) {
            let agreement = agreement::get(conn, id, &Scope::All).await?;
            let plan = applied(conn, &self.plan, &agreement).await.ok();
            let plan = plan.and_then(|applied| EffectivePlan::of(applied).ok());
            self.by_agreement.insert(key.clone(), plan);
        }
        let plan = self.by_agreement.get(&key).cloned().flatten();
        self.unanswered += u32::from(plan.is_none());
        Ok(plan)
    }

    fn view(
        self,
        cases: i64,
        judged: usize,
        next: Option<CaseId>,
        extra_rounds: i64,
        visit: Fen,
    ) -> Result<WhatIfView> {
        let extra = i64::from(self.planned.visits_owed).saturating_add(extra_rounds);
        let clauses = self
            .plan
            .clauses
            .iter()
            .filter_map(|clause| {
                Some(ClauseOutcomes {
                    clause: clause.id.to_string(),
                    heading: clause.heading.clone(),
                    outcomes: self.planned.by_clause.get(&clause.id)?.clone(),
                })
            })
            .collect();
        Ok(WhatIfView {
            cases,
            judged: u32::try_from(judged).map_err(Error::internal)?,
            next,
            unknown_levels: self.unknown_levels,
            unanswered: self.unanswered,
            planned: self.planned.all,
            actual: self.actual.all,
            clauses,
            extra_visits: self.planned.visits_owed,
            extra_rounds,
            extra_cost_fen: visit.0.saturating_mul(extra),
            compensation_fen: self.planned.compensation.0,
        })
    }
}
