//! A small company to test use cases and the API in: two branches, an outlet in one, a person for each role in both.

use std::sync::Arc;

use app::account::Passwords;
use app::{Actor, App, Ctx, Language};
use domain::access::{self, Role};
use domain::ids::{CustomerId, OrgUnitId, PersonId, SessionId};
use store::files::Files;
use store::person::{Credential, Person};
use store::{AuditEntry, Db, Origin, Receipt, org, person};
use uuid::Uuid;

use crate::{FakeClock, Source, TestDb};

/// Cheap enough to sign in hundreds of times.
const HASH_MEMORY_KIB: u32 = 8;

/// One of the two branches: what stands in the other is a stranger's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    East,
    West,
}

/// The company, on a clock that stands still.
#[derive(Debug)]
pub struct World {
    pub app: Arc<App>,
    pub clock: Arc<FakeClock>,
    pub company: OrgUnitId,
    pub east: OrgUnitId,
    pub west: OrgUnitId,
    /// A partner outlet in the east.
    pub outlet: OrgUnitId,
    /// The customer that the people with the role customer belong to, in the east and in the west.
    pub customers: [CustomerId; 2],
}

impl World {
    /// The password of everybody.
    pub const PASSWORD: &str = "correct horse battery";

    /// Founds the company on 22 November 2026, a Sunday, at nine in the morning in Shanghai.
    pub async fn on(db: &TestDb) -> Self {
        let clock = Arc::new(FakeClock::at("2026-11-22T09:00:00+08:00"));
        let app = Self::app(db, clock.clone()).await;
        let org = |n| OrgUnitId::new(Uuid::from_u128(n));
        let customer = |n| CustomerId::new(Uuid::from_u128(n));
        let world = Self {
            app,
            clock,
            company: org(1),
            east: org(2),
            west: org(3),
            outlet: org(4),
            customers: [customer(1), customer(2)],
        };
        world.found().await;
        world
    }

    /// An installation with a clock that stands still and nobody in it.
    pub async fn app(db: &TestDb, clock: Arc<FakeClock>) -> Arc<App> {
        let files = Files::open(db.folder().join("files"))
            .await
            .expect("the test's folder can be written to");
        let mut app = App::new(Db::clone(db), files);
        app.clock = clock;
        app.random = Arc::new(Source::seeded(1));
        app.passwords = Passwords::with_memory_kib(HASH_MEMORY_KIB);
        Arc::new(app)
    }

    /// The person with a role in one of the branches. The administrator, executive and auditor see both anyway.
    pub fn person(&self, role: Role, place: Place) -> PersonId {
        PersonId::new(Uuid::from_u128(1 + 2 * role as u128 + place as u128))
    }

    /// An engineer in a branch whom nobody signs in as: tests may change and deactivate them.
    pub fn colleague(place: Place) -> PersonId {
        PersonId::new(Uuid::from_u128(1_000 + place as u128))
    }

    /// The login of [`World::person`].
    pub fn login(role: Role, place: Place) -> String {
        format!(
            "{}.{}",
            role.as_str(),
            if place == Place::East { "east" } else { "west" }
        )
    }

    /// A context as if the person had signed in.
    pub fn ctx(&self, role: Role, place: Place) -> Ctx {
        let person = self.describe(role, place);
        Ctx {
            app: self.app.clone(),
            actor: Actor {
                access: access::Actor {
                    person: person.id,
                    roles: person.roles,
                    place: person.org,
                    customer: person.customer,
                },
                name: person.name,
                login: person.login,
                session: SessionId::new(Uuid::from_u128(1)),
                must_change_password: false,
                token: None,
            },
            language: Language::English,
            request: "request-1".to_owned(),
            repeat: None,
        }
    }

    fn describe(&self, role: Role, place: Place) -> Person {
        let org = match (role, place) {
            (Role::PartnerOutlet, Place::East) => self.outlet,
            (_, Place::East) => self.east,
            (_, Place::West) => self.west,
        };
        Person {
            id: self.person(role, place),
            login: Self::login(role, place),
            name: format!("{} {place:?}", role.as_str()),
            phone: None,
            email: None,
            org,
            customer: (role == Role::Customer).then(|| self.customers[place as usize]),
            roles: vec![role],
            skills: Vec::new(),
            areas: Vec::new(),
            language: "en".to_owned(),
            version: 1,
            created_at: self.clock.now(),
            deactivated_at: None,
        }
    }

    async fn found(&self) {
        let hash = self
            .app
            .passwords
            .hash(Self::PASSWORD, self.app.random.as_ref())
            .await
            .expect("hashing works");
        let credential = Credential {
            hash,
            must_change: false,
            changed_at: self.clock.now(),
        };
        let origin = Origin {
            actor: "test".into(),
            request: "founding".into(),
            at: self.clock.now(),
        };
        let mut tx = self
            .app
            .db
            .begin(origin)
            .await
            .expect("the test's database is open");
        let places = [
            (self.company, None, "company"),
            (self.east, Some(self.company), "branch"),
            (self.west, Some(self.company), "branch"),
            (self.outlet, Some(self.east), "outlet"),
        ];
        for (id, parent, kind) in places {
            let parent = parent.map(|parent| parent.to_string());
            let name = format!("{kind} {}", id.uuid().as_u128());
            org::insert(&mut tx, &id.to_string(), parent.as_deref(), kind, &name)
                .await
                .expect("a fresh tree");
        }
        for (role, place) in Role::ALL
            .iter()
            .flat_map(|role| [(*role, Place::East), (*role, Place::West)])
        {
            let somebody = self.describe(role, place);
            person::insert(&mut tx, &somebody)
                .await
                .expect("nobody has the name yet");
            person::set_credential(&mut tx, somebody.id, &credential)
                .await
                .expect("the person exists");
        }
        for place in [Place::East, Place::West] {
            let id = Self::colleague(place);
            let login = format!("colleague.{}", id.uuid().as_u128());
            let colleague = Person {
                id,
                login,
                ..self.describe(Role::Engineer, place)
            };
            person::insert(&mut tx, &colleague)
                .await
                .expect("nobody has the name yet");
            person::set_credential(&mut tx, id, &credential)
                .await
                .expect("the person exists");
        }
        tx.finish(Receipt::new(AuditEntry::new(
            "test.found",
            "company",
            self.company,
        )))
        .await
        .expect("it commits");
    }
}

impl app::Clock for FakeClock {
    fn now(&self) -> jiff::Timestamp {
        FakeClock::now(self)
    }
}

impl app::Random for Source {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.number().to_le_bytes()[..chunk.len()]);
        }
    }
}
