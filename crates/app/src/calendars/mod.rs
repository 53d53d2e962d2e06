//! Calendars: the built-in ones, the company's own, and announced public holidays.

mod attended;
mod faults;
mod holidays;
mod in_force;
mod preview;
mod save;
mod view;

pub use attended::AttendedView;
pub(crate) use attended::attended;
pub use faults::{why_no_calendar, why_no_holidays};
pub use holidays::{
    HolidayYearView, Holidays, ImportFormat, ImportHolidays, holidays, import_holidays,
};
pub(crate) use in_force::names;
pub use in_force::{CalendarSet, in_force};
pub(crate) use in_force::{Rules, in_force_at};
pub use preview::{
    Preview, PreviewDay, PreviewDue, PreviewSpan, PreviewView, TryOut, preview, why_no_due,
};
pub use save::{SaveCalendar, save};
pub(crate) use view::titles;
pub use view::{CalendarView, get, list};
