//! What the subcommands that open an installation share: its configuration, the log, the database.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use app::{App, Ctx, Language};
use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};
use store::files::Files;
use store::{Db, StoreError};
use tokio::signal::unix::{SignalKind, signal};

use crate::backup::DATABASE;

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
        figment
            .extract()
            .map_err(|error| format!("configuration: {error}"))
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
        let filter = tracing_subscriber::EnvFilter::try_new(&self.log)
            .map_err(|error| format!("log: {error}"))?;
        let log = tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_writer(std::io::stderr);
        let started = if self.log_json {
            log.json().try_init()
        } else {
            log.try_init()
        };
        started.map_err(|error| format!("log: {error}"))
    }
}

/// Opens an installation that is there: where there is none, nothing is made.
pub(crate) async fn open_existing(settings: &Settings, data: &Path) -> Outcome<(Db, Files)> {
    if settings.database.is_none() && !data.join(DATABASE).is_file() {
        let place = data.display();
        return Err(language().choose(
            format!("{place}：这里没有安装践诺。请用 --data 指明安装所在的文件夹，或先运行 jiannuo serve。"),
            format!("{place}: no installation here. Name its folder with --data, or run `jiannuo serve` first."),
        ));
    }
    open(settings, data).await
}

/// The language in which the program answers whoever started it: what `LC_ALL`, `LC_MESSAGES` or `LANG` says first; Chinese where they
/// name neither.
pub(crate) fn language() -> Language {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    spoken(said.as_deref())
}

fn spoken(locale: Option<&str>) -> Language {
    if locale.is_some_and(|locale| locale.starts_with("en")) {
        Language::English
    } else {
        Language::Chinese
    }
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
    std::fs::create_dir_all(data).map_err(|error| format!("{}: {error}", data.display()))
}

async fn with_files(db: Result<Db, StoreError>, data: &Path) -> Outcome<(Db, Files)> {
    let db = db.map_err(|error| error.to_string())?;
    let files = Files::open(data.join("files"))
        .await
        .map_err(|error| error.to_string())?;
    Ok((db, files))
}

/// Opens a migrated installation for the person with that sign-in name.
pub(crate) async fn acting(place: &Place, login: &str) -> Outcome<(Db, Ctx)> {
    let settings = Settings::load(place)?;
    let (db, files) = open_existing(&settings, &place.data).await?;
    db.require_migrated()
        .await
        .map_err(|error| error.to_string())?;
    let app = Arc::new(App::new(db.clone(), files));
    let ctx = app::account::act_as(&app, login, "command-line".to_owned())
        .await
        .map_err(|error| format!("{login}: {}", told(&error)))?;
    Ok((db, ctx))
}

/// An error of a lower layer, told as it is.
#[allow(clippy::needless_pass_by_value, reason = "given to map_err")]
pub(crate) fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// An error in words, each wrong field on a line of its own.
pub(crate) fn told(error: &app::Error) -> String {
    told_in(error, language())
}

/// The same in a language asked for.
pub(crate) fn told_in(error: &app::Error, language: Language) -> String {
    let fields = error
        .fields
        .iter()
        .map(|field| format!("{}: {}", field.pointer, field.text.say(language)));
    std::iter::once(error.text.say(language))
        .chain(fields)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Runs a subcommand on a runtime of its own and tells how it ended.
pub(crate) fn block_on(work: impl Future<Output = Outcome<()>>) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("the program cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(work) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_speaks_english_is_answered_in_english_and_everybody_else_in_chinese() {
        for (locale, language) in [
            (Some("en_GB.UTF-8"), Language::English),
            (Some("en"), Language::English),
            (Some("zh_CN.UTF-8"), Language::Chinese),
            (Some("C.UTF-8"), Language::Chinese),
            (None, Language::Chinese),
        ] {
            assert_eq!(spoken(locale), language, "{locale:?}");
        }
    }
}
