//! Warnings and breaches: each told once to each person, however late.

use domain::access::Role;
use domain::case::Phase;
use domain::ids::PersonId;
use domain::obligation::State;
use jiff::SignedDuration;
use store::notice::{self, Notice};
use store::{Scope, case, job};
use testkit::on_both_engines;

use crate::cases::{Sketch, case_id};
use crate::common::{House, root};

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
        let row = case::get(&mut tx, case_id(1), &Scope::All).await.unwrap();
        case::replace_obligations(&mut tx, &[(&row, Vec::new())])
            .await
            .unwrap();
        let entry = store::AuditEntry::new("test", "case", case_id(1));
        let receipt =
            store::Receipt::new(entry).cancel_timers(app::case::ALARM, case_id(1).to_string());
        tx.finish(receipt).await.unwrap();
        assert_eq!(night().await, 1);
        assert_eq!(house.state(1).await, State::Broken);
        assert_eq!(night().await, 1);
        // How far a case has come was judged otherwise by an earlier release: that is put right, and is no defect.
        let mut tx = house.app.db.begin(house.app.origin("test")).await.unwrap();
        let mut row = case::get(&mut tx, case_id(1), &Scope::All).await.unwrap();
        row.digest.phase = Phase::InProgress;
        case::set_digests(&mut tx, &[&row]).await.unwrap();
        let entry = store::AuditEntry::new("test", "case", case_id(1));
        tx.finish(store::Receipt::new(entry)).await.unwrap();
        assert_eq!(night().await, 1);
        let mut read = house.app.db.read().await.unwrap();
        let filed = case::get(&mut read, case_id(1), &Scope::All).await.unwrap();
        assert_eq!(filed.digest.phase, Phase::New);
        drop(read);
        let dead = job::dead(&mut house.app.db.read().await.unwrap(), 10)
            .await
            .unwrap();
        assert!(dead.is_empty());
    })
    .await;
}

/// Cases 1 to `count` of one owner, whose promises broke an hour ago.
async fn many_broken(house: &House, count: u128) -> PersonId {
    let owner = house.person(2, "", Role::Engineer).await;
    let version = house.publish().await;
    for number in 1..=count {
        let sketch = Sketch {
            owner: Some(owner),
            ..Sketch::new(number, house.app.now())
        };
        house.keep(version, &sketch).await;
    }
    house.work().await;
    house.wait(hours(11));
    owner
}

#[tokio::test]
async fn alarms_that_ring_together_share_their_statements_and_tell_each_breach_once() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let owner = many_broken(&house, 40).await;
        let claims = app::work::claim(&house.app, 100).await.unwrap();
        assert_eq!(claims.len(), 40);
        let ring = Box::pin(app::case::ring_together(&house.app, claims.clone()));
        let (apart, counts) = store::counted(ring).await;
        assert_eq!(apart.unwrap(), []);
        assert!(counts.statements <= 24, "{counts:?}");
        assert_eq!(house.told(owner).await, [(100, true); 40]);
        for number in 1..=40 {
            assert_eq!(house.state(number).await, State::Broken);
        }
        // Whoever comes late with the same alarms finds everything told.
        let again = app::case::ring_together(&house.app, claims).await;
        assert_eq!(again.unwrap(), []);
        assert_eq!(house.told(owner).await.len(), 40);
    })
    .await;
}

