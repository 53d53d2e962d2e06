//! Personal tokens: a program may do what the person may do, or only read it.

use domain::access::{Action, TokenReach};
use domain::ids::ApiTokenId;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::api_token::{self, ApiToken};
use store::{AuditEntry, Receipt};
use utoipa::ToSchema;

use super::{NEEDS_SIGN_IN, READS_ONLY, token};
use crate::check::Checks;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::message::Text;

/// What every token begins with, so that one is recognised where it should not be.
pub(super) const PREFIX: &str = "jn_";
/// Longest life of a token, in days.
const MAX_DAYS: u16 = 366;
/// Most tokens of one person that can be used at once.
const MAX_LIVING: i64 = 20;
const MAX_NAME: usize = 100;

crate::messages! {
    BAD_LIFE = "token-life", "有效期应在 1 至 {max} 天之间。", "A token lives between 1 and {max} days.";
    TOO_MANY = "too-many-tokens", "最多同时使用 {max} 个令牌，请先撤销不用的。",
        "At most {max} tokens can be in use at once; revoke those you do not need.";
}

/// A token to create.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateApiToken {
    /// What it is for.
    pub name: String,
    /// Days from now, at most 366.
    pub days: u16,
    /// All that the person may do, or reading only.
    pub reach: TokenReach,
}

/// A token without its secret.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApiTokenView {
    pub id: ApiTokenId,
    pub name: String,
    pub reach: TokenReach,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
    /// Noted every few minutes.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub used_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub revoked_at: Option<Timestamp>,
    /// Whether it can be used.
    pub living: bool,
}

/// A new token with its secret, which is shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub struct CreatedApiToken {
    #[serde(flatten)]
    pub token: ApiTokenView,
    /// To send as `Authorization: Bearer …`.
    pub secret: String,
}

/// The caller's tokens, newest first.
pub async fn api_tokens(ctx: &Ctx) -> Result<Vec<ApiTokenView>> {
    ctx.permit(Action::TokenOwn)?;
    let now = ctx.now();
    let tokens = api_token::of_person(&mut *ctx.read().await?, ctx.person()).await?;
    Ok(tokens.into_iter().map(|token| view(token, now)).collect())
}

/// Creates a token for the caller. Nobody but a person who signed in can: a token makes no further tokens. The answer is
/// not kept for a repeated request, since it holds the secret.
pub async fn create_api_token(ctx: &Ctx, given: CreateApiToken) -> Result<CreatedApiToken> {
    ctx.permit(Action::TokenOwn)?;
    signed_in(ctx)?;
    let mut checks = Checks::new();
    let name = checks.name("/name", &given.name, MAX_NAME);
    if !(1..=MAX_DAYS).contains(&given.days) {
        checks.wrong("/days", Text::from(BAD_LIFE).with("max", MAX_DAYS));
    }
    checks.done()?;
    let mut tx = ctx.begin().await?;
    let now = tx.at();
    tx.alone(&format!("token/{}", ctx.person())).await?;
    if api_token::living(&mut tx, ctx.person(), now).await? >= MAX_LIVING {
        return Err(Error::refused(Text::from(TOO_MANY).with("max", MAX_LIVING)));
    }
    let secret = format!("{PREFIX}{}", token::draw(ctx.app.random.as_ref()));
    let new = ApiToken {
        id: ApiTokenId::new(ctx.uuid()),
        person: ctx.person(),
        name,
        reach: given.reach,
        created_at: now,
        expires_at: now + SignedDuration::from_hours(24 * i64::from(given.days)),
        used_at: None,
        revoked_at: None,
    };
    api_token::insert(&mut tx, &new, &token::hash(&secret)).await?;
    let entry = AuditEntry::new("token.create", "token", new.id).detail(
        serde_json::json!({ "name": new.name, "reach": new.reach, "expires_at": new.expires_at }),
    );
    tx.finish(Receipt::new(entry)).await?;
    Ok(CreatedApiToken {
        token: view(new, now),
        secret,
    })
}

/// Revokes one of the caller's tokens. Somebody else's is not found.
pub async fn revoke_api_token(ctx: &Ctx, id: ApiTokenId) -> Result<()> {
    ctx.permit(Action::TokenOwn)?;
    signed_in(ctx)?;
    let mut tx = ctx.begin().await?;
    if !api_token::revoke(&mut tx, id, ctx.person()).await? {
        return Err(Error::not_found());
    }
    let entry = AuditEntry::new("token.revoke", "token", id);
    ctx.finish(tx, Receipt::new(entry), ()).await
}

/// Refuses to change anything for a program whose token may only read.
pub fn check_reach(ctx: &Ctx) -> Result<()> {
    match ctx.actor.token {
        Some(TokenReach::Read) => Err(Error::new(crate::Kind::Forbidden, READS_ONLY)),
        Some(TokenReach::Full) | None => Ok(()),
    }
}

/// Refuses what a program with a token may not do: change how the person signs in.
pub(super) fn signed_in(ctx: &Ctx) -> Result<()> {
    match ctx.actor.token {
        None => Ok(()),
        Some(_) => Err(Error::new(crate::Kind::Forbidden, NEEDS_SIGN_IN)),
    }
}

fn view(token: ApiToken, now: Timestamp) -> ApiTokenView {
    ApiTokenView {
        living: token.revoked_at.is_none() && now < token.expires_at,
        id: token.id,
        name: token.name,
        reach: token.reach,
        created_at: token.created_at,
        expires_at: token.expires_at,
        used_at: token.used_at,
        revoked_at: token.revoked_at,
    }
}
