//! Marks of promises: who is told of which, each once.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::Role;
use domain::ids::PersonId;
use domain::obligation::{Obligation, State};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::case::{self, CaseRow, Mark, Part};
use store::{Tx, person};

use super::open::Opened;
use crate::error::Result;
use crate::notices::{PROMISE_BROKEN, PROMISE_WARNING, Telling};

/// The mark of a breach, in percent of the limit.
const BREACH: u8 = 100;
/// What is told so much later than it was reached says so.
const LATE: SignedDuration = SignedDuration::from_mins(2);

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

/// Notes every mark reached and not told before, and returns what is to be said: of several marks of one promise each
/// person hears of the last. A mark that was told stays told, whatever became of the clock since.
pub(super) async fn tell(
    tx: &mut Tx,
    opened: &Opened,
    rows: &[Obligation],
    now: Timestamp,
) -> Result<Vec<Telling>> {
    let row = &opened.row;
    let mut people = People::load(tx, row).await?;
    let mut told: BTreeMap<(String, u32, PersonId), u8> = BTreeMap::new();
    for mark in case::told(tx, row.id).await? {
        let highest = told
            .entry((mark.clause.to_string(), mark.cycle, mark.person))
            .or_default();
        *highest = mark.percent.max(*highest);
    }
    let mut tellings = Vec::new();
    for promise in rows {
        let mut last: BTreeMap<PersonId, Reached> = BTreeMap::new();
        for mark in reached(promise, now) {
            for person in people.of(tx, row, &mark).await? {
                let known = told.get(&(promise.clause.to_string(), promise.cycle, person));
                let stored = Mark {
                    clause: promise.clause.clone(),
                    cycle: promise.cycle,
                    percent: mark.percent,
                    person,
                    mark_at: mark.at,
                };
                let is_new = case::tell(tx, row.id, &stored).await?;
                if is_new && known.is_none_or(|highest| *highest < mark.percent) {
                    last.insert(person, mark.clone());
                }
            }
        }
        let said = last
            .into_iter()
            .map(|(person, mark)| telling(opened, promise, person, &mark, now));
        tellings.extend(said);
    }
    Ok(tellings)
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
    let heading = opened
        .basis
        .plan
        .clause(&promise.clause)
        .map(|clause| clause.heading.as_str());
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
            "clause": heading.unwrap_or(promise.clause.as_str()),
            "promise": promise_id,
            "percent": mark.percent,
            "due": promise.due_at,
            "mark": mark.at,
            "late": now.duration_since(mark.at) > LATE,
        }),
        dedup: format!("{}/{promise_id}/{}", row.id, mark.percent),
    }
}

/// Who is told of the marks of a case.
struct People {
    owner: Option<PersonId>,
    /// Crew and watchers, who hear of breaches.
    others: BTreeSet<PersonId>,
    by_role: BTreeMap<&'static str, Vec<PersonId>>,
}

impl People {
    async fn load(tx: &mut Tx, row: &CaseRow) -> Result<Self> {
        let people = case::people(tx, row.id).await?;
        let others = people.into_iter().filter(|(_, part)| *part != Part::Owner);
        Ok(Self {
            owner: row.owner,
            others: others.map(|(person, _)| person).collect(),
            by_role: BTreeMap::new(),
        })
    }

    /// The owner, and the people of the roles the mark is escalated to at the case's branch or above. A case without an
    /// owner is the dispatchers' business.
    async fn of(
        &mut self,
        tx: &mut Tx,
        row: &CaseRow,
        mark: &Reached,
    ) -> Result<BTreeSet<PersonId>> {
        let mut told: BTreeSet<PersonId> = self.owner.into_iter().collect();
        if self.owner.is_none() {
            told.extend(self.with_role(tx, row, Role::Dispatcher).await?);
        }
        for role in &mark.roles {
            told.extend(self.with_role(tx, row, *role).await?);
        }
        if mark.percent >= BREACH {
            told.extend(self.others.iter().copied());
        }
        Ok(told)
    }

    async fn with_role(&mut self, tx: &mut Tx, row: &CaseRow, role: Role) -> Result<Vec<PersonId>> {
        if let Some(known) = self.by_role.get(role.as_str()) {
            return Ok(known.clone());
        }
        let nearest = person::nearest(tx, row.branch, role).await?;
        let people: Vec<PersonId> = nearest.into_iter().map(|person| person.id).collect();
        self.by_role.insert(role.as_str(), people.clone());
        Ok(people)
    }
}
