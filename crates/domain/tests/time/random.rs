//! Random calendars, starts and pauses, many of them beside a change of the clocks.

use domain::calendar::{Calendar, CalendarSpec};
use domain::clock::Pause;
use domain::time::Instant;
use jiff::SignedDuration;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Zones with their habits: none, an hour, half an hour, odd offsets, midnight changes.
const ZONES: [&str; 9] = [
    "Asia/Shanghai",
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "America/Havana",
    "America/Santiago",
    "Africa/Cairo",
    "UTC",
];

/// Days on or near which some of those zones change their clocks, and some ordinary ones.
const DAYS: [&str; 12] = [
    "2024-03-10",
    "2024-11-03",
    "2025-03-30",
    "2025-10-26",
    "2025-04-06",
    "2025-10-05",
    "2026-03-08",
    "2026-11-01",
    "2026-04-04",
    "2026-04-24",
    "2026-09-06",
    "2026-01-19",
];

/// Few cases by default, since each compiles 131 years; `PROPTEST_CASES` asks for more.
pub(crate) fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").map_or(48, |cases| cases.parse().unwrap());
    ProptestConfig::with_cases(cases)
}

pub(crate) fn any_zone() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&ZONES[..])
}

/// A whole minute within ten days of one of the listed days.
pub(crate) fn any_start() -> impl Strategy<Value = Instant> {
    (prop::sample::select(&DAYS[..]), -14_400_i64..14_400).prop_map(|(day, minutes)| {
        let midnight: Instant = format!("{day}T00:00:00Z").parse().unwrap();
        midnight + SignedDuration::from_mins(minutes)
    })
}

/// Up to four pauses of up to five days, beginning within twenty days after `start`; they may overlap.
pub(crate) fn any_pauses(start: Instant) -> impl Strategy<Value = Vec<Pause>> {
    let pause = (-2_000_i64..28_800, 0_i64..7_200).prop_map(move |(from, length)| {
        let from = start + SignedDuration::from_mins(from);
        Pause {
            from,
            to: Some(from + SignedDuration::from_mins(length)),
        }
    });
    prop::collection::vec(pause, 0..4)
}

/// Some intervals of one day in ascending order, on quarter hours.
fn any_hours() -> impl Strategy<Value = Vec<(u16, u16)>> {
    prop::collection::btree_set(0_u16..=96, 0..7).prop_map(|cuts| {
        let cuts: Vec<u16> = cuts.into_iter().map(|quarter| quarter * 15).collect();
        cuts.chunks_exact(2)
            .map(|pair| (pair[0], pair[1]))
            .collect()
    })
}

/// A calendar with at least one open interval, sometimes night shifts, and a few dated exceptions.
pub(crate) fn any_calendar() -> impl Strategy<Value = CalendarSpec> {
    let week = prop::collection::vec((any_hours(), any::<bool>()), 7);
    let exceptions = prop::collection::btree_map(0_usize..DAYS.len(), any_hours(), 0..5);
    (any_zone(), week, exceptions).prop_filter_map(
        "no open time",
        |(zone, mut week, exceptions)| {
            let firsts: Vec<u16> = week
                .iter()
                .map(|(hours, _)| hours.first().map_or(1_440, |first| first.0))
                .collect();
            for day in 0..7 {
                let (hours, night) = &mut week[day];
                if let Some(last) = hours.last_mut().filter(|_| *night) {
                    last.1 = 1_440 + firsts[(day + 1) % 7].min(last.0);
                }
            }
            if week.iter().all(|(hours, _)| hours.is_empty()) {
                return None;
            }
            Some(spec(zone, &week, exceptions))
        },
    )
}

fn spec(
    zone: &str,
    week: &[(Vec<(u16, u16)>, bool)],
    exceptions: std::collections::BTreeMap<usize, Vec<(u16, u16)>>,
) -> CalendarSpec {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let weekly: Map<String, Value> = names
        .iter()
        .zip(week)
        .map(|(name, (hours, _))| ((*name).to_owned(), texts(hours)))
        .collect();
    let (special, holidays): (Vec<_>, Vec<_>) = exceptions
        .into_iter()
        .partition(|(_, hours)| !hours.is_empty());
    let special: Vec<Value> = special
        .iter()
        .map(|(day, hours)| json!({"date": DAYS[*day], "hours": texts(hours)}))
        .collect();
    let holidays: Vec<Value> = holidays.iter().map(|(day, _)| json!(DAYS[*day])).collect();
    let spec =
        json!({"zone": zone, "weekly": weekly, "special-hours": special, "holidays": holidays});
    serde_json::from_value(spec).unwrap()
}

fn texts(hours: &[(u16, u16)]) -> Value {
    let text = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let interval = |&(start, end): &(u16, u16)| match end
        .checked_sub(1_440)
        .filter(|overhang| *overhang > 0)
    {
        Some(overhang) => format!("{}-{}+1", text(start), text(overhang)),
        None => format!("{}-{}", text(start), text(end)),
    };
    hours.iter().map(interval).collect()
}

pub(crate) fn compiled(spec: &CalendarSpec) -> Calendar {
    Calendar::compile(spec, &[]).unwrap()
}
