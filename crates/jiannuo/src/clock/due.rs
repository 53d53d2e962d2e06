use std::fmt::Write as _;
use std::process::ExitCode;

use domain::calendar::Calendar;
use domain::clock::{
    Clock, DayEnd, Due, Explanation, Pause, Span, SpanKind, SpanRule, due, explain,
};
use domain::time::{Instant, Limit};

use super::calendar_file::CalendarArgs;
use super::instant::{read, show};
use super::lines::{Answer, answer_each};
use super::no_answer;
use crate::say::words;

/// Prints when a limit is due for each start on standard input.
///
/// Reads one instant per line: a local time of the zone, 2026-01-19T16:30, or RFC 3339, 2026-01-19T08:30:00Z. Prints one due
/// instant per line, RFC 3339 with the zone's offset. Blank lines are passed over. A line that cannot be answered gives an
/// empty line and a message on standard error; the others are answered and the exit code is 1. A calendar or option that
/// cannot be used gives exit code 2. Results that rest on holidays not yet announced are noted on standard error.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    #[command(flatten)]
    calendar: CalendarArgs,

    #[command(flatten)]
    clock: ClockArgs,

    /// How long it may take: working:PT8H, natural:PT24H, working-days:3, natural-days:3, months:2 or years:1.
    #[arg(long)]
    limit: Limit,

    /// Print below each due instant the spans that lead to it and what each counts.
    #[arg(long)]
    explain: bool,
}

/// What else a clock runs by.
#[derive(clap::Args)]
pub(super) struct ClockArgs {
    /// Limits in days end at the end of the last interval of the day rather than at 24:00.
    #[arg(long)]
    close_of_business: bool,

    /// A stretch of time that does not count, FROM/TO, or FROM/ while it goes on; may be repeated.
    #[arg(long, value_name = "FROM/TO")]
    pause: Vec<String>,
}

impl ClockArgs {
    pub(super) fn day_end(&self) -> DayEnd {
        if self.close_of_business {
            DayEnd::CloseOfBusiness
        } else {
            DayEnd::Midnight
        }
    }

    pub(super) fn pauses(&self, calendar: &Calendar) -> Result<Vec<Pause>, String> {
        let read = |text: &str| read(text, calendar.zone()).map(|read| read.at);
        let pause = |text: &String| -> Result<Pause, String> {
            let (from, to) = text
                .split_once('/')
                .ok_or_else(|| words!("请写成 开始/结束（FROM/TO）", "write FROM/TO"))?;
            let to = if to.is_empty() { None } else { Some(read(to)?) };
            Ok(Pause {
                from: read(from)?,
                to,
            })
        };
        let in_option = |text: &String, reason: String| format!("--pause {text}: {reason}");
        self.pause
            .iter()
            .map(|text| pause(text).map_err(|reason| in_option(text, reason)))
            .collect()
    }
}

pub(super) fn run(args: &Args) -> Result<ExitCode, String> {
    let calendar = args.calendar.load()?;
    let pauses = args.clock.pauses(&calendar)?;
    let clock = Clock::new(&calendar)
        .with_pauses(&pauses)
        .with_day_end(args.clock.day_end());
    answer_each(|line| {
        let start = read(line, calendar.zone())?;
        let (due, text) = if args.explain {
            let explanation =
                explain(&clock, start.at, args.limit).map_err(|error| no_answer(&error))?;
            (explanation.due, explained(&calendar, &explanation))
        } else {
            let due = due(&clock, start.at, args.limit).map_err(|error| no_answer(&error))?;
            (due, show(due.at, calendar.zone()))
        };
        let notes = start
            .note
            .into_iter()
            .chain(provisional_note(due))
            .collect();
        Ok(Answer { text, notes })
    })
}

fn provisional_note(due: Due) -> Option<String> {
    due.provisional.then(|| {
        words!(
            "暂定（provisional）：依据的节假日尚未公布",
            "provisional (暂定): it rests on holidays that are not announced yet"
        )
    })
}

/// The due instant, then one indented line for each span and one for the total.
fn explained(calendar: &Calendar, explanation: &Explanation) -> String {
    let shown = |at: Instant| show(at, calendar.zone());
    let mut text = shown(explanation.due.at);
    for span in &explanation.spans {
        let (from, to) = (shown(span.from), shown(span.to));
        let _ = write!(
            text,
            "\n  {from} to {to}  {}  {}",
            kind(span),
            rule(&span.rule)
        );
    }
    let mark = if explanation.due.provisional {
        "  provisional"
    } else {
        ""
    };
    let _ = write!(
        text,
        "\n  total {} of {}{mark}",
        explanation.total, explanation.limit
    );
    text
}

fn kind(span: &Span) -> String {
    match span.kind {
        SpanKind::Counted => format!("counted {}", span.counts),
        SpanKind::Closed => "closed".to_owned(),
        SpanKind::Paused => "paused".to_owned(),
    }
}

fn rule(rule: &SpanRule) -> String {
    let named = |what: &str, name: &str| {
        if name.is_empty() {
            what.to_owned()
        } else {
            format!("{what} {name}")
        }
    };
    match rule {
        SpanRule::Stopwatch => "every moment counts".to_owned(),
        SpanRule::OpeningHours => "opening hours".to_owned(),
        SpanRule::MakeupDay { name } => named("make-up workday", name),
        SpanRule::SpecialHours { name } => named("special hours", name),
        SpanRule::OutsideHours => "outside opening hours".to_owned(),
        SpanRule::RestDay => "no opening hours that day".to_owned(),
        SpanRule::Holiday { name } => named("holiday", name),
        SpanRule::FirstDay => "the day of the start does not count".to_owned(),
        SpanRule::CalendarDay => "calendar days".to_owned(),
        SpanRule::WorkingDay => "working days".to_owned(),
        SpanRule::LastDayMoves { name } => named(
            "the last day moves off",
            if name.is_empty() {
                "a day of rest"
            } else {
                name
            },
        ),
        SpanRule::Pause => "the clock is paused".to_owned(),
    }
}
