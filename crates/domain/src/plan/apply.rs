//! What holds for one agreement: its own terms before the plan's clauses, the plan before the company's defaults, and no
//! promise below the law.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::asked_fields::{asked_of, each_asked};
use super::clauses::time_limit::Otherwise;
use super::document::{Named, SettledBy, Unanswered};
use super::terms::{Override, OverrideValue};
use super::topic::topic;
use super::validate::{Fault, FaultCode, Faults, check_bound, faults_of_promise};
use super::{Asked, Clause, Condition, Plan, Promise, Terms};
use crate::customer::CustomerKind;
use crate::legal::{Floor, Implied, LegalRow, floors_for_consumers, implied, label};
use crate::slug::{ClauseId, LegalProduct, ParameterId};
use crate::words::words;

/// What applies around the plan: the company's own clauses, the law, and the kind of customer.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// Clauses of the company that hold where a plan says nothing on the same matter.
    pub defaults: &'a [Clause],
    /// The legal rows on file.
    pub law: &'a [LegalRow],
    /// Who buys: the legal floor protects consumers; between businesses the contract governs.
    pub customer: CustomerKind,
    /// The families of the products that are served, as far as they are known: the law protects them whatever family the
    /// plan names.
    pub products: &'a [LegalProduct],
    /// The day the law is looked up for.
    pub on: Date,
}

/// The clauses in force for one agreement, with nothing left to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The plan with its questions answered, its contradictions settled and the company's defaults behind its clauses.
    pub plan: Plan,
    /// Where each clause comes from, in the order of the clauses.
    pub origins: Vec<Provenance>,
    /// Clauses that promise nothing here, because the agreement left their question unanswered or chose another.
    pub silent: Vec<ClauseId>,
}

/// Where one clause in force comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Provenance {
    /// The clause.
    pub clause: ClauseId,
    /// Who says so.
    pub origin: Origin,
    /// Whether it is a limit of the agreement's own, which goes before the plan's for the same step wherever it holds.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub goes_first: bool,
    /// What the clause said before the law raised it, and the law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raised: Option<Raised>,
    /// The row of the law that says so, where nobody else promises as much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<Floor>,
}

/// A promise below the law, computed at the legal level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Raised {
    /// What the clause said.
    pub said: String,
    /// What the law says.
    pub floor: Floor,
}

words! {
    /// Who says what holds.
    Origin {
        /// The agreement: an answer or a value of its own.
        Agreement = "agreement",
        /// The plan.
        Plan = "plan",
        /// The company's default.
        Company = "company",
        /// The law, where plan and company say nothing or less.
        Law = "law",
    }
}

/// The clauses in force, or everything that stands in the way, with pointers into the agreement's terms.
pub fn apply(plan: &Plan, terms: &Terms, around: Around<'_>) -> Result<Applied, Vec<Fault>> {
    let mut faults = Faults::default();
    let asked = plan;
    let mut plan = plan.clone();
    let mut origins: Vec<Origin> = vec![Origin::Plan; plan.clauses.len()];
    check_names(&plan, terms, &mut faults);
    plan.narrow_to_scopes();
    replace(&mut plan, &mut origins, terms, &mut faults);
    let mut silent = answer(&mut plan, &mut origins, terms, &mut faults);
    impossible_answers(asked, &plan, &mut faults);
    silent.extend(unchosen(&plan, terms, &mut faults));
    silent.extend(of_other_levels(&plan, terms));
    let own = own_limits(asked, terms);
    silent.extend(outranked(&plan, &own));
    if !faults.found.is_empty() {
        return Err(faults.found);
    }
    let mut pairs: Vec<(Clause, Origin)> = plan.clauses.drain(..).zip(origins).collect();
    pairs.retain(|(clause, _)| !silent.contains(&clause.id));
    let spoken: Vec<String> = pairs
        .iter()
        .map(|(clause, _)| topic(&clause.promise))
        .collect();
    let silent_defaults = around.defaults.iter().filter(|clause| {
        !spoken.contains(&topic(&clause.promise)) && asked_of(&clause.promise).is_empty()
    });
    for clause in silent_defaults {
        let named = named_apart(clause, &pairs);
        pairs.push((named, Origin::Company));
    }
    let law = floors(&plan, around);
    let mut origins = Vec::with_capacity(pairs.len());
    for (mut clause, origin) in pairs {
        let raised = raise(&mut clause.promise, &law);
        origins.push(Provenance {
            clause: clause.id.clone(),
            origin,
            goes_first: own.contains(&clause.id),
            raised,
            law: None,
        });
        plan.clauses.push(clause);
    }
    for Implied { clause, floor } in implied(&law, &plan.clauses) {
        origins.push(Provenance {
            clause: clause.id.clone(),
            origin: Origin::Law,
            goes_first: false,
            raised: None,
            law: Some(floor),
        });
        name_what_it_says(&mut plan, &clause.when);
        plan.clauses.push(clause);
    }
    plan.settlements.clear();
    plan.parameters.clear();
    Ok(Applied {
        plan,
        origins,
        silent,
    })
}

