//! Conditions in words, as they open a sentence.

use std::collections::BTreeSet;

use super::names;
use crate::plan::condition::HoursOfDay;
use crate::plan::document::Named;
use crate::plan::{Condition, Plan};

/// 保修期内，重大故障，: what must hold, ending with a comma; nothing for a blank condition.
pub(super) fn opening(plan: &Plan, conditions: &[&Condition]) -> String {
    let mut said = BTreeSet::new();
    let mut words = String::new();
    for each in conditions
        .iter()
        .flat_map(|condition| circumstances(plan, condition))
    {
        if said.insert(each.clone()) {
            words.push_str(&each);
            words.push('，');
        }
    }
    words
}

/// Each stated dimension in words, without punctuation.
pub(super) fn circumstances(plan: &Plan, condition: &Condition) -> Vec<String> {
    let mut found = Vec::new();
    let mut add = |words: Vec<String>| {
        if !words.is_empty() {
            found.push(words.join("、"));
        }
    };
    add(each(&condition.standing, |it| {
        names::standing(*it).to_owned()
    }));
    add(each(&condition.service_level, |id| {
        format!("{}服务", label(&plan.service_levels, id))
    }));
    add(each(&condition.severity, |id| {
        plan.severities
            .iter()
            .find(|severity| severity.id == *id)
            .map_or_else(|| id.to_string(), |severity| tidy(&severity.label))
    }));
    add(each(&condition.region, |id| label(&plan.regions, id)));
    add(condition.reported_between.map(hours).into_iter().collect());
    add(each(&condition.channel, |it| {
        names::channel(*it).to_owned()
    }));
    add(each(&condition.question, |id| {
        label(&plan.question_types, id)
    }));
    add(each(&condition.cause, |it| {
        format!("因{}", names::cause(*it))
    }));
    found
}

/// What the case no row speaks of may be called.
pub(super) const REMAINING: [&str; 4] = ["其他时间报修", "其他地区", "其他故障", "其他情形"];

/// The case no row speaks of: 其他时间报修, 其他地区, 其他故障, 其他情形.
pub(super) fn remaining(rows: &[&Condition]) -> &'static str {
    let only = |states: fn(&Condition) -> bool| {
        !rows.is_empty()
            && rows
                .iter()
                .all(|condition| states(condition) && condition.specificity() == 1)
    };
    match () {
        () if rows.is_empty() => "",
        () if only(|it| it.reported_between.is_some()) => "其他时间报修",
        () if only(|it| !it.region.is_empty()) => "其他地区",
        () if only(|it| !it.severity.is_empty()) => "其他故障",
        () => "其他情形",
    }
}

fn each<T>(values: &[T], words: impl Fn(&T) -> String) -> Vec<String> {
    values.iter().map(words).collect()
}

fn label<T: PartialEq + ToString>(named: &[Named<T>], id: &T) -> String {
    named
        .iter()
        .find(|entry| entry.id == *id)
        .map_or_else(|| id.to_string(), |entry| tidy(&entry.label))
}

/// Labels are written without the blank between Latin and Chinese: A级.
pub(super) fn tidy(label: &str) -> String {
    label.chars().filter(|char| *char != ' ').collect()
}

fn hours(hours: HoursOfDay) -> String {
    let time = |time: jiff::civil::Time| format!("{}:{:02}", time.hour(), time.minute());
    let next_day = if hours.to < hours.from { "次日" } else { "" };
    format!("{}至{next_day}{}报修", time(hours.from), time(hours.to))
}
