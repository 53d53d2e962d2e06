//! The same key acts once, also when requests race.

use std::sync::Arc;

use store::idempotency::{self, Known};
use store::{Answer, Db, StoreError, org};
use testkit::on_both_engines;
use tokio::sync::Barrier;

use crate::common::{begin, now, receipt};

fn answer(request_hash: &str, body: &str) -> Answer {
    Answer {
        key: "key-1".into(),
        request_hash: request_hash.into(),
        status: 201,
        body: body.into(),
    }
}

#[tokio::test]
async fn a_key_is_new_then_same_and_different_for_another_request() {
    on_both_engines(async |db| {
        let mut read = db.read().await.unwrap();
        assert_eq!(
            idempotency::look_up(&mut read, "anna", "key-1", "h")
                .await
                .unwrap(),
            Known::New
        );
        begin(db)
            .await
            .finish(receipt().answer(answer("h", "body")))
            .await
            .unwrap();
        let same = Known::Same {
            status: 201,
            body: "body".into(),
        };
        assert_eq!(
            idempotency::look_up(&mut read, "anna", "key-1", "h")
                .await
                .unwrap(),
            same
        );
        assert_eq!(
            idempotency::look_up(&mut read, "anna", "key-1", "g")
                .await
                .unwrap(),
            Known::Different
        );
        assert_eq!(
            idempotency::look_up(&mut read, "bert", "key-1", "h")
                .await
                .unwrap(),
            Known::New
        );

        assert_eq!(idempotency::forget(db, now(), 10).await.unwrap(), 0);
        let later = now() + jiff::SignedDuration::from_secs(1);
        assert_eq!(idempotency::forget(db, later, 10).await.unwrap(), 1);
        assert_eq!(
            idempotency::look_up(&mut read, "anna", "key-1", "h")
                .await
                .unwrap(),
            Known::New
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_racing_requests_with_one_key_exactly_one_acts() {
    on_both_engines(async |db| {
        let barrier = Arc::new(Barrier::new(12));
        let tasks: Vec<_> = (0..12)
            .map(|number| {
                let (db, barrier) = (Db::clone(db), barrier.clone());
                tokio::spawn(async move {
                    barrier.wait().await;
                    let mut tx = begin(&db).await;
                    org::insert(&mut tx, &format!("unit-{number}"), None, "branch", "x")
                        .await
                        .unwrap();
                    tx.finish(receipt().answer(answer("h", &number.to_string())))
                        .await
                })
            })
            .collect();
        let mut winners = Vec::new();
        for (number, task) in tasks.into_iter().enumerate() {
            match task.await.unwrap() {
                Ok(()) => winners.push(number),
                Err(error) => assert_eq!(error, StoreError::KeyTaken),
            }
        }
        assert_eq!(winners.len(), 1);
        let mut read = db.read().await.unwrap();
        let known = idempotency::look_up(&mut read, "anna", "key-1", "h")
            .await
            .unwrap();
        assert_eq!(
            known,
            Known::Same {
                status: 201,
                body: winners[0].to_string()
            }
        );
        for number in 0..12 {
            let found = org::get(&mut read, &format!("unit-{number}")).await.is_ok();
            assert_eq!(found, number == winners[0], "unit-{number}");
        }
    })
    .await;
}
