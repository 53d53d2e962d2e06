//! What the law promises a consumer where the plan and the company say nothing, or less.

use super::{Floor, LegalRow, LegalRule, LegalValue, Wording, rhythm};
use crate::access::Role;
use crate::language::Language;
use crate::milestone::Milestone;
use crate::plan::clauses::coverage::{AskedCharges, Cause, Charge, Coverage, Standing, Subject};
use crate::plan::clauses::parts::{Parts, SupplyStart};
use crate::plan::clauses::procedure::{Procedure, Step};
use crate::plan::clauses::remedy::{Entitles, Remedy, Trigger};
use crate::plan::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use crate::plan::clauses::warranty::{
    Covered, RepairDays, StartDate, Term, Territory, Usage, UsageUnit, WarrantyTerm, Whichever,
};
use crate::plan::{Asked, Clause, Condition, Party, Promise, Strength};
use crate::slug::{ClauseId, QuestionType, RegionKey};
use crate::time::{DayEnd, Limit};

const WHOLE_UNIT: &str = "whole_unit";

/// A promise of the law, as a clause beside those of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implied {
    /// The clause. Its name begins with `law-`.
    pub clause: Clause,
    /// The row it comes from.
    pub floor: Floor,
}

/// The clauses that the rows in force add to those spoken: one for each matter on which nobody promises as much.
pub fn implied(rows: &[&LegalRow], spoken: &[Clause]) -> Vec<Implied> {
    let mut known: Vec<(Condition, Promise)> = spoken
        .iter()
        .filter(|clause| clause.binds == Party::Supplier && clause.strength == Strength::Must)
        .map(|clause| (clause.when.clone(), clause.promise.clone()))
        .collect();
    let mut added: Vec<Implied> = Vec::new();
    // Where goods belong to two families, the longer of two terms for the same thing holds.
    let is_outdone = |row: &LegalRow| rows.iter().any(|other| other.is_longer_than(row));
    for row in rows.iter().filter(|row| !is_outdone(row)) {
        for (name, promise) in promises(row, rows) {
            let when = when(row.rule);
            let is_known = known.iter().any(|(holds, spoken)| {
                (holds.is_blank() || *holds == when) && gives_as_much(spoken, &promise)
            });
            if is_known {
                continue;
            }
            known.push((when.clone(), promise.clone()));
            let (Ok(id), false) = (
                name.parse::<ClauseId>(),
                added.iter().any(|one| one.clause.id.as_str() == name),
            ) else {
                continue;
            };
            let floor = row.floor();
            let said = Wording::law(&promise, &floor, Language::Chinese);
            added.push(Implied {
                clause: Clause {
                    id,
                    text: said.sentence,
                    heading: said.heading,
                    source: None,
                    binds: Party::Supplier,
                    strength: Strength::Must,
                    when,
                    promise,
                },
                floor,
            });
        }
    }
    added
}

/// The kinds of question and the regions that the law tells apart, as a plan that does not name them is told.
const NAMED: &[(&str, &str)] = &[
    (TRAPPED, "电梯困人"),
    (BUSY_EASY, "农忙季节，容易修复"),
    (BUSY_HARD, "农忙季节，不易修复"),
    (CITY, "城市"),
];
const TRAPPED: &str = "trapped";
const BUSY_EASY: &str = "busy-season-easy";
const BUSY_HARD: &str = "busy-season-hard";
const CITY: &str = "city";

/// What people read for a name in a condition of the law.
pub fn label(name: &str) -> &str {
    NAMED
        .iter()
        .find(|(known, _)| *known == name)
        .map_or(name, |(_, label)| *label)
}

/// In which cases a row holds. Repairs are counted within the term (部分商品修理更换退货责任规定 art. 11).
fn when(rule: LegalRule) -> Condition {
    let question = |name: &str| name.parse::<QuestionType>().into_iter().collect();
    match rule {
        LegalRule::RepeatRepair | LegalRule::ExchangeRestartsTerm => Condition {
            standing: vec![Standing::InWarranty],
            ..Condition::default()
        },
        LegalRule::LiftTrappedCity => Condition {
            question: question(TRAPPED),
            region: CITY.parse::<RegionKey>().into_iter().collect(),
            ..Condition::default()
        },
        LegalRule::LiftTrappedElsewhere => Condition {
            question: question(TRAPPED),
            ..Condition::default()
        },
        LegalRule::BusySeasonEasyDays => Condition {
            question: question(BUSY_EASY),
            ..Condition::default()
        },
        LegalRule::BusySeasonHardDays => Condition {
            question: question(BUSY_HARD),
            ..Condition::default()
        },
        _ => Condition::default(),
    }
}

