//! Compares a plan with what the reader finds in its printed text.

use domain::plan::Plan;
use reader::reading::{Clause, Terms, TimeUnit, Whichever};

use crate::expected::{self, Expected};
use crate::facts::{Conditions, Fact, length};

/// Every way in which the text does not say what the plan says.
pub(crate) fn differences(plan: &Plan, text: &str) -> Vec<String> {
    let reading = reader::read(text);
    let clauses: Vec<&Clause> = reading
        .plans
        .iter()
        .flat_map(|plan| &plan.clauses)
        .collect();
    // The second length of a term is told with the first.
    let is_second = |clause: &Clause| {
        clauses.iter().any(|one| match &one.terms {
            Terms::WarrantyTerm {
                or_term: Some(other),
                ..
            } => {
                one.span != clause.span
                    && other.span.0 <= clause.span.0
                    && clause.span.1 <= other.span.1
                    && matches!(clause.terms, Terms::WarrantyTerm { .. })
            }
            _ => false,
        })
    };
    let read: Vec<(Fact, &Clause)> = clauses
        .iter()
        .filter(|clause| !is_second(clause))
        .flat_map(|clause| facts(clause).into_iter().map(|fact| (fact, *clause)))
        .collect();
    let wanted = expected::of(plan);
    let mut found = Vec::new();
    if reading.plans.len() != usize::from(!wanted.is_empty()) {
        found.push(format!(
            "{} plans read: {:?}",
            reading.plans.len(),
            reading
                .plans
                .iter()
                .map(|plan| &plan.title)
                .collect::<Vec<_>>()
        ));
    }
    for Expected { clause, fact } in &wanted {
        if !read.iter().any(|(read, _)| fact.is_told_by(read)) {
            let near: Vec<&Fact> = read
                .iter()
                .map(|(read, _)| read)
                .filter(|read| std::mem::discriminant(*read) == std::mem::discriminant(fact))
                .collect();
            found.push(format!("lost from {clause}: {fact:?}; read {near:?}"));
        }
    }
    let free = expected::free_words(plan);
    for (fact, clause) in &read {
        let exact = matches!(fact, Fact::Limit { .. } | Fact::Term { .. });
        let quoted = clause.quote.split_whitespace().collect::<String>();
        let written_by_hand = free
            .iter()
            .any(|words| words.contains(&quoted) || quoted.contains(words.as_str()));
        if exact && !written_by_hand && !wanted.iter().any(|wanted| wanted.fact.is_told_by(fact)) {
            found.push(format!("invented: {fact:?} from 「{}」", clause.quote));
        }
    }
    found
}

fn facts(clause: &Clause) -> Vec<Fact> {
    let mut found = vec![Fact::Kind(vec![clause.terms.kind()])];
    match &clause.terms {
        Terms::TimeLimit {
            from,
            to,
            limit,
            target,
            unit,
            backwards,
            condition,
        } => {
            let dimensions = [
                ("severity", &condition.fault_level),
                ("service_level", &condition.service_level),
                ("region", &condition.region),
                ("hours", &condition.report_hours),
                ("warranty", &condition.warranty),
                ("channel", &condition.channel),
            ];
            let conditions: Conditions = dimensions
                .into_iter()
                .filter_map(|(name, value)| Some((name, value.clone()?)))
                .collect();
            found.push(Fact::Limit {
                from: word(*from),
                to: word(*to),
                length: length(*limit),
                target: target.map(length),
                working: *unit == TimeUnit::Working,
                backwards: *backwards,
                conditions,
            });
        }
        Terms::WarrantyTerm {
            term,
            lifetime,
            component,
            or_usage,
            or_term,
            ..
        } => {
            found.push(Fact::Term {
                length: if *lifetime { None } else { term.map(length) },
                component: component.clone(),
                usage: or_usage.is_some(),
            });
            found.extend(or_term.as_ref().map(|other| {
                let days = other.starts_from.iter().map(|day| (*day).to_owned());
                let whichever = match other.whichever {
                    Whichever::First => "first",
                    Whichever::Last => "last",
                };
                Fact::Other(length(other.term), days.collect(), whichever)
            }));
        }
        Terms::WarrantyStart { starts_from } => {
            found.push(Fact::Starts(
                starts_from.iter().map(|day| (*day).to_owned()).collect(),
            ));
        }
        Terms::Fee {
            percent_bps,
            amount_fen,
            ..
        } => {
            found.extend(percent_bps.map(Fact::Percent));
            found.extend(amount_fen.map(Fact::Amount));
        }
        Terms::RecurringDuty { what, every, .. } => {
            found.push(Fact::Every(what, every.map(length)));
        }
        Terms::Remedy { after_repairs, .. } => found.push(Fact::Remedy(*after_repairs)),
        Terms::Parts { years, .. } => found.push(Fact::Supply(*years)),
        _ => {}
    }
    found
}

fn word(milestone: reader::reading::Milestone) -> String {
    serde_json::to_value(milestone)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
