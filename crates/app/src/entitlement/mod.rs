//! The question of entitlement (保修判定): is this fault, of this unit, with this cause, on this day covered, and who pays.

mod decide;

pub(crate) use decide::decided;
pub use decide::{DecideEntitlement, UnitDecisionView, UnitDecisions, decide, decisions};

use domain::access::Action;
use domain::entitlement::{self, Advice, Because, Question};
use domain::ids::UnitId;
use domain::plan::EffectivePlan;
use domain::plan::clauses::coverage::{Cause, Subject};
use domain::slug::{ClauseId, ComponentClass};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::{Conn, Scope, unit};
use utoipa::{IntoParams, ToSchema};

use crate::basis::{Basis, in_contract};
use crate::calendars::in_force;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::settings;
use crate::warranty::NO_AGREEMENT;
use crate::warranty::resolve::{facts, usage};

/// What is asked about a unit.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Ask {
    /// The day of the fault; today when left out.
    #[param(value_type = Option<String>, format = Date)]
    pub on: Option<Date>,
    /// Why it is faulty; unknown when left out.
    pub cause: Option<Cause>,
    /// What is to be done; a repair when left out.
    pub subject: Option<Subject>,
    /// The class of the faulty component, when it is not the whole unit.
    pub component: Option<ComponentClass>,
}

/// The answer with everything it rests on.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntitlementView {
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    pub cause: Cause,
    pub advice: Advice,
    /// The clauses the reasons name, each once.
    pub clauses: Vec<ClauseView>,
    pub plan: String,
    /// What a person decided for the unit on that day; it holds in place of the advice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<UnitDecisionView>,
}

/// A clause that an answer rests on.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClauseView {
    pub id: ClauseId,
    pub heading: String,
    pub sentence: String,
}

/// Asks the plan that holds for a unit. Nothing is written: the answer advises.
pub async fn ask(ctx: &Ctx, id: UnitId, asked: &Ask) -> Result<EntitlementView> {
    let scope = ctx.permit(Action::EntitlementRead)?;
    advice(ctx, &mut *ctx.read().await?, id, &scope, asked).await
}

/// The answer for a unit within a scope.
pub(crate) async fn advice(
    ctx: &Ctx,
    conn: &mut Conn,
    id: UnitId,
    scope: &Scope,
    asked: &Ask,
) -> Result<EntitlementView> {
    let unit = unit::get(conn, id, scope).await?;
    let Some(basis) = Basis::of_unit(conn, &unit).await? else {
        return Err(Error::refused(NO_AGREEMENT));
    };
    let on = match asked.on {
        Some(day) => day,
        None => settings::day_of(conn, ctx.now()).await?,
    };
    let cause = asked.cause.unwrap_or(Cause::Unknown);
    let question = Question {
        on,
        cause,
        subject: asked.subject.unwrap_or_default(),
        component: asked.component.clone(),
        usage: usage(&unit, &basis),
        in_contract: in_contract(conn, &unit, on).await?,
    };
    let facts = facts(conn, &unit, &basis).await?;
    let calendars = in_force(conn).await?.calendars;
    let warranty = entitlement::resolve(&basis.plan, &calendars, &facts);
    let advice = entitlement::advise(&basis.plan, &warranty, &question);
    Ok(EntitlementView {
        on,
        cause,
        clauses: clauses(&basis.plan, &advice, ctx.language),
        advice,
        plan: basis.version.title,
        decision: decided(conn, id, on).await?,
    })
}

fn clauses(plan: &EffectivePlan, advice: &Advice, language: Language) -> Vec<ClauseView> {
    let named: Vec<&ClauseId> = advice.because.iter().filter_map(clause_of).collect();
    let told = plan
        .plan()
        .clauses
        .iter()
        .filter(|clause| named.contains(&&clause.id));
    told.map(|clause| {
        let said = plan.wording(clause, language);
        ClauseView {
            id: clause.id.clone(),
            heading: said.heading,
            sentence: said.sentence,
        }
    })
    .collect()
}

fn clause_of(because: &Because) -> Option<&ClauseId> {
    match because {
        Because::TermRuns { term } | Because::TermOver { term } => Some(&term.clause),
        Because::UsedUp { clause, .. }
        | Because::TermFails { clause, .. }
        | Because::ComponentLeftOut { clause, .. }
        | Because::Charged { clause, .. }
        | Because::LessFavourable { clause } => Some(clause),
        Because::ContractRuns | Because::NoClause => None,
    }
}
