//! Until when a right to exchange or return that runs from receipt can be used.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::plan::clauses::remedy::Trigger;
use crate::words::words;

/// The days, and perhaps the use, within which a fault gives a right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(as = RightWindow))]
pub struct Window {
    /// Whether it is open.
    pub state: WindowState,
    /// The last day; `None` while the day of receipt is not known.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = Date))]
    pub until: Option<Date>,
    /// The kilometres that may end it earlier.
    pub kilometres: Option<u32>,
}

words! {
    /// Whether a right can still be used.
    WindowState {
        /// It can.
        Open = "open",
        /// It is past.
        Over = "over",
        /// Nobody can tell: the day of receipt or the kilometres driven are not known.
        Unknown = "unknown",
    }
}

/// The window of a right on a day; `None` for one that does not run from receipt. The day of receipt does not count, and a
/// last day on a holiday moves (Civil Code 201, 203).
pub fn window(
    trigger: &Trigger,
    received_on: Option<Date>,
    driven_km: Option<u32>,
    calendar: Option<&Calendar>,
    on: Date,
) -> Option<Window> {
    let (days, kilometres) = match trigger {
        Trigger::WithinDaysOfReceipt { days } => (*days.known()?, None),
        Trigger::DistanceSale { days } => (*days, None),
        Trigger::SafetyDefect { days, kilometres } => (*days, Some(*kilometres)),
        _ => return None,
    };
    let until = received_on.map(|received| {
        let last = received.saturating_add(i64::from(days).days());
        calendar.map_or(last, |calendar| calendar.last_day_from(last))
    });
    let is_past = until.map(|last| on > last);
    let is_driven = match (kilometres, driven_km) {
        (None, _) => Some(false),
        (Some(most), Some(driven)) => Some(driven > most),
        (Some(_), None) => None,
    };
    let state = match (is_past, is_driven) {
        (Some(true), _) | (_, Some(true)) => WindowState::Over,
        (Some(false), Some(false)) => WindowState::Open,
        _ => WindowState::Unknown,
    };
    Some(Window {
        state,
        until,
        kilometres,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(Some("2026-11-01"), Some(2_999), WindowState::Open)]
    #[case(Some("2026-11-01"), Some(3_001), WindowState::Over)]
    #[case(Some("2026-11-01"), None, WindowState::Unknown)]
    #[case(Some("2026-09-01"), None, WindowState::Over)]
    #[case(None, Some(10), WindowState::Unknown)]
    #[case(None, Some(4_000), WindowState::Over)]
    fn whichever_is_first_ends_it_and_what_is_not_known_is_not_open(
        #[case] received: Option<&str>,
        #[case] driven: Option<u32>,
        #[case] state: WindowState,
    ) {
        let trigger = Trigger::SafetyDefect {
            days: 60,
            kilometres: 3_000,
        };
        let received = received.map(|day| day.parse().expect("a day"));
        let found = window(&trigger, received, driven, None, date(2026, 11, 30));
        assert_eq!(found.map(|found| found.state), Some(state));
    }
}
