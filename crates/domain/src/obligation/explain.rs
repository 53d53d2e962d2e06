//! Why this deadline: the spans that add up to it, and everything it rests on, as data.

use serde::{Deserialize, Serialize};

use super::calendars::Calendars;
use super::context::context;
use super::cycle::{Cycle, Mark, Slot, cycles};
use super::history::{History, Pause};
use super::promise::{BoundSource, Bounded, TimePromise};
use super::promises::promises;
use super::row::{Obligation, Problem};
use super::timing::{clock_of, clock_pauses, holes};
use crate::case::event::CaseEvent;
use crate::case::pause::PauseReason;
use crate::clock::{self, ClockError};
use crate::ids::EventId;
use crate::plan::effective::EffectivePlan;
use crate::slug::{ClauseId, ParameterId};
use crate::time::{Instant, Limit};

/// The arithmetic of one obligation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explained {
    /// The spans from start to due time; none where nothing is counted: at an appointment, before the start.
    pub arithmetic: Option<clock::Explanation>,
    /// What it rests on, in order.
    pub because: Vec<Because>,
}

/// One thing a due time rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Because {
    /// The clause promises it.
    Clause {
        /// The clause.
        clause: ClauseId,
    },
    /// This row of the clause's table matches what is known of the case.
    TableRow {
        /// The row, from 0.
        row: u32,
    },
    /// No row of the clause's table matches: its declared default holds.
    TableDefault,
    /// The agreement's own limit goes before the plan's.
    AgreementGoesFirst,
    /// The agreement answers a question the plan leaves open, or does not.
    ParameterMissing {
        /// The question.
        parameter: ParameterId,
    },
    /// This clause promises the same, less strictly.
    StricterThan {
        /// The other clause.
        clause: ClauseId,
        /// Its limit, if it has one.
        #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
        limit: Option<Limit>,
    },
    /// The clock was started by a fact.
    StartedBy {
        /// The fact.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        event: EventId,
        /// When it truly happened.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
        at: Instant,
    },
    /// A pause the clause allows stops the clock.
    PausedBy {
        /// The fact that began it.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        event: EventId,
        /// Why.
        reason: PauseReason,
        /// From when.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
        from: Instant,
        /// Until when; `None` while it lasts.
        #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
        until: Option<Instant>,
    },
    /// A pause the clause does not allow leaves the clock running.
    NotPausedBy {
        /// The fact that began it.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        event: EventId,
        /// Why it was made.
        reason: PauseReason,
    },
    /// The time agreed with the customer decides, give or take.
    Appointment {
        /// Minutes early that are still in time.
        early_minutes: u32,
        /// Minutes late that are still in time.
        late_minutes: u32,
    },
    /// The limit must fit in before the date expected for the end milestone.
    FitsBefore,
    /// Holidays of a year concerned are not announced yet.
    Provisional,
    /// It was ended by a fact.
    EndedBy {
        /// The fact.
        #[cfg_attr(feature = "schema", schema(value_type = String))]
        event: EventId,
        /// When it truly happened.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
        at: Instant,
        /// Whether it was entered later than it happened.
        late_entry: bool,
    },
    /// It is excused.
    Excused {
        /// Why.
        reason: String,
    },
    /// The case was closed before it, because it was not owed.
    NotOwed {
        /// Why.
        reason: String,
    },
    /// It has no due time because of this.
    Unknown(Problem),
}

/// Explains one obligation of a case, as [`obligations`](super::obligations) made it from the same plan and facts.
pub fn explain(
    plan: &EffectivePlan,
    calendars: &Calendars,
    facts: &[CaseEvent],
    obligation: &Obligation,
) -> Explained {
    let history = History::read(facts);
    let promises = promises(plan, &context(&history, plan.zone()));
    let mut because = vec![Because::Clause {
        clause: obligation.clause.clone(),
    }];
    let Some(promise) = promises
        .iter()
        .find(|promise| promise.clause == obligation.clause)
    else {
        return Explained {
            arithmetic: None,
            because,
        };
    };
    let pauses = history.pauses();
    let cycle = cycle(&history, promise, obligation);
    let stops = cycle
        .map(|cycle| holes(promise, &cycle, &pauses))
        .unwrap_or_default();
    because.extend(because_of_bound(promise));
    because.extend(because_of_rivals(&promises, obligation));
    because.extend(because_of_start(obligation));
    because.extend(because_of_pauses(promise, cycle, &pauses, &stops));
    because.extend(because_of_outcome(obligation));
    Explained {
        arithmetic: arithmetic(promise, calendars, obligation, &stops),
        because,
    }
}

