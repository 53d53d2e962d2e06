//! What was acknowledged is there after `kill -9`, and a batch shares neither failures nor rollbacks.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use store::audit;
use store::{Db, Engine, org};
use testkit::{on_both_engines, test_db};

use crate::common::{begin, receipt};

const CHILD: &str = "STORE_TEST_CHILD_DATABASE";

#[tokio::test]
async fn every_acknowledged_write_survives_a_kill() {
    on_both_engines(async |db| {
        for round in 0..3_u64 {
            let mut child = writer(db.url());
            let lines = BufReader::new(child.stdout.take().unwrap()).lines();
            let kill_at = 200 + 150 * round;
            let mut acknowledged = Vec::new();
            for line in lines.map_while(Result::ok) {
                if let Some(id) = line.strip_prefix("kept ") {
                    acknowledged.push(id.to_owned());
                }
                if acknowledged.len() as u64 == kill_at {
                    child.kill().unwrap();
                }
            }
            child.wait().unwrap();
            assert!(
                acknowledged.len() as u64 >= kill_at,
                "the child wrote too little"
            );
            let again = Db::open(db.url()).await.unwrap();
            let mut read = again.snapshot().await.unwrap();
            for id in acknowledged {
                org::get(&mut read, &id).await.unwrap();
            }
            assert_eq!(audit::verify_all(&mut read).await.unwrap(), []);
            drop(read);
            again.close().await;
        }
    })
    .await;
}

fn writer(url: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "crash::child_writes_until_killed",
            "--nocapture",
            "--ignored",
        ])
        .env(CHILD, url)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Eight tasks write and say so, until the parent kills the process.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "runs only as the child process of every_acknowledged_write_survives_a_kill"]
async fn child_writes_until_killed() {
    let url = std::env::var(CHILD).expect("the parent names the database");
    let db = Db::open(&url).await.unwrap();
    let process = std::process::id();
    let tasks = (0..8).map(|task| {
        let db = db.clone();
        tokio::spawn(async move {
            for number in 0..100_000 {
                let id = format!("unit-{process}-{task}-{number}");
                let mut tx = begin(&db).await;
                org::insert(&mut tx, &id, None, "branch", "x")
                    .await
                    .unwrap();
                if number % 5 == 4 {
                    drop(tx);
                    continue;
                }
                tx.finish(receipt()).await.unwrap();
                println!("kept {id}");
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_transactions_fail_and_succeed_each_on_its_own() {
    on_both_engines(async |db| {
        let tasks: Vec<_> = (0..60)
            .map(|number| {
                let db = Db::clone(db);
                tokio::spawn(async move {
                    let mut tx = begin(&db).await;
                    let id = format!("unit-{number}");
                    org::insert(&mut tx, &id, None, "branch", "x")
                        .await
                        .unwrap();
                    match number % 4 {
                        // One fails, one goes away, one takes its time.
                        0 => {
                            org::insert(&mut tx, &id, None, "branch", "x")
                                .await
                                .unwrap_err();
                            tx.finish(receipt()).await.unwrap_err();
                        }
                        1 => drop(tx),
                        2 => {
                            tokio::time::sleep(Duration::from_millis(3)).await;
                            tx.finish(receipt()).await.unwrap();
                        }
                        _ => tx.finish(receipt()).await.unwrap(),
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        let mut read = db.read().await.unwrap();
        for number in 0..60 {
            let found = org::get(&mut read, &format!("unit-{number}")).await.is_ok();
            assert_eq!(found, number % 4 >= 2, "unit-{number}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_begin_or_finish_does_not_block_those_who_follow() {
    on_both_engines(async |db| {
        let held = begin(db).await;
        let impatient = tokio::time::timeout(Duration::from_millis(20), begin(db)).await;
        drop(impatient);
        drop(held);
        let tx = begin(db).await;
        let finish = tokio::time::timeout(Duration::ZERO, tx.finish(receipt())).await;
        drop(finish);
        begin(db).await.finish(receipt()).await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn unchanged_waits_until_what_it_read_is_durable() {
    on_both_engines(async |db| {
        let mut first = begin(db).await;
        org::insert(&mut first, "unit-1", None, "branch", "x")
            .await
            .unwrap();
        first.finish(receipt()).await.unwrap();
        let mut second = begin(db).await;
        org::get(&mut second, "unit-1").await.unwrap();
        second.unchanged().await.unwrap();
        assert!(
            org::get(&mut db.read().await.unwrap(), "unit-1")
                .await
                .is_ok()
        );
    })
    .await;
}

#[tokio::test]
async fn readers_cannot_write() {
    on_both_engines(async |db| {
        let mut read = db.read().await.unwrap();
        // Reading functions are all a reader can call; a statement that writes is refused by the database itself.
        let statement = store::Statement {
            name: "write",
            sql: "INSERT INTO series (kind, day, last) VALUES ('a', 'b', 1) RETURNING last",
        };
        read.all(statement.query()).await.unwrap_err();
    })
    .await;
}

#[tokio::test]
async fn a_full_disk_is_unavailable_and_leaves_no_half_batch() {
    let db = test_db(Engine::Sqlite).await;
    // The limit belongs to the writer's connection: the file may grow by four pages from here.
    let mut tx = begin(&db).await;
    let pages = store::Statement {
        name: "pages",
        sql: "SELECT page_count AS n FROM pragma_page_count",
    };
    let pages: i64 = tx
        .one(pages.query(), "pages")
        .await
        .unwrap()
        .get("n")
        .unwrap();
    let limit = format!("PRAGMA max_page_count = {}", pages + 4);
    let limit = store::Statement {
        name: "limit",
        sql: limit.leak(),
    };
    tx.all(limit.query()).await.unwrap();
    tx.finish(receipt()).await.unwrap();
    let mut kept = 0;
    let error = loop {
        let mut tx = begin(&db).await;
        let id = format!("unit-{kept}");
        let written = org::insert(&mut tx, &id, None, "branch", &"x".repeat(2000)).await;
        let finished = match written {
            Ok(()) => tx.finish(receipt()).await,
            Err(error) => Err(error),
        };
        match finished {
            Ok(()) => kept += 1,
            Err(error) => break error,
        }
    };
    assert!(
        matches!(error, store::StoreError::Unavailable { .. }),
        "{error}"
    );
    let mut read = db.read().await.unwrap();
    for number in 0..kept {
        org::get(&mut read, &format!("unit-{number}"))
            .await
            .unwrap();
    }
    assert!(org::get(&mut read, &format!("unit-{kept}")).await.is_err());
    // Once there is room again (the new connection has no limit), writing goes on.
    begin(&db).await.finish(receipt()).await.unwrap();
}
