//! Settling a problem in one of the ways it offers.

use jiff::civil::Date;

use super::problem::NOTED;
use super::step::By;
use super::{MAX_REASON, Reading, Refused, Trouble, Way, troubles};
use crate::plan::document::{Scope, SettledBy, Settlement};
use crate::plan::problems::{Against, Attended};
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
    let least = if trouble.is_alone() { 1 } else { 2 };
    // Words alone are told apart by saying so; a clause is narrowed only by a scope.
    let narrows = way != Way::DifferentScope || !scopes.is_empty();
    if let (Some(settled_by), true) = (settled_by(way), clauses.len() >= least && narrows) {
        let settlement = Settlement {
            clauses: clauses.clone(),
            by: settled_by,
            scopes: scopes.to_vec(),
            reason: reason.unwrap_or_default().to_owned(),
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

/// Contradictions do not depend on the law of a day, so none is needed to find them; nor does it matter here when the
/// company is attended: against one nobody attends, every promise that can contradict it is found.
fn find(reading: &Reading, id: &str) -> Option<Trouble> {
    let nobody = Attended::nobody();
    let against = Against {
        attended: Some(&nobody),
        ..Against::law(&[], Date::MIN)
    };
    troubles(reading, against)
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
