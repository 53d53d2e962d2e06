//! Which agreements the night has something to do for. Most nights that is few of them, so all are looked at together and
//! only those are opened one by one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use domain::ids::{AgreementId, PlanVersionId};
use domain::legal::LegalRow;
use domain::obligation::Obligation;
use domain::plan::Plan;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::duty::{self, Seen};
use store::{Conn, plan};

use super::open::Opened;
use crate::agreements::{Protected, joined, not_any_more};
use crate::error::{Kind, Result};
use crate::plans::law_rows;
use crate::settings;

/// Agreements whose facts are in memory at once.
const AT_ONCE: usize = 50;

/// Those of the agreements whose occurrences as of an instant are not the ones that are kept.
pub(super) async fn changed(
    conn: &mut Conn,
    agreements: &[AgreementId],
    now: Timestamp,
) -> Result<Vec<AgreementId>> {
    let mut known = Known {
        zone: settings::zone(conn).await?,
        law: law_rows(conn).await?,
        plans: BTreeMap::new(),
    };
    let mut changed = Vec::new();
    for some in agreements.chunks(AT_ONCE) {
        for mut seen in duty::seen(conn, some).await? {
            let (id, kept) = (seen.agreement.id, std::mem::take(&mut seen.kept));
            match known.opened(conn, seen).await {
                Ok(opened) if is_same(&kept, &opened.rows(now)) => {}
                Err(error) if error.kind == Kind::Unavailable => return Err(error),
                // What cannot be computed is not known to be the same; whoever computes it alone finds out why.
                Ok(_) | Err(_) => changed.push(id),
            }
        }
    }
    Ok(changed)
}

/// What all agreements share, read once.
struct Known {
    zone: TimeZone,
    law: Cow<'static, [LegalRow]>,
    plans: BTreeMap<PlanVersionId, Arc<Plan>>,
}

impl Known {
    async fn opened(&mut self, conn: &mut Conn, seen: Seen) -> Result<Opened> {
        let agreement = &seen.agreement;
        let defaults = match agreement.default_version {
            Some(version) => Some(self.plan(conn, version).await?),
            None => None,
        };
        let plan = self.plan(conn, agreement.plan_version).await?;
        let protected = Protected {
            customer: seen.customer,
            products: &seen.families,
            on: agreement.starts_on,
        };
        let terms = &agreement.terms;
        let made = joined(&plan, defaults.as_ref(), terms, &self.law, protected)?
            .map_err(|faults| not_any_more(agreement, &faults))?;
        let recorded_on = agreement.created_at.to_zoned(self.zone.clone()).date();
        Opened::seen(seen, made, recorded_on)
    }

    async fn plan(&mut self, conn: &mut Conn, version: PlanVersionId) -> Result<Arc<Plan>> {
        if let Some(known) = self.plans.get(&version) {
            return Ok(known.clone());
        }
        let plan = plan::version(conn, version).await?.body;
        self.plans.insert(version, plan.clone());
        Ok(plan)
    }
}

/// Whether two lists hold the same occurrences, in whatever order.
fn is_same(kept: &[Obligation], computed: &[Obligation]) -> bool {
    kept.len() == computed.len() && computed.iter().all(|row| kept.contains(row))
}
