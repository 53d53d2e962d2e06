//! Finding: by every spelling, and what an older program left without an entry.

use domain::access::Role;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::{Place, TestDb, World, on_both_engines};

use crate::client::Client;
use crate::master_data::Desk;
use crate::subjects::create;

/// The kinds of what is found, each once.
async fn kinds(client: &Client, words: &str) -> Vec<String> {
    let found = client.get(&format!("/api/search?q={words}")).send().await;
    let mut kinds: Vec<String> = items(&found.body)
        .iter()
        .map(|hit| hit["kind"].as_str().unwrap().to_owned())
        .collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

fn items(body: &Value) -> &Vec<Value> {
    body["items"].as_array().unwrap()
}

async fn listed(client: &Client, path: &str) -> usize {
    items(&client.get(path).send().await.body).len()
}

/// A customer with a contact, a product, a unit with a component, a case, and a person.
async fn furnish(world: &World, desk: &Desk) {
    let customer = json!({ "kind": "organisation", "name": "江苏华兴机械", "phone": "025-66660001", "branch": world.east });
    let customer = create(&desk.manager, "/api/customers", customer).await;
    let contacts = format!(
        "/api/customers/{}/contacts",
        customer["id"].as_str().unwrap()
    );
    create(&desk.manager, &contacts, json!({ "name": "吕建国" })).await;
    let product = json!({ "model": "KX-20 B", "name": "数控车床" });
    create(&desk.manager, "/api/products", product).await;
    let unit = create(&desk.manager, "/api/units", desk.unit("AB-12 34")).await;
    let components = format!("/api/units/{}/components", unit["id"].as_str().unwrap());
    let bulb = json!({ "class": "bulb", "serial": "QZ/77-8" });
    create(&desk.manager, &components, bulb).await;
    let plan = json!({ "from": { "origin": "blank", "title": "远大中央空调", "trade": "x" } });
    create(&desk.manager, "/api/plans", plan).await;
    let administrator = Client::signed_in(&desk.service, Role::Administrator, Place::East).await;
    let person =
        json!({ "name": "林巧云", "org": world.east, "roles": ["engineer"], "skills": [] });
    let person =
        json!({ "login": "lin.qiao", "password": "correct horse battery", "person": person });
    create(&administrator, "/api/people", person).await;
}

/// What must be found once things are, and where.
const FOUND: [(&str, &str); 9] = [
    ("AB1234", "unit"),
    ("b12", "unit"),
    ("ab-12", "unit"),
    ("qz778", "unit"),
    ("02566660001", "customer"),
    ("huaxing", "customer"),
    ("hxjx", "customer"),
    ("lvjianguo", "contact"),
    ("lqy", "person"),
];

async fn all_is_found(desk: &Desk) {
    for (words, kind) in FOUND {
        let found = kinds(&desk.manager, words).await;
        assert!(found.iter().any(|one| one == kind), "{words}: {found:?}");
    }
    for words in ["ydzy", "zhongyangkongtiao"] {
        assert_eq!(kinds(&desk.manager, words).await, ["plan"], "{words}");
    }
    for words in ["kx20b", "skcc", "shukong"] {
        let path = format!("/api/products?q={words}");
        assert_eq!(listed(&desk.manager, &path).await, 1, "{words}");
    }
    assert_eq!(listed(&desk.manager, "/api/people?q=linqiao").await, 1);
    assert_eq!(listed(&desk.manager, "/api/customers?q=jshx").await, 1);
}

/// Takes away what this program makes things findable by, as if an older one had written them.
async fn age(db: &TestDb) {
    for sql in [
        "UPDATE search_doc SET kind = kind || '-' || doc WHERE kind <> 'unit'",
        "UPDATE search_doc SET text = 'x', recipe = 0",
        "UPDATE person SET find_key = LOWER(name)",
        "UPDATE product SET find_key = ''",
    ] {
        db.execute(sql).await.unwrap();
    }
}

/// Works as a worker does, as long as the index is being written; returns in how many steps.
async fn fill(world: &World) -> usize {
    app::work::prepare(&world.app).await.unwrap();
    let mut steps = 0;
    loop {
        let claims = app::work::claim(&world.app, 100).await.unwrap();
        let claims = claims.into_iter();
        let Some(claim) = claims.into_iter().find(|one| one.kind == app::search::FILL) else {
            return steps;
        };
        app::search::fill(&world.app, claim).await.unwrap();
        steps += 1;
        assert!(steps < 100, "it ends");
    }
}

#[tokio::test]
async fn everything_is_found_by_its_codes_and_by_how_its_name_is_spelled() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        furnish(&world, &desk).await;
        all_is_found(&desk).await;
        let stranger = Client::signed_in(&desk.service, Role::ServiceManager, Place::West).await;
        for (words, _) in FOUND {
            assert_eq!(
                kinds(&stranger, words).await,
                Vec::<String>::new(),
                "{words}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn what_an_older_program_left_unfindable_is_written_once_in_the_background() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        furnish(&world, &desk).await;
        age(db).await;
        assert_eq!(kinds(&desk.manager, "huaxing").await, Vec::<String>::new());
        assert_eq!(kinds(&desk.manager, "AB1234").await, Vec::<String>::new());
        assert!(fill(&world).await > 0);
        all_is_found(&desk).await;
        age(db).await;
        assert_eq!(fill(&world).await, 0, "once is enough");
    })
    .await;
}

