//! Loading an agreement's duties with all they depend on.

use std::sync::Arc;

use domain::duty::{Agreed, AgreementForm, DutyEvent, duties};
use domain::obligation::Obligation;
use domain::plan::EffectivePlan;
use domain::slug::LegalProduct;
use jiff::Timestamp;
use jiff::civil::Date;
use store::agreement::Agreement;
use store::duty::Seen;
use store::{Conn, duty, plan};

use crate::agreements;
use crate::error::{Error, Result};
use crate::settings;

/// An agreement with its plan in force and the facts of its duties.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) agreement: Agreement,
    pub(super) plan: Arc<EffectivePlan>,
    pub(super) facts: Vec<DutyEvent>,
    pub(super) agreed: Agreed,
    pub(super) families: Vec<LegalProduct>,
}

impl Opened {
    /// With its units as they are now: their warranties, the end of their production, and the families the law knows
    /// their products by.
    pub(super) async fn load(conn: &mut Conn, agreement: Agreement) -> Result<Self> {
        let warranty = duty::warranty_ends_on(conn, agreement.id).await?;
        let production = duty::production_ends_on(conn, agreement.id).await?;
        let families = duty::families(conn, agreement.id).await?;
        Self::with(conn, agreement, (warranty, production), families).await
    }

    /// With its units as they were.
    pub(super) async fn with(
        conn: &mut Conn,
        agreement: Agreement,
        units: (Option<Date>, Option<Date>),
        families: Vec<LegalProduct>,
    ) -> Result<Self> {
        let version = plan::version(conn, agreement.plan_version).await?;
        let recorded_on = settings::day_of(conn, agreement.created_at).await?;
        let plan = agreements::effective(conn, &version.body, &agreement, &families).await?;
        let facts = duty::events(conn, agreement.id).await?;
        Self::of(agreement, plan, facts, units, (recorded_on, families))
    }

    /// What was read together with other agreements, and the plan as it applies.
    pub(super) fn seen(seen: Seen, plan: Arc<EffectivePlan>, recorded_on: Date) -> Result<Self> {
        let units = (seen.warranty_ends_on, seen.production_ends_on);
        let rest = (recorded_on, seen.families);
        Self::of(seen.agreement, plan, seen.facts, units, rest)
    }

    fn of(
        agreement: Agreement,
        plan: Arc<EffectivePlan>,
        facts: Vec<DutyEvent>,
        (warranty_ends_on, production_ends_on): (Option<Date>, Option<Date>),
        (recorded_on, families): (Date, Vec<LegalProduct>),
    ) -> Result<Self> {
        let form: AgreementForm = agreement.kind.parse().map_err(Error::internal)?;
        Ok(Self {
            plan,
            facts,
            families,
            agreed: Agreed {
                form,
                starts_on: agreement.starts_on,
                ends_on: agreement.ends_on,
                ended_on: agreement.ended_on,
                warranty_ends_on,
                recorded_on,
                production_ends_on,
            },
            agreement,
        })
    }

    /// The occurrences as they stand at an instant.
    pub(super) fn rows(&self, now: Timestamp) -> Vec<Obligation> {
        duties(&self.plan, &self.agreed, &self.facts, now)
    }
}
