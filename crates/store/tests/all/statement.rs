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
            found.extend(modules_with_statements(&path, &module));
        } else if fs::read_to_string(&path)
            .unwrap()
            .contains("\ncrate::statements! {")
        {
            found.push(module);
        }
    }
    found
}
