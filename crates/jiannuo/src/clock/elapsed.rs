use std::process::ExitCode;

use clap::ValueEnum;
use domain::clock::{Clock, elapsed};
use domain::time::Unit;

use super::calendar_file::CalendarArgs;
use super::due::ClockArgs;
use super::instant::read;
use super::lines::{Answer, answer_each};
use super::no_answer;
use crate::say::words;

/// Prints how much of a unit has passed between the two instants on each line of standard input.
///
/// Reads FROM/TO, each instant as for `due`, and prints working:PT8H, natural-days:3 and so on: a limit that would be due just
/// then. Days and months count once they have ended.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    #[command(flatten)]
    calendar: CalendarArgs,

    #[command(flatten)]
    clock: ClockArgs,

    /// What to count.
    #[arg(long, value_enum)]
    unit: UnitArg,
}

#[derive(Clone, Copy, ValueEnum)]
enum UnitArg {
    Working,
    Natural,
    WorkingDays,
    NaturalDays,
    Months,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, String> {
    let calendar = args.calendar.load()?;
    let pauses = args.clock.pauses(&calendar)?;
    let clock = Clock::new(&calendar)
        .with_pauses(&pauses)
        .with_day_end(args.clock.day_end());
    answer_each(|line| {
        let (from, to) = line.split_once('/').ok_or_else(|| {
            words!(
                "“{line}”不是 开始/结束（FROM/TO）",
                "`{line}` is not FROM/TO"
            )
        })?;
        let (from, to) = (
            read(from.trim(), calendar.zone())?,
            read(to.trim(), calendar.zone())?,
        );
        if to.at < from.at {
            return Err(words!(
                "结束时刻早于开始时刻",
                "the second instant lies before the first"
            ));
        }
        let passed =
            elapsed(&clock, from.at, to.at, unit(args.unit)).map_err(|error| no_answer(&error))?;
        Ok(Answer {
            text: passed.to_string(),
            notes: from.note.into_iter().chain(to.note).collect(),
        })
    })
}

fn unit(unit: UnitArg) -> Unit {
    match unit {
        UnitArg::Working => Unit::Working,
        UnitArg::Natural => Unit::Natural,
        UnitArg::WorkingDays => Unit::WorkingDays,
        UnitArg::NaturalDays => Unit::NaturalDays,
        UnitArg::Months => Unit::Months,
    }
}
