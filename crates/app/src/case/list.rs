//! Lists of cases: what breaks next comes first; among ended ones, what ended last.

use domain::access::Action;
use domain::case::Phase;
use domain::case::intake::Channel;
use domain::ids::{CaseId, CustomerId, OrgUnitId, PersonId, PlanId, UnitId};
use domain::milestone::Milestone;
use domain::obligation::{Calendars, Obligation, State, Warning};
use domain::plan::EffectivePlan;
use domain::slug::{CalendarName, ClauseId, RegionKey, SeverityId};
use domain::time::Limit;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::case::{self, CaseCursor, CaseFilter, CaseOrder, CaseRow, CaseSort};
use store::{Conn, Scope};
use utoipa::{IntoParams, ToSchema};

use super::called::Called;
use super::name::name;
use super::reading::{ClockReading, Running, reading};
use crate::calendars::in_force;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::page::{BAD_CURSOR, Page, PageSize};
use crate::search;

/// Farthest a list is counted.
const MAX_COUNT: u32 = 1_000;

crate::messages! {
    NOT_OF_ENDED = "sort-not-of-ended", "已结束的服务单只能按结束时间或报修时间排序。",
        "Ended cases are sorted by when they ended or were reported only.";
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SortCases {
    /// When the next promise breaks; among ended cases when they ended.
    Due,
    Reported,
    /// By the places that plans give their levels, the gravest first; cases without one last. Open cases only.
    Severity,
    /// How far they have come. Open cases only.
    Phase,
    /// The cases of a customer together. Open cases only.
    Customer,
}

impl SortCases {
    const fn stored(self) -> CaseSort {
        match self {
            Self::Due => CaseSort::Due,
            Self::Reported => CaseSort::Reported,
            Self::Severity => CaseSort::Severity,
            Self::Phase => CaseSort::Phase,
            Self::Customer => CaseSort::Customer,
        }
    }
}

/// Which cases to list: of open ones that which breaks next first, of ended ones that which ended last.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a filter of its own, named in the query"
)]
pub struct ListCases {
    /// Only the cases I own or go to.
    #[serde(default)]
    pub mine: bool,
    /// Ended cases instead of open ones.
    #[serde(default)]
    pub ended: bool,
    /// How far they have come; an ended phase asks for ended cases.
    #[param(value_type = Option<String>)]
    pub phase: Option<Phase>,
    #[param(value_type = Option<String>)]
    pub severity: Option<SeverityId>,
    /// Any version of this plan.
    #[param(value_type = Option<String>)]
    pub plan: Option<PlanId>,
    #[param(value_type = Option<String>)]
    pub region: Option<RegionKey>,
    #[param(value_type = Option<String>)]
    pub customer: Option<CustomerId>,
    #[param(value_type = Option<String>)]
    pub unit: Option<UnitId>,
    #[param(value_type = Option<String>)]
    pub owner: Option<PersonId>,
    /// The place in the company tree that serves it, and what is below it.
    #[param(value_type = Option<String>)]
    pub branch: Option<OrgUnitId>,
    /// Only those nobody answers for.
    #[serde(default)]
    pub unowned: bool,
    /// Only those with a clock that stands still.
    #[serde(default)]
    pub paused: bool,
    /// Only those of which a promise breaks within so many hours, or broke and is still owed.
    pub due_within_hours: Option<u16>,
    /// Only those with a broken promise.
    #[serde(default)]
    pub broken: bool,
    /// Only those with a complaint not settled.
    #[serde(default)]
    pub complaint: bool,
    /// Words, each part of number, name, telephone, address or content; or what finds the customer or the unit.
    #[serde(default)]
    pub text: String,
    /// Tell also what customers, units and levels are called, as far as the caller may see them.
    #[serde(default)]
    pub named: bool,
    /// In another order than that of what breaks next, or of what ended last.
    #[param(inline)]
    pub sort: Option<SortCases>,
    /// The other way round; with `sort` only.
    #[serde(default)]
    pub descending: bool,
    pub after: Option<String>,
    pub limit: Option<u32>,
}

