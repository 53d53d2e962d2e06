//! What holds for a unit: the plan as an agreement puts it in force, or the plan its product is sold with.

use std::sync::Arc;

use domain::customer::CustomerKind;
use domain::ids::PlanVersionId;
use domain::plan::{EffectivePlan, Terms};
use jiff::civil::Date;
use store::agreement::{self, Agreement};
use store::plan::VersionRow;
use store::product::Product;
use store::unit::{self, Unit};
use store::{Conn, Scope, customer, product};

use crate::agreements::{effective, effective_under};
use crate::error::{Error, Result};
use crate::settings;
use crate::warranty::Resolved;

/// The agreement with the word of this kind serves what the warranty does not.
const MAINTENANCE: &str = "maintenance_contract";

/// What a unit's warranty comes from, with its plan in force.
#[derive(Debug)]
pub(crate) struct Basis {
    /// Absent where the product's plan or the company's own holds without one.
    pub(crate) agreement: Option<Agreement>,
    pub(crate) version: VersionRow,
    /// The company's default clauses behind the plan.
    pub(crate) default_version: Option<PlanVersionId>,
    pub(crate) plan: Arc<EffectivePlan>,
}

impl Basis {
    /// What a unit's warranty comes from: its latest sale or project, else its latest contract, else the plan it was sold
    /// with. `None` while nothing of that is known. An agreement with somebody who owned it before says nothing any more.
    pub(crate) async fn of_unit(conn: &mut Conn, unit: &Unit) -> Result<Option<Self>> {
        let mut agreements = agreement::for_unit(conn, unit.id).await?;
        agreements.retain(|agreement| agreement.customer == unit.customer);
        // A stable sort keeps the latest of each kind first.
        agreements.sort_by_key(|agreement| agreement.kind == MAINTENANCE);
        match agreements.into_iter().next() {
            Some(agreement) => Self::of_agreement(conn, agreement).await.map(Some),
            None => Self::of_sale(conn, unit).await,
        }
    }

    async fn of_agreement(conn: &mut Conn, agreement: Agreement) -> Result<Self> {
        let version = store::plan::version(conn, agreement.plan_version).await?;
        Ok(Self {
            default_version: agreement.default_version,
            plan: effective(conn, &version.body, &agreement).await?,
            agreement: Some(agreement),
            version,
        })
    }

    /// The plan a unit was sold with: what was found for it before, for that stays, else what its product names now, else
    /// the company's own.
    async fn of_sale(conn: &mut Conn, unit: &Unit) -> Result<Option<Self>> {
        let kept = match unit::last_resolution(conn, unit.id).await? {
            Some(row) => Some(Resolved::read(row)?),
            None => None,
        };
        let kept = kept.and_then(|last| last.sold_with(unit.product));
        let chosen = if kept.is_some() {
            kept
        } else {
            let (settings, _) = settings::load(conn).await?;
            let product = product::get(conn, unit.product).await?;
            Chosen::now(&product, settings.default_plan)
        };
        let Some(chosen) = chosen else {
            return Ok(None);
        };
        let owner = customer::get(conn, unit.customer, &Scope::All).await?;
        let day = settings::day_of(conn, unit.created_at).await?;
        Self::of_chosen(conn, chosen, owner.kind, day)
            .await
            .map(Some)
    }

    /// A plan that holds without an agreement, for units sold to this kind of customer on a day.
    pub(crate) async fn of_chosen(
        conn: &mut Conn,
        chosen: Chosen,
        kind: CustomerKind,
        on: Date,
    ) -> Result<Self> {
        let version = store::plan::version(conn, chosen.version).await?;
        let terms = Terms::default();
        let joined = effective_under(
            conn,
            &version.body,
            chosen.default_version,
            &terms,
            kind,
            on,
        )
        .await?;
        let plan = joined.map_err(|faults| {
            Error::internal(format!(
                "plan version {} does not stand alone any more: {faults:?}",
                version.id
            ))
        })?;
        Ok(Self {
            agreement: None,
            default_version: chosen.default_version,
            plan,
            version,
        })
    }
}

/// The plan for units that no agreement names, and the company's clauses behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Chosen {
    pub(crate) version: PlanVersionId,
    pub(crate) default_version: Option<PlanVersionId>,
}

impl Chosen {
    /// What a product and the company say now.
    pub(crate) fn now(product: &Product, company: Option<PlanVersionId>) -> Option<Self> {
        let version = product.plan_version.or(company)?;
        Some(Self {
            version,
            default_version: company.filter(|company| *company != version),
        })
    }
}

/// Whether a maintenance contract runs for a unit on a day.
pub(crate) async fn in_contract(conn: &mut Conn, unit: &Unit, on: Date) -> Result<bool> {
    let agreements = agreement::for_unit(conn, unit.id).await?;
    Ok(agreements.iter().any(|agreement| {
        let ends = [agreement.ends_on, agreement.ended_on]
            .into_iter()
            .flatten()
            .min();
        agreement.kind == MAINTENANCE
            && agreement.customer == unit.customer
            && agreement.starts_on <= on
            && ends.is_none_or(|last| on <= last)
    }))
}
