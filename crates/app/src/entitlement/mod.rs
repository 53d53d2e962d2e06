//! The question of entitlement (保修判定): is this fault, of this unit, with this cause, on this day covered, and who pays.

mod decide;
mod rights;

pub(crate) use decide::decided;
pub use decide::{DecideEntitlement, UnitDecisionView, UnitDecisions, decide, decisions};
pub use rights::{LegalRight, LegalRights};

use domain::access::Action;
use domain::entitlement::{self, Advice, Because, Question};
use domain::ids::UnitId;
use domain::legal::Floor;
use domain::plan::EffectivePlan;
use domain::plan::clauses::coverage::{Cause, Standing, Subject};
use domain::slug::{ClauseId, ComponentClass};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::{Conn, Scope, product, unit};
use utoipa::{IntoParams, ToSchema};

use crate::basis::{Basis, PlanSource, in_contract};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::settings;
use crate::warranty::NO_AGREEMENT;
use crate::warranty::resolve::usage;
use crate::warranty::{part_labels, promised};

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
    /// The state of warranty or contract, where somebody knows better than the dates say.
    pub standing: Option<Standing>,
}

/// The answer with everything it rests on.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntitlementView {
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    pub cause: Cause,
    pub advice: Advice,
    /// What the product calls the parts it depends on, in their order; empty for one it does not name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub part_labels: Vec<String>,
    /// The clauses the reasons name, each once.
    pub clauses: Vec<ClauseView>,
    /// Absent where no plan serves the unit, and the law alone promises something.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// Whose plan it is.
    pub source: PlanSource,
    /// What the law lets the customer claim besides; absent where it gives nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<LegalRights>,
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
    /// The law that says so, where nobody else promises as much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law: Option<Floor>,
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
    let found = found(ctx, conn, id, scope, asked).await?;
    found.ok_or_else(|| Error::refused(NO_AGREEMENT))
}

/// The same; nothing where nothing is promised for the unit.
pub(crate) async fn found(
    ctx: &Ctx,
    conn: &mut Conn,
    id: UnitId,
    scope: &Scope,
    asked: &Ask,
) -> Result<Option<EntitlementView>> {
    let unit = unit::get(conn, id, scope).await?;
    let Some(basis) = Basis::of_unit(conn, &unit).await? else {
        return Ok(None);
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
        said: asked.standing,
    };
    let warranty = promised(conn, &unit, &basis).await?;
    let advice = entitlement::advise(&basis.plan, &warranty, &question);
    let part_labels = match &advice.if_part {
        Some(told) => part_labels(&product::get(conn, unit.product).await?, &told.parts),
        None => Vec::new(),
    };
    Ok(Some(EntitlementView {
        part_labels,
        rights: rights::rights(ctx, conn, &unit, &basis, on).await?,
        on,
        cause,
        clauses: clauses(&basis.plan, &advice, ctx.language),
        advice,
        plan: basis.version.map(|version| version.title),
        source: basis.source,
        decision: decided(conn, id, on).await?,
    }))
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
            law: plan
                .provenance(&clause.id)
                .and_then(|known| known.law.clone())
                .map(|floor| floor.named_in(language)),
        }
    })
    .collect()
}

fn clause_of(because: &Because) -> Option<&ClauseId> {
    match because {
        Because::TermRuns { term } | Because::TermOver { term } => Some(&term.clause),
        Because::UsedUp { clause, .. }
        | Because::NotRead { clause, .. }
        | Because::TermFails { clause, .. }
        | Because::ComponentLeftOut { clause, .. }
        | Because::Charged { clause, .. }
        | Because::LessFavourable { clause } => Some(clause),
        Because::ContractRuns | Because::Said { .. } | Because::NoClause => None,
    }
}
