use std::sync::LazyLock;

use domain::calendar::{Calendar, CalendarSpec, DatedDays, HolidayTable, builtin};
use domain::clock::{Clock, ClockError, DayEnd, Pause, due, elapsed};
use domain::time::{Instant, Limit, NaturalDuration, WorkingDuration};
use jiff::SignedDuration;
use proptest::prelude::*;

use crate::oracle::Oracle;
use crate::random::{any_calendar, any_pauses, any_start, any_zone, compiled, config};

static OFFICE: LazyLock<Calendar> = LazyLock::new(|| {
    Calendar::compile(&builtin("cn-office").unwrap(), &[HolidayTable::china()]).unwrap()
});

fn working(minutes: i64) -> Limit {
    Limit::Working(WorkingDuration::from_minutes(minutes).unwrap())
}

fn natural(minutes: i64) -> Limit {
    Limit::Natural(NaturalDuration::from_minutes(minutes).unwrap())
}

/// A limit of each unit, of a few days at most.
fn any_limit() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (0_i64..4_000).prop_map(working),
        (0_i64..20_000).prop_map(natural),
        (0_u32..15).prop_map(Limit::WorkingDays),
        (0_u32..15).prop_map(Limit::NaturalDays),
        (0_u32..4).prop_map(Limit::Months),
    ]
}

fn any_day_end() -> impl Strategy<Value = DayEnd> {
    prop_oneof![Just(DayEnd::Midnight), Just(DayEnd::CloseOfBusiness)]
}

fn case() -> impl Strategy<Value = (CalendarSpec, Instant, Vec<Pause>)> {
    (any_calendar(), any_start())
        .prop_flat_map(|(spec, start)| (Just(spec), Just(start), any_pauses(start)))
}

