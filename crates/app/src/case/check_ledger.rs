//! The proof of the ledger: every case is computed anew from its facts and compared with what is stored.

use std::collections::BTreeMap;

use domain::ids::CaseId;
use domain::obligation::{Obligation, Problem, State};
use domain::slug::CalendarName;
use jiff::Timestamp;
use store::ledger::{self, Belongs};
use store::{Conn, Scope, case};

use super::open::{Opened, to_millisecond};
use super::refresh;
use crate::ctx::App;
use crate::error::Result;
use crate::warranty;

/// Cases read between two looks at the list.
const STEP: u32 = 200;

/// What the check of the ledger found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct LedgerCheck {
    /// Cases computed anew.
    pub cases: u64,
    /// Promises compared.
    pub promises: u64,
    /// Occurrences of recurring duties compared.
    pub duties: u64,
    /// Warranties of units compared.
    pub warranties: u64,
    /// What is not as the facts say.
    pub differences: Vec<Difference>,
    /// Promises in force that are never due, since nobody keeps the calendar they are counted by.
    pub without_calendar: Vec<WithoutCalendar>,
}

/// A promise whose clock stands still for want of its calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutCalendar {
    /// The number of the case.
    pub case: String,
    /// The clause with its cycle, as in `response#1`.
    pub what: String,
    pub calendar: CalendarName,
}

/// Something stored that the facts do not give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The number of the case, of the agreement whose duty it is, or of the unit whose warranty it is.
    pub case: String,
    /// What differs: `facts`, `digest`, `as listed` (whether it is open, how many promises are broken, what is due next), or a clause with its cycle as in `response#1`; `warranty` is what lists show of a unit's.
    pub what: String,
    pub stored: String,
    pub computed: String,
}

/// Computes every case and every duty anew, on one snapshot. A clock that ran out since its case was last written is no difference: its
/// alarm is on the way.
pub async fn check_ledger(app: &App) -> Result<LedgerCheck> {
    let mut snapshot = app.db.snapshot().await?;
    let now = to_millisecond(app.now());
    let mut check = LedgerCheck::default();
    let mut after: Option<CaseId> = None;
    loop {
        let ids = case::ids_after(&mut snapshot, after, STEP).await?;
        for id in &ids {
            one(&mut snapshot, *id, now, &mut check).await?;
        }
        match ids.last() {
            Some(last) if ids.len() == STEP as usize => after = Some(*last),
            _ => break,
        }
    }
    crate::duties::check(&mut snapshot, &mut check).await?;
    let differences = &mut check.differences;
    check.warranties = warranty::check(&mut snapshot, |unit, stored, computed| {
        differences.push(Difference {
            case: unit,
            what: "warranty".to_owned(),
            stored,
            computed,
        });
    })
    .await?;
    Ok(check)
}

async fn one(conn: &mut Conn, id: CaseId, now: Timestamp, check: &mut LedgerCheck) -> Result<()> {
    let mut opened = Opened::load(conn, id, &Scope::All).await?;
    let stored = opened.row.clone();
    let kept = case::obligations(conn, id).await?;
    let computed = refresh::read_off(&opened.basis, &mut opened.row, &opened.facts, now)?;
    check.cases += 1;
    let mut differs = |what: String, stored: String, computed: String| {
        check.differences.push(Difference {
            case: opened.row.number.clone(),
            what,
            stored,
            computed,
        });
    };
    let in_order = (1..).zip(&opened.facts).all(|(seq, fact)| fact.seq == seq);
    if !in_order || stored.last_seq != opened.row.last_seq {
        differs(
            "facts".into(),
            stored.last_seq.to_string(),
            opened.row.last_seq.to_string(),
        );
    }
    let digest = |row: &case::CaseRow| {
        let digest = &row.digest;
        format!(
            "{:?}",
            (
                digest.phase,
                (&digest.severity, digest.rank),
                &digest.cause,
                &digest.region,
                digest.has_complaint,
                digest.is_paused,
                digest.ended_at,
                row.reported_at
            )
        )
    };
    if digest(&stored) != digest(&opened.row) {
        differs("digest".into(), digest(&stored), digest(&opened.row));
    }
    let listed =
        |open: bool, broken: u32, due: Option<Timestamp>| format!("{:?}", (open, broken, due));
    let owed = refresh::next_promise(&kept).and_then(|row| row.due_at);
    let broken = refresh::count(kept.iter().filter(|row| row.broken_at.is_some()));
    let by_rows = listed(stored.digest.phase.is_open(), broken, owed);
    let as_listed = listed(
        case::is_listed_open(conn, id).await?,
        stored.digest.broken,
        stored.digest.next_due_at,
    );
    if as_listed != by_rows {
        differs("as listed".into(), as_listed, by_rows);
    }
    for row in ledger::misfiled(conn, &id.to_string(), &belongs(&opened.row)).await? {
        differs(
            format!("{}#{} as counted", row.clause, row.cycle),
            row.filed,
            row.owed,
        );
    }
    for row in computed.iter().filter(|row| row.is_open()) {
        if let Some(Problem::CalendarMissing { calendar }) = &row.problem {
            check.without_calendar.push(WithoutCalendar {
                case: opened.row.number.clone(),
                what: format!("{}#{}", row.clause, row.cycle),
                calendar: calendar.clone(),
            });
        }
    }
    let kept = by_name(kept);
    let begun = computed
        .into_iter()
        .filter(|row| row.state != State::Pending);
    let computed = by_name(begun);
    check.promises += computed.len() as u64;
    for name in kept
        .keys()
        .chain(computed.keys().filter(|name| !kept.contains_key(*name)))
    {
        let (kept, computed) = (kept.get(name), computed.get(name));
        let same = match (kept, computed) {
            (Some(kept), Some(computed)) => seen_at(kept.clone(), now) == *computed,
            _ => false,
        };
        if !same {
            let told = |row: Option<&Obligation>| {
                row.map_or_else(
                    || "none".to_owned(),
                    |row| refresh::json(row).unwrap_or_default(),
                )
            };
            differs(format!("{}#{}", name.0, name.1), told(kept), told(computed));
        }
    }
    Ok(())
}

/// What the ledger counts the promises of a case by.
fn belongs(row: &case::CaseRow) -> Belongs {
    fn text<T: ToString>(value: Option<T>) -> String {
        value.map(|value| value.to_string()).unwrap_or_default()
    }
    Belongs {
        branch: row.branch.to_string(),
        customer: text(row.customer),
        agreement: text(row.agreement),
        plan_version: row.plan_version.to_string(),
        region: text(row.digest.region.as_ref()),
        owner: text(row.owner),
        severity: text(row.digest.severity.as_ref()),
    }
}

fn by_name(rows: impl IntoIterator<Item = Obligation>) -> BTreeMap<(String, u32), Obligation> {
    let named = rows
        .into_iter()
        .map(|row| ((row.clause.to_string(), row.cycle), row));
    named.collect()
}

/// A row as it stands now, if only time has passed since it was kept.
fn seen_at(row: Obligation, now: Timestamp) -> Obligation {
    let ran_out = row.due_at.filter(|due| *due <= now);
    let runs = matches!(row.state, State::Running | State::Paused);
    match ran_out {
        Some(due) if runs && row.strength == domain::plan::Strength::Must => Obligation {
            state: State::Broken,
            broken_at: Some(due),
            ..row
        },
        _ => row,
    }
}
