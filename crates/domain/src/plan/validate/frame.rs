use jiff::tz::TimeZone;

use super::known::Known;
use super::{FaultCode, Faults, condition};
use crate::plan::Plan;
use crate::plan::asked_fields::check_answer;
use crate::plan::document::{Grading, SettledBy, Settlement};

/// Everything outside the clauses.
pub(super) fn check(plan: &Plan, known: &Known<'_>, faults: &mut Faults) {
    faults.text(&plan.title, "/title".to_owned());
    faults.text(&plan.trade, "/trade".to_owned());
    if TimeZone::get(&plan.zone).is_err() {
        faults.add(FaultCode::UnknownZone, "/zone", &plan.zone);
    }
    faults.percents(&plan.warn_at_percent, "/warn_at_percent");
    let marks: Vec<u8> = plan
        .escalations
        .iter()
        .map(|escalation| escalation.at_percent)
        .collect();
    for (index, mark) in marks.iter().enumerate() {
        if !(1..=100).contains(mark) || (index > 0 && marks[index - 1] > *mark) {
            faults.add(
                FaultCode::BadPercent,
                format!("/escalations/{index}/at_percent"),
                mark,
            );
        }
    }
    check_parameters(plan, faults);
    faults.ids(
        plan.severities.iter().map(|level| level.id.as_str()),
        "/severities",
    );
    faults.ids(
        plan.service_levels.iter().map(|level| level.id.as_str()),
        "/service_levels",
    );
    faults.ids(
        plan.regions.iter().map(|region| region.id.as_str()),
        "/regions",
    );
    faults.ids(
        plan.question_types
            .iter()
            .map(|question| question.id.as_str()),
        "/question_types",
    );
    check_labels(plan, faults);
    if let Some(grading) = &plan.grading {
        check_grading(grading, known, faults);
    }
    if plan.clauses.len() > super::MAX_ENTRIES {
        faults.add(FaultCode::TooMany, "/clauses", plan.clauses.len());
    }
    faults.ids(
        plan.clauses.iter().map(|clause| clause.id.as_str()),
        "/clauses",
    );
}

fn check_labels(plan: &Plan, faults: &mut Faults) {
    let levels = plan.severities.iter().map(|level| &level.label);
    let lists: [(&str, Vec<&String>); 4] = [
        ("/severities", levels.collect()),
        (
            "/service_levels",
            plan.service_levels
                .iter()
                .map(|level| &level.label)
                .collect(),
        ),
        (
            "/regions",
            plan.regions.iter().map(|region| &region.label).collect(),
        ),
        (
            "/question_types",
            plan.question_types
                .iter()
                .map(|question| &question.label)
                .collect(),
        ),
    ];
    for (pointer, labels) in lists {
        for (index, label) in labels.into_iter().enumerate() {
            faults.text(label, format!("{pointer}/{index}/label"));
        }
    }
}

fn check_parameters(plan: &Plan, faults: &mut Faults) {
    faults.ids(
        plan.parameters
            .iter()
            .map(|parameter| parameter.id.as_str()),
        "/parameters",
    );
    for (index, parameter) in plan.parameters.iter().enumerate() {
        faults.text(&parameter.question, format!("/parameters/{index}/question"));
        if let Some(suggested) = &parameter.suggested
            && check_answer(parameter.answer, suggested).is_err()
        {
            faults.add(
                FaultCode::BadAnswer,
                format!("/parameters/{index}/suggested"),
                suggested,
            );
        }
    }
}

fn check_grading(grading: &Grading, known: &Known<'_>, faults: &mut Faults) {
    faults.list(&grading.questions, "/grading/questions".to_owned());
    faults.ids(
        grading
            .questions
            .iter()
            .map(|question| question.id.as_str()),
        "/grading/questions",
    );
    for (index, question) in grading.questions.iter().enumerate() {
        faults.text(&question.label, format!("/grading/questions/{index}/label"));
    }
    for (index, rule) in grading.rules.iter().enumerate() {
        let pointer = format!("/grading/rules/{index}");
        faults.list(&rule.if_any, format!("{pointer}/if_any"));
        let unknown = FaultCode::UnknownGradingQuestion;
        condition::names(
            &rule.if_any,
            &known.grading,
            unknown,
            &format!("{pointer}/if_any"),
            faults,
        );
        if !known.severities.contains(&rule.level) {
            faults.add(
                FaultCode::UnknownSeverity,
                format!("{pointer}/level"),
                &rule.level,
            );
        }
    }
    if !known.severities.contains(&grading.otherwise) {
        faults.add(
            FaultCode::UnknownSeverity,
            "/grading/otherwise",
            &grading.otherwise,
        );
    }
}

/// Settlements name clauses that exist, and a settlement by scope states one.
pub(super) fn check_settlements(plan: &Plan, known: &Known<'_>, faults: &mut Faults) {
    for (index, settlement) in plan.settlements.iter().enumerate() {
        check_settlement(settlement, &format!("/settlements/{index}"), known, faults);
    }
}

fn check_settlement(
    settlement: &Settlement,
    pointer: &str,
    known: &Known<'_>,
    faults: &mut Faults,
) {
    // A promise may be let govern by itself, against what the company is used to; all else is between clauses.
    let least = if settlement.by == SettledBy::Stricter {
        1
    } else {
        2
    };
    if settlement.clauses.len() < least {
        faults.add(
            FaultCode::TooFewClauses,
            format!("{pointer}/clauses"),
            settlement.clauses.len(),
        );
    }
    let unknown = FaultCode::UnknownClause;
    condition::names(
        &settlement.clauses,
        &known.clauses,
        unknown,
        &format!("{pointer}/clauses"),
        faults,
    );
    faults.length(&settlement.reason, format!("{pointer}/reason"));
    if settlement.by == SettledBy::DifferentScope
        && settlement.scopes.iter().all(|scope| scope.when.is_blank())
    {
        faults.add(
            FaultCode::NoScope,
            format!("{pointer}/scopes"),
            settlement.scopes.len(),
        );
    }
    for (index, scope) in settlement.scopes.iter().enumerate() {
        let at = format!("{pointer}/scopes/{index}");
        if !settlement.clauses.contains(&scope.clause) {
            faults.add(
                FaultCode::ForeignScope,
                format!("{at}/clause"),
                &scope.clause,
            );
        }
        condition::check(&scope.when, &format!("{at}/when"), known, faults);
    }
}
