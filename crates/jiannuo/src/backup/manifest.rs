//! What a backup says of itself, so that a restored installation can be held against it.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::Db;
use store::audit;
use store::files::{ContentHash, StoredFile, hash_of};

use crate::setup::{Outcome, words};

/// The database in a backup.
pub(crate) const DATABASE: &str = "jiannuo.db";
/// The attachments in a backup, by the hash of their content.
pub(super) const FILES: &str = "files";
/// Written last: a folder without it is no whole backup.
pub(super) const MANIFEST: &str = "manifest.json";
/// What may lie beside the database and belongs to the installation: its settings, and the sign-ins of a demo.
pub(super) const BESIDE: [&str; 2] = ["jiannuo.toml", "demo.json"];
const FORMAT: u32 = 1;

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    format: u32,
    /// Version of the program that took it.
    program: String,
    taken_at: Timestamp,
    pub(super) content: Content,
    /// Attachments the database names that were missing or damaged when the backup was taken.
    pub(super) damaged: Vec<String>,
}

/// What a restored installation must equal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Content {
    /// SHA-256 of the database's bytes; attachments are named by theirs inside it.
    database: String,
    database_bytes: u64,
    /// Rows and last hash of each chain of the audit log, which covers everything that was ever done.
    audit: Vec<(i64, String)>,
    /// The attachments that are in it.
    pub(super) held: Held,
}

impl Manifest {
    pub(super) fn new(taken_at: Timestamp, content: Content, damaged: Vec<String>) -> Self {
        Self {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            taken_at,
            content,
            damaged,
        }
    }

    pub(super) fn read(folder: &Path) -> Outcome<Self> {
        let file = folder.join(MANIFEST);
        let text = std::fs::read_to_string(&file).map_err(|error| {
            format!(
                "{}: {error}. This is not a backup, or one that was interrupted",
                file.display()
            )
        })?;
        let read: Self =
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        if read.format == FORMAT {
            Ok(read)
        } else {
            Err(format!(
                "{}: written by version {} in another format: restore with that version",
                file.display(),
                read.program
            ))
        }
    }

    pub(super) fn write(&self, folder: &Path) -> Outcome<()> {
        let text = serde_json::to_string_pretty(self).map_err(words)?;
        let file = folder.join(MANIFEST);
        let written = std::fs::write(&file, text + "\n")
            .and_then(|()| std::fs::File::open(&file)?.sync_all())
            .and_then(|()| std::fs::File::open(folder)?.sync_all());
        written.map_err(|error| format!("{}: {error}", file.display()))
    }
}

/// Attachments, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Held {
    pub(super) files: u64,
    pub(super) bytes: u64,
}

impl Held {
    pub(super) fn add(&mut self, bytes: u64) {
        self.files += 1;
        self.bytes += bytes;
    }
}

impl Content {
    pub(super) fn of(database: StoredFile, audit: Vec<(i64, String)>, held: Held) -> Self {
        Self {
            database: database.hash.to_string(),
            database_bytes: database.size,
            audit,
            held,
        }
    }

    /// Whether this is the database it speaks of.
    pub(super) fn begins_with(&self, database: &StoredFile) -> bool {
        (self.database.as_str(), self.database_bytes)
            == (database.hash.to_string().as_str(), database.size)
    }

    /// One line that is the same for equal installations: attachments are named in the database by their own hashes.
    pub(super) fn digest(&self) -> &str {
        &self.database
    }
}

/// The ends of the chains of the audit log as a backup noted them.
pub(crate) fn noted_ends(backup: &Path) -> Outcome<Vec<(i64, String)>> {
    Ok(Manifest::read(backup)?.content.audit)
}

/// The end of each chain of the audit log.
pub(super) async fn heads(db: &Db) -> Outcome<Vec<(i64, String)>> {
    let mut read = db.read().await.map_err(words)?;
    audit::heads(&mut read).await.map_err(words)
}

/// Hash and size of a file.
pub(super) async fn measured(path: &Path) -> Outcome<StoredFile> {
    let file = tokio::fs::File::open(path)
        .await
        .map_err(|error| format!("{}: {error}", path.display()))?;
    hash_of(file).await.map_err(words)
}

/// The attachments a database names, page by page, each given to `each`.
pub(crate) async fn for_each_file(
    db: &Db,
    mut each: impl AsyncFnMut(ContentHash) -> Outcome<()>,
) -> Outcome<()> {
    const PAGE: u32 = 500;
    let mut after: Option<ContentHash> = None;
    loop {
        let mut read = db.read().await.map_err(words)?;
        let page = store::attachment::hashes(&mut read, after.as_ref(), PAGE)
            .await
            .map_err(words)?;
        drop(read);
        let Some(last) = page.last() else {
            return Ok(());
        };
        after = Some(last.clone());
        for hash in page {
            each(hash).await?;
        }
    }
}
