use std::process::ExitCode;

use domain::calendar::{Calendar, DayRule, Interval};
use jiff::civil::Date;

use super::calendar_file::CalendarArgs;
use crate::say::say;

/// Checks a calendar and prints what the given dates are in it.
///
/// A calendar that cannot be used gives a message that says what to change, and exit code 2.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    #[command(flatten)]
    calendar: CalendarArgs,

    /// Dates to show, as 2026-10-01.
    #[arg(value_name = "DATE")]
    dates: Vec<Date>,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, String> {
    let calendar = args.calendar.load()?;
    say!("zone {}", calendar.zone().iana_name().unwrap_or("UTC"));
    for &date in &args.dates {
        say!("{date} {}", describe(&calendar, date));
    }
    Ok(ExitCode::SUCCESS)
}

fn describe(calendar: &Calendar, date: Date) -> String {
    let day = calendar.day(date);
    let rule = match day.rule {
        DayRule::Weekly => format!("{:?}", date.weekday()),
        DayRule::Holiday(name) => format!("holiday {name}"),
        DayRule::Makeup(name) => format!("make-up workday {name}"),
        DayRule::Special(name) => format!("special hours {name}"),
    };
    let hours: Vec<String> = day.hours.iter().map(Interval::to_string).collect();
    let hours = if hours.is_empty() {
        "closed".to_owned()
    } else {
        hours.join(" ")
    };
    format!("{}: {hours}", rule.trim_end())
}
