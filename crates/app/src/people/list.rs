//! Listing people.

use domain::access::{Action, Role};
use serde::Deserialize;
use store::person::{self, PersonCursor, PersonFilter};
use utoipa::IntoParams;

use super::view::{PersonView, view};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::page::{BAD_CURSOR, Page, PageSize};

const MAX_TEXT: usize = 50;

/// Which people to list, ordered by name.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListPeople {
    /// Part of a name, login, phone or mail address.
    pub q: Option<String>,
    pub role: Option<Role>,
    /// Also people who were deactivated.
    pub with_deactivated: Option<bool>,
    /// Where the page before ended: its `next`.
    pub after: Option<String>,
    /// Rows of a page, at most 200.
    pub limit: Option<u32>,
}

/// One page of the people inside the caller's scope.
pub async fn list(ctx: &Ctx, asked: &ListPeople) -> Result<Page<PersonView>> {
    let scope = ctx.permit(Action::PeopleRead)?;
    let filter = PersonFilter {
        role: asked.role,
        text: asked
            .q
            .iter()
            .flat_map(|text| text.trim().chars())
            .take(MAX_TEXT)
            .collect(),
        with_deactivated: asked.with_deactivated.unwrap_or_default(),
    };
    let after = asked.after.as_deref().map(cursor).transpose()?;
    let size = PageSize::new(asked.limit);
    let mut read = ctx.read().await?;
    let rows = person::page(&mut read, &filter, after.as_ref(), &scope, size.get() + 1).await?;
    Ok(
        Page::cut(rows, size, |last| format!("{}~{}", last.id, last.name))
            .map(|person| view(ctx, person)),
    )
}

fn cursor(text: &str) -> Result<PersonCursor> {
    let (id, name) = text
        .split_once('~')
        .ok_or_else(|| Error::field("?after", BAD_CURSOR))?;
    Ok(PersonCursor {
        id: id.to_owned(),
        name: name.to_owned(),
    })
}
