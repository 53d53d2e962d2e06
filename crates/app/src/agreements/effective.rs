//! Plans ready to be run under agreements, kept as they were last made.
//!
//! Joining a plan with terms, defaults and the law takes far longer than looking whether that was done before, and few
//! combinations are alive at a time. What is found is what would be made: every input is compared.

use std::collections::VecDeque;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use domain::customer::CustomerKind;
use domain::ids::PlanVersionId;
use domain::legal::LegalRow;
use domain::plan::apply::{Around, apply, floors};
use domain::plan::validate::Fault;
use domain::plan::{EffectivePlan, Plan, Terms};
use domain::slug::LegalProduct;
use jiff::civil::Date;
use store::agreement::Agreement;
use store::{Conn, Scope, customer};

use super::force::{defaults, not_any_more};
use crate::error::{Error, Result};
use crate::plans::law_rows;

/// Plans that are kept.
const MAX_KEPT: usize = 64;

/// What a plan in force was made of, and the plan.
#[derive(Debug)]
struct Made {
    plan: Arc<Plan>,
    defaults: Option<Arc<Plan>>,
    terms: Terms,
    /// The rows of the law that protect this buyer on that day.
    law: Vec<LegalRow>,
    effective: Arc<EffectivePlan>,
}

/// The one used last stands at the end.
static KEPT: LazyLock<Mutex<VecDeque<Made>>> = LazyLock::new(Mutex::default);

/// Whom and what the law protects, and the day it is looked up for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Protected<'a> {
    pub(crate) customer: CustomerKind,
    /// The families of the products that are served, as far as they are known.
    pub(crate) products: &'a [LegalProduct],
    pub(crate) on: Date,
}

/// A published plan as an agreement that was kept applies it, to products of these families.
pub(crate) async fn effective(
    conn: &mut Conn,
    plan: &Arc<Plan>,
    agreement: &Agreement,
    products: &[LegalProduct],
) -> Result<Arc<EffectivePlan>> {
    let buyer = customer::get(conn, agreement.customer, &Scope::All).await?;
    let protected = Protected {
        customer: buyer.kind,
        products,
        on: agreement.starts_on,
    };
    let law = law_rows(conn).await?;
    effective_for(conn, &law, plan, agreement, protected).await
}

/// The same where the law and the buyer are known.
pub(crate) async fn effective_for(
    conn: &mut Conn,
    law: &[LegalRow],
    plan: &Arc<Plan>,
    agreement: &Agreement,
    protected: Protected<'_>,
) -> Result<Arc<EffectivePlan>> {
    let (defaults, terms) = (agreement.default_version, &agreement.terms);
    let joined = effective_under(conn, law, (plan, defaults), terms, protected).await?;
    joined.map_err(|faults| not_any_more(agreement, &faults))
}

/// A published plan, with the company's clauses behind it, under terms; or what stands in the way.
pub(crate) async fn effective_under(
    conn: &mut Conn,
    law: &[LegalRow],
    (plan, default_version): (&Arc<Plan>, Option<PlanVersionId>),
    terms: &Terms,
    protected: Protected<'_>,
) -> Result<std::result::Result<Arc<EffectivePlan>, Vec<Fault>>> {
    let defaults = defaults(conn, default_version).await?;
    joined(plan, defaults.as_ref(), terms, law, protected)
}

/// The same where defaults and law were read before.
pub(crate) fn joined(
    plan: &Arc<Plan>,
    defaults: Option<&Arc<Plan>>,
    terms: &Terms,
    law: &[LegalRow],
    protected: Protected<'_>,
) -> Result<std::result::Result<Arc<EffectivePlan>, Vec<Fault>>> {
    let around = Around {
        defaults: defaults.map_or(&[], |plan| &plan.clauses),
        law,
        customer: protected.customer,
        products: protected.products,
        on: protected.on,
    };
    if let Some(known) = find(plan, defaults, terms, &around) {
        return Ok(Ok(known));
    }
    let applied = match apply(plan, terms, around) {
        Ok(applied) => applied,
        Err(faults) => return Ok(Err(faults)),
    };
    let made = Arc::new(EffectivePlan::of(applied).map_err(Error::internal)?);
    let law = floors(plan, around).into_iter().cloned().collect();
    keep(Made {
        plan: plan.clone(),
        defaults: defaults.cloned(),
        terms: terms.clone(),
        law,
        effective: made.clone(),
    });
    Ok(Ok(made))
}

fn find(
    plan: &Arc<Plan>,
    defaults: Option<&Arc<Plan>>,
    terms: &Terms,
    around: &Around<'_>,
) -> Option<Arc<EffectivePlan>> {
    let law = floors(plan, *around);
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let place = kept.iter().position(|parts| {
        is_same(&parts.plan, plan)
            && match (&parts.defaults, defaults) {
                (Some(one), Some(other)) => is_same(one, other),
                (one, other) => one.is_none() && other.is_none(),
            }
            && parts.terms == *terms
            && parts.law.iter().eq(law.iter().copied())
    })?;
    let known = kept.remove(place)?;
    let effective = known.effective.clone();
    kept.push_back(known);
    Some(effective)
}

/// Plans that were read from the same text share it; two that do not are taken for different ones.
fn is_same(one: &Arc<Plan>, other: &Arc<Plan>) -> bool {
    Arc::ptr_eq(one, other)
}

fn keep(made: Made) {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.len() >= MAX_KEPT {
        kept.pop_front();
    }
    kept.push_back(made);
}
