use std::fs;

use super::{clock, text};

/// Checks a calendar file with these contents; what is printed on standard error.
fn refusal(name: &str, contents: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), contents).unwrap();
    let output = clock(folder.path(), &["check", "--calendar", name], b"");
    assert_eq!(
        output.status.code(),
        Some(2),
        "{}",
        String::from_utf8_lossy(contents)
    );
    text(&output.stderr)
}

/// Calendars that cannot be used, each with words of its refusal.
const REFUSED: &[(&str, &str)] = &[
    ("", "no open time"),
    ("[weekly]\nmon = []\n", "no open time"),
    (
        "[weekly]\nmon = [\"09:00-12:00\", \"11:00-18:00\"]\n",
        "on mon the intervals 09:00-12:00 and 11:00-18:00 overlap",
    ),
    (
        "special-hours = [{ date = \"2026-03-21\", hours = [\"05:00-09:00\"] }]\n[weekly]\nfri = [\"22:00-06:00+1\"]\n",
        "on 2026-03-21 the intervals 22:00-06:00+1 and 05:00-09:00 overlap",
    ),
    (
        "special-hours = [{ date = \"2026-03-22\", hours = [\"22:00-06:00+1\"] }]\n[weekly]\nmon = [\"05:00-09:00\"]\n",
        "on 2026-03-23 the intervals 22:00-06:00+1 and 05:00-09:00 overlap",
    ),
    (
        "[weekly]\nfri = [\"22:00-06:00+1\"]\n[[versions]]\neffective-from = \"2026-05-02\"\nweekly = { sat = [\"05:00-09:00\"] }\n",
        "on 2026-05-02 the intervals 22:00-06:00+1 and 05:00-09:00 overlap",
    ),
    (
        "[weekly]\nmon = [\"09:00-12:00\"]\n[[versions]]\neffective-from = \"2026-05-01\"\nweekly = {}\n",
        "from 2026-05-01 on the week has no open time",
    ),
    (
        "[weekly]\nmon = [\"18:00-09:00\"]\n",
        "a shift past midnight is written as 22:00-06:00+1",
    ),
    ("[weekly]\nmon = [\"09:00-25:00\"]\n", "to 24:00 at most"),
    ("[weekly]\nmon = \"09:00-12:00\"\n", "expected a sequence"),
    (
        "[weekly]\nmon-fri = [\"09:00-12:00\"]\nmon = [\"13:00-18:00\"]\n",
        "mon is given twice",
    ),
    (
        "[weekly]\nmoon = [\"09:00-12:00\"]\n",
        "`moon` is not a weekday",
    ),
    (
        "[weekly]\nmon = [\"09:00-12:00\"]\nholidays = []\n",
        "`holidays` is not a weekday",
    ),
    (
        "zone = \"Mars/Olympus\"\n[weekly]\nmon = [\"09:00-12:00\"]\n",
        "write an IANA name",
    ),
    (
        "holidays = [\"2026-02-30\"]\n[weekly]\nmon = [\"09:00-12:00\"]\n",
        "`2026-02-30` is not a date that exists",
    ),
    (
        "holidays = [2026-02-30]\n[weekly]\nmon = [\"09:00-12:00\"]\n",
        "2026-02-30",
    ),
    (
        "holidays = [\"2026-02-03\"]\nmakeup-days = [\"2026-02-03\"]\n[weekly]\nmon = [\"09:00-12:00\"]\n",
        "2026-02-03 is listed twice",
    ),
    (
        "holidays = [{ from = \"2026-02-03\", to = \"2026-02-01\" }]\n[weekly]\nmon = [\"09:00-12:00\"]\n",
        "are reversed",
    ),
    (
        "holidays = [{ date = \"2026-02-03\", hours = [\"09:00-12:00\"] }]\n[weekly]\nmon = [\"09:00-12:00\"]\n",
        "list it under special-hours",
    ),
    (
        "special-hours = [\"2026-02-03\"]\n[weekly]\nmon = [\"09:00-12:00\"]\n",
        "give it hours, or list it under holidays",
    ),
    (
        "makeup-days = [\"2026-02-03\"]\nspecial-hours = [{ date = \"2026-02-04\", hours = [\"09:00-12:00\"] }]\n",
        "set makeup-hours",
    ),
    (
        "public-holidays = \"fr\"\n[weekly]\nmon = [\"09:00-12:00\"]\n",
        "no table of public holidays named `fr`",
    ),
    (
        "public-holidays = \"fr.csv\"\n[weekly]\nmon = [\"09:00-12:00\"]\n",
        "cannot read fr.csv",
    ),
    (
        "hollidays = []\n[weekly]\nmon = [\"09:00-12:00\"]\n",
        "unknown field `hollidays`",
    ),
    (
        "[weekly]\nmon = [\"09:00-12:00\"]\n[[versions]]\neffective-from = 2026-05-01\nweekly = {}\n[[versions]]\neffective-from = 2026-05-01\nweekly = {}\n",
        "two versions take effect on 2026-05-01",
    ),
    ("weekly = \n", "line 1"),
];

