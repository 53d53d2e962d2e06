//! Loading an agreement's duties with all they depend on.

use domain::duty::{Agreed, AgreementForm, DutyEvent, duties};
use domain::obligation::Obligation;
use domain::plan::EffectivePlan;
use jiff::Timestamp;
use jiff::civil::Date;
use store::agreement::Agreement;
use store::{Conn, duty};

use crate::agreements;
use crate::error::{Error, Result};
use crate::settings;

/// An agreement with its plan in force and the facts of its duties.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) agreement: Agreement,
    pub(super) plan: EffectivePlan,
    pub(super) facts: Vec<DutyEvent>,
    pub(super) agreed: Agreed,
}

impl Opened {
    /// With its units as they are now: their warranties, and the end of their production.
    pub(super) async fn load(conn: &mut Conn, agreement: Agreement) -> Result<Self> {
        let warranty = duty::warranty_ends_on(conn, agreement.id).await?;
        let production = duty::production_ends_on(conn, agreement.id).await?;
        Self::with(conn, agreement, warranty, production).await
    }

    /// With its units as they were.
    pub(super) async fn with(
        conn: &mut Conn,
        agreement: Agreement,
        warranty_ends_on: Option<Date>,
        production_ends_on: Option<Date>,
    ) -> Result<Self> {
        let applied = agreements::in_force(conn, &agreement).await?;
        let form: AgreementForm = agreement.kind.parse().map_err(Error::internal)?;
        let recorded_on = settings::day_of(conn, agreement.created_at).await?;
        Ok(Self {
            plan: EffectivePlan::of(applied).map_err(Error::internal)?,
            facts: duty::events(conn, agreement.id).await?,
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
