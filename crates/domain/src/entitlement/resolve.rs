//! From when to when each warranty term of a plan runs for one unit.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use super::facts::{Days, UnitFacts};
use super::season::{CountedSeasons, counted};
use super::two_limits::{ResolvedLimit, TwoLimits};
use crate::calendar::Calendar;
use crate::legal::Floor;
use crate::obligation::Calendars;
use crate::plan::apply::Raised;
use crate::plan::clauses::warranty::{
    Covered, RepairDays, StartDate, Term, Territory, Usage, UsageUnit, WarrantyTerm,
};
use crate::plan::{Clause, EffectivePlan, Promise};
use crate::slug::{ClauseId, ParameterId};
use crate::time::Limit;
use crate::unit::Paper;

/// Repair days extend a term at most this often: each extension may hold further repairs.
const MAX_EXTENSIONS: usize = 100;

/// The warranty of one unit: every term of its plan, resolved. The same facts give the same resolution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct WarrantyResolution {
    /// In the order of the plan; a replaced part has a term of its own after the one it comes from.
    pub terms: Vec<ResolvedTerm>,
}

/// One term, for one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ResolvedTerm {
    /// The clause that grants it.
    pub clause: ClauseId,
    /// What it is for.
    pub covers: Covered,
    /// Its length: of two limits that of the one that governs.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, example = "months:24"))]
    pub term: Option<Term>,
    /// The first day, and which day of the unit's life it is.
    pub start: Option<TermStart>,
    /// The last day, included; `None` for a lifetime, or where there is a problem.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = Date))]
    pub ends_on: Option<Date>,
    /// The heating seasons it counts, where it is counted in those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seasons: Option<CountedSeasons>,
    /// A measure of use that ends it earlier.
    pub or_usage: Option<Usage>,
    /// How much of that measure was used, as last read; `None` where nobody has read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used: Option<Usage>,
    /// Both limits, where the plan states two; `ends_on` is the last day of the one that governs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_two: Option<TwoLimits>,
    /// Days under repair by which it was extended.
    pub repair_days: u32,
    /// The day a replaced part was fitted, when this is that part's own term.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = Date))]
    pub replaced_on: Option<Date>,
    /// What the law raised, where the plan promised less.
    pub raised: Option<Raised>,
    /// The row of the law that grants it, where nobody else promises as much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<Floor>,
    /// Why it does not run, if it does not.
    pub problem: Option<TermProblem>,
}

/// The first day of a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TermStart {
    /// The day.
    #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
    pub on: Date,
    /// Which day of the unit's life it is.
    pub date: StartDate,
    /// Why that one.
    pub because: StartReason,
}

/// Why a term starts on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum StartReason {
    /// The plan prefers it, and it is known.
    Preferred,
    /// The days the plan prefers are not known.
    PreferredUnknown {
        /// Those days, the preferred first.
        unknown: Vec<StartDate>,
    },
    /// Warranty card and proof of purchase are both missing.
    WithoutProof,
    /// Both papers are missing, and the day the plan then counts from is not known either: another known day stands in.
    FallbackUnknown {
        /// The day the plan counts from without papers.
        fallback: StartDate,
        /// The days it prefers to the one that counts and that are not known.
        unknown: Vec<StartDate>,
    },
}

/// Why a term does not run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum TermProblem {
    /// None of the days it may start on is known.
    NoStartDate {
        /// Those days, the preferred first.
        any_of: Vec<StartDate>,
    },
    /// The unit was sold abroad; the term is for domestic sales.
    SoldAbroad,
    /// It is counted in heating seasons, and nobody has said when those begin and end.
    NoHeatingSeason,
    /// Nobody has answered how long it lasts.
    NotAnswered {
        /// The parameter.
        parameter: ParameterId,
    },
}

