//! Search finds exactly what LIKE on the normalised text finds.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use store::search::{self, Document, Hit, Words, bare_words, normalise};
use store::{Db, Engine, Scope, org};
use testkit::{on_both_engines, test_db};

use crate::common::{begin, receipt};

fn document(subject: &str, text: &str) -> Document {
    Document {
        kind: "case".into(),
        subject: subject.into(),
        text: text.into(),
        ..Document::default()
    }
}

async fn put(db: &Db, documents: &[Document]) {
    let mut tx = begin(db).await;
    for document in documents {
        search::index(&mut tx, document).await.unwrap();
    }
    tx.finish(receipt()).await.unwrap();
}

async fn find(db: &Db, query: &str) -> Vec<String> {
    found(db, query, &Scope::All, &["case", "unit"]).await
}

async fn found(db: &Db, query: &str, scope: &Scope, kinds: &[&str]) -> Vec<String> {
    let mut read = db.read().await.unwrap();
    let hits = search::find(&mut read, query, scope, kinds, 200)
        .await
        .unwrap();
    hits.into_iter().map(|hit: Hit| hit.subject).collect()
}

#[tokio::test]
async fn short_chinese_words_phone_tails_and_serial_parts_are_found() {
    on_both_engines(async |db| {
        put(
            db,
            &[
                document("1", "海尔空调不制冷，三楼 13812345678 SN：HR-2024-A0B9"),
                document("2", "美的冰箱漏水 13987654321 100%_ok\\ 😀"),
            ],
        )
        .await;
        let cases: [(&str, &[&str]); 19] = [
            ("调", &["1"]),
            ("空调", &["1"]),
            ("调不制", &["1"]),
            ("冷，三", &["1"]),
            ("5678", &["1"]),
            ("8", &["2", "1"]),
            ("hr-20", &["1"]),
            ("ＨＲ－２０", &["1"]),
            ("a0b9", &["1"]),
            ("4-A0", &["1"]),
            ("空调 5678", &["1"]),
            ("空调 漏水", &[]),
            ("调空", &[]),
            ("%", &["2"]),
            ("_", &["2"]),
            ("\\", &["2"]),
            ("😀", &["2"]),
            ("  ", &[]),
            ("空调 海尔 5678 三楼 13812345678", &["1"]),
        ];
        for (query, expected) in cases {
            assert_eq!(find(db, query).await, expected, "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_changed_text_is_found_anew_and_a_removed_one_no_longer() {
    on_both_engines(async |db| {
        put(db, &[document("1", "空调")]).await;
        put(db, &[document("1", "冰箱")]).await;
        assert_eq!(find(db, "空调").await, Vec::<String>::new());
        assert_eq!(find(db, "冰箱").await, ["1"]);
        let mut tx = begin(db).await;
        search::remove(&mut tx, "case", "1").await.unwrap();
        search::remove(&mut tx, "case", "1").await.unwrap();
        tx.finish(receipt()).await.unwrap();
        assert_eq!(find(db, "冰箱").await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_search_stays_within_kinds_and_scope() {
    on_both_engines(async |db| {
        let mut tx = begin(db).await;
        org::insert(&mut tx, "company", None, "company", "x")
            .await
            .unwrap();
        org::insert(&mut tx, "east", Some("company"), "branch", "x")
            .await
            .unwrap();
        tx.finish(receipt()).await.unwrap();
        let base = document("1", "空调");
        put(
            db,
            &[
                Document {
                    branch: Some("east".into()),
                    ..base.clone()
                },
                Document {
                    subject: "2".into(),
                    person: Some("P-1".into()),
                    ..base.clone()
                },
                Document {
                    subject: "3".into(),
                    customer: Some("c_1".into()),
                    ..base.clone()
                },
                Document {
                    subject: "4".into(),
                    kind: "unit".into(),
                    ..base
                },
            ],
        )
        .await;
        let cases: [(Scope, &[&str]); 7] = [
            (Scope::All, &["3", "2", "1"]),
            (Scope::Branch("company".into()), &["1"]),
            (
                Scope::Own {
                    person: "P-1".into(),
                },
                &["2"],
            ),
            (
                Scope::Own {
                    person: "p1".into(),
                },
                &[],
            ),
            (Scope::Customer("c_1".into()), &["3"]),
            (Scope::Customer("c1".into()), &[]),
            (Scope::Nothing, &[]),
        ];
        for (scope, expected) in cases {
            assert_eq!(
                found(db, "空调", &scope, &["case"]).await,
                expected,
                "{scope:?}"
            );
        }
        assert_eq!(found(db, "空调", &Scope::All, &["unit"]).await, ["4"]);
        assert_eq!(
            found(db, "空调", &Scope::All, &[]).await,
            Vec::<String>::new()
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_rare_is_found_behind_many_that_do_not_count() {
    on_both_engines(async |db| {
        let mut tx = begin(db).await;
        org::insert(&mut tx, "company", None, "company", "x")
            .await
            .unwrap();
        org::insert(&mut tx, "east", Some("company"), "branch", "x")
            .await
            .unwrap();
        tx.finish(receipt()).await.unwrap();
        let old = Document {
            kind: "unit".into(),
            branch: Some("east".into()),
            ..document("old", "空调")
        };
        put(db, &[old]).await;
        let many: Vec<_> = (0..700)
            .map(|number| Document {
                branch: Some("company".into()),
                ..document(&number.to_string(), "空调")
            })
            .collect();
        put(db, &many).await;
        let east = Scope::Branch("east".into());
        assert_eq!(found(db, "空调", &Scope::All, &["unit"]).await, ["old"]);
        assert_eq!(found(db, "空调", &east, &["unit", "case"]).await, ["old"]);
        assert_eq!(
            found(db, "空调", &east, &["case"]).await,
            Vec::<String>::new()
        );
        let all = found(
            db,
            "空调",
            &Scope::Branch("company".into()),
            &["unit", "case"],
        )
        .await;
        assert_eq!((all.len(), all[0].as_str()), (200, "699"));
    })
    .await;
}

#[tokio::test]
async fn a_text_of_forty_thousand_characters_is_searchable_to_its_end() {
    on_both_engines(async |db| {
        let text: String = (0..40_000_u32)
            .map(|number| char::from_u32(0x4e00 + number % 20_000).unwrap())
            .collect();
        put(db, &[document("1", &format!("{text}终点"))]).await;
        assert_eq!(find(db, "终点").await, ["1"]);
        let too_long = "x".repeat(201);
        let mut read = db.read().await.unwrap();
        assert!(
            search::find(&mut read, &too_long, &Scope::All, &["case"], 10)
                .await
                .is_err()
        );
    })
    .await;
}

#[test]
fn search_equals_like_on_the_normalised_text() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    for engine in Engine::ALL {
        let db = runtime.block_on(test_db(engine));
        let text = "[空调冰箱0-9abAB１Ａ \\-%_。é]{0,14}";
        let strategy = (
            prop::collection::vec(text, 1..12),
            prop::collection::vec(text, 1..20),
            0..1000_u32,
        );
        let mut runner = TestRunner::new(Config {
            cases: 24,
            failure_persistence: None,
            ..Config::default()
        });
        runner
            .run(&strategy, |(texts, queries, round)| {
                // Each round has documents of a kind of its own.
                let kind = format!("k{round}");
                let documents: Vec<_> = texts
                    .iter()
                    .enumerate()
                    .map(|(number, text)| Document {
                        kind: kind.clone(),
                        ..document(&number.to_string(), text)
                    })
                    .collect();
                runtime.block_on(put(&db, &documents));
                let parts = texts
                    .iter()
                    .map(|text| text.chars().skip(2).take(3).collect::<String>());
                for query in queries.iter().cloned().chain(parts) {
                    let mut hits = runtime.block_on(found(&db, &query, &Scope::All, &[&kind]));
                    hits.sort();
                    let mut expected = oracle(&texts, &query);
                    expected.sort();
                    prop_assert_eq!(hits, expected, "{}", query);
                }
                let mut tx = runtime.block_on(begin(&db));
                for document in &documents {
                    runtime
                        .block_on(search::remove(&mut tx, &kind, &document.subject))
                        .unwrap();
                }
                runtime.block_on(tx.finish(receipt())).unwrap();
                Ok(())
            })
            .unwrap();
        runtime.block_on(db.discard());
    }
}

/// What LIKE would find: each word somewhere in the text, as it is written or as codes are kept.
fn oracle(texts: &[String], query: &str) -> Vec<String> {
    let queries: Vec<String> = [Some(normalise(query)), bare_words(query)]
        .into_iter()
        .flatten()
        .filter(|query| !query.is_empty())
        .collect();
    let matches = |text: &str| {
        let has_all = |query: &String| query.splitn(4, ' ').all(|word| text.contains(word));
        queries.iter().any(has_all)
    };
    let numbered = texts.iter().enumerate();
    numbered
        .filter(|(_, text)| matches(&normalise(text)))
        .map(|(number, _)| number.to_string())
        .collect()
}

#[tokio::test]
async fn codes_are_found_without_what_stands_between_and_names_by_their_spelling() {
    on_both_engines(async |db| {
        let text = |words: Words| words.join();
        put(
            db,
            &[
                document(
                    "1",
                    &text(Words::new().code("AB-12 34").name("江苏华兴电梯")),
                ),
                document("2", &text(Words::new().code("CD.99/x").name("重庆机床"))),
            ],
        )
        .await;
        let cases: [(&str, &[&str]); 15] = [
            ("AB1234", &["1"]),
            ("b12", &["1"]),
            ("1234", &["1"]),
            ("AB-12 34", &["1"]),
            ("b-1", &["1"]),
            ("ab-1234", &["1"]),
            ("cd99X", &["2"]),
            ("hx", &["1"]),
            ("huaxing", &["1"]),
            ("HuaXing AB1234", &["1"]),
            ("华兴 hx", &["1"]),
            ("chongqing", &["2"]),
            ("zhongqing", &["2"]),
            ("cqjc", &["2"]),
            ("qj", &["2"]),
        ];
        for (query, expected) in cases {
            assert_eq!(find(db, query).await, expected, "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_fill_writes_what_is_missing_or_older_and_leaves_what_was_written_meanwhile() {
    on_both_engines(async |db| {
        put(db, &[document("new", "空调"), document("old", "空调")]).await;
        let older = "UPDATE search_doc SET recipe = 0 WHERE subject = 'old'";
        db.execute(older).await.unwrap();
        let mut tx = begin(db).await;
        let read_before = ["new", "old", "missing"].map(|subject| document(subject, "冰箱"));
        assert_eq!(search::fill(&mut tx, &read_before).await.unwrap(), 2);
        assert_eq!(search::fill(&mut tx, &read_before).await.unwrap(), 0);
        tx.finish(receipt()).await.unwrap();
        assert_eq!(find(db, "空调").await, ["new"]);
        assert_eq!(find(db, "冰箱").await, ["missing", "old"]);
    })
    .await;
}
