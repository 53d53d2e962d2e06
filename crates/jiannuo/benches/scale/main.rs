//! Speed of the product among few and among many cases, on both engines: the measures of docs/benchmarks.md.
//!
//! `JIANNUO_BENCH_CASES` says how many cases, one size after the other ("10000 1000000"); `JIANNUO_BENCH_ENGINE` narrows to
//! `sqlite` or `postgres`; `JIANNUO_BENCH_UNITS` says how many units the spreadsheet holds (100,000). A million cases need
//! 9 GB in the temporary folder and on the test cluster's disk, which are free again afterwards.
#![allow(clippy::unwrap_used, reason = "a failed step ends the benchmark")]

mod breaches;
mod company;
mod lists;
mod measure;
mod program;
mod reports;
mod sheet;
mod words;

use std::sync::Arc;
use std::time::Instant;

use company::Company;
use measure::Results;
use store::Engine;
use testkit::{Outside, test_db};

#[tokio::main]
async fn main() {
    // `cargo test` builds benchmarks and starts them too; only `cargo bench` passes this.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let sizes = setting("JIANNUO_BENCH_CASES", "10000 1000000");
    let sizes: Vec<u32> = sizes
        .split_whitespace()
        .map(|size| size.parse().expect("JIANNUO_BENCH_CASES holds numbers"))
        .collect();
    let engines = setting("JIANNUO_BENCH_ENGINE", "sqlite postgres");
    for (word, engine) in [("sqlite", Engine::Sqlite), ("postgres", Engine::Postgres)] {
        if !engines.split_whitespace().any(|wanted| wanted == word) {
            continue;
        }
        let mut results = Results::new(word);
        for size in &sizes {
            Box::pin(measure(engine, *size, &mut results)).await;
        }
        results.print();
    }
}

fn setting(name: &str, otherwise: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| otherwise.to_owned())
}

async fn measure(engine: Engine, cases: u32, results: &mut Results) {
    let db = test_db(engine).await;
    let began = Instant::now();
    let company = Arc::new(Company::found(&db, cases).await);
    results.begin(cases);
    println!(
        "{engine:?}: {} made in {:?}",
        company.described(&db).await,
        began.elapsed()
    );
    if engine == Engine::Postgres {
        Outside::of(db.url()).await.durable(true).await;
    }
    company.prove().await;
    lists::measure(&db, &company, results).await;
    words::measure(&db, cases, results).await;
    Box::pin(breaches::measure(&db, &company, results)).await;
    Box::pin(reports::measure(&company, results)).await;
    Box::pin(sheet::measure(&company, results)).await;
    program::measure(&db, &company, results).await;
    if engine == Engine::Postgres {
        Outside::of(db.url()).await.durable(false).await;
    }
    drop(company);
    db.discard().await;
}
