//! What an agreement says.

use domain::ids::{CustomerId, OrgUnitId, PlanVersionId, SiteId, UnitId};
use domain::plan::Terms;
use domain::plan::validate::{Fault, unknown_calendars};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::agreement::Agreement;
use store::customer::Customer;
use store::plan::VersionRow;
use store::{Scope, Tx, customer, plan, unit};
use utoipa::ToSchema;

use super::force::sign_terms;
use super::{ENDS_BEFORE_START, FOREIGN_SUBJECT, NEGATIVE, PLAN_RETIRED};
use crate::check::{Checks, UNKNOWN_REFERENCE};
use crate::error::{Error, FieldError, Kind, Result};
use crate::{calendars, faults, org};

const MAX_TITLE: usize = 200;
const MAX_SUBJECTS: usize = 2_000;

/// A new agreement.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateAgreement {
    pub customer: CustomerId,
    pub agreement: AgreementFields,
}

/// Everything an agreement says but whose it is.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgreementFields {
    pub kind: AgreementKind,
    pub title: String,
    /// The branch that answers for it; the customer's own when left out.
    pub org: Option<OrgUnitId>,
    pub plan_version: PlanVersionId,
    #[schema(value_type = String, format = Date)]
    pub starts_on: Date,
    /// The last day, inclusive.
    #[schema(value_type = Option<String>, format = Date)]
    pub ends_on: Option<Date>,
    /// The contract sum in fen.
    pub contract_fen: Option<i64>,
    #[serde(default)]
    pub terms: Terms,
    #[serde(default)]
    pub units: Vec<UnitId>,
    #[serde(default)]
    pub sites: Vec<SiteId>,
}

/// What sort of agreement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgreementKind {
    /// The warranty that comes with a sale.
    SaleWarranty,
    /// A maintenance contract.
    MaintenanceContract,
    /// A project with its own terms.
    Project,
}

impl AgreementKind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SaleWarranty => "sale_warranty",
            Self::MaintenanceContract => "maintenance_contract",
            Self::Project => "project",
        }
    }
}

impl AgreementFields {
    /// Checks everything and writes it into `agreement`. Pointers begin with `below`.
    pub(super) async fn apply(
        self,
        tx: &mut Tx,
        scope: &Scope,
        buyer: &Customer,
        agreement: &mut Agreement,
        below: &str,
    ) -> Result<()> {
        let mut checks = Checks::new();
        agreement.title = checks.name(&format!("{below}/title"), &self.title, MAX_TITLE);
        if self.ends_on.is_some_and(|last| last < self.starts_on) {
            checks.wrong(format!("{below}/ends_on"), ENDS_BEFORE_START);
        }
        if self.contract_fen.is_some_and(|sum| sum < 0) {
            checks.wrong(format!("{below}/contract_fen"), NEGATIVE);
        }
        checks.at_most(&format!("{below}/units"), &self.units, MAX_SUBJECTS);
        checks.at_most(&format!("{below}/sites"), &self.sites, MAX_SUBJECTS);
        let org = self.org.unwrap_or(buyer.branch);
        checks.known(&format!("{below}/org"), org::within(tx, org, scope).await)?;
        let applied = checks.known(
            &format!("{below}/plan_version"),
            plan::version(tx, self.plan_version)
                .await
                .map_err(Error::from),
        )?;
        self.check_subjects(&mut checks, tx, scope, (buyer, agreement), below)
            .await?;
        if let Some(applied) = &applied {
            self.check_plan(&mut checks, tx, applied, agreement, below)
                .await?;
        }
        checks.done()?;
        if let Some(applied) = applied {
            sign_terms(
                tx,
                &applied.body,
                agreement.default_version,
                &self.terms,
                buyer.kind,
                self.starts_on,
            )
            .await?
            .map_err(|found| {
                let wrong = found.iter().map(|fault| FieldError {
                    pointer: format!("{below}/terms{}", fault.pointer),
                    text: faults::text(fault),
                });
                Error::fields(wrong.collect())
            })?;
        }
        self.kind.as_str().clone_into(&mut agreement.kind);
        agreement.org = org;
        agreement.plan_version = self.plan_version;
        agreement.starts_on = self.starts_on;
        agreement.ends_on = self.ends_on;
        agreement.contract_fen = self.contract_fen;
        agreement.terms = self.terms;
        agreement.units = sorted(self.units);
        agreement.sites = sorted(self.sites);
        Ok(())
    }

    /// What an agreement names already it may go on naming, also after a unit was sold or a site removed.
    async fn check_subjects(
        &self,
        checks: &mut Checks,
        tx: &mut Tx,
        scope: &Scope,
        (buyer, agreement): (&Customer, &Agreement),
        below: &str,
    ) -> Result<()> {
        let ids: Vec<String> = self
            .units
            .iter()
            .take(MAX_SUBJECTS)
            .map(ToString::to_string)
            .collect();
        let units = unit::by_ids(tx, &ids, scope).await?;
        for (index, id) in self.units.iter().take(MAX_SUBJECTS).enumerate() {
            if agreement.units.contains(id) {
                continue;
            }
            match units.iter().find(|unit| unit.id == *id) {
                None => checks.wrong(format!("{below}/units/{index}"), UNKNOWN_REFERENCE),
                Some(unit) if unit.customer != buyer.id => {
                    checks.wrong(format!("{below}/units/{index}"), FOREIGN_SUBJECT);
                }
                Some(_) => {}
            }
        }
        let sites = customer::sites(tx, buyer.id).await?;
        for (index, id) in self.sites.iter().take(MAX_SUBJECTS).enumerate() {
            let known = sites.iter().any(|site| site.id == *id);
            if !known && !agreement.sites.contains(id) {
                checks.wrong(format!("{below}/sites/{index}"), UNKNOWN_REFERENCE);
            }
        }
        Ok(())
    }

    /// A retired plan goes on where it is applied already, and is not applied anew.
    async fn check_plan(
        &self,
        checks: &mut Checks,
        tx: &mut Tx,
        applied: &VersionRow,
        agreement: &Agreement,
        below: &str,
    ) -> Result<()> {
        let row = plan::get(tx, applied.plan).await?;
        if row.retired_at.is_some() && agreement.plan_version != applied.id {
            checks.wrong(format!("{below}/plan_version"), PLAN_RETIRED);
        }
        // An agreement that applies the version already is not held up by a calendar somebody else must bring back.
        if agreement.plan_version != applied.id {
            let unknown = unknown_calendars(&applied.body, &calendars::names(tx).await?);
            for fault in unknown.iter().filter(|fault| !is_suggested(fault)) {
                checks.wrong(format!("{below}/plan_version"), faults::text(fault));
            }
        }
        Ok(())
    }
}

/// Whether a fault is in an answer that is only suggested: the agreement gives its own.
fn is_suggested(fault: &Fault) -> bool {
    fault.pointer.starts_with("/parameters/")
}

impl Checks {
    /// A thing referred to: outside the caller's scope it is told as unknown.
    fn known<T>(&mut self, pointer: &str, found: Result<T>) -> Result<Option<T>> {
        match found {
            Ok(found) => Ok(Some(found)),
            Err(Error {
                kind: Kind::NotFound,
                ..
            }) => {
                self.wrong(pointer, UNKNOWN_REFERENCE);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }
}

fn sorted<T: Ord>(mut ids: Vec<T>) -> Vec<T> {
    ids.sort();
    ids.dedup();
    ids
}
