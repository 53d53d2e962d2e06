//! Taking an item apart.

use super::step::By;
use super::{Item, ItemState, MAX_ITEMS, Origin, Piece, Place, Reading, Refused};

pub(super) fn split(
    reading: &mut Reading,
    no: u32,
    at: Option<u32>,
    by: &By<'_>,
) -> Result<(), Refused> {
    let place = reading.items.iter().position(|item| item.no == no);
    let place = place.ok_or(Refused::NoItem(no))?;
    let item = reading.items[place].clone();
    if !item.state.is_live() {
        return Err(Refused::NoItem(no));
    }
    let parts = match at {
        Some(at) => halves(&item, at).ok_or(Refused::NoCut(no))?,
        None if item.pieces.len() > 1 => pieces(&item),
        None => return Err(Refused::NoCut(no)),
    };
    if reading.items.len() + parts.len() > MAX_ITEMS {
        return Err(Refused::TooMany);
    }
    reading.items[place].state = ItemState::Split;
    reading.items[place].mark = Some(by.mark(None));
    for (index, mut part) in parts.into_iter().enumerate() {
        part.no = reading.next_no();
        if let Some(clause) = &mut part.clause {
            clause.id = reading.free_id(&clause.id);
        }
        reading.items.insert(place + 1 + index, part);
    }
    Ok(())
}

/// The clauses it was put together from, and the words beside them that were none, in the order of the document.
fn pieces(item: &Item) -> Vec<Item> {
    let part = |place: &Place, piece: Option<&Piece>| Item {
        no: 0,
        origin: item.origin,
        state: ItemState::Open,
        places: vec![place.clone()],
        confidence: piece.map_or(0, |piece| piece.confidence),
        clause: piece.map(|piece| piece.clause.clone()),
        open: item.open.clone(),
        pieces: Vec::new(),
        mark: None,
        change: None,
    };
    let is_of_a_piece = |place: &Place| item.pieces.iter().any(|piece| piece.place == *place);
    let clauses = item
        .pieces
        .iter()
        .map(|piece| part(&piece.place, Some(piece)));
    let words = item.places.iter().filter(|place| !is_of_a_piece(place));
    let mut parts: Vec<Item> = clauses
        .chain(words.map(|place| part(place, None)))
        .collect();
    parts.sort_by_key(|part| part.places[0].from);
    parts
}

/// Its first words and the rest, with the further places it was put together from; both say the same until somebody
/// corrects them.
fn halves(item: &Item, at: u32) -> Option<Vec<Item>> {
    let (place, further) = item.places.split_first()?;
    let cut = place.from.checked_add(at)?;
    let head: String = place.quote.chars().take(at as usize).collect();
    let tail: String = place.quote.chars().skip(at as usize).collect();
    if head.trim().is_empty() || tail.trim().is_empty() {
        return None;
    }
    let half = |quote: String, from: u32, to: u32| {
        let mut clause = item.clause.clone();
        if let Some(clause) = &mut clause {
            quote.trim().clone_into(&mut clause.text);
            if let Some(source) = &mut clause.source {
                (source.from, source.to) = (from, to);
            }
        }
        Item {
            no: 0,
            origin: Origin::Written,
            state: ItemState::Open,
            places: vec![Place { quote, from, to }],
            confidence: item.confidence.min(50),
            clause,
            open: item.open.clone(),
            pieces: Vec::new(),
            mark: None,
            change: None,
        }
    };
    let mut rest = half(tail, cut, place.to);
    rest.places.extend(further.iter().cloned());
    Some(vec![half(head, place.from, cut), rest])
}
