//! Acting for a person from the command line of the machine, where whoever may read the database needs no password.

use std::sync::Arc;

use domain::access;
use domain::ids::SessionId;
use store::person;

use crate::ctx::{Actor, App, Ctx};
use crate::error::{Error, Result};

/// A context in which the person with that sign-in name acts, with their roles and their place.
pub async fn act_as(app: &Arc<App>, login: &str, request: String) -> Result<Ctx> {
    let mut read = app.db.read().await?;
    let person = person::by_login(&mut read, login)
        .await?
        .ok_or_else(Error::not_found)?;
    drop(read);
    if person.deactivated_at.is_some() {
        return Err(Error::not_found());
    }
    Ok(Ctx {
        language: person.language.parse().unwrap_or_default(),
        actor: Actor {
            access: access::Actor {
                person: person.id,
                roles: person.roles,
                place: person.org,
                customer: person.customer,
            },
            name: person.name,
            login: person.login,
            session: SessionId::new(app.uuid()),
            must_change_password: false,
            token: None,
        },
        app: Arc::clone(app),
        request,
        repeat: None,
    })
}
