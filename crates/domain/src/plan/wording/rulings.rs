//! Which of two clauses that contradict each other governs, as their articles say it: who reads the paper alone must know
//! what is owed.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::articles::article;
use crate::plan::Plan;
use crate::plan::document::SettledBy;
use crate::plan::problems::{Against, Problem, problems};
use crate::slug::ClauseId;

/// The contradictions of a plan whose outcome is known.
pub(super) struct Rulings {
    found: Vec<Problem>,
}

impl Rulings {
    /// Contradictions between clauses depend neither on the law of a day nor on who attends.
    pub(super) fn of(plan: &Plan) -> Self {
        let mut found = problems(plan, Against::law(&[], Date::MIN));
        found.retain(|problem| {
            problem.code.is_contradiction()
                && problem.sides.len() > 1
                && (problem.governs.is_some() || problem.settled_by.is_some())
        });
        Self { found }
    }

    /// The sentences below the article of a clause, each once.
    pub(super) fn on(&self, id: &ClauseId, numbers: &BTreeMap<&ClauseId, usize>) -> Vec<String> {
        let mut said = Vec::new();
        for problem in self.found.iter().filter(|problem| concerns(problem, id)) {
            let sentence = sentence(problem, id, numbers);
            said.extend(sentence.filter(|sentence| !said.contains(sentence)));
        }
        said
    }

    /// The clause that always goes before this one, if there is one.
    pub(super) fn superseding(&self, id: &ClauseId) -> Option<&ClauseId> {
        let concerned = self.found.iter().filter(|problem| concerns(problem, id));
        let mut others = concerned.filter_map(|problem| problem.governs.as_ref());
        others.find(|governs| *governs != id)
    }
}

fn concerns(problem: &Problem, id: &ClauseId) -> bool {
    problem.sides.iter().any(|side| side.clause == *id)
}

fn sentence(
    problem: &Problem,
    id: &ClauseId,
    numbers: &BTreeMap<&ClauseId, usize>,
) -> Option<String> {
    let others = problem.sides.iter().map(|side| &side.clause);
    let others: Vec<String> = others
        .filter(|clause| *clause != id)
        .filter_map(|clause| numbers.get(clause).map(|number| article(*number)))
        .collect();
    let others = others.join("、");
    match (&problem.governs, problem.settled_by) {
        (Some(governs), _) if governs == id => {
            Some(format!("本条与{others}不一致，以较严的本条为准。"))
        }
        (Some(governs), _) => {
            let other = numbers.get(governs).map(|number| article(*number))?;
            Some(format!("本条与{other}不一致，以较严的{other}为准。"))
        }
        (None, Some(SettledBy::Stricter)) => {
            Some(format!("本条与{others}不一致的，以对客户有利的为准。"))
        }
        (None, Some(SettledBy::Agreement)) => Some(format!("本条与{others}择一适用，由合同选定。")),
        // The words of each say when it holds.
        (None, Some(SettledBy::DifferentScope) | None) => None,
    }
}
