//! Plans between files and an installation.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::{jiannuo, said, template};

/// A fresh installation, as its first start leaves it.
fn installation() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    let mut server = Command::new(env!("CARGO_BIN_EXE_jiannuo"))
        .args(["serve", "--data", &data, "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let lines = BufReader::new(server.stdout.take().expect("it is piped")).lines();
    let serves = lines
        .map_while(Result::ok)
        .any(|line| line.starts_with("Jiannuo serves on"));
    server.kill().expect("it runs");
    server.wait().expect("it ends");
    assert!(serves, "the first start makes the installation");
    folder
}

fn import(data: &Path, file: &Path, login: &str) -> Output {
    let (data, file) = (data.display().to_string(), file.display().to_string());
    jiannuo(&["plan", "import", &file, "--data", &data, "--as", login])
}

fn export(data: &Path, plan: &str, file: &Path) -> Output {
    let (data, file) = (data.display().to_string(), file.display().to_string());
    jiannuo(&[
        "plan", "export", plan, &file, "--data", &data, "--as", "admin",
    ])
}

#[test]
fn a_plan_goes_in_and_comes_out_the_same_in_both_formats() {
    let installation = installation();
    let files = tempfile::tempdir().expect("a folder");
    let first = template(files.path(), "10-projection-systems");
    let made = import(installation.path(), &first, "admin");
    assert!(made.status.success(), "{}", said(&made));
    let plan = String::from_utf8(made.stdout)
        .expect("an id")
        .trim()
        .to_owned();
    assert!(plan.starts_with("plan_"), "{plan}");
    let (toml, json) = (files.path().join("out.toml"), files.path().join("out.json"));
    for file in [&toml, &json] {
        let out = export(installation.path(), &plan, file);
        assert!(out.status.success(), "{}", said(&out));
    }
    let again = import(installation.path(), &json, "admin");
    let second = String::from_utf8(again.stdout)
        .expect("an id")
        .trim()
        .to_owned();
    assert_ne!(plan, second, "each import begins a plan of its own");
    let from_json = files.path().join("again.toml");
    let out = export(installation.path(), &second, &from_json);
    assert!(out.status.success(), "{}", said(&out));
    let read = |file: &Path| std::fs::read_to_string(file).expect("it was exported");
    assert_eq!(read(&toml), read(&from_json));
    let check = |file: &Path| {
        jiannuo(&[
            "plan",
            "check",
            &file.display().to_string(),
            "--on",
            "2026-11-22",
        ])
    };
    let count = |output: &Output| said(output).lines().last().map(str::to_owned);
    assert_eq!(count(&check(&first)), count(&check(&toml)));
}

#[test]
fn a_file_that_is_there_is_not_written_over_and_its_ending_says_the_format() {
    let installation = installation();
    let files = tempfile::tempdir().expect("a folder");
    let first = template(files.path(), "07-network-systems");
    let made = import(installation.path(), &first, "admin");
    let plan = String::from_utf8(made.stdout).expect("an id");
    let data = installation.path().display().to_string();
    let write = |name: &str, more: &[&str]| {
        let file = files.path().join(name).display().to_string();
        let base = [
            "plan",
            "export",
            plan.trim(),
            &file,
            "--data",
            &data,
            "--as",
            "admin",
        ];
        jiannuo(&[&base[..], more].concat())
    };
    let read = |name: &str| std::fs::read_to_string(files.path().join(name)).expect("it is there");
    let before = read("07-network-systems.toml");
    let kept = write("07-network-systems.toml", &[]);
    assert_eq!(kept.status.code(), Some(2));
    assert!(said(&kept).contains("--force"), "{}", said(&kept));
    assert_eq!(read("07-network-systems.toml"), before);
    let forced = write("07-network-systems.toml", &["--force"]);
    assert!(forced.status.success(), "{}", said(&forced));
    assert_ne!(read("07-network-systems.toml"), before);
    let unknown = write("plan.txt", &[]);
    assert!(said(&unknown).contains("--format"), "{}", said(&unknown));
    assert!(!files.path().join("plan.txt").exists());
    let stated = write("plan.txt", &["--format", "json"]);
    assert!(stated.status.success(), "{}", said(&stated));
    assert!(read("plan.txt").starts_with('{'));
}

#[test]
fn what_cannot_be_imported_or_exported_is_told_and_leaves_nothing() {
    let installation = installation();
    let files = tempfile::tempdir().expect("a folder");
    let good = template(files.path(), "07-network-systems");
    let stranger = import(installation.path(), &good, "nobody");
    assert_eq!(stranger.status.code(), Some(2));
    assert!(said(&stranger).contains("nobody"), "{}", said(&stranger));
    let bad = files.path().join("bad.json");
    std::fs::write(&bad, "{\"title\":\"x\",\"colour\":1}").expect("it is written");
    let refused = import(installation.path(), &bad, "admin");
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        said(&refused).contains("bad.json: 第 1 行") && said(&refused).contains("colour"),
        "{}",
        said(&refused)
    );
    let missing = import(
        installation.path(),
        &files.path().join("none.toml"),
        "admin",
    );
    assert_eq!(missing.status.code(), Some(2));
    let out = files.path().join("out.toml");
    let unknown = export(
        installation.path(),
        "plan_00000000000000000000000000000009",
        &out,
    );
    assert_eq!(unknown.status.code(), Some(2));
    let no_id = export(installation.path(), "seven", &out);
    assert_eq!(no_id.status.code(), Some(2));
    assert!(!out.exists());
    let elsewhere = tempfile::tempdir().expect("a folder");
    let empty = import(elsewhere.path(), &good, "admin");
    assert_eq!(empty.status.code(), Some(2));
    assert!(said(&empty).contains("这里没有安装"), "{}", said(&empty));
    let nothing = std::fs::read_dir(elsewhere.path()).expect("it is a folder");
    assert_eq!(nothing.count(), 0, "nothing is made");
    let nowhere = elsewhere.path().join("data");
    for what in ["ledger", "audit", "files"] {
        let data = nowhere.display().to_string();
        let check = jiannuo(&["check", what, "--data", &data]);
        assert_eq!(check.status.code(), Some(2));
        assert!(!nowhere.exists(), "check {what} makes nothing");
    }
}

#[test]
fn templates_are_listed_printed_and_unknown_ones_refused() {
    let listed = said(&jiannuo(&["plan", "templates"]));
    assert_eq!(listed.lines().count(), 10);
    assert!(
        listed.lines().all(|line| line.split('\t').count() == 3),
        "{listed}"
    );
    let unknown = jiannuo(&["plan", "templates", "11-nothing"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(said(&unknown).contains("11-nothing"));
}
