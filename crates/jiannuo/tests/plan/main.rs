//! `jiannuo plan` as a person runs it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

mod installation;
mod schema;
mod wrong;

fn jiannuo(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jiannuo"))
        .args(arguments)
        .env("LC_ALL", "zh_CN.UTF-8")
        .output()
        .expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn template(folder: &Path, id: &str) -> PathBuf {
    let file = folder.join(format!("{id}.toml"));
    std::fs::write(&file, jiannuo(&["plan", "templates", id]).stdout).expect("the file is written");
    file
}

#[test]
fn the_published_schema_is_fresh() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/plan.schema.json");
    let kept = std::fs::read_to_string(kept).expect("docs/plan.schema.json is there");
    let fresh = jiannuo(&["plan", "schema"]);
    assert!(
        kept.as_bytes() == fresh.stdout,
        "stale: run jiannuo plan schema > docs/plan.schema.json"
    );
}

#[test]
fn a_plan_with_a_hard_contradiction_is_named_with_both_lines_and_code_1() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = template(folder.path(), "10-projection-systems");
    let output = jiannuo(&[
        "plan",
        "check",
        &file.display().to_string(),
        "--on",
        "2026-11-22",
    ]);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(
        text.contains("hard conflicting_terms") && text.contains("term-commissioning"),
        "{text}"
    );
    let clean = template(folder.path(), "08-hospital-software");
    assert_eq!(
        jiannuo(&["plan", "check", &clean.display().to_string()])
            .status
            .code(),
        Some(0)
    );
}

#[test]
fn a_fault_and_an_unreadable_file_are_told_with_their_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = template(folder.path(), "07-network-systems");
    let text = std::fs::read_to_string(&file).expect("the template is there");
    std::fs::write(&file, text.replace("natural:PT30M", "natural:PT0S")).expect("it is written");
    let output = jiannuo(&["plan", "check", &file.display().to_string(), "--english"]);
    let row = text
        .lines()
        .position(|line| line.contains("natural:PT30M"))
        .expect("the row")
        + 1;
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains(&format!(":{row}:"))
            && said(&output).contains("write one above zero"),
        "{}",
        said(&output)
    );
    std::fs::write(&file, text.replace("natural:PT30M", "half an hour")).expect("it is written");
    let output = jiannuo(&["plan", "check", &file.display().to_string()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("natural:PT24H"), "{}", said(&output));
}

#[test]
fn what_cannot_be_read_says_what_to_do_and_ends_with_code_2() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(place("empty.txt"), "").expect("it is written");
    for (file, words) in [
        (place("nowhere.docx"), "check its name and folder"),
        (folder.path().display().to_string(), "name the file in it"),
        (place("empty.txt"), "empty"),
    ] {
        let output = jiannuo(&["plan", "read", &file, "--english"]);
        let text = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(text.contains(words), "{file}: {text}");
        assert!(output.stdout.is_empty(), "nothing half printed");
    }
}

#[test]
fn what_is_no_plan_is_told_with_its_line_in_the_language_of_whoever_asks() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("plan.toml");
    let shown = file.display().to_string();
    let good = std::fs::read_to_string(template(folder.path(), "07-network-systems"))
        .expect("the template is there");
    let no_end = good.replacen("otherwise", "otherwis", 1);
    let no_clock = good.replacen("natural:PT30M", "half an hour", 1);
    for (bytes, chinese, english) in [
        (
            no_end.as_bytes(),
            "没有名为 otherwis 的项",
            "There is no field otherwis",
        ),
        (no_clock.as_bytes(), "这不是时限", "This is not a limit"),
        (
            b"title = \"a\"\n\xff\xfe = 1\n",
            "plan.toml:2: 不是 UTF-8 文本",
            "plan.toml:2: this is not UTF-8 text",
        ),
        (
            b"title = [\n",
            "不是有效的 TOML",
            "This is no TOML from here on",
        ),
        (
            b"title = \"a\"\n",
            "缺少必填项 trade",
            "trade is missing: add it",
        ),
    ] {
        std::fs::write(&file, bytes).expect("it is written");
        for (more, words) in [(None, chinese), (Some("--english"), english)] {
            let arguments = ["plan", "check", &shown];
            let output = jiannuo(&[&arguments[..], more.as_slice()].concat());
            assert_eq!(output.status.code(), Some(2));
            assert!(said(&output).contains(words), "{}", said(&output));
        }
    }
}

#[test]
fn a_calendar_of_an_installation_is_a_note_and_a_misspelt_product_a_fault() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = template(folder.path(), "05-washing-machines");
    let text = std::fs::read_to_string(&file).expect("the template is there");
    let text = text
        .replacen("calendar = \"", "calendar = \"our-", 1)
        .replacen("washing-machine", "washing-machne", 1);
    std::fs::write(&file, text).expect("it is written");
    let output = jiannuo(&["plan", "check", &file.display().to_string()]);
    assert_eq!(output.status.code(), Some(1));
    for words in [
        ": note unknown_calendar: our-",
        ": fault unknown_product: washing-machne",
        "washing-machine",
    ] {
        assert!(said(&output).contains(words), "{}", said(&output));
    }
}
