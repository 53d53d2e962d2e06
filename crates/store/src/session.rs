//! Signed-in sessions, and the count of failed sign-ins.

use domain::ids::{PersonId, SessionId};
use jiff::Timestamp;

use crate::conn::Conn;
use crate::db::Db;
use crate::error::Result;
use crate::row::Row;
use crate::tx::Tx;

/// Most sessions one person has at once; a further sign-in ends the oldest.
const MAX_SESSIONS: i64 = 20;

/// A session as stored; its token is known only to the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub person: PersonId,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    /// After this instant the session is over, whatever happens.
    pub ends_at: Timestamp,
    pub address: String,
    pub user_agent: String,
}

/// How often somebody failed to sign in under one login name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Guard {
    pub failures: i64,
    pub locked_until: Timestamp,
}

crate::statements! {
    INSERT = "INSERT INTO session (id, token_hash, person_id, created_at, seen_at, ends_at, address, user_agent) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    BY_TOKEN = "SELECT id, person_id, created_at, seen_at, ends_at, address, user_agent FROM session WHERE token_hash = $1";
    OF_PERSON = "SELECT id, person_id, created_at, seen_at, ends_at, address, user_agent FROM session \
        WHERE person_id = $1 AND ends_at > $2 ORDER BY created_at DESC, id LIMIT $3";
    TOUCH = "UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2";
    END = "DELETE FROM session WHERE id = $1 AND person_id = $2";
    END_ALL = "DELETE FROM session WHERE person_id = $1 AND id <> $2";
    END_OLDEST = "DELETE FROM session WHERE person_id = $1 AND id <> $2 AND id NOT IN \
        (SELECT id FROM session WHERE person_id = $1 AND id <> $2 ORDER BY created_at DESC, id DESC LIMIT $3)";
    FORGET_ENDED = "DELETE FROM session WHERE id IN (SELECT id FROM session WHERE ends_at < $1 LIMIT $2)";
    GUARD = "SELECT failures, locked_until FROM sign_in_guard WHERE login_hash = $1";
    SET_GUARD = "INSERT INTO sign_in_guard (login_hash, failures, locked_until, failed_at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (login_hash) DO UPDATE SET failures = excluded.failures, locked_until = excluded.locked_until, \
        failed_at = excluded.failed_at";
    CLEAR_GUARD = "DELETE FROM sign_in_guard WHERE login_hash = $1";
    FORGET_GUARDS = "DELETE FROM sign_in_guard WHERE login_hash IN \
        (SELECT login_hash FROM sign_in_guard WHERE failed_at < $1 LIMIT $2)";
}

pub async fn insert(tx: &mut Tx, session: &Session, token_hash: &str) -> Result<()> {
    let query = INSERT
        .bind(session.id.to_string())
        .bind(token_hash)
        .bind(session.person.to_string())
        .bind(session.created_at)
        .bind(session.seen_at)
        .bind(session.ends_at)
        .bind(&session.address)
        .bind(&session.user_agent);
    tx.run(query).await?;
    tx.run(
        END_OLDEST
            .bind(session.person.to_string())
            .bind(session.id.to_string())
            .bind(MAX_SESSIONS - 1),
    )
    .await?;
    Ok(())
}

pub async fn by_token(conn: &mut Conn, token_hash: &str) -> Result<Option<Session>> {
    conn.optional(BY_TOKEN.bind(token_hash))
        .await?
        .as_ref()
        .map(Session::read)
        .transpose()
}

/// A person's sessions that are not over at `now`, newest first.
pub async fn of_person(conn: &mut Conn, person: PersonId, now: Timestamp) -> Result<Vec<Session>> {
    let query = OF_PERSON
        .bind(person.to_string())
        .bind(now)
        .bind(MAX_SESSIONS);
    conn.all(query).await?.iter().map(Session::read).collect()
}

/// Notes that a session was used. Bookkeeping, not business data: it has no audit entry.
pub async fn touch(db: &Db, id: SessionId, at: Timestamp) -> Result<()> {
    let mut chore = db.chore().await?;
    chore.run(TOUCH.bind(id.to_string()).bind(at)).await?;
    chore.commit().await
}

/// Ends one session of a person; false when there is none.
pub async fn end(tx: &mut Tx, id: SessionId, person: PersonId) -> Result<bool> {
    Ok(tx
        .run(END.bind(id.to_string()).bind(person.to_string()))
        .await?
        == 1)
}

/// Ends all sessions of a person but the one to keep; returns how many.
pub async fn end_all(tx: &mut Tx, person: PersonId, keep: Option<SessionId>) -> Result<u64> {
    let keep = keep.map(|id| id.to_string()).unwrap_or_default();
    tx.run(END_ALL.bind(person.to_string()).bind(keep)).await
}

/// Forgets at most `limit` sessions that ended, and as many failed sign-ins, before an instant.
pub async fn forget(db: &Db, before: Timestamp, limit: u32) -> Result<u64> {
    let mut chore = db.chore().await?;
    let sessions = chore.run(FORGET_ENDED.bind(before).bind(limit)).await?;
    let guards = chore.run(FORGET_GUARDS.bind(before).bind(limit)).await?;
    chore.commit().await?;
    Ok(sessions + guards)
}

pub async fn guard(conn: &mut Conn, login_hash: &str) -> Result<Guard> {
    match conn.optional(GUARD.bind(login_hash)).await? {
        None => Ok(Guard {
            failures: 0,
            locked_until: Timestamp::UNIX_EPOCH,
        }),
        Some(row) => Ok(Guard {
            failures: row.get("failures")?,
            locked_until: row.get("locked_until")?,
        }),
    }
}

pub async fn set_guard(tx: &mut Tx, login_hash: &str, guard: Guard) -> Result<()> {
    let at = tx.at();
    tx.run(
        SET_GUARD
            .bind(login_hash)
            .bind(guard.failures)
            .bind(guard.locked_until)
            .bind(at),
    )
    .await?;
    Ok(())
}

pub async fn clear_guard(tx: &mut Tx, login_hash: &str) -> Result<()> {
    tx.run(CLEAR_GUARD.bind(login_hash)).await?;
    Ok(())
}

impl Session {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            person: row.parse("person_id")?,
            created_at: row.get("created_at")?,
            seen_at: row.get("seen_at")?,
            ends_at: row.get("ends_at")?,
            address: row.get("address")?,
            user_agent: row.get("user_agent")?,
        })
    }
}
