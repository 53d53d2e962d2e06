//! Timers: rows that become due. A timer is a hint; its handler reloads the facts and decides.

use jiff::{SignedDuration, Timestamp};

use crate::conn::Conn;
use crate::db::Db;
use crate::error::{Result, StoreError};
use crate::row::Row;
use crate::tx::Tx;

/// After this many failed or abandoned attempts a job is given up and listed as dead.
pub const MAX_ATTEMPTS: i64 = 10;
/// Most jobs one claim takes.
pub const MAX_CLAIM: u32 = 200;
const FIRST_RETRY: SignedDuration = SignedDuration::from_secs(5);
const LONGEST_RETRY: SignedDuration = SignedDuration::from_hours(1);

/// A timer to set; there is one per kind, subject and mark, and setting it again moves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timer {
    /// Names the handler, such as `obligation.due`.
    pub kind: String,
    /// The id the handler loads.
    pub subject: String,
    /// Tells several timers of one subject apart, such as `warn-80`.
    pub mark: String,
    pub run_at: Timestamp,
}

/// A job somebody is working on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub kind: String,
    pub subject: String,
    pub mark: String,
    /// When it was due; how late it runs is the difference to now.
    pub due_at: Timestamp,
    /// This attempt's number, from 1.
    pub attempt: i64,
    token: String,
}

/// A job that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dead {
    pub kind: String,
    pub subject: String,
    pub mark: String,
    pub due_at: Timestamp,
    pub last_error: Option<String>,
}

crate::statements! {
    SET = "INSERT INTO job (kind, subject, mark, due_at, run_at, attempts) VALUES ($1, $2, $3, $4, $4, 0) \
        ON CONFLICT (kind, subject, mark) DO UPDATE SET due_at = excluded.due_at, run_at = excluded.run_at, \
        attempts = 0, claim = NULL, last_error = NULL";
    CANCEL = "DELETE FROM job WHERE kind = $1 AND subject = $2";
    IS_DUE = "SELECT 1 AS due FROM job WHERE run_at <= $1 LIMIT 1";
    CLAIM = "UPDATE job SET claim = $1, run_at = $4, attempts = attempts + 1 \
        WHERE (kind, subject, mark) IN (SELECT kind, subject, mark FROM job WHERE run_at <= $2 \
        ORDER BY run_at LIMIT $3 {skip_locked}) RETURNING kind, subject, mark, due_at, attempts";
    COMPLETE = "DELETE FROM job WHERE kind = $1 AND subject = $2 AND mark = $3 AND claim = $4";
    HOLDER = "SELECT claim FROM job WHERE kind = $1 AND subject = $2 AND mark = $3";
    RETRY = "UPDATE job SET claim = NULL, run_at = $5, last_error = $6 \
        WHERE kind = $1 AND subject = $2 AND mark = $3 AND claim = $4";
    NEXT = "SELECT run_at FROM job WHERE run_at IS NOT NULL ORDER BY run_at LIMIT 1";
    DEAD = "SELECT kind, subject, mark, due_at, last_error FROM job WHERE run_at IS NULL ORDER BY due_at LIMIT $1";
    REVIVE = "UPDATE job SET run_at = $4, attempts = 0, claim = NULL \
        WHERE kind = $1 AND subject = $2 AND mark = $3 AND run_at IS NULL";
}

/// Claims up to `limit` due jobs for `lease`. A job whose worker vanished becomes due again when the lease ends;
/// one that was tried too often is given up. With nothing due it reads one index entry and writes nothing.
/// `token` is a random text of the caller, new for each call.
pub async fn claim_due(
    db: &Db,
    token: &str,
    now: Timestamp,
    lease: SignedDuration,
    limit: u32,
) -> Result<Vec<Claim>> {
    if db.read().await?.optional(IS_DUE.bind(now)).await?.is_none() {
        return Ok(Vec::new());
    }
    let mut chore = db.chore().await?;
    let query = CLAIM
        .bind(token)
        .bind(now)
        .bind(limit.min(MAX_CLAIM))
        .bind(now + lease);
    let rows = chore.all(query).await?;
    let claims: Vec<Claim> = rows
        .iter()
        .map(|row| Claim::read(row, token))
        .collect::<Result<_>>()?;
    let (mut alive, exhausted): (Vec<_>, Vec<_>) = claims
        .into_iter()
        .partition(|claim| claim.attempt <= MAX_ATTEMPTS);
    for claim in exhausted {
        let never: Option<Timestamp> = None;
        chore
            .run(
                claim
                    .settle(RETRY)
                    .bind(never)
                    .bind("given up: every attempt was abandoned"),
            )
            .await?;
    }
    chore.commit().await?;
    alive.sort_by(|left, right| left.due_at.cmp(&right.due_at));
    Ok(alive)
}

