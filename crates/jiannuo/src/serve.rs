//! `jiannuo serve`: the web service and, in the same process, the worker.

use std::future::Future;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use api::Api;
use app::App;
use store::{Db, MIGRATIONS};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::migrate::migrate;
use crate::say::{self, words};
use crate::setup::{self, Outcome, Place, Settings};
use crate::trouble;

/// Serves the desk, the phone pages and the API, and does what is due: all that a single machine needs
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
    /// Leave what is due to `jiannuo work` elsewhere
    #[arg(long)]
    web_only: bool,
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
        let api = Api::new(app.clone(), config);
        let ended = if args.web_only {
            let served = api::serve(listener, api, asked).await;
            served.map_err(|error| error.to_string())
        } else {
            serve_and_work(listener, api, app, setup::worker(&args.place.data), asked).await
        };
        db.close().await;
        ended
    })
}

/// Serves and works until `asked` to stop; both then end what they have begun.
pub(crate) async fn serve_and_work(
    listener: TcpListener,
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

/// Listens, and says where.
pub(crate) async fn listen(listen: SocketAddr) -> Outcome<TcpListener> {
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|error| cannot_listen(listen, &error))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    say::both(
        &format!("践诺已启动：http://{address}"),
        &format!("Jiannuo serves on http://{address}"),
    );
    Ok(listener)
}

fn cannot_listen(listen: SocketAddr, error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::AddrInUse => words!(
            "{listen} 已被另一个程序占用：请停掉它，或用 --listen 换一个端口",
            "{listen} is in use by another program: end it, or choose another port with --listen"
        ),
        std::io::ErrorKind::AddrNotAvailable => words!(
            "{listen} 不是这台机器的地址：请用 --listen 写 127.0.0.1 或 0.0.0.0 和端口",
            "{listen} is no address of this machine: write 127.0.0.1 or 0.0.0.0 and a port with --listen"
        ),
        std::io::ErrorKind::PermissionDenied => words!(
            "没有权限使用 {listen}：1024 以下的端口需要管理员权限，请用 --listen 换一个端口",
            "{listen} may not be used: ports below 1024 need an administrator; choose another with --listen"
        ),
        _ => words!(
            "无法在 {listen} 上提供服务：{error}",
            "cannot serve on {listen}: {error}"
        ),
    }
}

/// An empty database is given its schema; an older one only when asked.
pub(crate) async fn prepare(db: &Db, asked: bool) -> Outcome<()> {
    let pending = db.pending_migrations().await.map_err(trouble::of_store)?;
    if asked || pending.len() == MIGRATIONS.len() {
        migrate(db).await?;
    }
    db.require_migrated().await.map_err(trouble::of_store)
}

/// At the first start there is nobody who could sign in.
pub(crate) async fn greet(app: &Arc<App>) -> Outcome<()> {
    let first = app::account::first_administrator(app)
        .await
        .map_err(|error| trouble::of_use_case(&error))?;
    if let Some(first) = first {
        let (login, password) = (first.login, first.password);
        say::both(
            &format!("首位管理员，只显示这一次：用户名 {login}，密码 {password}"),
            &format!("The first administrator, shown only now: sign in as {login} with {password}"),
        );
    }
    Ok(())
}
