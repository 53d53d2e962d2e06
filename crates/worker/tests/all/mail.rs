//! Notices by mail: gathered, quiet at night, sent once, never lost.

use domain::access::Role;
use jiff::SignedDuration;
use serde_json::json;
use store::mail;
use testkit::on_both_engines;

use crate::common::{House, minutes};
use crate::smtp::Smtp;

const WARNING: &str = "promise.warning";
const BROKEN: &str = "promise.broken";

fn server(port: u16) -> serde_json::Value {
    json!({ "host": "127.0.0.1", "port": port, "security": "none", "username": "", "password": "", "from": "desk@acme.example" })
}

/// The message id of a letter.
fn message_id(letter: &str) -> &str {
    let line = letter.lines().find(|line| line.starts_with("Message-ID:"));
    line.unwrap()
}

#[tokio::test]
async fn a_storm_of_marks_is_one_letter_and_telling_twice_is_once() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let mei = house.person(2, "mei@example.com", Role::Dispatcher).await;
        for percent in [50, 75, 90] {
            assert_eq!(house.tell(mei, WARNING, percent, "a:1").await, 1);
            assert_eq!(house.tell(mei, WARNING, percent, "a:1").await, 0);
        }
        house.tell(mei, WARNING, 50, "b:1").await;
        house.work().await;
        assert!(
            house.letters().is_empty(),
            "a letter waits for what may join it"
        );
        house.wait(minutes(1));
        house.work().await;
        let letters = house.letters();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("Subject: 2 notices"), "{}", letters[0]);
        assert!(
            letters[0].contains("90%") && !letters[0].contains("75%"),
            "{}",
            letters[0]
        );
        house.wait(minutes(60));
        house.work().await;
        assert_eq!(house.letters().len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_letters_written_at_the_same_moment_tell_nothing_twice() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let mei = house.person(2, "mei@example.com", Role::Dispatcher).await;
        for round in 1..=10 {
            house.tell(mei, BROKEN, 100, &format!("a:{round}")).await;
            house.tell(mei, BROKEN, 100, &format!("b:{round}")).await;
            house.wait(minutes(1));
            let mut claims = app::work::claim(&house.app, 10).await.unwrap();
            assert_eq!(claims.len(), 2, "each transaction set a timer of its own");
            let (one, other) = (claims.pop().unwrap(), claims.pop().unwrap());
            let (one, other) = tokio::join!(
                app::mail::gather(&house.app, vec![one]),
                app::mail::gather(&house.app, vec![other])
            );
            one.unwrap();
            other.unwrap();
            house.work().await;
            let letters = house.letters();
            let told = letters.iter().map(|letter| letter.matches("FW-1").count());
            assert_eq!((letters.len(), told.sum::<usize>()), (round, 2 * round));
        }
    })
    .await;
}

#[tokio::test]
async fn timers_of_one_person_that_wait_for_the_morning_become_one() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let mei = house.person(2, "mei@example.com", Role::Dispatcher).await;
        house.settings(json!({ "zone": "Asia/Shanghai", "quiet_hours": { "from": "22:00", "to": "07:00" } })).await;
        house.wait(SignedDuration::from_hours(14));
        for promise in ["a:1", "b:1", "c:1"] {
            house.tell(mei, WARNING, 50, promise).await;
        }
        house.wait(minutes(2));
        assert_eq!(house.work().await, 3);
        assert!(house.letters().is_empty());
        house.wait(SignedDuration::from_hours(8));
        assert_eq!(house.work().await, 2, "the letter is written and sent");
        assert_eq!(house.letters().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn at_night_only_what_is_urgent_is_sent() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let mei = house.person(2, "mei@example.com", Role::Dispatcher).await;
        house.settings(json!({ "zone": "Asia/Shanghai", "quiet_hours": { "from": "22:00", "to": "07:00" } })).await;
        house.wait(SignedDuration::from_hours(14));
        house.tell(mei, WARNING, 50, "a:1").await;
        house.tell(mei, BROKEN, 100, "b:1").await;
        house.wait(minutes(2));
        house.work().await;
        let letters = house.letters();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("broken"), "{}", letters[0]);
        house.wait(SignedDuration::from_hours(8));
        house.work().await;
        assert_eq!(house.letters().len(), 2, "the rest comes in the morning");
    })
    .await;
}