/// Names the kinds of question and the regions in a condition of the law that the plan does not name itself.
fn name_what_it_says(plan: &mut Plan, when: &Condition) {
    for id in &when.question {
        if plan.question_types.iter().all(|known| known.id != *id) {
            let label = label(id.as_str()).to_owned();
            plan.question_types.push(Named {
                id: id.clone(),
                label,
            });
        }
    }
    for id in &when.region {
        if plan.regions.iter().all(|known| known.id != *id) {
            let label = label(id.as_str()).to_owned();
            plan.regions.push(Named {
                id: id.clone(),
                label,
            });
        }
    }
}

/// A company's clause under a name that no clause in force has: the plan may use the same name for something else.
fn named_apart(clause: &Clause, pairs: &[(Clause, Origin)]) -> Clause {
    let told = [clause.id.to_string(), format!("company-{}", clause.id)];
    let counted = (0..=pairs.len()).map(|count| format!("company-{count}"));
    let names = told.into_iter().chain(counted);
    let mut ids = names.filter_map(|name| name.parse::<ClauseId>().ok());
    let is_free = |id: &ClauseId| pairs.iter().all(|(known, _)| known.id != *id);
    Clause {
        id: ids.find(is_free).unwrap_or_else(|| clause.id.clone()),
        ..clause.clone()
    }
}

fn check_names(plan: &Plan, terms: &Terms, faults: &mut Faults) {
    if let Some(level) = &terms.service_level
        && !plan
            .service_levels
            .iter()
            .any(|defined| defined.id == *level)
    {
        faults.add(FaultCode::UnknownServiceLevel, "/service_level", level);
    }
    if let Some(region) = &terms.region
        && !plan.regions.iter().any(|defined| defined.id == *region)
    {
        faults.add(FaultCode::UnknownRegion, "/region", region);
    }
    for parameter in terms.answers.keys() {
        if !plan.parameters.iter().any(|asked| asked.id == *parameter) {
            faults.add(
                FaultCode::UnknownParameter,
                format!("/answers/{parameter}"),
                parameter,
            );
        }
    }
    for (index, choice) in terms.choices.iter().enumerate() {
        if !plan.clauses.iter().any(|clause| clause.id == *choice) {
            faults.add(
                FaultCode::UnknownClause,
                format!("/choices/{index}"),
                choice,
            );
        }
    }
}

fn replace(plan: &mut Plan, origins: &mut [Origin], terms: &Terms, faults: &mut Faults) {
    for (index, own) in terms.overrides.iter().enumerate() {
        let at = format!("/overrides/{index}");
        let Some(position) = plan
            .clauses
            .iter()
            .position(|clause| clause.id == own.clause)
        else {
            faults.add(
                FaultCode::UnknownClause,
                format!("{at}/clause"),
                &own.clause,
            );
            continue;
        };
        if terms.overrides[..index]
            .iter()
            .any(|earlier| earlier.clause == own.clause)
        {
            faults.add(FaultCode::DuplicateId, format!("{at}/clause"), &own.clause);
        }
        replace_one(&mut plan.clauses[position].promise, own, &at, faults);
        origins[position] = Origin::Agreement;
    }
}

