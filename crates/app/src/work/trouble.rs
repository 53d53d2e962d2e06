//! What the program could not do by itself: tasks that were stopped, letters that were given up.

use domain::access::Action;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::job::{self, Dead};
use store::mail;
use store::{AuditEntry, Receipt, Timer};
use utoipa::ToSchema;

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::mail::SEND;

/// Most entries of each list.
const MAX_SHOWN: u32 = 200;

/// Everything that needs somebody to look at.
#[derive(Debug, Serialize, ToSchema)]
pub struct Trouble {
    pub jobs: Vec<DeadJobView>,
    pub letters: Vec<FailedLetterView>,
}

/// A task that failed too often and was stopped.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeadJobView {
    pub kind: String,
    pub subject: String,
    pub mark: String,
    #[schema(value_type = String, format = DateTime)]
    pub due_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// A letter that was given up.
#[derive(Debug, Serialize, ToSchema)]
pub struct FailedLetterView {
    pub id: String,
    pub address: String,
    pub subject: String,
    pub attempts: u32,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub failed_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// What is to be tried again.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum Retry {
    Job {
        kind: String,
        subject: String,
        mark: String,
    },
    Letter {
        id: String,
    },
}

/// The tasks that were stopped and the letters that were given up.
pub async fn trouble(ctx: &Ctx) -> Result<Trouble> {
    ctx.permit(Action::SettingsRead)?;
    let mut read = ctx.read().await?;
    let jobs = job::dead(&mut read, MAX_SHOWN).await?;
    let letters = mail::list_failed(&mut read, MAX_SHOWN).await?;
    Ok(Trouble {
        jobs: jobs.into_iter().map(DeadJobView::from).collect(),
        letters: letters
            .into_iter()
            .map(|letter| FailedLetterView {
                id: letter.id,
                address: letter.address,
                subject: letter.subject,
                attempts: letter.attempts,
                failed_at: letter.failed_at,
                why: letter.last_error,
            })
            .collect(),
    })
}

/// Lets something that was given up be tried again.
pub async fn retry(ctx: &Ctx, given: &Retry) -> Result<()> {
    ctx.permit(Action::SettingsEdit)?;
    let mut tx = ctx.begin().await?;
    let receipt = match given {
        Retry::Job {
            kind,
            subject,
            mark,
        } => {
            let dead = job::dead(&mut tx, MAX_SHOWN).await?;
            let wanted =
                |dead: &&Dead| dead.kind == *kind && dead.subject == *subject && dead.mark == *mark;
            let dead = dead.iter().find(wanted).ok_or_else(Error::not_found)?;
            job::revive(&mut tx, dead).await?;
            let entry = AuditEntry::new("job.retry", "job", subject);
            Receipt::new(entry.detail(json!({ "kind": kind, "mark": mark })))
        }
        Retry::Letter { id } => {
            if !mail::try_again(&mut tx, id).await? {
                return Err(Error::not_found());
            }
            let run_at = tx.at();
            Receipt::new(AuditEntry::new("mail.retry", "mail", id)).timer(Timer {
                kind: SEND.to_owned(),
                subject: id.clone(),
                mark: String::new(),
                run_at,
            })
        }
    };
    ctx.finish(tx, receipt, ()).await
}

impl From<Dead> for DeadJobView {
    fn from(dead: Dead) -> Self {
        Self {
            kind: dead.kind,
            subject: dead.subject,
            mark: dead.mark,
            due_at: dead.due_at,
            why: dead.last_error,
        }
    }
}
