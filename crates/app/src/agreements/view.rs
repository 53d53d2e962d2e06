//! An agreement as others see it, with the clauses in force.

use domain::access::Action;
use domain::ids::{AgreementId, CustomerId, OrgUnitId, PlanId, PlanVersionId, SiteId, UnitId};
use domain::legal::Wording;
use domain::plan::apply::{Applied, Provenance, Raised};
use domain::plan::{Clause, Terms};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::agreement::{self, Agreement};
use store::{Conn, Scope, customer, plan};
use utoipa::ToSchema;

use super::force::in_force;
use super::{ENDED, NO_END, RENEWED};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::language::Language;
use crate::settings;
use crate::view::{ActionView, actions};

/// Where an agreement stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = AgreementStanding)]
pub enum Standing {
    /// Its first day is to come.
    Upcoming,
    /// It holds.
    Running,
    /// Its last day is past.
    Expired,
    /// It was ended early.
    Ended,
}

impl Standing {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::Running => "running",
            Self::Expired => "expired",
            Self::Ended => "ended",
        }
    }
}

/// A clause in force with who says so.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClauseInForce {
    pub clause: Clause,
    pub provenance: Provenance,
}

/// An agreement.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgreementView {
    pub id: AgreementId,
    pub number: String,
    pub kind: String,
    pub title: String,
    pub customer: CustomerId,
    pub customer_name: String,
    pub org: OrgUnitId,
    pub plan: PlanId,
    pub plan_title: String,
    pub plan_number: i64,
    pub plan_version: PlanVersionId,
    #[schema(value_type = String, format = Date)]
    pub starts_on: Date,
    #[schema(value_type = Option<String>, format = Date)]
    pub ends_on: Option<Date>,
    pub contract_fen: Option<i64>,
    pub terms: Terms,
    pub units: Vec<UnitId>,
    pub sites: Vec<SiteId>,
    pub renews: Option<AgreementId>,
    pub renewed_by: Option<AgreementId>,
    #[schema(value_type = Option<String>, format = Date)]
    pub ended_on: Option<Date>,
    pub end_reason: Option<String>,
    pub standing: Standing,
    pub clauses: Vec<ClauseInForce>,
    pub version: i64,
    pub actions: Vec<ActionView>,
}

/// One agreement inside the caller's scope.
pub async fn get(ctx: &Ctx, id: AgreementId) -> Result<AgreementView> {
    let scope = ctx.permit(Action::AgreementRead)?;
    let mut read = ctx.read().await?;
    let row = agreement::get(&mut read, id, &scope).await?;
    view(ctx, &mut read, row).await
}

pub(super) async fn view(ctx: &Ctx, conn: &mut Conn, row: Agreement) -> Result<AgreementView> {
    let version = plan::version(conn, row.plan_version).await?;
    let buyer = customer::get(conn, row.customer, &Scope::All).await?;
    let renewed_by = agreement::renewal(conn, row.id).await?;
    let applied = in_force(conn, &row).await?;
    Ok(AgreementView {
        actions: allowed(ctx, &row, renewed_by.is_some()),
        standing: standing(&row, settings::day_of(conn, ctx.now()).await?),
        id: row.id,
        number: row.number,
        kind: row.kind,
        title: row.title,
        customer: row.customer,
        customer_name: buyer.name,
        org: row.org,
        plan: version.plan,
        plan_title: version.title,
        plan_number: version.number,
        plan_version: row.plan_version,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        contract_fen: row.contract_fen,
        terms: row.terms,
        units: row.units,
        sites: row.sites,
        renews: row.renews,
        renewed_by,
        ended_on: row.ended_on,
        end_reason: row.end_reason,
        clauses: clauses(applied, ctx.language),
        version: row.version,
    })
}

/// The clauses in force as somebody who reads a language is told of them.
pub(super) fn clauses(applied: Applied, language: Language) -> Vec<ClauseInForce> {
    applied
        .plan
        .clauses
        .into_iter()
        .zip(applied.origins)
        .map(|(clause, provenance)| said_in(language, clause, provenance))
        .collect()
}

fn said_in(language: Language, mut clause: Clause, mut provenance: Provenance) -> ClauseInForce {
    if let Some(floor) = provenance.law.take() {
        let said = Wording::law(&clause.promise, &floor, language);
        (clause.heading, clause.text) = (said.heading, said.sentence);
        provenance.law = Some(floor.named_in(language));
    }
    provenance.raised = provenance.raised.map(|raised| Raised {
        floor: raised.floor.named_in(language),
        ..raised
    });
    ClauseInForce { clause, provenance }
}

/// Where an agreement stands on a day of the company's.
pub(crate) fn standing(row: &Agreement, today: Date) -> Standing {
    if row.ended_on.is_some_and(|last| last < today) {
        Standing::Ended
    } else if row.ends_on.is_some_and(|last| last < today) {
        Standing::Expired
    } else if today < row.starts_on {
        Standing::Upcoming
    } else {
        Standing::Running
    }
}

fn allowed(ctx: &Ctx, row: &Agreement, renewed: bool) -> Vec<ActionView> {
    let edit = || {
        ctx.may(Action::AgreementEdit)?;
        if row.ended_on.is_some() {
            Err(Error::refused(ENDED))
        } else {
            Ok(())
        }
    };
    let renewable = || match (renewed, row.ends_on) {
        (true, _) => Err(Error::refused(RENEWED)),
        (false, None) => Err(Error::refused(NO_END)),
        (false, Some(_)) => Ok(()),
    };
    actions(
        ctx.language,
        [
            ("change", edit()),
            ("renew", edit().and_then(|()| renewable())),
            ("end", edit()),
        ],
    )
}
