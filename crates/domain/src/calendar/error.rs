use jiff::civil::Date;

use super::Interval;

/// Why a calendar is refused, in words that say what to change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    #[error(
        "the calendar has no open time: give at least one weekday or date an interval such as 09:00-18:00"
    )]
    NoOpenTime,
    #[error("on {day} the intervals {first} and {second} overlap: join them or move one")]
    Overlap {
        day: String,
        first: Interval,
        second: Interval,
    },
    #[error("`{0}` is not a time zone: write an IANA name such as Asia/Shanghai")]
    UnknownZone(String),
    #[error("there is no table of public holidays named `{0}`")]
    UnknownHolidays(String),
    #[error("{0} is listed twice among holidays, make-up days and special hours: keep one")]
    DateTwice(Date),
    #[error("the days from {from} to {to} are reversed or more than a year apart")]
    BadRange { from: Date, to: Date },
    #[error("from {0} on the week has no open time: give at least one weekday an interval")]
    VersionNeverOpens(Date),
    #[error("two versions take effect on {0}: keep one")]
    VersionTwice(Date),
    #[error("the holiday {0} has hours: list it under special-hours, or leave the hours out")]
    HolidayWithHours(Date),
    #[error("the special day {0} has no hours: give it hours, or list it under holidays")]
    SpecialWithoutHours(Date),
    #[error(
        "the make-up day {0} has no hours and no weekday opens: give it hours or set makeup-hours"
    )]
    MakeupWithoutHours(Date),
}
