//! The advice on one fault: covered or not, and what the customer pays for each kind of cost.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::if_part::{IfPart, if_part, runs_for_parts};
use super::payer::{Payer, Share, payer, reasons, rules};
use super::resolve::{ResolvedTerm, TermProblem, WarrantyResolution, covers};
use super::standing::each_once;
use crate::plan::EffectivePlan;
use crate::plan::clauses::coverage::{Cause, Charge, Charges, Standing, Subject};
use crate::plan::clauses::warranty::{Covered, StartDate, Usage, UsageUnit};
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
    /// Whether the days of the heating season are to be entered before the state can be told.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub missing_season: bool,
    /// What the customer pays; where it depends on the part, for any other part than those in `if_part`.
    pub payer: Payer,
    /// The parts whose own term runs while that of the unit does not, where nobody named the faulty one: it matters which
    /// it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_part: Option<IfPart>,
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
        /// No contract runs and the unit's own term does not, but that of some of its parts does, and nobody named the faulty
        /// one.
        DependsOnPart = "depends_on_part",
        /// No contract runs, and whether the warranty does cannot be told: the day it starts on is not known.
        Unknown = "unknown",
    }
}

/// What must be known before the state can be told.
#[derive(Debug, Default)]
struct Missing {
    starts: Vec<StartDate>,
    reading: Option<UsageUnit>,
    season: bool,
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
    let rules = rules(plan, question, &standings);
    let payer = payer(&rules);
    let if_part = if_part(plan, warranty, question, &standings);
    let depends = if_part.is_some() && standings[0] == Standing::OutOfWarranty;
    if let Some((told, reasons)) = &if_part {
        because.extend(runs_for_parts(warranty, question, told));
        because.extend(reasons.iter().cloned());
    }
    because.extend(reasons(&rules, &payer));
    let is_free = |share: &Share| share.charge == Some(Charge::Free);
    Advice {
        covered: standings[0] != Standing::OutOfWarranty
            && (is_free(&payer.labour) || is_free(&payer.parts)),
        standing: if depends {
            Told::DependsOnPart
        } else {
            standings[0].into()
        },
        missing: Vec::new(),
        missing_reading: None,
        missing_season: false,
        payer,
        if_part: if_part.map(|(told, _)| told),
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
    let mut season = false;
    for term in &warranty.terms {
        if concerns(term, question, because) {
            in_warranty |= runs(term, question, because);
            starts.extend(term.missing_starts());
            reading = reading.or_else(|| unread(term, question));
            season |= term.misses_season();
        }
    }
    if !in_warranty && !question.in_contract && (!starts.is_empty() || reading.is_some() || season)
    {
        let starts = each_once(&starts);
        return Err(Missing {
            starts,
            reading,
            season,
        });
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
        missing_season: missing.season,
        payer: payer(&[]),
        if_part: None,
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
    let runs = term.as_read(question.usage).runs_on(question.on);
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
    term.as_read(question.usage).missing_reading_on(question.on)
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
