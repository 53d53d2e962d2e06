use std::collections::BTreeSet;
use std::fmt::Display;

use super::known::Known;
use super::{FaultCode, Faults};
use crate::plan::Condition;

/// Every name a condition uses is defined, and its hours have a length.
pub(crate) fn check(when: &Condition, pointer: &str, known: &Known<'_>, faults: &mut Faults) {
    names(
        &when.severity,
        &known.severities,
        FaultCode::UnknownSeverity,
        &format!("{pointer}/severity"),
        faults,
    );
    names(
        &when.service_level,
        &known.service_levels,
        FaultCode::UnknownServiceLevel,
        &format!("{pointer}/service_level"),
        faults,
    );
    names(
        &when.region,
        &known.regions,
        FaultCode::UnknownRegion,
        &format!("{pointer}/region"),
        faults,
    );
    names(
        &when.question,
        &known.questions,
        FaultCode::UnknownQuestion,
        &format!("{pointer}/question"),
        faults,
    );
    if let Some(hours) = when.reported_between.filter(|hours| hours.from == hours.to) {
        faults.add(
            FaultCode::EmptyHours,
            format!("{pointer}/reported_between"),
            hours.from,
        );
    }
}

/// Rows of a table: each states a condition, and no two state the same.
pub(crate) fn check_rows<'a>(
    rows: impl IntoIterator<Item = &'a Condition>,
    pointer: &str,
    known: &Known<'_>,
    faults: &mut Faults,
) {
    let mut seen: Vec<&Condition> = Vec::new();
    for (index, when) in rows.into_iter().enumerate() {
        let at = format!("{pointer}/{index}/when");
        if when.is_blank() {
            faults.add(FaultCode::BlankCondition, at, "{}");
            continue;
        }
        if seen.contains(&when) {
            faults.add(FaultCode::DuplicateRow, at.as_str(), index + 1);
        }
        check(when, &at, known, faults);
        seen.push(when);
    }
}

pub(crate) fn names<T: Ord + Display>(
    used: &[T],
    defined: &BTreeSet<&T>,
    code: FaultCode,
    pointer: &str,
    faults: &mut Faults,
) {
    for (index, name) in used.iter().enumerate() {
        if !defined.contains(name) {
            faults.add(code, format!("{pointer}/{index}"), name);
        }
    }
}