impl WarrantyResolution {
    /// The last day of the whole unit's warranty: the latest of its terms. `None` without one, or for a lifetime.
    pub fn unit_ends_on(&self) -> Option<Date> {
        let whole = self
            .terms
            .iter()
            .filter(|term| matches!(term.covers, Covered::WholeUnit { .. }));
        if whole.clone().any(ResolvedTerm::has_no_end) {
            return None;
        }
        whole.filter_map(|term| term.ends_on).max()
    }
}

impl ResolvedTerm {
    /// The days of which one is needed to tell how long it runs; empty where its start is known or would not help.
    pub fn missing_starts(&self) -> &[StartDate] {
        match &self.problem {
            Some(TermProblem::NoStartDate { any_of }) => any_of,
            _ => &[],
        }
    }

    /// Whether it runs for as long as the unit lasts.
    fn has_no_end(&self) -> bool {
        self.problem.is_none() && self.start.is_some() && self.ends_on.is_none()
    }

    /// Whether it is counted in heating seasons that nobody has dated.
    pub fn misses_season(&self) -> bool {
        self.problem == Some(TermProblem::NoHeatingSeason)
    }

    /// Whether it runs on a day: as far as days go, and as far as a measure of use that may end it was read.
    pub fn runs_on(&self, day: Date) -> bool {
        self.lasts_on(day) && !self.is_used_up() && self.missing_reading().is_none()
    }

    /// Whether its days hold a day.
    fn lasts_on(&self, day: Date) -> bool {
        let begun = self.start.as_ref().is_some_and(|start| start.on <= day);
        let lasts = self.ends_on.is_none_or(|last| day <= last);
        self.problem.is_none() && begun && lasts
    }

    /// What must be read before it can be told whether it runs on a day; `None` where that is known, or would not help.
    pub fn missing_reading_on(&self, day: Date) -> Option<UsageUnit> {
        self.missing_reading().filter(|_| self.lasts_on(day))
    }

    fn missing_reading(&self) -> Option<UsageUnit> {
        let allows = self.or_usage?;
        let is_read = self.used.is_some_and(|read| read.unit == allows.unit);
        (!is_read).then_some(allows.unit)
    }

    /// Whether the unit was used more than it allows.
    pub fn is_used_up(&self) -> bool {
        matches!((self.or_usage, self.used), (Some(allows), Some(read))
            if allows.unit == read.unit && read.amount > allows.amount)
    }
}

/// Resolves every warranty term of a plan for a unit. Call it again whenever a fact comes later: an acceptance, a repair.
pub fn resolve(
    plan: &EffectivePlan,
    calendars: &Calendars,
    unit: &UnitFacts,
) -> WarrantyResolution {
    let calendar = calendars.get(&plan.plan().calendar);
    let terms = plan
        .plan()
        .clauses
        .iter()
        .filter_map(|clause| match &clause.promise {
            Promise::WarrantyTerm(term) => Some((clause, term)),
            _ => None,
        });
    let resolved = terms.flat_map(|(clause, term)| {
        let own = one(plan, calendar, unit, clause, term);
        let parts = replaced_parts(calendar, unit, term, &own);
        std::iter::once(own).chain(parts)
    });
    WarrantyResolution {
        terms: resolved.collect(),
    }
}

