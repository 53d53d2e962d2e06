//! Signing in with a name and a password.

use std::sync::Arc;

use domain::ids::SessionId;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use store::person::Person;
use store::session::{Guard, Session};
use store::{AuditEntry, Origin, Receipt, person, session};
use utoipa::ToSchema;

use super::{ABSOLUTE, LOCKED, WRONG_SIGN_IN, token};
use crate::ctx::App;
use crate::error::{Error, Kind, Result};
use crate::message::Text;

/// Failures that are forgiven; each further one doubles the wait.
const FORGIVEN: i64 = 5;
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(30);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);
/// Longest login and user agent that are looked at, in characters.
const MAX_LOGIN: usize = 64;
const MAX_USER_AGENT: usize = 200;

/// What somebody signs in with.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    pub login: String,
    pub password: String,
}

/// Where a request comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    pub address: String,
    pub user_agent: String,
}

/// A fresh session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The secret for the cookie; it is not stored.
    pub token: String,
    pub ends_at: Timestamp,
}

/// Opens a session. A wrong name and a wrong password are one and the same refusal and take equally long.
pub async fn sign_in(
    app: &Arc<App>,
    request: &str,
    peer: &Peer,
    given: &SignIn,
) -> Result<SignedIn> {
    let login: String = given.login.trim().chars().take(MAX_LOGIN + 1).collect();
    let login_hash = token::hash(&login.to_lowercase());
    let mut read = app.db.read().await?;
    refuse_locked(session::guard(&mut read, &login_hash).await?, app.now())?;
    let known = person::by_login(&mut read, &login).await?;
    let credential = match &known {
        Some(person) => person::credential(&mut read, person.id).await?,
        None => None,
    };
    drop(read);
    let matches = app
        .passwords
        .verify(
            &given.password,
            credential.as_ref().map(|known| known.hash.as_str()),
        )
        .await?;
    match known {
        Some(person) if matches && person.deactivated_at.is_none() => {
            open(app, request, peer, &person, &login_hash).await
        }
        _ => Err(note_failure(app, request, &login_hash).await?),
    }
}

async fn open(
    app: &App,
    request: &str,
    peer: &Peer,
    person: &Person,
    login_hash: &str,
) -> Result<SignedIn> {
    let now = app.now();
    let token = token::draw(app.random.as_ref());
    let session = Session {
        id: SessionId::new(app.uuid()),
        person: person.id,
        created_at: now,
        seen_at: now,
        ends_at: now + ABSOLUTE,
        address: peer.address.clone(),
        user_agent: peer
            .user_agent
            .chars()
            .filter(|c| !c.is_control())
            .take(MAX_USER_AGENT)
            .collect(),
    };
    let origin = Origin {
        actor: person.id.to_string(),
        request: request.to_owned(),
        at: now,
    };
    let mut tx = app.db.begin(origin).await?;
    session::clear_guard(&mut tx, login_hash).await?;
    session::insert(&mut tx, &session, &token::hash(&token)).await?;
    let entry = AuditEntry::new("session.open", "session", session.id)
        .detail(serde_json::json!({ "address": session.address }));
    tx.finish(Receipt::new(entry)).await?;
    Ok(SignedIn {
        token,
        ends_at: session.ends_at,
    })
}

fn refuse_locked(guard: Guard, now: Timestamp) -> Result<()> {
    let wait = guard.locked_until.duration_since(now);
    if wait.is_positive() {
        Err(locked(wait))
    } else {
        Ok(())
    }
}

fn locked(wait: SignedDuration) -> Error {
    Error::new(
        Kind::TooOften(wait),
        Text::from(LOCKED).with("seconds", wait.as_secs().max(1)),
    )
}

/// Counts a failure and returns the refusal, which tells of the lock it caused.
async fn note_failure(app: &App, request: &str, login_hash: &str) -> Result<Error> {
    let now = app.now();
    let origin = Origin {
        actor: "anonymous".into(),
        request: request.to_owned(),
        at: now,
    };
    let mut tx = app.db.begin(origin).await?;
    let failures = session::guard(&mut tx, login_hash).await?.failures + 1;
    let wait = wait_after(failures);
    session::set_guard(
        &mut tx,
        login_hash,
        Guard {
            failures,
            locked_until: now + wait,
        },
    )
    .await?;
    let entry = AuditEntry::new("session.refuse", "login", login_hash)
        .detail(serde_json::json!({ "failures": failures, "locked_seconds": wait.as_secs() }));
    tx.finish(Receipt::new(entry)).await?;
    Ok(if wait.is_zero() {
        Error::new(Kind::SignedOut, WRONG_SIGN_IN)
    } else {
        locked(wait)
    })
}

fn wait_after(failures: i64) -> SignedDuration {
    if failures < FORGIVEN {
        return SignedDuration::ZERO;
    }
    let doublings = u32::try_from(failures - FORGIVEN)
        .unwrap_or(u32::MAX)
        .min(10);
    (FIRST_WAIT * 2_i32.pow(doublings)).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_an_hour() {
        assert_eq!(wait_after(4), SignedDuration::ZERO);
        assert_eq!(wait_after(5), SignedDuration::from_secs(30));
        assert_eq!(wait_after(7), SignedDuration::from_secs(120));
        assert_eq!(wait_after(i64::MAX), LONGEST_WAIT);
    }
}
