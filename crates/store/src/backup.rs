//! A copy of the embedded database as it is at one instant, taken while others read and write.
//!
//! PostgreSQL brings its own tools for this; the embedded engine is inside this program, so its copy is made here.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::error::{Result, StoreError};
use crate::sqlite::BUSY_TIMEOUT;

/// Writes the database in the file `from` into the new file `into`: compact, without a journal, and durable when this
/// returns. Writers are not held up. A file that is there already is never overwritten.
pub async fn copy_database(from: &Path, into: &Path) -> Result<()> {
    if into.exists() {
        return Err(StoreError::unavailable(format!(
            "{} is there already",
            into.display()
        )));
    }
    let target = into.to_str().ok_or_else(|| StoreError::Invalid {
        why: format!("{} is not text", into.display()),
    })?;
    // Reads the whole database, which may take minutes.
    let (from, target) = (from.to_owned(), target.to_owned());
    tokio::task::spawn_blocking(move || vacuum(&from, &target))
        .await
        .map_err(StoreError::unavailable)?
        .map_err(|error| StoreError::from_sqlite(&error, "backup"))?;
    sync(into.to_owned()).await
}

fn vacuum(from: &Path, target: &str) -> Result<(), rusqlite::Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(from, flags)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    conn.execute("VACUUM INTO ?1", [target]).map(|_| ())
}

/// The engine writes such a copy without waiting for the disk.
async fn sync(file: std::path::PathBuf) -> Result<()> {
    let synced = async {
        tokio::fs::File::open(&file).await?.sync_all().await?;
        let folder = file.parent().unwrap_or(Path::new("."));
        tokio::fs::File::open(folder).await?.sync_all().await
    };
    synced.await.map_err(StoreError::unavailable)
}
