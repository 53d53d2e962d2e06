//! Faults are reported at eight connections at once, each answered when it is durable.

use std::sync::Arc;
use std::time::{Duration, Instant};

use app::{Repeat, case};
use store::counted;

use crate::company::{Company, report_of};
use crate::measure::Results;

const CONNECTIONS: u32 = 8;
const REPORTS: u32 = 250;

pub(crate) async fn measure(company: &Arc<Company>, results: &mut Results) {
    let ((), counts) = Box::pin(counted(report(company, 0))).await;
    let start = Instant::now();
    // A task for each connection, as the server has one: a single task would be busy with one of them at a time.
    let each = (0..CONNECTIONS).map(|connection| {
        let company = company.clone();
        tokio::spawn(async move {
            let mut times = Vec::with_capacity(REPORTS as usize);
            for n in 0..REPORTS {
                let start = Instant::now();
                report(&company, 1 + connection * REPORTS + n).await;
                times.push(start.elapsed());
            }
            times
        })
    });
    let times = futures::future::join_all(each).await.into_iter();
    let times: Vec<Duration> = times.flat_map(Result::unwrap).collect();
    let per_second = u128::from(CONNECTIONS * REPORTS) * 1000 / start.elapsed().as_millis().max(1);
    results.note(
        "report a fault, 8 connections",
        times,
        Some(counts),
        format!("{per_second}/s"),
    );
}

async fn report(company: &Company, number: u32) {
    let (unit, mut ctx) = company.unit(number);
    ctx.repeat = Some(Repeat {
        key: format!("report-{number}"),
        request_hash: format!("{number:064}"),
        status: 201,
    });
    case::report(&ctx, report_of(unit, number as usize))
        .await
        .unwrap();
}
