//! A plan in force for one agreement, ready to be run.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::apply::{Applied, Origin, Provenance};
use super::asked::Asked;
use super::clause::Clause;
use super::condition::Context;
use super::document::Plan;
use crate::language::Language;
use crate::legal::Wording;
use crate::slug::{ClauseId, ParameterId};

/// A plan in force, with the zone its days are counted in and where each clause comes from.
#[derive(Debug, Clone)]
pub struct EffectivePlan {
    plan: Plan,
    origins: BTreeMap<ClauseId, Provenance>,
    zone: TimeZone,
}

/// Why a plan cannot be run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the plan counts its days in \"{zone}\", which is no IANA time zone: write one such as Asia/Shanghai"
)]
pub struct UnknownZone {
    /// The zone as the plan writes it.
    pub zone: String,
}

impl EffectivePlan {
    /// The plan an agreement puts in force.
    pub fn of(applied: Applied) -> Result<Self, UnknownZone> {
        let origins = applied.origins.into_iter();
        let origins = origins
            .map(|origin| (origin.clause.clone(), origin))
            .collect();
        Ok(Self {
            origins,
            ..Self::draft(applied.plan)?
        })
    }

    /// A plan that no agreement has applied yet: what it asks is not answered.
    pub fn draft(plan: Plan) -> Result<Self, UnknownZone> {
        let zone = TimeZone::get(&plan.zone).map_err(|_| UnknownZone {
            zone: plan.zone.clone(),
        })?;
        Ok(Self {
            plan,
            origins: BTreeMap::new(),
            zone,
        })
    }

    /// The plan's content.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The zone in which the plan reads the clock on the wall.
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The clauses that apply in a context, in the order of the document.
    pub fn clauses(&self, context: &Context) -> impl Iterator<Item = &Clause> {
        let applies =
            move |clause: &&Clause| clause.when.is_blank() || clause.when.is_met_by(context);
        self.plan.clauses.iter().filter(applies)
    }

    /// The clause of that name.
    pub fn clause(&self, id: &ClauseId) -> Option<&Clause> {
        self.plan.clauses.iter().find(|clause| clause.id == *id)
    }

    /// What a clause is called and says to somebody who reads a language: the law speaks each, everybody else as they wrote.
    pub fn wording(&self, clause: &Clause, language: Language) -> Wording {
        match self.provenance(&clause.id).and_then(|it| it.law.as_ref()) {
            Some(floor) => Wording::law(&clause.promise, floor, language),
            None => Wording::own(clause),
        }
    }

    /// The same for the clause of a name, if there is one.
    pub fn wording_of(&self, id: &ClauseId, language: Language) -> Option<Wording> {
        Some(self.wording(self.clause(id)?, language))
    }

    /// The stated value. `Err` names the parameter that nobody has answered.
    pub fn answer<T: Clone>(&self, asked: &Asked<T>) -> Result<T, ParameterId> {
        match asked {
            Asked::Known(value) => Ok(value.clone()),
            Asked::Ask(parameter) => Err(parameter.clone()),
        }
    }

    /// Where the clauses come from, by their names; nothing for a plan that no agreement has applied.
    pub fn origins(&self) -> impl Iterator<Item = &Provenance> {
        self.origins.values()
    }

    /// Who says what a clause says, if an agreement has applied the plan.
    pub fn provenance(&self, clause: &ClauseId) -> Option<&Provenance> {
        self.origins.get(clause)
    }

    /// Whether a clause is a limit of the agreement's own, before which the plan's for the same step give way.
    pub fn goes_first(&self, clause: &ClauseId) -> bool {
        self.provenance(clause)
            .is_some_and(|known| known.goes_first)
    }

    /// Whether only the law says what a clause says.
    pub fn is_of_law(&self, clause: &ClauseId) -> bool {
        self.provenance(clause)
            .is_some_and(|known| known.origin == Origin::Law)
    }

    /// Whether the agreement itself set what a clause says.
    pub fn is_of_agreement(&self, clause: &ClauseId) -> bool {
        self.provenance(clause)
            .is_some_and(|known| known.origin == Origin::Agreement)
    }
}
