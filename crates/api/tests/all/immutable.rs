//! Facts stay as they were written, whoever asks: also somebody with SQL at hand.

use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};
use crate::subjects::subjects;
use domain::access::Role;
use serde_json::json;

/// Tables that are only added to, with a column to try a change on.
const ONLY_ADDED: [(&str, &str); 4] = [
    ("audit", "actor"),
    ("plan_version", "title"),
    ("case_event", "case_id"),
    ("case_entitlement", "case_id"),
];

#[tokio::test]
async fn what_is_only_added_is_neither_changed_nor_taken_away() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let path = format!("/api/cases/{}/entitlement", own.ids["cases"]);
        let checked = manager.post(&path, &json!({})).key("check").send().await;
        assert!(checked.status.is_success(), "{}", checked.body);
        let version = format!("/api/plan-versions/{}", own.ids["plan-versions"]);
        let case = format!("/api/cases/{}", own.ids["cases"]);
        let before = (
            manager.get(&version).send().await.body,
            manager.get(&case).send().await.body,
        );
        for (table, column) in ONLY_ADDED {
            for sql in db.attempts_on(table, column) {
                let refused = db.execute(&sql).await.expect_err(&sql);
                let why = ["never changes", "only added", "insert-only"];
                assert!(
                    why.iter().any(|why| refused.contains(why)),
                    "{sql}: {refused}"
                );
            }
        }
        let after = (
            manager.get(&version).send().await.body,
            manager.get(&case).send().await.body,
        );
        assert_eq!(before, after);
    })
    .await;
}
