//! What clauses are called, read from the published plans they stand in.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::ids::PlanVersionId;
use domain::plan::Plan;
use store::{Conn, StoreError, plan};

use crate::error::Result;

/// Plan versions read for one answer, each once.
#[derive(Debug, Default)]
pub(super) struct Headings {
    plans: BTreeMap<String, Option<Arc<Plan>>>,
}

impl Headings {
    /// Reads a plan version unless that was done already. One that is missing has no words.
    pub(super) async fn read(&mut self, conn: &mut Conn, version: &str) -> Result<()> {
        if self.plans.contains_key(version) {
            return Ok(());
        }
        let plan = match version.parse::<PlanVersionId>() {
            Err(_) => None,
            Ok(id) => match plan::version(conn, id).await {
                Ok(version) => Some(version.body),
                Err(StoreError::NotFound { .. }) => None,
                Err(error) => return Err(error.into()),
            },
        };
        self.plans.insert(version.to_owned(), plan);
        Ok(())
    }

    /// The heading of a clause of a version that was read; the clause's id if it has none.
    pub(super) fn clause(&self, version: &str, clause: &str) -> String {
        let plan = self.plans.get(version).and_then(Option::as_ref);
        let heading = plan.and_then(|plan| {
            let found = plan
                .clauses
                .iter()
                .find(|known| known.id.as_str() == clause)?;
            Some(found.heading.clone())
        });
        heading.unwrap_or_else(|| clause.to_owned())
    }

    /// The title of a version that was read.
    pub(super) fn title(&self, version: &str) -> String {
        let plan = self.plans.get(version).and_then(Option::as_ref);
        plan.map(|plan| plan.title.clone()).unwrap_or_default()
    }
}