#[test]
fn a_calendar_that_cannot_be_used_says_what_to_change() {
    for (contents, advice) in REFUSED {
        let remarks = refusal("calendar.toml", contents.as_bytes());
        assert!(remarks.contains(advice), "{contents}\n{remarks}");
    }
    assert!(refusal("calendar.toml", b"name = \"\xb0\xa1\"\n").contains("save it as UTF-8"));
    assert!(refusal("calendar.toml", &vec![b'#'; 5_000_000]).contains("is larger than"));
    assert!(
        refusal("calendar.json", b"{\"weekly\": {\"mon\": [\"9-5\"]}}")
            .contains("`9-5` is not an interval")
    );
}

#[test]
fn the_same_calendar_may_be_json() {
    let folder = tempfile::tempdir().unwrap();
    let json = r#"{"zone": "Europe/Berlin", "weekly": {"mon-fri": ["08:00-16:00"]}, "holidays": ["2026-01-20"]}"#;
    fs::write(folder.path().join("office.json"), json).unwrap();
    let args = [
        "due",
        "--calendar",
        "office.json",
        "--limit",
        "working:PT2H",
    ];
    let output = clock(folder.path(), &args, b"2026-01-19T15:00\n");
    assert_eq!(text(&output.stdout), "2026-01-21T09:00:00+01:00\n");
}

#[test]
fn an_announced_year_replaces_its_prediction() {
    let folder = tempfile::tempdir().unwrap();
    let json = r#"{"year": 2027, "days": [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
        {"name": "元旦", "date": "2027-01-04", "isOffDay": true},
        {"name": "元旦", "date": "2027-01-09", "isOffDay": false}]}"#;
    fs::write(folder.path().join("2027.json"), json).unwrap();
    let csv = "date,kind,name,source\r\n2027-01-01,holiday,元旦,notice\r\n2027-01-04,holiday,元旦,notice\r\n2027-01-09,makeup,元旦,notice\r\n";
    fs::write(folder.path().join("2027.csv"), csv).unwrap();
    for file in ["2027.json", "2027.csv"] {
        let args = [
            "due",
            "--calendar",
            "cn-office",
            "--limit",
            "working-days:5",
            "--holidays",
            file,
        ];
        let output = clock(folder.path(), &args, b"2026-12-31T10:00\n");
        assert_eq!(
            text(&output.stdout),
            "2027-01-10T00:00:00+08:00\n",
            "Tuesday to Friday and a make-up Saturday"
        );
        assert_eq!(text(&output.stderr), "", "no longer provisional");
    }
}

#[test]
fn holidays_that_cannot_be_read_say_where() {
    let folder = tempfile::tempdir().unwrap();
    let refusals = [
        (
            "bad.csv",
            "date,kind,name\n2027-02-29,holiday,x\n",
            "holidays bad.csv: line 2: `2027-02-29`",
        ),
        (
            "bad.csv",
            "day\n2027-02-28\n",
            "must name the columns date, kind and name",
        ),
        ("bad.json", "{\"year\": 2027}", "missing field `days`"),
        (
            "bad.json",
            "{\"year\": 2027, \"days\": [{\"name\": \"x\", \"date\": \"2028-05-01\", \"isOffDay\": true}]}",
            "2028-05-01 is not in 2027",
        ),
        (
            "bad.json",
            "{\"year\": 2027, \"days\": []}",
            "there is no row in it",
        ),
    ];
    for (name, contents, advice) in refusals {
        fs::write(folder.path().join(name), contents).unwrap();
        let args = [
            "due",
            "--calendar",
            "cn-office",
            "--limit",
            "months:1",
            "--holidays",
            name,
        ];
        let output = clock(folder.path(), &args, b"2026-12-31T10:00\n");
        let remarks = text(&output.stderr);
        assert!(
            remarks.contains(advice) && output.status.code() == Some(2),
            "{contents}\n{remarks}"
        );
    }
}
