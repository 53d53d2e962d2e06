//! What ends an occurrence of a duty.

use super::event::{DutyEvent, DutyFact};
use crate::plan::clauses::duty::RecurringDuty;

/// The fact with which an occurrence was done: the one that says so, or the part that delivered the last that was owed.
pub(super) fn finished<'a>(duty: &RecurringDuty, known: &[&'a DutyEvent]) -> Option<&'a DutyEvent> {
    let mut delivered = Vec::new();
    for event in known {
        match &event.fact {
            DutyFact::Done { .. } => return Some(event),
            DutyFact::PartlyDone { delivers, .. } => {
                delivered.extend(delivers.iter().copied());
                let is_all = duty.delivers.iter().all(|owed| delivered.contains(owed));
                if !duty.delivers.is_empty() && is_all {
                    return Some(event);
                }
            }
            _ => {}
        }
    }
    None
}
