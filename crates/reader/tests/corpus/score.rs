//! Precision and recall per kind.

use std::collections::BTreeMap;
use std::fmt;

use reader::reading::Reading;
use serde_json::Value;

use super::floors::Floors;
use super::markup::{Expected, Sample, as_long};

/// Counts of one kind.
#[derive(Clone, Copy, Default)]
struct Count {
    expected: u32,
    recalled: u32,
    predicted: u32,
    right: u32,
}

impl Count {
    fn recall(self) -> u32 {
        (self.recalled * 1000)
            .checked_div(self.expected)
            .unwrap_or(1000)
    }

    fn precision(self) -> u32 {
        (self.right * 1000)
            .checked_div(self.predicted)
            .unwrap_or(1000)
    }
}

/// Counts of all kinds, of plans and of problems.
#[derive(Default)]
pub(crate) struct Tally {
    kinds: BTreeMap<String, Count>,
    /// Limits and terms whose kind and length are right, whatever they run between.
    lengths: Count,
    plans: Count,
    problems: Count,
    /// Promises that are not read as what they are: all of them, and those neither typed otherwise nor listed as unread.
    missed: u32,
    vanished: u32,
    /// What is listed as unread, and what of it is no promise by the marks.
    unread: u32,
    idle: u32,
}

/// Whether each clause of the kind must be met exactly, by one clause with the same fields.
fn is_exact(kind: &str) -> bool {
    matches!(kind, "time_limit" | "warranty_term")
}

impl Tally {
    /// Adds a sample and tells what went wrong with it.
    pub(crate) fn add(&mut self, sample: &Sample) -> Vec<String> {
        let reading = reader::read(&sample.text);
        let mut wrong = Vec::new();
        let clauses: Vec<Value> = reading
            .plans
            .iter()
            .flat_map(|plan| &plan.clauses)
            .map(|clause| serde_json::to_value(clause).expect("a clause is JSON"))
            .collect();
        let missed = self.match_clauses(sample, &clauses, &mut wrong);
        self.look_for_lost(sample, &reading, &missed);
        if let Some(plans) = sample.plans {
            self.plans.expected += 1;
            let met = reading.plans.len() == plans
                && sample
                    .skipped
                    .is_none_or(|skipped| reading.skipped.len() >= skipped);
            self.plans.recalled += u32::from(met);
            if !met {
                wrong.push(format!(
                    "plans {} skipped {:?}",
                    reading.plans.len(),
                    reading.skipped
                ));
            }
        }
        let kinds: Vec<Value> = reading
            .plans
            .iter()
            .flat_map(|plan| &plan.problems)
            .map(|p| serde_json::to_value(p.kind).expect("a kind is JSON"))
            .collect();
        for kind in &sample.problems {
            self.problems.expected += 1;
            let met = kinds.iter().any(|found| found == kind.as_str());
            self.problems.recalled += u32::from(met);
            if !met {
                wrong.push(format!("problem not reported: {kind}"));
            }
        }
        wrong
    }

    /// Counts what was missed and is nowhere to be seen, and what is listed for nothing.
    fn look_for_lost(&mut self, sample: &Sample, reading: &Reading, missed: &[(usize, usize)]) {
        let plans = reading.plans.iter();
        let unread: Vec<(usize, usize)> = plans
            .clone()
            .flat_map(|plan| {
                plan.unread
                    .iter()
                    .map(|unread| (unread.span.0, unread.span.1))
            })
            .collect();
        let clauses = plans.flat_map(|plan| plan.clauses.iter());
        let seen: Vec<(usize, usize)> = clauses
            .map(|clause| (clause.span.0, clause.span.1))
            .chain(unread.iter().copied())
            .collect();
        let meet =
            |one: &(usize, usize), other: &(usize, usize)| one.0 < other.1 && other.0 < one.1;
        for span in missed {
            self.missed += 1;
            self.vanished += u32::from(!seen.iter().any(|other| meet(span, other)));
        }
        for span in &unread {
            self.unread += 1;
            let promised = sample.expected.iter().any(|mark| meet(&mark.span, span));
            self.idle += u32::from(!promised);
        }
    }

