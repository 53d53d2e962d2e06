//! What a new installation still lacks until its first promise is kept.

use domain::access::Action;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::first_steps::{self, Reached};
use store::job;
use utoipa::ToSchema;

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::settings;
use crate::view::ActionView;
use crate::work::{ALL, RECONCILE};

/// How long a task may wait before it is clear that nobody does it.
const PATIENCE: SignedDuration = SignedDuration::from_mins(10);

/// One thing to do, in the order in which they make sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FirstStep {
    /// The company has a name.
    Company,
    /// Somebody may publish plans and make agreements.
    Manager,
    /// A plan is published.
    Plan,
    Product,
    Customer,
    Unit,
    /// A customer's units are served under a plan.
    Agreement,
    /// The company's own plan serves whoever has no agreement.
    DefaultPlan,
    Case,
    /// A promise with a due time was kept.
    Kept,
}

impl FirstStep {
    /// What somebody needs to be allowed in order to do it.
    const fn needs(self) -> Action {
        match self {
            Self::Company | Self::DefaultPlan => Action::SettingsEdit,
            Self::Manager => Action::PeopleEdit,
            Self::Plan => Action::PlanPublish,
            Self::Product => Action::ProductEdit,
            Self::Customer => Action::CustomerEdit,
            Self::Unit => Action::UnitEdit,
            Self::Agreement => Action::AgreementEdit,
            Self::Case => Action::CaseReport,
            Self::Kept => Action::CaseWork,
        }
    }
}

/// How far the installation has come.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FirstSteps {
    pub steps: Vec<FirstStepView>,
    /// Since when due work waits for a worker; absent while it is done in time.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waits_since: Option<Timestamp>,
    /// Whether a worker was ever started.
    pub worker_started: bool,
}

/// A step: whether it is done, and whether the caller may do it.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FirstStepView {
    pub step: FirstStep,
    pub done: bool,
    /// Whether a first promise can be kept without it.
    pub optional: bool,
    /// `do`, with the reason where the caller may not.
    pub actions: Vec<ActionView>,
}

/// The steps in their order, for those who may see the settings.
pub async fn get(ctx: &Ctx) -> Result<FirstSteps> {
    ctx.permit(Action::SettingsRead)?;
    let mut read = ctx.read().await?;
    let (settings, _) = settings::load(&mut read).await?;
    let reached = first_steps::reached(&mut read).await?;
    let has = |thing| reached.contains(&thing);
    let next = job::next_run_at(&mut read).await?;
    let worker_started = job::is_set(&mut read, RECONCILE, ALL).await?;
    let steps = [
        (FirstStep::Company, !settings.company_name.is_empty()),
        (FirstStep::Manager, has(Reached::Manager)),
        (FirstStep::Plan, has(Reached::Plan)),
        (FirstStep::Product, has(Reached::Product)),
        (FirstStep::Customer, has(Reached::Customer)),
        (FirstStep::Unit, has(Reached::Unit)),
        (FirstStep::Agreement, has(Reached::Agreement)),
        (FirstStep::DefaultPlan, settings.default_plan.is_some()),
        (FirstStep::Case, has(Reached::Case)),
        (FirstStep::Kept, has(Reached::Kept)),
    ];
    Ok(FirstSteps {
        steps: steps
            .into_iter()
            .map(|(step, done)| FirstStepView {
                step,
                done,
                optional: step == FirstStep::DefaultPlan,
                // Whose step it is instead is what somebody who looks for the next one wants to know.
                actions: vec![ActionView::of(ctx.language, "do", may(ctx, step))],
            })
            .collect(),
        waits_since: next.filter(|at| *at < ctx.now() - PATIENCE),
        worker_started,
    })
}

fn may(ctx: &Ctx, step: FirstStep) -> Result<(), Error> {
    ctx.may(step.needs())
}
