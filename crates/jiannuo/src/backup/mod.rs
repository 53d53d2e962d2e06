//! `jiannuo backup FOLDER`: a whole copy of an installation, taken while it runs.

mod manifest;
mod restore;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::{Clock as _, SystemClock};
use store::files::Files;
use store::{Db, StoreError};

use self::manifest::{BESIDE, Content, FILES, Held, Manifest, heads, measured};
pub(crate) use self::manifest::{DATABASE, for_each_file, noted_ends};
use crate::setup::{self, Outcome, Place, Settings, words};

pub(crate) use self::restore::{Args as RestoreArgs, run as restore};

/// Copies an installation while it runs: database, attachments and settings, with a manifest that `restore` checks
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder to write into; it must be empty or not there yet
    folder: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// PostgreSQL has better tools than this program could bring.
const WITH_POSTGRES: &str = "this installation keeps its data in PostgreSQL. Back it up in this order:\n  \
    pg_dump --format=custom --file=jiannuo.dump DATABASE\n  \
    cp -a DATA/files BACKUP/files   (afterwards: attachments are only ever added)\n\
    To restore: pg_restore into an empty database, copy the folder of attachments, \
    then run `jiannuo check audit`, `jiannuo check ledger` and `jiannuo check files`.";

pub(crate) fn run(args: &Args) -> ExitCode {
    setup::block_on(async {
        let settings = Settings::load(&args.place)?;
        if settings.database.is_some() {
            return Err(WITH_POSTGRES.to_owned());
        }
        let data = &args.place.data;
        let database = data.join(DATABASE);
        if !database.is_file() {
            return Err(format!("{}: no installation here", data.display()));
        }
        empty(&args.folder)?;
        let manifest = take(&database, data, &args.folder).await?;
        println!(
            "{} attachments, {} bytes; digest {}",
            manifest.content.held.files,
            manifest.content.held.bytes,
            manifest.content.digest()
        );
        match manifest.damaged.len() {
            0 => Ok(()),
            damaged => Err(format!(
                "{damaged} attachments are missing or damaged in {}; everything else was backed up:\n{}",
                data.display(),
                manifest.damaged.join("\n")
            )),
        }
    })
}

/// The database comes first: every attachment that it names was there before it was copied, and stays.
async fn take(database: &Path, data: &Path, folder: &Path) -> Outcome<Manifest> {
    let taken_at = SystemClock.now();
    let copy = folder.join(DATABASE);
    store::backup::copy_database(database, &copy)
        .await
        .map_err(words)?;
    let source = Files::existing(data.join(FILES));
    let target = Files::open(folder.join(FILES)).await.map_err(words)?;
    let db = open(&copy).await?;
    let (mut held, mut damaged) = (Held::default(), Vec::new());
    for_each_file(&db, async |hash| {
        match source.copy(&hash, &target).await {
            Ok(bytes) => held.add(bytes),
            Err(StoreError::NotFound { .. } | StoreError::Corrupt { .. }) => {
                damaged.push(hash.to_string());
            }
            Err(error) => return Err(error.to_string()),
        }
        Ok(())
    })
    .await?;
    let audit = heads(&db).await?;
    // The first opening of a copy rewrites its head; what is measured is what stays.
    db.close().await;
    let content = Content::of(measured(&copy).await?, audit, held);
    copy_beside(data, folder)?;
    let manifest = Manifest::new(taken_at, content, damaged);
    manifest.write(folder)?;
    Ok(manifest)
}

/// Opens a database by the path of its file.
async fn open(file: &Path) -> Outcome<Db> {
    Db::open(&format!("sqlite:{}", file.display()))
        .await
        .map_err(words)
}

/// Makes the folder; one with anything in it is refused, so that nothing is overwritten or mixed.
fn empty(folder: &Path) -> Outcome<()> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(folder).map_err(told)?;
    match std::fs::read_dir(folder).map_err(told)?.next() {
        None => Ok(()),
        Some(_) => Err(format!(
            "{} is not empty; name a new folder",
            folder.display()
        )),
    }
}

fn copy_beside(from: &Path, into: &Path) -> Outcome<()> {
    for name in BESIDE {
        let file = from.join(name);
        if file.is_file() {
            std::fs::copy(&file, into.join(name))
                .map_err(|error| format!("{}: {error}", file.display()))?;
        }
    }
    Ok(())
}
