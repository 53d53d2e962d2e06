//! The advice on one fault: covered or not, and what the customer pays for each kind of cost.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::resolve::{ResolvedTerm, TermProblem, WarrantyResolution, covers};
use super::standing::each_once;
use crate::plan::clauses::coverage::{Cause, Charge, Charges, Coverage, Standing, Subject};
use crate::plan::clauses::warranty::{Covered, StartDate, Usage, UsageUnit};
use crate::plan::{Clause, EffectivePlan, Party, Promise};
use crate::slug::{ClauseId, ComponentClass};
use crate::words::words;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The day of the report.
    pub on: Date,
    /// Why it is faulty, as far as known.
    pub cause: Cause,
    /// What is to be done.
    pub subject: Subject,
    /// The class of the faulty component; `None` for the unit itself.
    pub component: Option<ComponentClass>,
    /// How much the unit was used by then.
    pub usage: Option<Usage>,
    /// Whether a maintenance contract runs on that day.
    pub in_contract: bool,
    /// The state of warranty or contract as a person put it right; it stands in place of what the dates say.
    pub said: Option<Standing>,
}

/// The advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Advice {
    /// Whether warranty or contract covers it: somebody else than the customer bears labour or parts.
    pub covered: bool,
    /// The state of warranty or contract on that day, the best that holds.
    pub standing: Told,
    /// The days of which one is to be entered before the state can be told; empty where it can.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<StartDate>,
    /// What is to be read before the state can be told; absent where it can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing_reading: Option<UsageUnit>,
    /// What the customer pays.
    pub payer: Payer,
    /// What it rests on, in order.
    pub because: Vec<Because>,
}

words! {
    /// What can be told of warranty and contract on a day.
    Told {
        /// The warranty runs.
        InWarranty = "in_warranty",
        /// No warranty, but a maintenance contract runs.
        InContract = "in_contract",
        /// Neither.
        OutOfWarranty = "out_of_warranty",
        /// No contract runs, and whether the warranty does cannot be told: the day it starts on is not known.
        Unknown = "unknown",
    }
}

/// What must be known before the state can be told.
#[derive(Debug, Default)]
struct Missing {
    starts: Vec<StartDate>,
    reading: Option<UsageUnit>,
}

impl From<Standing> for Told {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::InWarranty => Self::InWarranty,
            Standing::InContract => Self::InContract,
            Standing::OutOfWarranty => Self::OutOfWarranty,
        }
    }
}

/// What the customer pays for each kind of cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Payer {
    /// Working time.
    pub labour: Share,
    /// Parts and material.
    pub parts: Share,
    /// The journey.
    pub travel: Share,
    /// Transport of the unit or part.
    pub shipping: Share,
}

/// How one kind of cost is charged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Share {
    /// The most favourable charge any clause gives; `None` where the plan promises nothing.
    pub charge: Option<Charge>,
    /// The clauses that give it.
    pub clauses: Vec<ClauseId>,
}

/// One thing the advice rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = EntitlementReason))]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Because {
    /// The term runs on that day.
    TermRuns {
        /// The term.
        term: ResolvedTerm,
    },
    /// The term had ended, or had not begun.
    TermOver {
        /// The term.
        term: ResolvedTerm,
    },
    /// The unit was used more than the term allows.
    UsedUp {
        /// The clause.
        clause: ClauseId,
        /// What it allows.
        allows: Usage,
        /// What was read.
        read: Usage,
    },
    /// A measure of use may have ended the term, and nobody has read it.
    NotRead {
        /// The clause.
        clause: ClauseId,
        /// What is to be read.
        unit: UsageUnit,
    },
    /// The term does not run for this unit.
    TermFails {
        /// The clause.
        clause: ClauseId,
        /// Why.
        problem: TermProblem,
    },
    /// The term leaves this class of components out.
    ComponentLeftOut {
        /// The clause.
        clause: ClauseId,
        /// The class.
        class: ComponentClass,
    },
    /// A maintenance contract runs.
    ContractRuns,
    /// A person put the state of warranty or contract right.
    Said {
        /// The state.
        standing: Standing,
    },
    /// The clause says how this is charged.
    Charged {
        /// The clause.
        clause: ClauseId,
        /// How.
        charges: Charges,
    },
    /// Another clause is more favourable to the customer.
    LessFavourable {
        /// The clause that gives way.
        clause: ClauseId,
    },
    /// No clause says anything about this cause in this state of the warranty.
    NoClause,
}

