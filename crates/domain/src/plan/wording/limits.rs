//! Time limits: one sentence for each row of the decision table, and the rows of the overview.

use super::quantity::{BLANK, limit_in_words, range, stated};
use super::{milestones, names, when};
use crate::milestone::Milestone;
use crate::plan::clauses::time_limit::{Bound, Otherwise, TimeLimit};
use crate::plan::{Clause, Condition, Party, Plan, Strength};
use crate::time::{DayEnd, Limit};

/// One case of a limit: when it applies, and the promise itself.
pub(super) struct Case {
    /// What must hold, without punctuation at the end.
    pub when: String,
    /// 接到报修后2小时内响应.
    pub promise: String,
    /// Whether the number is still to be filled in.
    pub open: bool,
}

/// The sentences of a limit.
pub(super) fn sentences(plan: &Plan, clause: &Clause, limit: &TimeLimit) -> Vec<String> {
    let mut found = promised(plan, clause, limit);
    found.extend(counting(limit));
    found
}

/// Each case as whoever owes it says it.
pub(super) fn promised(plan: &Plan, clause: &Clause, limit: &TimeLimit) -> Vec<String> {
    let bound = (clause.binds, clause.strength);
    let owner = OWNERS
        .iter()
        .find(|(owner, _)| *owner == bound)
        .map_or("", |(_, words)| *words);
    cases(plan, clause, limit)
        .into_iter()
        .map(|case| {
            let when = opening(&case);
            let promise = case.promise;
            match promise.strip_prefix(FAILED) {
                Some(rest) => format!("{when}{FAILED}{owner}{rest}。"),
                None if promise.starts_with(AHEAD) || promise.starts_with(BY_APPOINTMENT) => {
                    format!("{when}我方{promise}。")
                }
                None => format!("{when}{owner}{promise}。"),
            }
        })
        .collect()
}

/// Each case as somebody asks for it.
pub(super) fn demanded(plan: &Plan, clause: &Clause, limit: &TimeLimit) -> Vec<String> {
    let cases = cases(plan, clause, limit).into_iter();
    cases
        .map(|case| format!("{}{}。", opening(&case), case.promise))
        .collect()
}

fn opening(case: &Case) -> String {
    match case.when.as_str() {
        "" => String::new(),
        when => format!("{when}，"),
    }
}

/// Who is bound, how strongly, and how a sentence says so.
pub(super) const OWNERS: &[((Party, Strength), &str)] = &[
    ((Party::Supplier, Strength::Must), "我方保证在"),
    ((Party::Supplier, Strength::May), "我方尽量在"),
    ((Party::Customer, Strength::Must), "客户应当在"),
    ((Party::Customer, Strength::May), "客户尽量在"),
];
pub(super) const FAILED: &str = milestones::after(Milestone::RemoteAttemptFailed);
pub(super) const AHEAD: &str = "至少提前";
pub(super) const BY_APPOINTMENT: &str = "按与客户约定的时间";

/// Every case of the table in its order, the default last.
pub(super) fn cases(plan: &Plan, clause: &Clause, limit: &TimeLimit) -> Vec<Case> {
    let case = |own: Vec<String>, bound: &Bound| {
        let mut when = when::circumstances(plan, &clause.when);
        when.extend(own.into_iter().filter(|words| !words.is_empty()));
        when.dedup();
        Case {
            when: when.join("，"),
            promise: promise(&clause.text, limit, bound),
            open: match bound {
                Bound::Within { limit, .. } | Bound::Before { limit } => limit.known().is_none(),
                Bound::Appointment { .. } => false,
            },
        }
    };
    let mut found: Vec<Case> = limit
        .rows
        .iter()
        .map(|row| case(when::circumstances(plan, &row.when), &row.bound))
        .collect();
    if let Otherwise::Bound(bound) = &limit.otherwise {
        let conditions: Vec<&Condition> = limit.rows.iter().map(|row| &row.when).collect();
        found.push(case(vec![when::remaining(&conditions).to_owned()], bound));
    }
    found
}

fn promise(text: &str, limit: &TimeLimit, bound: &Bound) -> String {
    let (from, to) = (
        milestones::after_in(text, limit.from),
        milestones::reach_in(text, limit.to),
    );
    match bound {
        Bound::Within { limit, target } => {
            let (length, hope) = length(
                limit.known().copied(),
                target.as_ref().and_then(|t| t.known().copied()),
            );
            format!("{from}{length}内{to}{hope}")
        }
        Bound::Appointment {
            early_minutes,
            late_minutes,
        } => {
            let minutes = |asked| stated(asked, u32::to_string);
            let (early, late) = (minutes(early_minutes), minutes(late_minutes));
            format!("{BY_APPOINTMENT}{to}（可早到{early}分、迟到不超过{late}分）")
        }
        Bound::Before { limit: ahead } => {
            let ahead = stated(ahead, |ahead| limit_in_words(*ahead));
            let event = match limit.to {
                Milestone::EndOfProductionReached => "停产",
                other => milestones::reach(other),
            };
            format!("{AHEAD}{ahead}通知客户{event}")
        }
    }
}

/// The length, as a range where there is a target in the same unit; otherwise the target follows as a hope.
fn length(limit: Option<Limit>, target: Option<Limit>) -> (String, String) {
    match (limit, target) {
        (Some(limit), Some(target)) => match range(target, limit) {
            Some(range) => (range, String::new()),
            None => (
                limit_in_words(limit),
                format!("（内部目标为{}）", limit_in_words(target)),
            ),
        },
        (Some(limit), None) => (limit_in_words(limit), String::new()),
        (None, _) => (BLANK.to_owned(), String::new()),
    }
}

/// What the clock counts, where the clause says so itself.
fn counting(limit: &TimeLimit) -> Vec<String> {
    let mut found = Vec::new();
    if !limit.pausable_by.is_empty() {
        let reasons: Vec<&str> = limit
            .pausable_by
            .iter()
            .map(|reason| names::pause(*reason))
            .collect();
        found.push(format!("下列等待不计时：{}。", reasons.join("、")));
    }
    if let Some(calendar) = &limit.calendar {
        found.push(format!("本条按{}计时。", names::calendar(calendar)));
    }
    if limit.day_end == DayEnd::CloseOfBusiness {
        found.push("最后一日以当日营业结束为止。".to_owned());
    }
    found
}
