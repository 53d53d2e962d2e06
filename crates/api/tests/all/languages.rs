//! What a database made for a language does: its order of texts is another one, and its letters are the same large or small.

use domain::access::Role;
use serde_json::Value;
use testkit::{Place, World, linguistic_db, on_both_engines};

use crate::client::{Client, service};
use crate::own_jobs::Branch;

fn ids(list: &Value) -> Vec<String> {
    let items = list["items"]
        .as_array()
        .unwrap_or_else(|| panic!("a list: {list}"));
    let mut ids: Vec<String> = items
        .iter()
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect();
    ids.sort();
    ids
}

fn encoded(text: &str) -> String {
    let each: Vec<String> = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
    each.concat()
}

/// All of a list, page by page.
async fn paged(client: &Client, path: &str) -> Vec<String> {
    let (mut found, mut after) = (Vec::new(), String::new());
    let joint = if path.contains('?') { '&' } else { '?' };
    for _ in 0..20 {
        let page = client
            .get(&format!("{path}{joint}limit=1{after}"))
            .send()
            .await
            .body;
        found.extend(ids(&page));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={}", encoded(next)),
            None => break,
        }
    }
    found.sort();
    found
}

#[tokio::test]
async fn no_list_loses_a_row_where_texts_are_ordered_as_in_a_language() {
    let db = linguistic_db().await;
    let world = World::on(&db).await;
    let service = service(&world);
    let branch = Branch::open(&service, &world).await;
    let mut cases = vec![branch.mine.id.clone(), branch.strange.id.clone()];
    cases.sort();
    for sort in [
        "",
        "?sort=due",
        "?sort=reported",
        "?sort=customer",
        "?sort=phase",
        "?sort=severity",
    ] {
        for way in ["", "&descending=true"] {
            if sort.is_empty() && !way.is_empty() {
                continue;
            }
            let path = format!("/api/cases{sort}{way}");
            assert_eq!(paged(&branch.manager, &path).await, cases, "{path}");
        }
    }
    for path in [
        "/api/customers",
        "/api/units",
        "/api/agreements",
        "/api/products",
        "/api/people",
        "/api/plans",
    ] {
        let whole = ids(&branch.manager.get(path).send().await.body);
        assert_eq!(paged(&branch.manager, path).await, whole, "{path}");
        assert!(!whole.is_empty(), "{path}");
    }
    db.discard().await;
}

#[tokio::test]
async fn large_and_small_letters_find_the_same() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let branch = Branch::open(&service, &world).await;
        let engineer = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        for words in ["Harbour", "harbour", "HARBOUR"] {
            for path in [
                "/api/agreements?q=",
                "/api/cases?text=",
                "/api/customers?q=",
                "/api/units?q=",
            ] {
                let found = engineer.get(&format!("{path}{words}")).send().await.body;
                assert_eq!(ids(&found).len(), 1, "{path}{words}: {found}");
            }
        }
        let lower = branch
            .manager
            .get("/api/cases?text=fw-2026")
            .send()
            .await
            .body;
        assert_eq!(ids(&lower).len(), 2, "by the number");
    })
    .await;
}
