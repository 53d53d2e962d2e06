//! The audit log shows every tampering.

use serde_json::json;
use store::audit::{self, AuditFilter, BrokenAt};
use store::{AuditEntry, Db, Engine, Receipt};
use testkit::{TestDb, on_both_engines};

use crate::common::begin;

#[tokio::test]
async fn an_untouched_log_verifies_and_pages_through_everything_once() {
    on_both_engines(async |db| {
        write(db, 30).await;
        assert_eq!(broken(db).await, []);
        let mut read = db.read().await.unwrap();
        let (mut seen, mut before) = (Vec::new(), None);
        loop {
            let rows = audit::page(&mut read, &AuditFilter::default(), before, 7)
                .await
                .unwrap();
            let Some(last) = rows.last() else { break };
            before = Some(last.cursor());
            seen.extend(rows.iter().map(|row| (row.chain, row.seq)));
        }
        assert_eq!(seen.len(), 60);
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 60);
    })
    .await;
}

#[tokio::test]
async fn a_filter_narrows_by_subject_and_actor() {
    on_both_engines(async |db| {
        write(db, 3).await;
        let mut read = db.read().await.unwrap();
        let of = |subject: &str, actor: Option<&str>| AuditFilter {
            subject: Some(("case".into(), subject.into())),
            actor: actor.map(Into::into),
        };
        assert_eq!(
            audit::page(&mut read, &of("case-1", None), None, 10)
                .await
                .unwrap()
                .len(),
            1
        );
        assert_eq!(
            audit::page(&mut read, &of("case-1", Some("anna")), None, 10)
                .await
                .unwrap()
                .len(),
            1
        );
        assert_eq!(
            audit::page(&mut read, &of("case-1", Some("bert")), None, 10)
                .await
                .unwrap(),
            []
        );
    })
    .await;
}

#[tokio::test]
async fn the_log_refuses_changes_through_the_usual_door() {
    on_both_engines(async |db| {
        write(db, 1).await;
        for sql in ["UPDATE audit SET actor = 'nobody'", "DELETE FROM audit"] {
            let refused = execute(db, sql).await.unwrap_err();
            assert!(refused.contains("insert-only"), "{refused}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_kind_of_tampering_is_found_at_its_row() {
    let row = "chain = 1 AND seq = 4";
    let cases = [
        (format!("UPDATE audit SET actor = 'bert' WHERE {row}"), 4),
        (format!("UPDATE audit SET detail = '{{\"n\":7}}' WHERE {row}"), 4),
        (format!("UPDATE audit SET at = at + 1 WHERE {row}"), 4),
        (format!("DELETE FROM audit WHERE {row}"), 4),
        ("DELETE FROM audit WHERE chain = 1 AND seq >= 4".to_owned(), 4),
        (
            "INSERT INTO audit SELECT chain, 7, at, actor, request, action, subject_kind, subject, detail, hash \
             FROM audit WHERE chain = 1 AND seq = 6"
                .to_owned(),
            7,
        ),
    ];
    on_both_engines(async |db| {
        write(db, 24).await;
        unlock(db).await;
        let keep = "CREATE TABLE kept AS SELECT * FROM audit";
        execute(db, keep).await.unwrap();
        for (tampering, seq) in &cases {
            execute(db, tampering).await.unwrap();
            assert_eq!(
                broken(db).await,
                [BrokenAt {
                    chain: 1,
                    seq: *seq
                }],
                "{tampering}"
            );
            execute(db, "DELETE FROM audit").await.unwrap();
            execute(db, "INSERT INTO audit SELECT * FROM kept")
                .await
                .unwrap();
            assert_eq!(broken(db).await, []);
        }
    })
    .await;
}

/// Two entries per transaction.
async fn write(db: &Db, transactions: u32) {
    for number in 0..transactions {
        let entry = |kind: &str| AuditEntry::new("case.report", kind, format!("case-{number}"));
        let receipt =
            Receipt::new(entry("case").detail(json!({ "n": number }))).audit(entry("unit"));
        begin(db).await.finish(receipt).await.unwrap();
    }
}

async fn broken(db: &Db) -> Vec<BrokenAt> {
    let mut read = db.snapshot().await.unwrap();
    audit::verify_all(&mut read).await.unwrap()
}

async fn unlock(db: &TestDb) {
    let triggers: &[&str] = match db.engine() {
        Engine::Sqlite => &[
            "DROP TRIGGER audit_is_never_updated",
            "DROP TRIGGER audit_is_never_deleted",
        ],
        Engine::Postgres => &["DROP TRIGGER audit_is_never_changed ON audit"],
    };
    for trigger in triggers {
        execute(db, trigger).await.unwrap();
    }
}

/// Somebody with direct access to the database.
async fn execute(db: &TestDb, sql: &str) -> Result<(), String> {
    db.execute(sql).await
}
