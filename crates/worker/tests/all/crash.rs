//! A worker killed in the middle of its work, again and again: nothing is lost and nothing is told twice.

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use app::App;
use domain::access::Role;
use jiff::SignedDuration;
use store::Db;
use store::files::Files;
use store::notice;
use testkit::on_both_engines;

use crate::cases::Sketch;
use crate::common::House;

const URL: &str = "JIANNUO_TEST_WORKER_DB";
const FOLDER: &str = "JIANNUO_TEST_WORKER_FOLDER";
const CASES: u128 = 60;

/// Not a test of its own: the worker that the test below starts and kills.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "runs only as the child process of the test below"]
async fn child() {
    let (Ok(url), Ok(folder)) = (std::env::var(URL), std::env::var(FOLDER)) else {
        panic!("started without a database");
    };
    let db = Db::open(&url).await.unwrap();
    let files = Files::open(format!("{folder}/files")).await.unwrap();
    let app = Arc::new(App::new(db, files));
    let config = worker::Config::new(format!("{folder}/mail").into());
    worker::run(app, config, std::future::pending())
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_again_and_again_it_tells_each_person_once() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let owner = house.person(2, "", Role::Engineer).await;
        let version = house.publish().await;
        // The child lives by the real clock, long after these promises were due.
        for number in 1..=CASES {
            let sketch = Sketch {
                owner: Some(owner),
                ..Sketch::new(number, house.app.now() - SignedDuration::from_hours(24))
            };
            house.keep(version, &sketch).await;
        }
        for life in 0..5_u64 {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "crash::child", "--ignored", "--nocapture"])
                .env(URL, db.url())
                .env(FOLDER, db.folder())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            tokio::time::sleep(Duration::from_millis(60 + 90 * life)).await;
            child.kill().unwrap();
            child.wait().unwrap();
        }
        // What was claimed by the dead comes again when its lease ends.
        let system = App::new(
            (*db).clone(),
            Files::open(db.folder().join("files")).await.unwrap(),
        );
        house
            .clock
            .0
            .advance(system.now().duration_since(house.app.now()) + SignedDuration::from_mins(10));
        house.work().await;
        let mut read = db.read().await.unwrap();
        let told = notice::page(&mut read, owner, None, 1_000).await.unwrap();
        let breaches = told
            .iter()
            .filter(|notice| notice.params["promise"] == "answer:1");
        assert_eq!(breaches.count(), usize::try_from(CASES).unwrap());
        assert!(told.iter().all(|notice| notice.params["late"] == true));
    })
    .await;
}