    /// Returns where the promises stand that no clause meets.
    fn match_clauses(
        &mut self,
        sample: &Sample,
        clauses: &[Value],
        wrong: &mut Vec<String>,
    ) -> Vec<(usize, usize)> {
        let mut missed = Vec::new();
        self.match_lengths(sample, clauses);
        let mut used = vec![false; clauses.len()];
        let mut right = vec![false; clauses.len()];
        for expected in &sample.expected {
            let count = self.kinds.entry(expected.kind.clone()).or_default();
            count.expected += 1;
            let exact = is_exact(&expected.kind);
            let mut met = false;
            for (index, clause) in clauses.iter().enumerate() {
                if clause["kind"] == expected.kind.as_str()
                    && overlaps(expected, clause)
                    && !(exact && (met || used[index]))
                    && agrees(expected, clause)
                {
                    (met, used[index], right[index]) = (true, true, true);
                }
            }
            if expected.kind == "warranty_start" {
                let told: Vec<&str> = clauses
                    .iter()
                    .filter(|clause| {
                        clause["kind"] == "warranty_start" && overlaps(expected, clause)
                    })
                    .flat_map(days)
                    .collect();
                met &= expected.fields[0].split(',').all(|day| told.contains(&day));
            }
            count.recalled += u32::from(met);
            if !met {
                missed.push(expected.span);
                wrong.push(format!(
                    "missed   {} {:?} 「{}」",
                    expected.kind, expected.fields, expected.quote
                ));
            }
        }
        for (clause, right) in clauses.iter().zip(right) {
            let count = self
                .kinds
                .entry(clause["kind"].as_str().expect("a kind is text").to_owned())
                .or_default();
            count.predicted += 1;
            count.right += u32::from(right);
            if !right {
                wrong.push(format!(
                    "invented {} 「{}」 {}",
                    clause["kind"].as_str().unwrap_or(""),
                    clause["quote"].as_str().unwrap_or(""),
                    fields(clause)
                ));
            }
        }
        missed
    }

    fn match_lengths(&mut self, sample: &Sample, clauses: &[Value]) {
        let mut used = vec![false; clauses.len()];
        let exact = |kind: &Value| kind.as_str().is_some_and(is_exact);
        for expected in sample.expected.iter().filter(|mark| is_exact(&mark.kind)) {
            self.lengths.expected += 1;
            let met = (0..clauses.len()).find(|&at| {
                let clause = &clauses[at];
                !used[at]
                    && clause["kind"] == expected.kind.as_str()
                    && overlaps(expected, clause)
                    && expected.fields.iter().any(|field| {
                        is_as_long(&clause["limit"], field)
                            || is_as_long(&clause["term"], field)
                            || field == "lifetime" && clause["lifetime"] == true
                            || field.ends_with("SEASON") && !clause["seasons"].is_null()
                    })
            });
            if let Some(at) = met {
                used[at] = true;
                self.lengths.recalled += 1;
                self.lengths.right += 1;
            }
        }
        let predicted = clauses.iter().filter(|clause| exact(&clause["kind"]));
        self.lengths.predicted += u32::try_from(predicted.count()).unwrap_or(u32::MAX);
    }

    fn sum(&self, exact: bool) -> Count {
        self.kinds
            .iter()
            .filter(|(kind, _)| is_exact(kind) == exact)
            .fold(Count::default(), |sum, (_, count)| Count {
                expected: sum.expected + count.expected,
                recalled: sum.recalled + count.recalled,
                predicted: sum.predicted + count.predicted,
                right: sum.right + count.right,
            })
    }

    /// Fails where the figures fall below the floors.
    pub(crate) fn assert_floors(&self, floors: Floors) {
        for (what, sum, floor) in [
            ("limits and terms", self.sum(true), floors.exact),
            ("their lengths", self.lengths, floors.lengths),
            ("the rest", self.sum(false), floors.rest),
        ] {
            assert!(
                sum.precision() >= floor * 10 && sum.recall() >= floor * 10,
                "{what}: precision {} recall {} per mille, floor {floor} %",
                sum.precision(),
                sum.recall()
            );
        }
        assert!(
            self.plans.recalled >= floors.plans,
            "plans and skipped stretches of {} of {} files that state them",
            self.plans.recalled,
            self.plans.expected
        );
        assert!(
            self.problems.recall() >= floors.problems * 10,
            "{} of {} problems are reported",
            self.problems.recalled,
            self.problems.expected
        );
    }
}

fn overlaps(expected: &Expected, clause: &Value) -> bool {
    let at = |index: usize| {
        clause["span"][index]
            .as_u64()
            .map_or(0, |at| usize::try_from(at).unwrap_or(0))
    };
    expected.span.0 < at(1) && at(0) < expected.span.1
}

