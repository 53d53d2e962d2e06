//! Events: in order, within scope, each relayed once, and on PostgreSQL none overtaken unseen.

use jiff::SignedDuration;
use serde_json::json;
use store::outbox::{self, Cursor, Recorded};
use store::{Db, Event, Scope, StoreError, counted, org};
use testkit::{TestDb, on_both_engines};

use crate::common::{begin, now, receipt};

const LEASE: SignedDuration = SignedDuration::from_secs(60);

fn event(number: u32) -> Event {
    Event::new(
        "case.reported",
        format!("case-{number}"),
        json!({ "n": number }),
    )
}

async fn after(db: &TestDb, cursor: Cursor, scope: &Scope) -> Vec<Recorded> {
    db.settled().await;
    outbox::after(&mut db.read().await.unwrap(), cursor, scope, 100)
        .await
        .unwrap()
}

fn subjects(events: &[Recorded]) -> Vec<&str> {
    events
        .iter()
        .map(|recorded| recorded.event.subject.as_str())
        .collect()
}

#[tokio::test]
async fn events_come_in_order_after_a_cursor_that_survives_the_wire() {
    on_both_engines(async |db| {
        for number in 0..3 {
            begin(db)
                .await
                .finish(receipt().event(event(number)))
                .await
                .unwrap();
        }
        let all = after(db, Cursor::default(), &Scope::All).await;
        assert_eq!(subjects(&all), ["case-0", "case-1", "case-2"]);
        assert_eq!(all[1].event, event(1));
        let cursor: Cursor = all[0].cursor.to_string().parse().unwrap();
        assert_eq!(
            subjects(&after(db, cursor, &Scope::All).await),
            ["case-1", "case-2"]
        );
        db.settled().await;
        let latest = outbox::latest(&mut db.read().await.unwrap()).await.unwrap();
        assert_eq!(latest, all[2].cursor);
        assert!("12".parse::<Cursor>().is_err());
    })
    .await;
}

