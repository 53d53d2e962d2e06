//! Personal tokens for programs.

use domain::access::TokenReach;
use domain::ids::{ApiTokenId, PersonId};
use jiff::Timestamp;

use crate::conn::Conn;
use crate::db::Db;
use crate::error::Result;
use crate::row::Row;
use crate::tx::Tx;

/// Most tokens of one person that are listed, those that are over included.
const MAX_LISTED: u32 = 200;

/// A token as stored; what it reads is known only to whoever it was shown to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    pub id: ApiTokenId,
    pub person: PersonId,
    pub name: String,
    pub reach: TokenReach,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

crate::statements! {
    INSERT = "INSERT INTO api_token (id, person_id, name, token_hash, reach, created_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    BY_TOKEN = "SELECT * FROM api_token WHERE token_hash = $1";
    OF_PERSON = "SELECT * FROM api_token WHERE person_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2";
    LIVING = "SELECT CAST(COUNT(*) AS BIGINT) AS n FROM api_token WHERE person_id = $1 AND revoked_at IS NULL \
        AND expires_at > $2";
    TOUCH = "UPDATE api_token SET used_at = $2 WHERE id = $1 AND (used_at IS NULL OR used_at < $2)";
    REVOKE = "UPDATE api_token SET revoked_at = $3 WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL";
    REVOKE_ALL = "UPDATE api_token SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL";
}

pub async fn insert(tx: &mut Tx, token: &ApiToken, token_hash: &str) -> Result<()> {
    let query = INSERT
        .bind(token.id.to_string())
        .bind(token.person.to_string())
        .bind(&token.name)
        .bind(token_hash)
        .bind(token.reach.as_str())
        .bind(token.created_at)
        .bind(token.expires_at);
    tx.run(query).await.map(|_| ())
}

pub async fn by_token(conn: &mut Conn, token_hash: &str) -> Result<Option<ApiToken>> {
    let row = conn.optional(BY_TOKEN.bind(token_hash)).await?;
    row.as_ref().map(ApiToken::read).transpose()
}

/// A person's tokens, newest first, those that are over included.
pub async fn of_person(conn: &mut Conn, person: PersonId) -> Result<Vec<ApiToken>> {
    let query = OF_PERSON.bind(person.to_string()).bind(MAX_LISTED);
    conn.all(query).await?.iter().map(ApiToken::read).collect()
}

/// How many tokens of a person can be used at an instant.
pub async fn living(conn: &mut Conn, person: PersonId, now: Timestamp) -> Result<i64> {
    let query = LIVING.bind(person.to_string()).bind(now);
    conn.one(query, "tokens").await?.get("n")
}

/// Notes that a token was used. Bookkeeping, not business data: it has no audit entry.
pub async fn touch(db: &Db, id: ApiTokenId, at: Timestamp) -> Result<()> {
    let mut chore = db.chore().await?;
    chore.run(TOUCH.bind(id.to_string()).bind(at)).await?;
    chore.commit().await
}

/// Revokes one token of a person; false when there is none that is not revoked.
pub async fn revoke(tx: &mut Tx, id: ApiTokenId, person: PersonId) -> Result<bool> {
    let at = tx.at();
    let query = REVOKE
        .bind(id.to_string())
        .bind(person.to_string())
        .bind(at);
    Ok(tx.run(query).await? == 1)
}

/// Revokes every token of a person.
pub async fn revoke_all(tx: &mut Tx, person: PersonId) -> Result<u64> {
    let at = tx.at();
    tx.run(REVOKE_ALL.bind(person.to_string()).bind(at)).await
}

impl ApiToken {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.parse("id")?,
            person: row.parse("person_id")?,
            name: row.get("name")?,
            reach: row.parse("reach")?,
            created_at: row.get("created_at")?,
            expires_at: row.get("expires_at")?,
            used_at: row.get("used_at")?,
            revoked_at: row.get("revoked_at")?,
        })
    }
}
