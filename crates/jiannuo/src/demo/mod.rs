//! `jiannuo demo`: one company with all built-in plans and a year of history, made by running the real use cases under
//! the story's clock. The ledger it shows is as honest as any other.

mod cast;
mod clock;
mod dice;
mod market;
mod play;
mod rounds;
mod script;
mod stage;
mod today;
mod trade;
mod year;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use app::{App, Clock as _, SystemClock};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use self::cast::Cast;
use self::clock::StoryClock;
use self::dice::Dice;
use self::market::Market;
use self::stage::Stage;
use self::year::Year;
use crate::say::{say, words};
use crate::setup::{self, Place, Settings};
use crate::trouble;

type Outcome<T> = setup::Outcome<T>;

/// How long before now the story begins: the year, and the days in which plans were published and units sold.
const PROLOGUE: SignedDuration = SignedDuration::from_hours(24 * 370);
const SEED: u64 = 20_261_122;
/// What the sign-in page offers, kept beside the database of a demo; its presence marks a folder as a demo.
const SIGN_INS: &str = "demo.json";

/// Serves a demo: a company with a year behind it
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder of the demo; made when it does not exist
    #[arg(long, default_value = "data")]
    data: PathBuf,
    /// Address to listen on
    #[arg(long, env = "JIANNUO_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    setup::block_on(async {
        if is_empty(&args.data)? {
            prepare(&args.data).await?;
        }
        serve(&args.data, args.listen).await
    })
}

async fn serve(data: &Path, listen: SocketAddr) -> Outcome<()> {
    let demo = sign_ins(data)?;
    let settings = Settings::load(&Place {
        data: data.to_owned(),
        database: None,
    })?;
    settings.start_log()?;
    let config = api::Config {
        demo: demo.clone(),
        ..settings.api()?
    };
    let (db, files) = setup::open(&settings, data).await?;
    crate::serve::prepare(&db, true).await?;
    let app = Arc::new(App::new(db.clone(), files));
    let asked = setup::stop()?;
    let listener = crate::serve::listen(listen).await?;
    let password = cast::PASSWORD;
    say!(
        "{}",
        words!(
            "可用以下任一用户名登录，密码都是 {password}：",
            "Sign in as one of these, each with the password {password}:"
        )
    );
    for sign_in in &demo {
        let (login, role, name) = (&sign_in.login, &sign_in.role, &sign_in.name);
        say!("  {login:<16} {role:<16} {name}");
    }
    let api = api::Api::new(app.clone(), config);
    let ended = crate::serve::serve_and_work(listener, api, app, setup::worker(data), asked).await;
    db.close().await;
    ended
}

fn is_empty(data: &Path) -> Outcome<bool> {
    match std::fs::read_dir(data) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(trouble::of_file(data, &error)),
    }
}

fn sign_ins(data: &Path) -> Outcome<Vec<api::DemoSignIn>> {
    let file = data.join(SIGN_INS);
    let text = std::fs::read_to_string(&file).map_err(|_| {
        let data = data.display();
        words!(
            "{data} 里不是演示：真实的安装请用 jiannuo serve 启动；演示请写一个空文件夹",
            "{data} holds no demo: start a real installation with `jiannuo serve`, or name an empty folder for the demo"
        )
    })?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))
}

/// Makes the demo beside the folder and moves it there whole, so that a half-told story is never served.
async fn prepare(data: &Path) -> Outcome<()> {
    let name = data
        .file_name()
        .ok_or_else(|| words!("请为演示写一个文件夹", "name a folder for the demo"))?
        .to_string_lossy()
        .into_owned();
    let making = data.with_file_name(format!("{name}.making"));
    remove(&making)?;
    say!(
        "{}",
        words!(
            "正在制作演示：一家公司、它的方案和一年的服务。大约需要一分钟，机器忙时更久。",
            "Making the demo: a company, its plans and a year of service. This takes about a minute, on a loaded machine longer."
        )
    );
    let told_in = tell(&making).await;
    if let Err(why) = told_in {
        remove(&making)?;
        return Err(why);
    }
    remove(data)?;
    std::fs::rename(&making, data).map_err(|error| trouble::of_file(data, &error))
}

fn remove(folder: &Path) -> Outcome<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(trouble::of_file(folder, &error))
        }
        _ => Ok(()),
    }
}

async fn tell(folder: &Path) -> Outcome<()> {
    let place = Place {
        data: folder.to_owned(),
        database: None,
    };
    let settings = Settings::load(&place)?;
    let (db, files) = setup::open_to_make(&settings, folder).await?;
    crate::migrate::migrate(&db).await?;
    let now = SystemClock.now();
    let clock = Arc::new(StoryClock::standing_at(now - PROLOGUE));
    let app = Arc::new(App {
        clock: clock.clone(),
        ..App::new(db.clone(), files)
    });
    let worker = worker::Config::new(folder.join("mail"));
    let sign_ins = story(&app, &clock, &worker, now).await?;
    let json = serde_json::to_vec_pretty(&sign_ins).map_err(|error| error.to_string())?;
    std::fs::write(folder.join(SIGN_INS), json).map_err(|error| error.to_string())?;
    db.close().await;
    write_out(folder)
}

/// Has the disk write the files of a folder: nobody is to find a demo that a power cut could take apart.
fn write_out(folder: &Path) -> Outcome<()> {
    let written = || {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_file() {
                std::fs::File::open(path)?.sync_all()?;
            }
        }
        std::fs::File::open(folder)?.sync_all()
    };
    written().map_err(|error: std::io::Error| trouble::of_file(folder, &error))
}

async fn story(
    app: &Arc<App>,
    clock: &Arc<StoryClock>,
    worker: &worker::Config,
    now: Timestamp,
) -> Outcome<Vec<api::DemoSignIn>> {
    let zone = TimeZone::get("Asia/Shanghai").map_err(|error| error.to_string())?;
    let cast = Cast::assemble(app).await?;
    let today = now.to_zoned(zone).date();
    let units = Market::new(app, &cast, Dice::seeded(SEED), today)
        .open()
        .await?;
    let sold = units.len();
    say!(
        "{}",
        words!(
            "已售出 {sold} 台设备；一年开始。",
            "{sold} units are sold; the year begins."
        )
    );
    let first = units.first().ok_or("the market sold nothing")?;
    let customer = cast.customer(app, first).await?;
    let year = Year {
        app,
        clock,
        cast: &cast,
        units: &units,
        worker,
        stage: Stage {
            app,
            branch: &cast.branches[0],
            customer: &customer,
            units: &units,
            opens: now,
        },
        dice: Dice::seeded(SEED + 1),
    };
    let cases = year.tell(now).await?;
    // Only now: the agreements of the year were made without it and keep what they say.
    cast.serve_whoever_calls(app).await?;
    say!(
        "{}",
        words!("已服务 {cases} 张服务单。", "{cases} cases were served.")
    );
    Ok(cast.sign_ins(&customer))
}

/// A use case's refusal as the one who starts the demo reads it.
fn told<T, E: std::fmt::Debug>(result: Result<T, E>) -> Outcome<T> {
    result.map_err(|error| format!("the demo could not be made: {error:?}"))
}
