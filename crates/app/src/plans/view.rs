//! A plan as it is edited: the draft, what is wrong with it, its versions, and what may be done.

use domain::access::Action;
use domain::ids::{PlanId, PlanVersionId, ReadingId};
use domain::plan::Plan;
use domain::plan::document::Scope;
use domain::plan::problems::{Against, Problem, problems, scopes_apart};
use domain::plan::validate::{Fault, Said, unknown_calendars, unknown_products, validate};
use jiff::Timestamp;
use serde::Serialize;
use store::Conn;
use store::plan::{self, PlanRow, VersionHead};
use store::reading::{self, ReadingRow};
use utoipa::ToSchema;

use super::publish::publishable;
use super::{NO_DRAFT, RETIRED, law_rows, today};
use crate::calendars::{self, AttendedView};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::view::{ActionView, actions};

/// A plan with its draft, problems and versions.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanView {
    pub id: PlanId,
    pub title: String,
    pub trade: String,
    /// The draft, while there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<Plan>,
    /// What is wrong with the draft, or with the latest version where there is no draft.
    pub check: CheckView,
    /// The latest first.
    pub versions: Vec<VersionHeadView>,
    /// The document it was read from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<OriginalView>,
    pub retired: bool,
    pub version: i64,
    pub actions: Vec<ActionView>,
}

/// What is wrong with a plan.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct CheckView {
    pub faults: Vec<FaultView>,
    pub problems: Vec<ProblemView>,
    /// How many problems stand in the way of publishing.
    pub blocking: usize,
    /// When somebody attends at the company, where its settings say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attended: Option<AttendedView>,
}

/// A fault with what to do about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct FaultView {
    #[serde(flatten)]
    pub fault: Fault,
    /// In the caller's language.
    pub advice: String,
}

impl FaultView {
    pub(crate) fn new(fault: Fault, language: Language) -> Self {
        Self {
            advice: fault.advice(language),
            fault,
        }
    }
}

/// A problem with what to do about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemView {
    #[serde(flatten)]
    pub problem: Problem,
    /// In the caller's language.
    pub advice: String,
    /// Whether it stands in the way of publishing.
    pub blocks: bool,
    /// Scopes that keep the sides apart, the likeliest first: each settles it as different scopes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Vec<Scope>>,
}

/// The document a plan was read from; its bytes are those of the reading.
#[derive(Debug, Serialize, ToSchema)]
pub struct OriginalView {
    pub reading: ReadingId,
    /// What the file was called.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    pub size: i64,
}

/// A published version without its clauses.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionHeadView {
    pub id: PlanVersionId,
    pub number: i64,
    pub title: String,
    /// SHA-256 of the canonical form.
    pub hash: String,
    #[schema(value_type = String, format = DateTime)]
    pub published_at: Timestamp,
    pub published_by: String,
}

/// One plan.
pub async fn get(ctx: &Ctx, id: PlanId) -> Result<PlanView> {
    ctx.permit(Action::PlanRead)?;
    let mut read = ctx.read().await?;
    let row = plan::get(&mut read, id).await?;
    view(ctx, &mut read, row).await
}

pub(super) async fn view(ctx: &Ctx, conn: &mut Conn, row: PlanRow) -> Result<PlanView> {
    let versions = plan::versions(conn, row.id).await?;
    let shown = match &row.draft {
        Some(draft) => Some(draft.clone()),
        None if row.latest_number > 0 => Some(
            plan::version_by_number(conn, row.id, row.latest_number)
                .await?
                .into_body(),
        ),
        None => None,
    };
    let check = match &shown {
        Some(plan) => checked(ctx, conn, plan).await?,
        None => CheckView::default(),
    };
    let original = reading::of_plan(conn, row.id).await?.map(original);
    Ok(PlanView {
        original,
        actions: allowed(ctx, &row, &check),
        id: row.id,
        title: row.title,
        trade: row.trade,
        draft: row.draft,
        check,
        versions: versions.into_iter().map(VersionHeadView::from).collect(),
        retired: row.retired_at.is_some(),
        version: row.version,
    })
}

/// Looks a plan through.
pub(super) async fn checked(ctx: &Ctx, conn: &mut Conn, plan: &Plan) -> Result<CheckView> {
    let law = law_rows(conn).await?;
    let language = ctx.language;
    let attended = calendars::attended(conn, ctx.now()).await?;
    let against = Against {
        attended: attended.as_ref(),
        ..Against::law(&law, today(ctx, &plan.zone))
    };
    let problems = problems(plan, against);
    let mut faults = validate(plan);
    faults.extend(unknown_products(plan, &law));
    faults.extend(unknown_calendars(plan, &calendars::names(conn).await?));
    Ok(CheckView {
        faults: faults
            .into_iter()
            .map(|fault| FaultView::new(fault, language))
            .collect(),
        attended: attended.as_ref().map(AttendedView::from),
        blocking: problems.iter().filter(|problem| problem.blocks()).count(),
        problems: problems
            .into_iter()
            .map(|problem| ProblemView {
                advice: say(problem.code.advice(), language),
                blocks: problem.blocks(),
                apart: apart(plan, &problem),
                problem: problem.named_in(language),
            })
            .collect(),
    })
}

fn apart(plan: &Plan, problem: &Problem) -> Vec<Vec<Scope>> {
    if problem.settled_by.is_some() || !problem.code.is_contradiction() {
        return Vec::new();
    }
    let sides = problem.sides.iter().map(|side| side.clause.clone());
    scopes_apart(plan, &sides.collect::<Vec<_>>())
}

fn original(row: ReadingRow) -> OriginalView {
    OriginalView {
        reading: row.id,
        name: row.name,
        sha256: row.file_hash.to_string(),
        size: row.file_size,
    }
}

fn say(said: Said, language: Language) -> String {
    language.choose(said.zh, said.en).to_owned()
}

fn allowed(ctx: &Ctx, row: &PlanRow, check: &CheckView) -> Vec<ActionView> {
    let edit = || ctx.may(Action::PlanEdit).and_then(|()| standing(row));
    let drafted = || {
        if row.draft.is_some() {
            Ok(())
        } else {
            Err(Error::refused(NO_DRAFT))
        }
    };
    let publish = || {
        ctx.may(Action::PlanPublish)?;
        standing(row)?;
        publishable(row.draft.as_ref(), check)
    };
    let retirement = if row.retired_at.is_some() {
        "reinstate"
    } else {
        "retire"
    };
    actions(
        ctx.language,
        [
            ("edit", edit().and_then(|()| drafted())),
            ("publish", publish()),
            ("succeed", edit()),
            ("discard", edit().and_then(|()| drafted())),
            (retirement, ctx.may(Action::PlanPublish)),
        ],
    )
}

pub(super) fn standing(row: &PlanRow) -> Result<()> {
    if row.retired_at.is_some() {
        Err(Error::refused(RETIRED))
    } else {
        Ok(())
    }
}

impl From<VersionHead> for VersionHeadView {
    fn from(head: VersionHead) -> Self {
        Self {
            id: head.id,
            number: head.number,
            title: head.title,
            hash: head.hash,
            published_at: head.published_at,
            published_by: head.published_by,
        }
    }
}
