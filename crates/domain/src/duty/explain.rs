//! Why an occurrence is due when it is.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::event::{DutyEvent, Known};
use super::frame::{Agreed, frame};
use super::notice::notice;
use super::schedule::{DutyDays, Occurrence, schedule};
use crate::obligation::Obligation;
use crate::plan::clauses::duty::{Anchor, During, EveryUnit, RecurringDuty};
use crate::plan::clauses::parts::Parts;
use crate::plan::{EffectivePlan, Promise};
use crate::time::Instant;

/// The arithmetic of one occurrence, step by step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DutyExplained {
    /// In order.
    pub steps: Vec<DutyStep>,
}

/// One step of the arithmetic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum DutyStep {
    /// It recurs from this day on, as long as something lasts.
    Frame {
        /// The first day.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        from: Date,
        /// The last day, if there is one.
        #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = Date))]
        until: Option<Date>,
        /// While what.
        during: During,
    },
    /// The day is counted from another one.
    Counted {
        /// That day.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        from: Date,
        /// The start, or when it was last done.
        anchor: Anchor,
        /// So many of the unit.
        count: u32,
        /// Days, weeks, months.
        unit: EveryUnit,
        /// The day it falls on.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        on: Date,
    },
    /// It is due so long before the production of a product ends.
    Before {
        /// The day production ends.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        production_ends_on: Date,
        /// Months before that day.
        months: u32,
        /// The last day in time.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        until: Date,
    },
    /// Within this window it is in time.
    Window {
        /// The first day.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        opens_on: Date,
        /// The last day.
        #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
        closes_on: Date,
        /// Days before the day it falls on.
        early_days: u32,
        /// Days after it.
        late_days: u32,
    },
}

/// Explains one row of [`super::duties`]; `None` for a row that is none of them.
pub fn explain(
    plan: &EffectivePlan,
    agreed: &Agreed,
    facts: &[DutyEvent],
    row: &Obligation,
    now: Instant,
) -> Option<DutyExplained> {
    let clause = plan.clause(&row.clause)?;
    let duty = match &clause.promise {
        Promise::RecurringDuty(duty) => duty,
        Promise::Parts(Parts::EndOfProductionNotice { months }) => {
            let window = notice(agreed, *months)?;
            let step = DutyStep::Before {
                production_ends_on: window.production_ends_on,
                months: *months,
                until: window.until,
            };
            return Some(DutyExplained { steps: vec![step] });
        }
        _ => return None,
    };
    let frame = frame(agreed, duty.during)?;
    let days = DutyDays::of(plan, duty).ok()?;
    let zone = plan.zone();
    let today = now.to_zoned(zone.clone()).date();
    let known = Known::read(facts);
    let occurrences = schedule(&clause.id, duty, days, frame, &known, zone, today);
    let occurrence = occurrences.into_iter().find(|one| one.cycle == row.cycle)?;
    let steps = vec![
        DutyStep::Frame {
            from: frame.from,
            until: frame.until,
            during: duty.during,
        },
        counted(duty, days.every, &occurrence),
        DutyStep::Window {
            opens_on: occurrence.opens_on,
            closes_on: occurrence.closes_on,
            early_days: days.early,
            late_days: days.late,
        },
    ];
    Some(DutyExplained { steps })
}

fn counted(duty: &RecurringDuty, every: u32, occurrence: &Occurrence) -> DutyStep {
    let intervals = match duty.anchor {
        Anchor::Start => occurrence.cycle,
        Anchor::LastDone => 1,
    };
    DutyStep::Counted {
        from: occurrence.counted_from,
        anchor: duty.anchor,
        count: every.saturating_mul(intervals),
        unit: duty.every.unit,
        on: occurrence.on,
    }
}
