//! The filters people keep for their lists: one JSON document per person and list.

use domain::ids::PersonId;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::conn::Conn;
use crate::error::{Result, StoreError};
use crate::tx::Tx;

crate::statements! {
    GET = "SELECT body, version FROM saved_view WHERE person_id = $1 AND list = $2";
    INSERT = "INSERT INTO saved_view (person_id, list, body, version) VALUES ($1, $2, $3, 1) \
        ON CONFLICT (person_id, list) DO NOTHING";
    UPDATE = "UPDATE saved_view SET body = $3, version = version + 1 WHERE person_id = $1 AND list = $2 AND version = $4";
}

/// What a person keeps for a list, with its version; 0 when nothing was ever kept.
pub async fn get<T: DeserializeOwned + Default>(
    conn: &mut Conn,
    person: PersonId,
    list: &str,
) -> Result<(T, i64)> {
    let query = GET.bind(person.to_string()).bind(list);
    match conn.optional(query).await? {
        None => Ok((T::default(), 0)),
        Some(row) => Ok((row.json("body")?, row.get("version")?)),
    }
}

/// Replaces what a person keeps for a list, guarded by the version it was read with.
pub async fn set<T: Serialize>(
    tx: &mut Tx,
    person: PersonId,
    list: &str,
    body: &T,
    version: i64,
) -> Result<()> {
    let text = serde_json::to_string(body).map_err(|why| StoreError::corrupt("saved view", why))?;
    let statement = if version == 0 { &INSERT } else { &UPDATE };
    let query = statement.bind(person.to_string()).bind(list).bind(text);
    let query = if version == 0 {
        query
    } else {
        query.bind(version)
    };
    tx.guarded(query, "saved view").await
}
