//! Causes of a fault, as plans name them.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

const TABLE: &str = include_str!("../../data/causes.tsv");

/// One cause named in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cause {
    /// Code of the cause, as in the domain.
    pub code: &'static str,
    /// Whether the supplier does not answer for it.
    pub customers: bool,
}

static CAUSES: LazyLock<(AhoCorasick, Vec<Cause>)> = LazyLock::new(|| {
    let mut words = Vec::new();
    let mut causes = Vec::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (Some(code), Some(side), Some(names)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        for name in names.split_whitespace() {
            words.push(name.to_lowercase());
            causes.push(Cause {
                code,
                customers: side == "customer",
            });
        }
    }
    let finder = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(words)
        .expect("the table of causes is small enough for one automaton");
    (finder, causes)
});

/// The causes a text names, each once, in order of appearance.
pub(crate) fn causes_in(text: &str) -> Vec<Cause> {
    let (finder, causes) = &*CAUSES;
    let mut found: Vec<Cause> = Vec::new();
    let mut accessory = None;
    for hit in finder.find_iter(text) {
        let cause = causes[hit.pattern()];
        // 非原厂耗材: it is blamed for not being genuine, and not for being worn.
        let of_accessory = cause.code == "wear" && accessory == Some(hit.start());
        accessory = (cause.code == "bad_accessory").then(|| {
            let behind = &text[hit.end()..];
            let joint = ["的", "提供的"]
                .iter()
                .find(|joint| behind.starts_with(**joint));
            hit.end() + joint.map_or(0, |joint| joint.len())
        });
        if !found.contains(&cause) && !of_accessory {
            found.push(cause);
        }
    }
    found
}
