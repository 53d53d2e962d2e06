//! `jiannuo all`: web service and worker in one process.

use std::future::Future;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use api::Api;
use app::App;
use tokio::sync::watch;

use crate::serve;
use crate::setup::{self, Outcome, Place, Settings};

/// Serves and works in one process: all that a single machine needs
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
    /// Address to listen on instead of the configured one
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// Bring the database to the schema of this program first
    #[arg(long)]
    migrate: bool,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    setup::block_on(async {
        let settings = Settings::load(&args.place)?;
        settings.start_log()?;
        let config = settings.api()?;
        let (db, files) = setup::open(&settings, &args.place.data).await?;
        serve::prepare(&db, args.migrate).await?;
        let app = Arc::new(App::new(db.clone(), files));
        serve::greet(&app).await?;
        let asked = setup::stop()?;
        let listener = serve::listen(args.listen.unwrap_or(settings.listen)).await?;
        let api = Api::new(app.clone(), config);
        let ended =
            serve_and_work(listener, api, app, setup::worker(&args.place.data), asked).await;
        db.close().await;
        ended
    })
}

/// Serves and works until `asked` to stop; both then end what they have begun.
pub(crate) async fn serve_and_work(
    listener: tokio::net::TcpListener,
    api: Api,
    app: Arc<App>,
    config: worker::Config,
    asked: impl Future<Output = ()> + Send + 'static,
) -> Outcome<()> {
    let (stopping, stopped) = watch::channel(false);
    let told = |mut stopped: watch::Receiver<bool>| async move {
        // The sender lives until both have ended; without it there is nothing left to wait for.
        let _ = stopped.wait_for(|stopped| *stopped).await;
    };
    let working = tokio::spawn(worker::run(app, config, told(stopped.clone())));
    let signal = tokio::spawn(async move {
        asked.await;
        stopping.send_replace(true);
        stopping
    });
    let served = api::serve(listener, api, told(stopped)).await;
    // The service may have ended by itself; the worker ends with it.
    signal.abort();
    let worked = working.await.map_err(|error| error.to_string())?;
    served.map_err(|error| error.to_string())?;
    worked.map_err(|error| error.to_string())
}