/// What a row promises by itself: the name of the clause, the promise.
fn promises(row: &LegalRow, rows: &[&LegalRow]) -> Vec<(String, Promise)> {
    let named = |promise: Promise| vec![(format!("law-{}", row.rule), promise)];
    let remedy = |trigger: Trigger, entitles: Vec<Entitles>| {
        named(Promise::Remedy(Remedy {
            trigger,
            entitles,
            besides: Vec::new(),
        }))
    };
    let within = |days: u32| Trigger::WithinDaysOfReceipt {
        days: Asked::Known(days),
    };
    match (row.rule, row.value) {
        (LegalRule::Term, LegalValue::Period(term)) => {
            warranty(row, Term::Period(term), usage(row, rows))
        }
        (LegalRule::SeasonTerm, LegalValue::Seasons(count)) => {
            warranty(row, Term::Seasons(count), None)
        }
        (LegalRule::ReturnDays, LegalValue::Period(Limit::NaturalDays(days))) => remedy(
            within(days),
            vec![Entitles::Return, Entitles::Exchange, Entitles::FreeRepair],
        ),
        (LegalRule::ConsumerReturnDays, LegalValue::Period(Limit::NaturalDays(days))) => {
            remedy(within(days), vec![Entitles::Return])
        }
        (LegalRule::ExchangeDays, LegalValue::Period(Limit::NaturalDays(days))) => {
            remedy(within(days), vec![Entitles::Exchange, Entitles::FreeRepair])
        }
        (LegalRule::RepeatRepair, LegalValue::Times(times)) => remedy(
            Trigger::RepairedStillFaulty { times },
            vec![Entitles::ReplaceSameModel],
        ),
        (LegalRule::RepairDays, LegalValue::Period(Limit::NaturalDays(days))) => {
            remedy(Trigger::RepairLongerThan { days }, vec![Entitles::Exchange])
        }
        (LegalRule::PartsDays, LegalValue::Period(Limit::NaturalDays(days))) => {
            remedy(Trigger::PartsMissingFor { days }, vec![Entitles::Exchange])
        }
        (LegalRule::LoanCarAfterDays, LegalValue::Period(Limit::NaturalDays(days))) => {
            remedy(Trigger::RepairLongerThan { days }, vec![Entitles::Loaner])
        }
        (LegalRule::PartsSupply, LegalValue::Period(Limit::Months(months))) => {
            named(Promise::Parts(Parts::SuppliedFor {
                years: Asked::Known(months.div_ceil(12)),
                from: SupplyStart::EndOfProduction,
            }))
        }
        (
            LegalRule::ConsumerAnswerDays | LegalRule::ClaimAnswerDays,
            LegalValue::Period(limit @ Limit::NaturalDays(_)),
        ) => named(Promise::TimeLimit(within_limit(Milestone::Answered, limit))),
        (
            LegalRule::LiftTrappedCity | LegalRule::LiftTrappedElsewhere,
            LegalValue::Period(limit),
        ) => named(Promise::TimeLimit(within_limit(Milestone::OnSite, limit))),
        (
            LegalRule::BusySeasonEasyDays | LegalRule::BusySeasonHardDays,
            LegalValue::Period(limit),
        ) => named(Promise::TimeLimit(within_limit(Milestone::Repaired, limit))),
        (LegalRule::LiftMaintenanceDays, LegalValue::Period(Limit::NaturalDays(days))) => {
            named(Promise::RecurringDuty(rhythm::maintenance(days)))
        }
        (LegalRule::DistanceReturnDays, LegalValue::Period(Limit::NaturalDays(days))) => {
            remedy(Trigger::DistanceSale { days }, vec![Entitles::Return])
        }
        (LegalRule::SafetyDays, LegalValue::Period(Limit::NaturalDays(days))) => {
            let both = |kilometres| Trigger::SafetyDefect { days, kilometres };
            let gives = vec![Entitles::Exchange, Entitles::Return];
            kilometres(row, rows, LegalRule::SafetyUsage)
                .map_or_else(Vec::new, |most| remedy(both(most), gives))
        }
        (LegalRule::ExchangeRestartsTerm, _) => term_anew().map_or_else(Vec::new, named),
        _ => Vec::new(),
    }
}

