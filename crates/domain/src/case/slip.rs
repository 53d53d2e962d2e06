//! The slip of a report (报修单): which fields the plan requires before it is passed on.

use std::collections::BTreeMap;

use super::event::{Evidence, Fact};
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

/// The documents a kept report already is: the slip, and the entry in the customer's file. Taking the report in delivers
/// them, with the fields it has.
pub fn delivered_by_intake(plan: &EffectivePlan, fields: &[Field]) -> Vec<Fact> {
    let kinds = [DocumentKind::FeedbackSlip, DocumentKind::CustomerFile];
    let promised = |kind: DocumentKind| {
        plan.plan()
            .clauses
            .iter()
            .any(|clause| match &clause.promise {
                Promise::Document(issued) => issued.document == kind,
                _ => false,
            })
    };
    let delivered = |document: DocumentKind| Fact::DocumentDelivered {
        document,
        fields: fields.to_vec(),
        evidence: Vec::<Evidence>::new(),
        note: String::new(),
    };
    kinds
        .into_iter()
        .filter(|kind| promised(*kind))
        .map(delivered)
        .collect()
}
