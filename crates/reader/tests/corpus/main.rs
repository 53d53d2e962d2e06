//! Precision and recall of the reader on the marked-up plans in `golden/reader`.
//!
//! `tuning` is what the rules were written against; the failures of `held-back` (written beside the rules) and `held-back-2` (written when the rules
//! were already there, in other voices) are never looked at, only their figures. `held-back-4` to `held-back-6` were written by other hands that did not know the
//! rules, after the manner of published pages, bids and documents to download; those of `held-back-7` were asked to say each thing as it is seldom said.
//! With `READER_SHOW=1` the test prints what went wrong in `tuning`; with `READER_SHOW=gas,lift` it reads only the files of `tuning` whose names begin so.

mod floors;
mod judging;
mod markup;
mod score;

use std::path::{Path, PathBuf};

use score::Tally;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../golden/reader")
        .join(name)
}

/// Whose failures are printed.
enum Shown {
    Nothing,
    All,
    /// Only files whose names begin so, and nothing else is read.
    Of(Vec<String>),
}

impl Shown {
    fn reads(&self, file: &Path) -> bool {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        match self {
            Self::Of(chosen) => chosen.iter().any(|start| name.starts_with(start)),
            _ => true,
        }
    }
}

/// The plans of a folder, in order.
fn files(name: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder(name))
        .expect("the golden folder is there")
        .map(|entry| entry.expect("a readable entry").path())
        .collect();
    files.sort();
    files
}

#[test]
fn the_weights_are_learned_from_the_plans_as_they_are() {
    let tables = [
        include_str!("../../../../golden/reader/grammar.txt").to_owned(),
        include_str!("../../../../golden/reader/milestones.txt").to_owned(),
    ];
    let texts: Vec<String> = [files("tuning"), files("sentences"), files("limits")]
        .iter()
        .flatten()
        .map(|file| std::fs::read_to_string(file).expect("a golden file is UTF-8"))
        .chain(tables)
        .collect();
    let now = markup::fingerprint(texts.iter().map(String::as_str));
    for table in [
        include_str!("../../data/kind_weights.tsv"),
        include_str!("../../data/neighbour_weights.tsv"),
        include_str!("../../data/start_weights.tsv"),
        include_str!("../../data/end_weights.tsv"),
        include_str!("../../data/beginning_weights.tsv"),
    ] {
        assert!(
            table.lines().take(3).any(|line| line.contains(&now)),
            "a plan of golden/reader/tuning or a sentence beside it changed ({now}): run `make learn`"
        );
    }
}

fn tally(name: &str, shown: &Shown) -> Tally {
    let mut tally = Tally::default();
    for file in files(name).into_iter().filter(|file| shown.reads(file)) {
        let text = std::fs::read_to_string(&file).expect("a golden file is UTF-8");
        let sample = markup::parse(&text);
        let wrong = tally.add(&sample);
        if !matches!(shown, Shown::Nothing) && !wrong.is_empty() {
            println!(
                "== {}",
                file.file_name().unwrap_or_default().to_string_lossy()
            );
            for line in wrong {
                println!("   {line}");
            }
        }
    }
    println!("{name}\n{tally}");
    tally
}

#[test]
fn tuning_plans_are_read() {
    let Ok(chosen) = std::env::var("READER_SHOW") else {
        tally("tuning", &Shown::Nothing).assert_floors(floors::TUNING);
        return;
    };
    if chosen == "1" {
        tally("tuning", &Shown::All).assert_floors(floors::TUNING);
    } else {
        tally(
            "tuning",
            &Shown::Of(chosen.split(',').map(str::to_owned).collect()),
        );
    }
}

fn tally_pieces(name: &str) -> Tally {
    let mut tally = Tally::default();
    for file in files(name) {
        let text = std::fs::read_to_string(&file).expect("a golden file is UTF-8");
        for piece in markup::pieces(&text) {
            tally.add(&piece);
        }
    }
    println!("{name}\n{tally}");
    tally
}

#[test]
fn sentences_learned_from_are_read() {
    tally_pieces("sentences").assert_floors(floors::SENTENCES);
}

#[test]
fn ordinary_limits_are_read() {
    tally_pieces("limits").assert_floors(floors::LIMITS);
}

#[test]
fn held_back_plans_are_read() {
    let tally = tally("held-back", &Shown::Nothing);
    tally.assert_floors(floors::HELD_BACK);
}

#[test]
fn plans_in_other_voices_are_read() {
    let tally = tally("held-back-2", &Shown::Nothing);
    tally.assert_floors(floors::OTHER_VOICES);
}

#[test]
fn plans_of_strangers_are_read() {
    let tally = tally("held-back-4", &Shown::Nothing);
    tally.assert_floors(floors::STRANGERS);
}

#[test]
fn plans_of_more_strangers_are_read() {
    let tally = tally("held-back-5", &Shown::Nothing);
    tally.assert_floors(floors::MORE_STRANGERS);
}

#[test]
fn documents_of_strangers_with_much_prose_are_read() {
    let tally = tally("held-back-6", &Shown::Nothing);
    tally.assert_floors(floors::WORDY_STRANGERS);
}

#[test]
fn plans_of_strangers_with_a_turn_for_words_are_read() {
    let tally = tally("held-back-7", &Shown::Nothing);
    tally.assert_floors(floors::UNUSUAL_STRANGERS);
}
