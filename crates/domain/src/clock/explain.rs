use std::fmt;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::pause::holes;
use super::{Clock, ClockError, Due, due};
use crate::time::{Instant, Limit};

mod day_spans;
mod time_spans;

/// Why a limit is due when it is: the time line from the start to the due time, without gaps, and what of it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    pub start: Instant,
    pub limit: Limit,
    pub due: Due,
    pub spans: Vec<Span>,
    /// Sum of what the spans count: the limit, months being as many days as they have.
    pub total: Amount,
}

/// A stretch of the time line under one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub from: Instant,
    pub to: Instant,
    pub kind: SpanKind,
    pub rule: SpanRule,
    /// What it adds to the total; nothing unless it is counted.
    pub counts: Amount,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpanKind {
    Counted,
    Closed,
    Paused,
}

/// The rule a span is under. Names are those of the calendar or the table of public holidays, possibly empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "rule")]
pub enum SpanRule {
    /// Every moment counts.
    Stopwatch,
    /// Within the opening hours of the weekday.
    OpeningHours,
    /// Within the hours of a day worked in exchange for a holiday.
    MakeupDay {
        name: String,
    },
    /// Within hours of the date's own.
    SpecialHours {
        name: String,
    },
    /// Before, between or after the opening hours of a day that opens.
    OutsideHours,
    /// A weekday on which the calendar does not open.
    RestDay,
    Holiday {
        name: String,
    },
    /// The day of the start does not count (Civil Code 201).
    FirstDay,
    /// A calendar day that counts.
    CalendarDay,
    /// A working day that counts.
    WorkingDay,
    /// The last day moves off a day of rest (Civil Code 203).
    LastDayMoves {
        name: String,
    },
    /// The clock was paused.
    Pause,
}

/// Time or days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Amount {
    Time(SignedDuration),
    Days(u32),
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Amount::Time(time) => write!(f, "{time}"),
            Amount::Days(1) => f.write_str("1 day"),
            Amount::Days(days) => write!(f, "{days} days"),
        }
    }
}

/// The due time of a limit with every span that leads to it.
pub fn explain(clock: &Clock<'_>, start: Instant, limit: Limit) -> Result<Explanation, ClockError> {
    let due = due(clock, start, limit)?;
    let holes = holes(clock.pauses)?;
    let (spans, total) = match limit {
        Limit::Working(_) | Limit::Natural(_) => {
            time_spans::between(clock.calendar, &holes, start, due.at, limit)?
        }
        Limit::WorkingDays(_) | Limit::NaturalDays(_) | Limit::Months(_) => {
            day_spans::between(clock.calendar, &holes, start, due.at, limit)?
        }
    };
    Ok(Explanation {
        start,
        limit,
        due,
        spans,
        total,
    })
}

/// Adds a span, joining it to the one before where both are under the same rule.
fn push(spans: &mut Vec<Span>, span: Span) {
    if span.from == span.to {
        return;
    }
    match spans.last_mut() {
        Some(last) if last.kind == span.kind && last.rule == span.rule => {
            last.to = span.to;
            last.counts = match (last.counts, span.counts) {
                (Amount::Time(a), Amount::Time(b)) => Amount::Time(a + b),
                (Amount::Days(a), Amount::Days(b)) => Amount::Days(a + b),
                (Amount::Time(_), Amount::Days(_)) | (Amount::Days(_), Amount::Time(_)) => {
                    unreachable!("an explanation counts either time or days")
                }
            };
        }
        _ => spans.push(span),
    }
}
