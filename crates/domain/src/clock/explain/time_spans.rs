use jiff::SignedDuration;
use jiff::civil::Date;

use super::{Amount, Span, SpanKind, SpanRule, push};
use crate::calendar::{Calendar, Day, DayRule};
use crate::clock::due::start_nanos;
use crate::clock::pause::Hole;
use crate::clock::{ClockError, instant};
use crate::time::{Instant, Limit};

/// The spans of a limit in hours: cut wherever the calendar opens or closes, a day ends or a pause begins or ends.
pub(super) fn between(
    calendar: &Calendar,
    holes: &[Hole],
    start: Instant,
    due: Instant,
    limit: Limit,
) -> Result<(Vec<Span>, Amount), ClockError> {
    let (from, to) = (start_nanos(start)?, start_nanos(due)?);
    let working = matches!(limit, Limit::Working(_));
    let mut cuts = vec![from, to];
    cuts.extend(
        holes
            .iter()
            .flat_map(|hole| [Some(hole.from), hole.to])
            .flatten(),
    );
    if working {
        cuts.extend(calendar.open().boundaries(from, to));
        cuts.extend(midnights(calendar, start, due)?);
    }
    cuts.retain(|cut| (from..=to).contains(cut));
    cuts.sort_unstable();
    cuts.dedup();

    let (mut spans, mut total) = (Vec::new(), SignedDuration::ZERO);
    for piece in cuts.windows(2) {
        let (from, to) = (piece[0], piece[1]);
        let (kind, rule) = if holes.iter().any(|hole| hole.contains(from)) {
            (SpanKind::Paused, SpanRule::Pause)
        } else if working {
            open_or_closed(calendar, from, to)
        } else {
            (SpanKind::Counted, SpanRule::Stopwatch)
        };
        let length = SignedDuration::from_nanos(if kind == SpanKind::Counted {
            to - from
        } else {
            0
        });
        total += length;
        push(
            &mut spans,
            Span {
                from: instant(from),
                to: instant(to),
                kind,
                rule,
                counts: Amount::Time(length),
            },
        );
    }
    Ok((spans, Amount::Time(total)))
}

/// The ends of the days from one instant to another.
fn midnights(calendar: &Calendar, start: Instant, due: Instant) -> Result<Vec<i64>, ClockError> {
    let (mut date, last) = (calendar.day_of(start), calendar.day_of(due));
    let mut midnights = Vec::new();
    while date < last {
        midnights.push(start_nanos(
            calendar.end_of_day(date).ok_or(ClockError::OutOfRange)?,
        )?);
        date = date.tomorrow().map_err(|_| ClockError::OutOfRange)?;
    }
    Ok(midnights)
}

/// What a piece between two cuts is; it is open from end to end or not at all.
fn open_or_closed(calendar: &Calendar, from: i64, to: i64) -> (SpanKind, SpanRule) {
    let date = calendar.day_of(instant(from));
    let open = calendar.open().before(to) > calendar.open().before(from);
    if open {
        (
            SpanKind::Counted,
            open_rule(shift_day(calendar, date, from)),
        )
    } else {
        (SpanKind::Closed, closed_rule(calendar.day(date)))
    }
}

/// The day whose hours are open at an instant of `date`: that date, or the one before whose night shift goes on.
fn shift_day(calendar: &Calendar, date: Date, at: i64) -> Day<'_> {
    let wall = calendar.zone().to_datetime(instant(at));
    let Ok(yesterday) = date.yesterday() else {
        return calendar.day(date);
    };
    let minute = wall.duration_since(yesterday.at(0, 0, 0, 0)).as_mins();
    let before = calendar.day(yesterday);
    let goes_on = before
        .hours
        .last()
        .is_some_and(|shift| minute < i64::from(shift.end_minute()));
    if goes_on { before } else { calendar.day(date) }
}

fn open_rule(day: Day<'_>) -> SpanRule {
    match day.rule {
        DayRule::Makeup(name) => SpanRule::MakeupDay {
            name: name.to_owned(),
        },
        DayRule::Special(name) => SpanRule::SpecialHours {
            name: name.to_owned(),
        },
        DayRule::Weekly | DayRule::Holiday(_) => SpanRule::OpeningHours,
    }
}

pub(super) fn closed_rule(day: Day<'_>) -> SpanRule {
    match day.rule {
        DayRule::Holiday(name) => SpanRule::Holiday {
            name: name.to_owned(),
        },
        _ if day.hours.is_empty() => SpanRule::RestDay,
        _ => SpanRule::OutsideHours,
    }
}
