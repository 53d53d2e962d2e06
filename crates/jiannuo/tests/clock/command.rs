use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use super::{clock, golden_folder, text};

const OFFICE_8H: [&str; 5] = ["due", "--calendar", "cn-office", "--limit", "working:PT8H"];

#[test]
fn answers_each_line_in_order() {
    let input = "\u{feff}2026-01-19T16:30\r\n\r\n2026-01-19 09:00\n2026-01-20T09:00:00Z";
    let output = clock(Path::new("."), &OFFICE_8H, input.as_bytes());
    let expected =
        "2026-01-20T17:00:00+08:00\n2026-01-20T09:30:00+08:00\n2026-01-21T17:30:00+08:00\n";
    assert_eq!(
        (text(&output.stdout).as_str(), text(&output.stderr).as_str()),
        (expected, "")
    );
    assert!(output.status.success());
}

#[test]
fn a_bad_line_keeps_its_place_and_the_rest_is_answered() {
    let output = clock(
        Path::new("."),
        &OFFICE_8H,
        b"2026-01-19T16:30\n2026-13-01T09:00\n2026-01-19T09:00\n",
    );
    assert_eq!(
        text(&output.stdout),
        "2026-01-20T17:00:00+08:00\n\n2026-01-20T09:30:00+08:00\n"
    );
    assert!(
        text(&output.stderr).starts_with("error: line 2: `2026-13-01T09:00` is not an instant")
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_line_is_answered_before_the_next_is_sent() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jiannuo"))
        .arg("clock")
        .args(OFFICE_8H)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for (start, due) in [
        ("2026-01-19T16:30", "2026-01-20T17:00:00+08:00"),
        ("2026-01-20T16:30", "2026-01-21T17:00:00+08:00"),
    ] {
        writeln!(input, "{start}").unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert_eq!(line.trim_end(), due);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn no_line_is_no_answer() {
    let output = clock(Path::new("."), &OFFICE_8H, b"");
    assert!(output.status.success() && output.stdout.is_empty() && output.stderr.is_empty());
}

#[test]
fn explains_with_spans_that_add_up() {
    let args = [
        "due",
        "--calendar",
        "cn-office",
        "--limit",
        "working:PT8H",
        "--explain",
        "--pause",
        "2026-01-20T09:00/2026-01-20T10:00",
    ];
    let output = clock(Path::new("."), &args, b"2026-01-19T16:30\n");
    let expected = "\
2026-01-20T18:00:00+08:00
  2026-01-19T16:30:00+08:00 to 2026-01-19T18:00:00+08:00  counted PT1H30M  opening hours
  2026-01-19T18:00:00+08:00 to 2026-01-20T09:00:00+08:00  closed  outside opening hours
  2026-01-20T09:00:00+08:00 to 2026-01-20T10:00:00+08:00  paused  the clock is paused
  2026-01-20T10:00:00+08:00 to 2026-01-20T12:00:00+08:00  counted PT2H  opening hours
  2026-01-20T12:00:00+08:00 to 2026-01-20T13:30:00+08:00  closed  outside opening hours
  2026-01-20T13:30:00+08:00 to 2026-01-20T18:00:00+08:00  counted PT4H30M  opening hours
  total PT8H of working:PT8H
";
    assert_eq!(text(&output.stdout), expected);
}

#[test]
fn explains_days_make_up_days_and_a_last_day_that_moves() {
    let args = [
        "due",
        "--calendar",
        "cn-office",
        "--limit",
        "natural-days:3",
        "--explain",
    ];
    let output = clock(Path::new("."), &args, b"2026-02-12T10:00\n");
    let expected = "\
2026-02-25T00:00:00+08:00
  2026-02-12T10:00:00+08:00 to 2026-02-13T00:00:00+08:00  closed  the day of the start does not count
  2026-02-13T00:00:00+08:00 to 2026-02-15T00:00:00+08:00  counted 2 days  calendar days
  2026-02-15T00:00:00+08:00 to 2026-02-24T00:00:00+08:00  closed  the last day moves off 春节
  2026-02-24T00:00:00+08:00 to 2026-02-25T00:00:00+08:00  counted 1 day  calendar days
  total 3 days of natural-days:3
";
    assert_eq!(text(&output.stdout), expected);

    let args = [
        "due",
        "--calendar",
        "cn-office",
        "--limit",
        "working-days:2",
        "--explain",
    ];
    let output = clock(Path::new("."), &args, b"2026-02-12T10:00\n");
    assert!(text(&output.stdout).contains("2026-02-14T00:00:00+08:00 to 2026-02-15T00:00:00+08:00  counted 1 day  make-up workday 春节"));
}

#[test]
fn elapsed_is_the_other_way_round() {
    let elapsed = |unit: &str, line: &str| {
        let output = clock(
            Path::new("."),
            &["elapsed", "--calendar", "cn-office", "--unit", unit],
            line.as_bytes(),
        );
        text(&output.stdout)
    };
    assert_eq!(
        elapsed("working", "2026-01-19T16:30/2026-01-20T17:00"),
        "working:PT8H\n"
    );
    assert_eq!(
        elapsed("natural", "2026-01-19T16:30/2026-01-20T17:00"),
        "natural:PT24H30M\n"
    );
    assert_eq!(
        elapsed("working-days", "2026-02-12T10:00/2026-02-25T00:00"),
        "working-days:3\n"
    );
    assert_eq!(
        elapsed("natural-days", "2026-02-12T10:00/2026-02-25T00:00"),
        "natural-days:12\n"
    );
    assert_eq!(
        elapsed("months", "2026-01-31T10:00/2026-03-01T00:00"),
        "months:1\n"
    );
    let backwards = clock(
        Path::new("."),
        &["elapsed", "--calendar", "always", "--unit", "natural"],
        b"2026-01-20T09:00/2026-01-19T09:00\n",
    );
    assert_eq!(
        (text(&backwards.stdout).as_str(), backwards.status.code()),
        ("\n", Some(1))
    );
}

#[test]
fn check_shows_what_dates_are() {
    let dates = [
        "2026-03-22",
        "2026-03-11",
        "2026-03-31",
        "2026-05-03",
        "2026-03-29",
    ];
    let mut args = vec!["check", "--calendar", "calendars/shop.toml"];
    args.extend(dates);
    let expected = "\
zone Asia/Shanghai
2026-03-22 make-up workday Fair: 10:00-14:00
2026-03-11 holiday Stocktaking: closed
2026-03-31 special hours Quarter end: 09:00-11:00 20:00-24:00
2026-05-03 Sunday: 10:00-22:00
2026-03-29 Sunday: closed
";
    assert_eq!(text(&clock(&golden_folder(), &args, b"").stdout), expected);
}

#[test]
fn options_that_cannot_be_used_say_what_to_write() {
    let refusals: [(&[&str], &str); 7] = [
        (
            &["due", "--calendar", "cn-office", "--limit", "8h"],
            "write working:PT8H",
        ),
        (
            &["due", "--calendar", "cn-office", "--limit", "working:8h"],
            "PT1H30M or PT90M",
        ),
        (
            &["due", "--calendar", "cn-office", "--limit", "months:-1"],
            "a whole number from 0 to 1200",
        ),
        (
            &["due", "--calendar", "no-such.toml", "--limit", "months:1"],
            "built-in calendars are cn-office and always",
        ),
        (
            &[
                "due",
                "--calendar",
                "always",
                "--limit",
                "months:1",
                "--zone",
                "Mars/Olympus",
            ],
            "write an IANA name such as Asia/Shanghai",
        ),
        (
            &[
                "due",
                "--calendar",
                "always",
                "--limit",
                "months:1",
                "--pause",
                "2026-01-19T10:00",
            ],
            "write FROM/TO",
        ),
        (
            &[
                "due",
                "--calendar",
                "always",
                "--limit",
                "months:1",
                "--holidays",
                "x.csv",
            ],
            "follows no public holidays",
        ),
    ];
    for (args, advice) in refusals {
        let output = clock(Path::new("."), args, b"2026-01-19T10:00\n");
        let remarks = text(&output.stderr);
        assert!(remarks.contains(advice), "{args:?}: {remarks}");
        assert_eq!(
            (output.status.code(), output.stdout.len()),
            (Some(2), 0),
            "{args:?}"
        );
    }
}
