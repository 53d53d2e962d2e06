use super::{Problem, ProblemCode, Weight, side};
use crate::legal::forbidden;
use crate::plan::Plan;

/// Clauses whose words the law forbids, whoever they bind and however strongly: they must not be written at all.
pub(super) fn words(plan: &Plan) -> Vec<Problem> {
    let mut found = Vec::new();
    for (index, clause) in plan.clauses.iter().enumerate() {
        let said: Vec<&str> = [&clause.heading, &clause.text]
            .into_iter()
            .flat_map(|text| forbidden(text).into_iter().map(|at| &text[at]))
            .collect();
        if !said.is_empty() {
            found.push(Problem {
                code: ProblemCode::ForbiddenWords,
                weight: Weight::Hard,
                about: said.join("、"),
                sides: vec![side(index, clause, said.join("、"))],
                settled_by: None,
                governs: None,
                proposal: None,
                floor: None,
            });
        }
    }
    found
}
