//! A reading as people see it: items, problems, progress, and what may be done next.

use std::borrow::Cow;

use domain::access::Action;
use domain::ids::{PlanId, ReadingId};
use domain::plan::Plan;
use domain::plan::problems::{Against, Attended, ProblemCode};
use domain::studio::{Item, Progress, Reading, Trouble, troubles};
use jiff::Timestamp;
use serde::Serialize;
use store::Conn;
use store::reading::{self, ReadingRow};
use utoipa::ToSchema;

use super::make::makeable;
use super::{NOTHING_TO_REDO, NOTHING_TO_UNDO, read};
use crate::calendars::{self, AttendedView};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::plans::{law_rows, today};
use crate::view::{ActionView, actions};

/// A document read into clauses.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReadingView {
    pub id: ReadingId,
    /// What the file was called.
    pub name: String,
    /// SHA-256 of the original.
    pub sha256: String,
    /// Bytes of the original.
    pub size: i64,
    pub title: String,
    /// The plans of the document, while one is to be chosen.
    pub plans: Vec<PlanInText>,
    /// Which was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen: Option<i64>,
    /// What the text defines: levels, regions, questions left open. Its clauses stand in the items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frame: Option<Plan>,
    pub items: Vec<Item>,
    pub problems: Vec<ReadingProblemView>,
    /// How many problems stand in the way of publishing.
    pub blocking: usize,
    /// When somebody attends at the company, where its settings say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attended: Option<AttendedView>,
    pub progress: Progress,
    /// The step that can be taken back next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undo: Option<String>,
    /// The step that can be taken again next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redo: Option<String>,
    /// The plan that was made of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanId>,
    pub created_by: String,
    #[schema(value_type = String, format = DateTime)]
    pub changed_at: Timestamp,
    pub version: i64,
    pub actions: Vec<ActionView>,
}

/// One plan of a document that holds several.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanInText {
    pub title: String,
    /// First character of its text.
    pub from: usize,
    /// One past the last.
    pub to: usize,
    /// Promises found in it.
    pub clauses: usize,
}

/// A problem with what to do about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReadingProblemView {
    #[serde(flatten)]
    pub problem: Trouble,
    /// In the caller's language; absent where `about` is a sentence of the reader.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub advice: Option<Cow<'static, str>>,
    /// Whether it stands in the way of publishing.
    pub blocks: bool,
}

/// One reading.
pub async fn get(ctx: &Ctx, id: ReadingId) -> Result<ReadingView> {
    ctx.permit(Action::PlanRead)?;
    let mut conn = ctx.read().await?;
    let row = reading::get(&mut conn, id).await?;
    let text = row.chosen.is_none().then(|| row.text.clone());
    let mut answer = view(ctx, &mut conn, row).await?;
    drop(conn);
    if let Some(text) = text {
        answer.plans = heads(&read::plans(text).await?);
    }
    Ok(answer)
}

/// A reading as its own row tells; the plans to choose from are added by whoever has read the text.
pub(super) async fn view(ctx: &Ctx, conn: &mut Conn, row: ReadingRow) -> Result<ReadingView> {
    let Found { problems, attended } = found(ctx, conn, row.body.as_ref()).await?;
    let undo = reading::last_taken(conn, row.id)
        .await?
        .map(|step| step.word);
    let redo = reading::first_taken_back(conn, row.id)
        .await?
        .map(|step| step.word);
    let edit = || ctx.may(Action::PlanEdit);
    let there = |step: &Option<String>, message| match step {
        Some(_) => Ok(()),
        None => Err(Error::refused(message)),
    };
    let actions = actions(
        ctx.language,
        [
            ("step", edit()),
            ("undo", edit().and_then(|()| there(&undo, NOTHING_TO_UNDO))),
            ("redo", edit().and_then(|()| there(&redo, NOTHING_TO_REDO))),
            (
                "make",
                edit().and_then(|()| makeable(row.body.as_ref(), &problems, ctx.language)),
            ),
        ],
    );
    let progress = row.body.as_ref().map(Reading::progress).unwrap_or_default();
    let (frame, items) = row
        .body
        .map_or((None, Vec::new()), |body| (Some(body.frame), body.items));
    Ok(ReadingView {
        id: row.id,
        name: row.name,
        sha256: row.file_hash.to_string(),
        size: row.file_size,
        title: row.title,
        plans: Vec::new(),
        chosen: row.chosen,
        frame,
        items,
        attended: attended.as_ref().map(AttendedView::from),
        blocking: problems.iter().filter(|problem| problem.blocks()).count(),
        problems: problems
            .into_iter()
            .map(|problem| ReadingProblemView {
                advice: advice(&problem, ctx.language),
                blocks: problem.blocks(),
                problem: problem.named_in(ctx.language),
            })
            .collect(),
        progress,
        undo,
        redo,
        plan: row.plan,
        created_by: row.created_by,
        changed_at: row.changed_at,
        version: row.version,
        actions,
    })
}

/// What is wrong with a reading, and what it was held against.
#[derive(Default)]
pub(super) struct Found {
    pub problems: Vec<Trouble>,
    pub attended: Option<Attended>,
}

/// What is wrong with a reading today.
pub(super) async fn found(ctx: &Ctx, conn: &mut Conn, body: Option<&Reading>) -> Result<Found> {
    let Some(body) = body else {
        return Ok(Found::default());
    };
    let law = law_rows(conn).await?;
    let attended = calendars::attended(conn, ctx.now()).await?;
    let against = Against {
        attended: attended.as_ref(),
        ..Against::law(&law, today(ctx, &body.frame.zone))
    };
    Ok(Found {
        problems: troubles(body, against),
        attended,
    })
}

/// The plans people choose from.
pub(super) fn heads(plans: &[reader::reading::Plan]) -> Vec<PlanInText> {
    let in_text = |plan: &reader::reading::Plan| PlanInText {
        title: plan.title.clone(),
        from: plan.span.0,
        to: plan.span.1,
        clauses: plan.clauses.len(),
    };
    plans.iter().map(in_text).collect()
}

fn advice(problem: &Trouble, language: Language) -> Option<Cow<'static, str>> {
    match (problem.kind.parse::<ProblemCode>(), language) {
        (Ok(code), Language::Chinese) => Some(code.advice().zh.into()),
        (Ok(code), Language::English) => Some(code.advice().en.into()),
        // `about` is a Chinese sentence of the reader itself.
        (Err(_), Language::Chinese) => None,
        (Err(_), Language::English) => match &problem.about_en {
            Some(says) => Some(says.clone().into()),
            None => in_english(&problem.kind).map(Cow::Borrowed),
        },
    }
}

/// What the reader's problems mean, where its sentence was kept in Chinese only.
fn in_english(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "contradiction" => {
            "Two sentences of the text cannot both hold: let one govern, or say that each has its own scope."
        }
        "gap" => {
            "Something is spoken of, but its value is stated nowhere: add it, or have it asked when the plan is applied."
        }
        "unmeasurable" => "Nobody can be held to this word: state a time.",
        "below_legal_floor" => {
            "Below the law for this product: the legal level is computed; change the words."
        }
        "forbidden_phrase" => "The law forbids this phrase in consumer notices: take it out.",
        "blank" => "A place is left blank: fill it in, or have it asked when the plan is applied.",
        "attendance_mismatch" => {
            "Service around the clock is promised, but the hours of attendance are limited: let one govern."
        }
        _ => return None,
    })
}
