//! What a report is about: the unit with its warranty, the agreement, the plan that serves.

use domain::entitlement::{ResolvedTerm, UnitStanding, WarrantyResolution};
use domain::ids::{AgreementId, CustomerId, OrgUnitId, PlanVersionId, SiteId};
use domain::plan::clauses::coverage::Standing;
use domain::slug::RegionKey;
use jiff::Timestamp;
use store::agreement::{self, Agreement, Signed};
use store::unit::{self, Unit};
use store::{Conn, Scope, StoreError, customer};

use super::basis::{Basis, Buyer};
use super::newcomer::own_plan;
use super::report::Report;
use crate::basis::{Basis as UnitBasis, Known};
use crate::calendars::Rules;
use crate::check::UNKNOWN_REFERENCE;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::settings;
use crate::warranty::promised;

crate::messages! {
    NO_AGREEMENT = "no-agreement", "请选择服务协议，或者有默认方案的设备。",
        "Choose an agreement, or a unit whose product has a plan.";
}

/// What a report is about.
pub(super) struct About {
    /// Absent where the unit is served by the plan it was sold with, or the customer by the company's own.
    pub(super) agreement: Option<Signed>,
    pub(super) plan_version: PlanVersionId,
    pub(super) customer: CustomerId,
    pub(super) branch: OrgUnitId,
    unit: Option<Unit>,
    /// What clocks and warranty rest on besides the plan.
    pub(super) rules: Rules,
    /// What the unit's warranty comes from, and the warranty.
    pub(super) warranty: Option<(UnitBasis, WarrantyResolution)>,
    pub(super) site: Option<SiteId>,
    pub(super) region: Option<RegionKey>,
}

/// Loads what the body names, within the caller's scope: a stranger's id is as good as none.
pub(super) async fn about(
    ctx: &Ctx,
    conn: &mut Conn,
    scope: &Scope,
    given: &Report,
) -> Result<About> {
    let unit = match given.unit {
        Some(id) => Some(named("/unit", unit::get(conn, id, &wide(scope)).await)?),
        None => None,
    };
    let agreements = match &unit {
        Some(unit) => agreement::for_unit(conn, unit.id).await?,
        None => Vec::new(),
    };
    let of_unit = match &unit {
        Some(unit) => serving(ctx, conn, &agreements, unit, given.at).await?,
        None => None,
    };
    let agreement = match given.agreement.or(of_unit) {
        Some(id) => Some(named(
            "/agreement",
            agreement::signed(conn, id, &wide(scope)).await,
        )?),
        None => None,
    };
    let newcomer = match given.customer {
        Some(id) => Some(named(
            "/customer",
            customer::get(conn, id, &wide(scope)).await,
        )?),
        None => None,
    };
    let rules = Rules::load(conn).await?;
    let warranty = match &unit {
        Some(unit) => resolved(conn, unit, agreements, (&rules, agreement.as_ref())).await?,
        None => None,
    };
    let sold_with = warranty
        .as_ref()
        .and_then(|(basis, _)| basis.version.as_ref().map(|version| version.id));
    let (plan_version, customer, branch) = match (&agreement, &unit, &newcomer) {
        (Some(Signed { agreement, .. }), unit, _) => (
            agreement.plan_version,
            agreement.customer,
            unit.as_ref().map_or(agreement.org, |unit| unit.branch),
        ),
        (None, Some(unit), _) => {
            let sold_with = sold_with.ok_or_else(|| Error::field("/agreement", NO_AGREEMENT))?;
            (sold_with, unit.customer, unit.branch)
        }
        (None, None, Some(known)) => {
            let own = own_plan(ctx, conn, known.id).await?;
            (own, known.id, known.branch)
        }
        (None, None, None) => return Err(Error::field("/agreement", NO_AGREEMENT)),
    };
    if given.customer.is_some_and(|named| named != customer) {
        return Err(Error::field("/customer", UNKNOWN_REFERENCE));
    }
    if unit.as_ref().is_some_and(|unit| unit.customer != customer) {
        return Err(Error::field("/agreement", UNKNOWN_REFERENCE));
    }
    if scope.is_of_jobs() {
        let pointer = match (&unit, &agreement) {
            (Some(_), _) => "/unit",
            (None, Some(_)) => "/agreement",
            (None, None) => "/customer",
        };
        named(pointer, customer::get(conn, customer, scope).await)?;
    }
    let site = given.site.or(unit.as_ref().and_then(|unit| unit.site));
    let site = match site {
        Some(id) => Some(named(
            "/site",
            customer::get_site(conn, id, &wide(scope)).await,
        )?),
        None => None,
    };
    if site.as_ref().is_some_and(|site| site.customer != customer) {
        return Err(Error::field("/site", UNKNOWN_REFERENCE));
    }
    let of_site = site.as_ref().and_then(|site| site.region.clone());
    let signed = agreement.as_ref().map(|signed| &signed.agreement);
    Ok(About {
        region: given
            .region
            .clone()
            .or(of_site)
            .or_else(|| signed.and_then(|one| one.terms.region.clone())),
        branch,
        rules,
        site: site.map(|site| site.id),
        agreement,
        plan_version,
        customer,
        unit,
        warranty,
    })
}

