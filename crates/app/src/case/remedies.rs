//! Remedies a case has opened, noted as facts with their clause.

use domain::case::{Author, CaseEvent, Fact};
use domain::ids::EventId;
use domain::obligation::Obligation;
use domain::plan::Promise;
use domain::plan::clauses::warranty::StartDate;
use domain::remedy::{PastRepair, UnitPast, opened};
use jiff::Timestamp;
use store::{Conn, Scope, Tx, case, unit};

use super::open::Opened;
use crate::ctx::App;
use crate::error::Result;

/// Notes every remedy that is open and not noted yet, as facts of the system; true when there was one.
pub(super) async fn raise(
    app: &App,
    tx: &mut Tx,
    case: &mut Opened,
    rows: &[Obligation],
    now: Timestamp,
) -> Result<bool> {
    let clauses = &case.basis.plan.plan().clauses;
    let promises_any = clauses
        .iter()
        .any(|clause| matches!(clause.promise, Promise::Remedy(_)));
    if !promises_any {
        return Ok(false);
    }
    let past = past(tx, case).await?;
    let found = opened(
        &case.basis.plan,
        &case.basis.calendars,
        &case.facts,
        rows,
        &past,
        now,
    );
    let mut events = Vec::with_capacity(found.len());
    for (seq, one) in (1..).skip(case.facts.len()).zip(found) {
        events.push(CaseEvent {
            id: EventId::new(app.uuid()),
            seq,
            at: now,
            recorded_at: now,
            by: Author::System,
            copied_from: None,
            fact: Fact::RemedyOpened {
                clause: one.clause,
                ground: one.ground,
            },
        });
    }
    if events.is_empty() {
        return Ok(false);
    }
    case::append(tx, case.row.id, &events).await?;
    case.facts.extend(events);
    Ok(true)
}

/// What is known of the case's unit besides the case.
async fn past(conn: &mut Conn, case: &Opened) -> Result<UnitPast> {
    let Some(id) = case.row.unit else {
        return Ok(UnitPast::default());
    };
    let known = unit::get(conn, id, &Scope::All).await?;
    let received = [StartDate::Delivered, StartDate::Purchased];
    let repairs = unit::repairs_elsewhere(conn, id, case.row.id).await?;
    Ok(UnitPast {
        received_on: received
            .iter()
            .find_map(|date| known.dates.get(date).copied()),
        repairs: repairs
            .into_iter()
            .map(|(on, cause)| PastRepair { on, cause })
            .collect(),
    })
}
