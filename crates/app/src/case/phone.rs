//! Telephone numbers on a case, as far as the caller may know them.

use domain::access::Action;
use domain::case::{CaseEvent, Evidence};
use store::Scope;
use store::case::CaseRow;

use crate::ctx::Ctx;
use crate::customers::{masked, shown_phone};

/// A number on a case: whole for those who work on cases and for the customer; for somebody who was given the case as long
/// as it is open; masked for everybody else.
pub(super) fn shown_on(ctx: &Ctx, row: &CaseRow, phone: &str) -> String {
    let is_open = row.digest.phase.is_open();
    match ctx.permit(Action::CaseRead) {
        Ok(Scope::Customer(_)) => phone.to_owned(),
        Ok(scope) if scope.is_of_jobs() && is_open => phone.to_owned(),
        Ok(scope) if scope.is_of_jobs() => masked_unless_empty(phone),
        _ => shown_phone(
            ctx,
            Some(phone.to_owned()).filter(|phone| !phone.is_empty()),
        )
        .unwrap_or_default(),
    }
}

/// The fact with the numbers that were called as the caller may know them.
pub(super) fn shown_in(ctx: &Ctx, row: &CaseRow, event: &CaseEvent) -> CaseEvent {
    let mut shown = event.clone();
    for proof in shown.fact.evidence_mut().into_iter().flatten() {
        if let Evidence::Call { phone } = proof {
            *phone = shown_on(ctx, row, phone);
        }
    }
    shown
}

fn masked_unless_empty(phone: &str) -> String {
    if phone.is_empty() {
        String::new()
    } else {
        masked(phone)
    }
}
