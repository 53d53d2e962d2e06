//! The slip of a report (报修单): which fields the plan requires before it is passed on.

use std::collections::BTreeMap;

use super::decide::missing_fields;
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
/// them with the fields it has. What lacks a promised field, photos say, is not delivered yet: its promise waits for whoever hands in the
/// rest, by the rule any delivery is decided by.
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
        .filter(|kind| promised(*kind) && missing_fields(plan, *kind, fields).is_empty())
        .map(delivered)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::templates::template;

    /// The kinds of document that a report with these fields already is under a template.
    fn delivered(id: &str, fields: &[Field]) -> Vec<DocumentKind> {
        let text = template(id).expect("the template exists").toml;
        let plan = toml::from_str(text).expect("it reads");
        let plan = EffectivePlan::draft(plan).expect("its zone is known");
        let facts = delivered_by_intake(&plan, fields).into_iter();
        facts
            .filter_map(|fact| match fact {
                Fact::DocumentDelivered { document, .. } => Some(document),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn a_slip_is_delivered_with_everything_that_is_promised_of_it_and_not_before() {
        let written = [Field::Name, Field::Phone, Field::Content, Field::Time];
        assert_eq!(delivered("04-consumer-products", &written), []);
        let with_photos = [&written[..], &[Field::Photos]].concat();
        assert_eq!(
            delivered("04-consumer-products", &with_photos),
            [DocumentKind::FeedbackSlip]
        );
        assert_eq!(
            delivered("06-tender-supplier", &written),
            [DocumentKind::CustomerFile]
        );
    }
}
