//! Marks of promises: who is told of which, each once.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Role;
use domain::ids::{CaseId, OrgUnitId, PersonId};
use domain::obligation::{Obligation, State};
use domain::slug::ClauseId;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::case::{self, CaseRow, Mark, Part};
use store::{Conn, Tx, person};

use super::open::Opened;
use crate::error::Result;
use crate::language::Language;
use crate::notices::{PROMISE_BROKEN, PROMISE_WARNING, Telling};

/// The mark of a breach, in percent of the limit.
const BREACH: u8 = 100;
/// What is told so much later than it was reached says so.
const LATE: SignedDuration = SignedDuration::from_secs(30);

/// A mark that was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Reached {
    percent: u8,
    at: Timestamp,
    roles: Vec<Role>,
}

/// Whether a promise has a mark that somebody should have been told of by now.
pub(super) fn is_any_reached(row: &Obligation, now: Timestamp) -> bool {
    !reached(row, now).is_empty()
}

/// A case with its promises as they stand.
pub(super) type Judged<'a> = (&'a Opened, &'a [Obligation]);

/// Every mark of these cases that was reached, with everybody who must know of it. Only reads.
pub(super) async fn owed<'a>(
    conn: &mut Conn,
    cases: &[Judged<'a>],
    now: Timestamp,
) -> Result<Vec<Due<'a>>> {
    let rung: Vec<CaseId> = cases
        .iter()
        .filter(|(_, rows)| rows.iter().any(|row| is_any_reached(row, now)))
        .map(|(opened, _)| opened.row.id)
        .collect();
    if rung.is_empty() {
        return Ok(Vec::new());
    }
    let mut people = People::load(conn, &rung).await?;
    let told = case::told_of(conn, &rung).await?;
    let mut due = Vec::new();
    for (number, (opened, rows)) in cases.iter().enumerate() {
        let told = told.get(&opened.row.id).map_or(&[][..], Vec::as_slice);
        for (order, promise) in rows.iter().enumerate() {
            for mark in reached(promise, now) {
                for person in people.of(conn, &opened.row, &mark).await? {
                    due.push(Due::new(
                        (number, order),
                        promise,
                        mark.clone(),
                        person,
                        told,
                    ));
                }
            }
        }
    }
    Ok(due)
}

