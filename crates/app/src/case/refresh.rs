//! After facts were added: what is owed is computed anew, kept for lists, and the next alarm is set.

use domain::case::{CaseEvent, Fact, LevelRank, Status};
use domain::language::Language;
use domain::obligation::{self, History, Obligation, State, obligations};
use jiff::Timestamp;
use serde::Serialize;
use store::case::{self, CaseRow, Digest};
use store::{Receipt, Timer, Tx};

use super::basis::Basis;
use super::list::PromiseSummary;
use super::open::{Opened, is_settled, next_millisecond};
use crate::error::{Error, Result};

/// The timer that wakes a case when its next mark is reached; its subject is the case.
pub const ALARM: &str = "case.alarm";
pub(super) const NEXT: &str = "next";
const LOOK: &str = "look";

/// Reads a case's facts and brings digest and promises up to date in `case`.
pub(super) fn read_off(
    basis: &Basis,
    case: &mut CaseRow,
    facts: &[CaseEvent],
    now: Timestamp,
) -> Result<Vec<Obligation>> {
    let rows = obligations(&basis.plan, &basis.calendars, facts, now);
    let history = History::read(facts);
    let status = Status::of(&history);
    let context = obligation::context(&history, basis.plan.zone());
    let next = next_promise(&rows);
    case.digest = Digest {
        phase: status.phase,
        is_paused: !status.paused_for.is_empty(),
        rank: LevelRank::of(basis.plan.plan(), status.severity.as_ref()),
        severity: status.severity,
        region: context.region,
        cause: cause(&history),
        has_complaint: status.has_open_complaint,
        broken: count(rows.iter().filter(|row| row.broken_at.is_some())),
        next_due_at: next.and_then(|row| row.due_at),
        next_promise: next
            .map(|row| json(&PromiseSummary::of(row, &basis.plan, Language::Chinese)))
            .transpose()?,
        ended_at: history
            .rounds()
            .last()
            .and_then(|round| round.ended)
            .map(|end| end.at),
    };
    case.reported_at = history
        .rounds()
        .first()
        .map_or(case.reported_at, |round| round.from);
    case.last_seq = facts.iter().map(|fact| fact.seq).max().unwrap_or_default();
    Ok(rows)
}

/// Writes digest and promises of a case that was [`read_off`]; once it has ended, also what it was judged by.
pub(super) async fn keep(tx: &mut Tx, opened: &mut Opened, rows: &[Obligation]) -> Result<()> {
    freeze(tx, opened).await?;
    case::set_digests(tx, &[&opened.row]).await?;
    case::replace_obligations(tx, &[(&opened.row, begun(rows))]).await?;
    opened.row.version += 1;
    Ok(())
}

/// The same for several cases.
pub(super) async fn keep_all(tx: &mut Tx, cases: &mut [(Opened, Vec<Obligation>)]) -> Result<()> {
    for (opened, _) in cases.iter_mut() {
        freeze(tx, opened).await?;
    }
    let rows: Vec<&CaseRow> = cases.iter().map(|(opened, _)| &opened.row).collect();
    case::set_digests(tx, &rows).await?;
    let promises: Vec<_> = cases
        .iter()
        .map(|(opened, rows)| (&opened.row, begun(rows)))
        .collect();
    Ok(case::replace_obligations(tx, &promises).await?)
}

async fn freeze(tx: &mut Tx, opened: &mut Opened) -> Result<()> {
    if opened.row.frozen.is_none() && is_settled(&Status::read(&opened.facts)) {
        opened.row.frozen = Some(opened.basis.freeze(tx).await?);
    }
    Ok(())
}

/// The promises that have begun: those the ledger keeps.
pub(super) fn begun(rows: &[Obligation]) -> Vec<Obligation> {
    let begun = rows.iter().filter(|row| row.state != State::Pending);
    begun.cloned().collect()
}

/// Sets the alarm of a case to its next mark, or takes it away. A mark that was reached and may not have been told is
/// looked at at once: the facts just added must not silence it.
pub(super) fn alarm(
    receipt: Receipt,
    case: &CaseRow,
    rows: &[Obligation],
    now: Timestamp,
) -> Receipt {
    look(next_alarm(receipt, case, rows, now), case, rows, now)
}

/// Sets the alarm of a case that has none yet.
pub(super) fn first_alarm(
    receipt: Receipt,
    case: &CaseRow,
    rows: &[Obligation],
    now: Timestamp,
) -> Receipt {
    let receipt = set_next(receipt, case.id.to_string(), rows, now);
    look(receipt, case, rows, now)
}

fn look(receipt: Receipt, case: &CaseRow, rows: &[Obligation], now: Timestamp) -> Receipt {
    if !rows
        .iter()
        .any(|row| super::marks::is_any_reached(row, now))
    {
        return receipt;
    }
    receipt.timer(Timer {
        kind: ALARM.to_owned(),
        subject: case.id.to_string(),
        mark: LOOK.to_owned(),
        run_at: now,
    })
}

/// Sets the alarm of a case to its next mark, or takes it away.
pub(super) fn next_alarm(
    receipt: Receipt,
    case: &CaseRow,
    rows: &[Obligation],
    now: Timestamp,
) -> Receipt {
    let subject = case.id.to_string();
    let receipt = receipt.cancel_timers(ALARM, &subject);
    set_next(receipt, subject, rows, now)
}

/// Sets the alarm of a case to its next mark and leaves its other alarms as they are.
pub(super) fn set_next(
    receipt: Receipt,
    subject: String,
    rows: &[Obligation],
    now: Timestamp,
) -> Receipt {
    match next_mark(rows, now) {
        Some(run_at) => receipt.timer(Timer {
            kind: ALARM.to_owned(),
            subject,
            mark: NEXT.to_owned(),
            run_at,
        }),
        None => receipt,
    }
}

/// When the next mark of any promise can be looked at.
pub(super) fn next_mark(rows: &[Obligation], now: Timestamp) -> Option<Timestamp> {
    let next = rows.iter().filter_map(|row| row.next_mark_after(now)).min();
    next.map(next_millisecond)
}

/// The promise that breaks next, or broke first and is still owed.
pub(super) fn next_promise(rows: &[Obligation]) -> Option<&Obligation> {
    let open = rows
        .iter()
        .filter(|row| row.is_open() && row.due_at.is_some());
    open.min_by_key(|row| row.due_at)
}

fn cause(history: &History<'_>) -> Option<domain::plan::clauses::coverage::Cause> {
    history
        .facts()
        .iter()
        .rev()
        .find_map(|fact| match fact.event.fact {
            Fact::CauseDecided { cause, .. } => Some(cause),
            _ => None,
        })
}

pub(super) fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

pub(super) fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}
