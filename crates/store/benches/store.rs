//! Speed of the store on both engines: durable transactions per second, and search.
//!
//! `STORE_BENCH_DOCUMENTS` says among how many documents to search (10,000). The test cluster of PostgreSQL does not sync
//! to disk, so its transactions per second are not those of a durable one.
#![allow(clippy::unwrap_used, reason = "a failed step ends the benchmark")]

use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::search::{self, Document, Words};
use store::{
    Answer, AuditEntry, Db, Engine, Event, Origin, Receipt, Scope, Timer, counted, org, series,
};
use testkit::{Source, TestDb, test_db};

const CONNECTIONS: usize = 8;
const TRANSACTIONS: usize = 250;
const ROUNDS: usize = 40;
const QUERIES: [&str; 14] = [
    "调",
    "空调",
    "不制冷",
    "7",
    "13",
    "5678",
    "hr-20",
    "空调 5678",
    "不存在",
    "hx",
    "huaxing",
    "cqccjxyxgs",
    "hr2012",
    "2012 huaxing",
];
/// Parts of the names of companies; one document in so many is the company's own.
const NAMES: [&[&str]; 3] = [
    &["江苏", "上海", "重庆", "深圳", "海淀", "苏州"],
    &[
        "华兴", "华信", "海泰", "恒立", "天工", "安泰", "云栖", "长城",
    ],
    &["机械", "电子", "物流", "酒店", "精密制造"],
];
const OWN: usize = 25;
const WORDS: [&str; 12] = [
    "海尔",
    "美的",
    "空调",
    "冰箱",
    "不制冷",
    "漏水",
    "异响",
    "三楼",
    "机房",
    "投影机",
    "门禁",
    "浦东",
];

#[tokio::main]
async fn main() {
    let documents = std::env::var("STORE_BENCH_DOCUMENTS").map_or(10_000, |count| {
        count.parse().expect("STORE_BENCH_DOCUMENTS is a number")
    });
    for engine in Engine::ALL {
        let db = test_db(engine).await;
        transactions(&db).await;
        searches(&db, documents).await;
        db.discard().await;
    }
}

/// Transactions as intake makes them: a row, a number, a searchable text, clocks, events, the answer, the audit.
async fn transactions(db: &TestDb) {
    let start = Instant::now();
    let tasks: Vec<_> = (0..CONNECTIONS)
        .map(|connection| {
            let db = Db::clone(db);
            tokio::spawn(async move {
                let mut times = Vec::with_capacity(TRANSACTIONS);
                for number in 0..TRANSACTIONS {
                    let start = Instant::now();
                    report(&db, &format!("{connection}-{number}")).await;
                    times.push(start.elapsed());
                }
                times
            })
        })
        .collect();
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await.unwrap());
    }
    let per_second =
        u128::try_from(times.len()).unwrap() * 1000 / start.elapsed().as_millis().max(1);
    let ((), counts) = counted(report(db, "counted")).await;
    println!(
        "{:?}: {per_second} transactions a second at {CONNECTIONS} connections, p50 {:?}, p99 {:?}, {} statements each",
        db.engine(),
        percentile(&mut times, 50),
        percentile(&mut times, 99),
        counts.statements,
    );
}

async fn report(db: &Db, id: &str) {
    let now: Timestamp = "2026-11-22T01:00:00Z".parse().unwrap();
    let origin = Origin {
        actor: "anna".into(),
        request: id.into(),
        at: now,
    };
    let mut tx = db.begin(origin).await.unwrap();
    let number = series::next(&mut tx, "FW", jiff::civil::date(2026, 11, 22))
        .await
        .unwrap();
    org::insert(&mut tx, id, None, "branch", &number)
        .await
        .unwrap();
    let text = format!("{number} 海尔空调不制冷 浦东 13812345678");
    let document = Document {
        kind: "case".into(),
        subject: id.into(),
        text,
        ..Document::default()
    };
    search::index(&mut tx, &document).await.unwrap();
    let timers = (0..6).map(|mark| Timer {
        kind: "obligation.due".into(),
        subject: id.into(),
        mark: mark.to_string(),
        run_at: now + SignedDuration::from_hours(mark),
    });
    let answer = Answer {
        key: id.into(),
        request_hash: "0".repeat(64),
        status: 201,
        body: json!({ "id": id }).to_string(),
    };
    let receipt = Receipt::new(AuditEntry::new("case.report", "case", id))
        .timers(timers)
        .event(Event::new("case.reported", id, json!({ "number": number })))
        .answer(answer);
    tx.finish(receipt).await.unwrap();
}

async fn searches(db: &TestDb, documents: usize) {
    let source = Source::seeded(7);
    let start = Instant::now();
    let mut next = 0;
    while next < documents {
        let origin = Origin {
            actor: "anna".into(),
            request: "bench".into(),
            at: Timestamp::UNIX_EPOCH,
        };
        let mut tx = db.begin(origin).await.unwrap();
        let end = documents.min(next + 2000);
        for number in next..end {
            search::index(&mut tx, &document(&source, number))
                .await
                .unwrap();
        }
        next = end;
        tx.finish(Receipt::new(AuditEntry::new("bench.index", "bench", next)))
            .await
            .unwrap();
    }
    println!(
        "{:?}: {documents} documents indexed in {:?}",
        db.engine(),
        start.elapsed()
    );
    let mut read = db.read().await.unwrap();
    for query in QUERIES {
        let mut times = Vec::with_capacity(ROUNDS);
        let mut hits = 0;
        for _ in 0..ROUNDS {
            let start = Instant::now();
            hits = search::find(&mut read, query, &Scope::All, &["case", "unit"], 20)
                .await
                .unwrap()
                .len();
            times.push(start.elapsed());
        }
        println!(
            "{:?}: search {query:?}: p50 {:?}, {hits} hits",
            db.engine(),
            percentile(&mut times, 50)
        );
    }
}

fn document(source: &Source, number: usize) -> Document {
    let word = || WORDS[usize::try_from(source.below(WORDS.len() as u64)).unwrap()];
    let phone = 13_000_000_000 + source.below(1_000_000_000);
    let company: String = NAMES
        .iter()
        .map(|parts| parts[usize::try_from(source.below(parts.len() as u64)).unwrap()])
        .chain(["有限公司"])
        .collect();
    let words = Words::new()
        .code(&format!("FW-2026-{number:07}"))
        .text(&format!("{}{}{}，{}", word(), word(), word(), word()))
        .code(&phone.to_string())
        .code(&format!(
            "HR-20{:02}-{:06X}",
            source.below(30),
            source.below(0xff_ffff)
        ));
    let words = if number.is_multiple_of(OWN) {
        words.name(&company)
    } else {
        words.named_after(&company)
    };
    Document {
        kind: "case".into(),
        subject: number.to_string(),
        text: words.join(),
        ..Document::default()
    }
}

fn percentile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times[(times.len() - 1) * percent / 100]
}
