//! The frame of every write: commit with a receipt, roll back without.

use serde_json::json;
use store::{Answer, AuditEntry, Origin, Receipt, StoreError, audit, idempotency, org};
use testkit::on_both_engines;

use crate::common::{NOW, origin};

#[tokio::test]
async fn a_finished_transaction_stays_and_a_dropped_one_leaves_nothing() {
    on_both_engines(async |db| {
        let mut tx = db.begin(origin("anna")).await.unwrap();
        org::insert(&mut tx, "company", None, "company", "Acme")
            .await
            .unwrap();
        tx.finish(Receipt::new(AuditEntry::new(
            "org.create",
            "org_unit",
            "company",
        )))
        .await
        .unwrap();

        let mut tx = db.begin(origin("anna")).await.unwrap();
        org::insert(&mut tx, "east", Some("company"), "branch", "East")
            .await
            .unwrap();
        drop(tx);

        let mut read = db.read().await.unwrap();
        let names: Vec<_> = org::subtree(&mut read, "company")
            .await
            .unwrap()
            .into_iter()
            .map(|unit| unit.name)
            .collect();
        assert_eq!(names, ["Acme"]);
    })
    .await;
}

#[tokio::test]
async fn a_failed_statement_makes_the_transaction_unable_to_finish() {
    on_both_engines(async |db| {
        let mut tx = db.begin(origin("anna")).await.unwrap();
        org::insert(&mut tx, "company", None, "company", "Acme")
            .await
            .unwrap();
        let again = org::insert(&mut tx, "company", None, "branch", "Acme")
            .await
            .unwrap_err();
        assert_eq!(
            again,
            StoreError::Unique {
                key: "org_unit.id".into()
            }
        );
        let finished = tx
            .finish(Receipt::new(AuditEntry::new(
                "org.create",
                "org_unit",
                "company",
            )))
            .await;
        assert_eq!(finished, Err(StoreError::TransactionFailed));
        assert_eq!(
            org::root(&mut db.read().await.unwrap()).await.unwrap(),
            None
        );
    })
    .await;
}

#[tokio::test]
async fn the_receipt_leaves_audit_and_answer_behind() {
    on_both_engines(async |db| {
        let answer = Answer {
            key: "key-1".into(),
            request_hash: "abc".into(),
            status: 201,
            body: "{}".into(),
        };
        let entry =
            AuditEntry::new("case.report", "case", "case-1").detail(json!({ "channel": "phone" }));
        let tx = db.begin(origin("anna")).await.unwrap();
        tx.finish(Receipt::new(entry).answer(answer.clone()))
            .await
            .unwrap();

        let mut read = db.read().await.unwrap();
        let rows = audit::page(&mut read, &audit::AuditFilter::default(), None, 10)
            .await
            .unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (rows[0].actor.as_str(), rows[0].action.as_str()),
            ("anna", "case.report")
        );
        assert_eq!(rows[0].at, NOW.parse().unwrap());
        let known = idempotency::look_up(&mut read, "anna", "key-1", "abc")
            .await
            .unwrap();
        assert_eq!(
            known,
            idempotency::Known::Same {
                status: 201,
                body: "{}".into()
            }
        );

        let tx = db
            .begin(Origin {
                request: "request-2".into(),
                ..origin("anna")
            })
            .await
            .unwrap();
        let second = tx
            .finish(Receipt::new(AuditEntry::new("x", "case", "case-2")).answer(answer))
            .await;
        assert_eq!(second, Err(StoreError::KeyTaken));
    })
    .await;
}
