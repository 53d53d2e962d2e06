//! Transactions: one that changes business data and commits only with a receipt, one for the store's own chores.

use std::ops::{Deref, DerefMut};

use jiff::Timestamp;

use crate::audit;
use crate::conn::{Conn, Link};
use crate::db::Db;
use crate::engine::Engine;
use crate::error::{Result, StoreError};
use crate::receipt::Receipt;
use crate::statement::Query;

crate::statements! {
    // Names that fall together by their hash only wait for each other.
    ALONE = "/* only postgres */ SELECT pg_advisory_xact_lock(7302019, hashtext(CAST($1 AS TEXT)))";
}

/// On whose behalf and when a transaction runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Id of the person or service that acts.
    pub actor: String,
    /// Id of the request, the same in logs, audit and problem documents.
    pub request: String,
    pub at: Timestamp,
}

/// A transaction. It commits only by [`Tx::finish`]; dropping it rolls back.
#[derive(Debug)]
pub struct Tx {
    db: Db,
    conn: Conn,
    origin: Origin,
}

impl Tx {
    pub(crate) fn new(db: Db, conn: Conn, origin: Origin) -> Self {
        Self { db, conn, origin }
    }

    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    pub fn at(&self) -> Timestamp {
        self.origin.at
    }

    /// Waits until no other transaction looks after the same thing, for rules that several rows keep together and no index
    /// can: two regions of one name, two bands that overlap. What is read after this is what the faster one left. SQLite has
    /// one writer anyway.
    pub async fn alone(&mut self, what: &str) -> Result<()> {
        if self.db.engine() == Engine::Postgres {
            self.run(ALONE.bind(what)).await?;
        }
        Ok(())
    }

    /// Runs a statement that writes and returns how many rows it touched.
    pub async fn run(&mut self, query: Query) -> Result<u64> {
        self.conn.affect(query).await
    }

    /// Runs a guarded update (`WHERE id = $1 AND version = $2`): it must touch exactly one row, otherwise the caller
    /// read an older version of `what`. Load `what` first, so that a missing row is told as missing.
    pub async fn guarded(&mut self, query: Query, what: &'static str) -> Result<()> {
        match self.run(query).await? {
            1 => Ok(()),
            _ => Err(StoreError::Stale { what }),
        }
    }

    /// Writes what the receipt says, commits, and returns once everything is durable; then rings the bell.
    pub async fn finish(mut self, receipt: Receipt) -> Result<()> {
        receipt.write(&mut self).await?;
        let Self { db, conn, .. } = self;
        commit(conn).await?;
        db.wake().ring();
        Ok(())
    }

    /// Ends a transaction that had nothing to change. Returns once everything it may have read is durable, so that
    /// its caller can answer "already done" without promising what a crash could take back.
    pub async fn unchanged(self) -> Result<()> {
        match self.conn.link {
            Link::SqliteWrite(turn) => turn.undo().await,
            Link::PostgresTransaction(transaction) => transaction
                .rollback()
                .await
                .map_err(|error| StoreError::from_driver(&error, "rollback")),
            _ => Ok(()),
        }
    }

    pub(crate) fn db(&self) -> &Db {
        &self.db
    }

    pub(crate) fn audit_chain(&self) -> i64 {
        self.db.next_turn().rem_euclid(audit::CHAINS)
    }
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

/// A transaction of the store's own bookkeeping. It writes no business data, therefore no audit.
#[derive(Debug)]
pub(crate) struct Chore {
    conn: Conn,
}

impl Chore {
    pub(crate) fn new(conn: Conn) -> Self {
        Self { conn }
    }

    pub(crate) async fn run(&mut self, query: Query) -> Result<u64> {
        self.conn.affect(query).await
    }

    pub(crate) async fn commit(self) -> Result<()> {
        commit(self.conn).await
    }
}

impl Deref for Chore {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Chore {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

async fn commit(conn: Conn) -> Result<()> {
    if conn.failure.is_some() {
        return Err(StoreError::TransactionFailed);
    }
    match conn.link {
        Link::SqliteWrite(turn) => turn.keep().await,
        Link::PostgresTransaction(transaction) => transaction
            .commit()
            .await
            .map_err(|error| StoreError::from_driver(&error, "commit")),
        _ => Ok(()),
    }
}
