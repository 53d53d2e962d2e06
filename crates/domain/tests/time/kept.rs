//! Calendars that earlier versions of the program kept and nobody may write any more.

use domain::calendar::{Calendar, CalendarError, CalendarSpec};
use domain::clock::{Clock, DayEnd, due};
use domain::time::{Instant, Limit};
use serde_json::json;

/// The night shift of Sunday goes on when the short hours of one Monday are over.
#[test]
fn a_night_that_runs_into_a_short_day_is_computed_and_no_longer_written() {
    let spec: CalendarSpec = serde_json::from_value(json!({
        "name": "Night into a short day", "zone": "Asia/Shanghai",
        "special-hours": [{ "date": "2026-01-19", "name": "Stocktaking", "hours": ["00:00-00:30"] }],
        "weekly": { "fri": ["08:00-12:00"], "sun": ["22:00-02:00+1"] },
    }))
    .unwrap();
    assert!(matches!(
        Calendar::written(&spec, &[]),
        Err(CalendarError::Overlap { .. })
    ));
    let calendar = Calendar::compile(&spec, &[]).unwrap();
    let clock = Clock {
        day_end: DayEnd::CloseOfBusiness,
        ..Clock::new(&calendar)
    };
    let start: Instant = "2026-01-17T09:00:00+08:00".parse().unwrap();
    for (days, at, why) in [
        (
            1,
            "2026-01-19T02:00:00+08:00",
            "Sunday's shift closes on Monday",
        ),
        (
            2,
            "2026-01-19T02:00:00+08:00",
            "Monday closes no earlier than the shift that runs into it",
        ),
        (3, "2026-01-23T12:00:00+08:00", "Friday"),
    ] {
        let found = due(&clock, start, Limit::WorkingDays(days)).unwrap();
        assert_eq!(found.at, at.parse::<Instant>().unwrap(), "{why}");
    }
}
