//! Which clause of the plan answers a demand: in each case the one that holds there, in all of them the least good.

use std::cmp::{Ordering, Reverse};

use jiff::civil::Date;

use super::cells::{Cells, Unsaid, cells};
use super::likeness::likeness;
use super::{Found, Grounds, Measure, Verdict, rank};
use crate::plan::choose::choose;
use crate::plan::document::SettledBy;
use crate::plan::problems::{Against, problems};
use crate::plan::{Clause, Condition, Context, Plan, Strength};
use crate::slug::ClauseId;

/// The plan that answers, each clause narrowed to the scope a settlement gave it.
pub(super) struct Offer {
    pub(super) plan: Plan,
    /// Clauses that give way to others wherever both hold: who gives way, and to whom.
    outdone: Vec<(ClauseId, ClauseId)>,
    /// Clauses of which an agreement chooses one.
    chosen_later: Vec<Vec<ClauseId>>,
}

impl Offer {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut outdone = Vec::new();
        for problem in problems(plan, Against::law(&[], Date::MIN)) {
            let Some(governs) = problem.governs else {
                continue;
            };
            let sides = problem.sides.into_iter().map(|side| side.clause);
            outdone.extend(
                sides
                    .filter(|side| *side != governs)
                    .map(|side| (side, governs.clone())),
            );
        }
        let chosen_later = plan
            .settlements
            .iter()
            .filter(|settlement| settlement.by == SettledBy::Agreement)
            .map(|settlement| settlement.clauses.clone())
            .collect();
        let mut plan = plan.clone();
        plan.narrow_to_scopes();
        Self {
            plan,
            outdone,
            chosen_later,
        }
    }

    /// The answer to a demand; nothing where no clause on the matter holds in any of its cases.
    pub(super) fn answer<'a>(
        &'a self,
        demand: &Clause,
        case: &Case<'_>,
        candidates: &[Candidate<'a>],
    ) -> Option<Found<'a>> {
        let stated: Vec<&Condition> = candidates.iter().flat_map(Candidate::conditions).collect();
        let Some(Cells {
            contexts,
            is_foreign,
        }) = cells(&self.plan, &case.when, (&stated, case.except), case.unsaid)
        else {
            return many(demand, candidates);
        };
        let each: Vec<Option<Found<'a>>> = contexts
            .iter()
            .map(|context| self.in_case(demand, context, candidates))
            .collect();
        let gap = each.iter().any(Option::is_none);
        let found: Vec<Found<'a>> = each.into_iter().flatten().collect();
        let mut worst = found.iter().min_by_key(|found| goodness(found))?.clone();
        let best = found.iter().max_by_key(|found| goodness(found))?.clone();
        if is_foreign && (gap || worst.verdict == Verdict::Worse) {
            let falls_short = best.verdict == Verdict::Worse;
            let verdict = (Verdict::Unclear, Grounds::Wording);
            return Some(if falls_short && !gap {
                best
            } else {
                best.ruled(verdict)
            });
        }
        let holds_everywhere = |clause: &Clause| {
            candidates
                .iter()
                .filter(|candidate| candidate.clause.id == clause.id)
                .any(|candidate| contexts.iter().all(|context| candidate.holds(context)))
        };
        if !worst.clause.is_some_and(holds_everywhere) {
            worst.beside = others(&worst, &found);
        }
        Some(if gap {
            worst.ruled((Verdict::Worse, Grounds::NotInEveryCase))
        } else {
            worst
        })
    }

    /// What is owed in one case.
    fn in_case<'a>(
        &self,
        demand: &Clause,
        context: &Context,
        candidates: &[Candidate<'a>],
    ) -> Option<Found<'a>> {
        let holding = candidates.iter().filter(|it| it.holds(context));
        let most = holding.clone().map(|it| it.weight).max()?;
        let mut here: Vec<Found<'a>> = holding
            .filter(|it| it.weight == most)
            .filter_map(|it| it.found(context))
            .map(|found| binding(demand, found))
            .collect();
        let ids: Vec<ClauseId> = here.iter().filter_map(Found::id).cloned().collect();
        here.retain(|found| {
            !self.outdone.iter().any(|(loser, winner)| {
                found.id() == Some(loser) && winner != loser && ids.contains(winner)
            })
        });
        let stricter: Vec<Found<'a>> = here.clone();
        here.retain(|found| !stricter.iter().any(|other| outdoes(other, found)));
        for choice in &self.chosen_later {
            left_to_the_agreement(choice, &mut here);
        }
        best(demand, here)
    }
}

/// The case of a demand that is answered.
pub(super) struct Case<'a> {
    /// In the names of the plan.
    pub(super) when: Condition,
    /// Cases the demand states by themselves.
    pub(super) except: &'a [Condition],
    pub(super) unsaid: Unsaid,
}

