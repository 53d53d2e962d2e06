//! From a session's token to the person behind it.

use domain::access;
use jiff::SignedDuration;
use store::{Scope, person, session};

use super::{IDLE, token};
use crate::ctx::{Actor, App};
use crate::error::{Error, Result};
use crate::language::Language;

/// The use of a session is noted at most this often.
const TOUCH_EVERY: SignedDuration = SignedDuration::from_mins(5);
const TOKEN_CHARS: usize = 64;

/// Who a token belongs to and the language they chose. Unknown, expired and revoked tokens are all the same: signed out.
pub async fn authenticate(app: &App, given: &str) -> Result<(Actor, Language)> {
    if given.len() != TOKEN_CHARS {
        return Err(Error::signed_out());
    }
    let now = app.now();
    let mut read = app.db.read().await?;
    let session = session::by_token(&mut read, &token::hash(given))
        .await?
        .ok_or_else(Error::signed_out)?;
    if now >= session.ends_at || now.duration_since(session.seen_at) >= IDLE {
        return Err(Error::signed_out());
    }
    let person = person::get(&mut read, session.person, &Scope::All).await?;
    if person.deactivated_at.is_some() {
        return Err(Error::signed_out());
    }
    let credential = person::credential(&mut read, person.id).await?;
    drop(read);
    if now.duration_since(session.seen_at) >= TOUCH_EVERY {
        session::touch(&app.db, session.id, now).await?;
    }
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
        session: session.id,
        must_change_password: credential.is_some_and(|credential| credential.must_change),
    };
    Ok((actor, language))
}