fn one(
    plan: &EffectivePlan,
    calendar: Option<&Calendar>,
    unit: &UnitFacts,
    clause: &Clause,
    warranty: &WarrantyTerm,
) -> ResolvedTerm {
    let limit = |term, starts_from, without_proof| {
        let starts = Starts {
            starts_from,
            without_proof,
        };
        limit(
            plan.answer(term),
            calendar,
            unit,
            warranty.repair_days,
            &starts,
        )
    };
    let own = limit(
        &warranty.term,
        &warranty.starts_from,
        warranty.without_proof,
    );
    let two = warranty.or_term.as_ref().map(|other| {
        let other_limit = limit(&other.term, &other.starts_from, None);
        TwoLimits::of(own.clone(), other_limit, other.whichever)
    });
    let mut governing = two.as_ref().map_or(&own, TwoLimits::governing).clone();
    let is_abroad = warranty.territory == Territory::Domestic && unit.sold != Territory::Domestic;
    if is_abroad && !matches!(governing.problem, Some(TermProblem::NotAnswered { .. })) {
        governing = ResolvedLimit::failed(TermProblem::SoldAbroad);
    }
    if governing.problem.is_none() {
        // The warranty begins on its own first day, whichever limit ends it.
        governing.start = own.start.or(governing.start);
    }
    ResolvedTerm {
        clause: clause.id.clone(),
        covers: warranty.covers.clone(),
        term: governing.term,
        start: governing.start,
        ends_on: governing.ends_on,
        seasons: governing.seasons.clone(),
        or_usage: warranty.or_usage,
        used: unit.usage.filter(|_| warranty.or_usage.is_some()),
        of_two: two.filter(|_| governing.problem.is_none()),
        repair_days: governing.repair_days,
        replaced_on: None,
        raised: plan
            .provenance(&clause.id)
            .and_then(|known| known.raised.clone()),
        law: plan
            .provenance(&clause.id)
            .and_then(|known| known.law.clone()),
        problem: governing.problem,
    }
}

/// From which days a limit may run.
struct Starts<'a> {
    starts_from: &'a [StartDate],
    without_proof: Option<StartDate>,
}

/// One limit of a term, resolved by itself.
fn limit(
    answer: Result<Term, ParameterId>,
    calendar: Option<&Calendar>,
    unit: &UnitFacts,
    rule: RepairDays,
    starts: &Starts<'_>,
) -> ResolvedLimit {
    let term = match answer {
        Ok(term) => term,
        Err(parameter) => return ResolvedLimit::failed(TermProblem::NotAnswered { parameter }),
    };
    let Some(start) = start(unit, starts) else {
        return ResolvedLimit::failed(TermProblem::NoStartDate {
            any_of: possible_starts(unit, starts),
        });
    };
    let seasons = match (term, unit.heating_season) {
        (Term::Seasons(count), Some(season)) => counted(season, start.on, count),
        _ => None,
    };
    let (ends_on, repair_days) = match term {
        Term::Lifetime => (None, 0),
        Term::Period(limit) => {
            let (last, days) = end(calendar, unit, rule, start.on, after(start.on, limit));
            (Some(last), days)
        }
        Term::Seasons(_) => {
            let Some(counted) = &seasons else {
                return ResolvedLimit::failed(TermProblem::NoHeatingSeason);
            };
            let (last, days) = end(calendar, unit, rule, start.on, counted.last.to);
            (Some(last), days)
        }
    };
    ResolvedLimit {
        term: Some(term),
        start: Some(start),
        ends_on,
        seasons,
        repair_days,
        problem: None,
    }
}

/// The day the plan counts from without papers, where both are missing.
fn fallback(unit: &UnitFacts, starts: &Starts<'_>) -> Option<StartDate> {
    let papers_missing = unit.card == Paper::Missing && unit.proof == Paper::Missing;
    starts.without_proof.filter(|_| papers_missing)
}

/// The days of which one would do, the one that counts first.
fn possible_starts(unit: &UnitFacts, starts: &Starts<'_>) -> Vec<StartDate> {
    let fallback = fallback(unit, starts);
    let others = starts.starts_from.iter().copied();
    let others = others.filter(|date| Some(*date) != fallback);
    fallback.into_iter().chain(others).collect()
}

/// The first day: the preferred one that is known, or the plan's fallback where both papers are missing. A fallback that
/// is not known gives way to the days the plan prefers, and the reason says so.
fn start(unit: &UnitFacts, starts: &Starts<'_>) -> Option<TermStart> {
    let known = |date: StartDate| unit.dates.get(&date).copied();
    let fallback = fallback(unit, starts);
    if let Some(date) = fallback
        && let Some(on) = known(date)
    {
        return Some(TermStart {
            on,
            date,
            because: StartReason::WithoutProof,
        });
    }
    let position = starts
        .starts_from
        .iter()
        .position(|date| known(*date).is_some())?;
    let unknown = starts.starts_from[..position].to_vec();
    let date = starts.starts_from[position];
    Some(TermStart {
        on: known(date)?,
        date,
        because: match fallback {
            Some(fallback) => StartReason::FallbackUnknown { fallback, unknown },
            None if unknown.is_empty() => StartReason::Preferred,
            None => StartReason::PreferredUnknown { unknown },
        },
    })
}

