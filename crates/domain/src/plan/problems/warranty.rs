use jiff::civil::Date;

use super::bounded::Bounded;
use super::{Problem, ProblemCode, Side, Weight, binding, settlement, side};
use crate::legal::{LegalRow, floors_for};
use crate::plan::clauses::warranty::{StartDate, Term, WarrantyTerm};
use crate::plan::document::SettledBy;
use crate::plan::topic::topic;
use crate::plan::{Asked, Clause, Plan, Promise};

/// Pairs of terms for the same thing that differ in length or start.
pub(super) fn conflicting(plan: &Plan) -> Vec<Problem> {
    let terms: Vec<Spoken<'_>> = binding(plan)
        .filter_map(|(index, clause)| match &clause.promise {
            Promise::WarrantyTerm(warranty) => Some(Spoken {
                index,
                clause,
                warranty,
                thing: topic(&clause.promise),
            }),
            _ => None,
        })
        .collect();
    let mut found = Bounded::of(ProblemCode::ConflictingTerms);
    'search: for (position, one) in terms.iter().enumerate() {
        for two in terms[position + 1..].iter().filter(|two| one.differs(two)) {
            let problem = Problem {
                code: ProblemCode::ConflictingTerms,
                weight: Weight::Hard,
                about: one.thing.clone(),
                sides: vec![one.side(), two.side()],
                settled_by: None,
                governs: None,
                proposal: Some(settlement(
                    &rivals(&terms, &one.thing),
                    SettledBy::Agreement,
                )),
                floor: None,
            };
            if found.is_full_after(problem) {
                break 'search;
            }
        }
    }
    found.told(terms.len())
}

/// A clause with a term, and what the term is for.
struct Spoken<'a> {
    index: usize,
    clause: &'a Clause,
    warranty: &'a WarrantyTerm,
    thing: String,
}

impl Spoken<'_> {
    /// Whether both hold for the same thing at once, and differ in length or start.
    fn differs(&self, other: &Self) -> bool {
        let (one, two) = (self.warranty, other.warranty);
        (&one.term, &one.or_term, &one.starts_from) != (&two.term, &two.or_term, &two.starts_from)
            && self.thing == other.thing
            && self.clause.when.overlaps(&other.clause.when)
    }

    fn side(&self) -> Side {
        side(self.index, self.clause, shown(self.warranty))
    }
}

/// Every clause with a term for this thing: the agreement chooses one of them all.
fn rivals<'a>(terms: &[Spoken<'a>], thing: &str) -> Vec<&'a Clause> {
    terms
        .iter()
        .filter(|spoken| spoken.thing == thing)
        .map(|spoken| spoken.clause)
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
