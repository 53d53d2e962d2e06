//! The clauses by which ended cases were judged, each set kept once.

use crate::conn::Conn;
use crate::error::Result;
use crate::tx::Tx;

crate::statements! {
    KEEP = "INSERT INTO case_basis (id, body) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING";
    GET = "SELECT body FROM case_basis WHERE id = $1";
}

/// Keeps clauses under the hash of their text.
pub async fn keep_basis(tx: &mut Tx, id: &str, body: &str) -> Result<()> {
    tx.run(KEEP.bind(id).bind(body)).await.map(|_| ())
}

/// The clauses kept under an id.
pub async fn basis(conn: &mut Conn, id: &str) -> Result<String> {
    let row = conn.one(GET.bind(id), "case basis").await?;
    row.get("body")
}
