use std::cmp::Ordering;
use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::implied::starts_from;
use super::{LegalRow, LegalRule, LegalStatus, LegalValue, rhythm};
use crate::plan::clauses::parts::{Parts, SupplyStart};
use crate::plan::clauses::remedy::Trigger;
use crate::plan::clauses::warranty::{
    Covered, RepairDays, StartDate, Term, Usage, UsageUnit, WarrantyTerm, Whichever,
};
use crate::plan::{Asked, Promise};
use crate::slug::LegalProduct;
use crate::time::Limit;

/// A floor a promise fell below: what the law says instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Floor {
    /// The rule.
    pub rule: LegalRule,
    /// The least it allows.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub value: LegalValue,
    /// Where it is written.
    pub source: String,
    /// Whether it was read in a published text.
    pub status: LegalStatus,
}

/// Rules that bind every product family listed under the three guarantees.
const LISTED: &str = "listed";
/// Rules that bind every consumer sale.
const ANY: &str = "any";
const WHOLE_UNIT: &str = "whole_unit";

/// The rows in force for a product on a day, in the order of the table.
pub fn floors_for<'a>(rows: &'a [LegalRow], product: &LegalProduct, on: Date) -> Vec<&'a LegalRow> {
    let listed = rows.iter().any(|row| {
        row.rule == LegalRule::Term && row.product == product.as_str() && row.source.contains("458")
    });
    rows.iter()
        .filter(|row| row.is_in_force(on))
        .filter(|row| {
            row.product == product.as_str()
                || row.product == ANY
                || (listed && row.product == LISTED)
        })
        .collect()
}

/// The product families that some row of the law is about, in force or not.
pub fn families(rows: &[LegalRow]) -> BTreeSet<&str> {
    rows.iter()
        .map(|row| row.product.as_str())
        .filter(|product| ![LISTED, ANY].contains(product))
        .collect()
}

/// The rows in force on a day for what a consumer buys, in the order of the table: those of each family it belongs to,
/// and those for everything.
pub fn floors_for_consumers<'a, 'p>(
    rows: &'a [LegalRow],
    products: impl IntoIterator<Item = &'p LegalProduct>,
    on: Date,
) -> Vec<&'a LegalRow> {
    let of_families: Vec<Vec<&LegalRow>> = products
        .into_iter()
        .map(|product| floors_for(rows, product, on))
        .collect();
    let is_of_family = |row: &LegalRow| {
        of_families
            .iter()
            .flatten()
            .any(|known| std::ptr::eq(*known, row))
    };
    rows.iter()
        .filter(|row| is_of_family(row) || (row.product == ANY && row.is_in_force(on)))
        .collect()
}

impl LegalRow {
    fn is_in_force(&self, on: Date) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// The floor this row sets.
    pub fn floor(&self) -> Floor {
        Floor {
            rule: self.rule,
            value: self.value,
            source: self.source.clone(),
            status: self.status,
        }
    }

    /// Whether both are terms for the same thing, and this one is certainly longer.
    pub(super) fn is_longer_than(&self, other: &Self) -> bool {
        match (self.rule, self.value, other.rule, other.value) {
            (
                LegalRule::Term,
                LegalValue::Period(own),
                LegalRule::Term,
                LegalValue::Period(other_term),
            ) => self.covers == other.covers && shorter(other_term, own),
            _ => false,
        }
    }

    /// Whether a term is for the thing this row speaks of.
    fn is_for(&self, warranty: &WarrantyTerm) -> bool {
        self.is_for_covered(&warranty.covers)
    }

    fn is_for_covered(&self, covers: &Covered) -> bool {
        match covers {
            Covered::WholeUnit { .. } => self.covers == WHOLE_UNIT,
            Covered::Component { class } => self.covers == class.as_str(),
            Covered::Software => false,
        }
    }

