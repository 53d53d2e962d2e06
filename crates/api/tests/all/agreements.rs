//! Agreements through the API: done, refused, repeated.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Answer, Client, service};
use crate::subjects::{Subjects, subjects};

/// A manager of the east with a customer, a unit under an agreement, and a published plan.
struct Desk {
    manager: Client,
    own: Subjects,
}

impl Desk {
    async fn open(world: &World) -> Self {
        let service = service(world);
        Self {
            own: subjects(&service, world, Place::East).await,
            manager: Client::signed_in(&service, Role::ServiceManager, Place::East).await,
        }
    }

    fn fields(&self) -> Value {
        json!({ "kind": "maintenance_contract", "title": "维保合同", "plan_version": self.own.ids["plan-versions"],
            "starts_on": "2026-01-01", "ends_on": "2026-12-31", "contract_fen": 1_200_000,
            "terms": { "answers": { "warranty-term": "months:24", "rates": "list", "locations": "east", "early-minutes": "120", "late-minutes": "0" } },
            "units": [self.own.ids["units"]], "sites": [self.own.ids["sites"]] })
    }

    async fn sign(&self, key: &str, fields: &Value) -> Answer {
        let body = json!({ "customer": self.own.ids["customers"], "agreement": fields });
        self.manager
            .post("/api/agreements", &body)
            .key(key)
            .send()
            .await
    }

    async fn step(&self, agreement: &Value, verb: &str, body: Value) -> Answer {
        let path = format!(
            "/api/agreements/{}/{verb}",
            agreement["id"].as_str().unwrap()
        );
        let version = agreement["version"].as_i64().unwrap();
        let key = format!(
            "{verb}-{version}-{}",
            body["ends_on"].as_str().unwrap_or("none")
        );
        let call = self.manager.post(&path, &body).version(version);
        if verb == "renew" {
            call.key(&key).send().await
        } else {
            call.send().await
        }
    }

    async fn change(&self, agreement: &Value, fields: &Value) -> Answer {
        let path = format!("/api/agreements/{}", agreement["id"].as_str().unwrap());
        let version = agreement["version"].as_i64().unwrap();
        self.manager
            .put(&path, fields)
            .version(version)
            .send()
            .await
    }

    async fn unit(&self) -> Value {
        self.manager
            .get(&format!("/api/units/{}", self.own.ids["units"]))
            .send()
            .await
            .body
    }
}

