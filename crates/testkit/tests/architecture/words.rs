//! What may not be written, or only in one place.

use crate::repository::{Source, expect_none, lines_where, written_by_hand};

const LONGEST_FILE_LINES: usize = 500;
const CODE: &[&str] = &["rs", "ts", "tsx", "css", "sql", "py", "sh"];

/// The rules below have to name what they forbid.
const THIS_FOLDER: &str = "crates/testkit/tests/architecture/";

#[test]
fn files_stay_short_enough_to_hold_in_mind() {
    let found: Vec<String> = written_by_hand()
        .iter()
        .filter(|source| source.has_extension(CODE))
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST_FILE_LINES)
        .map(|(source, lines)| format!("{}: {lines} lines", source.path))
        .collect();
    expect_none(&found, "A longer file lacks a noun; split it:");
}

#[test]
fn the_domain_does_nothing_but_decide() {
    let mut found = forbidden_words(
        |source| source.is_in("crates/domain/src/") || source.is_in("crates/reader/src/"),
        &[
            "async fn",
            ".await",
            "std::fs",
            "std::env",
            "std::net",
            "std::process",
            "std::io",
            "std::thread",
            "println!",
            "SystemTime",
            "Instant::now",
            "f32",
            "f64",
        ],
    );
    // The serializer of plain data has to have these methods in order to refuse them.
    found.retain(|line| !line.contains("Result<Node, NotPlain>"));
    // A confidence is a whole percentage inside and a share between 0 and 1 in what is printed.
    found.retain(|line| !line.contains("serialize_f64(f64::from(*percent)"));
    expect_none(
        &found,
        "No input, output, clock, waiting or floating point in the pure crates:",
    );
}

#[test]
fn sql_is_written_in_the_store_only() {
    let found = forbidden_words(
        |source| {
            source.has_extension(&["rs"])
                && !source.is_in("crates/store/")
                && !source.is_in("crates/testkit/src/")
        },
        &[
            "\"SELECT ",
            "INSERT INTO ",
            "DELETE FROM ",
            "CREATE TABLE ",
            " ON CONFLICT ",
            "rusqlite",
            "sqlx",
        ],
    );
    expect_none(&found, "SQL belongs to the store:");
}

/// A page that counts its way to where it begins gets slower with every page; ours continue after the last key.
#[test]
fn no_page_counts_its_way_to_where_it_begins() {
    let store = |source: &Source| {
        source.is_in("crates/store/src/") || source.is_in("crates/store/migrations/")
    };
    let found = forbidden_words(store, &["OFFSET", " offset "]);
    expect_none(&found, "Pages continue after a key:");
}

/// The slow hash costs tens of milliseconds by intention: once when a password is given, never when a token is.
#[test]
fn the_slow_hash_is_for_passwords_only() {
    const GIVEN_A_PASSWORD: &[&str] = &[
        "crates/app/src/account/change_password.rs",
        "crates/app/src/account/first_administrator.rs",
        "crates/app/src/account/sign_in.rs",
        "crates/app/src/people/create.rs",
        "crates/app/src/people/reset_password.rs",
    ];
    let program = |source: &Source| {
        source.has_extension(&["rs"])
            && source.path.contains("/src/")
            && !source.is_in("crates/testkit/")
            && !GIVEN_A_PASSWORD.contains(&source.path.as_str())
    };
    let found = forbidden_words(program, &[".passwords"]);
    expect_none(
        &found,
        "Only what is given a password computes the slow hash:",
    );
    let users = of_people(|source| GIVEN_A_PASSWORD.contains(&source.path.as_str()));
    let using = users
        .iter()
        .filter(|source| source.text.contains("passwords"));
    assert_eq!(
        using.count(),
        GIVEN_A_PASSWORD.len(),
        "the list is up to date"
    );
}

/// The linter refuses to read the system clock (clippy.toml); one adapter has its permission.
#[test]
fn one_adapter_reads_the_clock() {
    let permissions = forbidden_words(
        |source| source.has_extension(&["rs"]),
        &["clippy::disallowed_methods"],
    );
    let outside: Vec<String> = permissions
        .into_iter()
        .filter(|line| !line.starts_with("crates/app/src/clock.rs:"))
        .collect();
    expect_none(
        &outside,
        "Only crates/app/src/clock.rs may read the system clock:",
    );
}

#[test]
fn nothing_is_left_unfinished() {
    let found = forbidden_words(
        |source| source.has_extension(CODE),
        &[
            "TODO",
            "FIXME",
            "HACK",
            "todo!(",
            "unimplemented!(",
            "test.skip(",
            "it.skip(",
            "describe.skip(",
            "test.only(",
            "it.only(",
            "describe.only(",
        ],
    );
    expect_none(&found, "Finish it or file it:");
}

/// The one good reason: the test is the child process that another test starts and kills.
#[test]
fn no_test_is_left_out() {
    let mut found = forbidden_words(|source| source.has_extension(CODE), &["#[ignore"]);
    found.retain(|line| !line.contains("runs only as the child process of"));
    expect_none(&found, "A test that never runs keeps nothing:");
}

#[test]
fn the_repository_speaks_of_the_product_only() {
    let mut found = forbidden_words(
        |source| source.path != "LICENSE",
        &[
            // Addresses of package registries: the clients know their own.
            "registry.npmjs",
            "crates.io/api",
            "index.crates.io",
            "static.crates.io",
            "pypi.org",
            "deb.debian.org",
            // Words about who or what wrote a line: the history knows.
            "co-authored-by",
            "generated by",
            "generated with",
            "@author",
        ],
    );
    found.extend(lines_where(&of_people(|_| true), |_, line| {
        names_a_machine_path(line)
    }));
    expect_none(
        &found,
        "No machine paths, registry addresses or notes of authorship:",
    );
}

/// A path from the root of somebody's machine; `/api/work/retry` is none.
fn names_a_machine_path(line: &str) -> bool {
    ["/work/", "/root/", "/home/", "/Users/"]
        .iter()
        .flat_map(|path| line.match_indices(path))
        .any(|(at, _)| !line[..at].ends_with(|before: char| before.is_alphanumeric()))
}

fn forbidden_words(applies: impl Fn(&Source) -> bool, words: &[&str]) -> Vec<String> {
    lines_where(&of_people(applies), |_, line| {
        words.iter().any(|word| line.contains(word))
    })
}

fn of_people(applies: impl Fn(&Source) -> bool) -> Vec<Source> {
    written_by_hand()
        .into_iter()
        .filter(|source| applies(source) && !source.is_in(THIS_FOLDER))
        .collect()
}

/// Amounts are whole fen and instants whole milliseconds: a column that can hold a fraction would lose either.
#[test]
fn no_column_holds_a_fraction() {
    let mut found = Vec::new();
    for source in written_by_hand() {
        if !source.is_in("crates/store/migrations/") {
            continue;
        }
        for (index, line) in source.text.lines().enumerate() {
            let mut words = line.split(|letter: char| !letter.is_ascii_alphanumeric());
            let is_statement = !line.trim_start().starts_with("--");
            let fractions = ["REAL", "FLOAT", "DOUBLE", "NUMERIC", "DECIMAL"];
            if is_statement && words.any(|word| fractions.contains(&word)) {
                found.push(format!("{}:{}", source.path, index + 1));
            }
        }
    }
    expect_none(&found, "Keep whole numbers in a unit that is small enough:");
}
