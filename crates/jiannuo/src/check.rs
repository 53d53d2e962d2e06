//! `jiannuo check ledger|audit|files`: proves what is stored against what it was made from.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::App;
use clap::Subcommand;
use store::{StoreError, audit};

use crate::backup::{for_each_file, noted_ends};
use crate::say::{self, say, words};
use crate::setup::{self, Outcome, Place, Settings};
use crate::trouble;

/// Computes anew what can be computed anew and reports every difference. Changes nothing; ends with 1 if something differs
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Every case and agreement from its facts: phase, level, and each promise with its due time and outcome
    Ledger {
        #[command(flatten)]
        place: Place,
    },
    /// The chains of the audit log, each row from the one before it
    Audit {
        #[command(flatten)]
        place: Place,
        /// A backup taken before: the log must still hold what it held then, so that nobody has shortened or rewritten it
        #[arg(long, value_name = "FOLDER")]
        since: Option<PathBuf>,
    },
    /// Every attachment that the database names: is it there, with the bytes it had
    Files {
        #[command(flatten)]
        place: Place,
    },
}

pub(crate) fn run(args: &Args) -> ExitCode {
    setup::block_on(async {
        let (What::Ledger { place } | What::Audit { place, .. } | What::Files { place }) =
            &args.what;
        let settings = Settings::load(place)?;
        let (db, files) = setup::open_existing(&settings, &place.data).await?;
        db.require_migrated().await.map_err(trouble::of_store)?;
        let app = App::new(db.clone(), files);
        let found = match &args.what {
            What::Ledger { .. } => ledger(&app).await,
            What::Audit { since, .. } => audit_log(&app, since.as_deref()).await,
            What::Files { .. } => attachments(&app).await,
        };
        db.close().await;
        match found? {
            0 => Ok(ExitCode::SUCCESS),
            differences => {
                say::error(&words!(
                    "{differences} 处不一致",
                    "{differences} differences"
                ));
                Ok(ExitCode::from(1))
            }
        }
    })
}

async fn ledger(app: &App) -> Outcome<usize> {
    let check = app::case::check_ledger(app)
        .await
        .map_err(|error| trouble::of_use_case(&error))?;
    for difference in &check.differences {
        say!("{} {}", difference.case, difference.what);
        let (stored, computed) = (&difference.stored, &difference.computed);
        say!("{}", words!("  保存的 {stored}", "  stored   {stored}"));
        say!("{}", words!("  应为的 {computed}", "  computed {computed}"));
    }
    for never in &check.without_calendar {
        let (case, what, calendar) = (&never.case, &never.what, &never.calendar);
        say!(
            "{}",
            words!(
                "{case} {what} 永远不会到期：没有名为 {calendar} 的日历；请以这个名字建立它",
                "{case} {what} is never due: nobody keeps the calendar {calendar}; set it up under that name"
            )
        );
    }
    let (cases, promises) = (check.cases, check.promises);
    let (duties, warranties) = (check.duties, check.warranties);
    say!(
        "{}",
        words!(
            "已重新计算 {cases} 张服务单、{promises} 项承诺、{duties} 项定期工作和 {warranties} 台设备的保修",
            "{cases} cases, {promises} promises, {duties} recurring duties and the warranties of {warranties} units computed anew"
        )
    );
    Ok(check.differences.len() + check.without_calendar.len())
}

async fn audit_log(app: &App, since: Option<&Path>) -> Outcome<usize> {
    let noted = since.map(noted_ends).transpose()?;
    let mut snapshot = app.db.snapshot().await.map_err(trouble::of_store)?;
    let broken = audit::verify_all(&mut snapshot)
        .await
        .map_err(trouble::of_store)?;
    for at in &broken {
        let (chain, row) = (at.chain, at.seq);
        say!(
            "{}",
            words!(
                "审计链 {chain} 从第 {row} 行起对不上",
                "chain {chain} does not fit from row {row} on"
            )
        );
    }
    let chains = audit::CHAINS;
    say!(
        "{}",
        words!("已核对 {chains} 条审计链", "{chains} chains verified")
    );
    let (Some(backup), Some(noted)) = (since, noted) else {
        return Ok(broken.len());
    };
    let changed = audit::changed_since(&mut snapshot, &noted)
        .await
        .map_err(trouble::of_store)?;
    for at in &changed {
        let (chain, row) = (at.chain, at.seq);
        say!(
            "{}",
            words!(
                "审计链 {chain} 的第 {row} 行与备份时不同，或已不在",
                "chain {chain} has no row {row} as the backup had it"
            )
        );
    }
    let backup = backup.display();
    say!("{}", words!("已与 {backup} 比对", "compared with {backup}"));
    Ok(broken.len() + changed.len())
}

async fn attachments(app: &App) -> Outcome<usize> {
    let (mut checked, mut damaged) = (0, 0);
    for_each_file(&app.db, async |hash| {
        checked += 1;
        match app.files.verify(&hash).await {
            Ok(()) => {}
            Err(error @ (StoreError::NotFound { .. } | StoreError::Corrupt { .. })) => {
                damaged += 1;
                let why = trouble::of_store(error);
                say!(
                    "{}",
                    words!("附件 {hash}：{why}", "attachment {hash}: {why}")
                );
            }
            Err(error) => return Err(trouble::of_store(error)),
        }
        Ok(())
    })
    .await?;
    say!(
        "{}",
        words!("已核对 {checked} 个附件", "{checked} attachments verified")
    );
    Ok(damaged)
}
