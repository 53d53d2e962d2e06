use super::{Problem, ProblemCode, Weight, binding, settlement, side};
use crate::plan::clauses::parts::Parts;
use crate::plan::document::SettledBy;
use crate::plan::topic::topic;
use crate::plan::{Plan, Promise};

/// Parts promised from a pool or depot, and also ordered from the maker when needed.
pub(super) fn stocked_or_ordered(plan: &Plan) -> Vec<Problem> {
    let of = |wanted: fn(&Parts) -> bool| {
        binding(plan)
            .find(|(_, clause)| matches!(&clause.promise, Promise::Parts(parts) if wanted(parts)))
    };
    let stocked = of(|parts| matches!(parts, Parts::Stocked { .. } | Parts::ProjectPool));
    let ordered = of(|parts| matches!(parts, Parts::OrderedFromMaker));
    let (Some(stocked), Some(ordered)) = (stocked, ordered) else {
        return Vec::new();
    };
    if !stocked.1.when.overlaps(&ordered.1.when) {
        return Vec::new();
    }
    let mut both = [stocked, ordered];
    both.sort_by_key(|(index, _)| *index);
    vec![Problem {
        code: ProblemCode::StockOrOrder,
        weight: Weight::Hard,
        about: "parts".to_owned(),
        sides: both
            .iter()
            .map(|(index, clause)| side(*index, clause, topic(&clause.promise)))
            .collect(),
        settled_by: None,
        governs: None,
        proposal: Some(settlement(&[both[0].1, both[1].1], SettledBy::Agreement)),
        floor: None,
    }]
}
