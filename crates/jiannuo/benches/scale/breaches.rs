//! Ten thousand promises break at the same moment.

use std::time::{Duration, Instant};

use app::case;
use jiff::SignedDuration;
use store::counted;
use testkit::{Outside, Place, TestDb, multiply_latest};
use tokio::sync::oneshot;

use crate::company::{Company, storm_plan};
use crate::measure::Results;

/// Cases whose promise breaks.
const BREACHES: u32 = 10_000;
/// Cases they are copied from.
const MODELS: u32 = 20;
/// Looks for an end, each after a pause; two minutes.
const LOOKS: u32 = 6_000;
const PAUSE: Duration = Duration::from_millis(20);

/// What is left to ring: alarms of the moment, and those a worker holds for the minutes of its lease.
fn left(until_ms: i64) -> String {
    format!("kind = 'case.alarm' AND run_at <= {until_ms}")
}

pub(crate) async fn measure(db: &TestDb, company: &Company, results: &mut Results) {
    let due = company.now + SignedDuration::from_hours(2);
    let ringing = left((due + SignedDuration::from_mins(10)).as_millisecond());
    report_storm(db, company).await;
    let mut outside = Outside::of(db.url()).await;
    assert_eq!(
        outside.count("job", &ringing).await,
        i64::from(BREACHES),
        "exactly the storm is due"
    );
    company.stand_at(due + SignedDuration::from_secs(1));
    let one = Box::pin(one_breach(company)).await;
    let (stop, stopped) = oneshot::channel::<()>();
    let config = worker::Config::new(db.folder().join("mail"));
    let working = worker::run(company.app().clone(), config, async move {
        // Without a sender there is nothing left to work for.
        let _ = stopped.await;
    });
    let start = Instant::now();
    let working = tokio::spawn(working);
    outside.wait_until_none("job", &ringing, PAUSE, LOOKS).await;
    let took = start.elapsed();
    stop.send(()).unwrap();
    working.await.unwrap().unwrap();
    let per_second = u128::from(BREACHES - 1) * 1000 / took.as_millis().max(1);
    results.note(
        "10,000 breaches at once",
        vec![took],
        Some(one),
        format!("{per_second}/s; counts of one"),
    );
    outside.close().await;
    company.stand_at(company.now);
}

/// Copies of cases that were reported now under a plan with one limit. The cases that are there already stay as they are.
async fn report_storm(db: &TestDb, company: &Company) {
    let mut models = Vec::new();
    for place in [Place::East, Place::West] {
        models.push(company.publish("Storm", storm_plan(), place).await);
    }
    for number in 0..MODELS as usize {
        let version = models[number / 10];
        let report = company.also_serve(version, number).await;
        let agent = company.agent(
            if number < 10 {
                Place::East
            } else {
                Place::West
            },
            None,
        );
        case::report(&agent, report).await.unwrap();
    }
    let since = company.now.as_millisecond();
    multiply_latest(db.engine(), db.url(), since, BREACHES / MODELS - 1).await;
}

/// The statements and rows of one breach. What else is due stays with its lease and is nobody's business here.
async fn one_breach(company: &Company) -> store::Counts {
    for _ in 0..LOOKS {
        let claims = app::work::claim(company.app(), 1).await.unwrap();
        let claim = claims.into_iter().next().expect("the storm is due");
        if claim.kind == case::ALARM {
            let (rang, counts) = Box::pin(counted(case::ring(company.app(), claim))).await;
            rang.unwrap();
            return counts;
        }
    }
    panic!("no alarm among what is due");
}
