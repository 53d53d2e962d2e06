//! `jiannuo serve`: the web service.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use api::Api;
use app::App;
use store::{Db, MIGRATIONS};
use tokio::net::TcpListener;

use crate::migrate::migrate;
use crate::setup::{self, Outcome, Place, Settings};

/// Serves the desk, the phone pages and the API; what is due waits for `jiannuo work`
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
        prepare(&db, args.migrate).await?;
        let app = Arc::new(App::new(db.clone(), files));
        greet(&app).await?;
        let asked = setup::stop()?;
        let listener = listen(args.listen.unwrap_or(settings.listen)).await?;
        let served = api::serve(listener, Api::new(app, config), asked).await;
        db.close().await;
        served.map_err(|error| error.to_string())
    })
}

/// Listens, and says where.
pub(crate) async fn listen(listen: SocketAddr) -> Outcome<TcpListener> {
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|error| format!("{listen}: {error}"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("Jiannuo serves on http://{address}");
    Ok(listener)
}

/// An empty database is given its schema; an older one only when asked.
pub(crate) async fn prepare(db: &Db, asked: bool) -> Outcome<()> {
    let pending = db
        .pending_migrations()
        .await
        .map_err(|error| error.to_string())?;
    if asked || pending.len() == MIGRATIONS.len() {
        migrate(db).await?;
    }
    db.require_migrated().await.map_err(|error| {
        format!("{error}\nBack up, then run `jiannuo migrate` or start with --migrate.")
    })
}

/// At the first start there is nobody who could sign in.
pub(crate) async fn greet(app: &Arc<App>) -> Outcome<()> {
    let first = app::account::first_administrator(app)
        .await
        .map_err(|error| error.to_string())?;
    if let Some(first) = first {
        println!(
            "The first administrator, shown only now: sign in as {} with {}",
            first.login, first.password
        );
    }
    Ok(())
}