/// Whether the clause has the fields the mark names.
fn agrees(expected: &Expected, clause: &Value) -> bool {
    expected
        .fields
        .iter()
        .enumerate()
        .all(|(index, field)| match (expected.kind.as_str(), index) {
            ("time_limit", 0) => {
                format!(
                    "{}>{}",
                    marked(clause["from"].as_str().unwrap_or("")),
                    clause["to"].as_str().unwrap_or("")
                ) == *field
            }
            ("time_limit", 1) => {
                is_as_long(&clause["limit"], field)
                    && (clause["unit"] == "working")
                        == expected.fields.iter().any(|f| f == "working")
            }
            ("time_limit", _) => field
                .strip_prefix("target=")
                .is_none_or(|target| clause["target"] == target),
            ("warranty_term", 0) if field == "lifetime" => clause["lifetime"] == true,
            ("warranty_term", 0) if field.ends_with("SEASON") => {
                clause["seasons"]
                    .as_u64()
                    .map(|n| format!("{n}SEASON"))
                    .as_deref()
                    == Some(field)
            }
            ("warranty_term", 0) => is_as_long(&clause["term"], field),
            ("warranty_term", _) => field.strip_prefix("component=").is_none_or(|name| {
                let name = letters(name);
                clause["component"]
                    .as_str()
                    .map(letters)
                    .is_some_and(|found| found.contains(&name) || name.contains(&found))
            }),
            ("warranty_start", 0) => {
                // Several days of one key may be told by several clauses, and the other way round.
                let (found, named) = (days(clause), field.split(',').collect::<Vec<_>>());
                named.iter().all(|day| found.contains(day))
                    || !found.is_empty() && found.iter().all(|day| named.contains(day))
            }
            ("recurring_duty", 0) => {
                is_as_long(&clause["every"], field)
                    || rhythm(clause).is_some_and(|own| as_long(&own, field))
            }
            _ => true,
        })
}

/// The name of a milestone in the marks: there the end of a duty is called as that of a repair, the end of the work.
fn marked(milestone: &str) -> &str {
    if milestone == "duty_done" {
        "repaired"
    } else {
        milestone
    }
}

/// The days a warranty start names.
fn days(clause: &Value) -> Vec<&str> {
    clause["starts_from"]
        .as_array()
        .map(|days| days.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default()
}

/// How long it is from one time to the next: twice a year is every six months.
fn rhythm(clause: &Value) -> Option<String> {
    let every = clause["every"].as_str()?;
    let times = u32::try_from(clause["times"].as_u64()?).ok()?;
    let counted = |unit: char| {
        let count = every.strip_prefix('P')?.strip_suffix(unit)?;
        count.parse::<u32>().ok()
    };
    let months = counted('Y').map_or_else(|| counted('M'), |years| Some(years * 12))?;
    (times > 0 && months % times == 0).then(|| format!("P{}M", months / times))
}

fn is_as_long(found: &Value, length: &str) -> bool {
    found.as_str().is_some_and(|found| as_long(found, length))
}

/// A name without its punctuation and little words: 动、静环 and 动静环, 更换的部件 and 更换部件 are one.
fn letters(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric() && !"的过".contains(*c))
        .collect()
}

fn fields(clause: &Value) -> String {
    [
        "from", "to", "limit", "unit", "term", "lifetime", "component", "starts_from",
    ]
    .iter()
    .filter(|name| !clause[**name].is_null())
    .map(|name| format!("{name}={}", clause[*name]))
    .collect::<Vec<_>>()
    .join(" ")
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, count) in &self.kinds {
            writeln!(
                f,
                "{kind:16} precision {:5.1} % recall {:5.1} % ({} of {} found, {} of {} right)",
                percent(count.precision()),
                percent(count.recall()),
                count.recalled,
                count.expected,
                count.right,
                count.predicted
            )?;
        }
        for exact in [true, false] {
            let sum = self.sum(exact);
            writeln!(
                f,
                "{:16} precision {:5.1} % recall {:5.1} %",
                if exact { "EXACT" } else { "REST" },
                percent(sum.precision()),
                percent(sum.recall())
            )?;
        }
        writeln!(
            f,
            "{:16} precision {:5.1} % recall {:5.1} %",
            "LENGTHS",
            percent(self.lengths.precision()),
            percent(self.lengths.recall())
        )?;
        writeln!(
            f,
            "missed {} of them nowhere {} unread {} of them no promise {}",
            self.missed, self.vanished, self.unread, self.idle
        )?;
        write!(
            f,
            "plans {}/{} problems {}/{}",
            self.plans.recalled,
            self.plans.expected,
            self.problems.recalled,
            self.problems.expected
        )
    }
}

#[expect(clippy::float_arithmetic, reason = "a printed percentage")]
fn percent(mille: u32) -> f64 {
    f64::from(mille) / 10.0
}
