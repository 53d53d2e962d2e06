//! The proof of the ledger for duties: occurrences are made again as of the instant they were kept at, and compared.

use domain::ids::AgreementId;
use domain::obligation::Obligation;
use store::ledger::{self, Belongs};
use store::{Conn, Scope, agreement, duty};

use super::open::Opened;
use crate::case::{Difference, LedgerCheck};
use crate::error::Result;

/// Agreements read between two looks at the list.
const STEP: u32 = 200;

/// Compares every agreement's occurrences with what its facts give.
pub(crate) async fn check(conn: &mut Conn, check: &mut LedgerCheck) -> Result<()> {
    let mut after: Option<AgreementId> = None;
    loop {
        let ids = duty::runs_after(conn, after, STEP).await?;
        for id in &ids {
            one(conn, *id, check).await?;
        }
        match ids.last() {
            Some(last) if ids.len() == STEP as usize => after = Some(*last),
            _ => return Ok(()),
        }
    }
}

async fn one(conn: &mut Conn, id: AgreementId, check: &mut LedgerCheck) -> Result<()> {
    let Some(run) = duty::run(conn, id).await? else {
        return Ok(());
    };
    let agreement = agreement::get(conn, id, &Scope::All).await?;
    let number = agreement.number.clone();
    let belongs = Belongs {
        branch: agreement.org.to_string(),
        customer: agreement.customer.to_string(),
        agreement: id.to_string(),
        plan_version: agreement.plan_version.to_string(),
        ..Belongs::default()
    };
    let opened = Opened::with(
        conn,
        agreement,
        (run.warranty_ends_on, run.production_ends_on),
        run.families,
    )
    .await?;
    let computed = opened.rows(run.computed_at);
    let kept = duty::of_agreement(conn, id).await?;
    check.duties += computed.len() as u64;
    let facts = u32::try_from(opened.facts.len()).unwrap_or(u32::MAX);
    let mut differs = |what: String, stored: String, computed: String| {
        check.differences.push(Difference {
            case: number.clone(),
            what,
            stored,
            computed,
        });
    };
    if facts != run.last_seq {
        differs("facts".into(), run.last_seq.to_string(), facts.to_string());
    }
    for row in ledger::misfiled(conn, &id.to_string(), &belongs).await? {
        differs(
            format!("{}#{} as counted", row.clause, row.cycle),
            row.filed,
            row.owed,
        );
    }
    for row in &kept {
        if !computed.contains(row) {
            differs(name(row), told(row), told_of(&computed, row));
        }
    }
    for row in &computed {
        if !kept.iter().any(|known| name(known) == name(row)) {
            differs(name(row), "none".into(), told(row));
        }
    }
    Ok(())
}

fn name(row: &Obligation) -> String {
    format!("{}#{}", row.clause, row.cycle)
}

fn told(row: &Obligation) -> String {
    serde_json::to_string(row).unwrap_or_default()
}

fn told_of(rows: &[Obligation], named: &Obligation) -> String {
    let same = rows.iter().find(|row| name(row) == name(named));
    same.map_or_else(|| "none".to_owned(), told)
}
