use crate::conn::Conn;
use crate::error::Result;

crate::statements! {
    IS_SET = "SELECT 1 AS found FROM job WHERE kind = $1 AND subject = $2 AND run_at IS NOT NULL LIMIT 1";
}

/// Whether there is any timer of a kind and subject, waiting or claimed; one that was given up never comes.
pub async fn is_set(conn: &mut Conn, kind: &str, subject: &str) -> Result<bool> {
    Ok(conn
        .optional(IS_SET.bind(kind).bind(subject))
        .await?
        .is_some())
}
