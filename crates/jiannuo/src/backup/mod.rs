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
use crate::say::{self, words};
use crate::setup::{self, Outcome, Place, Settings};
use crate::trouble;

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
const WITH_POSTGRES_IN_CHINESE: &str = "数据保存在 PostgreSQL 中。请按这个顺序备份：\n  \
    pg_dump --format=custom --file=jiannuo.dump 数据库\n  \
    cp -a 数据文件夹/files 备份文件夹/files   （在后：附件只增不减）\n\
    恢复：用 pg_restore 写入空数据库，复制附件文件夹，\
    然后运行 jiannuo check audit、jiannuo check ledger 和 jiannuo check files。";
const WITH_POSTGRES: &str = "this installation keeps its data in PostgreSQL. Back it up in this order:\n  \
    pg_dump --format=custom --file=jiannuo.dump DATABASE\n  \
    cp -a DATA/files BACKUP/files   (afterwards: attachments are only ever added)\n\
    To restore: pg_restore into an empty database, copy the folder of attachments, \
    then run `jiannuo check audit`, `jiannuo check ledger` and `jiannuo check files`.";

pub(crate) fn run(args: &Args) -> ExitCode {
    setup::block_on(async {
        let settings = Settings::load(&args.place)?;
        if settings.database.is_some() {
            return Err(say::language()
                .choose(WITH_POSTGRES_IN_CHINESE, WITH_POSTGRES)
                .to_owned());
        }
        let data = &args.place.data;
        let database = data.join(DATABASE);
        if !database.is_file() {
            return Err(setup::no_installation(data));
        }
        empty(&args.folder)?;
        let manifest = take(&database, data, &args.folder).await?;
        manifest.content.say();
        match manifest.damaged.len() {
            0 => Ok(ExitCode::SUCCESS),
            damaged => {
                let (data, names) = (data.display(), manifest.damaged.join("\n"));
                say::error(&words!(
                    "{data} 中有 {damaged} 个附件缺失或损坏，其余都已备份：\n{names}",
                    "{damaged} attachments are missing or damaged in {data}; everything else was backed up:\n{names}"
                ));
                Ok(ExitCode::from(1))
            }
        }
    })
}

/// The database comes first: every attachment that it names was there before it was copied, and stays.
async fn take(database: &Path, data: &Path, folder: &Path) -> Outcome<Manifest> {
    let taken_at = SystemClock.now();
    let copy = folder.join(DATABASE);
    store::backup::copy_database(database, &copy)
        .await
        .map_err(trouble::of_store)?;
    let source = Files::existing(data.join(FILES));
    let target = Files::open(folder.join(FILES))
        .await
        .map_err(trouble::of_store)?;
    let db = open(&copy).await?;
    let (mut held, mut damaged) = (Held::default(), Vec::new());
    for_each_file(&db, async |hash| {
        match source.copy(&hash, &target).await {
            Ok(bytes) => held.add(bytes),
            Err(StoreError::NotFound { .. } | StoreError::Corrupt { .. }) => {
                damaged.push(hash.to_string());
            }
            Err(error) => return Err(trouble::of_store(error)),
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
        .map_err(trouble::of_store)
}

/// Makes the folder; one with anything in it is refused, so that nothing is overwritten or mixed.
fn empty(folder: &Path) -> Outcome<()> {
    let told = |error: std::io::Error| trouble::of_file(folder, &error);
    std::fs::create_dir_all(folder).map_err(told)?;
    if std::fs::read_dir(folder).map_err(told)?.next().is_none() {
        return Ok(());
    }
    let folder = folder.display();
    Err(words!(
        "{folder} 不是空的：请写一个新的文件夹",
        "{folder} is not empty; name a new folder"
    ))
}

fn copy_beside(from: &Path, into: &Path) -> Outcome<()> {
    for name in BESIDE {
        let file = from.join(name);
        if file.is_file() {
            std::fs::copy(&file, into.join(name))
                .map_err(|error| trouble::of_file(&file, &error))?;
        }
    }
    Ok(())
}
