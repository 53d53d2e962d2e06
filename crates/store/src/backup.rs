//! A copy of the embedded database as it is at one instant, taken while others read and write.
//!
//! PostgreSQL brings its own tools for this; the embedded engine is inside this program, so its copy is made here.

use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _};

use crate::error::{Result, StoreError};

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
    let options = SqliteConnectOptions::new()
        .filename(from)
        .create_if_missing(false)
        .disable_statement_logging();
    let mut conn = options.connect().await.map_err(driver)?;
    let copied = sqlx::query("VACUUM INTO $1")
        .bind(target)
        .execute(&mut conn)
        .await;
    conn.close().await.map_err(driver)?;
    copied.map_err(driver)?;
    sync(into.to_owned()).await
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

#[allow(clippy::needless_pass_by_value, reason = "given to map_err")]
fn driver(error: sqlx::Error) -> StoreError {
    StoreError::from_driver(&error, "backup")
}
