//! What the subcommands that open an installation share: its configuration, the log, the database.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, Termination};
use std::sync::Arc;

use app::{App, Ctx};
use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};
use store::files::Files;
use store::{Db, StoreError};
use tokio::signal::unix::{SignalKind, signal};

use crate::backup::DATABASE;
use crate::say::{self, words};
use crate::trouble;
use crate::usage::USAGE;

/// Where an installation keeps its data.
#[derive(Debug, clap::Args)]
pub(crate) struct Place {
    /// Folder of the installation: database, files, and `jiannuo.toml` if there is one.
    #[arg(long, default_value = "data")]
    pub(crate) data: PathBuf,
    /// Address of the database instead of the embedded one, such as `postgres://user@host/jiannuo`.
    #[arg(long)]
    pub(crate) database: Option<String>,
}

/// The configuration: defaults, then `jiannuo.toml` in the data folder, then `JIANNUO_*` variables, then arguments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// Address to listen on.
    pub(crate) listen: SocketAddr,
    /// Address of the database; the embedded one in the data folder without it.
    pub(crate) database: Option<String>,
    /// Where browsers find the service. With https the cookie is sent over nothing else.
    pub(crate) public_url: Option<String>,
    /// Proxies whose `X-Forwarded-For` is believed, such as `10.0.0.0/8`.
    pub(crate) trusted_proxies: Vec<String>,
    /// Requests to public routes that one address may make per minute.
    pub(crate) public_per_minute: u32,
    /// What the log holds, such as `info` or `warn,api=debug`.
    pub(crate) log: String,
    /// Whether the log is written as JSON lines.
    pub(crate) log_json: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            database: None,
            public_url: None,
            trusted_proxies: Vec::new(),
            public_per_minute: 60,
            log: "info".to_owned(),
            log_json: false,
        }
    }
}

/// The settings that a `JIANNUO_*` variable can give; other variables of that prefix belong to other tools.
const KEYS: &[&str] = &[
    "listen",
    "database",
    "public_url",
    "trusted_proxies",
    "public_per_minute",
    "log",
    "log_json",
];

/// A failure told to whoever started the program.
pub(crate) type Outcome<T> = Result<T, String>;

impl Settings {
    pub(crate) fn load(place: &Place) -> Outcome<Self> {
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        let file = place.data.join("jiannuo.toml");
        if file.exists() {
            figment = figment.merge(Toml::file_exact(file));
        }
        figment = figment.merge(Env::prefixed("JIANNUO_").only(KEYS));
        if let Some(database) = &place.database {
            figment = figment.merge(("database", database));
        }
        figment.extract().map_err(|error| {
            words!(
                "设置有误（jiannuo.toml 或 JIANNUO_ 开头的变量）：{error}",
                "configuration (jiannuo.toml, or variables that begin with JIANNUO_): {error}"
            )
        })
    }

    /// The address of the database of an installation.
    pub(crate) fn database_url(&self, data: &Path) -> String {
        self.database
            .clone()
            .unwrap_or_else(|| format!("sqlite:{}", data.join(DATABASE).display()))
    }

    /// The configuration of the HTTP side.
    pub(crate) fn api(&self) -> Outcome<api::Config> {
        let trusted_proxies = self
            .trusted_proxies
            .iter()
            .map(|text| text.parse())
            .collect::<Result<_, _>>()?;
        Ok(api::Config {
            https: self
                .public_url
                .as_deref()
                .is_some_and(|url| url.starts_with("https://")),
            trusted_proxies,
            public_per_minute: self.public_per_minute,
            ..api::Config::default()
        })
    }

    /// Starts the log; the program does this once.
    pub(crate) fn start_log(&self) -> Outcome<()> {
        let filter = tracing_subscriber::EnvFilter::try_new(&self.log).map_err(|error| {
            words!(
                "设置 log 有误：{error}；请写成 info 或 warn,api=debug",
                "the setting log cannot be used: {error}; write it like info or warn,api=debug"
            )
        })?;
        let log = tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_writer(std::io::stderr);
        let started = if self.log_json {
            log.json().try_init()
        } else {
            log.try_init()
        };
        started.map_err(|error| error.to_string())
    }
}

