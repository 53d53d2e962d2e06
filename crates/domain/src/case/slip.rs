//! The slip of a report (报修单): which fields the plan requires before it is passed on.

use std::collections::BTreeMap;

use crate::plan::clauses::document::{DocumentKind, Field};
use crate::plan::{EffectivePlan, Promise};
use crate::slug::ClauseId;

/// The fields a report's slip must have, each with the clause that requires it.
///
/// Whatever the plan says, a report has words on what is wrong; nothing else is forced on a plan without a slip clause.
pub fn required_fields(plan: &EffectivePlan) -> BTreeMap<Field, Option<ClauseId>> {
    let slips = plan
        .plan()
        .clauses
        .iter()
        .filter_map(|clause| match &clause.promise {
            Promise::Document(issued) if issued.document == DocumentKind::FeedbackSlip => {
                Some((clause, &issued.fields))
            }
            _ => None,
        });
    let mut required = BTreeMap::from([(Field::Content, None)]);
    for (clause, fields) in slips {
        for field in fields {
            required.insert(*field, Some(clause.id.clone()));
        }
    }
    required
}
