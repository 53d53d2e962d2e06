//! Learns `data/kind_weights.tsv` from plans whose answers are known: `learn_kinds FOLDER… > data/kind_weights.tsv`.
//!
//! A multinomial logistic regression, fitted by Adagrad (Duchi, Hazan and Singer 2011) with a penalty on the squares of the weights. It is deterministic:
//! the same plans give the same table.

#![expect(
    clippy::float_arithmetic,
    reason = "weights are fitted as fractions and written as whole hundredths"
)]

#[expect(dead_code, reason = "the learner asks for kinds and places only")]
#[path = "../tests/corpus/markup.rs"]
mod markup;

use std::collections::HashMap;
use std::path::PathBuf;

use reader::training::{self, KINDS};

const CLASSES: usize = KINDS.len();
const NONE: usize = CLASSES - 1;
/// Rounds through all segments.
const ROUNDS: usize = 20;
/// Length of a step at first.
const STEP: f32 = 0.03;
/// How strongly great weights are held back.
const PENALTY: f32 = 3e-3;
/// Segments in which a trait must be seen to get a weight.
const SEEN: u32 = 5;
/// Least weight that is written, in hundredths; less is a dot.
const LEAST: i16 = 4;

/// A segment: the numbers of its traits and its kind.
struct Example {
    traits: Vec<usize>,
    class: usize,
}

fn main() {
    let mut files: Vec<PathBuf> = std::env::args()
        .skip(1)
        .flat_map(|folder| std::fs::read_dir(folder).expect("a folder of plans"))
        .map(|entry| entry.expect("a readable entry").path())
        .collect();
    files.sort();
    let texts: Vec<String> = files
        .iter()
        .map(|file| std::fs::read_to_string(file).expect("a plan is UTF-8"))
        .collect();
    let mut raw: Vec<(Vec<String>, usize)> = Vec::new();
    for text in &texts {
        let sample = markup::parse(text);
        for segment in training::segments(&sample.text) {
            let class = answer(&sample.expected, (segment.span.0, segment.span.1));
            raw.push((segment.traits, class));
        }
    }
    let names = names(&raw);
    let index: HashMap<&str, usize> = names
        .iter()
        .enumerate()
        .map(|(at, name)| (name.as_str(), at))
        .collect();
    let examples: Vec<Example> = raw
        .iter()
        .map(|(traits, class)| Example {
            traits: traits
                .iter()
                .map(String::as_str)
                .chain(["="])
                .filter_map(|name| index.get(name).copied())
                .collect(),
            class: *class,
        })
        .collect();
    let weights = fit(&examples, names.len());
    println!(
        "# Written by `make learn` from golden/reader/tuning, not by hand; {}",
        markup::fingerprint(texts.iter().map(String::as_str))
    );
    write(&names, &weights);
    eprintln!(
        "{} plans, {} segments, {} traits",
        files.len(),
        examples.len(),
        names.len()
    );
}

/// The kind of the mark that covers most of a segment; the innermost where several do.
fn answer(expected: &[markup::Expected], span: (usize, usize)) -> usize {
    expected
        .iter()
        .filter_map(|mark| {
            let class = KINDS.iter().position(|kind| *kind == mark.kind)?;
            let (from, to) = (mark.span.0.max(span.0), mark.span.1.min(span.1));
            let shared = to.checked_sub(from).filter(|shared| *shared > 0)?;
            let length = mark.span.1 - mark.span.0;
            let most = shared * 2 >= span.1 - span.0;
            (most || shared * 2 >= length).then_some((most, std::cmp::Reverse(length), class))
        })
        .max()
        .map_or(NONE, |(_, _, class)| class)
}

/// The traits seen often enough, in order, after the bias.
fn names(raw: &[(Vec<String>, usize)]) -> Vec<String> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for (traits, _) in raw {
        let mut once: Vec<&str> = traits.iter().map(String::as_str).collect();
        once.sort_unstable();
        once.dedup();
        for name in once {
            *counts.entry(name).or_default() += 1;
        }
    }
    let mut names: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count >= SEEN)
        .map(|(name, _)| name.to_owned())
        .collect();
    names.push("=".to_owned());
    names.sort();
    names
}

/// Weights of each trait for each class.
fn fit(examples: &[Example], traits: usize) -> Vec<[f32; CLASSES]> {
    let mut weights = vec![[0.0_f32; CLASSES]; traits];
    let mut squares = vec![[1e-6_f32; CLASSES]; traits];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut state: u64 = 1;
    for _ in 0..ROUNDS {
        shuffle(&mut order, &mut state);
        for &at in &order {
            let example = &examples[at];
            let mut slope = chances(&weights, example);
            slope[example.class] -= 1.0;
            for &of in &example.traits {
                for class in 0..CLASSES {
                    let step = slope[class] + PENALTY * weights[of][class];
                    squares[of][class] += step * step;
                    weights[of][class] -= STEP * step / squares[of][class].sqrt();
                }
            }
        }
    }
    weights
}

/// How likely each class is by the weights so far.
fn chances(weights: &[[f32; CLASSES]], example: &Example) -> [f32; CLASSES] {
    let mut sums = [0.0_f32; CLASSES];
    for &of in &example.traits {
        for (sum, weight) in sums.iter_mut().zip(weights[of]) {
            *sum += weight;
        }
    }
    let most = sums.iter().copied().fold(f32::MIN, f32::max);
    let powers = sums.map(|sum| (sum - most).exp());
    let whole: f32 = powers.iter().sum();
    powers.map(|power| power / whole)
}

/// Fisher and Yates' shuffle by a linear congruential generator (Knuth's constants for MMIX).
fn shuffle(order: &mut [usize], state: &mut u64) {
    for last in (1..order.len()).rev() {
        *state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let bound = u64::try_from(last + 1).expect("a length is small");
        let at = usize::try_from((*state >> 33) % bound).expect("a length is small");
        order.swap(last, at);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "weights are small and are written in hundredths"
)]
fn write(names: &[String], weights: &[[f32; CLASSES]]) {
    println!(
        "# A trait, then hundredths of log odds for: {}",
        KINDS.join(" ")
    );
    for (name, row) in names.iter().zip(weights) {
        let cells = row.map(|weight| (weight * 100.0).round() as i16);
        if cells.iter().all(|weight| weight.abs() < LEAST) {
            continue;
        }
        let cells = cells.map(|weight| {
            if weight.abs() < LEAST {
                ".".to_owned()
            } else {
                weight.to_string()
            }
        });
        println!("{name}\t{}", cells.join(" "));
    }
}