fn replace_one(promise: &mut Promise, own: &Override, at: &str, faults: &mut Faults) {
    match (&own.value, promise) {
        (OverrideValue::Term { term }, Promise::WarrantyTerm(warranty)) => {
            warranty.term = Asked::Known(*term);
            // The length agreed is the whole of it: the plan's second limit would cut it short.
            warranty.or_term = None;
        }
        (OverrideValue::Bound { bound }, Promise::TimeLimit(limit)) => {
            check_bound(bound, &format!("{at}/value/bound"), faults);
            limit.rows.clear();
            limit.otherwise = Otherwise::Bound(bound.clone());
            let replaced = Promise::TimeLimit(limit.clone());
            if let Some((parameter, path, _)) = asked_of(&replaced).first() {
                let path = path.trim_start_matches("/otherwise");
                faults.add(FaultCode::AsksAgain, format!("{at}/value{path}"), parameter);
            }
        }
        (_, promise) => faults.add(
            FaultCode::WrongOverride,
            format!("{at}/value"),
            promise.kind(),
        ),
    }
}

/// Answers the questions of every clause; returns the clauses left without a promise.
fn answer(
    plan: &mut Plan,
    origins: &mut [Origin],
    terms: &Terms,
    faults: &mut Faults,
) -> Vec<ClauseId> {
    let mut silent = Vec::new();
    for (clause, origin) in plan.clauses.iter_mut().zip(origins) {
        let mut quiet = false;
        each_asked(&mut clause.promise, &mut |_, mut field| {
            let Some(parameter) = field.parameter().cloned() else {
                return;
            };
            let pointer = format!("/answers/{parameter}");
            match (
                terms.answers.get(&parameter),
                plan.parameters.iter().find(|asked| asked.id == parameter),
            ) {
                (_, None) => faults.add(FaultCode::UnknownParameter, pointer, &parameter),
                (Some(text), Some(_)) => match field.answer(text) {
                    Ok(()) => *origin = Origin::Agreement,
                    Err(_) => faults.add(FaultCode::BadAnswer, pointer, text),
                },
                (None, Some(asked)) if asked.unanswered == Unanswered::NoPromise => quiet = true,
                (None, Some(asked)) => {
                    if !faults.found.iter().any(|fault| fault.pointer == pointer) {
                        faults.add(FaultCode::Unanswered, pointer, &asked.question);
                    }
                }
            }
        });
        if quiet {
            silent.push(clause.id.clone());
        }
    }
    silent
}

/// Answers that are written as asked and cannot be: an interval of no days, a limit of no time, a window of centuries.
fn impossible_answers(asked: &Plan, answered: &Plan, faults: &mut Faults) {
    for clause in &answered.clauses {
        let Some(before) = asked.clauses.iter().find(|one| one.id == clause.id) else {
            continue;
        };
        let questions = asked_of(&before.promise);
        if questions.is_empty() {
            continue;
        }
        for fault in faults_of_promise(&clause.promise, answered) {
            if let Some((parameter, _, _)) =
                questions.iter().find(|(_, at, _)| *at == fault.pointer)
            {
                faults.add(fault.code, format!("/answers/{parameter}"), fault.found);
            }
        }
    }
}

/// The clauses the agreement did not choose, where the plan left a contradiction to it.
fn unchosen(plan: &Plan, terms: &Terms, faults: &mut Faults) -> Vec<ClauseId> {
    let mut left = Vec::new();
    for settlement in plan
        .settlements
        .iter()
        .filter(|settlement| settlement.by == SettledBy::Agreement)
    {
        let (chosen, others): (Vec<_>, Vec<_>) = settlement
            .clauses
            .iter()
            .cloned()
            .partition(|clause| terms.choices.contains(clause));
        let ids = settlement
            .clauses
            .iter()
            .map(ClauseId::as_str)
            .collect::<Vec<_>>()
            .join(", ");
        match chosen.len() {
            0 => faults.add(FaultCode::Undecided, "/choices", ids),
            1 => left.extend(others),
            _ => faults.add(FaultCode::ChosenTwice, "/choices", ids),
        }
    }
    left
}

