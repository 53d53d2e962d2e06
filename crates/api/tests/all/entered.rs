//! What is entered twice, for another year or against what is known is told before it is kept.

use axum::http::{Method, StatusCode};
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Answer, Client};
use crate::master_data::Desk;
use crate::subjects::create;

async fn import(client: &Client, book: &str, csv: &str) -> Answer {
    let path = format!("/api/sheets/{book}/import?step=commit");
    let call = client.call(Method::POST, &path);
    call.bytes("application/octet-stream", csv.to_owned())
        .send()
        .await
}

fn message(answer: &Answer) -> &str {
    let first = &answer.body["errors"][0]["message"];
    first.as_str().unwrap_or_else(|| panic!("{}", answer.body))
}

#[tokio::test]
async fn a_serial_number_is_one_however_it_is_typed() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let first = create(&desk.manager, "/api/units", desk.unit("SN-001")).await;
        for (key, twin) in ["sn-001", "ＳＮ－００１", "SN 001", "SN001"]
            .iter()
            .enumerate()
        {
            let call = desk.manager.post("/api/units", &desk.unit(twin));
            let refused = call.key(&format!("twin-{key}")).send().await;
            assert_eq!(refused.pointer(), "/serial", "{twin}: {}", refused.body);
            let number = first["number"].as_str().unwrap();
            assert!(message(&refused).contains(number), "{}", refused.body);
        }
        create(&desk.manager, "/api/units", desk.unit("SN-0010")).await;
        let csv = "产品型号,序列号,客户编号或名称,验收日期,保修卡,购买凭证\n\
            P-100,sn001,云栖酒店,2026-01-05,有,无\n\
            P-100,SN-7,云栖酒店,,,\n\
            P-100,sn 7,云栖酒店,,,\n";
        let told = import(&desk.manager, "units", csv).await.body;
        assert_eq!(told["known_rows"], 1, "{told}");
        assert_eq!(told["problems"][0]["line"], 4, "{told}");
        assert_eq!(told["bad_rows"], 1, "{told}");
    })
    .await;
}

#[tokio::test]
async fn another_branchs_numbers_are_told_to_nobody() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let east = create(&desk.manager, "/api/units", desk.unit("SN-1")).await;
        let number = east["number"].as_str().unwrap();
        let west = Client::signed_in(&desk.service, Role::ServiceManager, Place::West).await;
        let buyer = json!({ "kind": "organisation", "name": "西湖宾馆", "branch": world.west });
        let buyer = create(&west, "/api/customers", buyer).await;
        let mut unit = desk.unit("SN-1");
        unit["customer"] = buyer["id"].clone();
        let refused = west.post("/api/units", &unit).key("west").send().await;
        assert_eq!(refused.pointer(), "/serial", "{}", refused.body);
        assert!(
            !refused.body.to_string().contains(number),
            "{}",
            refused.body
        );
        let csv = "产品型号,序列号,客户编号或名称,验收日期\nP-100,SN-1,西湖宾馆,2026-01-05\n";
        let told = import(&west, "units", csv).await.body;
        assert_eq!(told["bad_rows"], 1, "{told}");
        assert!(!told.to_string().contains(number), "{told}");
    })
    .await;
}

#[tokio::test]
async fn a_day_for_another_year_is_a_slip_of_the_pen() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let unit = |kind: &str, day: &str| {
            let mut unit = desk.unit("SN-1");
            unit["dates"] = json!({ kind: day });
            unit
        };
        for (kind, day) in [
            ("installed", "2062-11-22"),
            ("accepted", "2027-11-23"),
            ("manufactured", "2026-11-24"),
            ("contract", "2036-11-23"),
        ] {
            let call = desk.manager.post("/api/units", &unit(kind, day));
            let refused = call.key(kind).send().await;
            assert_eq!(
                refused.pointer(),
                format!("/dates/{kind}"),
                "{}",
                refused.body
            );
        }
        let planned = create(&desk.manager, "/api/units", unit("installed", "2027-03-01")).await;
        assert_eq!(planned["dates"]["installed"], "2027-03-01");
        let csv = "产品型号,序列号,客户编号或名称,安装日期\nP-100,SN-9,云栖酒店,2062-11-22\n";
        let told = import(&desk.manager, "units", csv).await.body;
        assert_eq!(told["problems"][0]["column"], "Installed", "{told}");
    })
    .await;
}