/// Notes the marks that are [`owed`] and were not told before, and returns for each case what is to be said: of several
/// marks of one promise each person hears of the last. A mark that was told stays told, whatever became of the clock
/// since.
pub(super) async fn tell(
    tx: &mut Tx,
    cases: &[Judged<'_>],
    due: &[Due<'_>],
    now: Timestamp,
) -> Result<Vec<Vec<Telling>>> {
    let stored = |due: &Due<'_>| (cases[due.place.0].0.row.id, due.stored());
    let marks: Vec<(CaseId, Mark)> = due.iter().map(stored).collect();
    let new: BTreeSet<_> = case::tell(tx, &marks)
        .await?
        .into_iter()
        .map(|(case, mark)| key(case, &mark))
        .collect();
    let mut last: BTreeMap<((usize, usize), PersonId), &Due<'_>> = BTreeMap::new();
    for due in due.iter().filter(|due| due.is_news) {
        let (case, mark) = stored(due);
        if new.contains(&key(case, &mark)) {
            last.insert((due.place, due.person), due);
        }
    }
    let mut tellings: Vec<Vec<Telling>> = cases.iter().map(|_| Vec::new()).collect();
    for due in last.into_values() {
        let opened = cases[due.place.0].0;
        tellings[due.place.0].push(telling(opened, due.promise, due.person, &due.mark, now));
    }
    Ok(tellings)
}

fn key(case: CaseId, mark: &Mark) -> (CaseId, ClauseId, u32, u8, PersonId) {
    (
        case,
        mark.clause.clone(),
        mark.cycle,
        mark.percent,
        mark.person,
    )
}

/// A mark somebody is to be told of.
pub(super) struct Due<'a> {
    /// The case among those looked at, and the promise among those of the case.
    place: (usize, usize),
    promise: &'a Obligation,
    mark: Reached,
    person: PersonId,
    /// Whether it is more than they were told of that promise before.
    is_news: bool,
}

impl<'a> Due<'a> {
    fn new(
        place: (usize, usize),
        promise: &'a Obligation,
        mark: Reached,
        person: PersonId,
        told: &[Mark],
    ) -> Self {
        let before = told.iter().filter(|known| {
            known.person == person && known.clause == promise.clause && known.cycle == promise.cycle
        });
        let highest = before.map(|known| known.percent).max();
        Self {
            is_news: highest.is_none_or(|highest| highest < mark.percent),
            place,
            promise,
            mark,
            person,
        }
    }

    fn stored(&self) -> Mark {
        Mark {
            clause: self.promise.clause.clone(),
            cycle: self.promise.cycle,
            percent: self.mark.percent,
            person: self.person,
            mark_at: self.mark.at,
        }
    }
}

/// The marks of a promise that were reached, in order. Once it ended in time nobody needs a warning any more; a breach
/// is told even if it was met since, but not once it was excused.
fn reached(row: &Obligation, now: Timestamp) -> Vec<Reached> {
    let mut reached = Vec::new();
    if matches!(row.state, State::Running | State::Paused | State::Broken) {
        let warnings = row
            .warnings
            .iter()
            .filter(|warning| warning.percent < BREACH);
        let passed = warnings.filter(|warning| warning.at <= now);
        reached.extend(passed.map(|warning| Reached {
            percent: warning.percent,
            at: warning.at,
            roles: warning.escalate_to.clone(),
        }));
    }
    if let Some(at) = row
        .broken_at
        .filter(|at| *at <= now && row.state != State::Excused)
    {
        let named = row
            .warnings
            .iter()
            .flat_map(|warning| warning.escalate_to.iter().copied());
        let mut roles: Vec<Role> = named.chain([Role::ServiceManager]).collect();
        roles.sort_by_key(|role| role.as_str());
        roles.dedup();
        reached.push(Reached {
            percent: BREACH,
            at,
            roles,
        });
    }
    reached
}

fn telling(
    opened: &Opened,
    promise: &Obligation,
    person: PersonId,
    mark: &Reached,
    now: Timestamp,
) -> Telling {
    let row = &opened.row;
    let heading = |language| {
        let said = opened.basis.plan.wording_of(&promise.clause, language);
        said.map_or_else(|| promise.clause.to_string(), |said| said.heading)
    };
    let promise_id = format!("{}:{}", promise.clause, promise.cycle);
    Telling {
        person,
        kind: if mark.percent >= BREACH {
            PROMISE_BROKEN
        } else {
            PROMISE_WARNING
        },
        subject: row.id.to_string(),
        params: json!({
            "number": row.number,
            "clause": heading(Language::Chinese),
            "clause_en": heading(Language::English),
            "promise": promise_id,
            "percent": mark.percent,
            "due": promise.due_at,
            "mark": mark.at,
            "late": now.duration_since(mark.at) > LATE,
        }),
        dedup: format!("{}/{promise_id}/{}", row.id, mark.percent),
    }
}

/// Who is told of the marks of cases.
struct People {
    /// Crew and watchers of each case, who hear of breaches.
    others: BTreeMap<CaseId, BTreeSet<PersonId>>,
    by_role: BTreeMap<(OrgUnitId, &'static str), Vec<PersonId>>,
}

impl People {
    async fn load(conn: &mut Conn, cases: &[CaseId]) -> Result<Self> {
        let people = case::people_of(conn, cases).await?;
        let others = |people: Vec<(PersonId, Part)>| {
            let others = people.into_iter().filter(|(_, part)| *part != Part::Owner);
            others.map(|(person, _)| person).collect()
        };
        Ok(Self {
            others: people
                .into_iter()
                .map(|(case, people)| (case, others(people)))
                .collect(),
            by_role: BTreeMap::new(),
        })
    }

    /// The owner, and the people of the roles the mark is escalated to at the case's branch or above. A case without an
    /// owner is the dispatchers' business.
    async fn of(
        &mut self,
        conn: &mut Conn,
        row: &CaseRow,
        mark: &Reached,
    ) -> Result<BTreeSet<PersonId>> {
        let mut told: BTreeSet<PersonId> = row.owner.into_iter().collect();
        if row.owner.is_none() {
            told.extend(self.with_role(conn, row, Role::Dispatcher).await?);
        }
        for role in &mark.roles {
            told.extend(self.with_role(conn, row, *role).await?);
        }
        if mark.percent >= BREACH {
            told.extend(self.others.get(&row.id).into_iter().flatten().copied());
        }
        Ok(told)
    }

    async fn with_role(
        &mut self,
        conn: &mut Conn,
        row: &CaseRow,
        role: Role,
    ) -> Result<Vec<PersonId>> {
        let key = (row.branch, role.as_str());
        if let Some(known) = self.by_role.get(&key) {
            return Ok(known.clone());
        }
        let nearest = person::nearest(conn, row.branch, role).await?;
        let people: Vec<PersonId> = nearest.into_iter().map(|person| person.id).collect();
        self.by_role.insert(key, people.clone());
        Ok(people)
    }
}