/// The last day after `base`, and the repair days it was extended by (Civil Code 200–203: the day of the start does not count, months
/// end on the same day number, a last day on a holiday moves).
fn end(
    calendar: Option<&Calendar>,
    unit: &UnitFacts,
    rule: RepairDays,
    start: Date,
    base: Date,
) -> (Date, u32) {
    let days = match rule {
        RepairDays::Count => 0,
        RepairDays::Extend => repair_days(&unit.repairs, start, base),
    };
    let extended = base.saturating_add(i64::from(days).days());
    (off_holidays(calendar, extended), days)
}

fn after(start: Date, limit: Limit) -> Date {
    let span: Span = match limit {
        Limit::Months(months) => i64::from(months).months(),
        Limit::NaturalDays(days) | Limit::WorkingDays(days) => i64::from(days).days(),
        // A warranty term is counted in days or months: `Term` admits nothing else.
        Limit::Natural(_) | Limit::Working(_) => Span::new(),
    };
    start.saturating_add(span)
}

/// Days under repair while a term ran. Days by which it was extended may hold further repairs, which extend it again.
fn repair_days(repairs: &[Days], start: Date, base: Date) -> u32 {
    let mut days = 0;
    for _ in 0..MAX_EXTENSIONS {
        let end = base.saturating_add(i64::from(days).days());
        let now = days_within(repairs, start, end);
        if now == days {
            break;
        }
        days = now;
    }
    days
}

/// How many days of the stretches lie from `start` to `end`; a day in two stretches counts once.
fn days_within(stretches: &[Days], start: Date, end: Date) -> u32 {
    let mut sorted = stretches.to_vec();
    sorted.sort_unstable();
    let mut counted_to = start.yesterday().unwrap_or(start);
    let mut days = 0;
    for stretch in sorted {
        let from = stretch
            .from
            .max(counted_to.tomorrow().unwrap_or(counted_to));
        let to = stretch.to.min(end);
        if from <= to {
            let length = to.duration_since(from).as_hours() / 24 + 1;
            days += u32::try_from(length).unwrap_or(0);
            counted_to = to;
        }
    }
    days
}

fn off_holidays(calendar: Option<&Calendar>, last: Date) -> Date {
    calendar.map_or(last, |calendar| calendar.last_day_from(last))
}

/// The terms of parts that were replaced: each ends with the unit's term, or the months promised for it, whichever is
/// later.
fn replaced_parts(
    calendar: Option<&Calendar>,
    unit: &UnitFacts,
    warranty: &WarrantyTerm,
    own: &ResolvedTerm,
) -> Vec<ResolvedTerm> {
    let (Some(months), None) = (warranty.replaced_part_months, &own.problem) else {
        return Vec::new();
    };
    let replaced = unit
        .components
        .iter()
        .filter(|part| covers(&warranty.covers, &part.class));
    let term = replaced.filter_map(|part| {
        let fitted = part.replaced_on?;
        let promised = off_holidays(calendar, after(fitted, Limit::Months(months)));
        // A lifetime outlasts every month.
        let ends_on = own.ends_on.map(|ends| ends.max(promised));
        Some(ResolvedTerm {
            covers: Covered::Component {
                class: part.class.clone(),
            },
            ends_on,
            replaced_on: Some(fitted),
            ..own.clone()
        })
    });
    term.collect()
}

/// Whether a term is for components of a class.
pub(super) fn covers(covered: &Covered, class: &crate::slug::ComponentClass) -> bool {
    match covered {
        Covered::WholeUnit { except } => !except.contains(class),
        Covered::Component { class: own } => own == class,
        Covered::Software => false,
    }
}