#[tokio::test]
async fn a_customer_who_is_likely_on_file_stands_in_the_way_until_somebody_insists() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let twin = json!({ "kind": "organisation", "name": "云栖酒店", "phone": "01088886666", "branch": world.east });
        let refused = desk.manager.post("/api/customers", &twin).key("t").send().await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
        assert_eq!(refused.body["existing"][0]["id"], desk.customer.as_str());
        let insisting = desk.manager.post("/api/customers?all_the_same=true", &twin);
        let made = insisting.key("u").send().await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        // A company of that name is likely the same whatever its number; many people are called alike.
        let branch = &world.east;
        for (kind, name, phone, status) in [
            ("organisation", "云栖酒店", "01088886667", StatusCode::CONFLICT),
            ("consumer", "王丽", "13800000001", StatusCode::CREATED),
            ("consumer", "王丽", "13800000002", StatusCode::CREATED),
            ("consumer", "王丽", "13800000002", StatusCode::CONFLICT),
        ] {
            let other = json!({ "kind": kind, "name": name, "phone": phone, "branch": branch });
            let answer = desk.manager.post("/api/customers", &other);
            let key = format!("{kind}{phone}{}", status.as_u16());
            let answer = answer.key(&key).send().await;
            assert_eq!(answer.status, status, "{}", answer.body);
        }
        // Whoever may not see the first one is not told that it is there.
        let west = Client::signed_in(&desk.service, Role::ServiceManager, Place::West).await;
        let twin = json!({ "kind": "organisation", "name": "云栖酒店", "phone": "01088886666", "branch": world.west });
        create(&west, "/api/customers", twin).await;
    })
    .await;
}

#[tokio::test]
async fn a_distance_has_one_region_and_finds_it_by_itself() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let admin = Client::signed_in(&desk.service, Role::Administrator, Place::East).await;
        let region = |key: &str, label: &str, from: Value, to: Value, branch: Value| {
            json!({ "key": key, "region": { "label": label, "from_km": from, "to_km": to, "branch": branch } })
        };
        let (east, west) = (json!(world.east), json!(world.west));
        let near = region("near", "近郊", json!(0), json!(50), east.clone());
        create(&admin, "/api/regions", near).await;
        for (key, label, from, pointer) in [
            ("near-2", "远郊", 49, "/from_km"),
            ("near-3", "近郊", 50, "/label"),
        ] {
            let given = region(key, label, json!(from), Value::Null, east.clone());
            let refused = admin.post("/api/regions", &given).key(key).send().await;
            assert_eq!(refused.pointer(), pointer, "{}", refused.body);
        }
        let far = region("far", "远郊", json!(50), Value::Null, east);
        create(&admin, "/api/regions", far).await;
        let elsewhere = region("west", "西区", json!(0), json!(80), west);
        create(&admin, "/api/regions", elsewhere).await;
        let sites = format!("/api/customers/{}/sites", desk.customer);
        let site = |name: &str, region: Value, km: i64| json!({ "name": name, "address": "青浦路 1 号", "region": region, "distance_km": km });
        let filled = create(&desk.manager, &sites, site("一厂", Value::Null, 50)).await;
        assert_eq!(filled["region"], "far");
        let against = desk.manager.post(&sites, &site("二厂", json!("near"), 50));
        let refused = against.key("s").send().await;
        assert_eq!(refused.pointer(), "/distance_km", "{}", refused.body);
        create(&desk.manager, &sites, site("二厂", json!("near"), 49)).await;
        let csv = "客户名称,客户电话,地点名称,地点地址,服务区域,距离（公里）\n\
            海棠制药,021-6666 0001,一厂,青浦路 1 号,近郊,50\n";
        let told = import(&desk.manager, "customers", csv).await.body;
        assert_eq!(told["bad_rows"], 1, "{told}");
    })
    .await;
}

