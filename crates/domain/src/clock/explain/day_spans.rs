use jiff::civil::Date;

use super::time_spans::closed_rule;
use super::{Amount, Span, SpanKind, SpanRule, push};
use crate::calendar::{Calendar, Day, DayRule};
use crate::clock::ClockError;
use crate::clock::days::Line;
use crate::clock::due::day_line;
use crate::clock::pause::Hole;
use crate::time::{Instant, Limit};

/// The spans of a limit in days or months: the rest of the first day, then whole days up to the due time.
pub(super) fn between(
    calendar: &Calendar,
    holes: &[Hole],
    start: Instant,
    due: Instant,
    limit: Limit,
) -> Result<(Vec<Span>, Amount), ClockError> {
    let first = calendar.day_of(start);
    let (line, count) = if limit.is_zero() {
        (Line::Calendar(calendar), 0)
    } else {
        day_line(calendar, first, limit)?
    };
    let last = if count == 0 {
        first
    } else {
        line.last_date(holes, first, count)?.actual
    };

    let mut spans = Vec::new();
    let mut counted = 0;
    let mut date = first;
    let mut from = start;
    loop {
        let to = if date == last {
            due
        } else {
            calendar.end_of_day(date).ok_or(ClockError::OutOfRange)?
        };
        let (kind, rule) = if date == first {
            (SpanKind::Closed, SpanRule::FirstDay)
        } else if line.is_paused(holes, date)? {
            (SpanKind::Paused, SpanRule::Pause)
        } else {
            running_day(line, date, counted + 1 < count || date == last)
        };
        let days = u32::from(kind == SpanKind::Counted);
        counted += days;
        push(
            &mut spans,
            Span {
                from,
                to,
                kind,
                rule,
                counts: Amount::Days(days),
            },
        );
        if date == last {
            return Ok((spans, Amount::Days(counted)));
        }
        from = to;
        date = date.tomorrow().map_err(|_| ClockError::OutOfRange)?;
    }
}

/// A day at whose end the clock runs; `may_end_here` unless the last day is due and this one moves it on.
fn running_day(line: Line<'_>, date: Date, may_end_here: bool) -> (SpanKind, SpanRule) {
    let day = line.calendar().day(date);
    match line {
        Line::Working(_) if day.hours.is_empty() => (SpanKind::Closed, closed_rule(day)),
        Line::Working(_) => (SpanKind::Counted, working_rule(day)),
        Line::Calendar(_) if may_end_here => (SpanKind::Counted, SpanRule::CalendarDay),
        Line::Calendar(_) => {
            let name = if let DayRule::Holiday(name) = day.rule {
                name.to_owned()
            } else {
                String::new()
            };
            (SpanKind::Closed, SpanRule::LastDayMoves { name })
        }
    }
}

fn working_rule(day: Day<'_>) -> SpanRule {
    match day.rule {
        DayRule::Makeup(name) => SpanRule::MakeupDay {
            name: name.to_owned(),
        },
        DayRule::Special(name) => SpanRule::SpecialHours {
            name: name.to_owned(),
        },
        DayRule::Weekly | DayRule::Holiday(_) => SpanRule::WorkingDay,
    }
}
