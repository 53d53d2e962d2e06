//! Learns the tables of weights from what is known to be right: `learn DATA GOLDEN` reads the plans in the folder `tuning` of GOLDEN and the plain sentences in its
//! `grammar.txt` and `milestones.txt`, and writes `kind_weights.tsv`, `end_weights.tsv` and `beginning_weights.tsv` into the folder DATA.
//!
//! Multinomial logistic regressions, fitted by Adagrad (Duchi, Hazan and Singer 2011) with a penalty on the squares of the weights. They are deterministic:
//! the same plans give the same tables.

#![expect(
    clippy::float_arithmetic,
    reason = "weights are fitted as fractions and written as whole hundredths"
)]

#[expect(dead_code, reason = "the learner asks for kinds and places only")]
#[path = "../tests/corpus/markup.rs"]
mod markup;
#[path = "../tests/corpus/plain.rs"]
mod plain;
#[path = "../tests/corpus/table.rs"]
mod table;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use markup::{Expected, Sample};
use reader::reading::{Milestone, Span};
use reader::training::{self, KINDS, Part};

/// What is learned once.
struct Task {
    file: &'static str,
    classes: Vec<String>,
    /// Rounds through all examples.
    rounds: usize,
    /// Length of a step at first.
    step: f32,
    /// How strongly great weights are held back.
    penalty: f32,
    /// Examples in which a trait must be seen to get a weight.
    seen: u32,
    /// Least weight that is written, in hundredths.
    least: i16,
}

/// Something seen: its traits and its class.
struct Example {
    traits: Vec<String>,
    class: usize,
}

fn main() {
    let mut arguments = std::env::args().skip(1).map(PathBuf::from);
    let data = arguments.next().expect("a folder for the tables");
    let golden = arguments.next().expect("a folder of golden files");
    let files = files_of(&golden.join("tuning"));
    let read = |file: &PathBuf| std::fs::read_to_string(file).expect("a golden file is UTF-8");
    let texts: Vec<String> = files.iter().map(read).collect();
    let pieces: Vec<String> = files_of(&golden.join("sentences"))
        .iter()
        .map(read)
        .collect();
    let tables = ["grammar.txt", "milestones.txt"].map(|name| read(&golden.join(name)));
    let pieces_marked = pieces.iter().flat_map(|text| markup::pieces(text));
    let samples: Vec<Sample> = texts
        .iter()
        .map(|text| markup::parse(text))
        .chain(pieces_marked)
        .collect();
    let sentences = plain::samples(&tables[0], &tables[1]);
    let all = texts.iter().chain(&pieces).chain(&tables);
    let plans = markup::fingerprint(all.map(String::as_str));
    let kinds = Task {
        file: "kind_weights.tsv",
        classes: KINDS.map(str::to_owned).to_vec(),
        rounds: 20,
        step: 0.03,
        penalty: 6e-3,
        seen: 5,
        least: 8,
    };
    learn(&kinds, &segments(&samples), &data, &plans);
    let (ends, beginnings) = lengths(&samples, &sentences);
    let of_ends = Task {
        file: "end_weights.tsv",
        classes: training::ends(),
        rounds: 20,
        step: 0.03,
        penalty: 1e-3,
        seen: 3,
        least: 8,
    };
    learn(&of_ends, &ends, &data, &plans);
    let of_beginnings = Task {
        file: "beginning_weights.tsv",
        classes: Milestone::ALL
            .iter()
            .map(|milestone| format!("{milestone:?}"))
            .collect(),
        ..of_ends
    };
    learn(&of_beginnings, &beginnings, &data, &plans);
}

/// The files of a folder, in order.
fn files_of(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a folder of golden files")
        .map(|entry| entry.expect("a readable entry").path())
        .collect();
    files.sort();
    files
}

/// The segments of all plans with their kinds.
fn segments(samples: &[Sample]) -> Vec<Example> {
    let of = |sample: &Sample| {
        let segments = training::segments(&sample.text);
        segments
            .into_iter()
            .map(|segment| Example {
                class: kind(&sample.expected, segment.span),
                traits: segment.traits,
            })
            .collect::<Vec<_>>()
    };
    samples.iter().flat_map(of).collect()
}

/// The kind of the mark that covers most of a segment; the innermost where several do.
fn kind(expected: &[Expected], span: Span) -> usize {
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
        .map_or(KINDS.len() - 1, |(_, _, class)| class)
}

/// The lengths of time of all plans and sentences: what they end with, and what the limits among them begin with.
///
/// The rules were written against many of these plans and are right about them more often than they will be: of a plan each length counts a second time without
/// them. The plain sentences stand for what the rules know for certain, however seldom a plan says it.
fn lengths(plans: &[Sample], sentences: &[Sample]) -> (Vec<Example>, Vec<Example>) {
    const WITH_RULES: usize = 5;
    let mut examples = (Vec::new(), Vec::new());
    for (samples, with_rules) in [(plans, 1), (sentences, WITH_RULES)] {
        for sample in samples {
            let mut used = vec![false; sample.expected.len()];
            let lengths = training::lengths(&sample.text, |span, iso| {
                part(&sample.expected, &mut used, span, iso)
            });
            for length in lengths {
                add(
                    &mut examples.0,
                    &length.traits,
                    length.part.class(),
                    with_rules,
                );
                if let Part::Limit { from, .. } = length.part {
                    add(
                        &mut examples.1, &length.of_beginning, from as usize, with_rules,
                    );
                }
            }
        }
    }
    examples
}

