//! The nightly run: occurrences are made up to the horizon, and those that were missed are told.

use domain::access::Role;
use domain::ids::AgreementId;
use domain::obligation::{Obligation, State};
use jiff::SignedDuration;
use serde_json::json;
use store::job::Claim;
use store::{AuditEntry, Receipt, Scope, Tx, agreement, duty, person};

use super::NIGHTLY;
use super::changed::changed;
use super::open::Opened;
use super::refresh::keep;
use crate::case::to_millisecond;
use crate::ctx::App;
use crate::error::{Kind, Result};
use crate::notices::{DUTY_MISSED, DUTY_OPEN, Telling, tell};
use crate::work::{SERVICE, next_run};

/// Agreements of one run; the next run goes on behind them.
const STEP: u32 = 200;
/// What is older is no news: an agreement seen for the first time does not tell its whole past.
const RECENT: SignedDuration = SignedDuration::from_hours(7 * 24);
/// What happened before the night it should have been seen in says that it is told late.
const LATE: SignedDuration = SignedDuration::from_hours(25);

/// Makes the occurrences of the next agreements; after the last one it waits for the next night.
pub async fn nightly(app: &App, claim: Claim) -> Result<()> {
    let after = claim.mark.parse::<AgreementId>().ok();
    let mut read = app.db.read().await?;
    let agreements = duty::agreements_after(&mut read, after, STEP).await?;
    let zone = crate::settings::zone(&mut read).await?;
    let changed = changed(&mut read, &agreements, to_millisecond(app.now())).await?;
    drop(read);
    let (mut told, mut unchecked) = (0, 0);
    for id in changed {
        match one(app, id).await {
            Ok(new) => told += new,
            Err(error) if error.kind == Kind::Unavailable => return Err(error),
            // Those behind it are looked at all the same.
            Err(error) => {
                tracing::error!(agreement = %id, %error, "the duties of an agreement could not be computed anew");
                unchecked += 1;
            }
        }
    }
    let is_full = agreements.len() >= STEP as usize;
    let behind = agreements
        .last()
        .filter(|_| is_full)
        .map(ToString::to_string);
    let tx = app.db.begin(app.origin(SERVICE)).await?;
    let entry = AuditEntry::new("duty.nightly", "agreement", claim.mark.clone())
        .detail(json!({ "agreements": agreements.len(), "told": told, "unchecked": unchecked }));
    let timer = next_run((NIGHTLY, &claim), behind, app.now(), &zone);
    Ok(tx
        .finish(Receipt::new(entry).completes(claim).timer(timer))
        .await?)
}

/// Makes the occurrences of one agreement; returns how many people were told something new.
async fn one(app: &App, id: AgreementId) -> Result<u32> {
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    let found = agreement::get(&mut tx, id, &Scope::All).await?;
    let opened = Opened::load(&mut tx, found).await?;
    let before = duty::of_agreement(&mut tx, id).await?;
    let rows = keep(&mut tx, &opened).await?;
    let told = tellings(&mut tx, &opened, &before, &rows).await?;
    let entry = AuditEntry::new("duty.refresh", "agreement", id)
        .detail(json!({ "occurrences": rows.len() }));
    let (receipt, new) = tell(app, &mut tx, Receipt::new(entry), told).await?;
    tx.finish(receipt).await?;
    Ok(new)
}

/// What is to be said: windows that opened, and occurrences that were missed, each told once.
async fn tellings(
    tx: &mut Tx,
    opened: &Opened,
    before: &[Obligation],
    rows: &[Obligation],
) -> Result<Vec<Telling>> {
    let was = |row: &Obligation| {
        let same = |known: &&Obligation| known.clause == row.clause && known.cycle == row.cycle;
        before.iter().find(same).map(|known| known.state)
    };
    let mut told = Vec::new();
    let since = tx.at() - RECENT;
    for row in rows.iter().filter(|row| was(row) != Some(row.state)) {
        let (kind, role, since_when) = match row.state {
            State::Running => (DUTY_OPEN, Role::Dispatcher, row.started_at),
            State::Broken => (DUTY_MISSED, Role::ServiceManager, row.broken_at),
            _ => continue,
        };
        let Some(mark) = since_when.filter(|at| *at >= since) else {
            continue;
        };
        let late = tx.at().duration_since(mark) > LATE;
        let clause = opened.plan.clause(&row.clause);
        let heading = clause.map_or(row.clause.as_str(), |clause| clause.heading.as_str());
        for person in person::nearest(tx, opened.agreement.org, role).await? {
            told.push(Telling {
                person: person.id,
                kind,
                subject: opened.agreement.id.to_string(),
                params: json!({
                    "number": opened.agreement.number, "clause": heading, "due": row.due_at, "mark": mark, "late": late,
                }),
                dedup: format!("{kind}/{}/{}:{}", opened.agreement.id, row.clause, row.cycle),
            });
        }
    }
    Ok(told)
}
