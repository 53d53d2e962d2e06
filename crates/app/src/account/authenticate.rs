//! From a session's or a program's token to the person behind it.

use domain::access::{self, Action, TokenReach};
use domain::ids::{PersonId, SessionId};
use jiff::SignedDuration;
use store::{Scope, api_token, person, session};

use super::api_tokens::PREFIX;
use super::{IDLE, token};
use crate::ctx::{Actor, App};
use crate::error::{Error, Result};
use crate::language::Language;

/// The use of a session or token is noted at most this often.
const TOUCH_EVERY: SignedDuration = SignedDuration::from_mins(5);
const TOKEN_CHARS: usize = 64;

/// Who a token belongs to and the language they chose. Unknown, expired and revoked tokens are all the same: signed out.
pub async fn authenticate(app: &App, given: &str) -> Result<(Actor, Language)> {
    match given.strip_prefix(PREFIX) {
        Some(rest) if rest.len() == TOKEN_CHARS => of_program(app, given).await,
        None if given.len() == TOKEN_CHARS => of_session(app, given).await,
        _ => Err(Error::signed_out()),
    }
}

async fn of_session(app: &App, given: &str) -> Result<(Actor, Language)> {
    let now = app.now();
    let mut read = app.db.read().await?;
    let session = session::by_token(&mut read, &token::hash(given))
        .await?
        .ok_or_else(Error::signed_out)?;
    drop(read);
    if now >= session.ends_at || now.duration_since(session.seen_at) >= IDLE {
        return Err(Error::signed_out());
    }
    let known = actor(app, session.person, session.id, None).await?;
    if now.duration_since(session.seen_at) >= TOUCH_EVERY {
        session::touch(&app.db, session.id, now).await?;
    }
    Ok(known)
}

/// A program acts as the person whose token it is. Its session is none that could be ended.
async fn of_program(app: &App, given: &str) -> Result<(Actor, Language)> {
    let now = app.now();
    let mut read = app.db.read().await?;
    let token = api_token::by_token(&mut read, &token::hash(given))
        .await?
        .ok_or_else(Error::signed_out)?;
    drop(read);
    if token.revoked_at.is_some() || now >= token.expires_at {
        return Err(Error::signed_out());
    }
    let session = SessionId::new(token.id.uuid());
    let known = actor(app, token.person, session, Some(token.reach)).await?;
    // A token made in another role is none any more.
    if access::permit(&known.0.access, Action::TokenOwn).is_err() {
        return Err(Error::signed_out());
    }
    let used = token.used_at.map(|used| now.duration_since(used));
    if used.is_none_or(|since| since >= TOUCH_EVERY) {
        api_token::touch(&app.db, token.id, now).await?;
    }
    Ok(known)
}

async fn actor(
    app: &App,
    id: PersonId,
    session: SessionId,
    token: Option<TokenReach>,
) -> Result<(Actor, Language)> {
    let mut read = app.db.read().await?;
    let person = person::get(&mut read, id, &Scope::All).await?;
    if person.deactivated_at.is_some() {
        return Err(Error::signed_out());
    }
    let credential = person::credential(&mut read, person.id).await?;
    let language = person.language.parse().unwrap_or_default();
    let actor = Actor {
        access: access::Actor {
            person: person.id,
            roles: person.roles,
            place: person.org,
            customer: person.customer,
        },
        name: person.name,
        login: person.login,
        session,
        must_change_password: credential.is_some_and(|credential| credential.must_change),
        token,
    };
    Ok((actor, language))
}