/// The least term for the unit or a class of components; with the unit's, that repairs within it are free.
fn warranty(row: &LegalRow, term: Term, or_usage: Option<Usage>) -> Vec<(String, Promise)> {
    let (covers, name) = if row.covers == WHOLE_UNIT {
        let except = Vec::new();
        (Covered::WholeUnit { except }, "law-term".to_owned())
    } else {
        let Ok(class) = row.covers.parse() else {
            return Vec::new();
        };
        (
            Covered::Component { class },
            format!("law-term-{}", row.covers),
        )
    };
    let free = Promise::Coverage(Coverage {
        causes: Vec::new(),
        standing: vec![Standing::InWarranty],
        subject: Subject::Repair,
        charges: AskedCharges::all(Charge::Free),
    });
    let term = Promise::WarrantyTerm(WarrantyTerm {
        covers,
        term: Asked::Known(term),
        or_usage,
        or_term: None,
        starts_from: starts_from(&row.product),
        without_proof: None,
        repair_days: RepairDays::Extend,
        replaced_part_months: None,
        territory: Territory::Anywhere,
    });
    vec![(name, term), ("law-covered".to_owned(), free)]
}

/// From which day the law counts: works from their acceptance on completion (建设工程质量管理条例 art. 40), goods from completed
/// installation or delivery (消费者权益保护法实施条例 art. 18).
pub(super) fn starts_from(product: &str) -> Vec<StartDate> {
    match product {
        "building" | "home-decoration" => vec![StartDate::Accepted, StartDate::Completed],
        _ => vec![
            StartDate::Installed,
            StartDate::Delivered,
            StartDate::Purchased,
        ],
    }
}

/// The use that may end a term of the law, where a row of its own says so.
fn usage(term: &LegalRow, rows: &[&LegalRow]) -> Option<Usage> {
    let unit = UsageUnit::Kilometres;
    let amount = kilometres(term, rows, LegalRule::TermUsage)?;
    Some(Usage { amount, unit })
}

/// The kilometres that a rule sets beside a row, for the same thing.
fn kilometres(beside: &LegalRow, rows: &[&LegalRow], rule: LegalRule) -> Option<u32> {
    rows.iter().find_map(|row| match row.value {
        LegalValue::Kilometres(amount)
            if row.rule == rule && row.product == beside.product && row.covers == beside.covers =>
        {
            Some(amount)
        }
        _ => None,
    })
}

/// What was given in exchange is a unit of its own: its term runs from the day it was handed over.
fn term_anew() -> Option<Promise> {
    let step = Step {
        id: "new-unit".parse().ok()?,
        text: "换出的商品另立设备档案，记下交付日期，保修期自该日起重新计算".to_owned(),
        owner: Role::ServiceAgent,
        done_by: None,
    };
    Some(Promise::Procedure(Procedure { steps: vec![step] }))
}

/// From the report on.
fn within_limit(to: Milestone, limit: Limit) -> TimeLimit {
    TimeLimit {
        from: Milestone::Reported,
        to,
        rows: Vec::new(),
        otherwise: Otherwise::Bound(Bound::Within {
            limit: Asked::Known(limit),
            target: None,
        }),
        calendar: None,
        day_end: DayEnd::Midnight,
        pausable_by: Vec::new(),
        warn_at_percent: Vec::new(),
    }
}

/// Whether a promise gives at least what the law does on the same matter.
fn gives_as_much(spoken: &Promise, law: &Promise) -> bool {
    match (spoken, law) {
        (Promise::WarrantyTerm(spoken), Promise::WarrantyTerm(law)) => covers(spoken, law),
        (Promise::Coverage(spoken), Promise::Coverage(law)) => {
            let is_general =
                spoken.causes.is_empty() || spoken.causes.contains(&Cause::Manufacture);
            spoken.subject == law.subject
                && spoken.standing.contains(&Standing::InWarranty)
                && is_general
                && spoken.charges.repairs_free()
        }
        (Promise::Remedy(spoken), Promise::Remedy(law)) => {
            opens_as_soon(&spoken.trigger, &law.trigger)
                && law
                    .entitles
                    .first()
                    .is_none_or(|first| spoken.entitles.iter().any(|one| is_as_good(one, first)))
        }
        (Promise::Parts(spoken), Promise::Parts(law)) => supplies_as_long(spoken, law),
        (Promise::RecurringDuty(spoken), Promise::RecurringDuty(law)) => {
            rhythm::is_as_often(spoken, law)
        }
        (Promise::Procedure(spoken), Promise::Procedure(law)) => spoken == law,
        (Promise::TimeLimit(spoken), Promise::TimeLimit(law)) => is_as_strict(spoken, law),
        _ => false,
    }
}

