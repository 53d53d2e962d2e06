//! Multinomial logistic regressions, fitted by Adagrad (Duchi, Hazan and Singer 2011) with a penalty on the squares of the weights.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;

/// What is learned once.
pub(crate) struct Task {
    pub file: &'static str,
    pub classes: Vec<String>,
    /// Rounds through all examples.
    pub rounds: usize,
    /// Length of a step at first.
    pub step: f32,
    /// How strongly great weights are held back.
    pub penalty: f32,
    /// Examples in which a trait must be seen to get a weight.
    pub seen: u32,
    /// Least weight that is written, in hundredths.
    pub least: i16,
}

/// Something seen: its traits and its class.
pub(crate) struct Example {
    pub traits: Vec<String>,
    pub class: usize,
}

/// Something seen as the learner counts it.
pub(crate) struct Row {
    /// Numbers by their places.
    pub numbers: Vec<(usize, f32)>,
    pub class: usize,
    /// How much it counts.
    pub counts: f32,
}

/// Learns a table and writes it.
pub(crate) fn learn(task: &Task, examples: &[Example], data: &Path, plans: &str) {
    let names = names(task, examples);
    let rows = rows(&index(&names), examples);
    let weights = fit(task, &rows, names.len());
    write(task, plans, &names, &weights, data);
}

/// Where each trait stands.
pub(crate) fn index(names: &[String]) -> HashMap<&str, usize> {
    let places = names.iter().map(String::as_str);
    places.zip(0..).collect()
}

/// The examples as the learner counts them, each with the bias.
pub(crate) fn rows(index: &HashMap<&str, usize>, examples: &[Example]) -> Vec<Row> {
    let of = |example: &Example| {
        let traits = example.traits.iter().map(String::as_str).chain(["="]);
        let traits = traits.filter_map(|name| index.get(name));
        Row {
            numbers: traits.map(|at| (*at, 1.0)).collect(),
            class: example.class,
            counts: 1.0,
        }
    };
    examples.iter().map(of).collect()
}

/// The traits seen often enough, in order, with the bias.
pub(crate) fn names(task: &Task, examples: &[Example]) -> Vec<String> {
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
pub(crate) fn fit(task: &Task, rows: &[Row], traits: usize) -> Vec<f32> {
    let classes = task.classes.len();
    let mut weights = vec![0.0_f32; traits * classes];
    let mut squares = vec![1e-6_f32; traits * classes];
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut state: u64 = 1;
    let mut slope = vec![0.0_f32; classes];
    for _ in 0..task.rounds {
        shuffle(&mut order, &mut state);
        for &at in &order {
            let row = &rows[at];
            chances(&weights, &row.numbers, &mut slope);
            slope[row.class] -= 1.0;
            for &(trait_at, number) in &row.numbers {
                let counted = number * row.counts;
                let from = trait_at * classes;
                let own = weights[from..from + classes].iter_mut();
                let squared = squares[from..from + classes].iter_mut();
                for ((weight, square), slope) in own.zip(squared).zip(&slope) {
                    let step = slope * counted + task.penalty * *weight;
                    *square += step * step;
                    *weight -= task.step * step / square.sqrt();
                }
            }
        }
    }
    weights
}

/// Weights are written in hundredths.
pub(crate) const HUNDREDTHS: f32 = 100.0;

/// How likely each class is by the weights so far.
fn chances(weights: &[f32], of: &[(usize, f32)], chances: &mut [f32]) {
    let classes = chances.len();
    chances.fill(0.0);
    for &(trait_at, number) in of {
        let from = trait_at * classes;
        for (sum, weight) in chances.iter_mut().zip(&weights[from..from + classes]) {
            *sum += weight * number;
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
pub(crate) fn write(task: &Task, plans: &str, names: &[String], weights: &[f32], data: &Path) {
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
            .map(|weight| (weight * HUNDREDTHS).round() as i16)
            .enumerate()
            .filter(|(_, weight)| weight.abs() >= task.least)
            .map(|(class, weight)| format!("{class}:{weight}"))
            .collect();
        if !cells.is_empty() {
            let _ = writeln!(table, "{name}\t{}", cells.join(" "));
        }
    }
    std::fs::write(data.join(task.file), table).expect("the table is written");
    eprintln!("{}: {} rows", task.file, names.len());
}