#[tokio::test]
async fn a_person_without_address_or_wish_gets_no_letter_and_no_task_is_left() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let nobody = house.person(2, "", Role::Dispatcher).await;
        house.tell(nobody, WARNING, 50, "a:1").await;
        house.wait(minutes(2));
        house.work().await;
        assert!(house.letters().is_empty());
        assert_eq!(app::work::next_at(&house.app).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_down_gets_the_letter_when_it_is_back() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let mei = house.person(2, "mei@example.com", Role::Dispatcher).await;
        let port = Smtp::start(0).await.port;
        house.settings(json!({ "mail": server(port) })).await;
        house.tell(mei, BROKEN, 100, "a:1").await;
        house.wait(minutes(1));
        house.work().await;
        assert!(
            house.letters().is_empty(),
            "a letter for a server never goes into the folder"
        );
        let back = Smtp::start(port).await;
        house.wait(minutes(2));
        house.work().await;
        let letters = back.letters();
        assert_eq!(letters.len(), 1);
        assert!(
            letters[0].contains("To: mei@example.com")
                && letters[0].contains("Auto-Submitted: auto-generated")
        );
        house.wait(SignedDuration::from_hours(100));
        house.work().await;
        assert_eq!(back.letters().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_second_copy_after_a_lost_answer_is_recognised_by_its_message_id() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let mei = house
            .person(2, "hangup@example.com", Role::Dispatcher)
            .await;
        let smtp = Smtp::start(0).await;
        house.settings(json!({ "mail": server(smtp.port) })).await;
        house.tell(mei, BROKEN, 100, "a:1").await;
        house.wait(minutes(1));
        house.work().await;
        house.wait(minutes(2));
        house.work().await;
        let letters = smtp.letters();
        assert_eq!(letters.len(), 2);
        assert_eq!(message_id(&letters[0]), message_id(&letters[1]));
        assert!(message_id(&letters[0]).ends_with("@acme.example>"));
    })
    .await;
}

#[tokio::test]
async fn a_refused_recipient_is_given_up_at_once_and_the_administrator_hears_of_it() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let gone = house
            .person(2, "nobody@example.com", Role::Dispatcher)
            .await;
        let smtp = Smtp::start(0).await;
        house.settings(json!({ "mail": server(smtp.port) })).await;
        house.tell(gone, BROKEN, 100, "a:1").await;
        house.wait(minutes(1));
        house.work().await;
        let failed = mail::list_failed(&mut house.app.db.read().await.unwrap(), 10)
            .await
            .unwrap();
        assert_eq!(failed.len(), 1);
        assert!(
            failed[0].last_error.as_deref().unwrap().contains("550"),
            "{:?}",
            failed[0]
        );
        house.wait(minutes(2));
        house.work().await;
        let letters = smtp.letters();
        assert_eq!(letters.len(), 1);
        assert!(
            letters[0].contains("To: boss@example.com")
                && letters[0].contains("nobody@example.com")
        );
    })
    .await;
}

#[tokio::test]
async fn a_letter_nobody_takes_for_three_days_is_given_up_not_lost() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let mei = house.person(2, "later@example.com", Role::Dispatcher).await;
        let smtp = Smtp::start(0).await;
        house.settings(json!({ "mail": server(smtp.port) })).await;
        house.tell(mei, BROKEN, 100, "a:1").await;
        for _ in 0..80 {
            house.wait(SignedDuration::from_hours(1));
            house.work().await;
        }
        let failed = mail::list_failed(&mut house.app.db.read().await.unwrap(), 10)
            .await
            .unwrap();
        assert_eq!(failed.len(), 1);
        assert!(
            failed[0].attempts > 60 && failed[0].attempts < 80,
            "{}",
            failed[0].attempts
        );
    })
    .await;
}

#[tokio::test]
async fn a_task_of_an_unknown_kind_is_stopped_and_told_of() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let tx = house.app.db.begin(house.app.origin("test")).await.unwrap();
        let timer = store::Timer {
            kind: "weather.change".into(),
            subject: "sky".into(),
            mark: String::new(),
            run_at: house.app.now(),
        };
        let receipt =
            store::Receipt::new(store::AuditEntry::new("test", "sky", "sky")).timer(timer);
        tx.finish(receipt).await.unwrap();
        for _ in 0..20 {
            house.work().await;
            house.wait(SignedDuration::from_hours(1));
        }
        let dead = store::job::dead(&mut house.app.db.read().await.unwrap(), 10)
            .await
            .unwrap();
        assert_eq!(dead.len(), 1);
        assert!(
            house
                .letters()
                .iter()
                .any(|letter| letter.contains("weather.change"))
        );
    })
    .await;
}

#[tokio::test]
async fn a_wrong_password_or_sender_gives_no_letter_up() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let mei = house.person(2, "mei@example.com", Role::Dispatcher).await;
        let smtp = Smtp::start(0).await;
        let mut wrong = server(smtp.port);
        wrong["username"] = json!("desk");
        wrong["password"] = json!("wrong");
        house.settings(json!({ "mail": wrong })).await;
        house.tell(mei, BROKEN, 100, "a:1").await;
        house.wait(minutes(1));
        house.work().await;
        let mut stranger = server(smtp.port);
        stranger["from"] = json!("stranger@acme.example");
        house.settings(json!({ "mail": stranger })).await;
        house.wait(SignedDuration::from_hours(1));
        house.work().await;
        let failed = mail::list_failed(&mut house.app.db.read().await.unwrap(), 10).await;
        assert_eq!(failed.unwrap(), []);
        assert!(smtp.letters().is_empty());
        house.settings(json!({ "mail": server(smtp.port) })).await;
        house.wait(SignedDuration::from_hours(2));
        house.work().await;
        assert_eq!(
            smtp.letters().len(),
            1,
            "it goes out once the settings are right"
        );
    })
    .await;
}
