use super::{CalendarSpec, DEFAULT_ZONE, Interval, LastDay, Week};

/// Names of the calendars that need no file.
pub const BUILTIN_NAMES: [&str; 2] = ["cn-office", "always"];

/// A built-in calendar: `cn-office`, Monday to Friday 09:00–12:00 and 13:30–18:00 with the Chinese holidays and make-up days,
/// or `always`, day and night on every day of the year.
pub fn builtin(name: &str) -> Option<CalendarSpec> {
    let office_hours: [Interval; 2] = ["09:00-12:00", "13:30-18:00"]
        .map(|text| text.parse().expect("office hours are intervals"));
    match name {
        "cn-office" => Some(spec(name, Some("cn"), Week::weekdays(&office_hours))),
        "always" => Some(spec(name, None, Week::always())),
        _ => None,
    }
}

fn spec(name: &str, public_holidays: Option<&str>, weekly: Week) -> CalendarSpec {
    CalendarSpec {
        name: Some(name.to_owned()),
        zone: DEFAULT_ZONE.to_owned(),
        public_holidays: public_holidays.map(str::to_owned),
        last_day: LastDay::default(),
        holidays: Vec::new(),
        makeup_days: Vec::new(),
        special_hours: Vec::new(),
        makeup_hours: Vec::new(),
        weekly,
        versions: Vec::new(),
    }
}
