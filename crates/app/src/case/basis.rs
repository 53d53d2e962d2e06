//! What a case is judged by: its plan as the agreement puts it in force, and the calendars.

use domain::obligation::Calendars;
use domain::plan::{EffectivePlan, apply};
use domain::{legal, plan};
use store::case::CaseRow;
use store::{Conn, Scope, agreement};

use crate::calendars::in_force;
use crate::error::{Error, Result};

/// The plan and the calendars of a case.
#[derive(Debug)]
pub(super) struct Basis {
    pub(super) plan: EffectivePlan,
    pub(super) calendars: Calendars,
}

impl Basis {
    /// What an existing case is judged by.
    pub(super) async fn load(conn: &mut Conn, case: &CaseRow) -> Result<Self> {
        let version = store::plan::version(conn, case.plan_version).await?;
        let agreement = match case.agreement {
            Some(id) => Some(agreement::get(conn, id, &Scope::All).await?),
            None => None,
        };
        Self::of(&version.body, agreement.as_ref(), in_force(conn).await?.calendars)
    }

    /// A published plan as an agreement applies it; without an agreement it stands as it is.
    pub(super) fn of(
        plan: &plan::Plan,
        agreement: Option<&agreement::Agreement>,
        calendars: Calendars,
    ) -> Result<Self> {
        let plan = match agreement {
            None => EffectivePlan::draft(plan.clone()),
            Some(agreement) => {
                let law = legal::shipped();
                let around = apply::Around {
                    defaults: &[],
                    law: &law,
                    customer: apply::CustomerKind::Business,
                    on: agreement.starts_on,
                };
                let applied = apply::apply(plan, &agreement.terms, around).map_err(|faults| {
                    Error::internal(format!(
                        "agreement {} no longer fits its plan: {faults:?}",
                        agreement.id
                    ))
                })?;
                EffectivePlan::of(applied)
            }
        };
        Ok(Self {
            plan: plan.map_err(Error::internal)?,
            calendars,
        })
    }
}
