//! What holds for a unit: the plan as an agreement puts it in force, or the plan its product is sold with.

use std::sync::{Arc, LazyLock};

use domain::customer::CustomerKind;
use domain::ids::PlanVersionId;
use domain::obligation::Calendars;
use domain::plan::{Clause, EffectivePlan, Plan, Promise, Terms};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::agreement::{self, Agreement};
use store::plan::VersionRow;
use store::product::Product;
use store::unit::{self, Unit};
use store::{Conn, Scope, customer, product};
use utoipa::ToSchema;

use crate::agreements::{Protected, effective_for, effective_under};
use crate::calendars::Rules;
use crate::error::{Error, Result};
use crate::settings;
use crate::warranty::Resolved;

/// The agreement with the word of this kind serves what the warranty does not.
const MAINTENANCE: &str = "maintenance_contract";

/// Whose plan it is that holds for a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanSource {
    /// An agreement's.
    Agreement,
    /// The one its product is sold with.
    Product,
    /// The company's default.
    Company,
    /// Nobody's: the law alone promises something.
    Law,
}

/// What a unit's warranty comes from, with its plan in force.
#[derive(Debug)]
pub(crate) struct Basis {
    /// Absent where the product's plan or the company's own holds without one.
    pub(crate) agreement: Option<Agreement>,
    /// Absent where there is no plan, and the law alone promises something.
    pub(crate) version: Option<VersionRow>,
    pub(crate) source: PlanSource,
    /// The company's default clauses behind the plan.
    pub(crate) default_version: Option<PlanVersionId>,
    pub(crate) plan: Arc<EffectivePlan>,
    /// By which its terms are counted.
    pub(crate) calendars: Calendars,
}

/// What was read already of what a unit's warranty may come from.
#[derive(Debug)]
pub(crate) struct Known<'a> {
    /// Those that name the unit, the latest first.
    pub(crate) agreements: Vec<Agreement>,
    pub(crate) rules: &'a Rules,
    /// Who has the unit, if that is known.
    pub(crate) owner: Option<CustomerKind>,
}

impl Basis {
    /// What a unit's warranty comes from: its latest sale or project, else its latest contract, else the plan it was sold
    /// with, else the law. `None` while nothing of that is known. An agreement with somebody who owned it before says
    /// nothing any more.
    pub(crate) async fn of_unit(conn: &mut Conn, unit: &Unit) -> Result<Option<Self>> {
        let agreements = agreement::for_unit(conn, unit.id).await?;
        let known = Known {
            agreements,
            rules: &Rules::load(conn).await?,
            owner: None,
        };
        Self::among(conn, unit, known).await
    }

    /// The same where some of it was read already.
    pub(crate) async fn among(
        conn: &mut Conn,
        unit: &Unit,
        known: Known<'_>,
    ) -> Result<Option<Self>> {
        let Known {
            mut agreements,
            rules,
            owner,
        } = known;
        agreements.retain(|agreement| agreement.customer == unit.customer);
        // A stable sort keeps the latest of each kind first.
        agreements.sort_by_key(|agreement| agreement.kind == MAINTENANCE);
        let product = product::get(conn, unit.product).await?;
        let owner = match owner {
            Some(kind) => kind,
            None => customer::get(conn, unit.customer, &Scope::All).await?.kind,
        };
        match agreements.into_iter().next() {
            Some(agreement) => Self::of_agreement(conn, rules, agreement, (owner, &product))
                .await
                .map(Some),
            None => Self::of_sale(conn, rules, unit, (owner, &product)).await,
        }
    }

    async fn of_agreement(
        conn: &mut Conn,
        rules: &Rules,
        agreement: Agreement,
        (owner, product): (CustomerKind, &Product),
    ) -> Result<Self> {
        let version = store::plan::version(conn, agreement.plan_version).await?;
        let protected = Protected {
            customer: owner,
            products: product.legal_product.as_slice(),
            on: agreement.starts_on,
        };
        let (law, body) = (&rules.law, &version.body);
        Ok(Self {
            default_version: agreement.default_version,
            plan: effective_for(conn, law, body, &agreement, protected).await?,
            calendars: rules.calendars.clone(),
            agreement: Some(agreement),
            version: Some(version),
            source: PlanSource::Agreement,
        })
    }