#[tokio::test]
async fn two_places_below_one_have_two_names() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let admin = Client::signed_in(&desk.service, Role::Administrator, Place::East).await;
        let place = |name: &str| json!({ "parent": world.east, "kind": "branch", "name": name });
        let first = create(&admin, "/api/org", place("城南站")).await;
        let refused = admin
            .post("/api/org", &place(" 城南站 "))
            .key("n")
            .send()
            .await;
        assert_eq!(refused.pointer(), "/name", "{}", refused.body);
        let second = create(&admin, "/api/org", place("城北站")).await;
        let path = format!("/api/org/{}", second["id"].as_str().unwrap());
        let renamed = json!({ "name": "城南站", "parent": world.east });
        let refused = admin.put(&path, &renamed).version(1).send().await;
        assert_eq!(refused.pointer(), "/name", "{}", refused.body);
        // Below another place the name is free, and a place may be called what it is called.
        let elsewhere = json!({ "parent": first["id"], "kind": "outlet", "name": "城南站" });
        create(&admin, "/api/org", elsewhere).await;
        let moved = json!({ "name": "城南站", "parent": world.company });
        let path = format!("/api/org/{}", first["id"].as_str().unwrap());
        let done = admin.put(&path, &moved).version(1).send().await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    })
    .await;
}

#[tokio::test]
async fn a_quotation_mark_left_open_swallows_no_rows() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let csv = "客户名称,客户类型,客户电话,客户备注\n\
            导测A,单位,01088880001,\"备注未闭合\n\
            导测B,单位,01088880002,\n\
            导测C,单位,01088880003,\n";
        let refused = import(&desk.manager, "customers", csv).await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            refused.body
        );
        assert!(message(&refused).contains("line 2"), "{}", refused.body);
        let word = "客户名称,客户类型\n导测A,公司\n";
        let told = import(&desk.manager, "customers", word).await.body;
        let text = told["problems"][0]["text"].as_str().unwrap();
        assert!(text.contains("Organisation, Consumer"), "{text}");
        assert!(!text.contains("单位"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn a_photo_is_a_picture_and_no_file_is_empty() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let unit = create(&desk.manager, "/api/units", desk.unit("SN-1")).await;
        let archive = format!("/api/units/{}/archive", unit["id"].as_str().unwrap());
        let send = async |record: &str, kind: &str, bytes: &str| {
            let path = format!("{archive}?name=x&record={record}");
            let call = desk.manager.call(Method::POST, &path);
            call.bytes(kind, bytes.to_owned()).send().await.status
        };
        assert_eq!(
            send("photo", "image/png", "hello").await,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(
            send("nameplate", "text/plain", "hello").await,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(
            send("drawing", "image/jpeg", "hello").await,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(
            send("other", "text/plain", "").await,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(
            send("other", "text/plain", "hello").await,
            StatusCode::CREATED
        );
        assert_eq!(
            send("photo", "image/gif", "GIF89a").await,
            StatusCode::CREATED
        );
    })
    .await;
}

#[tokio::test]
async fn everything_is_found_in_one_place_and_telephones_with_their_dashes() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let admin = Client::signed_in(&desk.service, Role::Administrator, Place::East).await;
        let region =
            json!({ "key": "harbour", "region": { "label": "港口片区", "branch": world.east } });
        create(&admin, "/api/regions", region).await;
        let place = json!({ "parent": world.east, "kind": "branch", "name": "临港服务站" });
        create(&admin, "/api/org", place).await;
        let kinds = async |client: &Client, words: &str| {
            let found = client
                .get(&format!("/api/search?q={words}"))
                .send()
                .await
                .body;
            let items = found["items"].as_array().unwrap().clone();
            let mut kinds: Vec<String> = items
                .iter()
                .map(|hit| hit["kind"].as_str().unwrap().to_owned())
                .collect();
            kinds.dedup();
            kinds
        };
        for (words, kind) in [
            ("p100", "product"),
            ("touyingji", "product"),
            ("gangkou", "region"),
            ("harbour", "region"),
            ("lgfwz", "org_unit"),
            ("cn-office", "calendar"),
            ("010-8888-6666", "customer"),
            ("%2B86%20010%208888%206666", "customer"),
        ] {
            assert_eq!(kinds(&desk.manager, words).await, [kind], "{words}");
        }
        // People of the company see its regions and its tree wherever they work; an outlet sees its own place.
        let west = Client::signed_in(&desk.service, Role::ServiceManager, Place::West).await;
        assert_eq!(kinds(&west, "gangkou").await, ["region"]);
        assert_eq!(kinds(&west, "lgfwz").await, ["org_unit"]);
        let outlet = Client::signed_in(&desk.service, Role::PartnerOutlet, Place::West).await;
        assert_eq!(kinds(&outlet, "lgfwz").await, Vec::<String>::new());
    })
    .await;
}
