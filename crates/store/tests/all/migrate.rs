//! Migrations apply once, resume, and refuse a database of another version.

use store::{Db, Engine, MIGRATIONS, Statement, StoreError};
use testkit::{TestDb, empty_db, on_both_engines, test_db};

use crate::common::{begin, now};

#[tokio::test]
async fn a_new_database_is_refused_until_it_is_migrated() {
    for engine in Engine::ALL {
        let db = empty_db(engine).await;
        let names: Vec<_> = MIGRATIONS.iter().map(|migration| migration.name).collect();
        assert_eq!(db.pending_migrations().await.unwrap(), names);
        assert!(matches!(
            db.require_migrated().await,
            Err(StoreError::MigrationsPending { .. })
        ));
        assert_eq!(db.migrate(now()).await.unwrap(), names);
        assert_eq!(db.migrate(now()).await.unwrap(), Vec::<&str>::new());
        db.require_migrated().await.unwrap();
        db.discard().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_that_migrate_at_once_apply_each_step_once() {
    for engine in Engine::ALL {
        let db = empty_db(engine).await;
        let other = Db::open(db.url()).await.unwrap();
        let (one, two) = tokio::join!(db.migrate(now()), other.migrate(now()));
        assert_eq!(one.unwrap().len() + two.unwrap().len(), MIGRATIONS.len());
        other.close().await;
        db.discard().await;
    }
}

#[tokio::test]
async fn a_step_that_was_interrupted_is_applied_again() {
    // A step and its record commit together, so an interrupted step is one that was never recorded.
    for engine in Engine::ALL {
        let db = test_db(engine).await;
        for sql in [
            "DROP TABLE api_token",
            "DELETE FROM schema_migration WHERE name = '047_api_token'",
        ] {
            write(&db, sql).await;
        }
        assert_eq!(db.pending_migrations().await.unwrap(), ["047_api_token"]);
        assert_eq!(db.migrate(now()).await.unwrap(), ["047_api_token"]);
        db.discard().await;
    }
}

#[tokio::test]
async fn a_database_of_another_version_is_refused() {
    on_both_engines(async |db| {
        write(
            db,
            "UPDATE schema_migration SET checksum = 'x' WHERE name = '002_audit'",
        )
        .await;
        let refused = StoreError::MigrationDiffers {
            name: "002_audit".into(),
        };
        assert_eq!(db.pending_migrations().await, Err(refused));
    })
    .await;
}

async fn write(db: &TestDb, sql: &'static str) {
    let mut tx = begin(db).await;
    tx.run(Statement { name: "test", sql }.query())
        .await
        .unwrap();
    tx.finish(crate::common::receipt()).await.unwrap();
}

#[tokio::test]
async fn cases_an_older_program_wrote_get_the_rank_of_their_level() {
    on_both_engines(async |db| {
        for sql in [
            "DROP INDEX case_open_by_severity",
            "ALTER TABLE service_case DROP COLUMN severity_rank",
            "CREATE INDEX case_open_by_severity ON service_case ((COALESCE(severity, '')), due_key, id) WHERE is_open = 1",
            "DELETE FROM schema_migration WHERE name = '066_level_rank'",
            "INSERT INTO org_unit (id, kind, name, version, created_at) VALUES ('b', 'branch', 'B', 1, 0)",
            "INSERT INTO plan (id, title, trade, latest_number, version, created_at, changed_at) VALUES ('p', 'P', '', 2, 1, 0, 0)",
            "INSERT INTO plan_version (id, plan_id, number, title, body, hash, published_at, published_by) VALUES \
             ('v1', 'p', 1, 'P', '{\"severities\": [{\"id\": \"urgent\"}, {\"id\": \"general\"}]}', '', 0, ''), \
             ('v2', 'p', 2, 'P', '{}', '', 0, '')",
        ] {
            write(db, sql).await;
        }
        for (id, version, level) in [
            ("1", "v1", "'urgent'"),
            ("2", "v1", "'general'"),
            ("3", "v1", "'unlisted'"),
            ("4", "v1", "NULL"),
            ("5", "v2", "'urgent'"),
        ] {
            let sql = format!(
                "INSERT INTO service_case (id, number, branch_id, plan_version_id, channel, name, phone, address, content, \
                 wishes, phase, is_open, is_paused, severity, has_complaint, broken, due_key, reported_at, last_seq, version, \
                 created_at) VALUES ('{id}', '{id}', 'b', '{version}', 'phone', '', '', '', '', '', 'new', 1, 0, {level}, 0, 0, \
                 0, 0, 1, 1, 0)"
            );
            write(db, sql.leak()).await;
        }
        assert_eq!(db.migrate(now()).await.unwrap(), ["066_level_rank"]);
        let sql = "SELECT id, severity_rank FROM service_case ORDER BY id";
        let mut read = db.read().await.unwrap();
        let rows = read.all(Statement { name: "test", sql }.query()).await;
        let ranks: Vec<i64> = (rows.unwrap().iter())
            .map(|row| row.get("severity_rank").unwrap())
            .collect();
        assert_eq!(ranks, [0, 1, 2, 9_999, 0]);
    })
    .await;
}
