//! Promises to come at the time agreed with the customer, give or take.

use super::cycle::{Cycle, Mark, Slot, cut, ends, open};
use super::history::{History, Round};
use crate::case::event::Fact;
use crate::time::Instant;

/// One appointment: the time that was agreed last before it passed, and what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Appointment {
    /// Opened by the first agreement.
    pub cycle: Cycle,
    /// The time agreed on.
    pub agreed_at: Instant,
}

/// The appointments of a case.
///
/// Agreeing on another time before the appointment has passed moves it. Agreeing again after it was missed opens the next
/// one, and the missed one stays missed.
pub(super) fn appointments(
    history: &History<'_>,
    rounds: &[Round],
    slot: Slot,
    late: jiff::SignedDuration,
) -> Vec<Appointment> {
    let ends = ends(history, slot);
    let mut appointments: Vec<Appointment> = Vec::new();
    for (start, agreed_at) in agreements(history) {
        let former = appointments.last_mut();
        if let Some(former) = former.filter(|former| former.is_pending_at(start, late)) {
            former.agreed_at = agreed_at;
            continue;
        }
        let spent = appointments
            .last()
            .and_then(|former| former.cycle.end.filter(|end| end.at <= start.at));
        let cycle = open(start, spent, &ends, cut(rounds, slot.to, start));
        appointments.push(Appointment { cycle, agreed_at });
    }
    appointments
}

impl Appointment {
    /// Whether it was neither met, missed nor given up when another time was agreed.
    fn is_pending_at(&self, other: Mark, late: jiff::SignedDuration) -> bool {
        let met = self.cycle.end.is_some_and(|end| end.at <= other.at);
        let given_up = self.cycle.cut.is_some_and(|cut| cut.order < other.order);
        let missed = self
            .agreed_at
            .saturating_add(late)
            .is_ok_and(|due| due < other.at);
        !met && !given_up && !missed
    }
}

fn agreements(history: &History<'_>) -> Vec<(Mark, Instant)> {
    let agreed = history
        .facts()
        .iter()
        .filter_map(|fact| match fact.event.fact {
            Fact::VisitAgreed { agreed_at, .. } => Some((Mark::from(*fact), agreed_at)),
            _ => None,
        });
    agreed.collect()
}
