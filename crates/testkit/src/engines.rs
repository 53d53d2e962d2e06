use std::fs;
use std::hash::{BuildHasher, DefaultHasher, Hash, Hasher, RandomState};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use store::{Db, Engine, MIGRATIONS, outbox};
use tempfile::TempDir;

use crate::outside::Raw;
use crate::{lock, postgres};

/// Runs a test on SQLite and then on PostgreSQL, each with a migrated database of its own.
pub async fn on_both_engines(test: impl AsyncFn(&TestDb)) {
    for engine in Engine::ALL {
        eprintln!("on {engine:?}");
        let db = test_db(engine).await;
        test(&db).await;
        db.discard().await;
    }
}

/// A migrated database of its own on one engine.
pub async fn test_db(engine: Engine) -> TestDb {
    let folder = tempfile::tempdir().expect("the temporary folder can be written to");
    let url = match engine {
        Engine::Sqlite => {
            let path = sqlite_file(&folder);
            fs::copy(sqlite_template().await, &path).expect("the template can be copied");
            format!("sqlite:{}", path.display())
        }
        Engine::Postgres => create_database(Some(&postgres_template().await)).await,
    };
    open(url, folder).await
}

/// A migrated database of PostgreSQL whose texts are ordered as in English, not by their bytes.
pub async fn linguistic_db() -> TestDb {
    let folder = tempfile::tempdir().expect("the temporary folder can be written to");
    let name = unique_name();
    administrate(&format!(
        "CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'"
    ))
    .await;
    let url = postgres::database(postgres::cluster(), &name);
    migrate(&url).await;
    open(url, folder).await
}

/// A database without any table, to test migrations.
pub async fn empty_db(engine: Engine) -> TestDb {
    let folder = tempfile::tempdir().expect("the temporary folder can be written to");
    let url = match engine {
        Engine::Sqlite => format!("sqlite:{}", sqlite_file(&folder).display()),
        Engine::Postgres => create_database(None).await,
    };
    open(url, folder).await
}

async fn open(url: String, folder: TempDir) -> TestDb {
    let db = Db::open(&url).await.expect("the test database opens");
    TestDb { db, url, folder }
}

fn sqlite_file(folder: &TempDir) -> PathBuf {
    folder.path().join("test.db")
}

async fn create_database(template: Option<&str>) -> String {
    let name = unique_name();
    let template = template.unwrap_or("template0");
    administrate(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    postgres::database(postgres::cluster(), &name)
}

/// A database that lives as long as its test; derefs to [`Db`].
#[derive(Debug)]
pub struct TestDb {
    db: Db,
    url: String,
    folder: TempDir,
}

impl TestDb {
    /// The address, to open the same database once more.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// An empty folder of this test, gone afterwards.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Waits until every committed event can be read. On PostgreSQL a transaction of another test in the same
    /// cluster may hold them back for a moment.
    pub async fn settled(&self) {
        for _ in 0..2000 {
            let mut read = self.db.read().await.expect("the test database can be read");
            if outbox::unsettled(&mut read)
                .await
                .expect("events can be counted")
                == 0
            {
                return;
            }
            drop(read);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("a transaction has held events back for ten seconds");
    }

    /// Every way SQL has to change or take away rows of a table that is only added to.
    pub fn attempts_on(&self, table: &str, column: &str) -> Vec<String> {
        let mut attempts = vec![
            format!("UPDATE {table} SET {column} = 'x'"),
            format!("UPDATE {table} SET {column} = {column}"),
            format!("DELETE FROM {table}"),
        ];
        if self.engine() == Engine::Postgres {
            attempts.push(format!("TRUNCATE {table} CASCADE"));
        }
        attempts
    }

    /// Runs SQL past the store, as somebody with direct access to the database could; the engine's refusal as text.
    pub async fn execute(&self, sql: &str) -> Result<(), String> {
        execute(&self.url, sql).await
    }

    /// Closes and removes the database; one that a failed test leaves behind goes with the cluster.
    pub async fn discard(self) {
        self.db.close().await;
        if self.db.engine() == Engine::Postgres {
            let (base, _) = self
                .url
                .split_once('?')
                .expect("test addresses have parameters");
            let (_, name) = base
                .rsplit_once('/')
                .expect("test addresses name a database");
            administrate(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

impl Deref for TestDb {
    type Target = Db;
    fn deref(&self) -> &Db {
        &self.db
    }
}

/// Runs SQL on a database that nothing else of the test has open; the engine's refusal as text.
pub async fn execute(url: &str, sql: &str) -> Result<(), String> {
    let mut conn = Raw::connect(url).await;
    let done = conn.execute(sql).await;
    conn.close().await;
    done
}

async fn sqlite_template() -> PathBuf {
    let path = lock::shared_folder().join(format!("template-{}.db", schema_hash()));
    let file = lock::acquire("sqlite-template").await;
    if !path.exists() {
        let half_made = path.with_extension("half-made");
        // A test process may have been killed while it made one.
        let _ = fs::remove_file(&half_made);
        migrate(&format!("sqlite:{}", half_made.display())).await;
        fs::rename(&half_made, &path).expect("the template can be renamed");
    }
    drop(file);
    path
}

async fn postgres_template() -> String {
    let name = format!("template_{}", schema_hash());
    let file = lock::acquire("postgres-template").await;
    if !exists(&name).await {
        let half_made = format!("half_made_{}", unique_name());
        administrate(&format!("CREATE DATABASE {half_made}")).await;
        migrate(&postgres::database(postgres::cluster(), &half_made)).await;
        administrate(&format!("ALTER DATABASE {half_made} RENAME TO {name}")).await;
    }
    drop(file);
    name
}

async fn migrate(url: &str) {
    let db = Db::open(url).await.expect("the template opens");
    db.migrate(Timestamp::UNIX_EPOCH)
        .await
        .expect("the migrations apply");
    db.close().await;
}

/// Names the templates of one state of the schema.
fn schema_hash() -> String {
    let mut hasher = DefaultHasher::new();
    for migration in MIGRATIONS {
        (migration.name, migration.sql).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

fn unique_name() -> String {
    // A fresh hasher is keyed at random: names of killed test processes, whose ids come again, must not collide.
    let random = RandomState::new().build_hasher().finish();
    format!("test_{}_{random:016x}", std::process::id())
}

async fn exists(name: &str) -> bool {
    let mut conn = Raw::connect(postgres::cluster()).await;
    let found = conn
        .table(&format!(
            "SELECT 1 FROM pg_database WHERE datname = '{name}'"
        ))
        .await;
    conn.close().await;
    !found.rows.is_empty()
}

async fn administrate(sql: &str) {
    let mut conn = Raw::connect(postgres::cluster()).await;
    conn.run(sql).await;
    conn.close().await;
}