#[tokio::test]
async fn a_fill_that_was_interrupted_goes_on_where_it_was() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let rows: Vec<String> = (0..450).map(|number| format!("海棠{number}号厂")).collect();
        let path = "/api/sheets/customers/import?step=commit";
        let call = desk.manager.call(axum::http::Method::POST, path);
        let csv = format!("客户名称\n{}\n", rows.join("\n"));
        let done = call.bytes("application/octet-stream", csv).send().await;
        assert_eq!(done.body["new_rows"], 450, "{}", done.body);
        age(db).await;
        app::work::prepare(&world.app).await.unwrap();
        let due = async || {
            let claims = app::work::claim(&world.app, 100).await.unwrap();
            claims
                .into_iter()
                .find(|one| one.kind == app::search::FILL)
                .unwrap()
        };
        app::search::fill(&world.app, due().await).await.unwrap();
        // A worker takes the next step and dies with it.
        let lost = due().await;
        assert!(lost.mark.starts_with("customer:"), "{}", lost.mark);
        world.clock.advance(SignedDuration::from_hours(1));
        let steps = fill(&world).await;
        assert!((3..10).contains(&steps), "{steps} steps");
        assert_eq!(kinds(&desk.manager, "haitang").await, ["customer"]);
        assert_eq!(listed(&desk.manager, "/api/customers?q=ht449hc").await, 1);
        assert_eq!(listed(&desk.manager, "/api/customers?q=ht0hc").await, 1);
    })
    .await;
}

#[tokio::test]
async fn units_are_found_by_the_new_name_of_what_they_are_named_after() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let manager = &desk.manager;
        let site = json!({ "name": "Pier", "address": "Quay 1" });
        let customer = format!("/api/customers/{}", desk.customer);
        let site = create(manager, &format!("{customer}/sites"), site).await;
        let mut fields = desk.unit("S-0");
        fields["site"] = site["id"].clone();
        create(manager, "/api/units", fields).await;
        let contact = json!({ "name": "Guo" });
        create(manager, &format!("{customer}/contacts"), contact).await;
        let rows: Vec<String> = (1..450).map(|number| format!("P-100,S-{number},云栖酒店")).collect();
        let csv = format!("产品型号,序列号,客户\n{}\n", rows.join("\n"));
        let path = "/api/sheets/units/import?step=commit";
        let call = manager.call(axum::http::Method::POST, path);
        let done = call.bytes("application/octet-stream", csv).send().await;
        assert_eq!(done.body["new_rows"], 449, "{}", done.body);

        let named = json!({ "kind": "organisation", "name": "Zebraqux", "phone": "010-8888 6666", "branch": world.east });
        let renamed = manager.put(&customer, &named).version(1).send().await;
        assert!(renamed.status.is_success(), "{}", renamed.body);
        let products = manager.get("/api/products").send().await.body;
        let product = items(&products)[0]["id"].as_str().unwrap();
        let classes = json!([{ "class": "bulb", "label": "灯泡" }]);
        let fields = json!({ "model": "Yttrium-9", "name": "投影机", "component_classes": classes });
        let renamed = manager.put(&format!("/api/products/{product}"), &fields).version(1).send().await;
        assert!(renamed.status.is_success(), "{}", renamed.body);
        let fields = json!({ "name": "Wexford", "address": "Quay 1" });
        let path = format!("/api/sites/{}", site["id"].as_str().unwrap());
        let renamed = manager.put(&path, &fields).version(1).send().await;
        assert!(renamed.status.is_success(), "{}", renamed.body);

        assert!(listed(manager, "/api/units?q=Zebraqux&limit=200").await > 0, "some at once");
        let mut steps = 0;
        loop {
            let claims = app::work::claim(&world.app, 100).await.unwrap();
            let follow = claims.into_iter().filter(|one| one.kind == app::search::FOLLOW);
            let follow: Vec<_> = follow.collect();
            if follow.is_empty() {
                break;
            }
            for claim in follow {
                app::search::follow_on(&world.app, claim).await.unwrap();
                steps += 1;
                assert!(steps < 100, "it ends");
            }
        }
        for words in ["Zebraqux", "Yttrium-9"] {
            for number in ["S-0", "S-449", "S-250"] {
                let path = format!("/api/units?q={words}%20{number}");
                assert!(listed(manager, &path).await > 0, "{path}");
            }
        }
        assert_eq!(listed(manager, "/api/units?q=Wexford").await, 1);
        for words in ["%E4%BA%91%E6%A0%96", "P-100", "Pier"] {
            assert_eq!(listed(manager, &format!("/api/units?q={words}")).await, 0, "{words}");
        }
        // A customer who moves to another branch takes the people there along.
        let moved = json!({ "kind": "organisation", "name": "Zebraqux", "phone": "010-8888 6666", "branch": world.outlet });
        let version = manager.get(&customer).send().await.body["version"].as_i64().unwrap();
        let moved = manager.put(&customer, &moved).version(version).send().await;
        assert!(moved.status.is_success(), "{}", moved.body);
        let mut read = world.app.db.read().await.unwrap();
        let outlet = store::Scope::Branch(world.outlet.to_string());
        let found = store::search::find(&mut read, "guo", &outlet, &["contact"], 10).await.unwrap();
        assert_eq!(found.len(), 1);
    })
    .await;
}
