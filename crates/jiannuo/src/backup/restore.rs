//! `jiannuo restore FOLDER`: an installation from a backup, checked before it counts.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use store::audit;
use store::files::Files;

use super::manifest::{Content, DATABASE, FILES, Held, Manifest, for_each_file, heads, measured};
use super::{copy_beside, empty, open};
use crate::say::{say, words};
use crate::setup::{self, Outcome};
use crate::trouble;

/// Makes an installation from a backup in an empty folder, and checks that it equals what was backed up
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The backup
    folder: PathBuf,
    /// Folder of the new installation; it must be empty or not there yet
    #[arg(long, default_value = "data")]
    data: PathBuf,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    setup::block_on(async {
        let manifest = Manifest::read(&args.folder)?;
        empty(&args.data)?;
        restored(&manifest, &args.folder, &args.data).await?;
        manifest.content.say();
        for hash in &manifest.damaged {
            say!(
                "{}",
                words!(
                    "附件 {hash} 在备份时就已缺失",
                    "attachment {hash} was missing when the backup was taken"
                )
            );
        }
        Ok(())
    })
}

/// The database gets its name last: a folder in which restoring was interrupted is no installation.
async fn restored(manifest: &Manifest, backup: &Path, data: &Path) -> Outcome<()> {
    let arriving = data.join("jiannuo.restoring");
    std::fs::copy(backup.join(DATABASE), &arriving)
        .map_err(|error| trouble::of_file(backup, &error))?;
    let measured = measured(&arriving).await?;
    let damaged = || {
        let backup = backup.display();
        words!(
            "{backup} 已损坏：内容与其 manifest.json 不符。没有据此建立安装，请换一份备份",
            "{backup} is damaged: it does not hold what its manifest says. Nothing was started from it; use another backup"
        )
    };
    if !manifest.content.begins_with(&measured) {
        return Err(damaged());
    }
    let db = open(&arriving).await?;
    // A program that is older than the backup does not know all of its schema.
    db.pending_migrations().await.map_err(trouble::of_store)?;
    let source = Files::existing(backup.join(FILES));
    let target = Files::open(data.join(FILES))
        .await
        .map_err(trouble::of_store)?;
    let mut held = Held::default();
    for_each_file(&db, async |hash| {
        if !manifest.damaged.contains(&hash.to_string()) {
            held.add(
                source
                    .copy(&hash, &target)
                    .await
                    .map_err(trouble::of_store)?,
            );
        }
        Ok(())
    })
    .await?;
    let content = Content::of(measured, heads(&db).await?, held);
    let mut snapshot = db.snapshot().await.map_err(trouble::of_store)?;
    let broken = audit::verify_all(&mut snapshot)
        .await
        .map_err(trouble::of_store)?;
    drop(snapshot);
    db.close().await;
    if content != manifest.content || !broken.is_empty() {
        return Err(damaged());
    }
    copy_beside(backup, data)?;
    let settle = std::fs::File::open(&arriving)
        .and_then(|file| file.sync_all())
        .and_then(|()| std::fs::rename(&arriving, data.join(DATABASE)))
        .and_then(|()| std::fs::File::open(data)?.sync_all());
    settle.map_err(|error| trouble::of_file(data, &error))
}
