//! Learns the tables of weights from what is known to be right: `learn DATA GOLDEN` reads the plans in the folder `tuning` of GOLDEN, the marked sentences in `sentences`, those in `limits` of which only the lengths of time teach, and the plain ones in its
//! `grammar.txt` and `milestones.txt`, and writes `kind_weights.tsv`, `neighbour_weights.tsv`, `start_weights.tsv`, `end_weights.tsv` and `beginning_weights.tsv` into the folder DATA.
//!
//! Multinomial logistic regressions, fitted by Adagrad (Duchi, Hazan and Singer 2011) with a penalty on the squares of the weights. They are deterministic:
//! the same plans give the same tables.

#![expect(
    clippy::float_arithmetic,
    reason = "weights are fitted as fractions and written as whole hundredths"
)]

mod fit;
#[expect(dead_code, reason = "the learner asks for kinds and places only")]
#[path = "../../tests/corpus/markup.rs"]
mod markup;
#[path = "../../tests/corpus/plain.rs"]
mod plain;
#[path = "../../tests/corpus/table.rs"]
mod table;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use fit::{Example, HUNDREDTHS, Row, Task, fit, index, learn, names, rows, write};
use markup::{Expected, Sample};
use reader::reading::{Milestone, Span};
use reader::training::{self, Alone, KINDS, Part, Segment, Sums};

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
    let of_limits: Vec<String> = files_of(&golden.join("limits")).iter().map(read).collect();
    let all = texts.iter().chain(&pieces).chain(&of_limits).chain(&tables);
    let plans = markup::fingerprint(all.map(String::as_str));
    let kinds = Task {
        file: "kind_weights.tsv",
        classes: KINDS.map(str::to_owned).to_vec(),
        rounds: 20,
        step: 0.03,
        penalty: 6e-3,
        seen: 6,
        least: 8,
    };
    learn_segments(&kinds, &samples, &data, &plans);
    let limits = of_limits.iter().flat_map(|text| markup::pieces(text));
    let samples: Vec<Sample> = samples.into_iter().chain(limits).collect();
    let (ends, beginnings) = lengths(&samples, &sentences);
    let of_ends = Task {
        file: "end_weights.tsv",
        classes: training::ends(),
        rounds: 20,
        step: 0.03,
        penalty: 1e-3,
        seen: 5,
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

/// How many groups the plans are in, each weighed by what the others teach.
const GROUPS: usize = 4;

/// Learns what the words of a segment weigh, and what its neighbours do.
///
/// Weights know the plans they were learned from too well: what they say of these is no measure of what they will say of others. So the second table is learned from
/// what weights say that have not seen the plan.
fn learn_segments(task: &Task, samples: &[Sample], data: &Path, plans: &str) {
    let of = |sample: &Sample| {
        let stretches = training::segments(&sample.text).into_iter();
        stretches
            .map(|segments| known(&sample.expected, segments))
            .collect::<Vec<_>>()
    };
    let mut stretches: Vec<Vec<Known>> = samples.iter().flat_map(of).collect();
    let examples: Vec<Example> = stretches.iter().flatten().map(Known::example).collect();
    learn(task, &examples, data, plans);
    learn_starts(task, &stretches, data, plans);
    weigh_by_others(task, &mut stretches);
    let beside = |stretch: &Vec<Known>| -> Vec<Row> {
        let places: Vec<Alone> = stretch.iter().map(|known| known.place).collect();
        let rows = training::neighbours(&places).into_iter().zip(stretch);
        let row = |(row, known): (Vec<i32>, &Known)| Row {
            numbers: numbers(&row),
            class: known.class,
            counts: known.counts,
        };
        rows.map(row).collect()
    };
    let rows: Vec<Row> = stretches.iter().flat_map(beside).collect();
    let mut names = training::neighbour_names();
    names.push("=".to_owned());
    let of_neighbours = Task {
        file: "neighbour_weights.tsv",
        classes: task.classes.clone(),
        penalty: 1e-4,
        step: 0.2,
        least: 1,
        ..*task
    };
    let weights = fit(&of_neighbours, &rows, names.len());
    write(&of_neighbours, plans, &names, &weights, data);
}

/// Weighs the segments of each group of plans by what the other groups teach.
fn weigh_by_others(task: &Task, stretches: &mut [Vec<Known>]) {
    for group in 0..GROUPS {
        let places = stretches.iter().enumerate();
        let others = places.filter(|(at, _)| at % GROUPS != group);
        let others: Vec<Example> = others
            .flat_map(|(_, known)| known)
            .map(Known::example)
            .collect();
        let names = names(task, &others);
        let index = index(&names);
        let weights = fit(task, &rows(&index, &others), names.len());
        for known in stretches.iter_mut().skip(group).step_by(GROUPS).flatten() {
            known.place.sums = sums(&weights, &index, &known.segment);
        }
    }
}

/// Learns which day a warranty starts from.
fn learn_starts(task: &Task, stretches: &[Vec<Known>], data: &Path, plans: &str) {
    let days = training::days();
    let example = |known: &Known| {
        let day = known.day.as_deref()?;
        Some(Example {
            traits: known.segment.of_start.clone(),
            class: days.iter().position(|own| own == day)?,
        })
    };
    let examples: Vec<Example> = stretches.iter().flatten().filter_map(example).collect();
    let of_starts = Task {
        file: "start_weights.tsv",
        classes: days.clone(),
        seen: 2,
        penalty: 3e-3,
        ..*task
    };
    learn(&of_starts, &examples, data, plans);
}

/// A segment with its answer.
struct Known {
    segment: Segment,
    place: Alone,
    class: usize,
    /// The day a warranty starts from, the first where there are several.
    day: Option<String>,
    /// The segments under one mark count together as one: what counts is that the promise is found.
    counts: f32,
}

impl Known {
    fn example(&self) -> Example {
        Example {
            traits: self.segment.traits.clone(),
            class: self.class,
        }
    }
}

/// The segments of a plan with their answers.
#[expect(
    clippy::cast_precision_loss,
    reason = "a mark spans a few dozen segments at most"
)]
fn known(expected: &[Expected], segments: Vec<(Segment, Alone)>) -> Vec<Known> {
    let over = |(segment, _): &(Segment, Alone)| mark_over(expected, segment.span);
    let marks: Vec<Option<usize>> = segments.iter().map(over).collect();
    let known = |((segment, place), mark): ((Segment, Alone), &Option<usize>)| {
        let own = mark.map_or(1, |_| marks.iter().filter(|other| *other == mark).count());
        Known {
            segment,
            place,
            class: mark.map_or(KINDS.len() - 1, |mark| class(&expected[mark])),
            day: mark.and_then(|mark| day(&expected[mark])),
            counts: 1.0 / own as f32,
        }
    };
    segments.into_iter().zip(&marks).map(known).collect()
}

