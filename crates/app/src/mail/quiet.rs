//! Quiet hours.

use std::cmp::Ordering;

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// When the quiet hours running at `now` end; `None` when none run. `from` and `to` are local times `HH:MM`; when `to`
/// is not after `from` the hours cross midnight. Equal times are no quiet hours at all.
pub(super) fn quiet_until(
    now: Timestamp,
    from: &str,
    to: &str,
    zone: &TimeZone,
) -> Option<Timestamp> {
    let (from, to) = (time(from)?, time(to)?);
    let local = now.to_zoned(zone.clone());
    let at = local.time();
    let (is_quiet, ends_tomorrow) = match from.cmp(&to) {
        Ordering::Less => (at >= from && at < to, false),
        Ordering::Greater => (at >= from || at < to, at >= from),
        Ordering::Equal => (false, false),
    };
    if !is_quiet {
        return None;
    }
    let days = i64::from(ends_tomorrow);
    let day = local.date().checked_add(Span::new().days(days)).ok()?;
    // A clock change may skip the hour or repeat it; the end never lies before now.
    let end = day.to_datetime(to).to_zoned(zone.clone()).ok()?.timestamp();
    (end > now).then_some(end)
}

fn time(text: &str) -> Option<Time> {
    format!("{text}:00").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn until(now: &str, from: &str, to: &str, zone: &str) -> Option<String> {
        let zone = TimeZone::get(zone).expect("a zone");
        let now = now.parse().expect("an instant");
        quiet_until(now, from, to, &zone).map(|end| end.to_string())
    }

    #[test]
    fn hours_of_one_day_and_across_midnight() {
        let shanghai = |now, from, to| until(now, from, to, "Asia/Shanghai");
        // 12:30 local.
        let noon = "2026-11-22T04:30:00Z";
        assert_eq!(
            shanghai(noon, "12:00", "13:00"),
            Some("2026-11-22T05:00:00Z".into())
        );
        assert_eq!(shanghai(noon, "22:00", "07:00"), None);
        // 23:30 and 06:59 local.
        assert_eq!(
            shanghai("2026-11-22T15:30:00Z", "22:00", "07:00"),
            Some("2026-11-22T23:00:00Z".into())
        );
        assert_eq!(
            shanghai("2026-11-22T22:59:00Z", "22:00", "07:00"),
            Some("2026-11-22T23:00:00Z".into())
        );
        assert_eq!(shanghai("2026-11-22T23:00:00Z", "22:00", "07:00"), None);
        assert_eq!(shanghai(noon, "12:00", "12:00"), None);
    }

    #[test]
    fn a_change_of_the_clock_inside_quiet_hours() {
        // New York springs forward on 2026-03-08: 02:30 does not exist, and quiet hours still end.
        assert_eq!(
            until("2026-03-08T06:30:00Z", "22:00", "02:30", "America/New_York"),
            Some("2026-03-08T07:30:00Z".into())
        );
        // It falls back on 2026-11-01; 05:00 comes an hour later than the night before.
        assert_eq!(
            until("2026-11-01T04:00:00Z", "22:00", "05:00", "America/New_York"),
            Some("2026-11-01T10:00:00Z".into())
        );
    }
}
