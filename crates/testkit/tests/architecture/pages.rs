//! Documents that name things in the code must name what exists.

use std::collections::BTreeSet;

use crate::repository::{Source, expect_none, written_by_hand};

/// docs/security.md answers each attack with a test, in the last column, in backticks: `the_name_of_a_test` in Rust,
/// or the title of a test of the web app. A renamed test must be renamed there.
#[test]
fn the_security_page_names_tests_that_exist() {
    let sources = written_by_hand();
    let tests = test_names(&sources);
    let page = sources
        .iter()
        .find(|source| source.path == "docs/security.md");
    let page = page.expect("docs/security.md is tracked");
    let mut found = Vec::new();
    for (index, line) in page.text.lines().enumerate() {
        let Some(proof) = proof(line) else { continue };
        let at = format!("docs/security.md:{}", index + 1);
        if proof.is_empty() {
            found.push(format!("{at}: neither a test nor a reason"));
        }
        let named = proof.split('`').skip(1).step_by(2);
        found.extend(
            named
                .filter(|name| !tests.contains(*name))
                .map(|name| format!("{at}: no test is called {name}")),
        );
    }
    expect_none(&found, "Name the test, or say why there is none:");
}

/// The last cell of a row of a table, except in heads and rulers.
fn proof(line: &str) -> Option<&str> {
    let row = line.strip_prefix('|')?.strip_suffix('|')?;
    let (_, last) = row.rsplit_once('|')?;
    let last = last.trim();
    (last != "kept by" && !last.starts_with("---")).then_some(last)
}

fn test_names(sources: &[Source]) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for source in sources {
        if source.has_extension(&["rs"]) {
            names.extend(
                source
                    .text
                    .split("fn ")
                    .skip(1)
                    .filter_map(|rest| rest.split('(').next()),
            );
        }
        if source.has_extension(&["ts", "tsx"]) {
            for start in ["test('", "it('"] {
                names.extend(
                    source
                        .text
                        .split(start)
                        .skip(1)
                        .filter_map(|rest| rest.split('\'').next()),
                );
            }
        }
    }
    names
}