#[tokio::test]
async fn nobody_hears_of_what_is_outside_their_scope() {
    on_both_engines(async |db| {
        let mut tx = begin(db).await;
        org::insert(&mut tx, "company", None, "company", "x")
            .await
            .unwrap();
        org::insert(&mut tx, "east", Some("company"), "branch", "x")
            .await
            .unwrap();
        let events = [
            event(0),
            event(1).branch("east"),
            event(2).branch("company").person("p-1"),
            event(3).customer("c-1"),
        ];
        tx.finish(receipt().events(events)).await.unwrap();
        let cases = [
            (Scope::All, vec!["case-0", "case-1", "case-2", "case-3"]),
            (Scope::Branch("company".into()), vec!["case-1", "case-2"]),
            (Scope::Branch("east".into()), vec!["case-1"]),
            (
                Scope::Own {
                    person: "p-1".into(),
                },
                vec!["case-2"],
            ),
            (Scope::Customer("c-1".into()), vec!["case-3"]),
            (Scope::Customer("c-2".into()), vec![]),
            (Scope::Nothing, vec![]),
        ];
        for (scope, expected) in cases {
            assert_eq!(
                subjects(&after(db, Cursor::default(), &scope).await),
                expected,
                "{scope:?}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_reader_never_passes_an_event_that_commits_later() {
    on_both_engines(async |db| {
        if db.engine() == store::Engine::Sqlite {
            return; // One writer: numbers are handed out in the order of commits.
        }
        let mut slow = begin(db).await;
        // The slow transaction has its id before the fast one.
        org::insert(&mut slow, "company", None, "company", "x")
            .await
            .unwrap();
        begin(db)
            .await
            .finish(receipt().event(event(2)))
            .await
            .unwrap();
        let mut read = db.read().await.unwrap();
        let all = outbox::after(&mut read, Cursor::default(), &Scope::All, 100)
            .await
            .unwrap();
        assert_eq!(all, []);
        slow.finish(receipt().event(event(1))).await.unwrap();
        let all = after(db, Cursor::default(), &Scope::All).await;
        assert_eq!(subjects(&all), ["case-1", "case-2"]);
    })
    .await;
}

#[tokio::test]
async fn a_relay_sees_each_event_once_and_one_holder_at_a_time() {
    on_both_engines(async |db| {
        let claim = async |token: &str, at| {
            outbox::claim(db, "mail", token, at, LEASE, 2)
                .await
                .unwrap()
        };
        assert_eq!(claim("a", now()).await, None);
        for number in 0..3 {
            begin(db)
                .await
                .finish(receipt().event(event(number)))
                .await
                .unwrap();
        }
        db.settled().await;
        let (lost, events) = claim("a", now()).await.unwrap();
        assert_eq!(subjects(&events), ["case-0", "case-1"]);
        assert_eq!(claim("b", now()).await, None);

        let (position, events) = claim("b", now() + LEASE).await.unwrap();
        assert_eq!(subjects(&events), ["case-0", "case-1"]);
        begin(db)
            .await
            .finish(receipt().relayed(position))
            .await
            .unwrap();
        let late = begin(db).await.finish(receipt().relayed(lost)).await;
        assert_eq!(late, Err(StoreError::Stale { what: "relay" }));

        let (position, events) = claim("c", now()).await.unwrap();
        assert_eq!(subjects(&events), ["case-2"]);
        outbox::skip(db, &position).await.unwrap();
        assert_eq!(claim("d", now()).await, None);
    })
    .await;
}

#[tokio::test]
async fn an_idle_relay_writes_nothing() {
    on_both_engines(async |db| {
        begin(db)
            .await
            .finish(receipt().event(event(0)))
            .await
            .unwrap();
        db.settled().await;
        let (position, _) = outbox::claim(db, "mail", "a", now(), LEASE, 9)
            .await
            .unwrap()
            .unwrap();
        outbox::skip(db, &position).await.unwrap();
        let (claimed, counts) = counted(outbox::claim(db, "mail", "a", now(), LEASE, 9)).await;
        assert_eq!(claimed.unwrap(), None);
        assert_eq!((counts.statements, counts.rows), (2, 1));
    })
    .await;
}

#[tokio::test]
async fn restored_events_keep_their_order_and_what_was_relayed() {
    on_both_engines(async |db| {
        for number in 0..3 {
            begin(db)
                .await
                .finish(receipt().event(event(number)))
                .await
                .unwrap();
        }
        db.settled().await;
        let (position, _) = outbox::claim(db, "mail", "a", now(), LEASE, 2)
            .await
            .unwrap()
            .unwrap();
        outbox::skip(db, &position).await.unwrap();
        outbox::after_restore(db).await.unwrap();
        let all = after(db, Cursor::default(), &Scope::All).await;
        assert_eq!(subjects(&all), ["case-0", "case-1", "case-2"]);
        let (_, events) = outbox::claim(db, "mail", "a", now(), LEASE, 2)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(subjects(&events), ["case-2"]);
    })
    .await;
}

#[tokio::test]
async fn trimming_spares_what_a_relay_has_not_seen() {
    on_both_engines(async |db| {
        for number in 0..3 {
            begin(db)
                .await
                .finish(receipt().event(event(number)))
                .await
                .unwrap();
        }
        db.settled().await;
        let (position, _) = outbox::claim(db, "mail", "a", now(), LEASE, 2)
            .await
            .unwrap()
            .unwrap();
        outbox::skip(db, &position).await.unwrap();
        let later = now() + LEASE;
        assert_eq!(outbox::trim(db, now(), 10).await.unwrap(), 0);
        assert_eq!(outbox::trim(db, later, 1).await.unwrap(), 1);
        assert_eq!(outbox::trim(db, later, 10).await.unwrap(), 1);
        assert_eq!(
            subjects(&after(db, Cursor::default(), &Scope::All).await),
            ["case-2"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_commit_wakes_those_who_wait_on_this_and_on_other_nodes() {
    on_both_engines(async |db| {
        let mut here = db.wake().subscribe();
        begin(db).await.finish(receipt()).await.unwrap();
        tokio::time::timeout(std::time::Duration::from_secs(5), here.changed())
            .await
            .unwrap()
            .unwrap();
        if db.engine() == store::Engine::Postgres {
            let other = Db::open(db.url()).await.unwrap();
            let mut there = other.wake().subscribe();
            // Listening starts in the background; commits until one is heard.
            for _ in 0..100 {
                begin(db).await.finish(receipt()).await.unwrap();
                let rang =
                    tokio::time::timeout(std::time::Duration::from_millis(100), there.changed())
                        .await;
                if rang.is_ok() {
                    other.close().await;
                    return;
                }
            }
            panic!("the other node was never woken");
        }
    })
    .await;
}