/// Adds an example so often with what the rules say, and once without.
fn add(examples: &mut Vec<Example>, traits: &[String], class: usize, with_rules: usize) {
    for _ in 0..with_rules {
        examples.push(Example {
            traits: traits.to_vec(),
            class,
        });
    }
    let of_words = |name: &&String| !training::is_of_rules(name);
    examples.push(Example {
        traits: traits.iter().filter(of_words).cloned().collect(),
        class,
    });
}

/// What the shortest mark over a length, of just this length, says it is for.
fn part(expected: &[Expected], used: &mut [bool], span: Span, iso: &str) -> Part {
    let marked = expected
        .iter()
        .enumerate()
        .filter(|(at, mark)| {
            let over = mark.span.0 < span.1 && span.0 < mark.span.1;
            let length = match mark.kind.as_str() {
                "time_limit" => mark.fields.get(1),
                "warranty_term" => mark.fields.first(),
                _ => None,
            };
            over && !used[*at] && length.is_some_and(|own| markup::as_long(own, iso))
        })
        .min_by_key(|(_, mark)| mark.span.1 - mark.span.0);
    let Some((at, mark)) = marked else {
        return Part::None;
    };
    used[at] = true;
    if mark.kind == "warranty_term" {
        return Part::Term;
    }
    let named = |name: &str| Milestone::named(name).expect("a mark names milestones");
    let (from, to) = mark.fields[0].split_once('>').expect("from>to");
    Part::Limit {
        from: named(from),
        to: named(to),
    }
}

/// Learns a table and writes it.
fn learn(task: &Task, examples: &[Example], data: &Path, plans: &str) {
    let names = names(task, examples);
    let index: HashMap<&str, usize> = names
        .iter()
        .enumerate()
        .map(|(at, name)| (name.as_str(), at))
        .collect();
    let rows: Vec<(Vec<usize>, usize)> = examples
        .iter()
        .map(|example| {
            let traits = example.traits.iter().map(String::as_str).chain(["="]);
            let traits = traits.filter_map(|name| index.get(name).copied()).collect();
            (traits, example.class)
        })
        .collect();
    let weights = fit(task, &rows, names.len());
    let table = written(task, plans, &names, &weights);
    std::fs::write(data.join(task.file), table).expect("the table is written");
    eprintln!(
        "{}: {} examples, {} traits",
        task.file,
        examples.len(),
        names.len()
    );
}

/// The traits seen often enough, in order, with the bias.
fn names(task: &Task, examples: &[Example]) -> Vec<String> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for example in examples {
        let mut once: Vec<&str> = example.traits.iter().map(String::as_str).collect();
        once.sort_unstable();
        once.dedup();
        for name in once {
            *counts.entry(name).or_default() += 1;
        }
    }
    let mut names: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count >= task.seen)
        .map(|(name, _)| name.to_owned())
        .collect();
    names.push("=".to_owned());
    names.sort();
    names
}

/// Weights of each trait for each class, class by class.
fn fit(task: &Task, rows: &[(Vec<usize>, usize)], traits: usize) -> Vec<f32> {
    let classes = task.classes.len();
    let mut weights = vec![0.0_f32; traits * classes];
    let mut squares = vec![1e-6_f32; traits * classes];
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut state: u64 = 1;
    let mut slope = vec![0.0_f32; classes];
    for _ in 0..task.rounds {
        shuffle(&mut order, &mut state);
        for &at in &order {
            let (of, class) = &rows[at];
            chances(&weights, of, &mut slope);
            slope[*class] -= 1.0;
            for trait_at in of {
                let from = trait_at * classes;
                let own = weights[from..from + classes].iter_mut();
                let squared = squares[from..from + classes].iter_mut();
                for ((weight, square), slope) in own.zip(squared).zip(&slope) {
                    let step = slope + task.penalty * *weight;
                    *square += step * step;
                    *weight -= task.step * step / square.sqrt();
                }
            }
        }
    }
    weights
}

/// How likely each class is by the weights so far.
fn chances(weights: &[f32], of: &[usize], chances: &mut [f32]) {
    let classes = chances.len();
    chances.fill(0.0);
    for trait_at in of {
        let from = trait_at * classes;
        for (sum, weight) in chances.iter_mut().zip(&weights[from..from + classes]) {
            *sum += weight;
        }
    }
    let most = chances.iter().copied().fold(f32::MIN, f32::max);
    for sum in chances.iter_mut() {
        *sum = (*sum - most).exp();
    }
    let whole: f32 = chances.iter().sum();
    for power in chances.iter_mut() {
        *power /= whole;
    }
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
fn written(task: &Task, plans: &str, names: &[String], weights: &[f32]) -> String {
    let mut table = format!(
        "# Written by `make learn` from golden/reader, not by hand; {plans}\n\
         # A trait, then hundredths of log odds for: "
    );
    let classes: Vec<String> = task
        .classes
        .iter()
        .enumerate()
        .map(|(class, name)| format!("{class} {name}"))
        .collect();
    let _ = writeln!(table, "{}", classes.join(", "));
    for (name, row) in names.iter().zip(weights.chunks(task.classes.len())) {
        let cells: Vec<String> = row
            .iter()
            .map(|weight| (weight * 100.0).round() as i16)
            .enumerate()
            .filter(|(_, weight)| weight.abs() >= task.least)
            .map(|(class, weight)| format!("{class}:{weight}"))
            .collect();
        if !cells.is_empty() {
            let _ = writeln!(table, "{name}\t{}", cells.join(" "));
        }
    }
    table
}
