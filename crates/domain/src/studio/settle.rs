//! Settling a problem in one of the ways it offers.

use super::problem::NOTED;
use super::step::By;
use super::{MAX_REASON, Reading, Refused, Trouble, Way, troubles};
use crate::plan::document::{Scope, SettledBy, Settlement};
use crate::slug::ClauseId;

pub(super) fn settle(
    reading: &mut Reading,
    problem: &str,
    (way, scopes): (Way, &[Scope]),
    reason: Option<&str>,
    by: &By<'_>,
) -> Result<(), Refused> {
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    if reason.is_some_and(|reason| reason.chars().nth(MAX_REASON).is_some()) {
        return Err(Refused::NoReason);
    }
    let trouble = find(reading, problem).ok_or(Refused::NoProblem)?;
    if trouble.settled == Some(way) && scopes.is_empty() {
        return Ok(());
    }
    if !trouble.ways.contains(&way) {
        return Err(Refused::NoWay);
    }
    if way == Way::DifferentScope && scopes.is_empty() && trouble.needs_scopes() {
        return Err(Refused::NotApart);
    }
    let noted = problem
        .strip_prefix(NOTED)
        .and_then(|no| no.parse::<u32>().ok());
    let clauses = clauses(reading, &trouble);
    // Words alone are told apart by saying so; a clause is narrowed only by a scope.
    let narrows = way != Way::DifferentScope || !scopes.is_empty();
    if let (Some(settled_by), true) = (settled_by(way), clauses.len() > 1 && narrows) {
        let settlement = Settlement {
            clauses: clauses.clone(),
            by: settled_by,
            scopes: scopes.to_vec(),
            reason: reason.unwrap_or(said(way)).to_owned(),
        };
        reading
            .frame
            .settlements
            .retain(|earlier| earlier.clauses != clauses);
        reading.frame.settlements.push(settlement);
    }
    let noted = noted.and_then(|no| reading.noted.iter().position(|noted| noted.no == no));
    if let Some(at) = noted {
        reading.noted[at].settled = Some((way, by.mark(reason)));
    } else if find(reading, problem).is_some_and(|still| still.settled.is_none()) {
        return Err(Refused::NotApart);
    }
    Ok(())
}

/// Contradictions do not depend on the law of a day, so none is needed to find them.
fn find(reading: &Reading, id: &str) -> Option<Trouble> {
    troubles(reading, &[], jiff::civil::Date::MIN)
        .into_iter()
        .find(|trouble| trouble.id == id)
}

fn clauses(reading: &Reading, trouble: &Trouble) -> Vec<ClauseId> {
    let mut clauses: Vec<ClauseId> = Vec::new();
    for no in trouble.sides.iter().filter_map(|side| side.item) {
        let id = reading
            .live()
            .find(|item| item.no == no)
            .and_then(|item| item.clause.as_ref())
            .map(|clause| clause.id.clone());
        if let Some(id) = id.filter(|id| !clauses.contains(id)) {
            clauses.push(id);
        }
    }
    clauses
}

const fn settled_by(way: Way) -> Option<SettledBy> {
    match way {
        Way::Stricter => Some(SettledBy::Stricter),
        Way::Agreement => Some(SettledBy::Agreement),
        Way::DifferentScope => Some(SettledBy::DifferentScope),
        Way::Law | Way::Ask => None,
    }
}

const fn said(way: Way) -> &'static str {
    match way {
        Way::Stricter => "对客户有利者优先",
        Way::Agreement => "由协议选定",
        Way::DifferentScope => "适用范围不同",
        Way::Law => "按法定值执行",
        Way::Ask => "签约时写明",
    }
}