    /// The plan a unit was sold with: what was found for it before, for that stays, else what its product names now, else
    /// the company's own.
    async fn of_sale(
        conn: &mut Conn,
        rules: &Rules,
        unit: &Unit,
        (owner, product): (CustomerKind, &Product),
    ) -> Result<Option<Self>> {
        let kept = match unit::last_resolution(conn, unit.id).await? {
            Some(row) => Some(Resolved::read(row)?),
            None => None,
        };
        let kept = kept.and_then(|last| last.sold_with(unit.product));
        let (settings, _) = settings::load(conn).await?;
        let chosen = kept.or_else(|| Chosen::now(product, settings.default_plan));
        let protected = Protected {
            customer: owner,
            products: product.legal_product.as_slice(),
            on: settings::day_of(conn, unit.created_at).await?,
        };
        match chosen {
            Some(chosen) => {
                let source = chosen.source(product, settings.default_plan);
                let basis = Self::of_chosen(conn, rules, (chosen, source), protected).await?;
                Ok(Some(basis))
            }
            None => Self::of_law(conn, rules, protected).await,
        }
    }

    /// A plan that holds without an agreement, for units of such a product sold to such a customer.
    pub(crate) async fn of_chosen(
        conn: &mut Conn,
        rules: &Rules,
        (chosen, source): (Chosen, PlanSource),
        protected: Protected<'_>,
    ) -> Result<Self> {
        let version = store::plan::version(conn, chosen.version).await?;
        let (plan, terms) = ((&version.body, chosen.default_version), Terms::default());
        let joined = effective_under(conn, &rules.law, plan, &terms, protected).await?;
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
            calendars: rules.calendars.clone(),
            version: Some(version),
            source,
        })
    }

    /// What the law alone promises; nothing for goods it sets no term for.
    pub(crate) async fn of_law(
        conn: &mut Conn,
        rules: &Rules,
        protected: Protected<'_>,
    ) -> Result<Option<Self>> {
        /// One for all, for plans in force are kept by the plan they were made of.
        static NO_PLAN: LazyLock<Arc<Plan>> =
            LazyLock::new(|| Arc::new(Plan::blank(String::new(), String::new())));
        if protected.products.is_empty() {
            return Ok(None);
        }
        let (plan, terms) = ((&*NO_PLAN, None), Terms::default());
        let joined = effective_under(conn, &rules.law, plan, &terms, protected).await?;
        let plan = joined.map_err(|faults| Error::internal(format!("{faults:?}")))?;
        let is_term = |clause: &Clause| matches!(clause.promise, Promise::WarrantyTerm(_));
        let has_term = plan.plan().clauses.iter().any(is_term);
        Ok(has_term.then_some(Self {
            agreement: None,
            version: None,
            source: PlanSource::Law,
            default_version: None,
            plan,
            calendars: rules.calendars.clone(),
        }))
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

    /// Whose it is. A unit keeps the plan it was sold with, also after its product or the company chose another: behind a
    /// product's plan stand the company's clauses, behind the company's own nothing does.
    pub(crate) fn source(self, product: &Product, company: Option<PlanVersionId>) -> PlanSource {
        let is_of_product = product.plan_version == Some(self.version)
            || self.default_version.is_some()
            || company.is_none();
        if is_of_product {
            PlanSource::Product
        } else {
            PlanSource::Company
        }
    }
}

/// Whether a maintenance contract runs for a unit on a day.
pub(crate) async fn in_contract(conn: &mut Conn, unit: &Unit, on: Date) -> Result<bool> {
    let agreements = agreement::for_unit(conn, unit.id).await?;
    Ok(agreements.iter().any(|agreement| {
        agreement.kind == MAINTENANCE
            && agreement.customer == unit.customer
            && agreement.runs_on(on)
    }))
}
