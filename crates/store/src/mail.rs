//! Letters to people: gathered from notices, written once, sent as they are.

use domain::ids::PersonId;
use jiff::Timestamp;

use crate::conn::Conn;
use crate::db::Db;
use crate::error::Result;
use crate::notice::Notice;
use crate::row::Row;
use crate::tx::Tx;

/// Most notices that go into one letter; further ones go into the next.
pub const MAX_GATHERED: u32 = 200;
/// Most letters one listing returns.
const MAX_LISTED: u32 = 200;
/// The letter of notices that nobody wants by mail.
const NONE: &str = "";

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Drawn once; the message id rests on it.
    pub id: String,
    pub person: PersonId,
    pub address: String,
    pub subject: String,
    pub body: String,
    pub written_at: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
    pub sent_at: Option<Timestamp>,
    pub failed_at: Option<Timestamp>,
    pub last_error: Option<String>,
}

/// What a person chose about letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailChoice {
    pub is_wanted: bool,
    /// Local times `HH:MM` between which only what is urgent is sent, in place of the company's.
    pub quiet: Option<(String, String)>,
    /// 0 while nothing was chosen.
    pub version: i64,
}

crate::statements! {
    INSERT = "INSERT INTO mail (id, person_id, address, subject, body, written_at, attempts) \
        VALUES ($1, $2, $3, $4, $5, $6, 0)";
    GET = "SELECT * FROM mail WHERE id = $1";
    SENT = "UPDATE mail SET sent_at = $2, attempts = attempts + 1, last_error = NULL WHERE id = $1 AND sent_at IS NULL";
    FAILED = "UPDATE mail SET failed_at = $2, attempts = attempts + 1, last_error = $3 WHERE id = $1 AND sent_at IS NULL";
    TRIED = "UPDATE mail SET attempts = attempts + 1, last_error = $2 WHERE id = $1";
    UNSEND = "UPDATE mail SET failed_at = NULL WHERE id = $1 AND failed_at IS NOT NULL";
    LIST_FAILED = "SELECT * FROM mail WHERE failed_at IS NOT NULL ORDER BY failed_at DESC LIMIT $1";
    WAITING = "SELECT id, person_id, kind, subject, params, dedup, at, read_at FROM notice \
        WHERE person_id = $1 AND mail_id IS NULL ORDER BY at, id LIMIT $2 {lock}";
    GATHER = "UPDATE notice SET mail_id = $1 WHERE id IN (VALUES {rows})";
    CHOICE = "SELECT is_wanted, quiet_from, quiet_to, version FROM mail_choice WHERE person_id = $1";
    ADD_CHOICE = "INSERT INTO mail_choice (person_id, is_wanted, quiet_from, quiet_to, version) \
        VALUES ($1, $2, $3, $4, 1) ON CONFLICT (person_id) DO NOTHING";
    SET_CHOICE = "UPDATE mail_choice SET is_wanted = $3, quiet_from = $4, quiet_to = $5, version = version + 1 \
        WHERE person_id = $1 AND version = $2";
    FORGET = "DELETE FROM mail WHERE id IN (SELECT id FROM mail WHERE written_at < $1 \
        AND (sent_at IS NOT NULL OR failed_at IS NOT NULL) ORDER BY written_at LIMIT $2)";
}

/// The notices of a person that no letter told yet, oldest first. Until the transaction ends nobody else gets them, so that
/// of two letters written at the same moment only one tells them.
pub async fn take_waiting(tx: &mut Tx, person: PersonId) -> Result<Vec<Notice>> {
    let rows = tx
        .all(WAITING.bind(person.to_string()).bind(MAX_GATHERED))
        .await?;
    rows.iter().map(Notice::read).collect()
}

/// Adds a letter that tells these notices, which were [taken](take_waiting) before.
pub async fn write(tx: &mut Tx, mail: &Mail, told: &[Notice]) -> Result<()> {
    let query = INSERT
        .bind(&mail.id)
        .bind(mail.person.to_string())
        .bind(&mail.address)
        .bind(&mail.subject)
        .bind(&mail.body)
        .bind(mail.written_at);
    tx.run(query).await?;
    gather(tx, told, &mail.id).await
}

