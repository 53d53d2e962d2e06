//! Who pays, by the clauses that speak of a fault in some state of warranty or contract.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::advise::{Because, Question};
use crate::plan::clauses::coverage::{Cause, Charge, Charges, Coverage, Standing, Subject};
use crate::plan::{Clause, EffectivePlan, Party, Promise};
use crate::slug::ClauseId;

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

impl Payer {
    pub(super) const fn shares(&self) -> [&Share; 4] {
        [&self.labour, &self.parts, &self.travel, &self.shipping]
    }
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

/// The clauses that speak of a fault in one of several states, with what each charges.
pub(super) fn rules<'a>(
    plan: &'a EffectivePlan,
    question: &Question,
    standings: &[Standing],
) -> Vec<(&'a Clause, Charges)> {
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
        .collect()
}

fn speaks_of(coverage: &Coverage, standing: Standing, cause: Cause) -> bool {
    let is_repair = coverage.subject == Subject::Repair;
    let excluded = is_repair && standing == Standing::InWarranty && cause.is_not_the_suppliers();
    coverage.standing.contains(&standing)
        && (coverage.causes.contains(&cause) || (coverage.causes.is_empty() && !excluded))
}

/// The most favourable charge for each kind of cost.
pub(super) fn payer(rules: &[(&Clause, Charges)]) -> Payer {
    let share = |charge_of: fn(&Charges) -> Charge| {
        let charge = rules.iter().map(|(_, charges)| charge_of(charges)).min();
        let as_good: Vec<_> = rules
            .iter()
            .filter(|(_, charges)| Some(charge_of(charges)) == charge)
            .collect();
        // One that gives as little here and charges more elsewhere is not what decides.
        let giving = as_good.iter().filter(|(_, charges)| {
            let is_better = |other: &Charges| other.is_more_favourable_than(charges);
            !as_good.iter().any(|(_, other)| is_better(other))
        });
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

/// The clauses that decide, and those that give way to them.
pub(super) fn reasons(rules: &[(&Clause, Charges)], payer: &Payer) -> Vec<Because> {
    let shares = payer.shares();
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