impl About {
    /// Whom the law protects, and what.
    pub(super) fn buyer(&self, reported_at: Timestamp) -> Buyer<'_> {
        let unit = self.unit.as_ref();
        Buyer {
            customer: Some(self.customer),
            product: unit.and_then(|unit| unit.labels.legal_product.as_ref()),
            reported_at,
        }
    }
}

/// What a unit's warranty comes from, and the warranty as it is now.
async fn resolved(
    conn: &mut Conn,
    unit: &Unit,
    agreements: Vec<Agreement>,
    (rules, signed): (&Rules, Option<&Signed>),
) -> Result<Option<(UnitBasis, WarrantyResolution)>> {
    let with_owner = signed.filter(|signed| signed.agreement.customer == unit.customer);
    let known = Known {
        agreements,
        rules,
        owner: with_owner.map(|signed| signed.customer),
    };
    let Some(basis) = UnitBasis::among(conn, unit, known).await? else {
        return Ok(None);
    };
    let warranty = promised(conn, unit, &basis).await?;
    Ok(Some((basis, warranty)))
}

/// The agreement that serves a unit, of those with the customer who has it now: the latest that runs on the day of the
/// report, or the latest where none does.
async fn serving(
    ctx: &Ctx,
    conn: &mut Conn,
    agreements: &[Agreement],
    unit: &Unit,
    at: Option<Timestamp>,
) -> Result<Option<AgreementId>> {
    let own = agreements.iter();
    let own: Vec<_> = own.filter(|one| one.customer == unit.customer).collect();
    let latest = own.first().map(|one| one.id);
    if own.len() < 2 {
        return Ok(latest);
    }
    let day = settings::day_of(conn, at.unwrap_or_else(|| ctx.now())).await?;
    let running = own.iter().find(|one| one.runs_on(day));
    Ok(running.map(|one| one.id).or(latest))
}

/// Engineers and outlets report what they find at any customer of theirs: their cases name the customer, which is checked
/// once it is known, and not yet the unit or the agreement.
fn wide(scope: &Scope) -> Scope {
    if scope.is_of_jobs() {
        Scope::All
    } else {
        scope.clone()
    }
}

fn named<T>(pointer: &str, found: Result<T, StoreError>) -> Result<T> {
    found.map_err(|error| match error {
        StoreError::NotFound { .. } => Error::field(pointer, UNKNOWN_REFERENCE),
        other => other.into(),
    })
}

/// The state of warranty or contract on the day of the report, also where it is entered later; `None` where nobody can tell.
pub(super) fn standing(basis: &Basis, about: &About, at: Timestamp) -> Option<Standing> {
    let today = at.to_zoned(basis.plan.zone().clone()).date();
    let warranty = about.warranty.as_ref().map(|(_, warranty)| warranty);
    let ends = warranty.and_then(WarrantyResolution::unit_ends_on);
    let is_running = warranty.is_some_and(|it| it.standing(today) == UnitStanding::InWarranty);
    let start_is_missing = ends.is_none()
        && warranty.is_some_and(|it| !it.missing_starts().is_empty() || it.misses_season());
    let is_unread = warranty.is_some_and(|it| !it.missing_readings(today).is_empty());
    let is_used_up = warranty.is_some_and(|it| it.terms.iter().any(ResolvedTerm::is_used_up));
    let signed = about.agreement.as_ref().map(|signed| &signed.agreement);
    let runs = signed.filter(|agreement| agreement.runs_on(today));
    let in_contract = runs.is_some_and(|agreement| agreement.kind == "maintenance_contract");
    let is_in_time = ends.is_some_and(|ends| today <= ends) && !is_unread && !is_used_up;
    if is_in_time || is_running {
        Some(Standing::InWarranty)
    } else if in_contract {
        Some(Standing::InContract)
    } else if start_is_missing || is_unread {
        None
    } else if ends.is_none() && runs.is_some() {
        Some(Standing::InWarranty)
    } else {
        Some(Standing::OutOfWarranty)
    }
}
