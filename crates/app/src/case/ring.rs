//! Alarms of cases ring: what is owed is computed anew, and whoever must know is told.

use std::collections::BTreeMap;

use domain::ids::CaseId;
use domain::obligation::Obligation;
use jiff::Timestamp;
use serde_json::json;
use store::job::{self, Claim};
use store::{AuditEntry, Conn, Receipt, Scope, StoreError, Tx, agreement, case};

use super::act::changed;
use super::open::{Opened, alone, to_millisecond};
use super::{marks, refresh};
use crate::calendars::Rules;
use crate::ctx::App;
use crate::error::Result;
use crate::notices::{self, Telling};
use crate::work::SERVICE;

/// Tells of every mark reached by now, keeps what is owed, and sets the next alarm: in one transaction with the end of
/// the task, so that nothing is told twice and nothing is missed. An alarm that rang too early is moved.
pub async fn ring(app: &App, claim: Claim) -> Result<()> {
    let Ok(id) = claim.subject.parse::<CaseId>() else {
        return Ok(job::dismiss(&app.db, &claim).await?);
    };
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    alone(&mut tx, id).await?;
    let opened = match case::get(&mut tx, id, &Scope::All).await {
        Ok(row) => Opened::with(&mut tx, row).await?,
        Err(StoreError::NotFound { .. }) => {
            // The writer must be free before the job can be settled.
            tx.unchanged().await?;
            return Ok(job::dismiss(&app.db, &claim).await?);
        }
        Err(error) => return Err(error.into()),
    };
    let kept = case::obligations(&mut tx, id).await?;
    let now = to_millisecond(tx.at());
    let rung = vec![Rung::judged(claim, opened, kept, now)?];
    let judged = judged(&rung);
    let due = marks::owed(&mut tx, &judged, now).await?;
    let told = marks::tell(&mut tx, &judged, &due, now).await?;
    settle(app, tx, rung, told, now).await
}

/// The same for alarms of several cases, in one transaction: when many ring at once most statements serve them all.
/// Alarms that cannot ring together are returned with nothing done about them, to ring one by one.
///
/// What is owed is read and judged before the transaction begins, so that on SQLite nobody waits for more than the writing. A
/// case that changes in between has another version, which fails the writing: then they ring one by one. What a case rests on,
/// a calendar, the law, an agreement, wakes every case it concerns when it changes; that alarm stays set here, so that the case
/// is judged once more.
pub async fn ring_together(app: &App, claims: Vec<Claim>) -> Result<Vec<Claim>> {
    let mut by_case: BTreeMap<CaseId, Claim> = BTreeMap::new();
    let mut apart = Vec::new();
    for claim in claims {
        match claim.subject.parse::<CaseId>() {
            Ok(id) if !by_case.contains_key(&id) => {
                by_case.insert(id, claim);
            }
            _ => apart.push(claim),
        }
    }
    let origin = app.origin(SERVICE);
    let now = to_millisecond(origin.at);
    let mut read = app.db.read().await?;
    let mut rung = Vec::with_capacity(by_case.len());
    for (opened, kept) in open(&mut read, by_case.keys().copied().collect()).await? {
        if let Some(claim) = by_case.remove(&opened.row.id) {
            rung.push(Rung::judged(claim, opened, kept, now)?);
        }
    }
    apart.extend(by_case.into_values());
    let judged = judged(&rung);
    let due = marks::owed(&mut read, &judged, now).await?;
    drop(read);
    let mut tx = app.db.begin(origin).await?;
    let told = marks::tell(&mut tx, &judged, &due, now).await?;
    settle(app, tx, rung, told, now).await?;
    Ok(apart)
}

