//! What holds for a unit: the plan as an agreement puts it in force.

use domain::plan::EffectivePlan;
use jiff::civil::Date;
use store::Conn;
use store::agreement::{self, Agreement};
use store::plan::VersionRow;
use store::unit::Unit;

use crate::agreements::applied;
use crate::error::{Error, Result};

/// The agreement with the word of this kind serves what the warranty does not.
const MAINTENANCE: &str = "maintenance_contract";

/// The agreement a unit's warranty comes from, with its plan in force.
#[derive(Debug)]
pub(crate) struct Basis {
    pub(crate) agreement: Agreement,
    pub(crate) version: VersionRow,
    pub(crate) plan: EffectivePlan,
}

impl Basis {
    /// What a unit's warranty comes from: its latest sale or project, else its latest contract. `None` while no agreement
    /// names the unit. An agreement with somebody who owned it before says nothing any more.
    pub(crate) async fn of_unit(conn: &mut Conn, unit: &Unit) -> Result<Option<Self>> {
        let mut agreements = agreement::for_unit(conn, unit.id).await?;
        agreements.retain(|agreement| agreement.customer == unit.customer);
        // A stable sort keeps the latest of each kind first.
        agreements.sort_by_key(|agreement| agreement.kind == MAINTENANCE);
        let Some(agreement) = agreements.into_iter().next() else {
            return Ok(None);
        };
        let version = store::plan::version(conn, agreement.plan_version).await?;
        let applied = applied(conn, &version.body, &agreement).await?;
        let plan = EffectivePlan::of(applied).map_err(Error::internal)?;
        Ok(Some(Self {
            agreement,
            version,
            plan,
        }))
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
