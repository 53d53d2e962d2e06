//! How often the law wants something done again.

use crate::plan::Asked;
use crate::plan::clauses::duty::{Anchor, During, DutyKind, Every, EveryUnit, RecurringDuty};
use crate::time::Limit;

/// The longest month, in days.
const MONTH: u32 = 31;

/// Maintenance at least every so many days, counted from when it was last done.
pub(super) const fn maintenance(days: u32) -> RecurringDuty {
    RecurringDuty {
        what: DutyKind::Maintenance,
        every: every(days),
        anchor: Anchor::LastDone,
        during: During::Always,
        early_days: Asked::Known(days.saturating_sub(1)),
        late_days: Asked::Known(0),
        delivers: Vec::new(),
    }
}

const fn every(days: u32) -> Every {
    Every {
        count: Asked::Known(days),
        unit: EveryUnit::Days,
    }
}

/// Whether a duty is done at least as often, also when the contract runs alone.
pub(super) fn is_as_often(spoken: &RecurringDuty, law: &RecurringDuty) -> bool {
    let gaps = (longest_gap(spoken), law.every.count.known());
    spoken.what == law.what
        && spoken.during != During::Warranty
        && matches!(gaps, (Some(gap), Some(most)) if gap <= *most)
}

/// Puts the rhythm of the law in place of a slower one. Returns the gap that the duty allowed.
pub(super) fn raise(duty: &mut RecurringDuty, most: u32) -> Option<String> {
    let gap = longest_gap(duty)?;
    if duty.what != DutyKind::Maintenance || gap <= most {
        return None;
    }
    let said = said(duty, gap);
    duty.every = every(most);
    duty.anchor = Anchor::LastDone;
    duty.late_days = Asked::Known(0);
    Some(said.to_string())
}

/// What it promised: months as months, all else as the longest gap in days.
const fn said(duty: &RecurringDuty, gap: u32) -> Limit {
    match (duty.every.unit, duty.every.count.known()) {
        (EveryUnit::Months, Some(months)) => Limit::Months(*months),
        _ => Limit::NaturalDays(gap),
    }
}

/// The most days that may lie between two occurrences; nothing while a figure is left to be asked.
fn longest_gap(duty: &RecurringDuty) -> Option<u32> {
    let count = *duty.every.count.known()?;
    let rhythm = match duty.every.unit {
        EveryUnit::Days => count,
        EveryUnit::Weeks => count.saturating_mul(7),
        EveryUnit::Months => count.saturating_mul(MONTH),
    };
    let early = match duty.anchor {
        Anchor::Start => *duty.early_days.known()?,
        Anchor::LastDone => 0,
    };
    let moved = early.saturating_add(*duty.late_days.known()?);
    Some(rhythm.saturating_add(moved))
}