/// A case as a line of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseSummary {
    pub id: CaseId,
    /// `FW-20261122-0007`.
    pub number: String,
    pub version: i64,
    pub phase: Phase,
    pub is_paused: bool,
    pub severity: Option<SeverityId>,
    /// What the plan calls that level; told where the list was asked for names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity_name: Option<String>,
    pub channel: Channel,
    pub name: String,
    /// The first words of what is wrong.
    pub content: String,
    pub customer: Option<CustomerId>,
    /// What the customer is called; told where the list was asked for names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_name: Option<String>,
    pub unit: Option<UnitId>,
    /// Product, model and serial number of the unit; told where the list was asked for names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_name: Option<String>,
    pub owner: Option<PersonId>,
    #[schema(value_type = String, format = DateTime)]
    pub reported_at: Timestamp,
    /// When it was closed, cancelled or merged.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
    pub has_complaint: bool,
    /// Promises broken so far.
    pub broken: u32,
    /// The promise that breaks next, or broke first and is still owed.
    pub next: Option<PromiseSummary>,
}

/// How many cases a list has.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseCount {
    /// At most 1,000.
    pub count: i64,
    /// Whether there are more.
    pub is_more: bool,
}

/// A promise as a line of a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PromiseSummary {
    pub clause: ClauseId,
    pub heading: String,
    pub cycle: u32,
    pub from: Milestone,
    pub to: Milestone,
    pub state: State,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub started_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub target_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub due_at: Option<Timestamp>,
    pub warnings: Vec<Warning>,
    #[schema(value_type = Option<String>)]
    pub limit: Option<Limit>,
    /// The calendar it is counted in.
    pub calendar: CalendarName,
    /// How the clock stands; told for running clocks of working time.
    pub clock: Option<ClockReading>,
}

impl PromiseSummary {
    pub(super) fn of(row: &Obligation, plan: &EffectivePlan, language: Language) -> Self {
        let said = plan.wording_of(&row.clause, language);
        Self {
            clause: row.clause.clone(),
            heading: said.map(|said| said.heading).unwrap_or_default(),
            cycle: row.cycle,
            from: row.from,
            to: row.to,
            state: row.state,
            started_at: row.started_at,
            target_at: row.target_at,
            due_at: row.due_at,
            warnings: row.warnings.clone(),
            limit: row.limit,
            calendar: row.calendar.clone(),
            clock: None,
        }
    }
}

/// Lists cases within the caller's scope.
pub async fn list(ctx: &Ctx, asked: &ListCases) -> Result<Page<CaseSummary>> {
    let scope = ctx.permit(Action::CaseRead)?;
    let size = PageSize::new(asked.limit);
    let after = asked.after.as_deref().map(cursor).transpose()?;
    let mut read = ctx.read().await?;
    let filter = filter(ctx, &mut read, asked).await?;
    let rows = case::page(&mut read, &filter, after.as_ref(), &scope, size.get() + 1).await?;
    let page = Page::cut(rows, size, |row: &CaseRow| {
        let CaseCursor { group, key, id } = filter.place(row);
        format!("{group}.{key}.{id}")
    });
    let now = ctx.now();
    let calendars = in_force(&mut read).await?.calendars;
    let called = Called::read(&mut read, &page.items, ctx.language).await?;
    let plans: Vec<_> = page.items.iter().map(|row| row.plan_version).collect();
    let mut items = Vec::with_capacity(page.items.len());
    for row in page.items {
        items.push(summary(&calendars, row, now, &called)?);
    }
    if asked.named {
        name(ctx, &mut read, &mut items, &plans).await?;
    }
    Ok(Page {
        items,
        next: page.next,
    })
}

/// Counts the cases of a list within the caller's scope.
pub async fn count(ctx: &Ctx, asked: &ListCases) -> Result<CaseCount> {
    let scope = ctx.permit(Action::CaseRead)?;
    let mut read = ctx.read().await?;
    let filter = filter(ctx, &mut read, asked).await?;
    let found = case::count(&mut read, &filter, &scope, MAX_COUNT + 1).await?;
    let most = i64::from(MAX_COUNT);
    Ok(CaseCount {
        count: found.min(most),
        is_more: found > most,
    })
}

