//! Which actions a page offers: never what is not for the reader's role; what cannot be now, with its reason.

use domain::access::Role;
use serde_json::Value;
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};
use crate::subjects::subjects;

/// Name and reason of each action that a page tells of.
async fn offered(client: &Client, path: &str) -> Vec<(String, Option<String>)> {
    let page = client.get(path).send().await.body;
    let actions = page["actions"].as_array();
    let actions = actions.unwrap_or_else(|| panic!("{path}: {page}")).iter();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    actions
        .map(|one| {
            let because = text(&one["because"]);
            assert_eq!(one["allowed"], because.is_none(), "{one}");
            (text(&one["name"]).unwrap(), because)
        })
        .collect()
}

fn names(offered: &[(String, Option<String>)]) -> Vec<&str> {
    offered.iter().map(|(name, _)| name.as_str()).collect()
}

#[tokio::test]
async fn who_only_reads_is_offered_nothing_and_who_acts_is_told_what_is_not_now() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let path = |folder: &str| format!("/api/{folder}/{}", own.ids[folder]);
        for role in [Role::Auditor, Role::Storekeeper, Role::Accountant] {
            let reader = Client::signed_in(&service, role, Place::East).await;
            for folder in ["cases", "plans", "people"] {
                let seen = offered(&reader, &path(folder)).await;
                assert_eq!(names(&seen), Vec::<&str>::new(), "{role} {folder}");
            }
        }
        let administrator = Client::signed_in(&service, Role::Administrator, Place::East).await;
        let seen = offered(&administrator, &path("plans")).await;
        assert_eq!(
            names(&seen),
            ["edit", "succeed", "discard"],
            "who never publishes"
        );
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let seen = offered(&manager, &path("plans")).await;
        assert!(names(&seen).contains(&"publish"), "{seen:?}");
        let seen = offered(&manager, &path("cases")).await;
        assert!(names(&seen).contains(&"sign"), "{seen:?}");
        assert!(
            !names(&seen).contains(&"approve"),
            "an executive's: {seen:?}"
        );
        let reasons: Vec<&String> = seen
            .iter()
            .filter_map(|(_, because)| because.as_ref())
            .collect();
        assert!(!reasons.is_empty(), "{seen:?}");
        assert!(
            reasons.iter().all(|reason| !reason.contains("role")),
            "{reasons:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_customer_sees_on_a_case_what_a_customer_can_ever_do() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let own = subjects(&service, &world, Place::East).await;
        let customer = Client::with_password(&service, &own.customer_login, World::PASSWORD).await;
        let seen = offered(&customer, &format!("/api/cases/{}", own.ids["cases"])).await;
        let mut seen = names(&seen);
        seen.sort_unstable();
        assert_eq!(
            seen,
            ["accept_quote", "rate", "receive_complaint", "reopen"]
        );
    })
    .await;
}
