//! Putting items aside, and taking them up again.

use super::step::By;
use super::{ItemState, MAX_REASON, Reading, Refused};

pub(super) fn ignore(
    reading: &mut Reading,
    items: &[u32],
    reason: &str,
    by: &By<'_>,
) -> Result<(), Refused> {
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().nth(MAX_REASON).is_some() {
        return Err(Refused::NoReason);
    }
    for no in items {
        let item = reading.item(*no).ok_or(Refused::NoItem(*no))?;
        if matches!(item.state, ItemState::Split | ItemState::Merged) {
            return Err(Refused::NoItem(*no));
        }
        let told = item.mark.as_ref().and_then(|mark| mark.reason.as_deref());
        if item.state == ItemState::Ignored && told == Some(reason) {
            continue;
        }
        item.state = ItemState::Ignored;
        item.mark = Some(by.mark(Some(reason)));
    }
    Ok(())
}

/// Opens items again. What was split or merged comes back by undoing the step.
pub(super) fn restore(reading: &mut Reading, items: &[u32]) -> Result<(), Refused> {
    for no in items {
        let item = reading.item(*no).ok_or(Refused::NoItem(*no))?;
        match item.state {
            ItemState::Open => {}
            ItemState::Accepted | ItemState::Corrected | ItemState::Ignored => {
                item.state = ItemState::Open;
                item.mark = None;
            }
            ItemState::Split | ItemState::Merged => return Err(Refused::NoItem(*no)),
        }
    }
    Ok(())
}
