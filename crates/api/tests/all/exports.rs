//! What is taken away as a workbook is what the list shows: the same rows under the same filter, for each person.

use std::collections::BTreeSet;
use std::io::Read as _;

use axum::Router;
use axum::http::StatusCode;
use domain::access::Role;
use http_body_util::BodyExt as _;
use testkit::{Place, World, on_both_engines};

use crate::client::{Client, service};
use crate::subjects::{Subjects, subjects};

/// A list with the field that names its rows, and the workbook of the same rows.
const LISTS: [(&str, &str, &str); 5] = [
    ("/api/customers", "number", "/api/sheets/customers/export"),
    ("/api/units", "number", "/api/sheets/units/export"),
    ("/api/products", "model", "/api/sheets/products/export"),
    ("/api/cases", "number", "/api/cases/export"),
    ("/api/ledger/rows", "number", "/api/ledger/export"),
];

#[tokio::test]
async fn a_workbook_holds_the_rows_of_its_list_and_no_others() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let (east, west) = (
            subjects(&service, &world, Place::East).await,
            subjects(&service, &world, Place::West).await,
        );
        let executive = Client::signed_in(&service, Role::Executive, Place::East).await;
        let mut compared = 0;
        for (list, field, workbook) in LISTS {
            let everything = listed(&executive, list, "", field)
                .await
                .expect("an executive sees all");
            assert!(!everything.is_empty(), "{list} lists something");
            for (who, client) in people(&service, &east).await {
                for filter in filters(list, &east, &west) {
                    let shown = listed(&client, list, &filter, field).await;
                    let taken = taken(&client, workbook, &filter, &everything).await;
                    match (shown, taken) {
                        (Some(shown), Some(taken)) => {
                            compared += 1;
                            assert_eq!(shown, taken, "{who}: {list}?{filter}");
                        }
                        // Some may look and not take away; nobody takes away what they may not look at.
                        (_, None) => {}
                        (None, Some(_)) => panic!("{who} takes away {list}?{filter}"),
                    }
                }
            }
        }
        assert!(compared > 40, "only {compared} workbooks");
    })
    .await;
}

/// One person of each role in the east, and the manager of the west.
async fn people(service: &Router, east: &Subjects) -> Vec<(String, Client)> {
    let mut people = Vec::new();
    for role in Role::ALL {
        let client = if *role == Role::Customer {
            Client::with_password(service, &east.customer_login, World::PASSWORD).await
        } else {
            Client::signed_in(service, *role, Place::East).await
        };
        people.push((format!("{role:?}"), client));
    }
    let far = Client::signed_in(service, Role::ServiceManager, Place::West).await;
    people.push(("the manager of the west".to_owned(), far));
    people
}

/// No filter, one that names the own branch's things, one that names the other's, and words.
fn filters(list: &str, east: &Subjects, west: &Subjects) -> Vec<String> {
    let mut filters = vec![String::new()];
    for subjects in [east, west] {
        let id = |name: &str| subjects.ids[name].clone();
        match list {
            "/api/units" => filters.push(format!("customer={}", id("customers"))),
            "/api/cases" => {
                filters.push(format!("customer={}", id("customers")));
                filters.push(format!("unit={}", id("units")));
                filters.push(format!("branch={}", id("org")));
            }
            "/api/ledger/rows" => {
                filters.push(format!("customer={}", id("customers")));
                filters.push(format!("agreement={}", id("agreements")));
                filters.push(format!("branch={}", id("org")));
            }
            _ => {}
        }
    }
    match list {
        "/api/customers" | "/api/units" | "/api/products" => {
            filters.extend(["q=Hotel", "q=S-", "q=Lift", "q=nothing"].map(str::to_owned));
        }
        "/api/cases" => {
            filters.extend(["text=picture", "ended=true", "mine=true"].map(str::to_owned));
        }
        _ => filters.extend(["state=kept", "from=2020-01-01&to=2020-12-31"].map(str::to_owned)),
    }
    filters
}

/// What the list shows, page by page; nothing for those who may not look.
async fn listed(
    client: &Client,
    list: &str,
    filter: &str,
    field: &str,
) -> Option<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut after = String::new();
    for _ in 0..50 {
        let page = client
            .get(&format!("{list}?limit=5&{filter}{after}"))
            .send()
            .await;
        if page.status != StatusCode::OK {
            return None;
        }
        let items = page.body["items"].as_array().expect("a page has items");
        found.extend(
            items
                .iter()
                .map(|item| item[field].as_str().expect("a name").to_owned()),
        );
        let Some(next) = page.body["next"].as_str() else {
            return Some(found);
        };
        after = format!("&after={next}");
    }
    panic!("{list} has no end");
}

