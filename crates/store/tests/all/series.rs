//! Human numbers: per kind and day, never twice.

use store::{Db, series};
use testkit::on_both_engines;

use crate::common::{begin, receipt};

#[tokio::test]
async fn numbers_count_per_kind_and_day() {
    on_both_engines(async |db| {
        let mut tx = begin(db).await;
        let (today, tomorrow) = (
            jiff::civil::date(2026, 11, 22),
            jiff::civil::date(2026, 11, 23),
        );
        assert_eq!(
            series::next(&mut tx, "FW", today).await.unwrap(),
            "FW-20261122-0001"
        );
        assert_eq!(
            series::next(&mut tx, "FW", today).await.unwrap(),
            "FW-20261122-0002"
        );
        assert_eq!(
            series::next(&mut tx, "TS", today).await.unwrap(),
            "TS-20261122-0001"
        );
        assert_eq!(
            series::next(&mut tx, "FW", tomorrow).await.unwrap(),
            "FW-20261123-0001"
        );
        tx.finish(receipt()).await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn racing_transactions_get_different_numbers() {
    on_both_engines(async |db| {
        let tasks: Vec<_> = (0..40)
            .map(|number| {
                let db = Db::clone(db);
                tokio::spawn(async move {
                    let mut tx = begin(&db).await;
                    let given = series::next(&mut tx, "FW", jiff::civil::date(2026, 11, 22))
                        .await
                        .unwrap();
                    if number % 5 == 0 {
                        return None;
                    }
                    tx.finish(receipt()).await.unwrap();
                    Some(given)
                })
            })
            .collect();
        let mut given = Vec::new();
        for task in tasks {
            given.extend(task.await.unwrap());
        }
        assert_eq!(given.len(), 32);
        given.sort();
        given.dedup();
        assert_eq!(given.len(), 32);
    })
    .await;
}
