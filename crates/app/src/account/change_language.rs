//! Choosing the language one is spoken to in.

use domain::access::Action;
use serde::Deserialize;
use store::{AuditEntry, Receipt, Scope, person};
use utoipa::ToSchema;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::language::Language;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeLanguage {
    pub language: Language,
}

/// Sets the caller's language.
pub async fn change_language(ctx: &Ctx, given: &ChangeLanguage) -> Result<()> {
    ctx.permit(Action::AccountOwn)?;
    let mut tx = ctx.begin().await?;
    let mut person = person::get(&mut tx, ctx.person(), &Scope::All).await?;
    if person.language == given.language.as_str() {
        return Ok(tx.unchanged().await?);
    }
    person.language = given.language.as_str().to_owned();
    person::update(&mut tx, &person).await?;
    let entry = AuditEntry::new("account.change_language", "person", person.id)
        .detail(serde_json::json!({ "language": given.language }));
    ctx.finish(tx, Receipt::new(entry), ()).await
}