    /// Puts the legal value in place of a promise below it. Returns what the promise said, if it was below.
    pub fn raise(&self, promise: &mut Promise) -> Option<String> {
        match (self.rule, self.value, promise) {
            (LegalRule::Term, LegalValue::Period(least), Promise::WarrantyTerm(warranty)) => {
                if !self.is_for(warranty) {
                    return None;
                }
                let counted = counted_from_the_law(warranty, least, &self.product);
                let own = raise_term(&mut warranty.term, least);
                // A second limit that ends the term first is held to the law too.
                let other = warranty
                    .or_term
                    .as_mut()
                    .filter(|other| other.whichever == Whichever::First)
                    .and_then(|other| raise_term(&mut other.term, least));
                counted.or(own).or(other)
            }
            (
                LegalRule::SeasonTerm,
                LegalValue::Seasons(least),
                Promise::WarrantyTerm(WarrantyTerm {
                    covers,
                    term: Asked::Known(Term::Seasons(said)),
                    ..
                }),
            ) if self.is_for_covered(covers) && *said < least => {
                Some(Term::Seasons(std::mem::replace(said, least)).to_string())
            }
            (
                LegalRule::TermUsage,
                LegalValue::Kilometres(least),
                Promise::WarrantyTerm(warranty),
            ) if self.is_for(warranty) => raise_usage(warranty, least),
            (
                LegalRule::LiftMaintenanceDays,
                LegalValue::Period(Limit::NaturalDays(most)),
                Promise::RecurringDuty(duty),
            ) => rhythm::raise(duty, most),
            (LegalRule::RepairExtendsTerm, _, Promise::WarrantyTerm(warranty))
                if warranty.repair_days == RepairDays::Count
                    && warranty.covers != Covered::Software =>
            {
                warranty.repair_days = RepairDays::Extend;
                Some(RepairDays::Count.to_string())
            }
            (
                LegalRule::ReturnDays,
                LegalValue::Period(Limit::NaturalDays(least)),
                Promise::Remedy(remedy),
            ) => match &mut remedy.trigger {
                Trigger::WithinDaysOfReceipt {
                    days: Asked::Known(days),
                } if *days < least => Some(std::mem::replace(days, least).to_string()),
                _ => None,
            },
            (LegalRule::RepeatRepair, LegalValue::Times(most), Promise::Remedy(remedy)) => {
                match &mut remedy.trigger {
                    Trigger::SameDefectRepaired { times }
                    | Trigger::RepairedStillFaulty { times }
                        if *times > most =>
                    {
                        Some(std::mem::replace(times, most).to_string())
                    }
                    _ => None,
                }
            }
            (
                LegalRule::RepairDays,
                LegalValue::Period(Limit::NaturalDays(most)),
                Promise::Remedy(remedy),
            ) => match &mut remedy.trigger {
                Trigger::RepairLongerThan { days } if *days > most => {
                    Some(std::mem::replace(days, most).to_string())
                }
                _ => None,
            },
            (
                LegalRule::PartsDays,
                LegalValue::Period(Limit::NaturalDays(most)),
                Promise::Remedy(remedy),
            ) => match &mut remedy.trigger {
                Trigger::PartsMissingFor { days } if *days > most => {
                    Some(std::mem::replace(days, most).to_string())
                }
                _ => None,
            },
            (
                LegalRule::PartsSupply,
                LegalValue::Period(Limit::Months(least)),
                Promise::Parts(parts),
            ) => match parts {
                Parts::SuppliedFor {
                    years: Asked::Known(years),
                    from: SupplyStart::EndOfProduction,
                } if years.saturating_mul(12) < least => {
                    Some(std::mem::replace(years, least.div_ceil(12)).to_string())
                }
                _ => None,
            },
            _ => None,
        }
    }
}

/// Puts the legal period in place of a shorter one. Returns what was said, if it was shorter.
fn raise_term(term: &mut Asked<Term>, least: Limit) -> Option<String> {
    let Asked::Known(Term::Period(said)) = *term else {
        return None;
    };
    shorter(said, least).then(|| {
        *term = Asked::Known(Term::Period(least));
        said.to_string()
    })
}

/// A term that ends sooner by use than the law allows, ends when the law says.
fn raise_usage(warranty: &mut WarrantyTerm, least: u32) -> Option<String> {
    let said = warranty.or_usage?;
    if said.unit != UsageUnit::Kilometres || said.amount >= least {
        return None;
    }
    warranty.or_usage = Some(Usage {
        amount: least,
        ..said
    });
    Some(LegalValue::Kilometres(said.amount).to_string())
}

/// A term no longer than the law's that is counted from manufacture alone ends before the law's, which begins when the customer has the
/// goods: it is counted like the law's. A longer one may end later, and is left as it is. Returns what was said.
fn counted_from_the_law(
    warranty: &mut WarrantyTerm,
    least: Limit,
    product: &str,
) -> Option<String> {
    let Asked::Known(Term::Period(term)) = warranty.term else {
        return None;
    };
    let is_no_longer = term.strictness(least).is_some_and(Ordering::is_le);
    if warranty.starts_from != [StartDate::Manufactured] || !is_no_longer {
        return None;
    }
    warranty.starts_from = starts_from(product);
    warranty.starts_from.push(StartDate::Manufactured);
    Some(format!("{term} from {}", StartDate::Manufactured))
}

/// Whether a term is certainly shorter than the law's. Days against months: the law's months are taken at their longest.
fn shorter(term: Limit, least: Limit) -> bool {
    term.strictness(least) == Some(Ordering::Less)
}
