//! Making one clause of two.

use super::step::By;
use super::{Item, ItemState, Open, Origin, Piece, Reading, Refused};
use crate::plan::merge::{NoMerge, merge as promise};
use crate::plan::{Clause, Promise};

pub(super) fn merge(
    reading: &mut Reading,
    into: u32,
    from: u32,
    by: &By<'_>,
) -> Result<(), Refused> {
    if into == from {
        return Err(Refused::NoMerge(NoMerge::Matter));
    }
    let second = live(reading, from)?;
    let first = live(reading, into)?;
    let mut merged = first.clone();
    merged.clause = joined(&first, &second)?;
    merged.pieces = pieces(&first).into_iter().chain(pieces(&second)).collect();
    merged.places.extend(second.places.iter().cloned());
    merged.confidence = first.confidence.min(second.confidence);
    for open in &second.open {
        if !merged.open.contains(open) {
            merged.open.push(open.clone());
        }
    }
    if let Some(clause) = &merged.clause {
        merged.open.retain(|open| !is_filled(clause, open));
    }
    if second.origin == Origin::Found && first.origin == Origin::Unread {
        merged.origin = Origin::Found;
    }
    if !(first.state.is_settled() && second.state.is_settled()) {
        merged.state = ItemState::Open;
    }
    merged.mark = Some(by.mark(None));
    let item = reading.item(into).ok_or(Refused::NoItem(into))?;
    *item = merged;
    let gone = reading.item(from).ok_or(Refused::NoItem(from))?;
    gone.state = ItemState::Merged;
    gone.mark = Some(by.mark(None));
    Ok(())
}

/// The clause of both: the promise of both, or the words of a sentence of no kind beside the clause they belong to.
fn joined(first: &Item, second: &Item) -> Result<Option<Clause>, Refused> {
    let (kept, promise) = match (&first.clause, &second.clause) {
        (Some(one), Some(other)) => (one, promise(one, other).map_err(Refused::NoMerge)?),
        (Some(clause), None) | (None, Some(clause)) => (clause, clause.promise.clone()),
        (None, None) => return Ok(None),
    };
    let next_to =
        first.places.last().map(|place| place.to) == second.places.first().map(|it| it.from);
    let (one, other) = (words(first), words(second));
    let text = if next_to {
        one + &other
    } else {
        format!("{}；{other}", one.trim_end_matches(['。', '；']))
    };
    Ok(Some(Clause {
        text,
        promise,
        ..kept.clone()
    }))
}

/// What an item says: its clause's sentence, or its words where no kind fits.
fn words(item: &Item) -> String {
    match &item.clause {
        Some(clause) => clause.text.clone(),
        None => item.places.iter().map(|it| it.quote.trim()).collect(),
    }
}

/// Whether the other half says what the words of one left out.
fn is_filled(clause: &Clause, open: &Open) -> bool {
    match &clause.promise {
        Promise::WarrantyTerm(term) => {
            open.pointer == "/promise/starts_from" && !term.starts_from.is_empty()
        }
        _ => false,
    }
}

fn live(reading: &Reading, no: u32) -> Result<Item, Refused> {
    reading
        .live()
        .find(|item| item.no == no)
        .cloned()
        .ok_or(Refused::NoItem(no))
}

fn pieces(item: &Item) -> Vec<Piece> {
    if !item.pieces.is_empty() {
        return item.pieces.clone();
    }
    let piece = item
        .places
        .first()
        .zip(item.clause.as_ref())
        .map(|(place, clause)| Piece {
            place: place.clone(),
            confidence: item.confidence,
            clause: clause.clone(),
        });
    piece.into_iter().collect()
}
