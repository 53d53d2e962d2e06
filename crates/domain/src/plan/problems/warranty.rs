use jiff::civil::Date;

use super::{Problem, ProblemCode, Weight, binding, settlement, side};
use crate::legal::{LegalRow, floors_for};
use crate::plan::clauses::warranty::{StartDate, Term, WarrantyTerm};
use crate::plan::document::SettledBy;
use crate::plan::topic::topic;
use crate::plan::{Asked, Clause, Plan, Promise};

/// Pairs of terms for the same thing that differ in length or start.
pub(super) fn conflicting(plan: &Plan) -> Vec<Problem> {
    let terms: Vec<_> = binding(plan)
        .filter_map(|(index, clause)| match &clause.promise {
            Promise::WarrantyTerm(warranty) => Some((index, clause, warranty)),
            _ => None,
        })
        .collect();
    let mut found = Vec::new();
    for (position, (index, clause, warranty)) in terms.iter().enumerate() {
        for (other_index, other, later) in &terms[position + 1..] {
            let differ = (&warranty.term, &warranty.or_term, &warranty.starts_from)
                != (&later.term, &later.or_term, &later.starts_from);
            if topic(&clause.promise) != topic(&other.promise)
                || !differ
                || !clause.when.overlaps(&other.when)
            {
                continue;
            }
            found.push(Problem {
                code: ProblemCode::ConflictingTerms,
                weight: Weight::Hard,
                about: topic(&clause.promise),
                sides: vec![
                    side(*index, clause, shown(warranty)),
                    side(*other_index, other, shown(later)),
                ],
                settled_by: None,
                governs: None,
                proposal: Some(settlement(
                    &rivals(&terms, &topic(&clause.promise)),
                    SettledBy::Agreement,
                )),
                floor: None,
            });
        }
    }
    found
}

/// Every clause with a term for this thing: the agreement chooses one of them all.
fn rivals<'a>(terms: &[(usize, &'a Clause, &WarrantyTerm)], thing: &str) -> Vec<&'a Clause> {
    terms
        .iter()
        .map(|(_, clause, _)| *clause)
        .filter(|clause| topic(&clause.promise) == thing)
        .collect()
}

fn shown(warranty: &WarrantyTerm) -> String {
    let own = limit_shown(&warranty.term, &warranty.starts_from);
    match &warranty.or_term {
        Some(other) => {
            let second = limit_shown(&other.term, &other.starts_from);
            format!("{own} or {second}, whichever ends {}", other.whichever)
        }
        None => own,
    }
}

fn limit_shown(term: &Asked<Term>, starts_from: &[StartDate]) -> String {
    let starts: Vec<&str> = starts_from.iter().map(|start| start.as_str()).collect();
    format!("{term} from {}", starts.join(" > "))
}

/// Promises below the law for the product the plan is for.
pub(super) fn below_the_law(plan: &Plan, law: &[LegalRow], on: Date) -> Vec<Problem> {
    let Some(product) = &plan.legal_product else {
        return Vec::new();
    };
    let rows = floors_for(law, product, on);
    let mut found = Vec::new();
    for (index, clause) in plan.clauses.iter().enumerate() {
        for row in &rows {
            if let Some(said) = row.raise(&mut clause.promise.clone()) {
                found.push(Problem {
                    code: ProblemCode::BelowTheLaw,
                    weight: Weight::Soft,
                    about: row.rule.to_string(),
                    sides: vec![side(index, clause, said)],
                    settled_by: None,
                    governs: None,
                    proposal: None,
                    floor: Some(row.floor()),
                });
            }
        }
    }
    found
}