/// Opens an installation that is there: where there is none, nothing is made.
pub(crate) async fn open_existing(settings: &Settings, data: &Path) -> Outcome<(Db, Files)> {
    if settings.database.is_none() && !data.join(DATABASE).is_file() {
        return Err(no_installation(data));
    }
    open(settings, data).await
}

/// A folder without an installation.
pub(crate) fn no_installation(data: &Path) -> String {
    let place = data.display();
    words!(
        "{place}：这里没有安装践诺。请用 --data 指明安装所在的文件夹，或先运行 jiannuo serve",
        "{place}: no installation here. Name its folder with --data, or run `jiannuo serve` first"
    )
}

/// Opens the database and the files of an installation, making the data folder if it is new. Nothing is migrated.
pub(crate) async fn open(settings: &Settings, data: &Path) -> Outcome<(Db, Files)> {
    make(data)?;
    with_files(Db::open(&settings.database_url(data)).await, data).await
}

/// Opens what is being made and counts for nothing until it is whole.
pub(crate) async fn open_to_make(settings: &Settings, data: &Path) -> Outcome<(Db, Files)> {
    make(data)?;
    let db = Db::open_to_make(&settings.database_url(data)).await;
    with_files(db, data).await
}

fn make(data: &Path) -> Outcome<()> {
    std::fs::create_dir_all(data).map_err(|error| trouble::of_file(data, &error))
}

async fn with_files(db: Result<Db, StoreError>, data: &Path) -> Outcome<(Db, Files)> {
    let db = db.map_err(trouble::of_store)?;
    let files = Files::open(data.join("files"))
        .await
        .map_err(trouble::of_store)?;
    Ok((db, files))
}

/// Opens a migrated installation for the person with that sign-in name.
pub(crate) async fn acting(place: &Place, login: &str) -> Outcome<(Db, Ctx)> {
    let settings = Settings::load(place)?;
    let (db, files) = open_existing(&settings, &place.data).await?;
    db.require_migrated().await.map_err(trouble::of_store)?;
    let app = Arc::new(App::new(db.clone(), files));
    let mut ctx = app::account::act_as(&app, login, "command-line".to_owned())
        .await
        .map_err(|error| match error.kind {
            app::Kind::NotFound => words!(
                "--as {login}：没有这个账号，或已停用。请写网页“人员”里一个在职人员的账号",
                "--as {login}: there is no such account, or it was closed. Name the account of somebody under People"
            ),
            _ => format!("{login}: {}", trouble::of_use_case(&error)),
        })?;
    // Whoever types reads the answers, whatever language the account has on the web.
    ctx.language = say::language();
    Ok((db, ctx))
}

/// Runs a subcommand on a runtime of its own and tells how it ended: what it says of itself, or 2 where it could not do what
/// was asked.
pub(crate) fn block_on<T: Termination>(work: impl Future<Output = Outcome<T>>) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            say::error(&words!(
                "程序无法启动：{error}",
                "the program cannot start: {error}"
            ));
            return ExitCode::from(USAGE);
        }
    };
    match runtime.block_on(work) {
        Ok(ended) => ended.report(),
        Err(why) => {
            say::error(&why);
            ExitCode::from(USAGE)
        }
    }
}

/// Completes when the program is asked to stop. Listens from now on: call it before saying that the program is ready.
pub(crate) fn stop() -> Outcome<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate()).map_err(|error| error.to_string())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            // Without a terminal there is no Ctrl-C to wait for.
            interrupted = tokio::signal::ctrl_c() => if interrupted.is_err() { terminate.recv().await; },
        }
    })
}

/// Where letters are put while no mail server is set.
pub(crate) fn worker(data: &Path) -> worker::Config {
    worker::Config::new(data.join("mail"))
}
