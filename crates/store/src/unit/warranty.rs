//! What decides a unit's warranty over time: repairs, and each resolution of the warranty.

use crate::batch;
use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::scope::Scope;
use crate::tx::Tx;
use domain::ids::{CaseId, UnitId};
use domain::plan::clauses::coverage::Cause;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Days a unit was under repair, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    pub case: CaseId,
    pub from: Date,
    pub to: Date,
}

/// One resolution of a unit's warranty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    pub seq: i64,
    pub resolved_at: Timestamp,
    /// JSON of the resolution with its reasons.
    pub resolution: serde_json::Value,
    pub hash: String,
    /// The last day of the whole unit's warranty, if it has one.
    pub ends_on: Option<Date>,
}

crate::statements! {
    ADD_REPAIR = "INSERT INTO unit_repair (unit_id, from_day, to_day, case_id) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (unit_id, case_id, from_day) DO UPDATE SET to_day = excluded.to_day, source = 'person'";
    OF_CASE = "SELECT * FROM unit_repair WHERE unit_id = $1 AND case_id = $2 AND source = 'case' ORDER BY from_day LIMIT $3";
    CLEAR_OF_CASE = "DELETE FROM unit_repair WHERE unit_id = $1 AND case_id = $2 AND source = 'case'";
    ADD_OF_CASE = "INSERT INTO unit_repair (unit_id, from_day, to_day, case_id, source) VALUES ($1, $2, $3, $4, 'case') \
        ON CONFLICT (unit_id, case_id, from_day) DO NOTHING";
    ADD_FIRST = "INSERT INTO unit_warranty (unit_id, seq, resolved_at, resolution, hash, ends_on) VALUES {rows}";
    REPAIRS = "SELECT * FROM unit_repair WHERE unit_id = $1 ORDER BY from_day, case_id LIMIT $2";
    ELSEWHERE = "SELECT r.to_day, c.cause FROM unit_repair r JOIN service_case c ON c.id = r.case_id \
        WHERE r.unit_id = $1 AND r.case_id <> $2 ORDER BY r.to_day DESC, r.case_id LIMIT $3";
    ADD_RESOLUTION = "INSERT INTO unit_warranty (unit_id, seq, resolved_at, resolution, hash, ends_on) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    LAST_RESOLUTION = "SELECT * FROM unit_warranty WHERE unit_id = $1 ORDER BY seq DESC LIMIT 1";
    LAST_RESOLUTIONS = "SELECT w.* FROM unit_warranty w WHERE w.unit_id IN (VALUES {rows}) \
        AND w.seq = (SELECT MAX(o.seq) FROM unit_warranty o WHERE o.unit_id = w.unit_id)";
    RESOLUTIONS = "SELECT * FROM unit_warranty WHERE unit_id = $1 ORDER BY seq DESC LIMIT $2";
}

/// Notes repair days; the same repair told again with another end replaces its end.
pub async fn add_repair(tx: &mut Tx, unit: UnitId, repair: &Repair) -> Result<()> {
    let query = ADD_REPAIR
        .bind(unit.to_string())
        .bind(repair.from.to_string())
        .bind(repair.to.to_string())
        .bind(repair.case.to_string());
    tx.run(query).await?;
    Ok(())
}

/// Puts the repair days read off a case in place of those read off it before; true when that changed anything. What a
/// person noted for the same day stays.
pub async fn follow_case(
    tx: &mut Tx,
    unit: UnitId,
    case: CaseId,
    repairs: &[Repair],
) -> Result<bool> {
    let kept = OF_CASE
        .bind(unit.to_string())
        .bind(case.to_string())
        .bind(super::MAX_PARTS);
    let kept: Vec<Repair> = tx
        .all(kept)
        .await?
        .iter()
        .map(Repair::read)
        .collect::<Result<_>>()?;
    if kept == repairs {
        return Ok(false);
    }
    tx.run(CLEAR_OF_CASE.bind(unit.to_string()).bind(case.to_string()))
        .await?;
    for repair in repairs {
        let query = ADD_OF_CASE
            .bind(unit.to_string())
            .bind(repair.from.to_string())
            .bind(repair.to.to_string())
            .bind(case.to_string());
        tx.run(query).await?;
    }
    Ok(true)
}

pub async fn repairs(conn: &mut Conn, unit: UnitId) -> Result<Vec<Repair>> {
    conn.all(REPAIRS.bind(unit.to_string()).bind(super::MAX_PARTS))
        .await?
        .iter()
        .map(Repair::read)
        .collect()
}

/// The last days of a unit's repairs in other cases than this one, with the cause decided there; the latest first.
pub async fn repairs_elsewhere(
    conn: &mut Conn,
    unit: UnitId,
    case: CaseId,
) -> Result<Vec<(Date, Option<Cause>)>> {
    let query = ELSEWHERE
        .bind(unit.to_string())
        .bind(case.to_string())
        .bind(super::MAX_PARTS);
    let rows = conn.all(query).await?;
    rows.iter()
        .map(|row| Ok((row.parse("to_day")?, row.parse_optional("cause")?)))
        .collect()
}

/// Appends a resolution. Two at once collide on their number, and one is [`crate::StoreError::Unique`].
pub async fn add_resolution(tx: &mut Tx, unit: UnitId, resolution: &Resolution) -> Result<()> {
    let query = ADD_RESOLUTION
        .bind(unit.to_string())
        .bind(resolution.seq)
        .bind(resolution.resolved_at)
        .bind(&resolution.resolution)
        .bind(&resolution.hash)
        .bind(resolution.ends_on.map(|day| day.to_string()));
    tx.run(query).await?;
    Ok(())
}

/// Appends the first resolutions of many units at once.
pub async fn add_first_resolutions(tx: &mut Tx, first: &[(UnitId, Resolution)]) -> Result<()> {
    batch::write(tx, &ADD_FIRST, first, |(unit, resolution)| {
        vec![
            unit.to_string().into(),
            resolution.seq.into(),
            resolution.resolved_at.into(),
            (&resolution.resolution).into(),
            (&resolution.hash).into(),
            resolution.ends_on.map(|day| day.to_string()).into(),
        ]
    })
    .await
}

/// The resolution that holds.
pub async fn last_resolution(conn: &mut Conn, unit: UnitId) -> Result<Option<Resolution>> {
    conn.optional(LAST_RESOLUTION.bind(unit.to_string()))
        .await?
        .as_ref()
        .map(Resolution::read)
        .transpose()
}

/// The resolutions that hold for many units, each by its unit.
pub async fn last_resolutions(
    conn: &mut Conn,
    units: &[String],
) -> Result<BTreeMap<UnitId, Resolution>> {
    let rows = batch::select(conn, &LAST_RESOLUTIONS, units, &Scope::All).await?;
    rows.iter()
        .map(|row| Ok((row.parse("unit_id")?, Resolution::read(row)?)))
        .collect()
}

/// All resolutions, the last first, at most [`super::MAX_PARTS`].
pub async fn resolutions(conn: &mut Conn, unit: UnitId) -> Result<Vec<Resolution>> {
    conn.all(RESOLUTIONS.bind(unit.to_string()).bind(super::MAX_PARTS))
        .await?
        .iter()
        .map(Resolution::read)
        .collect()
}

impl Repair {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            case: row.parse("case_id")?,
            from: row.parse("from_day")?,
            to: row.parse("to_day")?,
        })
    }
}

impl Resolution {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            seq: row.get("seq")?,
            resolved_at: row.get("resolved_at")?,
            resolution: row.json("resolution")?,
            hash: row.get("hash")?,
            ends_on: row.parse_optional("ends_on")?,
        })
    }
}