#[tokio::test]
async fn alarms_that_cannot_ring_together_ring_one_by_one() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let owner = many_broken(&house, 3).await;
        let tx = house.app.db.begin(house.app.origin("test")).await.unwrap();
        let no_case = store::Timer {
            kind: app::case::ALARM.into(),
            subject: case_id(9).to_string(),
            mark: "next".into(),
            run_at: tx.at(),
        };
        let entry = store::AuditEntry::new("test", "case", case_id(9));
        tx.finish(store::Receipt::new(entry).timer(no_case))
            .await
            .unwrap();
        let claims = app::work::claim(&house.app, 100).await.unwrap();
        assert_eq!(claims.len(), 4);
        // Another worker took one of them over after its lease.
        house.wait(hours(1));
        let taken = app::work::claim(&house.app, 1).await.unwrap();
        assert!(
            app::case::ring_together(&house.app, claims.clone())
                .await
                .is_err()
        );
        assert_eq!(house.told(owner).await, []);
        for claim in claims {
            let is_taken = claim.subject == taken[0].subject;
            let rung = app::case::ring(&house.app, claim).await;
            assert_eq!(rung.is_err(), is_taken);
        }
        for claim in taken {
            app::case::ring(&house.app, claim).await.unwrap();
        }
        assert_eq!(house.told(owner).await, [(100, true); 3]);
        assert_eq!(house.work().await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_case_that_cannot_be_checked_is_told_of_and_stops_no_other() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let version = house.publish().await;
        for number in [1, 2] {
            house
                .keep(version, &Sketch::new(number, house.app.now()))
                .await;
        }
        house.work().await;
        app::work::prepare(&house.app).await.unwrap();
        // The first is damaged; the second has lost its promises and its alarm.
        let damage = format!(
            "UPDATE service_case SET channel = 'nonsense' WHERE id = '{}'",
            case_id(1)
        );
        db.execute(&damage).await.unwrap();
        let mut tx = house.app.db.begin(house.app.origin("test")).await.unwrap();
        let row = case::get(&mut tx, case_id(2), &Scope::All).await.unwrap();
        case::replace_obligations(&mut tx, &[(&row, Vec::new())])
            .await
            .unwrap();
        let entry = store::AuditEntry::new("test", "case", case_id(2));
        let receipt =
            store::Receipt::new(entry).cancel_timers(app::case::ALARM, case_id(2).to_string());
        tx.finish(receipt).await.unwrap();
        house.wait(hours(24));
        house.work().await;
        let boss = PersonId::new(uuid::Uuid::from_u128(1));
        let kinds: Vec<String> = house
            .notices(boss)
            .await
            .into_iter()
            .map(|notice| notice.kind)
            .collect();
        for kind in ["ledger.unchecked", "ledger.repaired"] {
            assert_eq!(
                kinds.iter().filter(|one| *one == kind).count(),
                1,
                "{kind}: {kinds:?}"
            );
        }
        assert_eq!(house.state(2).await, State::Broken);
    })
    .await;
}

#[tokio::test]
async fn a_task_that_ends_whoever_tries_it_is_told_to_every_administrator() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let mut tx = house.app.db.begin(house.app.origin("test")).await.unwrap();
        let branch = domain::ids::OrgUnitId::new(uuid::Uuid::from_u128(10));
        store::org::insert(
            &mut tx,
            &branch.to_string(),
            Some(&root().to_string()),
            "branch",
            "East",
        )
        .await
        .unwrap();
        let entry = store::AuditEntry::new("test", "org", branch);
        tx.finish(store::Receipt::new(entry)).await.unwrap();
        let far = house
            .person_at(2, "far@example.com", Role::Administrator, branch)
            .await;
        app::work::prepare(&house.app).await.unwrap();
        house.wait(hours(24));
        // Whoever claims them is never heard of again.
        for _ in 0..job::MAX_ATTEMPTS {
            assert!(!app::work::claim(&house.app, 10).await.unwrap().is_empty());
            house.wait(SignedDuration::from_mins(4));
        }
        assert_eq!(app::work::claim(&house.app, 10).await.unwrap(), []);
        let boss = PersonId::new(uuid::Uuid::from_u128(1));
        for administrator in [boss, far] {
            let notices = house.notices(administrator).await;
            assert!(!notices.is_empty() && notices.iter().all(|notice| notice.kind == "job.dead"));
        }
        // The next start sets anew what recurs.
        app::work::prepare(&house.app).await.unwrap();
        let dead = job::dead(&mut house.app.db.read().await.unwrap(), 10)
            .await
            .unwrap();
        assert_eq!(dead, []);
    })
    .await;
}

#[tokio::test]
async fn what_a_crash_left_of_an_upload_is_taken_away() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let half = db.folder().join("files/incoming/half");
        std::fs::write(&half, b"12").unwrap();
        app::work::prepare(&house.app).await.unwrap();
        house.wait(hours(24 * 366));
        house.work().await;
        assert!(!half.exists());
    })
    .await;
}
