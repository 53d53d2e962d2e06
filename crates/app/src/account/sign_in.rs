//! Signing in with a name and a password.

use std::sync::Arc;

use domain::ids::SessionId;
use jiff::Timestamp;
use serde::Deserialize;
use store::person::{Credential, Person};
use store::session::Session;
use store::{AuditEntry, Origin, Receipt, Scope, person, session};
use utoipa::ToSchema;

use super::{ABSOLUTE, WRONG_SIGN_IN, lockout, sessions_alone, token};
use crate::ctx::App;
use crate::error::{Error, Kind, Result};

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
    let key = lockout::key(&login);
    let mut read = app.db.read().await?;
    lockout::refuse_locked(&mut read, &key, app.now()).await?;
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
            open(app, request, peer, &person, credential.as_ref(), &key).await
        }
        _ => Err(lockout::note_failure(app, request, None, &key, wrong()).await?),
    }
}

fn wrong() -> Error {
    Error::new(Kind::SignedOut, WRONG_SIGN_IN)
}

/// Opens a session for a password that matched `proved`. Meanwhile others may have tried too often, or the password may be
/// another one.
async fn open(
    app: &App,
    request: &str,
    peer: &Peer,
    person: &Person,
    proved: Option<&Credential>,
    key: &str,
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
    lockout::alone(&mut tx, key).await?;
    lockout::refuse_locked(&mut tx, key, now).await?;
    sessions_alone(&mut tx, person.id).await?;
    let known = person::get(&mut tx, person.id, &Scope::All).await?;
    let credential = person::credential(&mut tx, person.id).await?;
    if credential.as_ref() != proved || known.deactivated_at.is_some() {
        return Err(wrong());
    }
    session::clear_guard(&mut tx, key).await?;
    session::insert(&mut tx, &session, &token::hash(&token)).await?;
    let entry = AuditEntry::new("session.open", "session", session.id)
        .detail(serde_json::json!({ "address": session.address }));
    tx.finish(Receipt::new(entry)).await?;
    Ok(SignedIn {
        token,
        ends_at: session.ends_at,
    })
}
