//! Wall-clock days on the UTC time line, in zones whose clocks jump.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp};

const SECOND: SignedDuration = SignedDuration::from_secs(1);

/// The moment from which the wall clock no longer reads earlier than `wall`, a whole second.
///
/// Where the clock jumps over `wall` that is the jump itself; where it shows `wall` twice, the later showing, because in
/// between it still reads earlier. `None` at the ends of representable time.
pub(super) fn end_of_wall_time(zone: &TimeZone, wall: DateTime) -> Option<Timestamp> {
    let last_second = zone.to_ambiguous_timestamp(wall.checked_sub(SECOND).ok()?);
    match last_second.offset() {
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Fold { .. } => {
            last_second.later().ok()?.checked_add(SECOND).ok()
        }
        AmbiguousOffset::Gap { .. } => {
            let before_the_jump = last_second.earlier().ok()?;
            zone.following(before_the_jump)
                .next()
                .map(|jump| jump.timestamp())
        }
    }
}

/// 24:00 of a date.
pub(super) fn end_of_day(zone: &TimeZone, date: Date) -> Option<Timestamp> {
    end_of_wall_time(zone, date.tomorrow().ok()?.at(0, 0, 0, 0))
}

/// The date to which an instant belongs: the first whose 24:00 is still to come.
///
/// Where a clock falls back across midnight, the minutes already shown of the new date belong to the old one, so that days
/// follow each other without going back.
pub(super) fn day_of(zone: &TimeZone, at: Timestamp) -> Date {
    let shown = zone.to_datetime(at).date();
    match shown.yesterday() {
        Ok(yesterday) if end_of_day(zone, yesterday).is_some_and(|end| at < end) => yesterday,
        _ => shown,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Asia/Shanghai", "2026-01-19", "2026-01-20T00:00:00+08:00")]
    #[case("America/New_York", "2026-03-08", "2026-03-09T00:00:00-04:00")]
    // Midnight does not exist: clocks jump from 24:00 to 01:00.
    #[case("America/Sao_Paulo", "2018-11-03", "2018-11-04T01:00:00-02:00")]
    // The last hour of the day is shown twice.
    #[case("America/Sao_Paulo", "2018-02-17", "2018-02-18T00:00:00-03:00")]
    // The hour after midnight is shown twice: the day has ended the first time.
    #[case("America/Havana", "2025-11-01", "2025-11-02T00:00:00-04:00")]
    // A whole date is skipped.
    #[case("Pacific/Apia", "2011-12-29", "2011-12-31T00:00:00+14:00")]
    fn a_day_ends(#[case] zone: &str, #[case] date: Date, #[case] end: Timestamp) {
        assert_eq!(end_of_day(&TimeZone::get(zone).unwrap(), date), Some(end));
    }

    #[rstest]
    #[case("America/New_York", "2026-03-08T02:30", "2026-03-08T03:00:00-04:00")]
    #[case("America/New_York", "2026-11-01T01:30", "2026-11-01T01:30:00-05:00")]
    #[case("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:30:00+11:00")]
    fn a_wall_time_ends(#[case] zone: &str, #[case] wall: DateTime, #[case] end: Timestamp) {
        assert_eq!(
            end_of_wall_time(&TimeZone::get(zone).unwrap(), wall),
            Some(end)
        );
    }

    #[test]
    fn days_do_not_go_back_where_clocks_fall_back_across_midnight() {
        // Until 2011 clocks in Goose Bay fell back at 00:01, to 23:01 of the day before.
        let zone = TimeZone::get("America/Goose_Bay").unwrap();
        let fall_back: Timestamp = "2010-11-07T00:01:00-03:00".parse().unwrap();
        let days =
            (-90..90).map(|minutes| day_of(&zone, fall_back + SignedDuration::from_mins(minutes)));
        assert!(days.is_sorted());
    }
}
