//! The company tree and the scopes that rest on it.

use store::{StoreError, org};
use testkit::{TestDb, on_both_engines};

use crate::common::{begin, receipt};

/// company ─ east ─ shanghai, company ─ west
async fn plant(db: &TestDb) {
    let mut tx = begin(db).await;
    let units = [
        ("company", None, "company"),
        ("east", Some("company"), "branch"),
        ("west", Some("company"), "branch"),
        ("shanghai", Some("east"), "outlet"),
    ];
    for (id, parent, kind) in units {
        org::insert(&mut tx, id, parent, kind, id).await.unwrap();
    }
    tx.finish(receipt()).await.unwrap();
}

async fn below(db: &TestDb, id: &str) -> Vec<String> {
    let mut read = db.read().await.unwrap();
    let mut ids: Vec<_> = org::subtree(&mut read, id)
        .await
        .unwrap()
        .into_iter()
        .map(|unit| unit.id)
        .collect();
    ids.sort();
    ids
}

#[tokio::test]
async fn a_moved_unit_takes_what_is_below_it_along() {
    on_both_engines(async |db| {
        plant(db).await;
        assert_eq!(below(db, "east").await, ["east", "shanghai"]);
        let mut tx = begin(db).await;
        let east = org::get(&mut tx, "east").await.unwrap();
        org::move_to(&mut tx, &east, "west").await.unwrap();
        tx.finish(receipt()).await.unwrap();
        assert_eq!(below(db, "west").await, ["east", "shanghai", "west"]);
        assert_eq!(
            below(db, "company").await,
            ["company", "east", "shanghai", "west"]
        );
        let mut read = db.read().await.unwrap();
        assert!(org::is_below(&mut read, "west", "shanghai").await.unwrap());
        assert!(!org::is_below(&mut read, "shanghai", "west").await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn a_ring_a_stale_edit_and_a_second_company_are_refused() {
    on_both_engines(async |db| {
        plant(db).await;
        let mut tx = begin(db).await;
        let east = org::get(&mut tx, "east").await.unwrap();
        for target in ["east", "shanghai"] {
            let ring = org::move_to(&mut tx, &east, target).await;
            assert!(matches!(ring, Err(StoreError::Check { .. })), "{target}");
        }
        org::rename(&mut tx, &east, "East").await.unwrap();
        let stale = org::rename(&mut tx, &east, "Far East").await;
        assert_eq!(
            stale,
            Err(StoreError::Stale {
                what: "organisation unit"
            })
        );
        let second = org::insert(&mut tx, "other", None, "company", "Other").await;
        assert!(matches!(second, Err(StoreError::Unique { .. })));
        drop(tx);
        let mut tx = begin(db).await;
        let orphan = org::insert(&mut tx, "lost", Some("nowhere"), "branch", "Lost").await;
        assert_eq!(orphan, Err(StoreError::Reference));
    })
    .await;
}