/// The cases that have not ended, with what is kept of each.
async fn open(conn: &mut Conn, ids: Vec<CaseId>) -> Result<Vec<(Opened, Vec<Obligation>)>> {
    let names: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let mut rows = case::by_ids(conn, &names, &Scope::All).await?;
    rows.retain(|row| row.frozen.is_none());
    let ids: Vec<CaseId> = rows.iter().map(|row| row.id).collect();
    let mut facts = case::events_of(conn, &ids).await?;
    let mut kept = case::obligations_of(conn, &ids).await?;
    let mut agreements: Vec<_> = rows.iter().filter_map(|row| row.agreement).collect();
    agreements.sort_unstable();
    agreements.dedup();
    let agreements = agreement::signed_of(conn, &agreements, &Scope::All).await?;
    let units: Vec<_> = rows.iter().filter_map(|row| row.unit).collect();
    let families = store::unit::families(conn, &units).await?;
    let rules = Rules::load(conn).await?;
    let mut opened = Vec::with_capacity(rows.len());
    for row in rows {
        let id = row.id;
        let signed = row.agreement.and_then(|id| agreements.get(&id));
        let family = row.unit.and_then(|unit| families.get(&unit));
        let basis = rules.of(conn, &row, signed, family).await?;
        let facts = facts.remove(&id).unwrap_or_default();
        let case = Opened { row, facts, basis };
        opened.push((case, kept.remove(&id).unwrap_or_default()));
    }
    Ok(opened)
}

/// A case whose alarm rings, with its promises as they stand now.
struct Rung {
    claim: Claim,
    opened: Opened,
    rows: Vec<Obligation>,
    /// Whether these are not the promises that are kept.
    is_moved: bool,
}

impl Rung {
    fn judged(
        claim: Claim,
        mut opened: Opened,
        kept: Vec<Obligation>,
        now: Timestamp,
    ) -> Result<Self> {
        let rows = refresh::read_off(&opened.basis, &mut opened.row, &opened.facts, now)?;
        Ok(Self {
            is_moved: !same(&kept, &refresh::begun(&rows)),
            claim,
            opened,
            rows,
        })
    }
}

fn judged(rung: &[Rung]) -> Vec<marks::Judged<'_>> {
    rung.iter()
        .map(|one| (&one.opened, one.rows.as_slice()))
        .collect()
}

/// Ends the transaction of alarms of which what is `told` has just been noted.
async fn settle(
    app: &App,
    mut tx: Tx,
    rung: Vec<Rung>,
    told: Vec<Vec<Telling>>,
    now: Timestamp,
) -> Result<()> {
    let (loud, quiet): (Vec<_>, Vec<_>) = rung
        .into_iter()
        .zip(told)
        .partition(|(one, told)| one.is_moved || !told.is_empty());
    match keep(app, &mut tx, loud, now).await? {
        Some(receipt) => tx.finish(receipt).await?,
        None => tx.unchanged().await?,
    }
    for (one, _) in quiet {
        wait(app, &one.claim, &one.rows, now).await?;
    }
    Ok(())
}

/// Keeps what is owed and tells what is to be told; `None` where there is nothing to do.
async fn keep(
    app: &App,
    tx: &mut Tx,
    loud: Vec<(Rung, Vec<Telling>)>,
    now: Timestamp,
) -> Result<Option<Receipt>> {
    let mut receipt: Option<Receipt> = None;
    let mut tellings = Vec::new();
    let mut kept = Vec::with_capacity(loud.len());
    for (one, told) in loud {
        let Rung {
            claim,
            opened,
            rows,
            ..
        } = one;
        let entry = AuditEntry::new("case.alarm", "case", opened.row.id)
            .detail(json!({ "due_at": claim.due_at, "told": told.len() }));
        let so_far = match receipt {
            None => Receipt::new(entry),
            Some(receipt) => receipt.audit(entry),
        };
        let so_far = so_far.event(changed(&opened.row, "alarm")).completes(claim);
        receipt = Some(refresh::set_next(
            so_far,
            opened.row.id.to_string(),
            &rows,
            now,
        ));
        tellings.extend(told);
        kept.push((opened, rows));
    }
    let Some(receipt) = receipt else {
        return Ok(None);
    };
    refresh::keep_all(tx, &mut kept).await?;
    let (receipt, _) = notices::tell(app, tx, receipt, tellings).await?;
    Ok(Some(receipt))
}

/// Nothing to do now: waits for the next mark.
async fn wait(app: &App, claim: &Claim, rows: &[Obligation], now: Timestamp) -> Result<()> {
    let next = refresh::next_mark(rows, now);
    match next {
        Some(at) if claim.mark == refresh::NEXT => Ok(job::postpone(&app.db, claim, at).await?),
        _ => Ok(job::dismiss(&app.db, claim).await?),
    }
}

/// Whether two sets of promises are the same, in whatever order.
pub(super) fn same(one: &[Obligation], other: &[Obligation]) -> bool {
    one.len() == other.len() && one.iter().all(|row| other.contains(row))
}
