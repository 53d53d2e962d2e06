//! Noting what became of an occurrence: done, partly done, excused, or an entry withdrawn.

use domain::access::Action;
use domain::case::{Author, Evidence};
use domain::duty::{DutyCommand, DutyDecision, DutyEvent, DutyObstacle, DutyWhat, decide};
use domain::ids::{AgreementId, EventId};
use serde_json::json;
use store::{AuditEntry, Event, Receipt, agreement, duty};

use super::list::{DutyList, views};
use super::open::Opened;
use super::refresh::keep;
use super::{
    DELIVERABLE_MISSING, DONE_ALREADY, IN_FUTURE, NOT_BROKEN, UNKNOWN, UNKNOWN_FACT, WORDS_MISSING,
};
use crate::case::{author, to_millisecond};
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

const MAX_NOTE: usize = 40_000;
const MAX_EVIDENCE: usize = 50;
const MAX_LINE: usize = 200;

/// Adds a fact about one occurrence under an agreement. The same again changes nothing.
pub async fn record(ctx: &Ctx, id: AgreementId, given: DutyCommand) -> Result<DutyList> {
    let scope = ctx.permit(permission(given.what))?;
    let command = checked(given)?;
    let mut tx = ctx.begin().await?;
    let found = agreement::get(&mut tx, id, &scope).await?;
    let mut opened = Opened::load(&mut tx, found).await?;
    let now = to_millisecond(tx.at());
    let rows = opened.rows(now);
    let decision = decide(&opened.plan, &rows, &opened.facts, &command, now);
    let (at, fact) = match decision.map_err(refusal)? {
        DutyDecision::Fact { at, fact } => (at, fact),
        DutyDecision::Unchanged => {
            tx.unchanged().await?;
            let items = views(ctx, &opened);
            return Ok(DutyList { items });
        }
    };
    let event = DutyEvent {
        id: EventId::new(ctx.uuid()),
        seq: u32::try_from(opened.facts.len() + 1).map_err(Error::internal)?,
        at,
        recorded_at: now,
        by: by(ctx),
        clause: command.clause.clone(),
        cycle: command.cycle,
        fact,
    };
    duty::append(&mut tx, id, &event).await?;
    opened.facts.push(event.clone());
    keep(&mut tx, &opened).await?;
    let entry = AuditEntry::new(format!("duty.{}", command.what), "agreement", id).detail(json!({
        "clause": command.clause, "cycle": command.cycle, "fact": event.id, "note": command.note,
    }));
    let changed = Event::new("agreement.changed", id, json!({ "duty": command.clause }));
    let receipt = Receipt::new(entry).event(changed.branch(opened.agreement.org));
    let items = views(ctx, &opened);
    ctx.finish(tx, receipt, DutyList { items }).await
}

const fn permission(what: DutyWhat) -> Action {
    match what {
        DutyWhat::PartlyDone | DutyWhat::Done => Action::VisitWork,
        DutyWhat::Excuse => Action::LedgerExcuse,
        DutyWhat::Withdraw => Action::CaseCorrect,
    }
}

fn by(ctx: &Ctx) -> Author {
    author(ctx)
}

/// Lengths and characters; what the words mean is the domain's business. Files belong to cases, and prove nothing here.
fn checked(mut command: DutyCommand) -> Result<DutyCommand> {
    let mut checks = Checks::new();
    command.note = checks.lines("/note", &command.note, MAX_NOTE);
    command.at = command.at.map(to_millisecond);
    checks.at_most("/evidence", &command.evidence, MAX_EVIDENCE);
    for (index, proof) in command.evidence.iter_mut().enumerate() {
        let at = format!("/evidence/{index}");
        match proof {
            Evidence::Call { phone: text }
            | Evidence::Mail { address: text }
            | Evidence::Word { said: text } => *text = checks.name(&at, text, MAX_LINE),
            Evidence::CheckIn { .. } => {}
            Evidence::File { .. } | Evidence::Signature { .. } => {
                checks.wrong(at, crate::check::UNKNOWN_REFERENCE);
            }
        }
    }
    checks.done()?;
    Ok(command)
}

fn refusal(obstacle: DutyObstacle) -> Error {
    match obstacle {
        DutyObstacle::Unknown => Error::field("/cycle", UNKNOWN),
        DutyObstacle::InFuture => Error::field("/at", IN_FUTURE),
        DutyObstacle::WordsMissing => Error::field("/note", WORDS_MISSING),
        DutyObstacle::DeliverableMissing => Error::field("/delivers", DELIVERABLE_MISSING),
        DutyObstacle::DoneAlready => Error::refused(DONE_ALREADY),
        DutyObstacle::NotBroken => Error::refused(NOT_BROKEN),
        DutyObstacle::UnknownFact => Error::field("/event", UNKNOWN_FACT),
    }
}
