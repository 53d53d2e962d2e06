//! Precision and recall of the reader on the marked-up plans in `golden/reader`.
//!
//! `tuning` is what the rules were written against; the failures of `held-back` (written beside the rules) and `held-back-2` (written when the rules
//! were already there, in other voices) are never looked at, only their figures. `held-back-3` and `held-back-published` were written by another hand that
//! did not know the rules, the latter reworded after published pages.
//! With `READER_SHOW=1` the test prints what went wrong in `tuning`.

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

fn tally(name: &str, show: bool) -> Tally {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder(name))
        .expect("the golden folder is there")
        .map(|entry| entry.expect("a readable entry").path())
        .collect();
    files.sort();
    let mut tally = Tally::default();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a golden file is UTF-8");
        let sample = markup::parse(&text);
        let wrong = tally.add(&sample);
        if show && !wrong.is_empty() {
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
    let tally = tally("tuning", std::env::var_os("READER_SHOW").is_some());
    tally.assert_floors(score::TUNING);
}

#[test]
fn held_back_plans_are_read() {
    let tally = tally("held-back", false);
    tally.assert_floors(score::HELD_BACK);
}

#[test]
fn plans_in_other_voices_are_read() {
    let tally = tally("held-back-2", false);
    tally.assert_floors(score::OTHER_VOICES);
}

#[test]
fn plans_of_another_hand_are_read() {
    let tally = tally("held-back-3", false);
    tally.assert_floors(score::ANOTHER_HAND);
}

#[test]
fn plans_reworded_after_published_ones_are_read() {
    let tally = tally("held-back-published", false);
    tally.assert_floors(score::PUBLISHED);
}
