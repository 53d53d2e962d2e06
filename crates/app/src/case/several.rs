//! The same done to several cases at once: to each by itself, with its own check, audit entry and refusal. What is refused for
//! one stops no other, and sending it again does again only what is not done.

use domain::access::Action;
use domain::ids::{CaseId, PersonId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::assign::{AssignCase, assign};
use super::watch::watch;
use crate::check::{Checks, REQUIRED};
use crate::ctx::Ctx;
use crate::error::{Error, Kind, Result};
use crate::language::Language;

/// Most cases at once.
const MOST: usize = 50;

/// A case as a list showed it.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeenCase {
    pub id: CaseId,
    /// The version that was seen: a case that changed since is left alone.
    pub version: i64,
}

/// Names the person who answers for several cases.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignSeveral {
    pub owner: PersonId,
    /// At most 50.
    pub cases: Vec<SeenCase>,
}

/// Follows several cases.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WatchSeveral {
    /// At most 50.
    pub cases: Vec<CaseId>,
}

/// What became of several cases.
#[derive(Debug, Serialize, ToSchema)]
pub struct DoneOnSeveral {
    /// In the order they were named.
    pub items: Vec<DoneOnCase>,
}

/// What became of one of them.
#[derive(Debug, Serialize, ToSchema)]
pub struct DoneOnCase {
    pub case: CaseId,
    pub done: bool,
    /// Why it was not done, in the caller's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Makes a person the owner of several cases.
pub async fn assign_several(ctx: &Ctx, given: AssignSeveral) -> Result<DoneOnSeveral> {
    ctx.permit(Action::CaseAssign)?;
    check(&given.cases)?;
    let ctx = each(ctx);
    let mut outcomes = Vec::with_capacity(given.cases.len());
    for SeenCase { id, version } in given.cases {
        let owner = given.owner;
        let done = assign(&ctx, id, version, AssignCase { owner }).await;
        outcomes.push((id, done.map(|_| ())));
    }
    told(outcomes, ctx.language)
}

/// Follows several cases from now on.
pub async fn watch_several(ctx: &Ctx, given: WatchSeveral) -> Result<DoneOnSeveral> {
    ctx.permit(Action::CaseRead)?;
    check(&given.cases)?;
    let ctx = each(ctx);
    let mut outcomes = Vec::with_capacity(given.cases.len());
    for id in given.cases {
        outcomes.push((id, watch(&ctx, id).await));
    }
    told(outcomes, ctx.language)
}

fn check<T>(cases: &[T]) -> Result<()> {
    let mut checks = Checks::new();
    checks.at_most("/cases", cases, MOST);
    if cases.is_empty() {
        checks.wrong("/cases", REQUIRED);
    }
    checks.done()
}

/// Each case is a request of its own: the answer for one is not the answer to all.
fn each(ctx: &Ctx) -> Ctx {
    Ctx {
        repeat: None,
        ..ctx.clone()
    }
}

/// What became of each. Where none of them is the caller's to see, nothing was found; a trouble of the program itself is told
/// as such, for it is no answer about a case.
fn told(outcomes: Vec<(CaseId, Result<()>)>, language: Language) -> Result<DoneOnSeveral> {
    let is_missing = |outcome: &Result<()>| {
        let missing = |error: &Error| error.kind == Kind::NotFound;
        outcome.as_ref().is_err_and(missing)
    };
    if outcomes.iter().all(|(_, outcome)| is_missing(outcome)) {
        return Err(Error::not_found());
    }
    let mut items = Vec::with_capacity(outcomes.len());
    for (case, outcome) in outcomes {
        let because = match outcome {
            Ok(()) => None,
            Err(error) if matches!(error.kind, Kind::Internal | Kind::Unavailable) => {
                return Err(error);
            }
            Err(error) => Some(why(&error, language)),
        };
        items.push(DoneOnCase {
            case,
            done: because.is_none(),
            because,
        });
    }
    Ok(DoneOnSeveral { items })
}

/// A refusal in words; what is wrong with a field says more than that something is.
fn why(error: &Error, language: Language) -> String {
    let field = error.fields.first().map(|field| &field.text);
    field.unwrap_or(&error.text).say(language)
}
