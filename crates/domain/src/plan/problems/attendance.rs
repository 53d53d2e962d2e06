//! Service promised around the clock, held against the hours in which the company is attended.

use jiff::SignedDuration;

use super::limits::{limits, reaches};
use super::{Problem, ProblemCode, Side, Weight, binding, settlement, side};
use crate::calendar::Week;
use crate::milestone::Milestone;
use crate::plan::clauses::channel::ContactPoint;
use crate::plan::clauses::time_limit::TimeLimit;
use crate::plan::document::SettledBy;
use crate::plan::{Asked, Clause, Plan, Promise};
use crate::slug::CalendarName;
use crate::time::{Limit, NaturalDuration};

/// When somebody attends at the company, as its own calendar says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attended {
    /// The company's calendar of attendance.
    pub calendar: CalendarName,
    /// What people call it.
    pub title: String,
    /// Its usual week.
    pub week: Week,
    /// The longest stretch of the coming year in which nobody attends.
    pub longest_closed: SignedDuration,
    /// The calendars of the company that never close: who names one of them promises 7×24.
    pub never_closed: Vec<CalendarName>,
}

impl Attended {
    /// A company nobody attends: held against it, every promise around the clock is found.
    pub(crate) fn nobody() -> Self {
        let always = CalendarName::always();
        Self {
            calendar: always.clone(),
            title: String::new(),
            week: Week::default(),
            longest_closed: SignedDuration::MAX,
            never_closed: vec![always],
        }
    }

    /// Whether somebody is always there.
    fn is_always(&self) -> bool {
        self.longest_closed.is_zero()
    }
}

/// Promises around the clock of a company that is not attended around the clock.
pub(super) fn unattended(plan: &Plan, attended: &Attended) -> Vec<Problem> {
    if attended.is_always() {
        return Vec::new();
    }
    let mut found = channels(plan, attended);
    found.extend(running_on(plan, attended));
    found
}

/// Ways to reach the service at which a person is said to attend always.
fn channels(plan: &Plan, attended: &Attended) -> Vec<Problem> {
    binding(plan)
        .filter_map(|(index, clause)| {
            let Promise::Channel(channel) = &clause.promise else {
                return None;
            };
            let Asked::Known(hours) = &channel.hours else {
                return None;
            };
            let promised = is_answered(channel.channel) && attended.never_closed.contains(hours);
            promised.then(|| Problem {
                code: ProblemCode::Unattended,
                weight: Weight::Hard,
                about: channel.channel.to_string(),
                sides: vec![side(index, clause, hours.to_string())],
                settled_by: None,
                governs: None,
                proposal: Some(settlement(&[clause], SettledBy::Stricter)),
                floor: None,
            })
        })
        .collect()
}

/// Whether a person answers there at once; letters and forms wait until somebody comes.
const fn is_answered(channel: ContactPoint) -> bool {
    match channel {
        ContactPoint::Hotline
        | ContactPoint::ComplaintLine
        | ContactPoint::DutyPhone
        | ContactPoint::OnlineAdvice
        | ContactPoint::ReceptionDesk
        | ContactPoint::Outlet => true,
        ContactPoint::Mail | ContactPoint::Web | ContactPoint::App | ContactPoint::Fax => false,
    }
}

/// What somebody at the company must do soon after a report, at whatever hour it comes.
const PROMPT: [Milestone; 6] = [
    Milestone::Acknowledged,
    Milestone::Answered,
    Milestone::Contacted,
    Milestone::CrewAssigned,
    Milestone::Dispatched,
    Milestone::OnSite,
];

/// The limits that run day and night and end before anybody is back: one problem with all of them.
fn running_on(plan: &Plan, attended: &Attended) -> Option<Problem> {
    let sides: Vec<Side> = limits(plan)
        .into_iter()
        .filter(|(_, _, limit)| limit.from == Milestone::Reported && PROMPT.contains(&limit.to))
        .filter_map(|(index, clause, limit)| {
            let shortest = shortest_at_any_hour(clause, limit)?;
            let value = Limit::Natural(shortest).to_string();
            (shortest.get() < attended.longest_closed).then(|| side(index, clause, value))
        })
        .collect();
    (!sides.is_empty()).then(|| Problem {
        code: ProblemCode::LimitUnattended,
        weight: Weight::Soft,
        about: String::new(),
        sides,
        settled_by: None,
        governs: None,
        proposal: None,
        floor: None,
    })
}

/// The shortest natural limit of a clause that holds at every hour of the day.
fn shortest_at_any_hour(clause: &Clause, limit: &TimeLimit) -> Option<NaturalDuration> {
    reaches(clause, limit)
        .iter()
        .filter(|reach| reach.when.reported_between.is_none())
        .filter_map(|reach| match reach.limit() {
            Some(Limit::Natural(duration)) => Some(duration),
            _ => None,
        })
        .min()
}
