//! `jiannuo migrate`: brings the database to the schema of this program.

use std::process::ExitCode;

use app::{Clock, SystemClock};
use store::Db;

use crate::say::{say, words};
use crate::setup::{self, Outcome, Place, Settings};
use crate::trouble;

/// Brings the database of an installation to the schema of this program. Interrupted, it resumes where it was.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    setup::block_on(async {
        let settings = Settings::load(&args.place)?;
        let (db, _) = setup::open(&settings, &args.place.data).await?;
        let applied = migrate(&db).await?;
        say!(
            "{}",
            if applied.is_empty() {
                words!("已是最新结构，无需升级", "nothing to do")
            } else {
                applied.join("\n")
            }
        );
        db.close().await;
        Ok(())
    })
}

/// Applies what is pending and returns the names.
pub(crate) async fn migrate(db: &Db) -> Outcome<Vec<&'static str>> {
    db.migrate(SystemClock.now())
        .await
        .map_err(trouble::of_store)
}
