//! The days a case kept its unit under repair: a plan may not count them against the warranty.

use jiff::tz::TimeZone;

use super::event::{CaseEvent, Fact};
use crate::entitlement::Days;
use crate::milestone::Milestone;
use crate::obligation::History;
use crate::obligation::history::{Ending, Round};
use crate::time::Instant;

/// The days under repair, one stretch for each round of the case that came to a repair: from the day of the report to the
/// day it was repaired, both included, on the wall of `zone`.
///
/// What was only restored counts to that day, until the repair itself is noted. A round that was no case after all, or
/// that goes on in another case, had no repair here.
pub fn repair_days(facts: &[CaseEvent], zone: &TimeZone) -> Vec<Days> {
    let history = History::read(facts);
    let day = |at: Instant| at.to_zoned(zone.clone()).date();
    let rounds = history.rounds();
    let stretch = |round: &Round| {
        let works_at = works_again(&history, round)?;
        Some(Days {
            from: day(round.from),
            to: day(works_at),
        })
    };
    rounds.iter().filter_map(stretch).collect()
}

/// When the unit worked again in a round.
fn works_again(history: &History<'_>, round: &Round) -> Option<Instant> {
    let is_void = |how: Ending| matches!(how, Ending::Cancelled | Ending::Merged);
    if round.ended.is_some_and(|end| is_void(end.how)) {
        return None;
    }
    let last = |milestone: Milestone| {
        let within = history.reached(milestone).filter(|fact| {
            fact.order >= round.order && round.ended.is_none_or(|end| fact.order <= end.order)
        });
        within.last().map(|fact| fact.at)
    };
    last(Milestone::Repaired).or_else(|| last(Milestone::Restored))
}

/// Whether facts can have given repair days, now or before a correction.
pub fn may_have_repairs(facts: &[CaseEvent]) -> bool {
    facts.iter().any(|event| {
        matches!(
            event.fact,
            Fact::Reached {
                milestone: Milestone::Repaired | Milestone::Restored,
                ..
            }
        )
    })
}
