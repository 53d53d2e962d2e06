//! The slip of a report (报修单): which fields the plan requires before it is passed on.

use std::collections::BTreeMap;

use super::decide::missing_fields;
use super::event::{Evidence, Fact};
use crate::obligation::Obligation;
use crate::plan::clauses::document::{DocumentKind, Field};
use crate::plan::{Context, EffectivePlan, Promise};
use crate::slug::ClauseId;

/// The fields a report's slip must have, each with the clause that requires it where that clause holds: a slip for reports
/// by mail asks nothing of who telephones.
///
/// Whatever the plan says, a report has words on what is wrong; nothing else is forced on a plan without a slip clause.
pub fn required_fields(
    plan: &EffectivePlan,
    context: &Context,
) -> BTreeMap<Field, Option<ClauseId>> {
    let slips = plan
        .clauses(context)
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

/// The documents that taking a report in delivers.
const BY_INTAKE: [DocumentKind; 2] = [DocumentKind::FeedbackSlip, DocumentKind::CustomerFile];

/// Whether taking a report in, or completing its slip later, delivers this document: nobody has taken the case up by that.
pub(super) fn is_of_intake(document: DocumentKind) -> bool {
    BY_INTAKE.contains(&document)
}

/// What an open promise of such a document waits for: the fields its clause requires and the case does not have.
pub fn waits_for(plan: &EffectivePlan, promise: &Obligation, given: &[Field]) -> Vec<Field> {
    let clause = plan.clause(&promise.clause);
    match clause.map(|clause| &clause.promise) {
        Some(Promise::Document(issued)) if promise.is_open() && is_of_intake(issued.document) => {
            let lacks = |field: &&Field| !given.contains(field);
            issued.fields.iter().filter(lacks).copied().collect()
        }
        _ => Vec::new(),
    }
}

/// What a photo handed in after the report completes: the documents of the intake that are still owed and lack nothing more.
/// While something else is missing, too, they wait for that.
pub fn completed_by_photo(
    plan: &EffectivePlan,
    context: &Context,
    owed: &[Obligation],
    given: &[Field],
    photo: &Evidence,
) -> Vec<Fact> {
    let is_owed = |kind: DocumentKind| {
        let of_kind = |row: &&Obligation| {
            let clause = plan.clause(&row.clause).map(|clause| &clause.promise);
            matches!(clause, Some(Promise::Document(issued)) if issued.document == kind)
        };
        owed.iter().filter(of_kind).any(Obligation::is_open)
    };
    let with_proof = |mut fact: Fact| {
        if let Some(evidence) = fact.evidence_mut() {
            evidence.push(photo.clone());
        }
        fact
    };
    let whole = delivered_by_intake(plan, context, given).into_iter();
    whole
        .filter(|fact| match fact {
            Fact::DocumentDelivered { document, .. } => is_owed(*document),
            _ => false,
        })
        .map(with_proof)
        .collect()
}

/// The documents a kept report already is: the slip, and the entry in the customer's file. Taking the report in delivers
/// them with the fields it has. What lacks a promised field, photos say, is not delivered yet: its promise waits for whoever hands in the
/// rest, by the rule any delivery is decided by.
pub fn delivered_by_intake(plan: &EffectivePlan, context: &Context, fields: &[Field]) -> Vec<Fact> {
    let promised = |kind: DocumentKind| {
        plan.clauses(context).any(|clause| match &clause.promise {
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
    BY_INTAKE
        .into_iter()
        .filter(|kind| promised(*kind) && missing_fields(plan, context, *kind, fields).is_empty())
        .map(delivered)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::intake::Channel;
    use crate::plan::templates::template;

    /// The kinds of document that a report with these fields already is under a template.
    fn delivered(id: &str, fields: &[Field]) -> Vec<DocumentKind> {
        let text = template(id).expect("the template exists").toml;
        let plan = toml::from_str(text).expect("it reads");
        let plan = EffectivePlan::draft(plan).expect("its zone is known");
        let over_the_web = Context {
            channel: Some(Channel::Web),
            ..Context::default()
        };
        let facts = delivered_by_intake(&plan, &over_the_web, fields).into_iter();
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
