//! What the clauses of a plan say, as facts.

use domain::case::intake::Channel;
use domain::plan::clauses::coverage::{AskedCharges, Charge, Standing};
use domain::plan::clauses::duty::{DutyKind, EveryUnit, RecurringDuty};
use domain::plan::clauses::fee::Fee;
use domain::plan::clauses::parts::Parts;
use domain::plan::clauses::remedy::{Entitles, Remedy, Trigger};
use domain::plan::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use domain::plan::clauses::warranty::{Covered, StartDate, Term, WarrantyTerm};
use domain::plan::{Clause, Condition, Plan, Promise};
use domain::time::Limit;

use crate::facts::{Conditions, Fact};

/// A fact and the clause it comes from.
pub(crate) struct Expected {
    pub(crate) clause: String,
    pub(crate) fact: Fact,
}

/// Every fact of a plan that its document must give back.
pub(crate) fn of(plan: &Plan) -> Vec<Expected> {
    plan.clauses
        .iter()
        .flat_map(|clause| {
            facts(plan, clause).into_iter().map(|fact| Expected {
                clause: clause.id.to_string(),
                fact,
            })
        })
        .collect()
}

/// What people wrote into a plan in their own words; the document repeats it, promises in it included.
pub(crate) fn free_words(plan: &Plan) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for clause in &plan.clauses {
        match &clause.promise {
            Promise::Procedure(it) => found.extend(it.steps.iter().map(|step| step.text.clone())),
            Promise::Conduct(it) => found.extend(it.items.iter().map(|item| item.text.clone())),
            Promise::Delivery(it) => found.extend(it.steps.iter().map(|step| step.text.clone())),
            Promise::Training(it) => found.push(it.outcome.clone()),
            _ => {}
        }
    }
    found.extend(plan.severities.iter().map(|level| level.meaning.clone()));
    found
        .into_iter()
        .flat_map(|text| {
            text.split(['，', '。', '；'])
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .map(|text| text.split_whitespace().collect::<String>())
        .filter(|text| text.chars().count() > 3)
        .collect()
}

fn facts(plan: &Plan, clause: &Clause) -> Vec<Fact> {
    let kind = |kinds: &[&'static str]| vec![Fact::Kind(kinds.to_vec())];
    match &clause.promise {
        Promise::TimeLimit(limit) => limits(plan, clause, limit),
        Promise::WarrantyTerm(term) => terms(term),
        Promise::Coverage(coverage) => {
            let free = AskedCharges::all(Charge::Free);
            if coverage.charges == free {
                kind(&["coverage"])
            } else {
                kind(&["coverage", "exclusion", "fee"])
            }
        }
        Promise::Remedy(remedy) => remedies(remedy),
        Promise::RecurringDuty(duty) => duties(duty),
        Promise::Parts(parts) => match parts {
            Parts::SuppliedFor { years, .. } => {
                vec![Fact::Supply(years.known().map(|it| u64::from(*it)))]
            }
            _ => kind(&["parts"]),
        },
        Promise::Fee(fee) => fees(fee),
        Promise::Conduct(_) => kind(&["conduct"]),
        Promise::Document(_) => kind(&["document", "time_limit"]),
        Promise::Channel(_) => kind(&["channel", "complaint"]),
        Promise::Training(_) => kind(&["training"]),
        Promise::Delivery(_) => kind(&["delivery", "document"]),
        Promise::Procedure(_) => kind(&["procedure"]),
    }
}

fn limits(plan: &Plan, clause: &Clause, limit: &TimeLimit) -> Vec<Fact> {
    let mut found: Vec<Fact> = limit
        .rows
        .iter()
        .filter_map(|row| {
            let mut conditions = conditions(plan, &clause.when);
            merge(&mut conditions, self::conditions(plan, &row.when));
            fact(limit, &row.bound, conditions)
        })
        .collect();
    if let Otherwise::Bound(bound) = &limit.otherwise {
        let mut conditions = conditions(plan, &clause.when);
        merge(&mut conditions, rest(limit));
        found.extend(fact(limit, bound, conditions));
    }
    found
}

fn rest(limit: &TimeLimit) -> Conditions {
    let only = |states: fn(&Condition) -> bool| {
        !limit.rows.is_empty()
            && limit
                .rows
                .iter()
                .all(|row| states(&row.when) && row.when.specificity() == 1)
    };
    match () {
        () if only(|it| it.reported_between.is_some()) => vec![("hours", "其他时间".to_owned())],
        () if only(|it| !it.region.is_empty()) => vec![("region", "其他地区".to_owned())],
        () if only(|it| !it.severity.is_empty()) => vec![("severity", "其他故障".to_owned())],
        () => Vec::new(),
    }
}

fn fact(limit: &TimeLimit, bound: &Bound, conditions: Conditions) -> Option<Fact> {
    let (length, target, backwards) = match bound {
        Bound::Within { limit, target } => (
            limit.known()?,
            target.as_ref().and_then(|it| it.known()),
            false,
        ),
        Bound::Before { limit } => (limit.known()?, None, true),
        Bound::Appointment { .. } => return None,
    };
    Some(Fact::Limit {
        from: limit.from.to_string(),
        to: limit.to.to_string(),
        length: written(*length),
        target: target.map(|it| written(*it)),
        working: matches!(length, Limit::Working(_) | Limit::WorkingDays(_)),
        backwards,
        conditions,
    })
}

fn written(limit: Limit) -> String {
    match limit {
        Limit::Natural(it) => format!("{}s", it.get().as_secs()),
        Limit::Working(it) => format!("{}s", it.get().as_secs()),
        Limit::WorkingDays(days) | Limit::NaturalDays(days) => format!("{days}d"),
        Limit::Months(months) => format!("{months}m"),
    }
}

fn merge(into: &mut Conditions, more: Conditions) {
    for (dimension, words) in more {
        into.retain(|(known, _)| *known != dimension);
        into.push((dimension, words));
    }
}

fn conditions(plan: &Plan, condition: &Condition) -> Conditions {
    let mut found = Conditions::new();
    let mut add = |name, words: Vec<String>| {
        if !words.is_empty() {
            found.push((name, words.concat().replace(' ', "")));
        }
    };
    let labels = |ids: &[String]| -> Vec<String> {
        ids.iter()
            .map(|id| {
                let levels = plan
                    .severities
                    .iter()
                    .map(|it| (it.id.to_string(), it.label.clone()));
                let services = plan
                    .service_levels
                    .iter()
                    .map(|it| (it.id.to_string(), it.label.clone()));
                let regions = plan
                    .regions
                    .iter()
                    .map(|it| (it.id.to_string(), it.label.clone()));
                let questions = plan
                    .question_types
                    .iter()
                    .map(|it| (it.id.to_string(), it.label.clone()));
                levels
                    .chain(services)
                    .chain(regions)
                    .chain(questions)
                    .find(|(known, _)| known == id)
                    .map_or_else(|| id.clone(), |(_, label)| label)
            })
            .collect()
    };
    let ids = |list: Vec<String>| labels(&list);
    add(
        "severity",
        ids(condition.severity.iter().map(ToString::to_string).collect()),
    );
    add(
        "service_level",
        ids(condition
            .service_level
            .iter()
            .map(ToString::to_string)
            .collect()),
    );
    add(
        "region",
        ids(condition.region.iter().map(ToString::to_string).collect()),
    );
    add(
        "channel",
        (condition.channel.iter())
            .map(|channel| match channel {
                Channel::Phone => "电话报修".to_owned(),
                other => other.to_string(),
            })
            .collect(),
    );
    add(
        "hours",
        condition
            .reported_between
            .iter()
            .map(|hours| {
                let next = if hours.to < hours.from { "次日" } else { "" };
                format!(
                    "{}:{:02}至{next}{}:{:02}",
                    hours.from.hour(),
                    hours.from.minute(),
                    hours.to.hour(),
                    hours.to.minute()
                )
            })
            .collect(),
    );
    add(
        "warranty",
        condition
            .standing
            .iter()
            .filter_map(|standing| match standing {
                Standing::InWarranty => Some("in".to_owned()),
                Standing::OutOfWarranty => Some("out".to_owned()),
                Standing::InContract => None,
            })
            .collect(),
    );
    found
}

fn terms(term: &WarrantyTerm) -> Vec<Fact> {
    let component = match &term.covers {
        Covered::WholeUnit { .. } | Covered::Software => None,
        Covered::Component { class } => Some(component(class.as_str())),
    };
    let length = match term.term.known() {
        Some(Term::Lifetime) => Some(None),
        Some(Term::Period(limit)) => Some(Some(written(*limit))),
        // How long a season is, its place says.
        Some(Term::Seasons(_)) | None => None,
    };
    let mut found: Vec<Fact> = length
        .map(|length| Fact::Term {
            length,
            component,
            usage: term.or_usage.is_some(),
        })
        .into_iter()
        .collect();
    if let Some(months) = term.replaced_part_months {
        found.push(Fact::Term {
            length: Some(format!("{months}m")),
            component: Some("部件".to_owned()),
            usage: false,
        });
    }
    let days = |dates: &[StartDate]| dates.iter().map(|date| day(*date).to_owned()).collect();
    if let Some(other) = &term.or_term
        && let Some(Term::Period(limit)) = other.term.known()
    {
        found.push(Fact::Other(
            written(*limit),
            days(&other.starts_from),
            other.whichever.as_str(),
        ));
    }
    if !term.starts_from.is_empty() {
        found.push(Fact::Starts(days(&term.starts_from)));
    }
    found.extend(term.without_proof.map(|date| Fact::Starts(days(&[date]))));
    found
}

fn component(class: &str) -> String {
    match class {
        "bulb" => "灯泡".to_owned(),
        "compressor" => "压缩机".to_owned(),
        "motor" => "电机".to_owned(),
        "battery" => "电池".to_owned(),
        other => other.to_owned(),
    }
}

/// The reader knows one word for the days on which a unit begins to work.
const fn day(date: StartDate) -> &'static str {
    match date {
        StartDate::PutToUse => "commissioned",
        other => other.as_str(),
    }
}

fn remedies(remedy: &Remedy) -> Vec<Fact> {
    if let Trigger::SameDefectRepaired { times } = remedy.trigger {
        return vec![Fact::Remedy(Some(u64::from(times)))];
    }
    let mild = remedy.entitles.iter().chain(&remedy.besides).all(|it| {
        matches!(
            it,
            Entitles::FreeRepair
                | Entitles::RepairAtMaterialCost
                | Entitles::CostsBorne
                | Entitles::RemovedUnitMadeGood
                | Entitles::Discount { .. }
        )
    });
    // Repair alone reads as coverage or as what it costs.
    if mild {
        vec![Fact::Kind(vec!["remedy", "coverage", "fee", "exclusion"])]
    } else {
        vec![Fact::Kind(vec!["remedy"])]
    }
}

fn duties(duty: &RecurringDuty) -> Vec<Fact> {
    let what = match duty.what {
        DutyKind::Inspection => "inspection",
        DutyKind::Visit => "visit",
        // The reader has one word for asking customers, by telephone or by questionnaire.
        DutyKind::Call | DutyKind::Survey => "call",
        DutyKind::Maintenance => "maintenance",
        DutyKind::Training => "training",
        DutyKind::Hint | DutyKind::Advice | DutyKind::Review => {
            return vec![Fact::Kind(vec!["recurring_duty"])];
        }
    };
    let every = duty.every.count.known().map(|count| match duty.every.unit {
        EveryUnit::Days => format!("{count}d"),
        EveryUnit::Weeks => format!("{}d", count * 7),
        EveryUnit::Months => format!("{count}m"),
    });
    match every {
        Some(every) => vec![Fact::Every(what, Some(every))],
        None => vec![Fact::Kind(vec!["recurring_duty"])],
    }
}

fn fees(fee: &Fee) -> Vec<Fact> {
    match fee {
        Fee::PercentOfContract { by_term } => by_term
            .iter()
            .map(|rate| Fact::Percent(u64::from(rate.bps.0)))
            .collect(),
        Fee::PersonDay { by_year } => by_year
            .iter()
            .map(|rate| Fact::Amount(rate.fen.0.unsigned_abs()))
            .collect(),
        Fee::CallOut {
            rows,
            otherwise_fen,
        } => rows
            .iter()
            .map(|row| row.fen)
            .chain(otherwise_fen.known().copied())
            .map(|fen| Fact::Amount(fen.0.unsigned_abs()))
            .collect(),
        Fee::PriceList { charged_bps, .. } => match charged_bps.known() {
            Some(share) => vec![Fact::Percent(u64::from(share.0))],
            None => vec![Fact::Kind(vec!["fee"])],
        },
        _ => vec![Fact::Kind(vec!["fee"])],
    }
}