/// The due instant, or `None` if the calendar's open time does not suffice.
fn due_at(clock: &Clock<'_>, start: Instant, limit: Limit) -> Option<Instant> {
    match due(clock, start, limit) {
        Ok(due) => Some(due.at),
        Err(ClockError::BeyondHorizon) => None,
        Err(error) => panic!("{limit} from {start}: {error}"),
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn durations_agree_with_the_oracle((spec, start, pauses) in case(), minutes in 0_i64..3_000) {
        let calendar = compiled(&spec);
        let clock = Clock::new(&calendar).with_pauses(&pauses);
        let oracle = Oracle::new(&spec, &pauses);
        let count = usize::try_from(minutes).unwrap();
        prop_assert_eq!(due_at(&clock, start, natural(minutes)), oracle.natural(start, count));
        if let Some(expected) = oracle.working(start, count) {
            prop_assert_eq!(due_at(&clock, start, working(minutes)), Some(expected));
        }
    }

    #[test]
    fn days_agree_with_the_oracle((spec, start, pauses) in case(), days in 1_u32..12) {
        let mut spec = spec;
        spec.last_day = domain::calendar::LastDay::Stays;
        let calendar = compiled(&spec);
        let clock = Clock::new(&calendar).with_pauses(&pauses);
        let oracle = Oracle::new(&spec, &pauses);
        prop_assert_eq!(due_at(&clock, start, Limit::NaturalDays(days)), oracle.natural_days(start, days as usize));
        prop_assert_eq!(due_at(&clock, start, Limit::WorkingDays(days)), oracle.working_days(start, days as usize));
    }

    #[test]
    fn law_1_what_has_elapsed_when_a_limit_is_due_is_the_limit(
        (spec, start, pauses) in case(), limit in any_limit(), day_end in any_day_end()
    ) {
        let mut spec = spec;
        spec.last_day = domain::calendar::LastDay::Stays;
        let calendar = compiled(&spec);
        let clock = Clock::new(&calendar).with_pauses(&pauses).with_day_end(day_end);
        if let Some(at) = due_at(&clock, start, limit) {
            prop_assert_eq!(elapsed(&clock, start, at, limit.unit()), Ok(limit));
            if !limit.is_zero() {
                let just_before = at - SignedDuration::from_nanos(1);
                prop_assert_ne!(elapsed(&clock, start, just_before, limit.unit()), Ok(limit), "due is the earliest instant");
            }
        }
    }

    #[test]
    fn law_2_a_longer_limit_is_never_due_earlier(
        (spec, start, pauses) in case(), a in 0_i64..4_000, b in 0_i64..4_000, day_end in any_day_end()
    ) {
        let calendar = compiled(&spec);
        let clock = Clock::new(&calendar).with_pauses(&pauses).with_day_end(day_end);
        let (less, more) = (a.min(b), a.max(b));
        let days = |minutes: i64| u32::try_from(minutes / 200).unwrap();
        let pairs = [
            (working(less), working(more)),
            (natural(less), natural(more)),
            (Limit::WorkingDays(days(less)), Limit::WorkingDays(days(more))),
            (Limit::NaturalDays(days(less)), Limit::NaturalDays(days(more))),
            (Limit::Months(days(less)), Limit::Months(days(more))),
        ];
        for (less, more) in pairs {
            if let (Some(less), Some(more)) = (due_at(&clock, start, less), due_at(&clock, start, more)) {
                prop_assert!(less <= more);
            }
        }
    }

    #[test]
    fn law_2_a_later_start_is_never_due_earlier(
        (spec, start, pauses) in case(), later in 0_i64..3_000, limit in any_limit(), day_end in any_day_end()
    ) {
        // A month that began on the 29th, 30th or 31st can be shorter than one that began before, and days lost to a pause are added to each. So only
        // without pauses does a later start of months always end later: from 27 January with four days lost, 3 March; from 29 January with two, 2 March.
        let pauses = if matches!(limit, Limit::Months(_)) { Vec::new() } else { pauses };
        let calendar = compiled(&spec);
        let clock = Clock::new(&calendar).with_pauses(&pauses).with_day_end(day_end);
        let later = start + SignedDuration::from_mins(later);
        if let (Some(first), Some(second)) = (due_at(&clock, start, limit), due_at(&clock, later, limit)) {
            prop_assert!(start <= first && first <= second, "{} then {}", first, second);
        }
    }

    #[test]
    fn law_2_splitting_a_pause_changes_nothing(
        (spec, start, pauses) in case(), limit in any_limit(), cut in 0_i64..7_200
    ) {
        let calendar = compiled(&spec);
        let split: Vec<Pause> = pauses.iter().rev().flat_map(|pause| {
            let middle = (pause.from + SignedDuration::from_mins(cut)).min(pause.to.unwrap());
            [Pause { from: middle, to: pause.to }, Pause { from: pause.from, to: Some(middle) }]
        }).collect();
        let whole = due(&Clock::new(&calendar).with_pauses(&pauses), start, limit);
        prop_assert_eq!(whole, due(&Clock::new(&calendar).with_pauses(&split), start, limit));
    }

    #[test]
    fn law_2_a_pause_outside_open_time_changes_nothing(
        spec in any_calendar(), start in any_start(), closed in 0_i64..20_000, minutes in 0_i64..3_000, days in 0_u32..10
    ) {
        let calendar = compiled(&spec);
        let oracle = Oracle::new(&spec, &[]);
        // The closed minutes around an instant, at most a day of them on either side.
        let around = start + SignedDuration::from_mins(closed);
        let minutes_closed = |sign: i64| (0..1_440).take_while(|minute| !oracle.is_open(around + SignedDuration::from_mins(minute * sign))).last();
        if let (Some(before), Some(after)) = (minutes_closed(-1), minutes_closed(1)) {
            let from = around - SignedDuration::from_mins(before);
            let pauses = [Pause { from, to: Some(around + SignedDuration::from_mins(after + 1)) }];
            let (plain, paused) = (Clock::new(&calendar), Clock::new(&calendar).with_pauses(&pauses));
            prop_assert_eq!(due(&plain, start, working(minutes)), due(&paused, start, working(minutes)));
            prop_assert_eq!(due(&plain, start, Limit::WorkingDays(days)), due(&paused, start, Limit::WorkingDays(days)));
        }
    }

    #[test]
    fn law_2_another_holiday_never_makes_a_working_deadline_earlier(
        spec in any_calendar(), start in any_start(), ahead in 0_i64..20, minutes in 0_i64..3_000, days in 0_u32..10, day_end in any_day_end()
    ) {
        let calendar = compiled(&spec);
        let holiday = calendar.day_of(start + SignedDuration::from_hours(24 * ahead));
        let mut with_holiday = spec.clone();
        with_holiday.special_hours.retain(|entry| entry.from != holiday);
        with_holiday.holidays.retain(|entry| entry.from != holiday);
        with_holiday.holidays.push(DatedDays { from: holiday, to: holiday, name: None, hours: Vec::new() });
        let with_holiday = compiled(&with_holiday);
        // A holiday has no night shift: a day after it that closes before that shift would have ended closes earlier.
        if calendar.close_of_business(holiday) > with_holiday.close_of_business(holiday.tomorrow().unwrap()) {
            return Ok(());
        }
        for limit in [working(minutes), Limit::WorkingDays(days)] {
            let clock = Clock::new(&calendar).with_day_end(day_end);
            let stricter = Clock::new(&with_holiday).with_day_end(day_end);
            // A limit of no days ends on the day of the start: a holiday has no close of business to end at.
            if ahead == 0 && limit == Limit::WorkingDays(0) {
                continue;
            }
            if let (Some(before), Some(after)) = (due_at(&clock, start, limit), due_at(&stricter, start, limit)) {
                prop_assert!(before <= after);
            }
        }
    }

    #[test]
    fn a_limit_that_ranks_as_stricter_is_never_due_later(start in any_start(), a in any_limit(), b in any_limit()) {
        let clock = Clock::new(&OFFICE);
        if a.stricter_than(b) {
            prop_assert!(due_at(&clock, start, a) <= due_at(&clock, start, b), "{} {}", a, b);
        }
    }

    #[test]
    fn hours_by_the_stopwatch_are_exact_in_every_zone(zone in any_zone(), start in any_start(), hours in 0_i64..2_000) {
        let mut spec = builtin("always").unwrap();
        zone.clone_into(&mut spec.zone);
        let calendar = compiled(&spec);
        let clock = Clock::new(&calendar);
        let expected = start + SignedDuration::from_hours(hours);
        prop_assert_eq!(due_at(&clock, start, natural(hours * 60)), Some(expected));
        prop_assert_eq!(due_at(&clock, start, working(hours * 60)), Some(expected), "7x24 is a calendar like any other");
    }
}
