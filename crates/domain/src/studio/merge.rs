//! Making one clause of two.

use super::step::By;
use super::{Item, ItemState, Piece, Reading, Refused};
use crate::plan::merge::{NoMerge, merge as promise};

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
    match (&first.clause, &second.clause) {
        (Some(one), Some(other)) => {
            let mut clause = one.clone();
            clause.promise = promise(one, other).map_err(Refused::NoMerge)?;
            clause.text = format!(
                "{}；{}",
                one.text.trim_end_matches(['。', '；']),
                other.text
            );
            merged.clause = Some(clause);
        }
        // A sentence of no kind belongs to the clause beside it: its words join, the clause stays.
        (Some(one), None) => {
            let mut clause = one.clone();
            let words: Vec<&str> = second
                .places
                .iter()
                .map(|place| place.quote.trim())
                .collect();
            clause.text = format!(
                "{}；{}",
                one.text.trim_end_matches(['。', '；']),
                words.concat()
            );
            merged.clause = Some(clause);
        }
        (None, _) => return Err(Refused::NotWhole(into)),
    }
    merged.pieces = pieces(&first).into_iter().chain(pieces(&second)).collect();
    merged.places.extend(second.places.iter().cloned());
    merged.confidence = first.confidence.min(second.confidence);
    for open in &second.open {
        if !merged.open.contains(open) {
            merged.open.push(open.clone());
        }
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