#[tokio::test]
async fn an_agreement_is_signed_once_and_puts_its_units_under_it() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        // The unit has an agreement already; the one signed later takes its place.
        world.clock.advance(jiff::SignedDuration::from_secs(1));
        let signed = desk.sign("a", &desk.fields()).await;
        assert_eq!(signed.status, StatusCode::CREATED, "{}", signed.body);
        assert_eq!(
            (&signed.body["standing"], &signed.body["contract_fen"]),
            (&json!("running"), &json!(1_200_000))
        );
        let again = desk.sign("a", &desk.fields()).await;
        assert_eq!(again.body["id"], signed.body["id"]);
        assert_eq!(
            desk.unit().await["agreement"],
            signed.body["id"],
            "the latest that lists it"
        );
        let clauses = signed.body["clauses"].as_array().unwrap();
        let term = clauses
            .iter()
            .find(|clause| clause["clause"]["id"] == "term" || clause["id"] == "term")
            .unwrap();
        assert!(term.to_string().contains("months:24"), "{term}");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_signed_names_every_wrong_field() {
    type Spoil<'a> = Box<dyn Fn(&mut Value) + 'a>;
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let strange = subjects(&service(&world), &world, Place::West).await;
        let spoils: Vec<(&str, Spoil<'_>)> = vec![
            ("/agreement/title", Box::new(|it| it["title"] = json!(" "))),
            ("/agreement/ends_on", Box::new(|it| it["ends_on"] = json!("2025-12-31"))),
            ("/agreement/starts_on", Box::new(|it| it["starts_on"] = json!("2026-02-30"))),
            ("/agreement/contract_fen", Box::new(|it| it["contract_fen"] = json!(-1))),
            ("/agreement/units/0", Box::new(|it| it["units"] = json!([strange.ids["units"]]))),
            ("/agreement/sites/0", Box::new(|it| it["sites"] = json!([strange.ids["sites"]]))),
            ("/agreement/org", Box::new(|it| it["org"] = json!(strange.ids["org"]))),
            ("/agreement/plan_version", Box::new(|it| it["plan_version"] = json!("pver_00000000000000000000000000000009"))),
            ("/agreement/terms/answers/warranty-term", Box::new(|it| it["terms"]["answers"]["warranty-term"] = json!("soon"))),
            ("/agreement/terms", Box::new(|it| it["terms"] = json!({}))),
            ("/agreement/terms/answers/colour", Box::new(|it| it["terms"]["answers"]["colour"] = json!("red"))),
            ("/agreement/terms/overrides/0", Box::new(|it| it["terms"]["overrides"] =
                json!([{ "clause": "nothing", "value": { "what": "term", "term": "months:36" } }]))),
            ("/agreement/terms/service_level", Box::new(|it| it["terms"]["service_level"] = json!("gold"))),
        ];
        let before = desk.manager.get("/api/agreements").send().await.body["items"].clone();
        for (number, (pointer, spoil)) in spoils.iter().enumerate() {
            let mut fields = desk.fields();
            spoil(&mut fields);
            let answer = desk.sign(&format!("bad-{number}"), &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{pointer}: {}", answer.body);
            assert!(answer.pointer().starts_with(pointer), "{pointer}: {}", answer.body);
        }
        let mut fields = desk.fields();
        fields["title"] = json!("");
        fields["contract_fen"] = json!(-5);
        fields["units"] = json!([strange.ids["units"]]);
        let answer = desk.sign("bad-all", &fields).await;
        assert_eq!(answer.body["errors"].as_array().map(Vec::len), Some(3), "{}", answer.body);
        assert_eq!(desk.manager.get("/api/agreements").send().await.body["items"], before);
    })
    .await;
}

#[tokio::test]
async fn a_change_is_made_from_its_version_and_a_released_unit_loses_the_agreement() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let signed = desk.sign("a", &desk.fields()).await.body;
        let same = desk.change(&signed, &desk.fields()).await;
        assert_eq!(
            (same.status, &same.body["version"]),
            (StatusCode::OK, &signed["version"])
        );
        let mut fields = desk.fields();
        fields["title"] = json!("Another");
        let changed = desk.change(&signed, &fields).await;
        assert_eq!(
            (changed.status, &changed.body["title"]),
            (StatusCode::OK, &json!("Another")),
            "{}",
            changed.body
        );
        assert_eq!(desk.change(&signed, &fields).await.problem(), "stale");
        fields["units"] = json!([]);
        let released = desk.change(&changed.body, &fields).await;
        assert_eq!(released.status, StatusCode::OK, "{}", released.body);
        assert_eq!(
            desk.unit().await["agreement"],
            json!(desk.own.ids["agreements"]),
            "the one that still lists it"
        );
        let first = desk
            .manager
            .get(&format!("/api/agreements/{}", desk.own.ids["agreements"]))
            .send()
            .await
            .body;
        let mut fields = desk.fields();
        fields["units"] = json!([]);
        let released = desk.change(&first, &fields).await;
        assert_eq!(released.status, StatusCode::OK, "{}", released.body);
        assert_eq!(
            desk.unit().await["agreement"],
            Value::Null,
            "no agreement lists it any more"
        );
    })
    .await;
}

