//! What a use case is given: the installation and the request.

use std::sync::Arc;

use domain::access::{self, Action, Role, Scope, TokenReach};
use domain::ids::{PersonId, SessionId};
use jiff::Timestamp;
use serde::Serialize;
use store::files::Files;
use store::{Answer, Db, Origin, Read, Receipt, Tx};
use uuid::Uuid;

use crate::account::{PASSWORD_CHANGE_REQUIRED, Passwords};
use crate::clock::{Clock, SystemClock};
use crate::error::{Error, Kind, Result};
use crate::language::Language;
use crate::random::{Random, SystemRandom};

/// The installation: what lives as long as the program.
#[derive(Debug, Clone)]
pub struct App {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub passwords: Passwords,
    pub files: Files,
}

impl App {
    /// An installation on the system's clock and source of randomness.
    pub fn new(db: Db, files: Files) -> Self {
        Self {
            db,
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
            passwords: Passwords::new(),
            files,
        }
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Draws a `UUIDv7`; wrap it in the typed id wanted.
    pub fn uuid(&self) -> Uuid {
        let mut bytes = [0; 10];
        self.random.fill(&mut bytes);
        let millis = u64::try_from(self.now().as_millisecond()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }

    /// Whether the database answers. Its schema was checked when the program started.
    pub async fn is_ready(&self) -> Result<()> {
        store::org::root(&mut *self.db.read().await?).await?;
        Ok(())
    }

    /// The origin of one task of a service of the program, under a request of its own.
    pub fn origin(&self, service: &str) -> Origin {
        Origin {
            actor: service.to_owned(),
            request: self.uuid().simple().to_string(),
            at: self.now(),
        }
    }

    /// The origin of what the program does by itself (first start, worker, demo), on behalf of a service.
    pub fn as_service(self: &Arc<Self>, service: &str, request: String) -> Origin {
        Origin {
            actor: service.to_owned(),
            request,
            at: self.now(),
        }
    }
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub access: access::Actor,
    pub name: String,
    pub login: String,
    /// The session the request came with.
    pub session: SessionId,
    pub must_change_password: bool,
    /// How far the token reaches that the request came with; absent where the person signed in.
    pub token: Option<TokenReach>,
}

/// A request that may be repeated: the key it carried and the hash of what it asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    pub key: String,
    pub request_hash: String,
    /// The status the answer is given with.
    pub status: u16,
}

/// The context of one request.
#[derive(Debug, Clone)]
pub struct Ctx {
    pub app: Arc<App>,
    pub actor: Actor,
    pub language: Language,
    /// Id of the request, the same in the log, the audit log and problem documents.
    pub request: String,
    pub repeat: Option<Repeat>,
}

impl Ctx {
    pub fn now(&self) -> Timestamp {
        self.app.now()
    }

    pub fn person(&self) -> PersonId {
        self.actor.access.person
    }

    /// May the caller do this, and to which rows? The first line of every use case.
    pub fn permit(&self, action: Action) -> Result<store::Scope> {
        if self.actor.must_change_password && action != Action::AccountOwn {
            return Err(Error::new(Kind::Forbidden, PASSWORD_CHANGE_REQUIRED));
        }
        Ok(store_scope(access::permit(&self.actor.access, action)?))
    }

    /// Whether the caller may do this at all, for the actions of a view.
    pub fn may(&self, action: Action) -> Result<()> {
        access::permit(&self.actor.access, action)?;
        Ok(())
    }

    pub fn has_role(&self, role: Role) -> bool {
        self.actor.access.roles.contains(&role)
    }

    /// Whether the caller is not of the company. What its people say among themselves is not for them.
    pub fn is_outsider(&self) -> bool {
        self.actor
            .access
            .roles
            .iter()
            .any(|role| role.is_outsider())
    }

    /// A remark of the company's people about somebody or something; empty for those it may be about.
    pub(crate) fn among_us(&self, remark: String) -> String {
        if self.is_outsider() {
            String::new()
        } else {
            remark
        }
    }

    pub async fn read(&self) -> Result<Read> {
        Ok(self.app.db.read().await?)
    }

    /// Begins a transaction on behalf of the caller, now.
    pub async fn begin(&self) -> Result<Tx> {
        let origin = Origin {
            actor: self.person().to_string(),
            request: self.request.clone(),
            at: self.now(),
        };
        Ok(self.app.db.begin(origin).await?)
    }

    /// Draws an id: `PersonId::new(ctx.uuid())`.
    pub fn uuid(&self) -> Uuid {
        self.app.uuid()
    }

    /// Commits, and remembers `answer` when the request carried an idempotency key. Durable when it returns.
    pub async fn finish<T: Serialize>(&self, tx: Tx, receipt: Receipt, answer: T) -> Result<T> {
        let receipt = match &self.repeat {
            None => receipt,
            Some(repeat) => receipt.answer(Answer {
                key: repeat.key.clone(),
                request_hash: repeat.request_hash.clone(),
                status: repeat.status,
                body: serde_json::to_string(&answer).map_err(Error::internal)?,
            }),
        };
        tx.finish(receipt).await?;
        Ok(answer)
    }
}

/// The scope of the access table as the store applies it.
pub fn store_scope(scope: Scope) -> store::Scope {
    match scope {
        Scope::All => store::Scope::All,
        Scope::Branch(place) => store::Scope::Branch(place.to_string()),
        Scope::Outlet(place) => store::Scope::Outlet(place.to_string()),
        Scope::Own(person) => store::Scope::Own {
            person: person.to_string(),
        },
        Scope::Customer(customer) => store::Scope::Customer(customer.to_string()),
    }
}
