//! The calendars an installation keeps, by name.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::Calendar;
use crate::slug::CalendarName;

/// Compiled calendars by name. Cheap to clone: the calendars are shared.
#[derive(Debug, Clone, Default)]
pub struct Calendars {
    by_name: BTreeMap<CalendarName, Arc<Calendar>>,
}

impl Calendars {
    /// The calendar of that name, if one is kept.
    pub fn get(&self, name: &CalendarName) -> Option<&Calendar> {
        self.by_name.get(name).map(Arc::as_ref)
    }

    /// Every calendar kept, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&CalendarName, &Calendar)> {
        self.by_name
            .iter()
            .map(|(name, calendar)| (name, calendar.as_ref()))
    }

    /// Keeps a calendar under a name, in place of the one kept before.
    pub fn keep(&mut self, name: CalendarName, calendar: Calendar) {
        self.by_name.insert(name, Arc::new(calendar));
    }
}

impl FromIterator<(CalendarName, Calendar)> for Calendars {
    fn from_iter<I: IntoIterator<Item = (CalendarName, Calendar)>>(calendars: I) -> Self {
        let shared = calendars
            .into_iter()
            .map(|(name, calendar)| (name, Arc::new(calendar)));
        Self {
            by_name: shared.collect(),
        }
    }
}
