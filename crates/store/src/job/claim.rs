use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

use crate::conn::Conn;
use crate::db::Db;
use crate::error::{Result, StoreError};
use crate::job::{Claim, MAX_ATTEMPTS, MAX_CLAIM};
use crate::row::Row;
use crate::statement::{Query, Statement};
use crate::tx::Tx;

const FIRST_RETRY: SignedDuration = SignedDuration::from_secs(5);
const LONGEST_RETRY: SignedDuration = SignedDuration::from_hours(1);

/// Jobs that one statement settles.
const AT_ONCE: usize = 100;

crate::statements! {
    // Ordered, because PostgreSQL otherwise expects to meet a due row early and reads all that are not.
    FIRST_DUE = "SELECT kind FROM job WHERE run_at <= $1 ORDER BY run_at LIMIT 1";
    CLAIM = "WITH ready AS MATERIALIZED (SELECT kind, subject, mark FROM job WHERE run_at <= $2 \
        ORDER BY run_at LIMIT $3 {skip_locked}) \
        UPDATE job SET claim = $1, run_at = $4, attempts = attempts + 1 FROM ready \
        WHERE job.kind = ready.kind AND job.subject = ready.subject AND job.mark = ready.mark \
        RETURNING job.kind, job.subject, job.mark, job.due_at, job.attempts";
    CLAIM_ALIKE = "WITH ready AS MATERIALIZED (SELECT kind, subject, mark FROM job WHERE run_at <= $2 AND kind = $5 \
        ORDER BY run_at LIMIT $3 {skip_locked}) \
        UPDATE job SET claim = $1, run_at = $4, attempts = attempts + 1 FROM ready \
        WHERE job.kind = ready.kind AND job.subject = ready.subject AND job.mark = ready.mark \
        RETURNING job.kind, job.subject, job.mark, job.due_at, job.attempts";
    COMPLETE = "DELETE FROM job WHERE kind = $1 AND subject = $2 AND mark = $3 AND claim = $4";
    // A person's letter ends timers of many marks, the alarms of many cases have one: either is one statement.
    COMPLETE_ALL = "DELETE FROM job WHERE kind = $1 AND claim = $2 AND (subject, mark) IN (VALUES {rows}) \
        RETURNING subject, mark";
    DISMISS_ALL = "DELETE FROM job WHERE kind = $1 AND claim = $2 AND (subject, mark) IN (VALUES {rows})";
    HOLDER = "SELECT COALESCE(claim, '') AS claim FROM job WHERE kind = $1 AND subject = $2 AND mark = $3";
    RETRY = "UPDATE job SET claim = NULL, run_at = $5, last_error = $6 \
        WHERE kind = $1 AND subject = $2 AND mark = $3 AND claim = $4";
    POSTPONE = "UPDATE job SET claim = NULL, run_at = $5, due_at = $5, attempts = 0, last_error = NULL \
        WHERE kind = $1 AND subject = $2 AND mark = $3 AND claim = $4";
    NEXT = "SELECT run_at FROM job WHERE run_at IS NOT NULL ORDER BY run_at LIMIT 1";
}

/// Claims up to `limit` due jobs for `lease`. A job whose worker vanished becomes due again when the lease ends; one that was
/// tried too often is claimed like any other, and [`Claim::is_worn_out`]: it is only there to be given up with [`fail`]. With nothing due it reads one index entry and writes nothing.
/// `token` is a random text of the caller, new for each call.
pub async fn claim_due(
    db: &Db,
    token: &str,
    now: Timestamp,
    lease: SignedDuration,
    limit: u32,
) -> Result<Vec<Claim>> {
    claim(db, token, now, |_| {
        CLAIM
            .bind(token)
            .bind(now)
            .bind(limit.min(MAX_CLAIM))
            .bind(now + lease)
    })
    .await
}

/// Jobs of a kind that are run together.
#[derive(Debug, Clone, Copy)]
pub struct Alike<'a> {
    pub kind: &'a str,
    /// How many of them to claim at most.
    pub limit: u32,
}

/// The same, but where the job due first is of a kind whose jobs are run together, jobs of that kind alone up to its limit.
pub async fn claim_alike(
    db: &Db,
    token: &str,
    now: Timestamp,
    lease: SignedDuration,
    alike: Alike<'_>,
    limit: u32,
) -> Result<Vec<Claim>> {
    claim(db, token, now, |first| {
        let is_alike = first == alike.kind;
        let (statement, limit) = if is_alike {
            (CLAIM_ALIKE, alike.limit)
        } else {
            (CLAIM, limit)
        };
        let query = statement
            .bind(token)
            .bind(now)
            .bind(limit.min(MAX_CLAIM))
            .bind(now + lease);
        if is_alike {
            query.bind(alike.kind)
        } else {
            query
        }
    })
    .await
}

/// Claims by the statement that `which` chooses for the kind of the job due first.
async fn claim(
    db: &Db,
    token: &str,
    now: Timestamp,
    which: impl FnOnce(&str) -> Query,
) -> Result<Vec<Claim>> {
    let first = db.read().await?.optional(FIRST_DUE.bind(now)).await?;
    let Some(first) = first else {
        return Ok(Vec::new());
    };
    let query = which(&first.get::<String>("kind")?);
    let mut chore = db.chore().await?;
    let rows = chore.all(query).await?;
    let mut claims: Vec<Claim> = rows
        .iter()
        .map(|row| Claim::read(row, token))
        .collect::<Result<_>>()?;
    chore.commit().await?;
    claims.sort_by_key(|claim| claim.due_at);
    Ok(claims)
}

