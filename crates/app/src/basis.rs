//! What holds for a unit: the plan as an agreement puts it in force, and the calendars.

use std::sync::LazyLock;

use domain::calendar::{BUILTIN_NAMES, Calendar, HolidayTable, builtin};
use domain::customer::CustomerKind;
use domain::ids::UnitId;
use domain::legal;
use domain::obligation::Calendars;
use domain::plan::{EffectivePlan, apply};
use jiff::civil::Date;
use store::agreement::{self, Agreement};
use store::plan::VersionRow;
use store::{Conn, customer};

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
    /// names the unit.
    pub(crate) async fn of_unit(conn: &mut Conn, unit: UnitId) -> Result<Option<Self>> {
        let mut agreements = agreement::for_unit(conn, unit).await?;
        // A stable sort keeps the latest of each kind first.
        agreements.sort_by_key(|agreement| agreement.kind == MAINTENANCE);
        let Some(agreement) = agreements.into_iter().next() else {
            return Ok(None);
        };
        let version = store::plan::version(conn, agreement.plan_version).await?;
        let customer = customer::get(conn, agreement.customer, &store::Scope::All).await?;
        let law = legal::shipped();
        let around = apply::Around {
            defaults: &[],
            law: &law,
            customer: match customer.kind {
                CustomerKind::Consumer => apply::CustomerKind::Consumer,
                CustomerKind::Organisation => apply::CustomerKind::Business,
            },
            on: agreement.starts_on,
        };
        let applied = apply::apply(&version.body, &agreement.terms, around).map_err(|faults| {
            Error::internal(format!(
                "agreement {} no longer fits its plan: {faults:?}",
                agreement.id
            ))
        })?;
        let plan = EffectivePlan::of(applied).map_err(Error::internal)?;
        Ok(Some(Self {
            agreement,
            version,
            plan,
        }))
    }
}

/// Whether a maintenance contract runs for a unit on a day.
pub(crate) async fn in_contract(conn: &mut Conn, unit: UnitId, on: Date) -> Result<bool> {
    let agreements = agreement::for_unit(conn, unit).await?;
    Ok(agreements.iter().any(|agreement| {
        let ends = [agreement.ends_on, agreement.ended_on]
            .into_iter()
            .flatten()
            .min();
        agreement.kind == MAINTENANCE
            && agreement.starts_on <= on
            && ends.is_none_or(|last| on <= last)
    }))
}

/// The calendars that need no file, compiled once.
pub(crate) fn calendars() -> &'static Calendars {
    static BUILTIN: LazyLock<Calendars> = LazyLock::new(|| {
        let compile = |name: &str| {
            let spec = builtin(name)?;
            let calendar = Calendar::compile(&spec, &[HolidayTable::china()]).ok()?;
            Some((name.parse().ok()?, calendar))
        };
        BUILTIN_NAMES
            .iter()
            .filter_map(|name| compile(name))
            .collect()
    });
    &BUILTIN
}
