//! Tasks of which there is one in an installation.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::job::{self, Claim};
use store::{AuditEntry, Receipt, Timer};

use super::{RECONCILE, SERVICE, TIDY};
use crate::ctx::App;
use crate::duties;
use crate::error::Result;
use crate::search;
use crate::settings;
use crate::warranty;

/// The subject of tasks about the whole installation.
pub(crate) const ALL: &str = "all";
/// The hour of the night, local time, at which open cases are computed anew.
const NIGHT_HOUR: i8 = 3;

/// Sets the tasks that recur, where they are missing. A time that passed while nobody worked stays due.
pub async fn prepare(app: &App) -> Result<()> {
    let mut read = app.db.read().await?;
    let zone = settings::zone(&mut read).await?;
    let mut wanted = vec![
        (TIDY, app.now() + SignedDuration::from_mins(1)),
        (RECONCILE, next_night(app.now(), &zone)),
        (duties::NIGHTLY, app.now() + SignedDuration::from_mins(1)),
    ];
    if search::is_due(&mut read).await? {
        wanted.push((search::FILL, app.now()));
    }
    let mut missing = Vec::new();
    if !job::is_set(&mut read, warranty::FOLLOW, ALL).await? {
        missing.push(Timer {
            kind: warranty::FOLLOW.to_owned(),
            subject: ALL.to_owned(),
            mark: warranty::NIGHT.to_owned(),
            run_at: next_night(app.now(), &zone),
        });
    }
    for (kind, run_at) in wanted {
        if !job::is_set(&mut read, kind, ALL).await? {
            missing.push(Timer {
                kind: kind.to_owned(),
                subject: ALL.to_owned(),
                mark: String::new(),
                run_at,
            });
        }
    }
    drop(read);
    if missing.is_empty() {
        return Ok(());
    }
    let tx = app.db.begin(app.origin(SERVICE)).await?;
    let receipt = Receipt::new(AuditEntry::new("work.prepare", "job", ALL)).timers(missing);
    Ok(tx.finish(receipt).await?)
}

/// The next run of a nightly task that goes over everything page by page: at once behind the last of a full page, else from
/// the beginning at night.
pub(crate) fn next_run(
    (kind, claim): (&str, &Claim),
    behind: Option<String>,
    now: Timestamp,
    zone: &TimeZone,
) -> Timer {
    let run_at = if behind.is_some() {
        now
    } else {
        next_night(now, zone)
    };
    Timer {
        kind: kind.to_owned(),
        subject: claim.subject.clone(),
        mark: behind.unwrap_or_default(),
        run_at,
    }
}

/// The next time it is three in the morning.
pub(crate) fn next_night(now: Timestamp, zone: &TimeZone) -> Timestamp {
    let local = now.to_zoned(zone.clone());
    let today = local.date();
    [today.tomorrow().unwrap_or(today), today]
        .into_iter()
        .filter_map(|day| day.at(NIGHT_HOUR, 0, 0, 0).to_zoned(zone.clone()).ok())
        .map(|night| night.timestamp())
        .filter(|night| *night > now)
        .min()
        .unwrap_or(now + SignedDuration::from_hours(24))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_in_the_morning_comes_once_a_day_whatever_the_clock_does() {
        let zone = TimeZone::get("America/New_York").expect("a zone");
        let next = |now: &str| next_night(now.parse().expect("an instant"), &zone).to_string();
        // The night of 2026-03-08 jumps from 02:00 to 03:00.
        assert_eq!(next("2026-03-07T08:00:00Z"), "2026-03-08T07:00:00Z");
        assert_eq!(next("2026-03-08T07:00:00Z"), "2026-03-09T07:00:00Z");
        assert_eq!(next("2026-11-22T07:59:59Z"), "2026-11-22T08:00:00Z");
    }
}
