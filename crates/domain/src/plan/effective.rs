//! A plan as one agreement applies it: the agreement's word goes before the plan's.

use std::str::FromStr;

use jiff::tz::TimeZone;

use super::asked::Asked;
use super::clause::Clause;
use super::clauses::time_limit::Bound;
use super::clauses::warranty::Term;
use super::condition::{Condition, Context};
use super::document::{Plan, SettledBy};
use super::terms::{OverrideValue, Terms};
use crate::slug::{ClauseId, ParameterId};

/// A plan version together with the terms of one agreement.
#[derive(Debug, Clone)]
pub struct EffectivePlan {
    plan: Plan,
    terms: Terms,
    zone: TimeZone,
}

/// Why a plan cannot be applied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the plan counts its days in \"{zone}\", which is no IANA time zone: write one such as Asia/Shanghai"
)]
pub struct UnknownZone {
    /// The zone as the plan writes it.
    pub zone: String,
}

impl EffectivePlan {
    /// Joins a plan and an agreement's terms.
    pub fn new(plan: Plan, terms: Terms) -> Result<Self, UnknownZone> {
        let zone = TimeZone::get(&plan.zone).map_err(|_| UnknownZone {
            zone: plan.zone.clone(),
        })?;
        Ok(Self { plan, terms, zone })
    }

    /// The plan as published.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The agreement's terms.
    pub const fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The zone in which the plan reads the clock on the wall.
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The clauses that apply in a context, in the order of the document.
    ///
    /// A clause applies when its own condition is met; after a settlement also only within the scope it was given, or
    /// only if the agreement chose it.
    pub fn clauses(&self, context: &Context) -> impl Iterator<Item = &Clause> {
        self.plan.clauses.iter().filter(move |clause| {
            met(&clause.when, context)
                && self.is_chosen(&clause.id)
                && self.scopes(&clause.id).all(|scope| met(scope, context))
        })
    }

    /// The stated value, or the agreement's answer. `Err` names the parameter that has no readable answer.
    pub fn answer<T: FromStr + Clone>(&self, asked: &Asked<T>) -> Result<T, ParameterId> {
        match asked {
            Asked::Known(value) => Ok(value.clone()),
            Asked::Ask(parameter) => {
                let answer = self.terms.answers.get(parameter);
                answer
                    .and_then(|text| text.parse().ok())
                    .ok_or_else(|| parameter.clone())
            }
        }
    }

    /// The agreement's own bound in place of a clause's decision table.
    pub fn own_bound(&self, clause: &ClauseId) -> Option<&Bound> {
        self.overrides(clause).find_map(|value| match value {
            OverrideValue::Bound { bound } => Some(bound),
            OverrideValue::Term { .. } => None,
        })
    }

    /// The agreement's own warranty term in place of a clause's.
    pub fn own_term(&self, clause: &ClauseId) -> Option<Term> {
        self.overrides(clause).find_map(|value| match value {
            OverrideValue::Term { term } => Some(*term),
            OverrideValue::Bound { .. } => None,
        })
    }

    fn overrides(&self, clause: &ClauseId) -> impl Iterator<Item = &OverrideValue> {
        let of_clause = self
            .terms
            .overrides
            .iter()
            .filter(move |own| own.clause == *clause);
        of_clause.map(|own| &own.value)
    }

    /// Whether the agreement left this clause standing where the plan let it choose. Where it chose none, all stand.
    fn is_chosen(&self, clause: &ClauseId) -> bool {
        let settled = self.plan.settlements.iter().filter(|settlement| {
            settlement.by == SettledBy::Agreement && settlement.clauses.contains(clause)
        });
        settled.into_iter().all(|settlement| {
            let mut chosen = settlement
                .clauses
                .iter()
                .filter(|id| self.terms.choices.contains(id));
            chosen.clone().next().is_none() || chosen.any(|id| id == clause)
        })
    }

    fn scopes(&self, clause: &ClauseId) -> impl Iterator<Item = &Condition> {
        let settled = self.plan.settlements.iter();
        let scoped = settled.filter(|settlement| settlement.by == SettledBy::DifferentScope);
        scoped
            .flat_map(|settlement| &settlement.scopes)
            .filter(move |scope| scope.clause == *clause)
            .map(|scope| &scope.when)
    }
}

fn met(condition: &Condition, context: &Context) -> bool {
    condition.is_blank() || condition.is_met_by(context)
}
