//! What is wrong with a calendar or a table of holidays, in words and with its place.

use domain::calendar::{CalendarError, HolidayError};

use crate::error::Error;
use crate::message::Text;

crate::messages! {
    NO_OPEN_TIME = "calendar-never-open", "日历没有任何开放时间：请至少为一个工作日或日期填写时段，例如 09:00-18:00。",
        "The calendar has no open time: give at least one weekday or date an interval such as 09:00-18:00.";
    OVERLAP = "calendar-overlap", "{day} 的时段 {first} 与 {second} 重叠：请合并或移开其中一个。",
        "On {day} the intervals {first} and {second} overlap: join them or move one.";
    UNKNOWN_ZONE = "no-zone", "这不是有效的时区，例如 Asia/Shanghai。", "This is not a time zone; write for example Asia/Shanghai.";
    UNKNOWN_HOLIDAYS = "no-holiday-table", "没有名为“{name}”的节假日表。", "There is no table of public holidays named “{name}”.";
    DATE_TWICE = "calendar-date-twice", "{date} 在休息日、调休上班日和特别安排中出现了两次，请保留一处。",
        "{date} is listed twice among days off, make-up days and special hours: keep one.";
    BAD_RANGE = "calendar-range", "{from} 至 {to} 前后颠倒，或超过一年。", "The days from {from} to {to} are reversed or more than a year apart.";
    VERSION_TWICE = "calendar-version-twice", "有两个版本都从 {date} 起生效，请保留一个。", "Two versions take effect on {date}: keep one.";
    VERSION_NEVER_OPEN = "calendar-version-never-open", "从 {date} 起的一周没有任何开放时间：请至少为一个工作日填写时段。",
        "From {date} on the week has no open time: give at least one weekday an interval.";
    HOLIDAY_WITH_HOURS = "calendar-holiday-hours", "休息日 {date} 填了时段：请改为特别安排，或去掉时段。",
        "The day off {date} has hours: list it under special hours, or leave the hours out.";
    SPECIAL_WITHOUT_HOURS = "calendar-special-hours", "特别安排 {date} 没有时段：请填写，或改为休息日。",
        "The special day {date} has no hours: give it hours, or list it as a day off.";
    MAKEUP_WITHOUT_HOURS = "calendar-makeup-hours", "调休上班日 {date} 没有时段，且一周中没有工作日：请填写时段。",
        "The make-up day {date} has no hours and no weekday opens: give it hours.";
    BAD_ROW = "holiday-row", "第 {line} 行：{reason}", "Line {line}: {reason}";
    BAD_DAY = "holiday-day", "{year} 年第 {position} 天：{reason}", "Day {position} of {year}: {reason}";
    BAD_COLUMNS = "holiday-columns", "第一行必须写明列名 date、kind 和 name。", "The first line must name the columns date, kind and name.";
    UNREADABLE = "holiday-json", "无法读取 JSON：{why}。格式如 {example}", "The JSON cannot be read: {why}. Write it like {example}";
    NO_ROWS = "holiday-empty", "文件里没有任何日期。", "There is no date in it.";
}

/// The field of a calendar's specification that a fault concerns, with what to do.
pub(super) fn of_calendar(fault: &CalendarError) -> Error {
    let (field, text) = why_no_calendar(fault);
    Error::field(format!("/spec/{field}"), text)
}

/// The key of a calendar that a fault concerns, and what to do.
pub fn why_no_calendar(fault: &CalendarError) -> (&'static str, Text) {
    use CalendarError as Fault;
    match fault {
        Fault::NoOpenTime => ("weekly", NO_OPEN_TIME.into()),
        Fault::Overlap { day, first, second } => (
            "weekly",
            Text::from(OVERLAP)
                .with("day", day)
                .with("first", first)
                .with("second", second),
        ),
        Fault::UnknownZone(_) => ("zone", UNKNOWN_ZONE.into()),
        Fault::UnknownHolidays(name) => (
            "public-holidays",
            Text::from(UNKNOWN_HOLIDAYS).with("name", name),
        ),
        Fault::DateTwice(date) => ("holidays", Text::from(DATE_TWICE).with("date", date)),
        Fault::BadRange { from, to } => (
            "holidays",
            Text::from(BAD_RANGE).with("from", from).with("to", to),
        ),
        Fault::VersionTwice(date) => ("versions", Text::from(VERSION_TWICE).with("date", date)),
        Fault::VersionNeverOpens(date) => (
            "versions",
            Text::from(VERSION_NEVER_OPEN).with("date", date),
        ),
        Fault::HolidayWithHours(date) => (
            "holidays",
            Text::from(HOLIDAY_WITH_HOURS).with("date", date),
        ),
        Fault::SpecialWithoutHours(date) => (
            "special-hours",
            Text::from(SPECIAL_WITHOUT_HOURS).with("date", date),
        ),
        Fault::MakeupWithoutHours(date) => (
            "makeup-days",
            Text::from(MAKEUP_WITHOUT_HOURS).with("date", date),
        ),
    }
}

/// JSON that is no year of holidays.
pub(super) fn unreadable(why: &serde_json::Error) -> Error {
    let example =
        r#"{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}"#;
    Error::field(
        "/text",
        Text::from(UNREADABLE)
            .with("why", why)
            .with("example", example),
    )
}

/// What is wrong with imported holidays.
pub(super) fn of_holidays(fault: &HolidayError) -> Error {
    Error::field("/text", why_no_holidays(fault))
}

/// What is wrong with a table of holidays, and what to do.
pub fn why_no_holidays(fault: &HolidayError) -> Text {
    match fault {
        HolidayError::Row { line, reason } => Text::from(BAD_ROW).with("line", line).with_words(
            "reason",
            "日期写成 2027-01-01，kind 写成 holiday 或 makeup，并写明名称。",
            reason.as_str(),
        ),
        HolidayError::Columns => BAD_COLUMNS.into(),
        HolidayError::Empty => NO_ROWS.into(),
        HolidayError::Day {
            year,
            position,
            reason,
        } => Text::from(BAD_DAY)
            .with("year", year)
            .with("position", position)
            .with_words("reason", "日期不存在，或不属于这一年。", reason.as_str()),
    }
}
