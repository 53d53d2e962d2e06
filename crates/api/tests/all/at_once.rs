//! Two people who do the same at the same moment: one of them is done, the other is told what stands in the way.

use axum::http::StatusCode;
use domain::access::Role;
use serde_json::{Value, json};
use testkit::{Place, World, on_both_engines};

use crate::client::{Answer, Client};
use crate::master_data::Desk;

/// Rounds of each race: what is left to chance goes wrong in one of them.
const ROUNDS: usize = 6;

/// Sends two bodies at once; exactly one of them is kept. Returns the answer to the other.
async fn one_of(who: &Client, path: &str, key: &str, bodies: [Value; 2]) -> Answer {
    let [one, other] = &bodies;
    let (first, second) = (format!("{key}-1"), format!("{key}-2"));
    let (one, other) = tokio::join!(
        who.post(path, one).key(&first).send(),
        who.post(path, other).key(&second).send()
    );
    let kept = |answer: &Answer| answer.status == StatusCode::CREATED;
    assert!(
        kept(&one) != kept(&other),
        "{path}: {} {}\n{} {}",
        one.status,
        one.body,
        other.status,
        other.body
    );
    if kept(&one) { other } else { one }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_unique_stays_so_and_the_slower_one_is_told_which_field() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let desk = Desk::open(&world).await;
        let admin = Client::signed_in(&desk.service, Role::Administrator, Place::East).await;
        let region = |key: String, label: &str, band: Value| {
            json!({ "key": key, "region": { "label": label, "from_km": band[0], "to_km": band[1], "branch": world.east } })
        };
        for round in 0..ROUNDS {
            let at = format!("{round}");
            let label = format!("Zone {round}");
            let twins = ["a", "b"].map(|end| region(format!("z-{round}-{end}"), &label, json!([null, null])));
            let told = one_of(&admin, "/api/regions", &format!("r{at}"), twins).await;
            assert_eq!((told.status, told.pointer()), (StatusCode::UNPROCESSABLE_ENTITY, "/label"), "{}", told.body);
            let from = 1_000 * (i64::try_from(round).unwrap() + 1);
            let bands = [("c", from), ("d", from + 50)]
                .map(|(end, from)| region(format!("z-{round}-{end}"), &format!("Band {round}{end}"), json!([from, from + 100])));
            let told = one_of(&admin, "/api/regions", &format!("b{at}"), bands).await;
            assert_eq!(told.pointer(), "/from_km", "{}", told.body);
            let product = json!({ "model": format!("M-{round}"), "name": "Lamp" });
            let told = one_of(&desk.manager, "/api/products", &format!("p{at}"), [product.clone(), product]).await;
            assert_eq!(told.pointer(), "/model", "{}", told.body);
            let serial = [format!("S {round}"), format!("s{round}")].map(|serial| desk.unit(&serial));
            let told = one_of(&desk.manager, "/api/units", &format!("u{at}"), serial).await;
            assert_eq!(told.pointer(), "/serial", "{}", told.body);
            let customer = json!({ "kind": "organisation", "name": format!("Hotel {round}"), "phone": "01066668888", "branch": world.east });
            let told = one_of(&desk.manager, "/api/customers", &format!("c{at}"), [customer.clone(), customer]).await;
            assert_eq!((told.status, told.problem()), (StatusCode::CONFLICT, "customer-namesake"), "{}", told.body);
            let place = json!({ "parent": world.east, "kind": "outlet", "name": format!("Shop {round}") });
            let told = one_of(&admin, "/api/org", &format!("o{at}"), [place.clone(), place]).await;
            assert_eq!(told.pointer(), "/name", "{}", told.body);
            let login = format!("guo.{round}");
            let person = json!({ "login": login, "password": "correct horse battery", "person": {
                "name": "Guo", "org": world.east, "roles": ["engineer"], "skills": [] } });
            let told = one_of(&admin, "/api/people", &format!("l{at}"), [person.clone(), person]).await;
            assert_eq!(told.pointer(), "/login", "{}", told.body);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_calendar_that_two_people_make_at_once_is_made_once() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = crate::client::service(&world);
        let manager = Client::signed_in(&service, Role::ServiceManager, Place::East).await;
        for round in 0..ROUNDS {
            let path = format!("/api/calendars/shift-{round}");
            let spec = |close: &str| json!({ "spec": { "weekly": { "mon": [format!("09:00-{close}")] } } });
            let (early, late) = (spec("17:00"), spec("18:00"));
            let (one, other) = tokio::join!(
                manager.put(&path, &early).version(0).send(),
                manager.put(&path, &late).version(0).send()
            );
            let mut told = [one.status, other.status];
            told.sort_unstable();
            assert_eq!(told, [StatusCode::OK, StatusCode::PRECONDITION_FAILED], "{} {}", one.body, other.body);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_administrators_who_take_each_other_away_leave_one() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = crate::client::service(&world);
        let path = |place| format!("/api/people/{}", world.person(Role::Administrator, place));
        let fields = |place: Place| {
            let org = if place == Place::East {
                world.east
            } else {
                world.west
            };
            json!({ "name": "Guo", "org": org, "roles": ["engineer"], "skills": [] })
        };
        let mut admins = Vec::new();
        for place in [Place::East, Place::West] {
            admins.push(Client::signed_in(&service, Role::Administrator, place).await);
        }
        let take = |who: &Client, whom| who.put(&path(whom), &fields(whom)).version(1).send();
        let (one, other) =
            tokio::join!(take(&admins[0], Place::West), take(&admins[1], Place::East));
        let done = [&one, &other]
            .iter()
            .filter(|answer| answer.status == StatusCode::OK)
            .count();
        assert!(done <= 1, "{} {}", one.body, other.body);
        let mut read = world.app.db.read().await.unwrap();
        assert!(store::person::administrators(&mut read).await.unwrap() >= 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_wrong_passwords_at_once_are_judged_no_further_than_one_after_the_other() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = crate::client::service(&world);
        let login = World::login(Role::Engineer, Place::East);
        let stranger = Client::stranger(&service);
        let tries = (0..20).map(|_| stranger.sign_in(&login, "wrong"));
        let answers = futures::future::join_all(tries).await;
        let judged = answers
            .iter()
            .filter(|answer| answer.problem() == "wrong-sign-in")
            .count();
        assert_eq!(judged, 4, "the fifth begins the wait");
        assert!(
            answers
                .iter()
                .all(|answer| ["wrong-sign-in", "locked"].contains(&answer.problem()))
        );
        let right = stranger.sign_in(&login, World::PASSWORD).await;
        assert_eq!(right.problem(), "locked");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_session_of_the_old_password_outlives_a_reset() {
    on_both_engines(async |db| {
        let world = World::on(db).await;
        let service = crate::client::service(&world);
        let admin = Client::signed_in(&service, Role::Administrator, Place::East).await;
        let person = world.person(Role::Engineer, Place::East);
        let path = format!("/api/people/{person}/password");
        let login = World::login(Role::Engineer, Place::East);
        let mut password = World::PASSWORD.to_owned();
        for round in 0..ROUNDS {
            let new = format!("another horse battery {round}");
            let body = json!({ "password": new });
            let stranger = Client::stranger(&service);
            let (reset, ..) = tokio::join!(
                admin.put(&path, &body).send(),
                stranger.sign_in(&login, &password),
                stranger.sign_in(&login, &password),
            );
            assert!(reset.status.is_success(), "{}", reset.body);
            let mut read = world.app.db.read().await.unwrap();
            let open = store::session::of_person(&mut read, person, world.app.now())
                .await
                .unwrap();
            assert_eq!(open, [], "round {round}");
            password = new;
        }
    })
    .await;
}