/// Notes that these notices, which were [taken](take_waiting) before, are not wanted by mail.
pub async fn pass_over(tx: &mut Tx, notices: &[Notice]) -> Result<()> {
    gather(tx, notices, NONE).await
}

async fn gather(tx: &mut Tx, notices: &[Notice], mail: &str) -> Result<()> {
    let ids = notices.iter().take(MAX_GATHERED as usize);
    let ids = ids.map(|notice| vec![notice.id.to_string().into()]);
    tx.run(GATHER.bind(mail).rows(ids.collect())).await?;
    Ok(())
}

pub async fn get(conn: &mut Conn, id: &str) -> Result<Option<Mail>> {
    conn.optional(GET.bind(id))
        .await?
        .map(|row| Mail::read(&row))
        .transpose()
}

/// Notes that a letter was taken by the mail server; false when that was known.
pub async fn sent(tx: &mut Tx, id: &str) -> Result<bool> {
    let at = tx.at();
    Ok(tx.run(SENT.bind(id).bind(at)).await? == 1)
}

/// Notes that a letter was given up, and why.
pub async fn failed(tx: &mut Tx, id: &str, why: &str) -> Result<()> {
    let at = tx.at();
    tx.run(FAILED.bind(id).bind(at).bind(why)).await.map(|_| ())
}

/// Notes an attempt that may succeed later. Bookkeeping: it has no audit entry.
pub async fn tried(db: &Db, id: &str, why: &str) -> Result<()> {
    let mut chore = db.chore().await?;
    chore.run(TRIED.bind(id).bind(why)).await?;
    chore.commit().await
}

/// Letters that were given up, newest first.
pub async fn list_failed(conn: &mut Conn, limit: u32) -> Result<Vec<Mail>> {
    let rows = conn.all(LIST_FAILED.bind(limit.min(MAX_LISTED))).await?;
    rows.iter().map(Mail::read).collect()
}

/// Lets a letter that was given up be tried again; false when it was not given up.
pub async fn try_again(tx: &mut Tx, id: &str) -> Result<bool> {
    Ok(tx.run(UNSEND.bind(id)).await? == 1)
}

/// What a person chose; letters are wanted until they are refused.
pub async fn choice(conn: &mut Conn, person: PersonId) -> Result<MailChoice> {
    let Some(row) = conn.optional(CHOICE.bind(person.to_string())).await? else {
        return Ok(MailChoice {
            is_wanted: true,
            quiet: None,
            version: 0,
        });
    };
    let from: Option<String> = row.get("quiet_from")?;
    let to: Option<String> = row.get("quiet_to")?;
    Ok(MailChoice {
        is_wanted: row.get("is_wanted")?,
        quiet: from.zip(to),
        version: row.get("version")?,
    })
}

/// Replaces a person's choice, guarded by `choice.version`.
pub async fn set_choice(tx: &mut Tx, person: PersonId, choice: &MailChoice) -> Result<()> {
    let (from, to) = choice.quiet.clone().unzip();
    if choice.version == 0 {
        let query = ADD_CHOICE
            .bind(person.to_string())
            .bind(choice.is_wanted)
            .bind(from)
            .bind(to);
        return tx.guarded(query, "mail choice").await;
    }
    let query = SET_CHOICE
        .bind(person.to_string())
        .bind(choice.version)
        .bind(choice.is_wanted)
        .bind(from)
        .bind(to);
    tx.guarded(query, "mail choice").await
}

/// Forgets at most `limit` letters written before an instant that were sent or given up; returns how many.
pub async fn forget(db: &Db, before: Timestamp, limit: u32) -> Result<u64> {
    let mut chore = db.chore().await?;
    let forgotten = chore.run(FORGET.bind(before).bind(limit)).await?;
    chore.commit().await?;
    Ok(forgotten)
}

impl Mail {
    fn read(row: &Row) -> Result<Self> {
        let attempts: i64 = row.get("attempts")?;
        Ok(Self {
            id: row.get("id")?,
            person: row.parse("person_id")?,
            address: row.get("address")?,
            subject: row.get("subject")?,
            body: row.get("body")?,
            written_at: row.get("written_at")?,
            attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
            sent_at: row.get("sent_at")?,
            failed_at: row.get("failed_at")?,
            last_error: row.get("last_error")?,
        })
    }
}
