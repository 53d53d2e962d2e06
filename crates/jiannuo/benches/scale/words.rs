//! Search of one to five Chinese characters, and whether it finds what LIKE finds.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use store::search::{self, Document, normalise};
use store::{AuditEntry, Counts, Origin, Receipt, Scope, counted};
use testkit::{Outside, Source, TestDb};

use crate::measure::Results;

const ROUNDS: usize = 40;
/// Documents of one transaction.
const AT_ONCE: u32 = 2_000;
const HITS: u32 = 20;
const KINDS: [&str; 3] = ["customer", "contact", "unit"];
const QUERIES: [&str; 10] = [
    "院",
    "鑫",
    "医院",
    "空调",
    "鑫隆",
    "第一医",
    "不存在",
    "浦东医院",
    "鑫隆机械",
    "松江鑫隆厂",
];
const TOWNS: [&str; 12] = [
    "浦东", "松江", "青浦", "嘉定", "宝山", "闵行", "奉贤", "金山", "崇明", "徐汇", "长宁", "静安",
];
const NAMES: [&str; 10] = [
    "第一", "中心", "人民", "鑫隆", "海棠", "云栖", "华泰", "宏远", "东方", "长城",
];
const SORTS: [&str; 8] = [
    "医院",
    "机械厂",
    "酒店",
    "学校",
    "药业",
    "物流",
    "空调厂",
    "商场",
];

pub(crate) async fn measure(db: &TestDb, documents: u32, results: &mut Results) {
    let began = Instant::now();
    index(db, documents).await;
    println!(
        "{:?}: {documents} documents indexed in {:?}",
        db.engine(),
        began.elapsed()
    );
    let mut outside = Outside::of(db.url()).await;
    outside.settle(db.engine()).await;
    let mut read = db.read().await.unwrap();
    for length in 1..=5 {
        let mut times: Vec<Duration> = Vec::new();
        let (mut slowest, mut hits) = (Duration::ZERO, Vec::new());
        let mut most = Counts::default();
        for query in QUERIES
            .iter()
            .filter(|query| query.chars().count() == length)
        {
            let (found, counts) =
                counted(search::find(&mut read, query, &Scope::All, &KINDS, HITS)).await;
            let found = found.unwrap();
            most.statements = most.statements.max(counts.statements);
            most.rows = most.rows.max(counts.rows);
            let found: Vec<String> = found.into_iter().map(|hit| hit.subject).collect();
            let pattern = format!("%{}%", normalise(query));
            assert_eq!(
                found,
                outside.like(&pattern, HITS).await,
                "{query} finds what LIKE finds"
            );
            hits.push(format!("{query} {}", found.len()));
            let mut own = Vec::with_capacity(ROUNDS);
            for _ in 0..ROUNDS {
                let start = Instant::now();
                search::find(&mut read, query, &Scope::All, &KINDS, HITS)
                    .await
                    .unwrap();
                own.push(start.elapsed());
            }
            own.sort_unstable();
            slowest = slowest.max(own[ROUNDS / 2]);
            times.extend(own);
        }
        let what = format!("search of {length} Chinese characters");
        let note = format!("hits {}; slowest p50 {slowest:.2?}", hits.join(", "));
        results.note(&what, times, Some(most), note);
    }
    outside.close().await;
}

async fn index(db: &TestDb, documents: u32) {
    let source = Source::seeded(7);
    let mut next = 0;
    while next < documents {
        let origin = Origin {
            actor: "benchmark".into(),
            request: "index".into(),
            at: Timestamp::UNIX_EPOCH,
        };
        let mut tx = db.begin(origin).await.unwrap();
        let end = documents.min(next + AT_ONCE);
        let piece: Vec<Document> = (next..end)
            .map(|number| document(&source, number))
            .collect();
        search::index_all(&mut tx, &piece).await.unwrap();
        next = end;
        tx.finish(Receipt::new(AuditEntry::new(
            "benchmark.index",
            "benchmark",
            next,
        )))
        .await
        .unwrap();
    }
}

/// A unit or a customer as it is searched for. One town in a thousand rows has a name nobody else has.
fn document(source: &Source, number: u32) -> Document {
    let pick =
        |from: &[&'static str]| from[usize::try_from(source.below(from.len() as u64)).unwrap()];
    let phone = 13_000_000_000 + source.below(1_000_000_000);
    let text = format!(
        "SB-2026-{number:07} {}{}{} {phone} HR-20{:02}-{:06X}",
        pick(&TOWNS),
        pick(&NAMES),
        pick(&SORTS),
        source.below(30),
        source.below(0xff_ffff),
    );
    Document {
        kind: if number.is_multiple_of(3) {
            "customer"
        } else {
            "unit"
        }
        .into(),
        subject: format!("bench-{number}"),
        text,
        ..Document::default()
    }
}
