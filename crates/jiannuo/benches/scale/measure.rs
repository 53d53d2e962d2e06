//! Times, counts of statements and rows, and the table they are printed as.

use std::future::Future;
use std::time::{Duration, Instant};

use store::{Counts, counted};

/// One measure at one size.
#[derive(Debug, Clone)]
struct Measured {
    cases: u32,
    what: String,
    p50: Duration,
    p99: Duration,
    counts: Option<Counts>,
    note: String,
}

/// What was measured on one engine.
#[derive(Debug)]
pub(crate) struct Results {
    engine: &'static str,
    cases: u32,
    measured: Vec<Measured>,
}

impl Results {
    pub(crate) fn new(engine: &'static str) -> Self {
        Self {
            engine,
            cases: 0,
            measured: Vec::new(),
        }
    }

    /// What follows is measured among so many cases.
    pub(crate) fn begin(&mut self, cases: u32) {
        self.cases = cases;
    }

    /// Runs `work` again and again: its times, and the statements and rows of one run.
    pub(crate) async fn repeat<F: Future>(
        &mut self,
        what: &str,
        rounds: usize,
        mut work: impl FnMut(usize) -> F,
    ) {
        let (_, counts) = counted(work(0)).await;
        let mut times = Vec::with_capacity(rounds);
        for round in 0..rounds {
            let start = Instant::now();
            work(round).await;
            times.push(start.elapsed());
        }
        self.note(what, times, Some(counts), String::new());
    }

    /// Keeps times that were taken elsewhere.
    pub(crate) fn note(
        &mut self,
        what: &str,
        mut times: Vec<Duration>,
        counts: Option<Counts>,
        note: String,
    ) {
        times.sort_unstable();
        let percentile = |percent: usize| times[(times.len() - 1) * percent / 100];
        let measured = Measured {
            cases: self.cases,
            what: what.to_owned(),
            p50: percentile(50),
            p99: percentile(99),
            counts,
            note,
        };
        println!("{}: {}", self.engine, measured.line());
        self.measured.push(measured);
    }

    /// The table of docs/benchmarks.md, with the ratio of each measure to its first size.
    pub(crate) fn print(&self) {
        println!(
            "\n| {} | cases | p50 | p99 | ratio | statements | rows | |",
            self.engine
        );
        println!("|---|---|---|---|---|---|---|---|");
        for measured in &self.measured {
            let first = self
                .measured
                .iter()
                .find(|first| first.what == measured.what);
            let ratio = first
                .filter(|first| first.cases != measured.cases)
                .map(|first| ratio(measured.p50, first.p50));
            let (statements, rows) = measured.counts.map_or_else(Default::default, |counts| {
                (counts.statements.to_string(), counts.rows.to_string())
            });
            println!(
                "| {} | {} | {:.2?} | {:.2?} | {} | {statements} | {rows} | {} |",
                measured.what,
                measured.cases,
                measured.p50,
                measured.p99,
                ratio.unwrap_or_default(),
                measured.note
            );
        }
    }
}

impl Measured {
    fn line(&self) -> String {
        let counts = self.counts.map_or_else(String::new, |counts| {
            format!(", {} statements, {} rows", counts.statements, counts.rows)
        });
        format!(
            "{} among {}: p50 {:.2?}, p99 {:.2?}{counts} {}",
            self.what, self.cases, self.p50, self.p99, self.note
        )
    }
}

/// `1.25` for 125 to 100.
fn ratio(now: Duration, before: Duration) -> String {
    let hundredths = now.as_nanos() * 100 / before.as_nanos().max(1);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
