//! What a case is judged by: its plan as the agreement puts it in force, and the calendars.

use domain::obligation::Calendars;
use domain::plan::{EffectivePlan, Plan};
use store::agreement::{self, Agreement};
use store::case::CaseRow;
use store::{Conn, Scope};

use crate::agreements::applied;
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
        Self::of(conn, &version.body, agreement.as_ref()).await
    }

    /// A published plan as an agreement applies it; without an agreement it stands as it is.
    pub(super) async fn of(
        conn: &mut Conn,
        plan: &Plan,
        agreement: Option<&Agreement>,
    ) -> Result<Self> {
        let plan = match agreement {
            None => EffectivePlan::draft(plan.clone()),
            Some(agreement) => EffectivePlan::of(applied(conn, plan, agreement).await?),
        };
        Ok(Self {
            plan: plan.map_err(Error::internal)?,
            calendars: in_force(conn).await?.calendars,
        })
    }
}
