//! What a case is judged by: its plan as the agreement puts it in force, and the calendars.
//!
//! While a case is open that is what holds now: a calendar edited today moves its deadlines today. Once it has ended it
//! stays what it was, so that computing it anew gives the same promises on any later day.

use domain::ids::CustomerId;
use domain::obligation::Calendars;
use domain::plan::apply::{Applied, Provenance};
use domain::plan::effective::UnknownZone;
use domain::plan::{EffectivePlan, Plan, Terms};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::agreement::{self, Agreement};
use store::case::{self, CaseRow, Frozen};
use store::{Conn, Scope, Tx, calendar, customer};

use super::refresh::json;
use crate::agreements::{applied, apply_terms};
use crate::calendars::{in_force, in_force_at};
use crate::error::{Error, Result};

/// The plan and the calendars of a case.
#[derive(Debug)]
pub(super) struct Basis {
    pub(super) plan: EffectivePlan,
    pub(super) calendars: Calendars,
}

/// Whose case it is, where no agreement says so.
#[derive(Debug, Clone, Copy)]
pub(super) struct Buyer {
    pub(super) customer: Option<CustomerId>,
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
        let version = store::plan::version(conn, case.plan_version).await?;
        let agreement = match case.agreement {
            Some(id) => Some(agreement::get(conn, id, &Scope::All).await?),
            None => None,
        };
        let buyer = Buyer {
            customer: case.customer,
            reported_at: case.reported_at,
        };
        Self::of(conn, &version.body, agreement.as_ref(), buyer).await
    }

    /// A published plan as an agreement applies it, or as it was sold.
    pub(super) async fn of(
        conn: &mut Conn,
        plan: &Plan,
        agreement: Option<&Agreement>,
        buyer: Buyer,
    ) -> Result<Self> {
        let plan = match agreement {
            None => sold(conn, plan, buyer).await?,
            Some(agreement) => EffectivePlan::of(applied(conn, plan, agreement).await?),
        };
        Ok(Self {
            plan: plan.map_err(Error::internal)?,
            calendars: in_force(conn).await?.calendars,
        })
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
            plan: plan.map_err(Error::internal)?,
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

/// A published plan without an agreement: as it stands, with what the law adds for a consumer. A plan that asks what
/// nobody has answered is run with its questions open.
async fn sold(
    conn: &mut Conn,
    plan: &Plan,
    buyer: Buyer,
) -> Result<std::result::Result<EffectivePlan, UnknownZone>> {
    let draft = || EffectivePlan::draft(plan.clone());
    let (Some(id), Ok(zone)) = (buyer.customer, TimeZone::get(&plan.zone)) else {
        return Ok(draft());
    };
    let kind = customer::get(conn, id, &Scope::All).await?.kind;
    let on = buyer.reported_at.to_zoned(zone).date();
    let joined = apply_terms(conn, plan, None, &Terms::default(), kind, on).await?;
    Ok(joined.map_or_else(|_| draft(), EffectivePlan::of))
}
