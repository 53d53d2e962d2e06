//! Taking items after a change, and clauses written by hand.

use super::step::By;
use super::{Item, ItemState, MAX_ITEMS, Origin, Place, Reading, Refused};
use crate::plan::Clause;
use crate::plan::asked_fields::asked_of;
use crate::plan::document::{Parameter, Unanswered};

pub(super) fn correct(
    reading: &mut Reading,
    no: u32,
    clause: &Clause,
    by: &By<'_>,
) -> Result<(), Refused> {
    let item = reading.item(no).ok_or(Refused::NoItem(no))?;
    if matches!(item.state, ItemState::Split | ItemState::Merged) {
        return Err(Refused::NoItem(no));
    }
    let Some(known) = &item.clause else {
        return write(reading, (Some(no), None), clause, by);
    };
    let mut clause = clause.clone();
    clause.id = known.id.clone();
    clause.source = known.source.clone();
    if *known == clause && item.state.is_settled() && item.state.is_live() {
        return Ok(());
    }
    put(reading, no, clause, by)
}

pub(super) fn write(
    reading: &mut Reading,
    (no, place): (Option<u32>, Option<&Place>),
    clause: &Clause,
    by: &By<'_>,
) -> Result<(), Refused> {
    let mut clause = clause.clone();
    clause.id = reading.free_id(&clause.id);
    clause.source = None;
    let no = if let Some(no) = no {
        let item = reading.item(no).ok_or(Refused::NoItem(no))?;
        if item.clause.is_some() {
            return Err(Refused::NoItem(no));
        }
        no
    } else {
        if reading.items.len() >= MAX_ITEMS {
            return Err(Refused::TooMany);
        }
        add(reading, place)
    };
    put(reading, no, clause, by)
}

/// An item of its own for words nobody found, where they stand in the text; at the end without words.
fn add(reading: &mut Reading, place: Option<&Place>) -> u32 {
    let no = reading.next_no();
    let starts = |item: &Item| item.places.first().map_or(u32::MAX, |place| place.from);
    let at = match place {
        Some(place) => reading
            .items
            .iter()
            .position(|item| starts(item) > place.from)
            .unwrap_or(reading.items.len()),
        None => reading.items.len(),
    };
    let item = Item {
        no,
        origin: Origin::Written,
        state: ItemState::Open,
        places: place.cloned().into_iter().collect(),
        confidence: 100,
        clause: None,
        open: Vec::new(),
        pieces: Vec::new(),
        mark: None,
        change: None,
    };
    reading.items.insert(at, item);
    no
}

/// Puts the clause in its item, if it can be right there.
fn put(reading: &mut Reading, no: u32, clause: Clause, by: &By<'_>) -> Result<(), Refused> {
    define_asked(reading, &clause);
    let id = clause.id.clone();
    let item = reading.item(no).ok_or(Refused::NoItem(no))?;
    item.clause = Some(clause);
    item.open.clear();
    item.state = ItemState::Corrected;
    item.mark = Some(by.mark(None));
    let faults = reading.faults(&id);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refused::Faults(faults))
    }
}

/// A question a changed clause asks for the first time becomes a question of the plan.
fn define_asked(reading: &mut Reading, clause: &Clause) {
    for (id, _, answer) in asked_of(&clause.promise) {
        if reading.frame.parameters.iter().all(|known| known.id != id) {
            reading.frame.parameters.push(Parameter {
                id,
                question: clause.heading.clone(),
                answer,
                suggested: None,
                unanswered: Unanswered::Refused,
            });
        }
    }
}
