//! The nightly check: every open case is computed anew from its facts, and each difference is repaired and reported.

use domain::ids::CaseId;
use domain::obligation::Obligation;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::job::{self, Claim};
use store::{AuditEntry, Receipt, Scope, Tx, case};

use super::act::changed;
use super::open::{Opened, to_millisecond};
use super::refresh::{self, ALARM};
use super::remedies;
use super::ring::same;
use crate::ctx::App;
use crate::error::{Error, Kind, Result};
use crate::notices::{LEDGER_REPAIRED, LEDGER_UNCHECKED, tell_administrators};
use crate::work::{RECONCILE, SERVICE, next_run};

/// Cases of one run; the next run goes on behind them.
const STEP: u32 = 200;
/// An alarm may ring so much later than its time before that is a defect.
const SLACK: SignedDuration = SignedDuration::from_mins(15);

/// Checks the next open cases; after the last one it waits for the next night.
pub async fn reconcile(app: &App, claim: Claim) -> Result<()> {
    let after = claim.mark.parse::<CaseId>().ok();
    let mut read = app.db.read().await?;
    let cases = case::open_ids(&mut read, after, STEP).await?;
    let zone = crate::settings::zone(&mut read).await?;
    drop(read);
    let mut repaired = 0;
    let mut unchecked = Vec::new();
    for id in &cases {
        match recheck(app, *id).await {
            Ok(is_repaired) => repaired += u32::from(is_repaired),
            Err(error) if error.kind == Kind::Unavailable => return Err(error),
            Err(error) => {
                tracing::error!(case = %id, %error, "a case could not be computed anew");
                unchecked.push((*id, error));
            }
        }
    }
    let is_full = cases.len() >= STEP as usize;
    let behind = cases.last().filter(|_| is_full).map(ToString::to_string);
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    let entry = AuditEntry::new("ledger.reconcile", "case", claim.mark.clone()).detail(
        json!({ "checked": cases.len(), "repaired": repaired, "unchecked": unchecked.len() }),
    );
    let receipt = tell_of_unchecked(app, &mut tx, Receipt::new(entry), &unchecked).await?;
    let timer = next_run((RECONCILE, &claim), behind, app.now(), &zone);
    Ok(tx.finish(receipt.completes(claim).timer(timer)).await?)
}

/// Tells the administrators of the cases of a run that could not be checked, by the first of them: those behind it are checked
/// all the same.
async fn tell_of_unchecked(
    app: &App,
    tx: &mut Tx,
    receipt: Receipt,
    unchecked: &[(CaseId, Error)],
) -> Result<Receipt> {
    let Some((id, why)) = unchecked.first() else {
        return Ok(receipt);
    };
    let row = case::get(tx, *id, &Scope::All).await;
    let number = row.map_or_else(|_| id.to_string(), |row| row.number);
    let params = json!({ "number": number, "count": unchecked.len(), "why": why.to_string() });
    let dedup = format!("{LEDGER_UNCHECKED}/{id}/{}", tx.at().as_millisecond());
    let subject = id.to_string();
    tell_administrators(
        app,
        tx,
        receipt,
        LEDGER_UNCHECKED,
        &subject,
        &params,
        &dedup,
    )
    .await
}

/// Computes one case anew; true when something had to be repaired. A remedy that time alone opened is noted, and is no
/// repair.
async fn recheck(app: &App, id: CaseId) -> Result<bool> {
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    let now = to_millisecond(tx.at());
    let mut opened = Opened::to_change(&mut tx, id, &Scope::All).await?;
    let kept = case::obligations(&mut tx, id).await?;
    let filed_phase = opened.row.digest.phase;
    // Alarms that ring in these minutes have not been heard yet, and that is no defect.
    let earlier = refresh::read_off(&opened.basis, &mut opened.row, &opened.facts, now - SLACK)?;
    let rows = refresh::read_off(&opened.basis, &mut opened.row, &opened.facts, now)?;
    let has_alarm = job::is_set(&mut tx, ALARM, &id.to_string()).await?;
    let needs_alarm = rows.iter().any(|row| row.next_mark_after(now).is_some());
    let raised = remedies::raise(app, &mut tx, &mut opened, &rows, now).await?;
    let rows = if raised {
        refresh::read_off(&opened.basis, &mut opened.row, &opened.facts, now)?
    } else {
        rows
    };
    let is_filed = opened.row.digest.phase == filed_phase;
    let is_right = same(&kept, &refresh::begun(&rows)) || same(&kept, &refresh::begun(&earlier));
    if is_right && (has_alarm || !needs_alarm) {
        if raised {
            noted(tx, opened, &rows, now).await?;
        } else if !is_filed {
            filed_anew(tx, opened, &rows).await?;
        } else {
            tx.unchanged().await?;
        }
        return Ok(false);
    }
    tracing::error!(case = %id, number = opened.row.number, "the promises kept of a case were wrong and are repaired; please report this");
    refresh::keep(&mut tx, &mut opened, &rows).await?;
    let entry = AuditEntry::new("ledger.repair", "case", id)
        .detail(json!({ "promises": !is_right, "alarm": !has_alarm }));
    let receipt = Receipt::new(entry).event(changed(&opened.row, "repair"));
    let receipt = refresh::alarm(receipt, &opened.row, &rows, now);
    let params = json!({ "number": opened.row.number });
    let dedup = format!("{LEDGER_REPAIRED}/{id}/{}", now.as_millisecond());
    let receipt = tell_administrators(
        app,
        &mut tx,
        receipt,
        LEDGER_REPAIRED,
        &id.to_string(),
        &params,
        &dedup,
    )
    .await?;
    tx.finish(receipt).await?;
    Ok(true)
}

/// Files a case under how far it has come, where an earlier release judged that otherwise. Nothing is owed differently.
async fn filed_anew(mut tx: Tx, mut opened: Opened, rows: &[Obligation]) -> Result<()> {
    refresh::keep(&mut tx, &mut opened, rows).await?;
    let entry = AuditEntry::new("case.refile", "case", opened.row.id)
        .detail(json!({ "phase": opened.row.digest.phase }));
    let receipt = Receipt::new(entry).event(changed(&opened.row, "refile"));
    Ok(tx.finish(receipt).await?)
}

/// Keeps a case on which time alone opened a remedy.
async fn noted(mut tx: Tx, mut opened: Opened, rows: &[Obligation], now: Timestamp) -> Result<()> {
    refresh::keep(&mut tx, &mut opened, rows).await?;
    let entry = AuditEntry::new("case.remedy", "case", opened.row.id).detail(json!({}));
    let receipt = Receipt::new(entry).event(changed(&opened.row, "remedy"));
    let receipt = refresh::alarm(receipt, &opened.row, rows, now);
    Ok(tx.finish(receipt).await?)
}
