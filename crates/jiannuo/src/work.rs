//! `jiannuo work`: the worker alone, beside nodes that only serve.

use std::process::ExitCode;
use std::sync::Arc;

use app::App;

use crate::say;
use crate::setup::{self, Place, Settings};

/// Runs what is due: warnings, breaches, letters; beside `jiannuo serve --web-only`
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    setup::block_on(async {
        let settings = Settings::load(&args.place)?;
        settings.start_log()?;
        let (db, files) = setup::open_existing(&settings, &args.place.data).await?;
        crate::serve::prepare(&db, false).await?;
        let app = Arc::new(App::new(db.clone(), files));
        let asked = setup::stop()?;
        say::both("践诺开始处理到期事项", "Jiannuo works");
        let worked = worker::run(app, setup::worker(&args.place.data), asked).await;
        db.close().await;
        worked.map_err(|error| error.to_string())
    })
}