/// Which of all names stand in the workbook; nothing for those who may not take it away.
async fn taken(
    client: &Client,
    path: &str,
    filter: &str,
    everything: &BTreeSet<String>,
) -> Option<BTreeSet<String>> {
    let answer = client.get(&format!("{path}?{filter}")).open().await;
    if answer.status() != StatusCode::OK {
        return None;
    }
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    let texts = texts(&bytes);
    Some(
        everything
            .iter()
            .filter(|name| texts.contains(*name))
            .cloned()
            .collect(),
    )
}

/// Every text of a workbook.
pub(crate) fn texts(bytes: &[u8]) -> BTreeSet<String> {
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut shared = String::new();
    book.by_name("xl/sharedStrings.xml")
        .expect("its texts")
        .read_to_string(&mut shared)
        .unwrap();
    shared
        .split("</t>")
        .filter_map(|part| part.rsplit_once('>'))
        .map(|(_, text)| text.to_owned())
        .collect()
}

#[tokio::test]
async fn a_workbook_says_what_the_screen_says() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        subjects(&service, &world, Place::East).await;
        let executive = Client::signed_in(&service, Role::Executive, Place::East).await;
        for (language, words) in [
            ("zh-CN", ["进度", "设备", "方案", "新报修"]),
            ("en", ["Progress", "Unit", "Plan", "new"]),
        ] {
            let call = executive.get("/api/cases/export");
            let answer = call.header("accept-language", language).open().await;
            let bytes = answer.into_body().collect().await.unwrap().to_bytes();
            let texts = texts(&bytes);
            for word in words {
                assert!(texts.contains(word), "{word}: {texts:?}");
            }
        }
        let listed = executive.get("/api/cases").send().await.body;
        let counted = executive.get("/api/cases/count").send().await.body;
        let items = listed["items"].as_array().unwrap();
        assert_eq!(counted["count"], items.len(), "{counted}");
        let ended = executive
            .get("/api/cases?phase=cancelled&text=picture")
            .send()
            .await;
        assert_eq!(ended.status, StatusCode::OK, "{}", ended.body);
    })
    .await;
}

#[tokio::test]
async fn a_workbook_masks_the_numbers_that_the_screen_masks() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        let east = subjects(&service, &world, Place::East).await;
        let case = format!("/api/cases/{}", east.ids["cases"]);
        let (mut whole, mut masked) = (0, 0);
        for (who, client) in people(&service, &east).await {
            let seen = client.get(&case).send().await;
            let answer = client.get("/api/cases/export").open().await;
            if seen.status != StatusCode::OK || answer.status() != StatusCode::OK {
                continue;
            }
            let bytes = answer.into_body().collect().await.unwrap().to_bytes();
            let (texts, phone) = (texts(&bytes), seen.body["slip"]["phone"].as_str().unwrap());
            assert!(texts.contains(phone), "{who}: {phone}");
            let is_whole = phone == "13800000000";
            assert_eq!(texts.contains("13800000000"), is_whole, "{who}");
            *(if is_whole { &mut whole } else { &mut masked }) += 1;
        }
        assert!(whole > 2 && masked > 1, "{whole} {masked}");
    })
    .await;
}

#[tokio::test]
async fn who_took_master_data_away_is_in_the_audit_log() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = service(&world);
        subjects(&service, &world, Place::East).await;
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        let auditor = Client::signed_in(&service, Role::Auditor, Place::East).await;
        for book in ["customers", "units", "products"] {
            manager
                .get(&format!("/api/sheets/{book}/export?q=S"))
                .bytes_of()
                .await;
            let path = format!("/api/audit?kind=spreadsheet&subject={book}");
            let log = auditor.get(&path).send().await.body;
            let entry = &log["items"][0];
            assert_eq!(entry["action"], "data.export", "{log}");
            assert_eq!(entry["detail"]["filter"]["q"], "S", "{log}");
            assert!(entry["detail"]["rows"].is_number(), "{log}");
        }
    })
    .await;
}
