//! What cases are judged by changes: open clocks follow, everything else stays as it was.

use app::calendars::{SaveCalendar, save};
use app::case::check_ledger;
use app::{Actor, Ctx, Language};
use domain::access::{self, Role};
use domain::case::{Action, Command, Fact, What};
use domain::ids::{CaseId, PersonId, SessionId};
use domain::milestone::Milestone;
use domain::obligation::Obligation;
use domain::plan::Plan;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::case::{self, CaseRow};
use store::{Scope, notice};
use testkit::on_both_engines;
use uuid::Uuid;

use crate::cases::{Sketch, case_id};
use crate::common::{House, minutes, root};

/// Answer within eight hours of the desk's calendar.
fn by_desk() -> Plan {
    plan(
        "desk",
        "Asia/Shanghai",
        &json!({ "bound": { "type": "within", "limit": "working:PT8H" } }),
    )
}

fn plan(calendar: &str, zone: &str, otherwise: &Value) -> Plan {
    serde_json::from_value(json!({
        "title": "Test plan", "trade": "test", "calendar": calendar, "zone": zone, "warn_at_percent": [50, 80],
        "severities": [{ "id": "major", "label": "Major", "meaning": "" }, { "id": "minor", "label": "Minor", "meaning": "" }],
        "clauses": [{
            "id": "answer", "heading": "Answer", "text": "We answer.",
            "promise": { "kind": "time_limit", "from": "reported", "to": "answered", "otherwise": otherwise,
                "rows": [{ "when": { "severity": ["major"] }, "bound": { "type": "within", "limit": "working:PT6H" } }] },
        }],
    }))
    .unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

impl House {
    fn ctx(&self, role: Role) -> Ctx {
        Ctx {
            app: self.app.clone(),
            actor: Actor {
                access: access::Actor {
                    person: PersonId::new(Uuid::from_u128(1)),
                    roles: vec![role],
                    place: root(),
                    customer: None,
                },
                name: "Mei".into(),
                login: "person1".into(),
                session: SessionId::new(Uuid::from_u128(1)),
                must_change_password: false,
                token: None,
            },
            language: Language::English,
            request: "request-1".into(),
            repeat: None,
        }
    }

    async fn calendar(&self, name: &str, version: i64, spec: Value) {
        let given = SaveCalendar {
            spec: serde_json::from_value(spec).unwrap(),
        };
        save(
            &self.ctx(Role::Administrator),
            &name.parse().unwrap(),
            version,
            given,
        )
        .await
        .unwrap();
    }

    async fn seen(&self, number: u128) -> (CaseRow, Vec<Obligation>) {
        self.seen_as(case_id(number)).await
    }

    async fn seen_as(&self, id: CaseId) -> (CaseRow, Vec<Obligation>) {
        let mut read = self.app.db.read().await.unwrap();
        let row = case::get(&mut read, id, &Scope::All).await.unwrap();
        let rows = case::obligations(&mut read, row.id).await.unwrap();
        (row, rows)
    }

    async fn due(&self, number: u128) -> Option<Timestamp> {
        self.due_of(case_id(number)).await
    }

    async fn due_of(&self, id: CaseId) -> Option<Timestamp> {
        self.seen_as(id).await.1.last().and_then(|row| row.due_at)
    }

    async fn percents(&self, person: PersonId) -> Vec<i64> {
        let mut read = self.app.db.read().await.unwrap();
        let mut told = notice::page(&mut read, person, None, 100).await.unwrap();
        told.reverse();
        told.iter()
            .map(|one| one.params["percent"].as_i64().unwrap())
            .collect()
    }
}

#[tokio::test]
async fn an_edited_calendar_moves_open_clocks_and_writes_no_other_case() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        house
            .calendar(
                "desk",
                0,
                json!({ "weekly": { "mon-fri": ["09:00-17:00"] } }),
            )
            .await;
        let (desk, other) = (
            house.publish_as(3, by_desk()).await,
            house.publish_as(4, crate::cases::plan()).await,
        );
        let start = house.app.now();
        house.keep(desk, &Sketch::new(1, start)).await;
        house.keep(other, &Sketch::new(2, start)).await;
        let closed = Sketch {
            reached: vec![(Milestone::Answered, start + minutes(60))],
            more: vec![(
                start + minutes(61),
                Fact::Closed {
                    customer_word: "Good.".into(),
                    not_owed: None,
                    nothing_done: None,
                },
            )],
            ..Sketch::new(3, start)
        };
        house.keep(desk, &closed).await;
        house.wait(minutes(70));
        house.work().await;
        assert_eq!(house.due(1).await, Some(at("2026-11-20T17:00:00+08:00")));
        let before = (house.seen(2).await, house.seen(3).await);
        assert_eq!(check_ledger(&house.app).await.unwrap().differences, []);

        house
            .calendar(
                "desk",
                1,
                json!({ "weekly": { "mon-fri": ["09:00-12:00"] } }),
            )
            .await;
        house.work().await;
        assert_eq!(house.due(1).await, Some(at("2026-11-24T11:00:00+08:00")));
        assert_eq!((house.seen(2).await, house.seen(3).await), before);
        let check = check_ledger(&house.app).await.unwrap();
        assert_eq!((check.cases, check.differences), (3, vec![]));
    })
    .await;
}

