//! The program as a person runs it on a folder of its own: master data in and out, the checks, and a clean end.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// An installation in a folder of its own, with its first administrator.
struct House {
    folder: tempfile::TempDir,
    login: String,
}

fn jiannuo(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jiannuo"))
        .args(arguments)
        .env("LC_ALL", "en_US.UTF-8")
        .output()
        .expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Starts the program and waits until it says that it is ready; returns what it said before.
fn start(arguments: &[&str], data: &Path) -> (Child, Vec<String>) {
    let mut started = Command::new(env!("CARGO_BIN_EXE_jiannuo"));
    started.args(arguments).arg("--data").arg(data);
    started.env("LC_ALL", "en_US.UTF-8");
    if arguments[0] == "serve" {
        started.args(["--listen", "127.0.0.1:0"]);
    }
    let mut child = started
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut lines = Vec::new();
    let output = child.stdout.take().expect("its output is piped");
    for line in BufReader::new(output).lines() {
        let line = line.expect("its output is text");
        let is_ready = line.contains("serves on") || line.contains("works");
        lines.push(line);
        if is_ready {
            return (child, lines);
        }
    }
    let ended = child.wait().expect("it is our child");
    panic!("{arguments:?} ended with {ended} before it was ready: {lines:?}");
}

/// Asks a process to end and returns how long that took, and whether it ended well.
fn stop(mut child: Child) -> (Duration, bool) {
    let begun = Instant::now();
    let asked = Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .status()
        .expect("kill is there");
    assert!(asked.success());
    while begun.elapsed() < Duration::from_mins(1) {
        if let Some(ended) = child.try_wait().expect("it is our child") {
            return (begun.elapsed(), ended.success());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().expect("it is our child");
    child.wait().expect("it is our child");
    panic!("it did not end within a minute");
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (child, lines) = start(&["serve"], folder.path());
        let (_, well) = stop(child);
        assert!(well, "the first run ends well");
        let told = lines
            .iter()
            .find_map(|line| line.split_once("sign in as "))
            .unwrap_or_else(|| panic!("the first administrator is told: {lines:?}"));
        let login = told.1.split(' ').next().expect("a name").to_owned();
        Self { folder, login }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let data = self.folder.path().display().to_string();
        let mut all = arguments.to_vec();
        all.extend(["--data", &data]);
        if !arguments.contains(&"check") {
            all.extend(["--as", &self.login]);
        }
        jiannuo(&all)
    }

    fn file(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }
}

#[test]
fn every_way_of_running_ends_within_seconds_of_being_asked() {
    let house = House::new();
    let ways: [&[&str]; 3] = [&["serve"], &["serve", "--web-only"], &["work"]];
    for way in ways {
        let (child, _) = start(way, house.folder.path());
        let (took, well) = stop(child);
        assert!(well, "{way:?} ends well");
        assert!(took < Duration::from_secs(10), "{way:?} took {took:?}");
    }
}

#[test]
fn master_data_goes_in_whole_or_not_at_all_and_comes_out_again() {
    let house = House::new();
    let file = house.file("products.csv");
    let good = "型号,产品名称,部件类别\nP-100,投影机,bulb:灯泡\nP-200,投影机,\n";
    std::fs::write(&file, good).expect("the file is written");
    let looked = house.run(&["import", "products", &file, "--check"]);
    assert!(looked.status.success(), "{}", said(&looked));
    assert!(said(&looked).contains("2 rows: 2 new"), "{}", said(&looked));
    let done = house.run(&["import", "products", &file]);
    assert!(said(&done).contains("2 rows: 2 new"), "{}", said(&done));
    let again = house.run(&["import", "products", &file]);
    assert!(
        said(&again).contains("2 rows: 0 new, 2 on file already"),
        "{}",
        said(&again)
    );
    let bad = house.file("bad.csv");
    std::fs::write(&bad, "型号,产品名称\nP-300,打印机\nP-300,\n").expect("the file is written");
    let refused = house.run(&["import", "products", &bad]);
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    assert!(
        said(&refused).contains("nothing was written"),
        "{}",
        said(&refused)
    );
    let out = house.file("out.xlsx");
    let taken = house.run(&["export", "products", &out]);
    assert!(taken.status.success(), "{}", said(&taken));
    let same = house.run(&["import", "products", &out]);
    assert!(
        said(&same).contains("2 rows: 0 new, 2 on file already"),
        "{}",
        said(&same)
    );
    let unknown = house.run(&["import", "sheep", &file]);
    assert_eq!(unknown.status.code(), Some(2), "{}", said(&unknown));
    for what in ["ledger", "audit"] {
        let checked = house.run(&["check", what]);
        assert!(checked.status.success(), "{}", said(&checked));
    }
}

#[test]
fn nobody_imports_beyond_their_role() {
    let house = House::new();
    let file = house.file("products.csv");
    std::fs::write(&file, "型号,产品名称\nP-100,投影机\n").expect("the file is written");
    let data = house.folder.path().display().to_string();
    let refused = jiannuo(&[
        "import", "products", &file, "--data", &data, "--as", "nobody",
    ]);
    assert!(!refused.status.success(), "{}", said(&refused));
}
