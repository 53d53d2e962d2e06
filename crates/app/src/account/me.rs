//! Who am I here?

use domain::access::{Action, Role, permit};
use domain::ids::{OrgUnitId, PersonId};
use serde::Serialize;
use store::{org, person};
use utoipa::ToSchema;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::language::Language;
use crate::settings;

/// The signed-in person as the interface needs to know them.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    pub id: PersonId,
    pub name: String,
    pub login: String,
    /// The person's own telephone: a customer who reports a fault need not write it again.
    pub phone: Option<String>,
    pub roles: Vec<Role>,
    /// Name of the person's place in the company tree.
    pub org: String,
    pub org_id: OrgUnitId,
    /// Every action the person may do at all, such as `case.report`.
    #[schema(value_type = Vec<String>)]
    pub permissions: Vec<Action>,
    pub must_change_password: bool,
    pub language: Language,
    /// The company's name; empty until it was set.
    pub company: String,
}

/// The caller with everything the interface adapts to.
pub async fn me(ctx: &Ctx) -> Result<Me> {
    ctx.permit(Action::AccountOwn)?;
    let actor = &ctx.actor;
    let mut read = ctx.read().await?;
    let place = org::get(&mut read, &actor.access.place.to_string()).await?;
    let person = person::known(&mut read, actor.access.person).await?;
    let company = settings::load(&mut read).await?.0.company_name;
    Ok(Me {
        id: actor.access.person,
        name: actor.name.clone(),
        login: actor.login.clone(),
        phone: person.and_then(|person| person.phone),
        roles: actor.access.roles.clone(),
        org: place.name,
        org_id: actor.access.place,
        permissions: Action::ALL
            .iter()
            .copied()
            .filter(|action| permit(&actor.access, *action).is_ok())
            .collect(),
        must_change_password: actor.must_change_password,
        language: ctx.language,
        company,
    })
}
