//! An installation under a clock that moves only when told.

use std::sync::Arc;

use app::notices::{Telling, tell};
use app::{App, Clock};
use domain::access::Role;
use domain::ids::{OrgUnitId, PersonId};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::files::Files;
use store::person::{self, Person};
use store::{AuditEntry, Receipt, org};
use testkit::{FakeClock, TestDb};
use uuid::Uuid;

pub(crate) const START: &str = "2026-11-20T09:00:00+08:00";

#[derive(Debug)]
pub(crate) struct TestClock(pub(crate) FakeClock);

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        self.0.now()
    }
}

pub(crate) struct House {
    pub(crate) app: Arc<App>,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) worker: worker::Config,
}

impl House {
    /// A company with one administrator, `boss`.
    pub(crate) async fn new(db: &TestDb) -> Self {
        let clock = Arc::new(TestClock(FakeClock::at(START)));
        let files = Files::open(db.folder().join("files")).await.unwrap();
        let mut app = App::new((**db).clone(), files);
        app.clock = clock.clone();
        let house = Self {
            app: Arc::new(app),
            clock,
            worker: worker::Config::new(db.folder().join("mail")),
        };
        let mut tx = house.app.db.begin(house.app.origin("test")).await.unwrap();
        org::insert(&mut tx, &root().to_string(), None, "company", "Acme")
            .await
            .unwrap();
        tx.finish(Receipt::new(AuditEntry::new("test", "org", "root")))
            .await
            .unwrap();
        house
            .person(1, "boss@example.com", Role::Administrator)
            .await;
        house
    }

    pub(crate) async fn person(&self, number: u128, email: &str, role: Role) -> PersonId {
        self.person_at(number, email, role, root()).await
    }

    pub(crate) async fn person_at(
        &self,
        number: u128,
        email: &str,
        role: Role,
        org: OrgUnitId,
    ) -> PersonId {
        let id = PersonId::new(Uuid::from_u128(number));
        let mut tx = self.app.db.begin(self.app.origin("test")).await.unwrap();
        let person = Person {
            id,
            login: format!("person{number}"),
            name: "Mei".into(),
            phone: None,
            email: (!email.is_empty()).then(|| email.to_owned()),
            org,
            customer: None,
            roles: vec![role],
            skills: Vec::new(),
            areas: Vec::new(),
            language: "en".into(),
            version: 1,
            created_at: tx.at(),
            deactivated_at: None,
        };
        person::insert(&mut tx, &person).await.unwrap();
        tx.finish(Receipt::new(AuditEntry::new("test", "person", id)))
            .await
            .unwrap();
        id
    }

    pub(crate) fn wait(&self, by: SignedDuration) {
        self.clock.0.advance(by);
    }

    /// Runs what is due now.
    pub(crate) async fn work(&self) -> usize {
        worker::drain(&self.app, &self.worker).await.unwrap()
    }

    pub(crate) async fn tell(
        &self,
        person: PersonId,
        kind: &'static str,
        percent: u8,
        promise: &str,
    ) -> u32 {
        let mut tx = self.app.db.begin(self.app.origin("test")).await.unwrap();
        let telling = Telling {
            person,
            kind,
            subject: "case-1".into(),
            params: json!({ "number": "FW-1", "clause": "Arrival", "percent": percent, "promise": promise }),
            dedup: format!("{promise}:{percent}"),
        };
        let receipt = Receipt::new(AuditEntry::new("test", "case", "case-1"));
        let (receipt, new) = tell(&self.app, &mut tx, receipt, vec![telling])
            .await
            .unwrap();
        tx.finish(receipt).await.unwrap();
        new
    }

    pub(crate) async fn settings(&self, body: Value) {
        let mut tx = self.app.db.begin(self.app.origin("test")).await.unwrap();
        let (_, version): (Value, i64) = store::setting::get(&mut tx, "company").await.unwrap();
        store::setting::set(&mut tx, "company", &body, version)
            .await
            .unwrap();
        tx.finish(Receipt::new(AuditEntry::new("test", "settings", "company")))
            .await
            .unwrap();
    }

    /// The letters in the folder, oldest name first.
    pub(crate) fn letters(&self) -> Vec<String> {
        let Ok(folder) = std::fs::read_dir(&self.worker.mail_folder) else {
            return Vec::new();
        };
        let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
            .iter()
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect()
    }
}

pub(crate) fn root() -> OrgUnitId {
    OrgUnitId::new(Uuid::from_u128(9))
}

pub(crate) fn minutes(count: i64) -> SignedDuration {
    SignedDuration::from_mins(count)
}
