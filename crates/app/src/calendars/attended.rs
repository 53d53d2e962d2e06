//! When the company is attended, as its settings name a calendar for it.

use domain::calendar::Week;
use domain::plan::problems::Attended;
use domain::slug::CalendarName;
use jiff::civil::Weekday;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use store::Conn;
use utoipa::ToSchema;

use super::in_force::{CalendarSet, in_force};
use crate::error::Result;
use crate::settings;

/// How far ahead the calendar is looked at: holidays of a year make the longest time nobody attends.
const AHEAD: SignedDuration = SignedDuration::from_hours(365 * 24);
const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// When somebody attends at the company, for whom a promise is held against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AttendedView {
    /// The calendar by which plans name it.
    pub calendar: CalendarName,
    /// Shown to people.
    pub title: String,
    /// The usual hours of each day from Monday to Sunday, as `09:00-12:00`; a day without any is not attended.
    pub week: Vec<Vec<String>>,
    /// The longest time in the coming year in which nobody attends, in minutes.
    pub longest_closed_minutes: i64,
}

/// The attendance of the company from an instant on; none where the settings name no calendar, or one that is gone.
pub(crate) async fn attended(conn: &mut Conn, at: Timestamp) -> Result<Option<Attended>> {
    let (settings, _) = settings::load(conn).await?;
    let Some(name) = settings.attended else {
        return Ok(None);
    };
    Ok(held(&in_force(conn).await?, name, at))
}

fn held(set: &CalendarSet, name: CalendarName, at: Timestamp) -> Option<Attended> {
    let until = at.saturating_add(AHEAD).unwrap_or(Timestamp::MAX);
    let calendar = set.calendars.get(&name)?;
    let never_closed = set
        .calendars
        .iter()
        .filter(|(_, calendar)| calendar.longest_closed(at, until).is_zero())
        .map(|(name, _)| name.clone())
        .collect();
    Some(Attended {
        title: set.title(&name),
        week: calendar.week_on(calendar.day_of(at)).clone(),
        longest_closed: calendar.longest_closed(at, until),
        never_closed,
        calendar: name,
    })
}

impl From<&Attended> for AttendedView {
    fn from(attended: &Attended) -> Self {
        Self {
            calendar: attended.calendar.clone(),
            title: attended.title.clone(),
            week: DAYS.map(|day| hours(&attended.week, day)).to_vec(),
            longest_closed_minutes: attended.longest_closed.as_mins(),
        }
    }
}

fn hours(week: &Week, day: Weekday) -> Vec<String> {
    week.on(day).iter().map(ToString::to_string).collect()
}
