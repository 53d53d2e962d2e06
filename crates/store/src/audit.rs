//! The audit log: who did what to which subject, insert-only and hash-chained.
//!
//! INVARIANT: `hash = SHA-256(hash of the previous row of the chain, canonical form of this row)`, so changing,
//! removing or inserting a row breaks every later hash; the chain's head tells when rows are missing at the end.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::conn::Conn;
use crate::error::Result;
use crate::row::Row;
use crate::tx::Tx;
use crate::value::Value;

/// Number of chains; transactions are spread over them.
pub const CHAINS: i64 = 8;
/// Most rows one page may ask for.
pub const MAX_PAGE: u32 = 500;
const VERIFY_STEP: i64 = 1000;
/// Rows of one insert.
const CHUNK: usize = 100;

/// What happened, as the use case words it. Actor, request and instant come from the transaction's origin.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEntry {
    action: String,
    subject_kind: String,
    subject: String,
    detail: serde_json::Value,
    by_rules: bool,
}

/// The actor of what the rules did by themselves, prompted by somebody's act.
pub const RULES: &str = "rules";

impl AuditEntry {
    /// `action` is a stable name such as `visit.assign`; the subject is what was changed.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "ids are given by value or by reference alike"
    )]
    pub fn new(
        action: impl Into<String>,
        subject_kind: impl Into<String>,
        subject: impl ToString,
    ) -> Self {
        Self {
            action: action.into(),
            subject_kind: subject_kind.into(),
            subject: subject.to_string(),
            detail: serde_json::Value::Null,
            by_rules: false,
        }
    }

    /// Says that the rules did it, prompted by the act of whoever the transaction is for; the detail names that person.
    #[must_use]
    pub fn by_rules(mut self) -> Self {
        self.by_rules = true;
        self
    }

    /// Facts that a later reader needs: old and new values, reasons. No secrets.
    #[must_use]
    pub fn detail(mut self, detail: serde_json::Value) -> Self {
        self.detail = detail;
        self
    }
}

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    pub chain: i64,
    pub seq: i64,
    pub at: Timestamp,
    pub actor: String,
    pub request: String,
    pub action: String,
    pub subject_kind: String,
    pub subject: String,
    /// A JSON document, exactly as it was hashed.
    pub detail: String,
    pub hash: String,
}

/// Where a page of the log starts: after this row, going back in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditCursor {
    pub at: Timestamp,
    pub chain: i64,
    pub seq: i64,
}

/// Which rows to list; every part narrows.
#[derive(Debug, Clone, Default)]
pub struct AuditFilter {
    pub subject: Option<(String, String)>,
    pub actor: Option<String>,
}

/// The first row of a chain that does not fit what comes before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenAt {
    pub chain: i64,
    pub seq: i64,
}

crate::statements! {
    HEAD = "SELECT seq, hash FROM audit_chain WHERE chain = $1 {lock}";
    MOVE_HEAD = "UPDATE audit_chain SET seq = $2, hash = $3 WHERE chain = $1";
    APPEND = "INSERT INTO audit (chain, seq, at, actor, request, action, subject_kind, subject, detail, hash) \
        VALUES {rows}";
    PAGE = "SELECT chain, seq, at, actor, request, action, subject_kind, subject, detail, hash FROM audit \
        WHERE (at, chain, seq) < ($1, $2, $3) ORDER BY at DESC, chain DESC, seq DESC LIMIT $4";
    PAGE_OF_SUBJECT = "SELECT chain, seq, at, actor, request, action, subject_kind, subject, detail, hash FROM audit \
        WHERE (at, chain, seq) < ($1, $2, $3) AND subject_kind = $5 AND subject = $6 \
        ORDER BY at DESC, chain DESC, seq DESC LIMIT $4";
    PAGE_OF_ACTOR = "SELECT chain, seq, at, actor, request, action, subject_kind, subject, detail, hash FROM audit \
        WHERE (at, chain, seq) < ($1, $2, $3) AND actor = $5 ORDER BY at DESC, chain DESC, seq DESC LIMIT $4";
    PAGE_OF_BOTH = "SELECT chain, seq, at, actor, request, action, subject_kind, subject, detail, hash FROM audit \
        WHERE (at, chain, seq) < ($1, $2, $3) AND subject_kind = $5 AND subject = $6 AND actor = $7 \
        ORDER BY at DESC, chain DESC, seq DESC LIMIT $4";
    CHAIN_AFTER = "SELECT chain, seq, at, actor, request, action, subject_kind, subject, detail, hash FROM audit \
        WHERE chain = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    HASH_AT = "SELECT hash FROM audit WHERE chain = $1 AND seq = $2";
    CHAIN_END = "SELECT seq, hash FROM audit_chain WHERE chain = $1";
}

/// Appends the entries of one transaction to one chain.
pub(crate) async fn append(tx: &mut Tx, entries: &[AuditEntry]) -> Result<()> {
    let chain = tx.audit_chain();
    let head = tx.one(HEAD.bind(chain), "audit chain").await?;
    let (mut seq, mut hash): (i64, String) = (head.get("seq")?, head.get("hash")?);
    let origin = tx.origin().clone();
    let mut rows = Vec::with_capacity(entries.len());
    for entry in entries {
        seq += 1;
        let mut row = AuditRow {
            chain,
            seq,
            at: origin.at,
            actor: if entry.by_rules {
                RULES.to_owned()
            } else {
                origin.actor.clone()
            },
            request: origin.request.clone(),
            action: entry.action.clone(),
            subject_kind: entry.subject_kind.clone(),
            subject: entry.subject.clone(),
            detail: entry.detail.to_string(),
            hash: String::new(),
        };
        hash = row.expected_hash(&hash);
        row.hash.clone_from(&hash);
        rows.push(row.into_values());
    }
    for chunk in rows.chunks(CHUNK) {
        tx.run(APPEND.query().rows(chunk.to_vec())).await?;
    }
    tx.run(MOVE_HEAD.bind(chain).bind(seq).bind(hash)).await?;
    Ok(())
}