/// What is promised with the sale, and only to those who bought another service level. Limits stay: a case may be served
/// at another level than its agreement, and each case chooses among them.
fn of_other_levels(plan: &Plan, terms: &Terms) -> Vec<ClauseId> {
    let is_of_another = |clause: &&Clause| {
        let levels = &clause.when.service_level;
        let is_theirs = terms
            .service_level
            .as_ref()
            .is_some_and(|level| levels.contains(level));
        let comes_with_the_sale = matches!(
            clause.promise,
            Promise::WarrantyTerm(_)
                | Promise::Coverage(_)
                | Promise::RecurringDuty(_)
                | Promise::Parts(_)
                | Promise::Training(_)
                | Promise::Delivery(_)
        );
        comes_with_the_sale && !levels.is_empty() && !is_theirs
    };
    let others = plan.clauses.iter().filter(is_of_another);
    others.map(|clause| clause.id.clone()).collect()
}

/// The limits that the agreement set for itself, by answering a question that may stay open. Each goes before the plan's own
/// limits for the same step wherever it holds.
fn own_limits(asked: &Plan, terms: &Terms) -> Vec<ClauseId> {
    let is_optional = |parameter: &ParameterId| {
        terms.answers.contains_key(parameter)
            && asked
                .parameters
                .iter()
                .any(|one| one.id == *parameter && one.unanswered == Unanswered::NoPromise)
    };
    let is_own = |clause: &&Clause| {
        matches!(clause.promise, Promise::TimeLimit(_))
            && asked_of(&clause.promise)
                .iter()
                .any(|(parameter, _, _)| is_optional(parameter))
    };
    let own = asked.clauses.iter().filter(is_own);
    own.map(|clause| clause.id.clone()).collect()
}

/// The plan's limits that never hold, because a limit of the agreement's own holds in each of their cases.
fn outranked(plan: &Plan, own: &[ClauseId]) -> Vec<ClauseId> {
    let is_own = |clause: &&Clause| own.contains(&clause.id);
    let always_holds = |one: &Clause, other: &Clause| {
        let is_whole = matches!(&one.promise, Promise::TimeLimit(limit)
            if matches!(limit.otherwise, Otherwise::Bound(_)));
        is_whole && (one.when.is_blank() || one.when == other.when)
    };
    let gives_way = |clause: &&Clause| {
        plan.clauses
            .iter()
            .filter(is_own)
            .any(|one| topic(&one.promise) == topic(&clause.promise) && always_holds(one, clause))
    };
    plan.clauses
        .iter()
        .filter(|clause| !is_own(clause))
        .filter(gives_way)
        .map(|clause| clause.id.clone())
        .collect()
}

/// The rows that protect this buyer; between businesses the contract governs, but for what the parties cannot decide.
pub fn floors<'a>(plan: &Plan, around: Around<'a>) -> Vec<&'a LegalRow> {
    let is_consumer = around.customer == CustomerKind::Consumer;
    let families = plan.legal_product.iter().chain(around.products);
    floors_for_consumers(around.law, families, around.on)
        .into_iter()
        .filter(|row| is_consumer || row.rule.binds_between_businesses())
        .collect()
}

/// Raises a promise to every row that it falls below; the first one is told.
fn raise(promise: &mut Promise, law: &[&LegalRow]) -> Option<Raised> {
    let mut raised = None;
    for row in law {
        if let Some(said) = row.raise(promise) {
            raised = raised.or(Some(Raised {
                said,
                floor: row.floor(),
            }));
        }
    }
    raised
}
