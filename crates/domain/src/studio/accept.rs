//! Taking items as they were found.

use super::step::By;
use super::{ItemState, Reading, Refused};

pub(super) fn accept(reading: &mut Reading, items: &[u32], by: &By<'_>) -> Result<(), Refused> {
    let faults = reading.all_faults();
    for no in items {
        let item = reading.item(*no).ok_or(Refused::NoItem(*no))?;
        match item.state {
            ItemState::Accepted | ItemState::Corrected => continue,
            ItemState::Split | ItemState::Merged => return Err(Refused::NoItem(*no)),
            ItemState::Open | ItemState::Ignored => {}
        }
        if !item.is_whole() {
            return Err(Refused::NotWhole(*no));
        }
        let own: Vec<_> = faults
            .iter()
            .filter(|fault| fault.clause.as_ref() == item.clause.as_ref().map(|clause| &clause.id))
            .cloned()
            .collect();
        if !own.is_empty() {
            return Err(Refused::Faults(own));
        }
        item.state = ItemState::Accepted;
        item.mark = Some(by.mark(None));
    }
    Ok(())
}

/// Takes every open item the reader is sure enough of; what lacks something or cannot be right stays open.
pub(super) fn above(reading: &mut Reading, confidence: u8, by: &By<'_>) {
    let faults = reading.all_faults();
    for item in &mut reading.items {
        let sound = item.clause.as_ref().is_some_and(|clause| {
            faults
                .iter()
                .all(|fault| fault.clause.as_ref() != Some(&clause.id))
        });
        if item.state == ItemState::Open
            && item.confidence >= confidence
            && item.is_whole()
            && sound
        {
            item.state = ItemState::Accepted;
            item.mark = Some(by.mark(None));
        }
    }
}
