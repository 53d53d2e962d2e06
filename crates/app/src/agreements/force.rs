//! What holds under an agreement: the clauses in force, each with who says so.

use std::sync::Arc;

use domain::access::Action;
use domain::customer::CustomerKind;
use domain::ids::{CustomerId, PlanVersionId};
use domain::plan::apply::{Applied, Around, apply};
use domain::plan::validate::{Fault, unknown_answers};
use domain::plan::{Plan, Terms};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::agreement::Agreement;
use store::{Conn, Scope, customer, plan};
use utoipa::ToSchema;

use super::view::{ClauseInForce, clauses};
use crate::calendars;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::plans::{FaultView, law_rows};
use crate::settings;

/// The clauses in force under an agreement and the plan version it names.
pub async fn in_force(conn: &mut Conn, agreement: &Agreement) -> Result<Applied> {
    let version = plan::version(conn, agreement.plan_version).await?;
    applied(conn, &version.body, agreement).await
}

/// A plan as an agreement that was kept applies it.
pub(crate) async fn applied(
    conn: &mut Conn,
    plan: &Plan,
    agreement: &Agreement,
) -> Result<Applied> {
    let buyer = customer::get(conn, agreement.customer, &Scope::All).await?;
    let joined = apply_terms(
        conn,
        plan,
        agreement.default_version,
        &agreement.terms,
        buyer.kind,
        agreement.starts_on,
    )
    .await?;
    joined.map_err(|faults| not_any_more(agreement, &faults))
}

/// An agreement was checked when it was kept; faults now are a mistake of the program.
pub(crate) fn not_any_more(agreement: &Agreement, faults: &[Fault]) -> Error {
    let id = agreement.id;
    Error::internal(format!(
        "agreement {id} does not apply any more: {faults:?}"
    ))
}

/// Joins a plan, the company's default clauses and terms before they are kept.
pub(super) async fn apply_terms(
    conn: &mut Conn,
    plan: &Plan,
    default_version: Option<PlanVersionId>,
    terms: &Terms,
    kind: CustomerKind,
    on: Date,
) -> Result<std::result::Result<Applied, Vec<Fault>>> {
    let law = law_rows(conn).await?;
    let defaults = defaults(conn, default_version).await?;
    Ok(apply(
        plan,
        terms,
        Around {
            defaults: defaults.as_ref().map_or(&[], |plan| &plan.clauses),
            law: &law,
            customer: kind,
            products: &[],
            on,
        },
    ))
}

/// Joins terms that are about to be signed: the calendars they name must be kept here too.
pub(super) async fn sign_terms(
    conn: &mut Conn,
    plan: &Plan,
    default_version: Option<PlanVersionId>,
    terms: &Terms,
    kind: CustomerKind,
    on: Date,
) -> Result<std::result::Result<Applied, Vec<Fault>>> {
    let unknown = unknown_answers(plan, terms, &calendars::names(conn).await?);
    if unknown.is_empty() {
        apply_terms(conn, plan, default_version, terms, kind, on).await
    } else {
        Ok(Err(unknown))
    }
}

/// The plan version whose clauses the company chose as its default.
pub(super) async fn defaults(
    conn: &mut Conn,
    default_version: Option<PlanVersionId>,
) -> Result<Option<Arc<Plan>>> {
    Ok(match default_version {
        Some(version) => Some(plan::version(conn, version).await?.body),
        None => None,
    })
}

/// Whether a plan can hold without an agreement; otherwise the faults say which questions somebody must answer.
pub(crate) fn stands_alone(plan: &Plan, on: Date) -> std::result::Result<(), Vec<Fault>> {
    let around = Around {
        defaults: &[],
        law: &[],
        customer: CustomerKind::Consumer,
        products: &[],
        on,
    };
    apply(plan, &Terms::default(), around).map(|_| ())
}

/// Terms to look at before they are signed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewTerms {
    pub customer: CustomerId,
    pub plan_version: PlanVersionId,
    #[schema(value_type = String, format = Date)]
    pub starts_on: Date,
    #[serde(default)]
    pub terms: Terms,
}

/// What would hold, or what stands in the way.
#[derive(Debug, Serialize, ToSchema)]
pub struct TermsPreview {
    pub faults: Vec<FaultView>,
    pub clauses: Vec<ClauseInForce>,
}

/// Shows what would hold under terms, without keeping anything.
pub async fn preview(ctx: &Ctx, given: PreviewTerms) -> Result<TermsPreview> {
    let scope = ctx.permit(Action::AgreementEdit)?;
    let mut read = ctx.read().await?;
    let buyer = customer::get(&mut read, given.customer, &scope).await?;
    let version = plan::version(&mut read, given.plan_version).await?;
    let (settings, _) = settings::load(&mut read).await?;
    let applied = sign_terms(
        &mut read,
        &version.body,
        settings.default_plan,
        &given.terms,
        buyer.kind,
        given.starts_on,
    )
    .await?;
    Ok(match applied {
        Ok(applied) => TermsPreview {
            faults: Vec::new(),
            clauses: clauses(applied, ctx.language),
        },
        Err(faults) => TermsPreview {
            faults: faults
                .into_iter()
                .map(|fault| FaultView::new(fault, ctx.language))
                .collect(),
            clauses: Vec::new(),
        },
    })
}