/// One page of the log, newest first.
pub async fn page(
    conn: &mut Conn,
    filter: &AuditFilter,
    before: Option<AuditCursor>,
    limit: u32,
) -> Result<Vec<AuditRow>> {
    let statement = match (&filter.subject, &filter.actor) {
        (None, None) => PAGE,
        (Some(_), None) => PAGE_OF_SUBJECT,
        (None, Some(_)) => PAGE_OF_ACTOR,
        (Some(_), Some(_)) => PAGE_OF_BOTH,
    };
    let before = before.unwrap_or(AuditCursor {
        at: Timestamp::MAX,
        chain: i64::MAX,
        seq: i64::MAX,
    });
    let mut query = statement
        .bind(before.at)
        .bind(before.chain)
        .bind(before.seq)
        .bind(limit.min(MAX_PAGE));
    if let Some((kind, id)) = &filter.subject {
        query = query.bind(kind).bind(id);
    }
    if let Some(actor) = &filter.actor {
        query = query.bind(actor);
    }
    conn.all(query).await?.iter().map(AuditRow::read).collect()
}

/// Checks every chain and returns the first broken row of each that is broken. Use it on a
/// [`snapshot`](crate::Db::snapshot), so that rows written meanwhile do not disturb.
pub async fn verify_all(conn: &mut Conn) -> Result<Vec<BrokenAt>> {
    let mut broken = Vec::new();
    for chain in 0..CHAINS {
        broken.extend(verify(conn, chain).await?);
    }
    Ok(broken)
}

/// Checks one chain from its start and returns its first broken row, if any.
pub async fn verify(conn: &mut Conn, chain: i64) -> Result<Option<BrokenAt>> {
    let (mut seq, mut hash) = (0, String::new());
    loop {
        let rows = conn
            .all(CHAIN_AFTER.bind(chain).bind(seq).bind(VERIFY_STEP))
            .await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let row = AuditRow::read(row)?;
            if row.seq != seq + 1 || row.hash != row.expected_hash(&hash) {
                return Ok(Some(BrokenAt {
                    chain,
                    seq: seq + 1,
                }));
            }
            (seq, hash) = (row.seq, row.hash);
        }
    }
    let end = conn.one(CHAIN_END.bind(chain), "audit chain").await?;
    let is_complete = end.get::<i64>("seq")? == seq && end.get::<String>("hash")? == hash;
    Ok((!is_complete).then_some(BrokenAt {
        chain,
        seq: seq + 1,
    }))
}

/// Which chains do not hold any more what they held when their ends were noted down: whoever can write the database can
/// shorten a chain or make it anew, but not so that it still has the hash that somebody else kept.
pub async fn changed_since(conn: &mut Conn, noted: &[(i64, String)]) -> Result<Vec<BrokenAt>> {
    let mut changed = Vec::new();
    for (chain, (seq, hash)) in (0..CHAINS).zip(noted).filter(|(_, (seq, _))| *seq > 0) {
        let now = conn.optional(HASH_AT.bind(chain).bind(*seq)).await?;
        let now: Option<String> = now.map(|row| row.get("hash")).transpose()?;
        if now.as_ref() != Some(hash) {
            changed.push(BrokenAt { chain, seq: *seq });
        }
    }
    Ok(changed)
}

/// The end of every chain, in order: how many rows it has, and the hash that covers them all.
pub async fn heads(conn: &mut Conn) -> Result<Vec<(i64, String)>> {
    let mut heads = Vec::new();
    for chain in 0..CHAINS {
        let end = conn.one(CHAIN_END.bind(chain), "audit chain").await?;
        heads.push((end.get("seq")?, end.get("hash")?));
    }
    Ok(heads)
}

impl AuditRow {
    pub fn cursor(&self) -> AuditCursor {
        AuditCursor {
            at: self.at,
            chain: self.chain,
            seq: self.seq,
        }
    }

    fn expected_hash(&self, previous: &str) -> String {
        let canonical = serde_json::json!([
            self.chain,
            self.seq,
            self.at.as_millisecond(),
            self.actor,
            self.request,
            self.action,
            self.subject_kind,
            self.subject,
            self.detail
        ]);
        let mut hasher = Sha256::new();
        hasher.update(previous.as_bytes());
        hasher.update(b"\n");
        hasher.update(canonical.to_string().as_bytes());
        domain::hex(&hasher.finalize())
    }

    fn into_values(self) -> Vec<Value> {
        vec![
            self.chain.into(),
            self.seq.into(),
            self.at.into(),
            self.actor.into(),
            self.request.into(),
            self.action.into(),
            self.subject_kind.into(),
            self.subject.into(),
            self.detail.into(),
            self.hash.into(),
        ]
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            chain: row.get("chain")?,
            seq: row.get("seq")?,
            at: row.get("at")?,
            actor: row.get("actor")?,
            request: row.get("request")?,
            action: row.get("action")?,
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject")?,
            detail: row.get("detail")?,
            hash: row.get("hash")?,
        })
    }
}