/// Whether a limit ends the same step as soon in every case its table tells apart, and no pause puts it off.
fn is_as_strict(spoken: &TimeLimit, law: &TimeLimit) -> bool {
    let Otherwise::Bound(Bound::Within {
        limit: Asked::Known(most),
        ..
    }) = &law.otherwise
    else {
        return false;
    };
    let holds = |bound: &Bound| match bound {
        Bound::Within {
            limit: Asked::Known(limit),
            ..
        } => limit
            .strictness(*most)
            .is_some_and(std::cmp::Ordering::is_le),
        _ => false,
    };
    let always = match &spoken.otherwise {
        Otherwise::Bound(bound) => holds(bound),
        Otherwise::NoPromise => false,
    };
    (spoken.from, spoken.to) == (law.from, law.to)
        && spoken.pausable_by.is_empty()
        && always
        && spoken.rows.iter().all(|row| holds(&row.bound))
}

/// Whether parts are to be had as long after production stopped; a number of years that is asked is raised once it is known.
fn supplies_as_long(spoken: &Parts, law: &Parts) -> bool {
    match (spoken, law) {
        (Parts::SuppliedForDesignLife, _) => true,
        (
            Parts::SuppliedFor {
                years: spoken,
                from: SupplyStart::EndOfProduction,
            },
            Parts::SuppliedFor { years: law, .. },
        ) => match (spoken.known(), law.known()) {
            (Some(spoken), Some(law)) => spoken >= law,
            _ => true,
        },
        _ => false,
    }
}

/// Whether a term is for the same thing and cannot end before the law's, or for the whole unit and no shorter: a term of
/// the plan for the same thing that is shorter is raised where it stands.
fn covers(spoken: &WarrantyTerm, law: &WarrantyTerm) -> bool {
    match (&spoken.covers, &law.covers) {
        (Covered::WholeUnit { except }, Covered::WholeUnit { .. }) => {
            except.is_empty() && !may_end_sooner(spoken, law)
        }
        (Covered::Component { class: one }, Covered::Component { class: other }) => {
            one == other && !may_end_sooner(spoken, law)
        }
        (Covered::WholeUnit { except }, Covered::Component { class }) => {
            let is_as_long = match (&spoken.term, &law.term) {
                (Asked::Known(Term::Lifetime), _) => true,
                (Asked::Known(Term::Seasons(spoken)), Asked::Known(Term::Seasons(law))) => {
                    spoken >= law
                }
                (Asked::Known(Term::Period(spoken)), Asked::Known(Term::Period(law))) => spoken
                    .strictness(*law)
                    .is_some_and(std::cmp::Ordering::is_ge),
                _ => false,
            };
            // A second limit may end the term before the law's.
            let is_cut = spoken
                .or_term
                .as_ref()
                .is_some_and(|other| other.whichever == Whichever::First);
            is_as_long && !is_cut && !except.contains(class)
        }
        _ => false,
    }
}

/// Whether use that the law does not count, or days that pass before the customer has the goods, may end a term before the
/// law's, however long it is.
fn may_end_sooner(spoken: &WarrantyTerm, law: &WarrantyTerm) -> bool {
    let is_used_up = spoken.or_usage.is_some_and(|own| {
        law.or_usage
            .is_none_or(|least| own.unit != least.unit || own.amount < least.amount)
    });
    let from_manufacture = [StartDate::Manufactured];
    let is_counted_before = spoken.starts_from == from_manufacture
        || spoken.or_term.as_ref().is_some_and(|other| {
            other.whichever == Whichever::First && other.starts_from == from_manufacture
        });
    is_used_up || is_counted_before
}

fn opens_as_soon(spoken: &Trigger, law: &Trigger) -> bool {
    match (spoken, law) {
        (
            Trigger::WithinDaysOfReceipt {
                days: Asked::Known(spoken),
            },
            Trigger::WithinDaysOfReceipt {
                days: Asked::Known(law),
            },
        ) => spoken >= law,
        (Trigger::DistanceSale { days: spoken }, Trigger::DistanceSale { days: law }) => {
            spoken >= law
        }
        (
            Trigger::SafetyDefect {
                days: spoken,
                kilometres: driven,
            },
            Trigger::SafetyDefect { days, kilometres },
        ) => spoken >= days && driven >= kilometres,
        (
            Trigger::RepairedStillFaulty { times: spoken },
            Trigger::RepairedStillFaulty { times: law },
        ) => spoken <= law,
        (Trigger::RepairLongerThan { days: spoken }, Trigger::RepairLongerThan { days: law })
        | (Trigger::PartsMissingFor { days: spoken }, Trigger::PartsMissingFor { days: law }) => {
            spoken <= law
        }
        _ => false,
    }
}

/// Whether one thing is as good for the customer as what the law gives first.
fn is_as_good(one: &Entitles, law: &Entitles) -> bool {
    let exchanges =
        |what: &Entitles| matches!(what, Entitles::Exchange | Entitles::ReplaceSameModel);
    one == law || (exchanges(one) && exchanges(law))
}
