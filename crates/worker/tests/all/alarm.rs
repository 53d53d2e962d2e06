//! Warnings and breaches: each told once to each person, however late.

use domain::access::Role;
use domain::ids::PersonId;
use domain::obligation::State;
use jiff::SignedDuration;
use store::notice::{self, Notice};
use store::{case, job};
use testkit::on_both_engines;

use crate::cases::{Sketch, case_id};
use crate::common::House;

fn hours(count: i64) -> SignedDuration {
    SignedDuration::from_hours(count)
}

impl House {
    async fn notices(&self, person: PersonId) -> Vec<Notice> {
        let mut notices = notice::page(&mut self.app.db.read().await.unwrap(), person, None, 100)
            .await
            .unwrap();
        notices.reverse();
        notices
    }

    /// What a person was told of the promise to answer, with whether it was told late.
    async fn told(&self, person: PersonId) -> Vec<(i64, bool)> {
        let of_answer = |notice: &Notice| {
            let params = &notice.params;
            (params["promise"] == "answer:1").then(|| {
                (
                    params["percent"].as_i64().unwrap(),
                    params["late"].as_bool().unwrap(),
                )
            })
        };
        self.notices(person)
            .await
            .iter()
            .filter_map(of_answer)
            .collect()
    }

    async fn state(&self, number: u128) -> State {
        let rows = case::obligations(&mut self.app.db.read().await.unwrap(), case_id(number))
            .await
            .unwrap();
        rows.iter()
            .find(|row| row.clause.as_str() == "answer")
            .unwrap()
            .state
    }
}

async fn case_with_owner(house: &House) -> (PersonId, PersonId) {
    let owner = house.person(2, "", Role::Engineer).await;
    let manager = house.person(3, "", Role::ServiceManager).await;
    let version = house.publish().await;
    let sketch = Sketch {
        owner: Some(owner),
        ..Sketch::new(1, house.app.now())
    };
    house.keep(version, &sketch).await;
    house.work().await;
    (owner, manager)
}

#[tokio::test]
async fn each_mark_is_told_when_it_is_reached_and_the_breach_is_kept() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let (owner, manager) = case_with_owner(&house).await;
        assert_eq!(house.state(1).await, State::Running);
        for (wait, of_owner, of_manager) in [(4, 0, 0), (1, 1, 0), (3, 2, 1), (2, 3, 2), (5, 3, 2)]
        {
            house.wait(hours(wait));
            house.work().await;
            house.work().await;
            assert_eq!(
                (
                    house.told(owner).await.len(),
                    house.told(manager).await.len()
                ),
                (of_owner, of_manager)
            );
        }
        assert_eq!(
            house.told(owner).await,
            [(50, false), (80, false), (100, false)]
        );
        assert_eq!(house.state(1).await, State::Broken);
    })
    .await;
}

#[tokio::test]
async fn after_a_stopped_day_what_fell_due_is_told_once_and_late() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let (owner, manager) = case_with_owner(&house).await;
        house.wait(hours(34));
        house.work().await;
        house.wait(hours(1));
        house.work().await;
        assert_eq!(house.told(owner).await, [(100, true)]);
        assert_eq!(house.told(manager).await, [(100, true)]);
        // Half of the other promise's time was over as well.
        assert_eq!(house.notices(owner).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_vanishes_or_a_clock_that_steps_back_tells_nothing_twice() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let (owner, _) = case_with_owner(&house).await;
        house.wait(hours(11));
        // Somebody claims the alarm and is never heard of again.
        let lost = app::work::claim(&house.app, 10).await.unwrap();
        assert_eq!(lost.len(), 1);
        house.wait(SignedDuration::from_mins(4));
        house.work().await;
        assert_eq!(house.told(owner).await.len(), 1);
        // It comes back after all, with what it had claimed.
        for claim in lost {
            app::case::ring(&house.app, claim).await.unwrap();
        }
        house.wait(-hours(3));
        house.work().await;
        house.wait(hours(4));
        house.work().await;
        assert_eq!(house.told(owner).await.len(), 1);
        assert_eq!(house.state(1).await, State::Broken);
    })
    .await;
}

#[tokio::test]
async fn two_workers_at_once_tell_each_breach_once() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let owner = house.person(2, "", Role::Engineer).await;
        let version = house.publish().await;
        for number in 1..=30 {
            let sketch = Sketch {
                owner: Some(owner),
                ..Sketch::new(number, house.app.now())
            };
            house.keep(version, &sketch).await;
        }
        house.wait(hours(11));
        let (one, other) = tokio::join!(Box::pin(house.work()), Box::pin(house.work()));
        assert!(one + other >= 30);
        house.wait(SignedDuration::from_mins(10));
        house.work().await;
        assert_eq!(house.told(owner).await.len(), 30);
    })
    .await;
}

#[tokio::test]
async fn without_an_owner_the_dispatchers_hear_of_it() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let dispatcher = house.person(2, "", Role::Dispatcher).await;
        let version = house.publish().await;
        house.keep(version, &Sketch::new(1, house.app.now())).await;
        house.wait(hours(5));
        house.work().await;
        assert_eq!(house.told(dispatcher).await, [(50, false)]);
    })
    .await;
}

#[tokio::test]
async fn the_nightly_check_repairs_and_reports_what_was_wrong_and_nothing_else() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        case_with_owner(&house).await;
        app::work::prepare(&house.app).await.unwrap();
        let boss = PersonId::new(uuid::Uuid::from_u128(1));
        let night = async || {
            house.wait(hours(24));
            house.work().await;
            house
                .notices(boss)
                .await
                .iter()
                .filter(|notice| notice.kind == "ledger.repaired")
                .count()
        };
        assert_eq!(night().await, 0, "a case that is right is left alone");
        // A defect loses what was kept and the alarm.
        let mut tx = house.app.db.begin(house.app.origin("test")).await.unwrap();
        case::replace_obligations(&mut tx, case_id(1), &[])
            .await
            .unwrap();
        let entry = store::AuditEntry::new("test", "case", case_id(1));
        let receipt =
            store::Receipt::new(entry).cancel_timers(app::case::ALARM, case_id(1).to_string());
        tx.finish(receipt).await.unwrap();
        assert_eq!(night().await, 1);
        assert_eq!(house.state(1).await, State::Broken);
        assert_eq!(night().await, 1);
        let dead = job::dead(&mut house.app.db.read().await.unwrap(), 10)
            .await
            .unwrap();
        assert!(dead.is_empty());
    })
    .await;
}
