//! What a case is judged by: its plan as the agreement puts it in force, and the calendars.
//!
//! While a case is open that is what holds now: a calendar edited today moves its deadlines today. Once it has ended it
//! stays what it was, so that computing it anew gives the same promises on any later day.

use std::sync::Arc;

use domain::ids::{CustomerId, PlanVersionId};
use domain::obligation::Calendars;
use domain::plan::apply::{Applied, Provenance};
use domain::plan::{EffectivePlan, Plan, Terms};
use domain::slug::LegalProduct;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::agreement::{self, Signed};
use store::case::{self, CaseRow, Frozen};
use store::{Conn, Scope, Tx, calendar, customer, unit};

use super::refresh::json;
use crate::agreements::{Protected, joined, not_any_more};
use crate::calendars::{Rules, in_force_at};
use crate::error::{Error, Result};

/// The plan and the calendars of a case.
#[derive(Debug)]
pub(super) struct Basis {
    pub(super) plan: Arc<EffectivePlan>,
    pub(super) calendars: Calendars,
}

/// Whose case it is, where no agreement says so, and about what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Buyer<'a> {
    pub(super) customer: Option<CustomerId>,
    /// The family of the unit's product, as the law knows it.
    pub(super) product: Option<&'a LegalProduct>,
    /// The law is that of the day of the report.
    pub(super) reported_at: Timestamp,
}

/// A plan in force as it is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    plan: Plan,
    origins: Vec<Provenance>,
}

impl Basis {
    /// What an existing case is judged by.
    pub(super) async fn load(conn: &mut Conn, case: &CaseRow) -> Result<Self> {
        match &case.frozen {
            Some(frozen) => Self::frozen(conn, frozen).await,
            None => Self::now(conn, case).await,
        }
    }

    /// What it would be judged by if it were open.
    pub(super) async fn now(conn: &mut Conn, case: &CaseRow) -> Result<Self> {
        let signed = match case.agreement {
            Some(id) => Some(agreement::signed(conn, id, &Scope::All).await?),
            None => None,
        };
        let units: Vec<_> = case.unit.into_iter().collect();
        let families = unit::families(conn, &units).await?;
        let family = families.values().next();
        let rules = Rules::load(conn).await?;
        rules.of(conn, case, signed.as_ref(), family).await
    }

    /// A published plan as an agreement applies it, or as it was sold, under rules that were read for the same question.
    pub(super) async fn of(
        conn: &mut Conn,
        rules: &Rules,
        (version, signed): (PlanVersionId, Option<&Signed>),
        buyer: Buyer<'_>,
    ) -> Result<Self> {
        match signed {
            Some(signed) => rules.under(conn, version, signed, buyer.product).await,
            None => rules.sold(conn, version, buyer).await,
        }
    }

    async fn frozen(conn: &mut Conn, frozen: &Frozen) -> Result<Self> {
        let body = case::basis(conn, &frozen.basis).await?;
        let kept: Kept = serde_json::from_str(&body).map_err(Error::internal)?;
        let plan = EffectivePlan::of(Applied {
            plan: kept.plan,
            origins: kept.origins,
            silent: Vec::new(),
        });
        Ok(Self {
            plan: Arc::new(plan.map_err(Error::internal)?),
            calendars: in_force_at(conn, frozen.calendars).await?.calendars,
        })
    }

    /// Keeps what holds now for a case that has ended.
    pub(super) async fn freeze(&self, tx: &mut Tx) -> Result<Frozen> {
        let body = json(&Kept {
            plan: self.plan.plan().clone(),
            origins: self.plan.origins().cloned().collect(),
        })?;
        let basis = domain::hex(&Sha256::digest(body.as_bytes()));
        case::keep_basis(tx, &basis, &body).await?;
        let calendars = calendar::revision(tx).await?;
        Ok(Frozen { basis, calendars })
    }
}

impl Rules {
    /// What a case is judged by that has not ended, with its agreement if it has one, and the family of its unit's product.
    pub(super) async fn of(
        &self,
        conn: &mut Conn,
        case: &CaseRow,
        signed: Option<&Signed>,
        product: Option<&LegalProduct>,
    ) -> Result<Basis> {
        let buyer = Buyer {
            customer: case.customer,
            product,
            reported_at: case.reported_at,
        };
        match signed {
            Some(signed) => self.under(conn, case.plan_version, signed, product).await,
            None => self.sold(conn, case.plan_version, buyer).await,
        }
    }

    /// A published plan as an agreement applies it.
    async fn under(
        &self,
        conn: &mut Conn,
        version: PlanVersionId,
        signed: &Signed,
        product: Option<&LegalProduct>,
    ) -> Result<Basis> {
        let plan = store::plan::version(conn, version).await?.body;
        let agreement = &signed.agreement;
        let defaults = match agreement.default_version {
            Some(version) => Some(store::plan::version(conn, version).await?.body),
            None => None,
        };
        let protected = Protected {
            customer: signed.customer,
            products: product.map_or(&[], std::slice::from_ref),
            on: agreement.starts_on,
        };
        let terms = &agreement.terms;
        let joined = joined(&plan, defaults.as_ref(), terms, &self.law, protected)?;
        Ok(Basis {
            plan: joined.map_err(|faults| not_any_more(agreement, &faults))?,
            calendars: self.calendars.clone(),
        })
    }

    /// A published plan without an agreement: as it stands, with what the law adds for a consumer. A plan that asks what
    /// nobody has answered is run with its questions open.
    async fn sold(
        &self,
        conn: &mut Conn,
        version: PlanVersionId,
        buyer: Buyer<'_>,
    ) -> Result<Basis> {
        let plan = store::plan::version(conn, version).await?.body;
        let mut made = None;
        if let (Some(id), Ok(zone)) = (buyer.customer, TimeZone::get(&plan.zone)) {
            let protected = Protected {
                customer: customer::get(conn, id, &Scope::All).await?.kind,
                products: buyer.product.map_or(&[], std::slice::from_ref),
                on: buyer.reported_at.to_zoned(zone).date(),
            };
            made = joined(&plan, None, &Terms::default(), &self.law, protected)?.ok();
        }
        let plan = match made {
            Some(made) => made,
            None => Arc::new(EffectivePlan::draft(Plan::clone(&plan)).map_err(Error::internal)?),
        };
        Ok(Basis {
            plan,
            calendars: self.calendars.clone(),
        })
    }
}