/// Puts a failed job back with a growing pause, or gives it up after [`MAX_ATTEMPTS`]. Returns when it runs next.
pub async fn fail(
    db: &Db,
    claim: &Claim,
    now: Timestamp,
    error: &str,
) -> Result<Option<Timestamp>> {
    let next = (claim.attempt < MAX_ATTEMPTS).then(|| now + retry_pause(claim.attempt));
    let mut chore = db.chore().await?;
    chore
        .run(claim.settle(RETRY).bind(next).bind(error))
        .await?;
    chore.commit().await?;
    Ok(next)
}

/// When the earliest job becomes due, so that a worker can sleep until then.
pub async fn next_run_at(conn: &mut Conn) -> Result<Option<Timestamp>> {
    conn.optional(NEXT.query())
        .await?
        .map(|row| row.get("run_at"))
        .transpose()
}

/// Jobs that were given up, oldest first.
pub async fn dead(conn: &mut Conn, limit: u32) -> Result<Vec<Dead>> {
    let rows = conn.all(DEAD.bind(limit)).await?;
    rows.iter()
        .map(|row| {
            Ok(Dead {
                kind: row.get("kind")?,
                subject: row.get("subject")?,
                mark: row.get("mark")?,
                due_at: row.get("due_at")?,
                last_error: row.get("last_error")?,
            })
        })
        .collect()
}

/// Lets a dead job run again.
pub async fn revive(tx: &mut Tx, dead: &Dead) -> Result<()> {
    let now = tx.at();
    let query = REVIVE
        .bind(&dead.kind)
        .bind(&dead.subject)
        .bind(&dead.mark)
        .bind(now);
    tx.guarded(query, "dead job").await
}

pub(crate) async fn set(tx: &mut Tx, timer: &Timer) -> Result<()> {
    let query = SET
        .bind(&timer.kind)
        .bind(&timer.subject)
        .bind(&timer.mark)
        .bind(timer.run_at);
    tx.run(query).await.map(|_| ())
}

pub(crate) async fn cancel(tx: &mut Tx, kind: &str, subject: &str) -> Result<()> {
    tx.run(CANCEL.bind(kind).bind(subject)).await.map(|_| ())
}

/// Removes a job together with its effect. A job that was set again meanwhile stays; one that somebody else took
/// over or finished is stale, and the effect must not happen a second time.
pub(crate) async fn complete(tx: &mut Tx, claim: &Claim) -> Result<()> {
    if tx.run(claim.settle(COMPLETE)).await? == 1 {
        return Ok(());
    }
    let query = HOLDER
        .bind(&claim.kind)
        .bind(&claim.subject)
        .bind(&claim.mark);
    let holder: Option<String> = tx
        .optional(query)
        .await?
        .map(|row| row.get("claim"))
        .transpose()?
        .unwrap_or(Some(String::new()));
    match holder {
        None => Ok(()),
        Some(_) => Err(StoreError::Stale { what: "job" }),
    }
}

/// 5 s, 10 s, 20 s … up to an hour.
fn retry_pause(attempt: i64) -> SignedDuration {
    let doublings = u32::try_from(attempt - 1).unwrap_or(0).min(16);
    (FIRST_RETRY * 2_i32.pow(doublings)).min(LONGEST_RETRY)
}

impl Claim {
    /// The first four parameters of every statement that settles a claim.
    fn settle(&self, statement: crate::Statement) -> crate::Query {
        statement
            .bind(&self.kind)
            .bind(&self.subject)
            .bind(&self.mark)
            .bind(&self.token)
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
