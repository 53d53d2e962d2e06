//! Adding a person.

use domain::access::Action;
use domain::ids::PersonId;
use serde::Deserialize;
use store::person::{self, Credential, Person};
use store::{AuditEntry, Event, Receipt};
use utoipa::ToSchema;

use super::view::{PersonView, view};
use super::{LOGIN_SHAPE, LOGIN_TAKEN, PersonFields};
use crate::account::check_password;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Text;

/// A new person, who must choose another password at the first sign-in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePerson {
    pub login: String,
    pub password: String,
    pub person: PersonFields,
}

/// Adds a person.
pub async fn create(ctx: &Ctx, given: CreatePerson) -> Result<PersonView> {
    let scope = ctx.permit(Action::PeopleEdit)?;
    check_login(&given.login)?;
    check_password("/password", &given.password, &given.login)?;
    let hash = ctx
        .app
        .passwords
        .hash(&given.password, ctx.app.random.as_ref())
        .await?;
    let mut tx = ctx.begin().await?;
    tx.alone(&format!("person.login/{}", given.login.to_lowercase()))
        .await?;
    if person::by_login(&mut tx, &given.login).await?.is_some() {
        return Err(Error::field(
            "/login",
            Text::from(LOGIN_TAKEN).with("login", given.login),
        ));
    }
    let mut new = blank(ctx, given.login, tx.at());
    given
        .person
        .apply(&mut tx, &scope, &mut new)
        .await
        .map_err(|error| nested(error, "/person"))?;
    person::insert(&mut tx, &new).await?;
    let credential = Credential {
        hash,
        must_change: true,
        changed_at: tx.at(),
    };
    person::set_credential(&mut tx, new.id, &credential).await?;
    let entry = AuditEntry::new("person.create", "person", new.id)
        .detail(serde_json::json!({ "login": new.login, "name": new.name, "roles": new.roles, "org": new.org }));
    let receipt = Receipt::new(entry)
        .event(Event::new("person.changed", new.id, serde_json::json!({})).branch(new.org));
    ctx.finish(tx, receipt, view(ctx, new)).await
}

fn check_login(login: &str) -> Result<()> {
    let shaped = login
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '@'));
    if shaped && (3..=32).contains(&login.len()) {
        Ok(())
    } else {
        Err(Error::field("/login", LOGIN_SHAPE))
    }
}

fn blank(ctx: &Ctx, login: String, created_at: jiff::Timestamp) -> Person {
    Person {
        id: PersonId::new(ctx.uuid()),
        login,
        name: String::new(),
        phone: None,
        email: None,
        org: ctx.actor.access.place,
        customer: None,
        roles: Vec::new(),
        skills: Vec::new(),
        areas: Vec::new(),
        language: String::new(),
        version: 1,
        created_at,
        deactivated_at: None,
    }
}

/// Moves the pointers of wrong fields below the place where the fields stand.
fn nested(mut error: Error, below: &str) -> Error {
    for field in &mut error.fields {
        field.pointer.insert_str(0, below);
    }
    error
}
