//! A search for open time ends, whatever the calendar.

use domain::clock::{Clock, ClockError, due};
use domain::time::Instant;

use super::random::compiled;

fn start() -> Instant {
    "2026-01-01T09:00:00+08:00".parse().expect("an instant")
}

/// Open for one hour of one day, and never again.
fn once(last_day: &str) -> domain::calendar::Calendar {
    let spec = serde_json::json!({
        "last-day": last_day,
        "special-hours": [{ "date": "2026-03-02", "hours": ["09:00-10:00"] }],
    });
    compiled(&serde_json::from_value(spec).expect("a calendar"))
}

#[test]
fn a_search_for_open_time_ends_with_an_error() {
    let calendar = once("stays");
    let clock = Clock::new(&calendar);
    let ends = |limit: &str| due(&clock, start(), limit.parse().expect("a limit"));
    let reached = ends("working:PT1H").expect("there is one hour").at;
    assert_eq!(
        reached,
        "2026-03-02T10:00:00+08:00"
            .parse::<Instant>()
            .expect("an instant")
    );
    for limit in [
        "working:PT1H0M1S",
        "working:PT1000000H",
        "working-days:2",
        "working-days:36525",
    ] {
        assert_eq!(ends(limit), Err(ClockError::BeyondHorizon), "{limit}");
    }
}

#[test]
fn a_last_day_that_would_move_for_ever_is_an_error() {
    let calendar = once("moves-off-closed-days");
    let clock = Clock::new(&calendar);
    let ends = |limit: &str| due(&clock, start(), limit.parse().expect("a limit"));
    assert!(
        ends("natural-days:1").is_ok(),
        "it moves to the one day that opens"
    );
    assert_eq!(ends("natural-days:61"), Err(ClockError::BeyondHorizon));
    assert_eq!(ends("months:3"), Err(ClockError::BeyondHorizon));
}