/// When the earliest job becomes due, so that a worker can sleep until then.
pub async fn next_run_at(conn: &mut Conn) -> Result<Option<Timestamp>> {
    conn.optional(NEXT.query())
        .await?
        .map(|row| row.get("run_at"))
        .transpose()
}

/// Removes a job that turned out to have no effect.
pub async fn dismiss(db: &Db, claim: &Claim) -> Result<()> {
    settle(db, vec![claim.settle(COMPLETE)]).await
}

/// Removes several such jobs.
pub async fn dismiss_all(db: &Db, claims: &[Claim]) -> Result<()> {
    let queries = removals(DISMISS_ALL, claims).map(|(query, _)| query);
    settle(db, queries.collect()).await
}

/// Moves a job that turned out to be early.
pub async fn postpone(db: &Db, claim: &Claim, run_at: Timestamp) -> Result<()> {
    settle(db, vec![claim.settle(POSTPONE).bind(run_at)]).await
}

/// Puts a failed job back with a growing pause, or gives it up after [`MAX_ATTEMPTS`]. Returns when it runs next.
pub async fn fail(
    db: &Db,
    claim: &Claim,
    now: Timestamp,
    error: &str,
) -> Result<Option<Timestamp>> {
    if claim.attempt >= MAX_ATTEMPTS {
        settle(db, vec![claim.give_up(error)]).await?;
        return Ok(None);
    }
    let next = now + retry_pause(claim.attempt);
    settle(db, vec![claim.settle(RETRY).bind(next).bind(error)]).await?;
    Ok(Some(next))
}

/// Removes jobs together with their effect. A job that was set again meanwhile stays; one that somebody else took
/// over or finished is stale, and the effect must not happen a second time.
pub(crate) async fn complete(tx: &mut Tx, claims: &[Claim]) -> Result<()> {
    for (query, some) in removals(COMPLETE_ALL, claims) {
        let removed = tx.all(query).await?;
        let keys = removed
            .iter()
            .map(|row| Ok((row.get("subject")?, row.get("mark")?)));
        let removed: BTreeSet<(String, String)> = keys.collect::<Result<_>>()?;
        for claim in some {
            if !removed.contains(&(claim.subject.clone(), claim.mark.clone())) {
                set_again(tx, claim).await?;
            }
        }
    }
    Ok(())
}

/// The statements that remove jobs, one for all of a kind that were claimed together, each with those it is about.
fn removals(statement: Statement, claims: &[Claim]) -> impl Iterator<Item = (Query, Vec<&Claim>)> {
    let mut alike: BTreeMap<(&str, &str), Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        let key = (claim.kind.as_str(), claim.token.as_str());
        alike.entry(key).or_default().push(claim);
    }
    alike.into_iter().flat_map(move |((kind, token), claims)| {
        let some: Vec<Vec<&Claim>> = claims.chunks(AT_ONCE).map(<[_]>::to_vec).collect();
        some.into_iter().map(move |some| {
            let rows = some
                .iter()
                .map(|claim| vec![(&claim.subject).into(), (&claim.mark).into()]);
            let query = statement.bind(kind).bind(token).rows(rows.collect());
            (query, some)
        })
    })
}

/// A claim that is not held any more is no trouble only where its job was set again.
async fn set_again(tx: &mut Tx, claim: &Claim) -> Result<()> {
    let query = HOLDER
        .bind(&claim.kind)
        .bind(&claim.subject)
        .bind(&claim.mark);
    let is_set_again = match tx.optional(query).await? {
        Some(row) => row.get::<String>("claim")?.is_empty(),
        None => false,
    };
    if is_set_again {
        Ok(())
    } else {
        Err(StoreError::Stale { what: "job" })
    }
}

/// A claim that is not held any more changes nothing: whoever holds the job now settles it.
async fn settle(db: &Db, queries: Vec<Query>) -> Result<()> {
    if queries.is_empty() {
        return Ok(());
    }
    let mut chore = db.chore().await?;
    for query in queries {
        chore.run(query).await?;
    }
    chore.commit().await
}

/// 5 s, 10 s, 20 s … up to an hour.
fn retry_pause(attempt: i64) -> SignedDuration {
    let doublings = u32::try_from(attempt - 1).unwrap_or(0).min(16);
    (FIRST_RETRY * 2_i32.pow(doublings)).min(LONGEST_RETRY)
}

impl Claim {
    /// Whether each of its attempts was abandoned: something about the job ends whoever tries it.
    pub fn is_worn_out(&self) -> bool {
        self.attempt > MAX_ATTEMPTS
    }

    /// The first four parameters of every statement that settles a claim.
    fn settle(&self, statement: Statement) -> Query {
        statement
            .bind(&self.kind)
            .bind(&self.subject)
            .bind(&self.mark)
            .bind(&self.token)
    }

    fn give_up(&self, error: &str) -> Query {
        let never: Option<Timestamp> = None;
        self.settle(RETRY).bind(never).bind(error)
    }

    fn read(row: &Row, token: &str) -> Result<Self> {
        Ok(Self {
            kind: row.get("kind")?,
            subject: row.get("subject")?,
            mark: row.get("mark")?,
            due_at: row.get("due_at")?,
            attempt: row.get("attempts")?,
            token: token.to_owned(),
        })
    }
}
