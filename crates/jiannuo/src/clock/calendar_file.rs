use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use domain::calendar::{BUILTIN_NAMES, Calendar, CalendarSpec, HolidayTable, HolidayYear, builtin};

/// Largest calendar or holiday file: a century of dates needs far less.
const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;

/// Which calendar to count by.
#[derive(clap::Args)]
pub(super) struct CalendarArgs {
    /// Calendar file (TOML, or JSON with the same keys), or the name of a built-in one: cn-office, always.
    #[arg(long, value_name = "FILE")]
    calendar: String,

    /// IANA zone in which the calendar, the days and local times are read [default: the calendar's, Asia/Shanghai].
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,

    /// Holidays announced for further years, CSV (date,kind,name) or JSON ({year, days}); may be repeated.
    #[arg(long, value_name = "FILE")]
    holidays: Vec<PathBuf>,
}

impl CalendarArgs {
    pub(super) fn load(&self) -> Result<Calendar, String> {
        let mut spec = self.spec()?;
        if let Some(zone) = &self.zone {
            spec.zone.clone_from(zone);
        }
        let mut tables = vec![HolidayTable::china()];
        if let Some(name) = spec
            .public_holidays
            .as_deref()
            .filter(|name| is_file_name(name))
        {
            tables.push(table_from_file(name, self.folder())?);
        }
        for path in &self.holidays {
            let Some(name) = spec.public_holidays.as_deref() else {
                return Err(format!(
                    "--holidays {}: the calendar {} follows no public holidays",
                    path.display(),
                    self.calendar
                ));
            };
            if let Some(table) = tables.iter_mut().find(|table| table.name() == name) {
                import(table, path)?;
            }
        }
        Calendar::written(&spec, &tables)
            .map_err(|error| format!("calendar {}: {error}", self.calendar))
    }

    fn spec(&self) -> Result<CalendarSpec, String> {
        if let Some(spec) = builtin(&self.calendar) {
            return Ok(spec);
        }
        let path = Path::new(&self.calendar);
        let text = read(path).map_err(|error| {
            format!(
                "{error}; built-in calendars are {}",
                BUILTIN_NAMES.join(" and ")
            )
        })?;
        let parsed = if has_extension(path, "json") {
            serde_json::from_str(&text).map_err(|error| error.to_string())
        } else {
            from_toml(&text)
        };
        parsed.map_err(|error| format!("calendar {}: {error}", self.calendar))
    }

    /// Where file names in the calendar are looked for: beside it.
    fn folder(&self) -> &Path {
        Path::new(&self.calendar).parent().unwrap_or(Path::new(""))
    }
}

/// TOML in which dates may be written with or without quotes.
fn from_toml(text: &str) -> Result<CalendarSpec, String> {
    let table: toml::Table = text
        .parse()
        .map_err(|error: toml::de::Error| error.to_string())?;
    let quoted = dates_as_text(toml::Value::Table(table));
    quoted
        .try_into()
        .map_err(|error: toml::de::Error| error.to_string().trim_end().replace('\n', " "))
}

fn dates_as_text(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::Datetime(date) => toml::Value::String(date.to_string()),
        toml::Value::Array(items) => items
            .into_iter()
            .map(dates_as_text)
            .collect::<Vec<_>>()
            .into(),
        toml::Value::Table(table) => toml::Value::Table(
            table
                .into_iter()
                .map(|(key, value)| (key, dates_as_text(value)))
                .collect(),
        ),
        other => other,
    }
}

fn is_file_name(name: &str) -> bool {
    has_extension(Path::new(name), "csv") || has_extension(Path::new(name), "json")
}

fn table_from_file(name: &str, folder: &Path) -> Result<HolidayTable, String> {
    let mut table = HolidayTable::new(name);
    import(&mut table, &folder.join(name))?;
    Ok(table)
}

fn import(table: &mut HolidayTable, path: &Path) -> Result<(), String> {
    let text = read(path)?;
    let in_file = |error: String| format!("holidays {}: {error}", path.display());
    if has_extension(path, "json") {
        let year: HolidayYear =
            serde_json::from_str(&text).map_err(|error| in_file(error.to_string()))?;
        table
            .import_year(&year)
            .map_err(|error| in_file(error.to_string()))
    } else {
        table
            .import_csv(&text)
            .map(drop)
            .map_err(|error| in_file(error.to_string()))
    }
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

fn read(path: &Path) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("cannot read {}: {error}", path.display());
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(format!(
            "{} is larger than {MAX_FILE_BYTES} bytes: is it the right file?",
            path.display()
        ));
    }
    String::from_utf8(bytes)
        .map_err(|_| format!("{} is not UTF-8 text: save it as UTF-8", path.display()))
}
