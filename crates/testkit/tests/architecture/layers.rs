//! The direction of dependencies: domain ← {reader, documents, store} ← app ← {api, worker} ← jiannuo.

use std::{collections::BTreeSet, process::Command};

use serde_json::Value;

use crate::repository::{expect_none, top};

/// Which workspace crates each crate may depend on. A new crate has no row, so it fails until its place is decided.
const MAY_DEPEND_ON: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("reader", &["domain"]),
    ("documents", &["domain"]),
    ("store", &["domain"]),
    ("app", &["documents", "domain", "reader", "store"]),
    ("api", &["app", "domain"]),
    ("worker", &["app", "domain"]),
    (
        "jiannuo",
        &[
            "api",
            "app",
            "documents",
            "domain",
            "reader",
            "store",
            "worker",
        ],
    ),
    ("testkit", &["app", "domain", "store"]),
];

/// The pure crates name every library they may use: none of them does input or output, waits, or reads a clock.
const PURE: &[(&str, &[&str])] = &[
    (
        "domain",
        &[
            "csv",
            "jiff",
            "serde",
            "sha2",
            "thiserror",
            "utoipa",
            "uuid",
        ],
    ),
    (
        "reader",
        &[
            "aho-corasick",
            "serde",
            "thiserror",
            "toml",
            "unicode-normalization",
        ],
    ),
];

/// Libraries that belong to one layer only; the tests' harness makes databases.
const OWNED: &[(&str, &[&str])] = &[
    ("rusqlite", &["store", "testkit"]),
    ("sqlx", &["store", "testkit"]),
    ("axum", &["api"]),
    ("utoipa-axum", &["api"]),
    ("lettre", &["worker"]),
    ("calamine", &["documents"]),
    ("rust_xlsxwriter", &["documents"]),
    ("clap", &["jiannuo"]),
];

#[test]
fn crates_depend_only_on_layers_below_them() {
    let crates = workspace();
    let names: BTreeSet<&str> = crates.iter().map(|each| each.name.as_str()).collect();
    let mut found = Vec::new();
    for Member { name, dependencies } in &crates {
        let allowed = MAY_DEPEND_ON.iter().find(|(each, _)| each == name);
        let Some((_, allowed)) = allowed else {
            found.push(format!("{name} has no place in MAY_DEPEND_ON"));
            continue;
        };
        for dependency in dependencies {
            if names.contains(dependency.as_str()) && !allowed.contains(&dependency.as_str()) {
                found.push(format!("{name} depends on {dependency}"));
            }
        }
    }
    expect_none(&found, "Dependencies point from the outside in:");
}

#[test]
fn pure_crates_use_only_the_libraries_listed_for_them() {
    let found: Vec<String> = workspace()
        .iter()
        .filter_map(|each| Some((each, PURE.iter().find(|(name, _)| *name == each.name)?.1)))
        .flat_map(|(each, allowed)| {
            let outside = each.dependencies.iter().filter(|dependency| {
                *dependency != "domain" && !allowed.contains(&dependency.as_str())
            });
            outside.map(|dependency| format!("{} uses {dependency}", each.name))
        })
        .collect();
    expect_none(
        &found,
        "The pure crates stay free of input, output and waiting:",
    );
}

#[test]
fn a_library_of_one_layer_stays_in_it() {
    let found: Vec<String> = workspace()
        .iter()
        .flat_map(|each| OWNED.iter().map(move |owned| (each, owned)))
        .filter(|(each, (library, owners))| {
            !owners.contains(&each.name.as_str()) && each.dependencies.contains(*library)
        })
        .map(|(each, (library, owners))| format!("{} uses {library} of {owners:?}", each.name))
        .collect();
    expect_none(&found, "Libraries that belong to one layer:");
}

struct Member {
    name: String,
    /// What the crate ships with; what only its tests use does not count.
    dependencies: BTreeSet<String>,
}

fn workspace() -> Vec<Member> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(top())
        .output()
        .expect("cargo is installed");
    assert!(
        output.status.success(),
        "cargo metadata failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    let packages = metadata["packages"]
        .as_array()
        .expect("packages are a list");
    packages.iter().map(member).collect()
}

fn member(package: &Value) -> Member {
    let text = |value: &Value| value.as_str().expect("a name is a string").to_owned();
    let dependencies = package["dependencies"]
        .as_array()
        .expect("dependencies are a list");
    Member {
        name: text(&package["name"]),
        dependencies: dependencies
            .iter()
            .filter(|dependency| dependency["kind"] != "dev")
            .map(|dependency| text(&dependency["name"]))
            .collect(),
    }
}
