//! Who has to do with a case.

use std::collections::BTreeMap;

use domain::ids::{CaseId, PersonId};

use super::row::CaseRow;
use crate::batch;
use crate::conn::Conn;
use crate::error::Result;
use crate::tx::Tx;
use crate::value::Value;

/// Most people one case may have.
const MAX_PEOPLE: i64 = 500;

/// What a person has to do with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Answers for it.
    Owner,
    /// Goes there.
    Crew,
    /// Is told what happens.
    Watcher,
}

impl Part {
    /// The word in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Crew => "crew",
            Self::Watcher => "watcher",
        }
    }
}

crate::statements! {
    ADD = "INSERT INTO case_person (case_id, person_id, part, is_open, due_key) VALUES {rows} \
        ON CONFLICT (case_id, person_id, part) DO NOTHING";
    REMOVE = "DELETE FROM case_person WHERE case_id = $1 AND person_id = $2 AND part = $3";
    CLEAR = "DELETE FROM case_person WHERE case_id = $1 AND part = $2";
    NAMES = "SELECT p.id, p.name FROM person p WHERE p.id IN (SELECT author FROM case_event WHERE case_id = $1 \
        UNION SELECT author FROM case_note WHERE case_id = $1 UNION SELECT person_id FROM case_person WHERE case_id = $1 \
        UNION SELECT owner_id FROM service_case WHERE id = $1) LIMIT $2";
    OF_CASE = "SELECT person_id, part FROM case_person WHERE case_id = $1 ORDER BY part, person_id LIMIT $2";
    OF_CASES = "SELECT case_id, person_id, part FROM case_person WHERE case_id IN (VALUES {rows}) \
        ORDER BY part, person_id";
}

/// Adds a person to a case; twice is once.
pub async fn add_person(tx: &mut Tx, case: &CaseRow, person: PersonId, part: Part) -> Result<()> {
    tx.run(ADD.query().rows(vec![values(case, person, part)]))
        .await
        .map(|_| ())
}

/// Takes a person off a case; true if they were on it.
pub async fn remove_person(
    tx: &mut Tx,
    case: CaseId,
    person: PersonId,
    part: Part,
) -> Result<bool> {
    let query = REMOVE
        .bind(case.to_string())
        .bind(person.to_string())
        .bind(part.as_str());
    Ok(tx.run(query).await? == 1)
}

/// Puts these people in place of those who had this part.
pub async fn set_part(tx: &mut Tx, case: &CaseRow, part: Part, people: &[PersonId]) -> Result<()> {
    tx.run(CLEAR.bind(case.id.to_string()).bind(part.as_str()))
        .await?;
    if people.is_empty() {
        return Ok(());
    }
    let rows = people
        .iter()
        .map(|person| values(case, *person, part))
        .collect();
    tx.run(ADD.query().rows(rows)).await.map(|_| ())
}

/// The people of a case.
pub async fn people(conn: &mut Conn, case: CaseId) -> Result<Vec<(PersonId, Part)>> {
    let rows = conn
        .all(OF_CASE.bind(case.to_string()).bind(MAX_PEOPLE))
        .await?;
    rows.iter().map(read).collect()
}

/// The people of each of several cases.
pub async fn people_of(
    conn: &mut Conn,
    cases: &[CaseId],
) -> Result<BTreeMap<CaseId, Vec<(PersonId, Part)>>> {
    batch::grouped(conn, &OF_CASES, cases, "case_id", read).await
}

fn read(row: &crate::Row) -> Result<(PersonId, Part)> {
    let part = match row.get::<String>("part")?.as_str() {
        "owner" => Part::Owner,
        "crew" => Part::Crew,
        _ => Part::Watcher,
    };
    Ok((row.parse("person_id")?, part))
}

/// The names of everybody who had to do with a case.
pub async fn names(conn: &mut Conn, case: CaseId) -> Result<BTreeMap<PersonId, String>> {
    let rows = conn
        .all(NAMES.bind(case.to_string()).bind(MAX_PEOPLE))
        .await?;
    rows.iter()
        .map(|row| Ok((row.parse("id")?, row.get("name")?)))
        .collect()
}

fn values(case: &CaseRow, person: PersonId, part: Part) -> Vec<Value> {
    vec![
        case.id.to_string().into(),
        person.to_string().into(),
        part.as_str().into(),
        case.digest.phase.is_open().into(),
        case.digest.due_key().into(),
    ]
}
