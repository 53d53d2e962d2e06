//! What is owed in money for promises that were broken.

use serde::Serialize;

use crate::case::event::CaseEvent;
use crate::money::Fen;
use crate::obligation::{History, Obligation, context};
use crate::plan::clauses::remedy::{Entitles, Remedy, Trigger};
use crate::plan::{EffectivePlan, Promise};
use crate::slug::ClauseId;
use crate::time::Instant;
use crate::words::words;

/// The compensation one clause owes on a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = CompensationOwed))]
pub struct Owed {
    /// The clause that owes it.
    pub clause: ClauseId,
    /// What is owed.
    #[cfg_attr(feature = "schema", schema(value_type = i64))]
    pub fen: Fen,
    /// The most it may come to; absent where the clause names no cap.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<i64>))]
    pub cap_fen: Option<Fen>,
    /// The broken promises it is owed for; they add up to `fen`, or to more where the cap holds.
    pub parts: Vec<OwedPart>,
}

/// The compensation for one broken promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = CompensationPart))]
pub struct OwedPart {
    /// The limit that was broken.
    pub limit: ClauseId,
    /// Which occurrence of it.
    pub cycle: u32,
    /// What is counted.
    pub unit: OwedUnit,
    /// How many, begun ones included.
    pub units: u32,
    /// What each comes to.
    #[cfg_attr(feature = "schema", schema(value_type = i64))]
    pub each_fen: Fen,
    /// All of them.
    #[cfg_attr(feature = "schema", schema(value_type = i64))]
    pub fen: Fen,
}

words! {
    /// What a compensation counts.
    #[cfg_attr(feature = "schema", schema(as = CompensationUnit))]
    OwedUnit {
        /// Hours of delay.
        Hour = "hour",
        /// Days of delay, of 24 hours each.
        Day = "day",
        /// The breach itself.
        Once = "once",
    }
}

impl OwedUnit {
    const fn length_ms(self) -> Option<i64> {
        const HOUR: i64 = 3_600_000;
        match self {
            Self::Hour => Some(HOUR),
            Self::Day => Some(24 * HOUR),
            Self::Once => None,
        }
    }
}

/// What the broken promises of a case have come to by `now`, by the clauses that apply to it, in the order of the plan.
/// What is excused or given up owes nothing more; a promise that is still open owes more as it grows later. A compensation the
/// customer may choose among other remedies is owed only once it is chosen, which nobody can read off facts.
///
/// A begun hour or day counts as a whole one: the plan's words do not say, and standard terms that can be understood in two ways
/// are read against who wrote them (Civil Code 498).
pub fn owed(
    plan: &EffectivePlan,
    facts: &[CaseEvent],
    rows: &[Obligation],
    now: Instant,
) -> Vec<Owed> {
    let history = History::read(facts);
    let known = context(&history, plan.zone());
    plan.clauses(&known)
        .filter_map(|clause| match &clause.promise {
            Promise::Remedy(remedy) => for_clause(&clause.id, remedy, rows, now),
            _ => None,
        })
        .collect()
}

/// What all of it comes to.
pub fn sum(owed: &[Owed]) -> Fen {
    Fen(owed
        .iter()
        .fold(0, |sum, one| sum.saturating_add(one.fen.0)))
}

fn for_clause(
    clause: &ClauseId,
    remedy: &Remedy,
    rows: &[Obligation],
    now: Instant,
) -> Option<Owed> {
    let Trigger::LimitBroken { clause: limit } = &remedy.trigger else {
        return None;
    };
    let (unit, each, cap_fen) = compensation(remedy)?;
    let broken = rows.iter().filter(|row| row.breaks(limit));
    let parts: Vec<OwedPart> = broken.map(|row| part(row, unit, each, now)).collect();
    if parts.is_empty() {
        return None;
    }
    let whole = parts
        .iter()
        .fold(0_i64, |sum, part| sum.saturating_add(part.fen.0));
    Some(Owed {
        clause: clause.clone(),
        fen: cap_fen.map_or(Fen(whole), |cap| Fen(whole.min(cap.0))),
        cap_fen,
        parts,
    })
}

/// The compensation a remedy gives for sure: the only thing it entitles to, or what is given besides.
fn compensation(remedy: &Remedy) -> Option<(OwedUnit, Fen, Option<Fen>)> {
    let alone = match remedy.entitles.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    let capped = |cap: Fen| (cap != Fen::ZERO).then_some(cap);
    alone
        .into_iter()
        .chain(&remedy.besides)
        .find_map(|given| match given {
            Entitles::CompensationPerHour { fen, cap_fen } => {
                Some((OwedUnit::Hour, *fen, capped(*cap_fen)))
            }
            Entitles::CompensationPerDay { fen, cap_fen } => {
                Some((OwedUnit::Day, *fen, capped(*cap_fen)))
            }
            Entitles::CompensationOnce { fen } => Some((OwedUnit::Once, *fen, None)),
            _ => None,
        })
}

fn part(row: &Obligation, unit: OwedUnit, each: Fen, now: Instant) -> OwedPart {
    let late_ms = row.late_ms_at(now).unwrap_or_default().max(0);
    let units = unit.length_ms().map_or(1, |length| {
        let begun = late_ms.saturating_add(length - 1) / length;
        u32::try_from(begun).unwrap_or(u32::MAX)
    });
    OwedPart {
        limit: row.clause.clone(),
        cycle: row.cycle,
        unit,
        units,
        each_fen: each,
        fen: each.times(units).unwrap_or(Fen(i64::MAX)),
    }
}