#[tokio::test]
async fn a_report_decided_before_a_change_and_written_after_it_follows_the_change() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let hours = |hours: &str| json!({ "weekly": { "mon-fri": [hours] } });
        house.calendar("desk", 0, hours("09:00-17:00")).await;
        let desk = house.publish_as(3, by_desk()).await;
        let (decided, sketch) = (
            CaseId::new(house.app.uuid()),
            Sketch::new(1, house.app.now()),
        );
        house.wait(SignedDuration::from_secs(10));
        house.calendar("desk", 1, hours("09:00-11:00")).await;
        house.work().await;
        house.keep_as(decided, desk, &sketch, None).await;
        house.work().await;
        assert_eq!(house.due_of(decided).await, None, "as it was decided");
        house.wait(SignedDuration::from_secs(60));
        house.work().await;
        assert_eq!(
            house.due_of(decided).await,
            Some(at("2026-11-25T11:00:00+08:00")),
            "two hours a day from Friday the 20th"
        );
        assert_eq!(check_ledger(&house.app).await.unwrap().differences, []);
    })
    .await;
}

#[tokio::test]
async fn an_ended_case_is_judged_by_what_held_then_until_it_is_reopened() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        house
            .calendar(
                "desk",
                0,
                json!({ "weekly": { "mon-fri": ["09:00-17:00"] } }),
            )
            .await;
        let desk = house.publish_as(3, by_desk()).await;
        let start = house.app.now();
        let closed = Sketch {
            reached: vec![(Milestone::Answered, start + minutes(9 * 60))],
            more: vec![(
                start + minutes(10 * 60),
                Fact::Closed {
                    customer_word: "Late.".into(),
                    not_owed: None,
                    nothing_done: None,
                },
            )],
            ..Sketch::new(1, start)
        };
        house.keep(desk, &closed).await;
        house.wait(minutes(11 * 60));
        house.work().await;
        let (_, was) = house.seen(1).await;
        assert_eq!(
            was[0].late_ms,
            Some(3_600_000),
            "answered at 18:00, due at 17:00"
        );
        house
            .calendar(
                "desk",
                1,
                json!({ "weekly": { "mon-sun": ["09:00-21:00"] } }),
            )
            .await;
        house.work().await;
        house
            .calendar(
                "desk",
                2,
                json!({ "weekly": { "mon-sun": ["09:00-10:00"] } }),
            )
            .await;
        house.work().await;
        let (row, rows) = house.seen(1).await;
        assert_eq!(rows, was);
        assert_eq!(check_ledger(&house.app).await.unwrap().differences, []);

        let reopen = Command {
            at: None,
            evidence: vec![],
            note: "Dark again.".into(),
            what: What::Plain {
                name: Action::Reopen,
            },
        };
        let ctx = house.ctx(Role::ServiceManager);
        app::case::act(&ctx, row.id, row.version, reopen)
            .await
            .unwrap();
        assert_eq!(
            house.due(1).await,
            Some(at("2026-11-28T10:00:00+08:00")),
            "an hour a day from the 21st"
        );
        assert_eq!(check_ledger(&house.app).await.unwrap().differences, []);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_warned_of_a_promise_that_applies_no_more() {
    on_both_engines(async |db| {
        let house = House::new(db).await;
        let owner = house.person(2, "", Role::Engineer).await;
        let version = house
            .publish_as(3, plan("always", "Asia/Shanghai", &json!("no_promise")))
            .await;
        let start = house.app.now();
        let graded = |severity: &str| Fact::Graded {
            severity: severity.parse().unwrap(),
            answers: std::collections::BTreeMap::new(),
            reason: None,
        };
        let stays = Sketch {
            owner: Some(owner),
            more: vec![(start, graded("major"))],
            ..Sketch::new(1, start)
        };
        let regraded = Sketch {
            more: vec![
                (start, graded("major")),
                (start + minutes(30), graded("minor")),
            ],
            owner: Some(owner),
            ..Sketch::new(2, start)
        };
        let closed = Sketch {
            more: vec![
                (start, graded("major")),
                (
                    start + minutes(60),
                    Fact::Closed {
                        customer_word: "Good.".into(),
                        not_owed: None,
                        nothing_done: None,
                    },
                ),
            ],
            owner: Some(owner),
            ..Sketch::new(3, start)
        };
        for sketch in [&stays, &regraded, &closed] {
            house.keep(version, sketch).await;
        }
        house.wait(minutes(60));
        house.work().await;
        for _ in 0..8 {
            house.wait(minutes(60));
            house.work().await;
        }
        assert_eq!(
            house.percents(owner).await,
            [50, 80, 100],
            "of the first case only"
        );
    })
    .await;
}

#[tokio::test]
async fn each_mark_is_told_once_in_a_night_that_skips_an_hour_and_in_one_that_repeats_it() {
    // Six hours of a night shift from 22:00: one more on the wall where 02:00 is skipped, one less where it comes twice.
    for (evening, due) in [
        ("2027-03-13T20:00:00-05:00", "2027-03-14T05:00:00-04:00"),
        ("2026-10-31T20:00:00-04:00", "2026-11-01T03:00:00-05:00"),
    ] {
        on_both_engines(async |db| {
            let house = House::new(db).await;
            house
                .clock
                .0
                .advance(at(evening).duration_since(house.app.now()));
            let spec =
                json!({ "zone": "America/New_York", "weekly": { "mon-sun": ["22:00-06:00+1"] } });
            house.calendar("desk", 0, spec).await;
            let owner = house.person(2, "", Role::Engineer).await;
            let limit = json!({ "bound": { "type": "within", "limit": "working:PT6H" } });
            let version = house
                .publish_as(3, plan("desk", "America/New_York", &limit))
                .await;
            let sketch = Sketch {
                owner: Some(owner),
                ..Sketch::new(1, house.app.now())
            };
            house.keep(version, &sketch).await;
            house.work().await;
            assert_eq!(house.due(1).await, Some(at(due)));
            for _ in 0..24 {
                house.wait(SignedDuration::from_mins(30));
                house.work().await;
                house.work().await;
            }
            assert_eq!(house.percents(owner).await, [50, 80, 100]);
        })
        .await;
    }
}
