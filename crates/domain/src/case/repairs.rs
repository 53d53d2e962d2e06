//! The days a case kept its unit under repair: a plan may not count them against the warranty.

use jiff::tz::TimeZone;

use super::event::{CaseEvent, Fact};
use crate::entitlement::Days;
use crate::milestone::Milestone;
use crate::obligation::History;
use crate::obligation::history::{Ending, Round};
use crate::obligation::repaired::Repair;
use crate::time::Instant;

/// The days under repair, one stretch for each repair: from the day of the report, or of what showed that the repair before
/// had not lasted, to the day it was repaired, both included, on the wall of `zone`. A repair that is proved once more later
/// on ended when it was first noted.
///
/// What was only restored counts to that day, until the repair itself is noted. A round that was no case after all, or
/// that goes on in another case, had no repair here.
pub fn repair_days(facts: &[CaseEvent], zone: &TimeZone) -> Vec<Days> {
    let history = History::read(facts);
    let day = |at: Instant| at.to_zoned(zone.clone()).date();
    let repairs = history.repairs();
    let mut stretches: Vec<Days> = Vec::new();
    for (index, round) in history.rounds().iter().enumerate() {
        for (since, until) in works_again(&history, &repairs, index, round) {
            let (from, to) = (day(since), day(until));
            match stretches.last_mut() {
                // Two repairs begun on one day are one stretch.
                Some(last) if last.from == from => last.to = last.to.max(to),
                _ => stretches.push(Days { from, to }),
            }
        }
    }
    stretches
}

/// Since when the unit was not well in a round, and when it worked again.
fn works_again(
    history: &History<'_>,
    repairs: &[Repair],
    index: usize,
    round: &Round,
) -> Vec<(Instant, Instant)> {
    let is_void = |how: Ending| matches!(how, Ending::Cancelled | Ending::Merged);
    if round.ended.is_some_and(|end| is_void(end.how)) {
        return Vec::new();
    }
    let here = repairs.iter().filter(|repair| repair.round == index);
    let repaired: Vec<_> = here.map(|repair| (repair.since, repair.at)).collect();
    if !repaired.is_empty() {
        return repaired;
    }
    let restored = history.reached(Milestone::Restored).filter(|fact| {
        fact.order >= round.order && round.ended.is_none_or(|end| fact.order <= end.order)
    });
    let last = restored.last().map(|fact| (round.from, fact.at));
    last.into_iter().collect()
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