/// What a list asks for, for every way of reading it: pages, counts and exports must not differ.
pub(super) async fn filter(ctx: &Ctx, conn: &mut Conn, asked: &ListCases) -> Result<CaseFilter> {
    let within = |hours: u16| {
        ctx.now()
            .checked_add(SignedDuration::from_hours(i64::from(hours)))
            .ok()
    };
    let ends = asked.phase.is_some_and(|phase| !phase.is_open());
    let open = !asked.ended && !ends;
    Ok(CaseFilter {
        open: Some(open),
        order: order(asked, open)?,
        phase: asked.phase,
        severity: asked.severity.clone(),
        customer: asked.customer,
        unit: asked.unit,
        owner: asked.owner,
        person: asked.mine.then(|| ctx.person()),
        plan: asked.plan,
        region: asked.region.clone(),
        branch: asked.branch,
        unowned: asked.unowned,
        paused: asked.paused,
        due_before: asked.due_within_hours.and_then(within),
        broken: asked.broken,
        complaint: asked.complaint,
        text: asked.text.trim().to_owned(),
        named: search::named(ctx, conn, &asked.text).await?,
    })
}

fn order(asked: &ListCases, open: bool) -> Result<Option<CaseOrder>> {
    let descending = asked.descending;
    let of_open = [SortCases::Severity, SortCases::Phase, SortCases::Customer];
    match asked.sort {
        Some(sort) if !open && of_open.contains(&sort) => Err(Error::field("?sort", NOT_OF_ENDED)),
        sort => Ok(sort.map(|sort| CaseOrder {
            by: sort.stored(),
            descending,
        })),
    }
}

/// `group.key.id`; the group is empty where a list has none.
fn cursor(text: &str) -> Result<CaseCursor> {
    let bad = || Error::field("?after", BAD_CURSOR);
    let (group, rest) = text.split_once('.').ok_or_else(bad)?;
    let (key, id) = rest.split_once('.').ok_or_else(bad)?;
    Ok(CaseCursor {
        group: group.to_owned(),
        key: key.parse().map_err(|_| bad())?,
        id: id.parse::<CaseId>().map_err(|_| bad())?.to_string(),
    })
}

/// Longest piece of the content a list shows, in characters.
const EXCERPT: usize = 120;

pub(super) fn summary(
    calendars: &Calendars,
    row: CaseRow,
    now: Timestamp,
    called: &Called,
) -> Result<CaseSummary> {
    let next = called.next_promise(&row)?;
    Ok(CaseSummary {
        id: row.id,
        number: row.number,
        version: row.version,
        phase: row.digest.phase,
        is_paused: row.digest.is_paused,
        severity: row.digest.severity,
        severity_name: None,
        channel: row.channel,
        name: row.name,
        content: row.content.chars().take(EXCERPT).collect(),
        customer: row.customer,
        customer_name: None,
        unit: row.unit,
        unit_name: None,
        owner: row.owner,
        reported_at: row.reported_at,
        ended_at: row.digest.ended_at.filter(|_| !row.digest.phase.is_open()),
        has_complaint: row.digest.has_complaint,
        broken: row.digest.broken,
        next: next.map(|promise| promise.seen_at(calendars, now)),
    })
}

impl PromiseSummary {
    /// A clock that has run out since its case was last written is broken, whatever the list remembers.
    pub(super) fn seen_at(self, calendars: &Calendars, now: Timestamp) -> Self {
        let runs = matches!(self.state, State::Running | State::Paused);
        let is_over = self.due_at.is_some_and(|due| due <= now);
        let state = if runs && is_over {
            State::Broken
        } else {
            self.state
        };
        let running = Running {
            state,
            limit: self.limit,
            calendar: &self.calendar,
            due_at: self.due_at,
        };
        let clock = reading(calendars, running, now);
        Self {
            state,
            clock,
            ..self
        }
    }
}

/// The scope of what a caller may see of cases, for other views of them.
pub(super) fn read_scope(ctx: &Ctx) -> Result<Scope> {
    ctx.permit(Action::CaseRead)
}
