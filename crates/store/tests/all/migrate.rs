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