/// What weights say of a segment, in hundredths.
#[expect(
    clippy::cast_possible_truncation,
    reason = "sums of weights are small and are counted in hundredths"
)]
fn sums(weights: &[f32], index: &HashMap<&str, usize>, segment: &Segment) -> Sums {
    let mut sums = segment.added;
    let traits = segment.traits.iter().map(String::as_str).chain(["="]);
    for at in traits.filter_map(|name| index.get(name)) {
        let from = at * sums.len();
        for (sum, weight) in sums.iter_mut().zip(&weights[from..]) {
            *sum += (weight * HUNDREDTHS).round() as i32;
        }
    }
    sums
}

/// Numbers in hundredths by their places, those that are none left out, and the bias.
#[expect(
    clippy::cast_precision_loss,
    reason = "what is seen of neighbours is a few thousand hundredths at most"
)]
fn numbers(row: &[i32]) -> Vec<(usize, f32)> {
    let seen = row.iter().enumerate().filter(|(_, number)| **number != 0);
    seen.map(|(at, number)| (at, *number as f32 / HUNDREDTHS))
        .chain([(row.len(), 1.0)])
        .collect()
}

/// The mark that covers most of a segment, of the kinds that are weighed; the innermost where several do.
fn mark_over(expected: &[Expected], span: Span) -> Option<usize> {
    let covering = expected.iter().enumerate().filter_map(|(at, mark)| {
        let (from, to) = (mark.span.0.max(span.0), mark.span.1.min(span.1));
        let shared = to.checked_sub(from).filter(|shared| *shared > 0)?;
        let length = mark.span.1 - mark.span.0;
        let most = shared * 2 >= span.1 - span.0;
        let weighed = KINDS.contains(&mark.kind.as_str());
        (weighed && (most || shared * 2 >= length))
            .then_some(((most, std::cmp::Reverse(length), class(mark)), at))
    });
    covering.max_by_key(|(rank, _)| *rank).map(|(_, at)| at)
}

/// The day a mark says a warranty starts from.
fn day(mark: &Expected) -> Option<String> {
    let days = mark
        .fields
        .first()
        .filter(|_| mark.kind == "warranty_start");
    days.and_then(|days| days.split(',').next())
        .map(str::to_owned)
}

/// The class of a mark; the last, no promise, where its kind is not weighed.
fn class(mark: &Expected) -> usize {
    let named = KINDS.iter().position(|kind| *kind == mark.kind);
    named.unwrap_or(KINDS.len() - 1)
}

/// The lengths of time of all plans and sentences: what they end with, and what the limits among them begin with.
///
/// The rules were written against many of these plans and are right about them more often than they will be: of a plan each length counts a second time without
/// them. The plain sentences stand for what the rules know for certain, however seldom a plan says it.
fn lengths(plans: &[Sample], sentences: &[Sample]) -> (Vec<Example>, Vec<Example>) {
    const WITH_RULES: usize = 12;
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