/// A clause on the matter of a demand, with what each row of it answers.
pub(super) struct Candidate<'a> {
    pub(super) clause: &'a Clause,
    /// When it holds, with what its promise says of that.
    pub(super) when: Condition,
    /// The conditions of its rows.
    pub(super) rows: Vec<Condition>,
    /// The answer of each row, and then of what holds when none does.
    pub(super) answers: Vec<Option<Found<'a>>>,
    /// Of several that hold the weightiest do: what names a cause goes before what names none.
    pub(super) weight: u8,
}

impl<'a> Candidate<'a> {
    /// A clause with one answer.
    pub(super) fn plain(clause: &'a Clause, found: Found<'a>) -> Self {
        Self {
            clause,
            when: clause.when.clone(),
            rows: Vec::new(),
            answers: vec![Some(found)],
            weight: 0,
        }
    }

    fn conditions(&self) -> impl Iterator<Item = &Condition> {
        [&self.when].into_iter().chain(&self.rows)
    }

    fn holds(&self, context: &Context) -> bool {
        (self.when.is_blank() || self.when.is_met_by(context)) && self.found(context).is_some()
    }

    fn found(&self, context: &Context) -> Option<Found<'a>> {
        let row = choose(&self.rows, context).row.unwrap_or(self.rows.len());
        self.answers.get(row).cloned().flatten()
    }
}

/// A wish does not answer a duty.
fn binding<'a>(demand: &Clause, found: Found<'a>) -> Found<'a> {
    let is_wish = found
        .clause
        .is_some_and(|clause| clause.strength == Strength::May);
    if is_wish
        && demand.strength == Strength::Must
        && matches!(found.verdict, Verdict::Better | Verdict::Equal)
    {
        return found.ruled((Verdict::Worse, Grounds::NotBinding));
    }
    found
}

/// Of two limits that hold at once the stricter governs.
fn outdoes(one: &Found<'_>, other: &Found<'_>) -> bool {
    match (one.offered, other.offered) {
        (Some(Measure::Limit(stricter)), Some(Measure::Limit(limit))) => {
            // A wish governs nothing.
            let binds = one.because != Grounds::NotBinding;
            binds && rank(one.verdict) >= rank(other.verdict) && stricter.stricter_than(limit)
        }
        _ => false,
    }
}

/// Of clauses one of which is chosen later the least good answers; where another would do, nobody can say yet.
fn left_to_the_agreement(choice: &[ClauseId], here: &mut Vec<Found<'_>>) {
    let among = |found: &Found<'_>| found.id().is_some_and(|id| choice.contains(id));
    let (concerned, mut rest): (Vec<_>, Vec<_>) = here.drain(..).partition(|found| among(found));
    let differ = concerned
        .iter()
        .any(|found| found.verdict != concerned[0].verdict);
    if differ {
        let least = concerned.into_iter().min_by_key(goodness);
        rest.extend(least.map(|found| match found.verdict {
            Verdict::Better | Verdict::Equal => found,
            _ => found.ruled((Verdict::Unclear, Grounds::LeftOpen)),
        }));
    } else {
        rest.extend(concerned);
    }
    *here = rest;
}

/// The other clauses that answer where the one that is shown does not hold, each once.
fn others<'a>(shown: &Found<'a>, found: &[Found<'a>]) -> Vec<(&'a Clause, Option<usize>)> {
    let mut others: Vec<(&Clause, Option<usize>)> = Vec::new();
    for found in found {
        let Some(clause) = found.clause else { continue };
        let is_told = Some(&clause.id) == shown.id()
            || others
                .iter()
                .any(|(told, case)| told.id == clause.id && *case == found.cases[1]);
        if !is_told {
            others.push((clause, found.cases[1]));
        }
    }
    others
}

/// Too many cases: the clause most like the demand is shown to a person.
fn many<'a>(demand: &Clause, candidates: &[Candidate<'a>]) -> Option<Found<'a>> {
    let like = |it: &&Candidate<'_>| likeness(&demand.text, &it.clause.text);
    let shown = candidates.iter().max_by_key(like)?;
    Some(Found::judged(
        shown.clause,
        Verdict::Unclear,
        Grounds::Wording,
    ))
}

/// A number left open answers no better than one that falls short.
fn goodness(found: &Found<'_>) -> u8 {
    match found.because {
        Grounds::LeftOpen => rank(Verdict::Worse),
        _ => rank(found.verdict),
    }
}

/// Of several answers the best one; of equally good ones what binds, then the one whose words are most like the demand's, then the first.
fn best<'a>(demand: &Clause, answers: Vec<Found<'a>>) -> Option<Found<'a>> {
    let like = |found: &Found<'_>| {
        found
            .clause
            .map_or(0, |it| likeness(&demand.text, &it.text))
    };
    let binds = |found: &Found<'_>| found.because != Grounds::NotBinding;
    let key = |at: usize, found: &Found<'_>| {
        let goodness = goodness(found);
        (goodness, binds(found), like(found), Reverse(at))
    };
    answers
        .into_iter()
        .enumerate()
        .max_by(|(at, one), (other_at, other)| -> Ordering {
            key(*at, one).cmp(&key(*other_at, other))
        })
        .map(|(_, found)| found)
}