#[tokio::test]
async fn an_agreement_ends_once_within_its_term() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let signed = desk.sign("a", &desk.fields()).await.body;
        for (on, reason, pointer) in [
            ("2025-12-31", "sold", "/on"),
            ("2027-01-01", "sold", "/on"),
            ("2026-11-30", " ", "/reason"),
        ] {
            let refused = desk
                .step(&signed, "end", json!({ "on": on, "reason": reason }))
                .await;
            assert_eq!(
                (refused.status, refused.pointer()),
                (StatusCode::UNPROCESSABLE_ENTITY, pointer),
                "{}",
                refused.body
            );
        }
        let end = json!({ "on": "2026-11-21", "reason": "楼已出售" });
        let ended = desk.step(&signed, "end", end.clone()).await;
        assert_eq!(
            (ended.status, &ended.body["standing"]),
            (StatusCode::OK, &json!("ended")),
            "{}",
            ended.body
        );
        let path = format!("/api/agreements/{}/end", signed["id"].as_str().unwrap());
        let again = desk.manager.post(&path, &end).version(1).send().await;
        assert_eq!(
            (again.status, &again.body["version"]),
            (StatusCode::OK, &ended.body["version"]),
            "{}",
            again.body
        );
        let late = desk.change(&ended.body, &desk.fields()).await;
        assert_eq!(
            (late.status, late.problem()),
            (StatusCode::CONFLICT, "agreement-ended")
        );
    })
    .await;
}

#[tokio::test]
async fn a_renewal_follows_without_a_gap_and_only_once() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let signed = desk.sign("a", &desk.fields()).await.body;
        let renewed = desk
            .step(
                &signed,
                "renew",
                json!({ "ends_on": "2027-12-31", "contract_fen": 1_300_000 }),
            )
            .await;
        assert_eq!(renewed.status, StatusCode::CREATED, "{}", renewed.body);
        assert_eq!(renewed.body["starts_on"], "2027-01-01");
        assert_eq!(
            (&renewed.body["renews"], &renewed.body["units"]),
            (&signed["id"], &signed["units"])
        );
        assert_eq!(renewed.body["terms"], signed["terms"]);
        let twice = desk
            .step(&signed, "renew", json!({ "ends_on": "2028-12-31" }))
            .await;
        assert_eq!(
            (twice.status, twice.problem()),
            (StatusCode::CONFLICT, "agreement-renewed"),
            "{}",
            twice.body
        );
        let mut open = desk.fields();
        open["ends_on"] = Value::Null;
        let open = desk.sign("open", &open).await.body;
        let endless = desk.step(&open, "renew", json!({})).await;
        assert_eq!(
            endless.problem(),
            "renewal-needs-an-end",
            "{}",
            endless.body
        );
        let backwards = desk
            .step(&renewed.body, "renew", json!({ "ends_on": "2027-06-30" }))
            .await;
        assert_eq!(
            (backwards.status, backwards.pointer()),
            (StatusCode::UNPROCESSABLE_ENTITY, "/ends_on")
        );
    })
    .await;
}

#[tokio::test]
async fn a_preview_shows_what_would_hold_and_keeps_nothing() {
    on_both_engines(async |db| {
        let desk = Desk::open(&World::on(db).await).await;
        let mut asked = json!({ "customer": desk.own.ids["customers"], "plan_version": desk.own.ids["plan-versions"],
            "starts_on": "2026-01-01" });
        let open = desk.manager.post("/api/agreement-preview", &asked).send().await;
        assert_eq!((open.status, &open.body["clauses"]), (StatusCode::OK, &json!([])), "{}", open.body);
        assert_ne!(open.body["faults"], json!([]), "what the plan asks is not answered");
        asked["terms"] = desk.fields()["terms"].clone();
        let told = desk.manager.post("/api/agreement-preview", &asked).send().await;
        assert_eq!(told.body["faults"], json!([]), "{}", told.body);
        assert!(told.body["clauses"].as_array().is_some_and(|clauses| clauses.len() > 5));
        let listed = desk.manager.get("/api/agreements").send().await;
        assert_eq!(listed.body["items"].as_array().map(Vec::len), Some(1));
    })
    .await;
}
