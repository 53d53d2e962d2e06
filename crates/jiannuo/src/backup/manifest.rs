//! What a backup says of itself, so that a restored installation can be held against it.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::Db;
use store::audit;
use store::files::{ContentHash, StoredFile, hash_of};

use crate::say::{say, words};
use crate::setup::Outcome;
use crate::trouble;

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
            let (file, why) = (file.display(), trouble::of_io(&error));
            words!(
                "{file}: {why}。这不是备份，或备份没有完成：请写 jiannuo backup 建立的文件夹",
                "{file}: {why}. This is not a backup, or one that was interrupted: name a folder that `jiannuo backup` made"
            )
        })?;
        let read: Self =
            serde_json::from_str(&text).map_err(|error| {
                let file = file.display();
                words!(
                    "{file}: 已损坏，或由其他版本写成（{error}）：请换一份备份，或用当时的版本恢复",
                    "{file}: damaged, or written by another version ({error}): use another backup, or restore with the version of its time"
                )
            })?;
        if read.format == FORMAT {
            Ok(read)
        } else {
            let (file, program) = (file.display(), &read.program);
            Err(words!(
                "{file}: 由 {program} 版以另一种格式写成：请用那个版本恢复",
                "{file}: written by version {program} in another format: restore with that version"
            ))
        }
    }

    pub(super) fn write(&self, folder: &Path) -> Outcome<()> {
        let text = serde_json::to_string_pretty(self).map_err(|error| error.to_string())?;
        let file = folder.join(MANIFEST);
        let written = std::fs::write(&file, text + "\n")
            .and_then(|()| std::fs::File::open(&file)?.sync_all())
            .and_then(|()| std::fs::File::open(folder)?.sync_all());
        written.map_err(|error| trouble::of_file(&file, &error))
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

    /// Prints what it holds.
    pub(super) fn say(&self) {
        let (files, bytes, digest) = (self.held.files, self.held.bytes, self.digest());
        say!(
            "{}",
            words!(
                "{files} 个附件，{bytes} 字节；digest {digest}",
                "{files} attachments, {bytes} bytes; digest {digest}"
            )
        );
    }

    /// One line that is the same for equal installations: attachments are named in the database by their own hashes.
    fn digest(&self) -> &str {
        &self.database
    }
}

/// The ends of the chains of the audit log as a backup noted them.
pub(crate) fn noted_ends(backup: &Path) -> Outcome<Vec<(i64, String)>> {
    Ok(Manifest::read(backup)?.content.audit)
}

/// The end of each chain of the audit log.
pub(super) async fn heads(db: &Db) -> Outcome<Vec<(i64, String)>> {
    let mut read = db.read().await.map_err(trouble::of_store)?;
    audit::heads(&mut read).await.map_err(trouble::of_store)
}

/// Hash and size of a file.
pub(super) async fn measured(path: &Path) -> Outcome<StoredFile> {
    let file = tokio::fs::File::open(path)
        .await
        .map_err(|error| trouble::of_file(path, &error))?;
    hash_of(file).await.map_err(trouble::of_store)
}

/// The attachments a database names, page by page, each given to `each`.
pub(crate) async fn for_each_file(
    db: &Db,
    mut each: impl AsyncFnMut(ContentHash) -> Outcome<()>,
) -> Outcome<()> {
    const PAGE: u32 = 500;
    let mut after: Option<ContentHash> = None;
    loop {
        let mut read = db.read().await.map_err(trouble::of_store)?;
        let page = store::attachment::hashes(&mut read, after.as_ref(), PAGE)
            .await
            .map_err(trouble::of_store)?;
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
