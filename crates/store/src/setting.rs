//! The company's settings as versioned documents; `app::settings` gives them their type.

use serde::de::DeserializeOwned;

use crate::conn::Conn;
use crate::error::Result;
use crate::tx::Tx;

crate::statements! {
    GET = "SELECT body, version FROM setting WHERE name = $1";
    INSERT = "INSERT INTO setting (name, body, version) VALUES ($1, $2, 1) ON CONFLICT (name) DO NOTHING";
    UPDATE = "UPDATE setting SET body = $2, version = version + 1 WHERE name = $1 AND version = $3";
}

/// A document with its version; 0 when it was never written.
pub async fn get<T: DeserializeOwned + Default>(conn: &mut Conn, name: &str) -> Result<(T, i64)> {
    match conn.optional(GET.bind(name)).await? {
        None => Ok((T::default(), 0)),
        Some(row) => Ok((row.json("body")?, row.get("version")?)),
    }
}

/// Writes a document, guarded by the version it was read with.
pub async fn set(tx: &mut Tx, name: &str, body: &serde_json::Value, version: i64) -> Result<()> {
    let query = match version {
        0 => INSERT.bind(name).bind(body),
        version => UPDATE.bind(name).bind(body).bind(version),
    };
    tx.guarded(query, "settings").await
}
