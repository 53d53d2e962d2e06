//! Schema migrations: one ordered list for both engines, each applied in a transaction of its own.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::conn::Conn;
use crate::db::Db;
use crate::engine::Engine;
use crate::error::{Result, StoreError};
use crate::tx::Chore;

/// A step of the schema. The text may hold engine placeholders (see `Engine::expand`) and sections between
/// `-- only sqlite` or `-- only postgres` and `-- end`.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    pub name: &'static str,
    pub sql: &'static str,
}

macro_rules! migrations {
    ($($name:literal),* $(,)?) => {
        &[$(Migration { name: $name, sql: include_str!(concat!("../migrations/", $name, ".sql")) }),*]
    };
}

/// All steps in order. Append only; a step that has been released never changes.
pub const MIGRATIONS: &[Migration] = migrations![
    "001_organisation",
    "002_audit",
    "003_outbox",
    "004_job",
    "005_idempotency",
    "006_series",
    "007_search",
    "008_file",
    "010_person",
    "011_setting",
    "012_notice",
    "020_customer",
    "021_unit",
    "025_plan",
    "030_case",
    "032_calendar",
    "040_mail",
    "041_ledger",
    "050_frozen",
    "045_unit_warranty",
    "046_duty",
    "047_api_token",
    "055_reading",
    "056_saved_view",
    "057_unit_file_removed",
    "058_production_end",
    "059_case_basis",
    "060_search_recipe",
    "061_search_pending",
    "062_lateness",
    "063_case_by_end",
    "064_case_order",
    "065_serial_key",
    "066_level_rank",
    "070_judged_by_the_rules",
    "071_duty_families",
    "072_unit_price",
];

const CREATE_LOG: &str = "CREATE TABLE IF NOT EXISTS schema_migration (\
     name TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)";
crate::statements! {
    APPLIED = "SELECT name, checksum FROM schema_migration";
    RECORD = "INSERT INTO schema_migration (name, checksum, applied_at) VALUES ($1, $2, $3)";
}
/// Any number will do as long as all nodes use the same: it keeps two nodes from migrating at once.
const LOCK: &str = "SELECT pg_advisory_xact_lock(7302018)";

impl Migration {
    fn checksum(&self) -> String {
        domain::hex(&Sha256::digest(self.sql.as_bytes()))
    }

    pub(crate) fn text(&self, engine: Engine) -> String {
        let mut keep = true;
        let mut text = String::with_capacity(self.sql.len());
        for line in self.sql.lines() {
            match line.trim() {
                "-- only sqlite" => keep = engine == Engine::Sqlite,
                "-- only postgres" => keep = engine == Engine::Postgres,
                "-- end" => keep = true,
                _ if keep => {
                    text.push_str(line);
                    text.push('\n');
                }
                _ => {}
            }
        }
        engine.expand(&text)
    }
}

impl Db {
    /// Names of the migrations that this program has and the database lacks, in order.
    /// A migration the database has and this program lacks, or has differently, is an error.
    pub async fn pending_migrations(&self) -> Result<Vec<&'static str>> {
        let applied = self.applied_migrations().await?;
        for (name, checksum) in &applied {
            let known = MIGRATIONS.iter().find(|migration| migration.name == name);
            if known.is_none_or(|migration| migration.checksum() != *checksum) {
                return Err(StoreError::MigrationDiffers { name: name.clone() });
            }
        }
        Ok(MIGRATIONS
            .iter()
            .map(|migration| migration.name)
            .filter(|name| !applied.contains_key(*name))
            .collect())
    }

    /// [`StoreError::MigrationsPending`] if any migration is pending; `serve` refuses to start then.
    pub async fn require_migrated(&self) -> Result<()> {
        let names = self.pending_migrations().await?;
        if names.is_empty() {
            return Ok(());
        }
        Err(StoreError::MigrationsPending {
            names: names.into_iter().map(str::to_owned).collect(),
        })
    }

    /// Applies what is pending and returns the names. Interrupted at any instant, it resumes with the first
    /// migration that is not recorded.
    pub async fn migrate(&self, at: Timestamp) -> Result<Vec<&'static str>> {
        let mut done = Vec::new();
        for name in self.pending_migrations().await? {
            let migration = MIGRATIONS
                .iter()
                .find(|migration| migration.name == name)
                .expect("pending names come from the list");
            if self.apply(migration, at).await? {
                done.push(name);
            }
        }
        Ok(done)
    }

    async fn applied_migrations(&self) -> Result<BTreeMap<String, String>> {
        let mut chore = self.exclusive().await?;
        chore
            .script(CREATE_LOG.to_owned(), "schema_migration")
            .await?;
        let applied = read_log(&mut chore).await?;
        chore.commit().await?;
        Ok(applied)
    }

    /// A transaction that no other node's migration runs beside.
    async fn exclusive(&self) -> Result<Chore> {
        let mut chore = self.chore().await?;
        if self.engine() == Engine::Postgres {
            chore.script(LOCK.to_owned(), "schema_migration").await?;
        }
        Ok(chore)
    }

    /// False when another node was faster.
    async fn apply(&self, migration: &Migration, at: Timestamp) -> Result<bool> {
        let mut chore = self.exclusive().await?;
        if read_log(&mut chore).await?.contains_key(migration.name) {
            return Ok(false);
        }
        chore
            .script(migration.text(self.engine()), migration.name)
            .await?;
        chore
            .run(
                RECORD
                    .bind(migration.name)
                    .bind(migration.checksum())
                    .bind(at),
            )
            .await?;
        chore.commit().await?;
        Ok(true)
    }
}

async fn read_log(conn: &mut Conn) -> Result<BTreeMap<String, String>> {
    let rows = conn.all(APPLIED.query()).await?;
    rows.iter()
        .map(|row| Ok((row.get("name")?, row.get("checksum")?)))
        .collect()
}