fn arithmetic(
    promise: &TimePromise,
    calendars: &Calendars,
    obligation: &Obligation,
    stops: &[Pause],
) -> Option<clock::Explanation> {
    let (start, Bounded::Within { limit, .. }) = (obligation.started_at?, &promise.bound) else {
        return None;
    };
    let calendar = calendars.get(&promise.calendar)?;
    let pauses = clock_pauses(stops);
    match clock::explain(&clock_of(promise, calendar, &pauses), start, *limit) {
        // While the clock stands still, what was promised before the pause is the best that can be shown.
        Err(ClockError::StillPaused { .. }) => {
            let ended: Vec<_> = pauses
                .into_iter()
                .filter(|pause| pause.to.is_some())
                .collect();
            clock::explain(&clock_of(promise, calendar, &ended), start, *limit).ok()
        }
        explained => explained.ok(),
    }
}

fn cycle(history: &History<'_>, promise: &TimePromise, obligation: &Obligation) -> Option<Cycle> {
    let Bounded::Within { .. } = promise.bound else {
        return None;
    };
    let slot = Slot {
        from: obligation.from,
        to: obligation.to,
        document: obligation.document,
    };
    let mut cycles = cycles(history, &history.rounds(), slot).into_iter();
    cycles.nth(usize::try_from(obligation.cycle.checked_sub(1)?).ok()?)
}

fn because_of_bound(promise: &TimePromise) -> Vec<Because> {
    let own = (promise.source == BoundSource::Agreement).then_some(Because::AgreementGoesFirst);
    let which = match promise.row {
        Some(row) => Because::TableRow { row },
        None => Because::TableDefault,
    };
    let what = match &promise.bound {
        Bounded::Appointment {
            early_minutes,
            late_minutes,
        } => Some(Because::Appointment {
            early_minutes: *early_minutes,
            late_minutes: *late_minutes,
        }),
        Bounded::Before { .. } => Some(Because::FitsBefore),
        Bounded::Unknown(Problem::NotAnswered { parameter }) => Some(Because::ParameterMissing {
            parameter: parameter.clone(),
        }),
        _ => None,
    };
    let has_table = promise.slot.document.is_none();
    let which = has_table.then_some(which);
    own.into_iter().chain(which).chain(what).collect()
}

fn because_of_rivals<'a>(
    promises: &'a [TimePromise],
    obligation: &'a Obligation,
) -> impl Iterator<Item = Because> + 'a {
    let others = promises
        .iter()
        .filter(|other| obligation.also.contains(&other.clause));
    others.map(|other| Because::StricterThan {
        clause: other.clause.clone(),
        limit: match other.bound {
            Bounded::Within { limit, .. } => Some(limit),
            _ => None,
        },
    })
}

fn because_of_start(obligation: &Obligation) -> Option<Because> {
    Some(Because::StartedBy {
        event: obligation.opened_by?,
        at: obligation.started_at?,
    })
}

fn because_of_pauses(
    promise: &TimePromise,
    cycle: Option<Cycle>,
    pauses: &[Pause],
    stops: &[Pause],
) -> Vec<Because> {
    let Some(Cycle {
        start: Mark { at: start, .. },
        end,
        ..
    }) = cycle
    else {
        return Vec::new();
    };
    let overlaps = |pause: &&Pause| {
        pause.until.is_none_or(|until| until > start) && end.is_none_or(|end| pause.from < end.at)
    };
    let told = |pause: &Pause| {
        if stops.contains(pause) {
            return Because::PausedBy {
                event: pause.begun_by,
                reason: pause.reason,
                from: pause.from,
                until: pause.until,
            };
        }
        Because::NotPausedBy {
            event: pause.begun_by,
            reason: pause.reason,
        }
    };
    let concerned = !matches!(promise.bound, Bounded::Unbounded);
    let overlapping = pauses.iter().filter(overlaps).filter(|_| concerned);
    overlapping.map(told).collect()
}

fn because_of_outcome(obligation: &Obligation) -> Vec<Because> {
    let ended = obligation.ended_by.zip(obligation.ended_at);
    let ended = ended.map(|(event, at)| Because::EndedBy {
        event,
        at,
        late_entry: obligation.late_entry,
    });
    let provisional = obligation.provisional.then_some(Because::Provisional);
    let excused = obligation
        .excuse
        .clone()
        .map(|reason| Because::Excused { reason });
    let not_owed = obligation
        .not_owed
        .clone()
        .map(|reason| Because::NotOwed { reason });
    let problem = obligation.problem.clone();
    let unknown = problem
        .filter(|problem| !matches!(problem, Problem::NotAnswered { .. }))
        .map(Because::Unknown);
    provisional
        .into_iter()
        .chain(ended)
        .chain(excused)
        .chain(not_owed)
        .chain(unknown)
        .collect()
}
