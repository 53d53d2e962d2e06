//! Contradictions and gaps of a plan: what may be meant, but must be seen before it is promised.
//!
//! Each problem names both sides with their own words, and a settlement where one can be proposed. A hard problem that is
//! not settled stands in the way of publishing; a soft one stays visible.

mod apart;
mod attendance;
mod bounded;
mod charges;
mod code;
mod forbidden;
mod gaps;
mod impossible;
mod limits;
mod order;
mod stock;
mod warranty;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use apart::scopes_apart;
pub use attendance::Attended;
pub use code::ProblemCode;

use super::document::{Scope, SettledBy, Settlement};
use super::{Clause, Condition, Plan};
use crate::language::Language;
use crate::legal::{Floor, LegalRow};
use crate::slug::ClauseId;
use crate::words::words;

/// A contradiction, or something missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = PlanProblem))]
pub struct Problem {
    /// What it is.
    pub code: ProblemCode,
    /// Whether it stands in the way of publishing.
    pub weight: Weight,
    /// What it is about: `reported > on_site`, a parameter, a level.
    pub about: String,
    /// The clauses on either side. Empty when no clause says anything.
    pub sides: Vec<Side>,
    /// How the plan settled it, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled_by: Option<SettledBy>,
    /// The clause that goes before the other wherever both hold, where that is certain: the stricter of two limits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub governs: Option<ClauseId>,
    /// A way to settle it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Settlement>,
    /// The law it falls below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Floor>,
}

/// One side of a problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Side {
    /// The clause.
    pub clause: ClauseId,
    /// Where it stands: a JSON pointer into the plan.
    pub pointer: String,
    /// Its heading.
    pub heading: String,
    /// Its words.
    pub text: String,
    /// What it says on the matter, in the plan's notation.
    pub value: String,
}

words! {
    /// How heavy a problem is.
    Weight {
        /// The plan is not published until it is settled or changed.
        Hard = "hard",
        /// Shown, and no more.
        Soft = "soft",
    }
}

impl Problem {
    /// Whether it still stands in the way of publishing.
    pub fn blocks(&self) -> bool {
        self.weight == Weight::Hard && self.settled_by.is_none()
    }

    /// The same with the law it falls below as it is called in a language.
    #[must_use]
    pub fn named_in(mut self, language: Language) -> Self {
        self.floor = self.floor.map(|floor| floor.named_in(language));
        self
    }
}

/// What a plan is held against, beside its own words.
#[derive(Debug, Clone, Copy)]
pub struct Against<'a> {
    /// The legal floors, looked up on the day `on`.
    pub law: &'a [LegalRow],
    pub on: Date,
    /// When the company is attended; none where nobody said.
    pub attended: Option<&'a Attended>,
}

impl<'a> Against<'a> {
    /// The law of a day alone.
    pub const fn law(law: &'a [LegalRow], on: Date) -> Self {
        Self {
            law,
            on,
            attended: None,
        }
    }
}

/// Every problem of a plan, contradictions first.
pub fn problems(plan: &Plan, against: Against<'_>) -> Vec<Problem> {
    let Against { law, on, attended } = against;
    let mut found = limits::conflicting(plan);
    found.extend(order::out_of_order(plan));
    found.extend(order::graver_is_slower(plan));
    found.extend(warranty::conflicting(plan));
    found.extend(charges::conflicting(plan));
    found.extend(stock::stocked_or_ordered(plan));
    found.extend(attended.map_or_else(Vec::new, |hours| attendance::unattended(plan, hours)));
    found.extend(warranty::below_the_law(plan, law, on));
    found.extend(forbidden::words(plan));
    found.extend(impossible::backwards(plan));
    found.extend(impossible::too_wide(plan));
    found.extend(gaps::gaps(plan));
    found
        .into_iter()
        .map(|problem| settled(plan, problem))
        .collect()
}

/// The plan with every proposed settlement taken that it has not settled yet.
#[must_use]
pub fn settle_as_proposed(plan: &Plan, against: Against<'_>) -> Plan {
    let mut settled = plan.clone();
    let open = problems(plan, against)
        .into_iter()
        .filter(|problem| problem.settled_by.is_none());
    for proposal in open.filter_map(|problem| problem.proposal) {
        if !settled
            .settlements
            .iter()
            .any(|earlier| earlier.clauses == proposal.clauses)
        {
            settled.settlements.push(proposal);
        }
    }
    settled
}

/// Looks up how the plan settled a problem. A settlement by scope counts only where the scopes do separate the clauses.
fn settled(plan: &Plan, mut problem: Problem) -> Problem {
    let sides: Vec<&ClauseId> = problem.sides.iter().map(|side| &side.clause).collect();
    // A clause that contradicts the company's habits, and no other clause, is settled by itself and not along with others.
    let alone = problem.code == ProblemCode::Unattended;
    let settlement = plan.settlements.iter().find(|settlement| {
        (sides.len() > 1 || alone && settlement.clauses.len() == 1)
            && sides.iter().all(|side| settlement.clauses.contains(side))
    });
    if let Some(settlement) = settlement
        && problem.code.is_contradiction()
        && (settlement.by != SettledBy::DifferentScope
            || separates(plan, &settlement.scopes, &sides))
    {
        problem.settled_by = Some(settlement.by);
        problem.proposal = None;
    }
    let stricter = match problem.settled_by {
        Some(by) => by == SettledBy::Stricter,
        // Nobody has to settle it, and the stricter governs unless somebody does.
        None => problem.weight == Weight::Soft,
    };
    problem.governs = problem.governs.filter(|_| stricter);
    problem
}

fn separates(plan: &Plan, scopes: &[Scope], sides: &[&ClauseId]) -> bool {
    let narrowed: Vec<Condition> = sides
        .iter()
        .filter_map(|side| plan.clauses.iter().find(|clause| clause.id == **side))
        .filter_map(
            |clause| match scopes.iter().find(|scope| scope.clause == clause.id) {
                Some(scope) => clause.when.and(&scope.when),
                None => Some(clause.when.clone()),
            },
        )
        .collect();
    narrowed
        .iter()
        .enumerate()
        .all(|(index, one)| narrowed[..index].iter().all(|other| !one.overlaps(other)))
}

/// A settlement of a contradiction between clauses.
fn settlement(clauses: &[&Clause], by: SettledBy) -> Settlement {
    Settlement {
        clauses: clauses.iter().map(|clause| clause.id.clone()).collect(),
        by,
        scopes: Vec::new(),
        reason: String::new(),
    }
}

/// The clauses of a plan with their places, those that bind nobody (可以, 尽量) left out.
fn binding(plan: &Plan) -> impl Iterator<Item = (usize, &Clause)> {
    plan.clauses
        .iter()
        .enumerate()
        .filter(|(_, clause)| clause.strength == super::Strength::Must)
}

fn side(index: usize, clause: &Clause, value: String) -> Side {
    Side {
        clause: clause.id.clone(),
        pointer: format!("/clauses/{index}"),
        heading: clause.heading.clone(),
        text: clause.text.clone(),
        value,
    }
}