/// Advises on a fault.
///
/// A clause that names no causes speaks of every fault the supplier answers for; while the warranty runs it does not speak
/// of what comes from outside or from the customer. So striking out an exclusion covers nothing that was not covered
/// before, and of several clauses the most favourable one counts.
pub fn advise(plan: &EffectivePlan, warranty: &WarrantyResolution, question: &Question) -> Advice {
    let mut because = Vec::new();
    let standings = match question.said {
        Some(standing) => {
            because.push(Because::Said { standing });
            vec![standing]
        }
        None => match by_dates(warranty, question, &mut because) {
            Ok(standings) => standings,
            Err(missing) => return untold(because, missing),
        },
    };
    let rules: Vec<_> = rules(plan, question, &standings).collect();
    let payer = payer(&rules);
    because.extend(reasons(&rules, &payer));
    let is_free = |share: &Share| share.charge == Some(Charge::Free);
    Advice {
        covered: standings[0] != Standing::OutOfWarranty
            && (is_free(&payer.labour) || is_free(&payer.parts)),
        standing: standings[0].into(),
        missing: Vec::new(),
        missing_reading: None,
        payer,
        because,
    }
}

/// The states that hold by the dates that are known, or what is missing.
fn by_dates(
    warranty: &WarrantyResolution,
    question: &Question,
    because: &mut Vec<Because>,
) -> Result<Vec<Standing>, Missing> {
    let mut in_warranty = false;
    let mut starts: Vec<StartDate> = Vec::new();
    let mut reading = None;
    for term in &warranty.terms {
        if concerns(term, question, because) {
            in_warranty |= runs(term, question, because);
            starts.extend(term.missing_starts());
            reading = reading.or_else(|| unread(term, question));
        }
    }
    if !in_warranty && !question.in_contract && (!starts.is_empty() || reading.is_some()) {
        let starts = each_once(&starts);
        return Err(Missing { starts, reading });
    }
    if question.in_contract {
        because.push(Because::ContractRuns);
    }
    Ok(standings(in_warranty, question.in_contract))
}

/// Nothing is said about the payer while the day the warranty starts on, or a measure of use that may end it, is missing:
/// entered, it may turn the answer.
fn untold(because: Vec<Because>, missing: Missing) -> Advice {
    Advice {
        covered: false,
        standing: Told::Unknown,
        missing: missing.starts,
        missing_reading: missing.reading,
        payer: payer(&[]),
        because,
    }
}

/// Whether a term is about the thing asked about.
fn concerns(term: &ResolvedTerm, question: &Question, because: &mut Vec<Because>) -> bool {
    let is_software = matches!(
        question.subject,
        Subject::SoftwareUpgrade | Subject::DataRepair
    ) || question.cause == Cause::SoftwareBug;
    match (&term.covers, &question.component) {
        (Covered::Software, _) => is_software || question.component.is_none(),
        (Covered::WholeUnit { .. }, None) => true,
        (Covered::Component { .. }, None) => false,
        (covered, Some(class)) => {
            let is_for = covers(covered, class);
            if !is_for && matches!(covered, Covered::WholeUnit { .. }) {
                because.push(Because::ComponentLeftOut {
                    clause: term.clause.clone(),
                    class: class.clone(),
                });
            }
            is_for
        }
    }
}

