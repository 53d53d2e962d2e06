//! Speed of deadlines: a working-time addition is to take at most 60 ns, whatever the distance within ten years.

use std::hint::black_box;
use std::sync::LazyLock;

use divan::Bencher;
use domain::calendar::{Calendar, HolidayTable, builtin};
use domain::clock::{Clock, Pause, due, elapsed};
use domain::time::{Instant, Limit, Unit};

static OFFICE: LazyLock<Calendar> = LazyLock::new(|| {
    let spec = builtin("cn-office").expect("the office is built in");
    Calendar::compile(&spec, &[HolidayTable::china()]).expect("the office is a valid calendar")
});

fn main() {
    divan::main();
}

fn start() -> Instant {
    "2024-01-19T08:30:00Z".parse().expect("an instant")
}

/// Limits from an hour to ten years of open time (about 1,880 hours a year).
const LIMITS: [&str; 4] = [
    "working:PT1H",
    "working:PT8H",
    "working:PT1880H",
    "working:PT18800H",
];

#[divan::bench(args = LIMITS)]
fn add_working_time(bencher: Bencher<'_, '_>, limit: &str) {
    let limit: Limit = limit.parse().expect("a limit");
    let (clock, start) = (Clock::new(&OFFICE), start());
    bencher.bench_local(|| due(black_box(&clock), black_box(start), black_box(limit)));
}

#[divan::bench]
fn elapsed_working_time_over_ten_years(bencher: Bencher<'_, '_>) {
    let clock = Clock::new(&OFFICE);
    let (from, to) = (start(), "2033-11-02T03:00:00Z".parse().expect("an instant"));
    bencher.bench_local(|| {
        elapsed(
            black_box(&clock),
            black_box(from),
            black_box(to),
            Unit::Working,
        )
    });
}

#[divan::bench(args = ["working-days:3", "natural-days:3", "months:12"])]
fn add_days(bencher: Bencher<'_, '_>, limit: &str) {
    let limit: Limit = limit.parse().expect("a limit");
    let (clock, start) = (Clock::new(&OFFICE), start());
    bencher.bench_local(|| due(black_box(&clock), black_box(start), black_box(limit)));
}

#[divan::bench]
fn add_working_time_around_four_pauses(bencher: Bencher<'_, '_>) {
    let instant = |text: &str| text.parse::<Instant>().expect("an instant");
    let pauses: Vec<Pause> = ["22", "23", "24", "25"]
        .map(|day| Pause {
            from: instant(&format!("2024-01-{day}T02:00:00Z")),
            to: Some(instant(&format!("2024-01-{day}T07:00:00Z"))),
        })
        .to_vec();
    let clock = Clock::new(&OFFICE).with_pauses(&pauses);
    let limit: Limit = "working:PT40H".parse().expect("a limit");
    bencher.bench_local(|| due(black_box(&clock), black_box(start()), black_box(limit)));
}

#[divan::bench]
fn compile_the_office() -> Calendar {
    let spec = builtin("cn-office").expect("the office is built in");
    Calendar::compile(black_box(&spec), &[HolidayTable::china()])
        .expect("the office is a valid calendar")
}
