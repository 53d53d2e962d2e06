//! Every statement runs on both engines, and none escapes the check.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use testkit::on_both_engines;

#[tokio::test]
async fn every_statement_is_understood_by_both_engines() {
    on_both_engines(async |db| {
        let (prepared, refused) = db.prepare_all().await.unwrap();
        assert_eq!(refused, []);
        assert!(prepared > 40, "only {prepared} statements");
    })
    .await;
}

#[test]
fn every_module_with_statements_is_in_the_list() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let list = fs::read_to_string(source.join("statement.rs")).unwrap();
    let mut missing = BTreeSet::new();
    for module in modules_with_statements(&source, "crate") {
        if !list.contains(&format!("{module}::ALL,")) {
            missing.insert(module);
        }
    }
    assert_eq!(missing, BTreeSet::new());
}

#[test]
fn no_constraint_waits_for_the_commit() {
    // A deferred constraint would fail the commit of a whole batch of SQLite for the mistake of one.
    for migration in store::MIGRATIONS {
        assert!(
            !migration.sql.to_uppercase().contains("DEFERR"),
            "{}",
            migration.name
        );
    }
}

fn modules_with_statements(folder: &Path, parent: &str) -> Vec<String> {
    let modules = modules(folder, parent).into_iter();
    modules
        .filter(|(_, text)| text.contains("\ncrate::statements! {"))
        .map(|(module, _)| module)
        .collect()
}

/// Every module with its source text.
fn modules(folder: &Path, parent: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let module = if name == "mod" {
            parent.to_owned()
        } else {
            format!("{parent}::{name}")
        };
        if path.is_dir() {
            found.extend(modules(&path, &module));
        } else {
            found.push((module, fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

#[test]
fn only_the_bookkeeping_of_the_store_commits_without_audit() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut users = BTreeSet::new();
    for (module, text) in modules(&source, "crate") {
        if text.contains(".chore()") {
            users.insert(module);
        }
    }
    let allowed = [
        "crate::api_token",
        "crate::idempotency",
        "crate::job::claim",
        "crate::mail",
        "crate::migrate",
        "crate::outbox::relay",
        "crate::session",
    ];
    assert_eq!(users, allowed.map(str::to_owned).into());
}