fn runs(term: &ResolvedTerm, question: &Question, because: &mut Vec<Because>) -> bool {
    if let Some(problem) = &term.problem {
        because.push(Because::TermFails {
            clause: term.clause.clone(),
            problem: problem.clone(),
        });
        return false;
    }
    if let (Some(allows), Some(read)) = (term.or_usage, question.usage)
        && allows.unit == read.unit
        && read.amount > allows.amount
    {
        because.push(Because::UsedUp {
            clause: term.clause.clone(),
            allows,
            read,
        });
        return false;
    }
    if let Some(unit) = unread(term, question) {
        because.push(Because::NotRead {
            clause: term.clause.clone(),
            unit,
        });
        return false;
    }
    // What was read is asked about by itself: the term may have been found before it was.
    let read = ResolvedTerm {
        used: question.usage,
        ..term.clone()
    };
    let runs = read.runs_on(question.on);
    let term = term.clone();
    because.push(if runs {
        Because::TermRuns { term }
    } else {
        Because::TermOver { term }
    });
    runs
}

/// The measure of use that may have ended a term and that nobody has read.
fn unread(term: &ResolvedTerm, question: &Question) -> Option<UsageUnit> {
    let read = ResolvedTerm {
        used: question.usage,
        ..term.clone()
    };
    read.missing_reading_on(question.on)
}

/// The states that hold, the best first; never empty.
fn standings(in_warranty: bool, in_contract: bool) -> Vec<Standing> {
    let held: Vec<_> = [
        (in_warranty, Standing::InWarranty),
        (in_contract, Standing::InContract),
    ]
    .into_iter()
    .filter_map(|(holds, standing)| holds.then_some(standing))
    .collect();
    if held.is_empty() {
        vec![Standing::OutOfWarranty]
    } else {
        held
    }
}

fn rules<'a>(
    plan: &'a EffectivePlan,
    question: &'a Question,
    standings: &'a [Standing],
) -> impl Iterator<Item = (&'a Clause, Charges)> {
    let clauses = plan
        .plan()
        .clauses
        .iter()
        .filter(|clause| clause.binds == Party::Supplier);
    let coverages = clauses.filter_map(|clause| match &clause.promise {
        Promise::Coverage(coverage) => Some((clause, coverage)),
        _ => None,
    });
    coverages
        .filter(|(_, coverage)| {
            coverage.subject == question.subject
                && standings
                    .iter()
                    .any(|standing| speaks_of(coverage, *standing, question.cause))
        })
        // A charge that nobody has answered promises nothing yet.
        .filter_map(|(clause, coverage)| Some((clause, coverage.charges.known()?)))
}

fn speaks_of(coverage: &Coverage, standing: Standing, cause: Cause) -> bool {
    let is_repair = coverage.subject == Subject::Repair;
    let excluded = is_repair && standing == Standing::InWarranty && cause.is_not_the_suppliers();
    coverage.standing.contains(&standing)
        && (coverage.causes.contains(&cause) || (coverage.causes.is_empty() && !excluded))
}

/// The most favourable charge for each kind of cost.
fn payer(rules: &[(&Clause, Charges)]) -> Payer {
    let share = |charge_of: fn(&Charges) -> Charge| {
        let charge = rules.iter().map(|(_, charges)| charge_of(charges)).min();
        let giving = rules
            .iter()
            .filter(|(_, charges)| Some(charge_of(charges)) == charge);
        Share {
            charge,
            clauses: giving.map(|(clause, _)| clause.id.clone()).collect(),
        }
    };
    Payer {
        labour: share(|charges| charges.labour),
        parts: share(|charges| charges.parts),
        travel: share(|charges| charges.travel),
        shipping: share(|charges| charges.shipping),
    }
}

fn reasons(rules: &[(&Clause, Charges)], payer: &Payer) -> Vec<Because> {
    let shares = [&payer.labour, &payer.parts, &payer.travel, &payer.shipping];
    let giving: BTreeSet<_> = shares.iter().flat_map(|share| &share.clauses).collect();
    let reason = |(clause, charges): &(&Clause, Charges)| {
        if giving.contains(&clause.id) {
            Because::Charged {
                clause: clause.id.clone(),
                charges: *charges,
            }
        } else {
            Because::LessFavourable {
                clause: clause.id.clone(),
            }
        }
    };
    if rules.is_empty() {
        return vec![Because::NoClause];
    }
    rules.iter().map(reason).collect()
}
