//! `jiannuo check ledger|audit|files`: proves what is stored against what it was made from.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::App;
use clap::Subcommand;
use store::{StoreError, audit};

use crate::backup::{for_each_file, noted_ends};
use crate::say::say;
use crate::setup::{self, Outcome, Place, Settings};

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
        db.require_migrated()
            .await
            .map_err(|error| format!("{error}\nBack up, then run `jiannuo migrate`."))?;
        let app = App::new(db.clone(), files);
        let found = match &args.what {
            What::Ledger { .. } => ledger(&app).await,
            What::Audit { since, .. } => audit_log(&app, since.as_deref()).await,
            What::Files { .. } => attachments(&app).await,
        };
        db.close().await;
        match found? {
            0 => Ok(()),
            differences => Err(format!("{differences} differences")),
        }
    })
}

async fn ledger(app: &App) -> Outcome<usize> {
    let check = app::case::check_ledger(app)
        .await
        .map_err(|error| setup::told(&error))?;
    for difference in &check.differences {
        say!("{} {}", difference.case, difference.what);
        say!("  stored   {}", difference.stored);
        say!("  computed {}", difference.computed);
    }
    for never in &check.without_calendar {
        let (case, what, calendar) = (&never.case, &never.what, &never.calendar);
        say!(
            "{case} {what} is never due: nobody keeps the calendar {calendar}; set it up under that name"
        );
    }
    say!(
        "{} cases, {} promises and {} recurring duties computed anew",
        check.cases,
        check.promises,
        check.duties
    );
    Ok(check.differences.len() + check.without_calendar.len())
}

async fn audit_log(app: &App, since: Option<&Path>) -> Outcome<usize> {
    let mut snapshot = app.db.snapshot().await.map_err(|error| error.to_string())?;
    let broken = audit::verify_all(&mut snapshot)
        .await
        .map_err(|error| error.to_string())?;
    for at in &broken {
        say!("chain {} does not fit from row {} on", at.chain, at.seq);
    }
    say!("{} chains verified", audit::CHAINS);
    let Some(backup) = since else {
        return Ok(broken.len());
    };
    let changed = audit::changed_since(&mut snapshot, &noted_ends(backup)?)
        .await
        .map_err(|error| error.to_string())?;
    for at in &changed {
        say!(
            "chain {} has no row {} as the backup had it",
            at.chain,
            at.seq
        );
    }
    say!("compared with {}", backup.display());
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
                say!("attachment {hash}: {error}");
            }
            Err(error) => return Err(error.to_string()),
        }
        Ok(())
    })
    .await?;
    say!("{checked} attachments verified");
    Ok(damaged)
}
