use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use domain::calendar::{
    BUILTIN_NAMES, Calendar, CalendarSpec, HolidayError, HolidayTable, HolidayYear, builtin,
};
use domain::language::Language;

use crate::say::words;
use crate::trouble;

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
                let (path, calendar) = (path.display(), &self.calendar);
                return Err(words!(
                    "--holidays {path}：日历 {calendar} 不跟随公众节假日，请去掉这个参数，或在日历里写 public-holidays",
                    "--holidays {path}: the calendar {calendar} follows no public holidays"
                ));
            };
            if let Some(table) = tables.iter_mut().find(|table| table.name() == name) {
                import(table, path)?;
            }
        }
        Calendar::written(&spec, &tables).map_err(|error| {
            let name = &self.calendar;
            let (_, why) = app::calendars::why_no_calendar(&error);
            let why = why.say(Language::Chinese);
            words!("日历 {name}：{why}", "calendar {name}: {error}")
        })
    }

    fn spec(&self) -> Result<CalendarSpec, String> {
        if let Some(spec) = builtin(&self.calendar) {
            return Ok(spec);
        }
        let path = Path::new(&self.calendar);
        let text = read(path).map_err(|error| {
            let names = BUILTIN_NAMES.join(words!("、", " and ").as_str());
            words!(
                "{error}；内置日历有 {names}",
                "{error}; built-in calendars are {names}"
            )
        })?;
        let parsed = if has_extension(path, "json") {
            serde_json::from_str(&text).map_err(|error| error.to_string())
        } else {
            from_toml(&text)
        };
        parsed.map_err(|error| {
            let name = &self.calendar;
            words!(
                "日历 {name} 不是有效的日历文件（写法见 docs/time.md）：{error}",
                "calendar {name}: {error}"
            )
        })
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
    let file = path.display();
    let in_file = |zh: String, en: String| words!("节假日表 {file}：{zh}", "holidays {file}: {en}");
    let refused = |why: &HolidayError| {
        let zh = app::calendars::why_no_holidays(why).say(Language::Chinese);
        in_file(zh, why.to_string())
    };
    if has_extension(path, "json") {
        let year: HolidayYear = serde_json::from_str(&text).map_err(|error| {
            let zh = format!("不是有效的 JSON，写法见 docs/time.md（{error}）");
            in_file(zh, error.to_string())
        })?;
        table.import_year(&year).map_err(|error| refused(&error))
    } else {
        table
            .import_csv(&text)
            .map(drop)
            .map_err(|error| refused(&error))
    }
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

fn read(path: &Path) -> Result<String, String> {
    let shown = path.display();
    let failed = |error: std::io::Error| {
        let why = trouble::of_io(&error);
        words!("无法读取 {shown}：{why}", "cannot read {shown}: {why}")
    };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(words!(
            "{shown} 超过 {MAX_FILE_BYTES} 字节：请确认选对了文件",
            "{shown} is larger than {MAX_FILE_BYTES} bytes: is it the right file?"
        ));
    }
    String::from_utf8(bytes).map_err(|_| {
        words!(
            "{shown} 不是 UTF-8 文本：请另存为 UTF-8 编码",
            "{shown} is not UTF-8 text: save it as UTF-8"
        )
    })
}
