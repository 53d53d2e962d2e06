//! What stops the clocks of limits.

use domain::case::pause::PauseReason as Reason;
use domain::plan::{Clause, Promise};

use super::{Draft, Found, Place};
use crate::reading::{Pause, PauseReason};

/// Lets each pause stop the clocks it is said to stop.
pub(super) fn put(draft: &mut Draft, pauses: &[Pause]) {
    for pause in pauses {
        let clauses = draft.plan.clauses.iter_mut().zip(&mut draft.found);
        for (clause, found) in clauses {
            let held = found
                .places
                .iter()
                .any(|place| pause.limits.contains(&place.span));
            if held {
                hold(clause, found, pause);
            }
        }
    }
}

fn hold(clause: &mut Clause, found: &mut Found, pause: &Pause) {
    stop(&mut clause.promise, pause);
    for piece in &mut found.pieces {
        if pause.limits.contains(&piece.place.span) {
            stop(&mut piece.clause.promise, pause);
        }
    }
    let place = Place {
        quote: pause.quote.clone(),
        span: pause.span,
    };
    if !found.places.contains(&place) {
        found.places.push(place);
    }
}

fn stop(promise: &mut Promise, pause: &Pause) {
    let Promise::TimeLimit(limit) = promise else {
        return;
    };
    for reason in pause.reasons.iter().map(|reason| named(*reason)) {
        if !limit.pausable_by.contains(&reason) {
            limit.pausable_by.push(reason);
        }
    }
}

const fn named(reason: PauseReason) -> Reason {
    match reason {
        PauseReason::WaitingForCustomer => Reason::WaitingForCustomer,
        PauseReason::CustomerRescheduled => Reason::CustomerRescheduled,
        PauseReason::NoAccess => Reason::NoAccess,
        PauseReason::WaitingForQuoteAcceptance => Reason::WaitingForQuoteAcceptance,
        PauseReason::WaitingForPart => Reason::WaitingForPart,
        PauseReason::WaitingForSupplier => Reason::WaitingForSupplier,
        PauseReason::ForceMajeure => Reason::ForceMajeure,
    }
}
