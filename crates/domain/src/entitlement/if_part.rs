//! It depends on the part: the unit's own term is over, that of some of its parts is not, and nobody named the faulty one.

use serde::{Deserialize, Serialize};

use super::advise::{Because, Question};
use super::payer::{Payer, payer, reasons, rules};
use super::resolve::{ResolvedTerm, WarrantyResolution};
use super::state::PartInWarranty;
use crate::plan::EffectivePlan;
use crate::plan::clauses::coverage::{Cause, Standing, Subject};
use crate::plan::clauses::warranty::{Covered, Usage};

/// What the customer pays if the fault is in one of some parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct IfPart {
    /// The parts, with the last days of their terms.
    pub parts: Vec<PartInWarranty>,
    /// What the customer pays then.
    pub payer: Payer,
}

/// What is paid if the fault is in a part whose own term runs, with the reasons; nothing where the faulty part is named,
/// nobody's term runs besides the unit's, the cause is not the supplier's, or it makes no difference.
pub(super) fn if_part(
    plan: &EffectivePlan,
    warranty: &WarrantyResolution,
    question: &Question,
    standings: &[Standing],
) -> Option<(IfPart, Vec<Because>)> {
    let is_open = question.component.is_none()
        && question.said.is_none()
        && question.subject == Subject::Repair
        && question.cause != Cause::SoftwareBug
        && !question.cause.is_not_the_suppliers()
        && !standings.contains(&Standing::InWarranty);
    let read = warranty.as_read(question.usage);
    let mut parts = read.parts_in_warranty(question.on);
    parts.retain(|part| part.class.is_some());
    if !is_open || parts.is_empty() {
        return None;
    }
    let if_running: Vec<_> = std::iter::once(Standing::InWarranty)
        .chain(standings.iter().copied())
        .filter(|standing| *standing != Standing::OutOfWarranty)
        .collect();
    let rules_then = rules(plan, question, &if_running);
    let then = payer(&rules_then);
    let now = payer(&rules(plan, question, standings));
    let charges = |payer: &Payer| payer.shares().map(|share| share.charge);
    (charges(&then) != charges(&now)).then(|| {
        let reasons = reasons(&rules_then, &then);
        (IfPart { parts, payer: then }, reasons)
    })
}

/// The terms of the parts it depends on, each a reason.
pub(super) fn runs_for_parts<'a>(
    warranty: &'a WarrantyResolution,
    question: &'a Question,
    told: &'a IfPart,
) -> impl Iterator<Item = Because> + 'a {
    let is_one = |covered: &Covered| {
        told.parts.iter().any(|part| {
            matches!(covered, Covered::Component { class } if Some(class) == part.class.as_ref())
        })
    };
    let terms = warranty
        .terms
        .iter()
        .filter(move |term| is_one(&term.covers));
    terms
        .filter(|term| term.as_read(question.usage).runs_on(question.on))
        .map(|term| Because::TermRuns { term: term.clone() })
}

impl ResolvedTerm {
    /// The same by what was read: the term may have been found before it was.
    pub(super) fn as_read(&self, usage: Option<Usage>) -> Self {
        Self {
            used: usage,
            ..self.clone()
        }
    }
}

impl WarrantyResolution {
    fn as_read(&self, usage: Option<Usage>) -> Self {
        Self {
            terms: self.terms.iter().map(|term| term.as_read(usage)).collect(),
        }
    }
}
