//! A person as others see them.

use domain::access::{Action, Role};
use domain::ids::{CustomerId, OrgUnitId, PersonId};
use serde::Serialize;
use store::person::{self, Person};
use utoipa::ToSchema;

use super::{DEACTIVATED, NOT_YOURSELF};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::view::{ActionView, actions};

/// A person with what the caller could do about them.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonView {
    pub id: PersonId,
    pub login: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    pub org: OrgUnitId,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    pub roles: Vec<Role>,
    pub skills: Vec<String>,
    pub areas: Vec<String>,
    pub language: String,
    pub active: bool,
    pub version: i64,
    pub actions: Vec<ActionView>,
}

/// One person inside the caller's scope.
pub async fn get(ctx: &Ctx, id: PersonId) -> Result<PersonView> {
    let scope = ctx.permit(Action::PeopleRead)?;
    let mut read = ctx.read().await?;
    Ok(view(ctx, person::get(&mut read, id, &scope).await?))
}

pub(super) fn view(ctx: &Ctx, person: Person) -> PersonView {
    PersonView {
        actions: actions(
            ctx.language,
            [
                ("change", ctx.may(Action::PeopleEdit)),
                ("reset_password", may_reset(ctx, &person)),
                if person.deactivated_at.is_some() {
                    ("reactivate", ctx.may(Action::PeopleEdit))
                } else {
                    (
                        "deactivate",
                        ctx.may(Action::PeopleEdit).and(others_only(ctx, person.id)),
                    )
                },
            ],
        ),
        id: person.id,
        login: person.login,
        name: person.name,
        phone: person.phone,
        email: person.email,
        org: person.org,
        customer: person.customer,
        roles: person.roles,
        skills: person.skills,
        areas: person.areas,
        language: person.language,
        active: person.deactivated_at.is_none(),
        version: person.version,
    }
}

/// Some things nobody does to themselves.
pub(super) fn others_only(ctx: &Ctx, id: PersonId) -> Result<()> {
    if id == ctx.person() {
        Err(Error::refused(NOT_YOURSELF))
    } else {
        Ok(())
    }
}

pub(super) fn may_reset(ctx: &Ctx, person: &Person) -> Result<()> {
    ctx.may(Action::PeopleEdit)?;
    others_only(ctx, person.id)?;
    if person.deactivated_at.is_some() {
        Err(Error::refused(DEACTIVATED))
    } else {
        Ok(())
    }
}
